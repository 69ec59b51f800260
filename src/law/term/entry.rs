//! One entry of the register of obsolete authorities, terms and contacts.

use jiff::civil::Date;

use super::repair::{Correction, Owner};
use crate::finding::{Confidence, Level};
use crate::language::Language;
use crate::rule::TermKind;

/// One entry, with the fields of its table in the file.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Stable identifier.
    pub id: String,
    /// The obsolete form, for display.
    pub obsolete: String,
    /// What to look for.
    pub variants: Vec<String>,
    /// Telephone numbers to look for, by their beginning.
    pub phones_from: Option<String>,
    /// What to write instead.
    pub replacement: String,
    /// First day on which the form was out of date.
    #[serde(deserialize_with = "crate::law::date::iso")]
    pub since: Date,
    /// What it is.
    pub kind: TermKind,
    /// How grave.
    pub severity: Severity,
    /// Why, and how not to misfire.
    pub note: Option<String>,
    /// Of the fact and the date together.
    pub confidence: Confidence,
    /// Where the fact was read.
    pub source: String,
    /// Whether capitals count.
    #[serde(default)]
    pub case_sensitive: bool,
    /// One of these must stand near.
    #[serde(default)]
    pub requires_near: Vec<String>,
    /// None of these may stand in the sentence.
    #[serde(default)]
    pub unless_near: Vec<String>,
    /// The match may not be a part of one of these.
    #[serde(default)]
    pub unless_part_of: Vec<String>,
    /// Language of the form.
    #[serde(default)]
    pub lang: Language,
    /// Parts of the form that are replaced as they stand.
    #[serde(default)]
    pub fix: Vec<Correction>,
    /// Whose the address is, where others had it too.
    pub owner: Option<Owner>,
    /// Names in their dictionary form, the new one to be written in the case of the old one.
    #[serde(default)]
    pub rename: Vec<Correction>,
}

/// How grave an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Wrong.
    Error,
    /// Out of date.
    Warning,
    /// A matter of style.
    Info,
}

impl Severity {
    /// The level of a finding.
    pub fn level(self) -> Level {
        match self {
            Self::Error => Level::Error,
            Self::Warning => Level::Warning,
            Self::Info => Level::Note,
        }
    }
}
