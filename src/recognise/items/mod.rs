//! The items of the catalogue: which of them stand in a notice, where, and which are not asked of it.

use crate::finnish::words::Word;
use crate::language::Language;
use crate::law::Citation;
use crate::layout::Script;
use crate::recognise::{ItemFound, Profile, SignalFound};
use crate::rule::{AuthorError, RuleFiles};
use crate::segment::Outline;

/// How the items are recognised: `rules/items/*.toml` and `rules/signals.toml`, checked.
#[derive(Debug, Default)]
pub struct ItemRules {}

/// What was recognised of the items.
#[derive(Debug, Default)]
pub struct Recognised {
    /// Every item of the catalogue, in catalogue order.
    pub items: Vec<ItemFound>,
    /// The circumstances that decided which items are asked for.
    pub signals: Vec<SignalFound>,
}

impl ItemRules {
    /// Reads the files.
    ///
    /// # Errors
    /// With file and line, when an author made a mistake.
    pub fn load(_files: &RuleFiles) -> Result<Self, AuthorError> {
        Ok(Self {})
    }
}

/// What a notice read so far is asked about its items.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// Its text.
    pub script: &'a Script,
    /// Its words, furniture left out.
    pub words: &'a [Word],
    /// Its sections.
    pub outline: &'a Outline,
    /// What it is and whose.
    pub profile: &'a Profile,
    /// The statutes it cites.
    pub citations: &'a [Citation],
    /// Whether a part of the document could not be read.
    pub unread: bool,
    /// The language of reasons.
    pub language: Language,
}

/// Recognises the items of a notice.
pub fn find(_rules: &ItemRules, _reading: &Reading<'_>) -> Recognised {
    Recognised::default()
}
