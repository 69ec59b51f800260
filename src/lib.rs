//! Seloste reads existing Finnish privacy notices and says what they lack.

pub mod canon;
pub mod check;
pub mod extract;
pub mod finding;
pub mod finnish;
pub mod language;
pub mod law;
pub mod layout;
pub mod phrase;
pub mod place;
pub mod recognise;
pub mod rule;
pub mod segment;
