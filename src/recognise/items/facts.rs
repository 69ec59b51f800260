//! The facts of a notice: what it says, where, and how it says it (`rules/facts/`).
//!
//! A fact without its negation, hedge, condition and scope makes every check that compares two of them cry wolf
//! ("ei luovuteta säännönmukaisesti, mutta suostumuksella" contradicts nothing), so they are part of it.
//! Where a signal is seen, that is a fact, too, by the name `signal/…`: its words need not be listed again.

use std::collections::{BTreeMap, BTreeSet};

use super::clue::{Clue, phrases};
use super::signals::SignalRules;
use super::view::View;
use super::written::{FactsFile, ModalityFile};
use crate::canon::Signal;
use crate::phrase::{PhraseBook, PhraseId};
use crate::recognise::{Fact, SignalFound};
use crate::rule::{AuthorError, RuleFiles};

/// How facts are recognised, checked.
#[derive(Debug)]
pub(super) struct FactRules {
    hedges: Vec<PhraseId>,
    conditions: Vec<PhraseId>,
    only: Vec<PhraseId>,
    clues: BTreeMap<String, Vec<Clue>>,
    signals: BTreeMap<String, Signal>,
}

impl FactRules {
    pub(super) fn load(
        files: &RuleFiles,
        signals: &SignalRules,
        book: &mut PhraseBook,
    ) -> Result<Self, AuthorError> {
        let file = files.required("modality.toml")?;
        let modality: ModalityFile = file.parse()?;
        let mut rules = Self {
            hedges: phrases(&modality.hedges, file, book)?,
            conditions: phrases(&modality.conditions, file, book)?,
            only: phrases(&modality.only, file, book)?,
            clues: BTreeMap::new(),
            signals: signals.known().map(|signal| (format!("signal/{signal}"), signal)).collect(),
        };
        for (_, file) in files.below("facts") {
            let written: FactsFile = file.parse()?;
            for (name, clues) in written.fact {
                let clues: Result<Vec<_>, _> =
                    clues.iter().map(|clue| Clue::compile(clue, file, book)).collect();
                let known = rules.clues.entry(name.clone()).or_default();
                // A fact without clues is only declared: a configuration may tell its words.
                if known.is_empty() {
                    *known = clues?;
                } else {
                    let message = format!("another file of `facts/` has the fact `{name}`, too");
                    return Err(file.error_at(0, message));
                }
            }
        }
        Ok(rules)
    }

    pub(super) fn knows(&self, name: &str) -> bool {
        self.clues.contains_key(name) || self.signals.contains_key(name)
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.clues.keys().chain(self.signals.keys()).map(String::as_str)
    }

    /// The facts found, in order of their places and names.
    pub(super) fn found(&self, view: &View<'_>, seen: &[SignalFound]) -> Vec<Fact> {
        let modes =
            Modes { hedged: view.clauses_with(&self.hedges), only: view.clauses_with(&self.only) };
        let mut found: Vec<Fact> = Vec::new();
        let by_clues = self.clues.iter().map(|(name, clues)| {
            (name, clues.iter().flat_map(|clue| clue.spots(view)).collect::<Vec<_>>())
        });
        let by_signals = self.signals.iter().map(|(name, signal)| {
            let found = seen.iter().find(|found| found.signal == *signal);
            (name, found.map(|found| found.spans.clone()).unwrap_or_default())
        });
        for (name, mut spans) in by_clues.chain(by_signals) {
            spans.sort_unstable_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
            spans.dedup_by(|next, kept| next.start < kept.end);
            found.extend(spans.into_iter().map(|span| self.fact(name, span, view, &modes)));
        }
        found.sort_by(|a, b| (a.span, &a.name).cmp(&(b.span, &b.name)));
        found
    }

    fn fact(&self, name: &str, span: crate::place::Span, view: &View<'_>, modes: &Modes) -> Fact {
        let words = view.words_in(span);
        let first = words.start.min(view.words.len().saturating_sub(1));
        let last = words.end.saturating_sub(1).max(first);
        let hit = crate::phrase::Hit { first, last };
        let clauses = view.words[first].clause..=view.words[last].clause;
        let stands = |of: &BTreeSet<u32>| of.range(clauses.clone()).next().is_some();
        Fact {
            name: name.to_owned(),
            span,
            sentence: view.sentence_span(first),
            section: view.section(first),
            negated: view.negated(hit),
            hedged: stands(&modes.hedged),
            conditional: view.in_sentence(&self.conditions, first),
            only: stands(&modes.only),
        }
    }
}

/// The clauses that say something in a certain manner.
struct Modes {
    hedged: BTreeSet<u32>,
    only: BTreeSet<u32>,
}
