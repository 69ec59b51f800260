//! Many phrases looked for at once.
//!
//! Each distinct word of a text is looked up once: its beginnings and ends in hash tables, its parts in drawers by their
//! first letters. Only phrases whose words all occur do more. No pattern needs a regular expression.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::atoms::{Atom, Atoms};
use super::parse::{PhraseError, steps};
use super::vocabulary::Vocabulary;
use crate::finnish::words::Word;
use crate::place::Span;

/// A phrase of a [`PhraseBook`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhraseId(usize);

/// A set of phrases.
#[derive(Debug, Default)]
pub struct PhraseBook {
    atoms: Atoms,
    ids: FxHashMap<String, PhraseId>,
    /// Of each phrase its steps.
    phrases: Vec<Range<usize>>,
    steps: Vec<Step>,
    /// The atoms of all steps in a row.
    any_of: Vec<Atom>,
}

/// A word of a phrase.
#[derive(Debug)]
struct Step {
    /// The atoms that it may be.
    any_of: Range<usize>,
    /// Words that may stand between this one and the one before.
    gap: usize,
}

/// One place where a phrase was found: indices of its first and last word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Index of the first word.
    pub first: usize,
    /// Index of the last word.
    pub last: usize,
}

impl Hit {
    /// The bytes from the first word to the last.
    pub fn span(self, words: &[Word]) -> Span {
        words[self.first].span.to(words[self.last].span)
    }
}

/// What was found of every phrase of a book in one text.
#[derive(Debug)]
pub struct Hits {
    of: Vec<Vec<Hit>>,
}

impl Hits {
    /// The hits of a phrase, in order of their first word; of several with the same first word the shortest.
    pub fn of(&self, phrase: PhraseId) -> &[Hit] {
        &self.of[phrase.0]
    }
}

impl PhraseBook {
    /// A book whose phrases may name the classes of a vocabulary.
    pub fn speaking(vocabulary: Vocabulary) -> Self {
        Self { atoms: Atoms::speaking(vocabulary), ..Self::default() }
    }

    /// Adds a phrase; the same phrase added twice is the same.
    ///
    /// # Errors
    /// When it is not well formed.
    pub fn add(&mut self, phrase: &str) -> Result<PhraseId, PhraseError> {
        if let Some(id) = self.ids.get(phrase) {
            return Ok(*id);
        }
        let first = self.steps.len();
        for step in steps(phrase)? {
            let from = self.any_of.len();
            self.atoms.of(step.word, &mut self.any_of)?;
            self.steps.push(Step { any_of: from..self.any_of.len(), gap: step.gap });
        }
        let id = PhraseId(self.phrases.len());
        self.phrases.push(first..self.steps.len());
        self.ids.insert(phrase.to_owned(), id);
        Ok(id)
    }

    /// Looks for all phrases in the words of a text.
    pub fn find(&self, words: &[Word]) -> Hits {
        let search = Search { book: self, at: self.atoms.positions(words), words };
        Hits {
            of: self.phrases.iter().map(|steps| search.hits(&self.steps[steps.clone()])).collect(),
        }
    }
}

/// A book over the words of one text.
struct Search<'a> {
    book: &'a PhraseBook,
    /// Of each atom the words that it fits.
    at: Vec<Vec<u32>>,
    words: &'a [Word],
}

impl Search<'_> {
    fn hits(&self, steps: &[Step]) -> Vec<Hit> {
        if !steps.iter().all(|step| self.atoms(step).any(|at| !at.is_empty())) {
            return Vec::new();
        }
        let mut firsts: Vec<u32> = self.atoms(&steps[0]).flatten().copied().collect();
        firsts.sort_unstable();
        firsts.dedup();
        firsts
            .into_iter()
            .filter_map(|first| {
                let first = first as usize;
                Some(Hit { first, last: self.match_rest(&steps[1..], first)? })
            })
            .collect()
    }

    /// Index of the last word when `steps` follow the word `before`.
    fn match_rest(&self, steps: &[Step], before: usize) -> Option<usize> {
        let Some((step, rest)) = steps.split_first() else { return Some(before) };
        let sentence = self.words[before].sentence;
        let reach = (before + 1)..=(before + 1 + step.gap);
        reach
            .take_while(|next| self.words.get(*next).is_some_and(|word| word.sentence == sentence))
            .filter(|next| self.atoms(step).any(|at| stands(at, *next)))
            .find_map(|next| self.match_rest(rest, next))
    }

    /// Of each atom that a step may be the words that it fits.
    fn atoms(&self, step: &Step) -> impl Iterator<Item = &Vec<u32>> {
        self.book.any_of[step.any_of.clone()].iter().map(|atom| &self.at[*atom as usize])
    }
}

fn stands(positions: &[u32], index: usize) -> bool {
    u32::try_from(index).is_ok_and(|index| positions.binary_search(&index).is_ok())
}
