//! Last stage: what was found becomes what a user reads. One format a file.

pub mod concise;
pub mod json;
pub mod rule_page;
pub mod summary;
pub mod text;
mod words;
