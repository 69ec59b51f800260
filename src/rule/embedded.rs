//! The rule files as the build script embeds them.

#![allow(clippy::unreadable_literal, reason = "places in a table that nobody reads")]

use std::ops::Range;

// FILES: of every file its path, the place of its text, and that of its parsed form. PACKED: of every packed file its
// path and its bytes.
include!(concat!(env!("OUT_DIR"), "/rules.rs"));

static TEXTS: &str = include_str!(concat!(env!("OUT_DIR"), "/rules.txt"));
static PARSED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rules.parsed"));

/// One file that is built in.
pub(super) struct Embedded {
    pub(super) path: &'static str,
    pub(super) text: &'static str,
    pub(super) parsed: &'static [u8],
}

/// All files, in order of their paths.
pub(super) fn files() -> impl Iterator<Item = Embedded> {
    FILES.iter().map(|(path, text, parsed)| Embedded {
        path,
        text: &TEXTS[text.clone()],
        parsed: &PARSED[parsed.clone()],
    })
}

/// All packed files with their paths.
pub(super) fn packed() -> impl Iterator<Item = (&'static str, &'static [u8])> {
    PACKED.iter().copied()
}
