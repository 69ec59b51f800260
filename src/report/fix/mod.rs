//! What `seloste fix` did to a document: for people, for machines, and as a difference that other programs can apply.

mod json;
mod text;

use std::ops::AddAssign;

use similar::TextDiff;

use crate::finding::{Finding, Fix, Safety};
use crate::fix::{Edit, Refusal};
use crate::place::{Place, Span, on_one_line};
use crate::{Examined, Outcome, Reading};

pub use json::json;
pub use text::Text;

/// A document with what was made of its repairs.
#[derive(Debug)]
pub struct Repaired {
    /// The document as it was examined.
    pub examined: Examined,
    /// The edits that were made, or would be.
    pub edits: Vec<Edit>,
    /// What became of them.
    pub fate: Fate,
}

/// What became of the edits of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fate {
    /// They stand in the document; or there are none.
    Written,
    /// Nothing was to be written.
    Shown,
    /// They cannot be made without spoiling something else.
    Refused(Refusal),
    /// The operating system says no.
    NotWritten(String),
}

/// Repairs by what became of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize)]
pub struct Sums {
    /// Documents given.
    pub documents: usize,
    /// Of them examined, and written where there was something to write.
    pub done: usize,
    /// Documents with repairs that were made, or would be.
    pub changed: usize,
    /// Repairs made, or to be made.
    pub repairs: usize,
    /// Repairs that `--unsafe` would make.
    #[serde(rename = "unsafe")]
    pub with_unsafe: usize,
    /// Repairs left to a person.
    pub suggestions: usize,
}

/// One repair of one place.
pub(super) struct Repair<'a> {
    pub(super) finding: &'a Finding,
    pub(super) place: Place,
    pub(super) old: String,
    pub(super) fix: &'a Fix,
    /// Whether it was made, or would be.
    pub(super) is_made: bool,
    /// Whether `--unsafe` would make it.
    pub(super) waits: bool,
}

impl Repaired {
    /// Every repair that is known for the document, in order of place.
    pub(super) fn repairs(&self) -> Vec<Repair<'_>> {
        let Outcome::Read(reading) = &self.examined.outcome else { return Vec::new() };
        let findings = reading.findings.iter().enumerate().filter(|(_, found)| found.counts());
        let repairs = findings.flat_map(|(index, finding)| {
            finding.fixes().map(move |(span, fix)| self.repair(reading, index, finding, span, fix))
        });
        let mut repairs: Vec<_> = repairs.collect();
        repairs.sort_by_key(|(span, _)| *span);
        repairs.into_iter().map(|(_, repair)| repair).collect()
    }

    fn repair<'a>(
        &self,
        reading: &'a Reading,
        index: usize,
        finding: &'a Finding,
        span: Span,
        fix: &'a Fix,
    ) -> (Span, Repair<'a>) {
        let script = &reading.notice.script;
        let source = script.in_source(span);
        let holds = matches!(self.fate, Fate::Written | Fate::Shown);
        let made = |edit: &Edit| edit.finding == index && Some(edit.span) == source;
        let is_made = holds && self.edits.iter().any(made);
        let repair = Repair {
            finding,
            place: script.place(span),
            old: on_one_line(span.of(&script.text)),
            fix,
            is_made,
            waits: holds && !is_made && source.is_some() && fix.safety == Safety::Unsafe,
        };
        (span, repair)
    }

    /// The sums of the document.
    pub fn sums(&self) -> Sums {
        let repairs = self.repairs();
        let made = repairs.iter().filter(|repair| repair.is_made).count();
        let waiting = repairs.iter().filter(|repair| repair.waits).count();
        let is_read = matches!(self.examined.outcome, Outcome::Read(_));
        let holds = matches!(self.fate, Fate::Written | Fate::Shown);
        Sums {
            documents: 1,
            done: usize::from(is_read && holds),
            changed: usize::from(made > 0),
            repairs: made,
            with_unsafe: waiting,
            suggestions: repairs.len() - made - waiting,
        }
    }
}

impl AddAssign for Sums {
    fn add_assign(&mut self, other: Self) {
        self.documents += other.documents;
        self.done += other.done;
        self.changed += other.changed;
        self.repairs += other.repairs;
        self.with_unsafe += other.with_unsafe;
        self.suggestions += other.suggestions;
    }
}

/// The unified difference between two states of a document, as `patch` takes it.
pub fn unified(path: &str, old: &str, new: &str) -> String {
    TextDiff::from_lines(old, new).unified_diff().header(path, path).to_string()
}
