//! Where documents come from: files, folders, wildcards and standard input. The only room that opens a file.

mod read;
mod replace;
mod walk;

pub use read::{Document, ReadError};
pub use replace::replace;
pub use walk::{Input, Inputs, Origin, PassedOver, PassedOverReason, absolute, inputs, once};
