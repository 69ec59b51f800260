//! What the text below a heading says of its kind, where the heading alone leaves it open or says nothing.

use std::ops::Range;

use super::Kind;
use super::lexicon::{Cue, Entry, Force};
use super::reading::{Fit, Reading, Scan, in_order};
use crate::phrase::PhraseId;

/// The text decides only when it holds so much of what a kind of section says.
const ENOUGH: usize = 2;
/// One phrase counts at most so often: a text that repeats one word is not about it.
const REPEATED: usize = 2;

impl Scan<'_> {
    /// Adds the kinds of cues that count only where the text below agrees, or the section before. Of two such cues
    /// in one word, "siirrot" to processors or to third countries, the later kind wins: a text that names third
    /// countries nearly always names service providers too.
    pub(super) fn add_open(
        &self,
        reading: &mut Reading,
        heading: &Range<usize>,
        body: &Range<usize>,
        before: &[Kind],
    ) {
        let mut chosen: Vec<(usize, &Cue)> = Vec::new();
        for heard in self.clearest(heading) {
            let cue = &self.lexicon.cues[heard.cue];
            let entry = self.entry(cue);
            let agrees = || {
                self.count(&entry.content, body) > 0
                    || entry.beside.iter().any(|kind| kind.holds_any(before))
            };
            if cue.force != Force::IfContent || !agrees() {
                continue;
            }
            match chosen.iter_mut().find(|(at, _)| *at == heard.first) {
                Some((_, known)) if self.entry(known).kinds > entry.kinds => {}
                Some((_, known)) => *known = cue,
                None => chosen.push((heard.first, cue)),
            }
        }
        // A vague word counts only where nothing clearer is said.
        if !chosen.is_empty() && reading.fit <= Fit::Hint {
            reading.kinds.clear();
        }
        for (_, cue) in chosen {
            reading.kinds.extend(&self.entry(cue).kinds);
            reading.fit = reading.fit.max(Fit::Hint);
            reading.because.push(cue.written.clone());
        }
        reading.kinds = in_order(&reading.kinds);
    }

    fn entry(&self, cue: &Cue) -> &Entry {
        &self.lexicon.entries[cue.entry]
    }

    /// The kinds that the text below speaks of most, if it speaks of no other as much.
    pub(super) fn by_content(&self, reading: &mut Reading, body: &Range<usize>) {
        let entries = self.lexicon.entries.iter().filter(|entry| !entry.content.is_empty());
        let mut counts: Vec<(usize, &Entry)> =
            entries.map(|entry| (self.count(&entry.content, body), entry)).collect();
        counts.sort_by_key(|(count, entry)| (std::cmp::Reverse(*count), entry.kinds.clone()));
        let second = counts.get(1).map_or(0, |(count, _)| *count);
        if let Some((count, entry)) = counts.first()
            && *count >= ENOUGH
            && *count > second
        {
            reading.kinds.clone_from(&entry.kinds);
            reading.fit = Fit::Content;
        }
    }

    /// How much of the phrases stands in a range of words.
    fn count(&self, phrases: &[PhraseId], range: &Range<usize>) -> usize {
        phrases
            .iter()
            .map(|phrase| {
                let hits = self.hits.of(*phrase);
                let from = hits.partition_point(|hit| hit.first < range.start);
                let inside = hits[from..].iter().take_while(|hit| hit.first < range.end);
                inside.filter(|hit| hit.last < range.end).count().min(REPEATED)
            })
            .sum()
    }
}
