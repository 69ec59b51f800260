//! A notice as clues look at it: words with their section, their sentence and the sentence that leads in their list.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Reading;
use super::sentences::{leads, parted_by_headings, sentences};
use super::signals::SignalRules;
use crate::canon::Kind;
use crate::finnish::words::Word;
use crate::phrase::{Hit, Hits, PhraseBook, PhraseId};
use crate::place::Span;
use crate::segment::Section;

/// A notice with everything found in it.
pub(super) struct View<'a> {
    pub(super) reading: &'a Reading<'a>,
    /// The words; a heading and the text below it are never one sentence.
    pub(super) words: Vec<Word>,
    hits: Hits,
    /// For every word the index of its section.
    sections: Vec<Option<usize>>,
    /// For every section its kinds and those of the sections around it.
    kinds: Vec<Vec<Kind>>,
    /// For every section whether its heading is an item of a list of rights rather than a heading.
    listed: Vec<bool>,
    /// For every section (`None` before the first) the word from which it speaks of rights.
    rights_from: BTreeMap<Option<usize>, usize>,
    sentences: Vec<Range<usize>>,
    /// For every sentence outside of known sections the kinds it speaks of.
    topics: Vec<Vec<Kind>>,
    leads: Vec<Option<usize>>,
    negated: BTreeSet<u32>,
}

impl<'a> View<'a> {
    pub(super) fn new(reading: &'a Reading<'a>, book: &PhraseBook, signals: &SignalRules) -> Self {
        let words =
            parted_by_headings(&reading.script.text, reading.words, &reading.outline.sections);
        let hits = book.find(&words);
        let negated = signals
            .negations
            .iter()
            .flat_map(|id| hits.of(*id))
            .map(|hit| words[hit.first].clause)
            .collect();
        let sentences = sentences(&words);
        let sections = sections_of(&words, &reading.outline.sections);
        let cues = signals.rights_cues.iter().flat_map(|id| hits.of(*id)).map(|hit| hit.first);
        let outside = |word: usize| {
            let own = sections[word].map(|at| reading.outline.sections[at].kinds.as_slice());
            own.is_none_or(|kinds| kinds == [Kind::Other])
        };
        let topics = topics(&signals.topics, &hits, &sentences, outside);
        Self {
            topics,
            reading,
            rights_from: rights_from(cues, &sections, &sentences),
            hits,
            sections,
            listed: listed(&words, &reading.outline.sections),
            kinds: reading.outline.kinds_with_parents(),
            leads: leads(&reading.script.text, &words, &sentences),
            sentences,
            negated,
            words,
        }
    }

    pub(super) fn hits(&self, phrase: PhraseId) -> &[Hit] {
        self.hits.of(phrase)
    }

    /// The kinds of the sections that hold a word, from the inmost out.
    pub(super) fn kinds(&self, word: usize) -> &[Kind] {
        self.sections[word].map_or(&[], |index| &self.kinds[index])
    }

    /// The kinds of the inmost section that holds a word.
    pub(super) fn own_kinds(&self, word: usize) -> &[Kind] {
        self.sections[word].map_or(&[], |index| &self.reading.outline.sections[index].kinds)
    }

    /// The sections of some kinds, with their kinds as [`View::kinds`] has them.
    pub(super) fn sections_of_kind(
        &self,
        wanted: &'a [Kind],
    ) -> impl Iterator<Item = (&'a Section, &'_ [Kind])> + '_ {
        let sections = self.reading.outline.sections.iter();
        let with_kinds = sections.zip(self.kinds.iter().map(Vec::as_slice));
        with_kinds.filter(|(_, kinds)| among(wanted, kinds))
    }

    /// Whether a word stands after a sentence of its section that gives the person a right.
    pub(super) fn speaks_of_rights(&self, word: usize) -> bool {
        self.rights_from.get(&self.sections[word]).is_some_and(|from| *from <= word)
    }

    /// The kinds of section that the sentence of a word speaks of, where no known section holds it.
    pub(super) fn topics(&self, word: usize) -> &[Kind] {
        &self.topics[self.sentence(word)]
    }

    /// Whether a word stands in a heading.
    pub(super) fn in_heading(&self, word: usize) -> bool {
        let span = self.words[word].span;
        self.sections[word].is_some_and(|index| {
            let section = &self.reading.outline.sections[index];
            section.heading_span.overlaps(span) && !self.listed[index]
        })
    }

    /// Whether one of the clauses that a hit touches is negated.
    pub(super) fn negated(&self, hit: Hit) -> bool {
        let words = &self.words;
        self.negated.range(words[hit.first].clause..=words[hit.last].clause).next().is_some()
    }

    /// Whether one of the phrases stands in the sentence of a word.
    pub(super) fn in_sentence(&self, phrases: &[PhraseId], word: usize) -> bool {
        self.any_between(phrases, &self.sentences[self.sentence(word)])
    }

    /// Whether one of the phrases stands in the sentence that leads in the list of a word.
    pub(super) fn in_lead(&self, phrases: &[PhraseId], word: usize) -> bool {
        self.leads[self.sentence(word)]
            .is_some_and(|lead| self.any_between(phrases, &self.sentences[lead]))
    }

    /// Whether one of the phrases stands in a span.
    pub(super) fn in_span(&self, phrases: &[PhraseId], span: Span) -> bool {
        self.any_between(phrases, &self.words_in(span))
    }

    /// The words that begin in a span.
    pub(super) fn words_in(&self, span: Span) -> Range<usize> {
        let words = &self.words;
        let first = words.partition_point(|word| word.span.start < span.start);
        first..words.partition_point(|word| word.span.start < span.end).max(first)
    }

    /// The clauses in which one of the phrases begins.
    pub(super) fn clauses_with(&self, phrases: &[PhraseId]) -> BTreeSet<u32> {
        let hits = phrases.iter().flat_map(|phrase| self.hits(*phrase));
        hits.map(|hit| self.words[hit.first].clause).collect()
    }

    /// The bytes of the sentence of a word.
    pub(super) fn sentence_span(&self, word: usize) -> Span {
        let range = &self.sentences[self.sentence(word)];
        self.words[range.start].span.to(self.words[range.end - 1].span)
    }

    /// Index of the section of a word.
    pub(super) fn section(&self, word: usize) -> Option<usize> {
        self.sections[word]
    }

    fn sentence(&self, word: usize) -> usize {
        self.sentences.partition_point(|range| range.end <= word)
    }

    fn any_between(&self, phrases: &[PhraseId], range: &Range<usize>) -> bool {
        phrases.iter().any(|phrase| {
            let hits = self.hits(*phrase);
            let from = hits.partition_point(|hit| hit.first < range.start);
            hits[from..].iter().take_while(|hit| hit.first < range.end).any(|h| h.last < range.end)
        })
    }
}

