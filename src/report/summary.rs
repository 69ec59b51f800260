//! The sums of a run.

use std::ops::AddAssign;

use serde::Serialize;

use crate::extract::Format;
use crate::finding::{Level, Safety};
use crate::{Examined, Outcome, Reading};

/// The sums of a run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Summary {
    /// Documents given.
    pub documents: usize,
    /// Of them examined.
    pub examined: usize,
    /// Of them read whole, without an unread page; not part of the contract.
    #[serde(skip)]
    pub read_whole: usize,
    /// Findings by level.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Notes.
    pub notes: usize,
    /// Findings that a person has put aside; not among the others.
    pub suppressed: usize,
    /// Findings that were there before; not among the others.
    pub known: usize,
    /// Findings that count and whose repairs `seloste fix` writes; not part of the contract.
    #[serde(skip)]
    pub fixable: usize,
    /// The same with `--unsafe` only.
    #[serde(skip)]
    pub fixable_unsafe: usize,
}

impl Summary {
    /// The sums of one document.
    pub fn of(examined: &Examined) -> Self {
        let mut summary = Self { documents: 1, ..Self::default() };
        if let Outcome::Read(reading) = &examined.outcome {
            summary.examined = 1;
            let cover = reading.about.as_ref().is_some_and(|about| about.portfolio);
            summary.read_whole = usize::from(reading.unread_pages.is_empty() && !cover);
            for finding in &reading.findings {
                let count = match finding.level {
                    _ if finding.suppressed.is_some() => &mut summary.suppressed,
                    _ if finding.known => &mut summary.known,
                    Level::Error => &mut summary.errors,
                    Level::Warning => &mut summary.warnings,
                    Level::Note => &mut summary.notes,
                };
                *count += 1;
            }
            let of = |safety| fixable(reading).filter(|found| *found == safety).count();
            summary.fixable = of(Safety::Safe);
            summary.fixable_unsafe = of(Safety::Unsafe);
        }
        // The configuration may be found fault with, and is no document.
        if examined.format == Some(Format::Config) {
            summary = Self { documents: 0, examined: 0, read_whole: 0, ..summary };
        }
        summary
    }

    /// Whether anything was found at this level or above.
    pub fn has(&self, level: Level) -> bool {
        match level {
            Level::Note => self.notes + self.warnings + self.errors > 0,
            Level::Warning => self.warnings + self.errors > 0,
            Level::Error => self.errors > 0,
        }
    }
}

/// Of the findings that count, how safe those repairs are that can be written into the document.
fn fixable(reading: &Reading) -> impl Iterator<Item = Safety> {
    let script = &reading.notice.script;
    let counting = reading.findings.iter().filter(|finding| finding.counts());
    counting.filter_map(|finding| {
        let written = finding.fixes().filter(|(span, _)| script.in_source(*span).is_some());
        written.map(|(_, fix)| fix.safety).max()
    })
}

impl AddAssign for Summary {
    fn add_assign(&mut self, other: Self) {
        self.documents += other.documents;
        self.examined += other.examined;
        self.read_whole += other.read_whole;
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.notes += other.notes;
        self.suppressed += other.suppressed;
        self.known += other.known;
        self.fixable += other.fixable;
        self.fixable_unsafe += other.fixable_unsafe;
    }
}
