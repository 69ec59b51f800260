//! What a heading announces: the cues and variants in its words, weighed against each other.

use std::ops::Range;

use super::lexicon::{Cue, Force, Lexicon};
use super::{Kind, variants::Known};
use crate::finding::Confidence;
use crate::finnish::words::Word;
use crate::phrase::{Hits, PhraseId};

/// A heading of which so little is known by a vague word only leaves the word to its text.
const MOSTLY_VAGUE: f32 = 0.6;

/// The words of a text with everything in them that the lexicon knows.
pub struct Scan<'a> {
    pub(super) lexicon: &'a Lexicon,
    words: &'a [Word],
    pub(super) hits: Hits,
    heard: Vec<Heard>,
    /// Rising indices of words that only sentences hold.
    verbs: Vec<usize>,
    /// Rising indices of words with which questions begin.
    questions: Vec<usize>,
}

/// A cue in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Heard {
    pub(super) first: usize,
    last: usize,
    pub(super) cue: usize,
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
    /// Whether it names the document and nothing else.
    pub title: bool,
    /// Whether it names the document, whatever else it says.
    pub names_document: bool,
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
        let (verbs, questions) = (places(&self.verbs, &hits), places(&self.questions, &hits));
        Scan { lexicon: self, words, hits, heard, verbs, questions }
    }
}

impl<'a> Scan<'a> {
    /// The words that were scanned.
    pub fn words(&self) -> &'a [Word] {
        self.words
    }

    /// Whether a question begins at a word.
    pub fn is_question(&self, first: usize) -> bool {
        self.questions.binary_search(&first).is_ok()
    }

    /// Whether a folded word only joins the parts of a heading: "ja".
    pub fn is_joining(&self, word: &str) -> bool {
        self.lexicon.variants.joins(word)
    }

    /// Whether these words hold one that makes them a sentence; questions are none.
    pub fn is_sentence(&self, heading: &Range<usize>) -> bool {
        let asks = self.is_question(heading.start);
        let from = self.verbs.partition_point(|at| *at < heading.start);
        !asks && self.verbs.get(from).is_some_and(|at| *at < heading.end)
    }

    /// What a heading announces by its own words.
    pub fn read(&self, heading: Range<usize>) -> Reading {
        let words = &self.words[heading.clone()];
        let heard = self.clearest(&heading);
        let coverage = self.coverage(&heading, &heard);
        if let Some(known) = self.lexicon.variants.find(words) {
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

    /// What a heading announces together with the text below it and the kinds of the section before; typing slips
    /// are seen through.
    pub fn read_with_body(
        &self,
        heading: Range<usize>,
        body: Range<usize>,
        before: &[Kind],
    ) -> Reading {
        let mut reading = self.read(heading.clone());
        if reading.fit < Fit::Cue
            && let Some(respelt) = self.respelt(heading.clone())
        {
            reading = respelt;
        }
        self.add_open(&mut reading, &heading, &body, before);
        // A vague word among others says less than the text: "Menevätkö tiedot maailmalle?"
        let vague = reading.fit == Fit::Hint && reading.coverage < MOSTLY_VAGUE;
        if reading.kinds.is_empty() || vague {
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

    fn by_variant(&self, known: Known<'_>, coverage: f32) -> Reading {
        let entries = known.entries.iter().map(|entry| &self.lexicon.entries[*entry as usize]);
        Reading {
            kinds: in_order(entries.clone().flat_map(|entry| &entry.kinds)),
            fit: Fit::Variant,
            coverage,
            title: entries.clone().all(|entry| entry.title),
            names_document: entries.clone().any(|entry| entry.title),
            because: vec![known.written.to_owned()],
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
        let names_document = entries.clone().any(|entry| entry.title);
        Reading { kinds, fit, coverage, title, names_document, because }
    }

    /// The cues inside a heading that no longer cue holds inside itself.
    pub(super) fn clearest(&self, heading: &Range<usize>) -> Vec<Heard> {
        let from = self.heard.partition_point(|heard| heard.first < heading.start);
        let inside: Vec<Heard> = self.heard[from..]
            .iter()
            .take_while(|heard| heard.first < heading.end)
            .filter(|heard| heard.last < heading.end)
            .copied()
            .collect();
        inside
            .iter()
            .filter(|small| !inside.iter().any(|l| self.drowns(*l, **small)))
            .copied()
            .collect()
    }

    /// Whether `large` says more at the same place. The words in the gap of a phrase are left to others.
    fn drowns(&self, large: Heard, small: Heard) -> bool {
        if (large.first, large.last) == (small.first, small.last) {
            let (a, b) = (&self.lexicon.cues[large.cue], &self.lexicon.cues[small.cue]);
            return a.force == Force::Cue && a.letters > b.letters;
        }
        let length = large.last - large.first + 1;
        let whole = self.lexicon.cues[large.cue].steps == length;
        let ends = small.first == large.first || small.last == large.last;
        large.first <= small.first && small.last <= large.last && (whole || ends)
    }

    fn coverage(&self, heading: &Range<usize>, heard: &[Heard]) -> f32 {
        let counted =
            |at: &usize| !self.words[*at].folded.starts_with(|c: char| c.is_ascii_digit());
        let all = heading.clone().filter(counted).count();
        let known = heading
            .clone()
            .filter(counted)
            .filter(|at| {
                heard.iter().any(|heard| heard.first == *at || heard.last == *at)
                    || self.lexicon.variants.knows(&self.words[*at].folded)
            })
            .count();
        known as f32 / all.max(1) as f32
    }

    /// Reads the heading again with its misspelt words as they were meant.
    fn respelt(&self, heading: Range<usize>) -> Option<Reading> {
        let mut words = self.words[heading].to_vec();
        let mut meant = Vec::new();
        for word in &mut words {
            if !self.lexicon.variants.holds(&word.folded)
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
}

/// Where the phrases begin, rising.
fn places(phrases: &[PhraseId], hits: &Hits) -> Vec<usize> {
    let mut places: Vec<usize> =
        phrases.iter().flat_map(|phrase| hits.of(*phrase)).map(|hit| hit.first).collect();
    places.sort_unstable();
    places
}

pub(super) fn in_order<'k>(kinds: impl IntoIterator<Item = &'k Kind>) -> Vec<Kind> {
    let mut kinds: Vec<Kind> = kinds.into_iter().copied().collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}
