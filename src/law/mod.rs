//! The law as far as notices cite it: the registers of statutes and of obsolete terms, citations and their status.

mod articles;
mod cite;
mod claim;
mod date;
pub mod index;
mod lookup;
mod names;
mod register;
mod term;

use std::borrow::Cow;
use std::sync::OnceLock;

use jiff::civil::Date;

use crate::finding::Confidence;
use crate::finnish::words::Word;
use crate::language::Language;
use crate::layout::Script;
use crate::place::Span;
use crate::rule::{AuthorError, NAMES, RuleFiles};

pub use cite::{CitedArticles, Provision};
pub use claim::{Claim, Claims};
pub(crate) use names::NameBook;
pub use names::StatuteKind;
pub use register::{ActNumber, Misnumbering, Origin, Register, Statute, StatuteId};
pub(crate) use register::{INDEX_PATH, Ids};
pub use term::{Correction, Owner, Repair, Severity, Term, Terms};

/// The registers, ready to read notices with.
#[derive(Debug)]
pub struct Law {
    register: Register,
    names: OnceLock<Cow<'static, NameBook>>,
    wording: cite::Wording,
    articles: articles::Articles,
    terms: Terms,
}

impl Law {
    /// Reads `statutes.toml` with the index, `citations.toml`, `articles.toml` and `terms.toml`.
    ///
    /// # Errors
    /// When one of them is missing, malformed or contradicts itself.
    pub fn load(files: &RuleFiles) -> Result<Self, AuthorError> {
        let are_built_in =
            [register::PATH, cite::PATH].into_iter().all(|path| files.is_built_in(path));
        Ok(Self {
            register: Register::load(files)?,
            wording: cite::Wording::load(files)?,
            names: if are_built_in {
                OnceLock::from(Cow::Borrowed(&NAMES))
            } else {
                OnceLock::new()
            },
            articles: articles::Articles::load(files)?,
            terms: Terms::load(files)?,
        })
    }

    /// Makes what notices are read with, and other uses of the registers can do without.
    pub fn make_ready(&self) {
        self.reader(Date::MIN, Date::MIN).names();
    }

    /// Packs a table of statutes into an index, with the words of `citations.toml`.
    ///
    /// # Errors
    /// When that file is missing or malformed, or the table holds more than fits.
    pub fn packed_index(files: &RuleFiles, table: &index::Table) -> Result<Vec<u8>, AuthorError> {
        let wording = cite::Wording::load(files)?;
        index::pack(table, |title| wording.heads.title_key(title)).map_err(|message| AuthorError {
            file: register::INDEX_PATH.to_owned(),
            line: 1,
            message,
        })
    }

    /// The statutes.
    pub fn register(&self) -> &Register {
        &self.register
    }

    /// The addresses of the supervisory authority that are current.
    pub fn authority_addresses(&self) -> &[String] {
        self.terms.authority_addresses()
    }

    /// Words round an obsolete form that say how sure its repair is.
    pub fn repair_words(&self) -> &Repair {
        self.terms.repair()
    }

    /// The entry of an obsolete authority, term or contact.
    pub fn term(&self, id: &str) -> Option<&Term> {
        self.terms.get(id)
    }

    /// All entries of obsolete authorities, terms and contacts, in the order of the file.
    pub fn all_terms(&self) -> &[Term] {
        self.terms.all()
    }

    /// Every citation in a notice, in order, with its status on `as_of`. A name that passed from one act
    /// to another means the one that bore it on the notice's own date.
    pub fn citations(
        &self,
        script: &Script,
        words: &[Word],
        as_of: Date,
        notice_date: Option<Date>,
    ) -> Vec<Citation> {
        self.reader(as_of, notice_date.unwrap_or(as_of)).read(&script.text, words)
    }

    /// The places that a citation names, taken apart: "6 artiklan 1 kohdan c alakohta".
    pub fn provisions(&self, citation: &Citation) -> Vec<Provision> {
        let place = citation.section.as_deref().unwrap_or_default();
        cite::provisions(&self.wording, place)
    }

    /// The articles that a text cites, with an act beside them or without.
    pub fn articles(&self, text: &str, words: &[Word]) -> Vec<CitedArticles> {
        cite::articles(&self.wording, text, words)
    }

    /// What notices claim beside articles.
    pub fn claims(&self) -> &Claims {
        &self.articles.claims
    }

    fn reader(&self, as_of: Date, written_on: Date) -> cite::Reader<'_> {
        cite::Reader {
            register: &self.register,
            names: &self.names,
            wording: &self.wording,
            articles: &self.articles,
            as_of,
            written_on,
        }
    }

    /// Every obsolete authority, term and contact in a notice, in order. What is part of a citation that has
    /// a finding of its own, or tells of history, is left out: one fault at one place is told once.
    pub fn terms(
        &self,
        script: &Script,
        words: &[Word],
        language: Language,
        as_of: Date,
        citations: &[Citation],
    ) -> Vec<TermHit> {
        // A decision on transfers is told better as a mechanism that ended than as a repealed act.
        let is_decision = |citation: &Citation| {
            let act = citation.id.as_deref().and_then(|id| self.register.find(id));
            act.is_some_and(|act| self.register.statute(act).kind == StatuteKind::Decision)
        };
        let told = |hit: &TermHit| {
            citations.iter().any(|citation| {
                citation.span.overlaps(hit.span)
                    && (citation.problem.is_some() || citation.history)
                    && !is_decision(citation)
            })
        };
        let mut hits = self.terms.find(script, words, language, as_of);
        hits.retain(|hit| !told(hit));
        hits
    }
}

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
    /// Other acts that the same words could mean on the notice's day: acts of one title side by side.
    pub others: Vec<String>,
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
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
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
    /// The act is in force, and its end is known: told for the days ahead that a user asks for.
    RepealAhead,
    /// The act is right, and has no such article, paragraph or point.
    NoSuchProvision,
    /// A number that no act ever had.
    NoSuchNumber,
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
