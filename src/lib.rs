//! Seloste reads existing Finnish privacy notices and says what they lack.
//!
//! [`examine`] is the whole product: bytes in, findings out. Each module below is one stage of it, and looks only
//! at those before it.

pub mod baseline;
pub mod canon;
pub mod check;
pub mod cli;
pub mod config;
pub mod extract;
pub mod finding;
pub mod finnish;
pub mod fix;
pub mod language;
pub mod law;
pub mod layout;
pub mod lsp;
pub mod phrase;
pub mod place;
pub mod recognise;
pub mod report;
pub mod rule;
pub mod segment;
pub mod source;

mod examine;
mod table;

pub use examine::{Examined, Outcome, Reading, Request, configuration, examine, script};
