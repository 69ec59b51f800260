//! What a heading announces: the cues and variants in its words, weighed against each other.

use std::ops::Range;

use super::lexicon::{Cue, Force, Lexicon};
use super::{Kind, variants::Known};
use crate::finding::Confidence;
use crate::finnish::words::Word;
use crate::phrase::Hits;

/// The words of a text with everything in them that the lexicon knows.
pub struct Scan<'a> {
    lexicon: &'a Lexicon,
    words: &'a [Word],
    hits: Hits,
    heard: Vec<Heard>,
}

/// A cue in the text.
#[derive(Debug, Clone, Copy)]
struct Heard {
    first: usize,
    last: usize,
    cue: usize,
}

/// What a heading announces.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The kinds, in catalogue order; empty where nothing is known.
    pub kinds: Vec<Kind>,
    /// By what they were recognised.
    pub fit: Fit,
    /// Share of its words that headings are made of, from 0 to 1.
    pub coverage: f32,
    /// Whether it is the title of the document.
    pub title: bool,
    /// The variant, phrases or words that decided.
    pub because: Vec<String>,
}

/// By what a heading was recognised, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// By nothing.
    Nothing,
    /// By the text below it.
    Content,
    /// By a vague word.
    Hint,
    /// By phrases that announce a kind in any wording.
    Cue,
    /// As a heading met before.
    Variant,
}

impl Reading {
    /// How sure the kinds are.
    pub fn confidence(&self) -> Confidence {
        match self.fit {
            Fit::Variant => Confidence::High,
            Fit::Cue if self.coverage >= 0.5 => Confidence::High,
            Fit::Cue => Confidence::Medium,
            Fit::Hint | Fit::Content | Fit::Nothing => Confidence::Low,
        }
    }
}

impl Lexicon {
    /// Looks for everything it knows in the words of a text.
    pub fn scan<'a>(&'a self, words: &'a [Word]) -> Scan<'a> {
        let hits = self.book.find(words);
        let mut heard: Vec<Heard> = self
            .cues
            .iter()
            .enumerate()
            .flat_map(|(cue, Cue { phrase, .. })| {
                hits.of(*phrase).iter().map(move |hit| Heard {
                    first: hit.first,
                    last: hit.last,
                    cue,
                })
            })
            .collect();
        heard.sort_by_key(|heard| (heard.first, heard.last, heard.cue));
        Scan { lexicon: self, words, hits, heard }
    }
}

