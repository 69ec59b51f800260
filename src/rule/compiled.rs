//! What the rule files that are built in were made into by the build script.

#![allow(clippy::unreadable_literal, reason = "numbers that nobody reads")]

use std::borrow::Cow::Borrowed;

use crate::canon::Variants;
use crate::law::{Ids, NameBook};
use crate::phrase::{Atoms, Phrases, Shapes};
use crate::table::{Keys, Lists, Numbers, Parts, Strings};

/// All phrases, with the classes of `words.toml`.
pub(crate) static PHRASES: Phrases = include!(concat!(env!("OUT_DIR"), "/phrases.rs"));

/// The names of the acts of `statutes.toml`, in the words of `citations.toml`.
pub(crate) static NAMES: NameBook = include!(concat!(env!("OUT_DIR"), "/names.rs"));

/// The headings of `headings/`.
pub(crate) static HEADINGS: Variants = include!(concat!(env!("OUT_DIR"), "/headings.rs"));

/// The ids of the acts of `statutes.toml`.
pub(crate) static IDS: Ids = include!(concat!(env!("OUT_DIR"), "/ids.rs"));
