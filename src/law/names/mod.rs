//! The names of acts: the words that head them, the kinds of act they tell, and all orders of their words.

mod act;
mod book;
mod head;
mod kind;

pub(crate) use act::ActNames;
pub(crate) use book::{NameBook, Rank};
pub(crate) use head::{GIVEN, Heads, WrittenHead};
pub use kind::StatuteKind;
