//! Many phrases looked for at once.
//!
//! Each distinct word of a text is looked up once: its beginnings and ends in hash tables, its parts in drawers by their
//! first letters. Only phrases whose words all occur do more. No pattern needs a regular expression.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::atoms::Positions;
use super::parse::PhraseError;
use super::phrases::Phrases;
use crate::finnish::words::Word;
use crate::place::Span;

/// A phrase of a [`PhraseBook`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhraseId(usize);

/// A set of phrases.
#[derive(Debug, Default)]
pub struct PhraseBook {
    /// Phrases taken apart, those of other books among them.
    phrases: Cow<'static, Phrases>,
    /// Those of this book.
    own: Vec<usize>,
    ids: FxHashMap<usize, PhraseId>,
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
    /// An empty book, where phrases are known that were taken apart before.
    pub(crate) fn knowing(phrases: &'static Phrases) -> Self {
        Self { phrases: Cow::Borrowed(phrases), ..Self::default() }
    }

    /// Names a class of words, for phrases to come. They are single words as in a phrase, or classes that were named
    /// before.
    ///
    /// # Errors
    /// When a word is not well formed, holds a blank, or names an unknown class; when the name is taken.
    pub fn define<'w>(
        &mut self,
        name: &str,
        words: impl IntoIterator<Item = &'w str>,
    ) -> Result<(), PhraseError> {
        self.phrases.to_mut().define(name, words)
    }

    /// Adds a phrase; the same phrase added twice is the same.
    ///
    /// # Errors
    /// When it is not well formed.
    pub fn add(&mut self, phrase: &str) -> Result<PhraseId, PhraseError> {
        let number = match self.phrases.find(phrase) {
            Some(known) => known,
            None => self.phrases.to_mut().add(phrase)?,
        };
        let next = PhraseId(self.own.len());
        let id = *self.ids.entry(number).or_insert(next);
        if id == next {
            self.own.push(number);
        }
        Ok(id)
    }

    /// Looks for all phrases in the words of a text.
    pub fn find(&self, words: &[Word]) -> Hits {
        let phrases = &self.phrases;
        let search = Search { phrases, at: phrases.atoms.positions(words), words };
        let steps = self.own.iter().map(|phrase| phrases.steps.get(*phrase));
        Hits { of: steps.map(|steps| search.hits(steps)).collect() }
    }
}

/// Phrases over the words of one text.
struct Search<'a> {
    phrases: &'a Phrases,
    /// Of each atom the words that it fits.
    at: Positions,
    words: &'a [Word],
}

impl Search<'_> {
    /// The hits of steps, each a word of phrases and the gap before it.
    fn hits(&self, steps: &[u32]) -> Vec<Hit> {
        let (steps, _) = steps.as_chunks();
        let Some(([first, _], rest)) = steps.split_first() else { return Vec::new() };
        if !steps.iter().all(|[word, _]| self.atoms(*word).any(|at| !at.is_empty())) {
            return Vec::new();
        }
        let mut firsts: Vec<u32> = self.atoms(*first).flatten().copied().collect();
        firsts.sort_unstable();
        firsts.dedup();
        firsts
            .into_iter()
            .filter_map(|first| {
                let first = first as usize;
                Some(Hit { first, last: self.match_rest(rest, first)? })
            })
            .collect()
    }

    /// Index of the last word when `steps` follow the word `before`.
    fn match_rest(&self, steps: &[[u32; 2]], before: usize) -> Option<usize> {
        let Some(([word, gap], rest)) = steps.split_first() else { return Some(before) };
        let sentence = self.words[before].sentence;
        let reach = (before + 1)..=(before + 1 + *gap as usize);
        reach
            .take_while(|next| self.words.get(*next).is_some_and(|word| word.sentence == sentence))
            .filter(|next| self.atoms(*word).any(|at| stands(at, *next)))
            .find_map(|next| self.match_rest(rest, next))
    }

    /// Of each atom that a word of phrases may be the words that it fits.
    fn atoms(&self, word: u32) -> impl Iterator<Item = &[u32]> {
        self.phrases.any_of.get(word as usize).iter().map(|atom| self.at.get(*atom))
    }
}

fn stands(positions: &[u32], index: usize) -> bool {
    u32::try_from(index).is_ok_and(|index| positions.binary_search(&index).is_ok())
}
