//! The language server: findings, their explanations, repairs and the outline of notices, in any editor that speaks the
//! Language Server Protocol.
//!
//! One thread reads what the client says; all else happens in one loop, one message after the other. A notice takes
//! milliseconds, so nothing is gained by doing more at once, and nothing can come out of order.

mod abilities;
mod actions;
mod client;
mod desk;
mod diagnostics;
mod document;
mod elsewhere;
mod handlers;
mod hover;
mod inbox;
mod outline;
mod server;
mod text;
mod uri;
mod view;
mod wire;

pub use desk::{Ask, Choices, Unready};
pub use server::{Ending, serve};
