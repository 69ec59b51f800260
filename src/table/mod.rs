//! Tables of strings and numbers that are ready when the program starts.
//!
//! What rule files are made into for looking things up (words of phrases, names of acts, headings) is made of these. The
//! build script makes it of the files built in and writes it down by its `Debug` form, which is Rust: it becomes a
//! `static` of the program, and a start does nothing for it. What a folder of rules adds is added to it as the program
//! runs: what is borrowed is copied first, so that there is one kind of table and one way to look into it.

mod hash;
mod keys;
mod numbers;
mod parts;
mod strings;

pub(crate) use hash::Hash;
pub(crate) use keys::Keys;
pub(crate) use numbers::{Lists, Numbers};
pub(crate) use parts::Parts;
pub(crate) use strings::Strings;

/// What ends a chain, and what a number that is none is written as.
pub(crate) const NONE: u32 = u32::MAX;
