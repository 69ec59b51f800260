//! The signals: circumstances read from the notice that decide which items are asked for.

use std::collections::BTreeMap;

use super::clue::{Clue, phrases};
use super::view::View;
use super::written::SignalsFile;
use crate::canon::{Kind, Signal};
use crate::phrase::{PhraseBook, PhraseId};
use crate::recognise::SignalFound;
use crate::rule::{AuthorError, RuleFiles};

/// The clues of every signal, and the words that negate.
#[derive(Debug)]
pub(super) struct SignalRules {
    pub(super) negations: Vec<PhraseId>,
    pub(super) rights_cues: Vec<PhraseId>,
    pub(super) topics: Vec<(Kind, Vec<PhraseId>)>,
    clues: BTreeMap<Signal, Vec<Clue>>,
}

impl SignalRules {
    pub(super) fn load(files: &RuleFiles, book: &mut PhraseBook) -> Result<Self, AuthorError> {
        let file = files.required("signals.toml")?;
        let written: SignalsFile = file.parse()?;
        let mut clues = BTreeMap::new();
        for (signal, of_signal) in &written.signal {
            let of_signal: Result<Vec<_>, _> =
                of_signal.iter().map(|clue| Clue::compile(clue, file, book)).collect();
            clues.insert(*signal, of_signal?);
        }
        let mut topics = Vec::new();
        for (kind, cues) in &written.topics {
            topics.push((*kind, phrases(cues, file, book)?));
        }
        Ok(Self {
            topics,
            negations: phrases(&written.negations, file, book)?,
            rights_cues: phrases(&written.rights_cues, file, book)?,
            clues,
        })
    }

    /// The signals that the files know.
    pub(super) fn known(&self) -> impl Iterator<Item = Signal> {
        self.clues.keys().copied()
    }

    /// The signals seen, in order.
    pub(super) fn seen(&self, view: &View<'_>) -> Vec<SignalFound> {
        let mut seen: BTreeMap<Signal, SignalFound> = BTreeMap::new();
        for (signal, clues) in &self.clues {
            let mut spans: Vec<_> = clues.iter().flat_map(|clue| clue.spots(view)).collect();
            spans.sort_unstable();
            spans.dedup();
            if !spans.is_empty() {
                seen.insert(*signal, SignalFound { signal: *signal, spans });
            }
        }
        if view.reading.profile.public_body {
            let public = SignalFound { signal: Signal::Public, spans: Vec::new() };
            seen.entry(Signal::Public).or_insert(public);
        } else {
            seen.remove(&Signal::Public);
        }
        seen.into_values().collect()
    }
}
