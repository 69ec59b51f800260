//! The canonical schema: the kinds of section and the items that a notice can hold.

mod article;
mod item;
mod kind;
mod signal;

pub use item::{Item, Status};
pub use kind::Kind;
pub use signal::Signal;
