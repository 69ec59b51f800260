//! What is known of the Finnish language (and of Swedish and English where notices mix them).

pub(crate) mod address;
pub(crate) mod breaks;
pub mod fold;
pub mod inflect;
mod ligature;
pub mod words;
