//! Last stage: what was found becomes what a user reads. One format a file.

pub mod json;
pub mod summary;
