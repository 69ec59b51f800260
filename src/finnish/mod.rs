//! What is known of the Finnish language (and of Swedish and English where notices mix them).

pub mod fold;
mod ligature;
pub mod words;