impl<'a> Scan<'a> {
    /// The words that were scanned.
    pub fn words(&self) -> &'a [Word] {
        self.words
    }

    /// Whether these words are a heading met before.
    pub fn is_variant(&self, heading: Range<usize>) -> bool {
        self.lexicon.variants.exact(&self.words[heading]).is_some()
    }

    /// What a heading announces by its own words.
    pub fn read(&self, heading: Range<usize>) -> Reading {
        let words = &self.words[heading.clone()];
        let heard = self.clearest(&heading);
        let coverage = self.coverage(&heading, &heard);
        if let Some(known) = self.lexicon.variants.exact(words) {
            return self.by_variant(known, coverage);
        }
        for (force, fit) in [(Force::Cue, Fit::Cue), (Force::Hint, Fit::Hint)] {
            let reading = self.by_cues(&heard, force, fit, coverage);
            if !reading.kinds.is_empty() {
                return reading;
            }
        }
        self.by_cues(&[], Force::Cue, Fit::Nothing, coverage)
    }

    /// What a heading announces together with the text below it; typing slips are seen through.
    pub fn read_with_body(&self, heading: Range<usize>, body: Range<usize>) -> Reading {
        let mut reading = self.read(heading.clone());
        if reading.fit < Fit::Cue
            && let Some(respelt) = self.respelt(heading.clone())
        {
            reading = respelt;
        }
        if reading.fit != Fit::Variant {
            self.add_open(&mut reading, &heading, &body);
        }
        if reading.kinds.is_empty() {
            self.by_content(&mut reading, &body);
        }
        if reading.kinds.len() > 1 {
            reading.kinds.retain(|kind| *kind != Kind::Other);
        }
        if reading.kinds.is_empty() {
            reading.kinds.push(Kind::Other);
        }
        reading
    }

    fn by_variant(&self, known: &Known, coverage: f32) -> Reading {
        let entries = known.entries.iter().map(|entry| &self.lexicon.entries[*entry]);
        Reading {
            kinds: in_order(entries.clone().flat_map(|entry| &entry.kinds)),
            fit: Fit::Variant,
            coverage,
            title: entries.clone().all(|entry| entry.title),
            because: vec![known.written.clone()],
        }
    }

    fn by_cues(&self, heard: &[Heard], force: Force, fit: Fit, coverage: f32) -> Reading {
        let cues: Vec<&Cue> = heard
            .iter()
            .map(|heard| &self.lexicon.cues[heard.cue])
            .filter(|cue| cue.force == force)
            .collect();
        let entries = cues.iter().map(|cue| &self.lexicon.entries[cue.entry]);
        let kinds = in_order(entries.clone().flat_map(|entry| &entry.kinds));
        let title =
            !kinds.is_empty() && entries.clone().all(|entry| entry.title || entry.kinds.is_empty());
        let mut because: Vec<String> = cues.iter().map(|cue| cue.written.clone()).collect();
        because.dedup();
        Reading { kinds, fit, coverage, title, because }
    }

    /// The cues inside a heading that no longer cue holds inside itself.
    fn clearest(&self, heading: &Range<usize>) -> Vec<Heard> {
        let from = self.heard.partition_point(|heard| heard.first < heading.start);
        let inside: Vec<Heard> = self.heard[from..]
            .iter()
            .take_while(|heard| heard.first < heading.end)
            .filter(|heard| heard.last < heading.end)
            .copied()
            .collect();
        let drowned = |small: &Heard| {
            inside.iter().any(|large| {
                let holds = large.first <= small.first && small.last <= large.last;
                let longer = large.last - large.first > small.last - small.first;
                let same = large.first == small.first && large.last == small.last;
                holds && (longer || same && self.letters(*large) > self.letters(*small))
            })
        };
        inside.iter().filter(|heard| !drowned(heard)).copied().collect()
    }

    fn letters(&self, heard: Heard) -> usize {
        self.lexicon.cues[heard.cue].letters
    }

    fn coverage(&self, heading: &Range<usize>, heard: &[Heard]) -> f32 {
        let known = heading
            .clone()
            .filter(|at| {
                heard.iter().any(|heard| heard.first == *at || heard.last == *at)
                    || self.lexicon.variants.knows(&self.words[*at].folded)
            })
            .count();
        known as f32 / heading.len().max(1) as f32
    }

    /// Reads the heading again with its misspelt words as they were meant.
    fn respelt(&self, heading: Range<usize>) -> Option<Reading> {
        let mut words = self.words[heading].to_vec();
        let mut meant = Vec::new();
        for word in &mut words {
            if !self.lexicon.variants.knows(&word.folded)
                && let Some(right) = self.lexicon.variants.respelt(&word.folded)
            {
                meant.push(right.to_owned());
                right.clone_into(&mut word.folded);
            }
        }
        if meant.is_empty() {
            return None;
        }
        let mut reading = self.lexicon.scan(&words).read(0..words.len());
        reading.because.extend(meant);
        (reading.fit >= Fit::Cue).then_some(reading)
    }

    /// Adds the kinds of cues that count only where the text below agrees.
    fn add_open(&self, reading: &mut Reading, heading: &Range<usize>, body: &Range<usize>) {
        for heard in self.clearest(heading) {
            let cue = &self.lexicon.cues[heard.cue];
            if cue.force != Force::IfContent {
                continue;
            }
            let entry = &self.lexicon.entries[cue.entry];
            if entry.content.iter().any(|phrase| self.holds(*phrase, body)) {
                reading.kinds.extend(&entry.kinds);
                reading.fit = reading.fit.max(Fit::Hint);
                reading.because.push(cue.written.clone());
            }
        }
        reading.kinds = in_order(&reading.kinds);
    }

    /// The kinds that the text below speaks of most.
    fn by_content(&self, reading: &mut Reading, body: &Range<usize>) {
        let said = |entry: &super::lexicon::Entry| {
            entry.content.iter().filter(|phrase| self.holds(**phrase, body)).count()
        };
        let best = self.lexicon.entries.iter().map(|entry| (said(entry), entry));
        if let Some((count, entry)) = best.max_by_key(|(count, _)| *count)
            && count > 1
        {
            reading.kinds.clone_from(&entry.kinds);
            reading.fit = Fit::Content;
        }
    }

    fn holds(&self, phrase: crate::phrase::PhraseId, range: &Range<usize>) -> bool {
        let hits = self.hits.of(phrase);
        let from = hits.partition_point(|hit| hit.first < range.start);
        hits[from..].iter().take_while(|hit| hit.first < range.end).any(|hit| hit.last < range.end)
    }
}

fn in_order<'k>(kinds: impl IntoIterator<Item = &'k Kind>) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = kinds.into_iter().copied().collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}