/// Whether a section of `kinds` is among the `wanted`; the single rights belong to `rights`.
pub(super) fn among(wanted: &[Kind], kinds: &[Kind]) -> bool {
    kinds.iter().any(|kind| {
        wanted.contains(kind) || (is_of_rights(*kind) && wanted.contains(&Kind::Rights))
    })
}

fn is_of_rights(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::RightAccess
            | Kind::RightRectification
            | Kind::RightErasure
            | Kind::RightRestriction
            | Kind::RightObject
            | Kind::RightPortability
            | Kind::ConsentWithdrawal
            | Kind::ExercisingRights
            | Kind::Complaint
    )
}

fn sections_of(words: &[Word], sections: &[Section]) -> Vec<Option<usize>> {
    let mut starts: BTreeMap<usize, usize> = BTreeMap::new();
    for (index, section) in sections.iter().enumerate() {
        starts.insert(section.heading_span.start.min(section.body.start), index);
    }
    let of = |word: &Word| starts.range(..=word.span.start).next_back().map(|(_, index)| *index);
    words.iter().map(of).collect()
}

/// For every sentence `outside` of known sections the kinds of which it holds a phrase.
fn topics(
    cues: &[(Kind, Vec<PhraseId>)],
    hits: &Hits,
    sentences: &[Range<usize>],
    outside: impl Fn(usize) -> bool,
) -> Vec<Vec<Kind>> {
    let mut topics = vec![Vec::new(); sentences.len()];
    for (kind, phrases) in cues {
        for hit in phrases.iter().flat_map(|phrase| hits.of(*phrase)) {
            let sentence = sentences.partition_point(|range| range.end <= hit.first);
            if outside(hit.first) && !topics[sentence].contains(kind) {
                topics[sentence].push(*kind);
            }
        }
    }
    topics
}

fn rights_from(
    cues: impl Iterator<Item = usize>,
    sections: &[Option<usize>],
    sentences: &[Range<usize>],
) -> BTreeMap<Option<usize>, usize> {
    let mut from: BTreeMap<Option<usize>, usize> = BTreeMap::new();
    for cue in cues {
        let sentence = &sentences[sentences.partition_point(|range| range.end <= cue)];
        let first = from.entry(sections[cue]).or_insert(sentence.start);
        *first = sentence.start.min(*first);
    }
    from
}

/// A row of rights without text below them is the list in which rights are named ("1. oikeus oikaista tiedot"),
/// however much it looks like headings; so is a line that names three of them.
fn listed(words: &[Word], sections: &[Section]) -> Vec<bool> {
    let names = |section: &Section| section.kinds.iter().filter(|k| is_of_rights(**k)).count();
    let bare = |section: &Section| {
        let text = words.iter().filter(|word| section.body.contains(word.span.start)).take(3);
        let of_rights = names(section) > 0 || section.kinds.contains(&Kind::Rights);
        of_rights && text.count() < 3
    };
    let bare: Vec<bool> = sections.iter().map(bare).collect();
    let beside = |at: usize| bare.get(at + 1).copied().unwrap_or(false) || (at > 0 && bare[at - 1]);
    let is_listed = |at: usize| match names(&sections[at]) {
        0 => false,
        1 | 2 => bare[at] && beside(at),
        _ => bare[at],
    };
    (0..sections.len()).map(is_listed).collect()
}
