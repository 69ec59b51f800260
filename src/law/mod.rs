//! The law as far as notices cite it: the registers of statutes and of obsolete terms, citations and their status.

use crate::finding::Confidence;
use crate::place::Span;

/// A citation of a Finnish statute or an EU act.
#[derive(Debug, Clone, PartialEq)]
pub struct Citation {
    /// The words that cite.
    pub span: Span,
    /// The act that is meant: "523/1999", "(EU) 2016/679"; `None` when it cannot be told.
    pub id: Option<String>,
    /// Its name in the register.
    pub name: Option<String>,
    /// The sections cited, as written: "10 ja 24 §".
    pub section: Option<String>,
    /// Its status on the day asked for.
    pub status: CitationStatus,
    /// What is wrong with it, if anything.
    pub problem: Option<Problem>,
    /// First day out of force (ISO).
    pub repealed_on: Option<String>,
    /// The acts that took its place.
    pub replaced_by: Vec<String>,
    /// How sure the register and the reading are.
    pub confidence: Confidence,
    /// Told as history ("korvasi henkilötietolain"): never a fault.
    pub history: bool,
}

/// Status of a cited act on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CitationStatus {
    /// In force.
    InForce,
    /// Out of force.
    Repealed,
    /// Comes into force later.
    NotYetInForce,
    /// The name of one act with the number of another.
    Misnumbered,
    /// Not in the register: never taken as fine.
    Unknown,
}

/// What is wrong with a citation; each is a rule of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// The act is out of force.
    Repealed,
    /// The act is in force, the section cited is not.
    SectionRepealed,
    /// The act is not in force yet.
    NotYetInForce,
    /// A statute's name with another act's number.
    Misnumbered,
    /// The number is right, the title beside it is not that act's.
    TitleMismatch,
    /// The GDPR's number written backwards.
    NumberReversed,
    /// Not in the register.
    Unknown,
}

/// A place where an obsolete authority, term or contact stands.
#[derive(Debug, Clone, PartialEq)]
pub struct TermHit {
    /// Id of the register's entry.
    pub id: String,
    /// Where.
    pub span: Span,
}
