//! The canonical schema: the kinds of section and the items that a notice can hold.

mod article;
mod content;
mod item;
mod kind;
mod lexicon;
mod reading;
mod signal;
mod variants;

pub use item::{Item, Status};
pub use kind::Kind;
pub use lexicon::Lexicon;
pub use reading::{Fit, Reading, Scan};
pub use signal::Signal;
pub(crate) use variants::Variants;
