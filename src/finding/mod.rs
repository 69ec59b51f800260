//! Findings: what is wrong, where, why, and what to write instead.

mod fingerprint;
mod fix;

pub use fingerprint::stamp;
pub use fix::{Fix, Safety};

use crate::canon::Item;
use crate::place::Span;

/// How grave a finding is.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    clap::ValueEnum,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Style, or a question for a person.
    Note,
    /// Too thin, out of date, or very probably wrong.
    Warning,
    /// A mandatory item is missing, or the text misleads.
    Error,
}

/// How sure we are, apart from how grave it is.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// A hint.
    Low,
    /// Probable; a careful colleague could differ.
    Medium,
    /// Read in the text.
    High,
}

impl Confidence {
    /// Its name in registers and reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
        }
    }
}

/// One fault at one place. Messages are in the language asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// Name of the rule.
    pub rule: String,
    /// Number of the check in the catalogue (`C01` …), where the rule is one of its checks.
    pub catalogue: Option<String>,
    /// Id of the entry in the register of obsolete terms.
    pub term: Option<String>,
    /// How grave.
    pub level: Level,
    /// How sure.
    pub confidence: Confidence,
    /// The item it is about.
    pub item: Option<Item>,
    /// What is wrong.
    pub message: String,
    /// What to write instead.
    pub help: String,
    /// The legal basis, as it is cited.
    pub basis: String,
    /// Where; `None` for the document as a whole.
    pub span: Option<Span>,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// A mechanical repair.
    pub fix: Option<Fix>,
    /// How sure text recognition is of the words it rests on, in hundredths; nothing where the file itself has
    /// its text.
    pub ocr: Option<u8>,
    /// Other rules that found the same fault and leave it to this one to tell.
    pub also: Vec<String>,
    /// Why a person has put it aside.
    pub suppressed: Option<Suppressed>,
    /// Whether it stands in the baseline: it was there before, and is told as such.
    pub known: bool,
    /// Names the finding over rewrapping, renumbering and moving; see [`stamp`].
    pub fingerprint: String,
}

/// A finding that a person has judged and put aside.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Suppressed {
    /// Why.
    pub reason: String,
    /// Who answers for it.
    pub owner: Option<String>,
    /// The last day on which it holds.
    pub until: Option<String>,
    /// Whether it is written in the document itself; not part of the contract.
    #[serde(skip)]
    pub in_source: bool,
}

impl Finding {
    /// Whether it counts: nobody put it aside, and it was not there before.
    pub fn counts(&self) -> bool {
        self.suppressed.is_none() && !self.known
    }

    /// The repairs of all its places, each with its words.
    pub fn fixes(&self) -> impl Iterator<Item = (Span, &Fix)> {
        let own = self.span.zip(self.fix.as_ref());
        own.into_iter()
            .chain(self.related.iter().filter_map(|at| Some((at.span, at.fix.as_ref()?))))
    }

    /// Who may write its repairs: the least safe of them tells.
    pub fn safety(&self) -> Option<Safety> {
        self.fixes().map(|(_, fix)| fix.safety).min()
    }
}

/// A second place of a finding.
#[derive(Debug, Clone, PartialEq)]
pub struct Related {
    /// Where.
    pub span: Span,
    /// What stands there.
    pub message: String,
    /// A mechanical repair of the words there, where the same fault stands there again.
    pub fix: Option<Fix>,
}

impl Related {
    /// A place that needs no repair of its own.
    pub fn new(span: Span, message: String) -> Self {
        Self { span, message, fix: None }
    }
}
