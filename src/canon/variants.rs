//! Whole headings as they were met, found again in any word order and with slips of the pen.

use std::collections::BTreeMap;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::finnish::words::{Word, words};

/// Headings by their words, and the words themselves.
#[derive(Debug, Default)]
pub(super) struct Variants {
    /// Words that join the parts of a heading and say nothing.
    joins: FxHashSet<String>,
    known: Vec<Known>,
    by_words: FxHashMap<String, usize>,
    by_beginnings: FxHashMap<String, Vec<usize>>,
    vocabulary: FxHashSet<String>,
    stems: FxHashSet<String>,
    by_length: BTreeMap<usize, Vec<String>>,
}

/// A variant and the entries of the lexicon that it belongs to.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) written: String,
    pub(super) entries: Vec<usize>,
    /// Its words in alphabetical order with blanks between, connectives left out.
    words: String,
}

/// Letters that a stem keeps: enough to tell "rekisteri…" from "rekisterö…".
const STEM: usize = 9;
/// Letters of each word by which variants are looked up before they are compared.
const BEGINNING: usize = 4;

impl Variants {
    /// No variants yet, and the words that do not count in them.
    pub(super) fn joined_by(joins: FxHashSet<String>) -> Self {
        Self { joins, ..Self::default() }
    }

    /// Whether a folded word only joins the parts of a heading.
    pub(super) fn joins(&self, word: &str) -> bool {
        self.joins.contains(word)
    }

    pub(super) fn add(&mut self, variant: &str, entry: usize) {
        let words = words(variant);
        for word in &words {
            self.learn(&word.folded);
        }
        let sorted = self.sorted(&words);
        let words = sorted.join(" ");
        let next = self.known.len();
        let at = *self.by_words.entry(words.clone()).or_insert(next);
        if at == next {
            self.by_beginnings.entry(beginnings(&sorted)).or_default().push(next);
            self.known.push(Known { written: variant.to_owned(), entries: Vec::new(), words });
        }
        self.known[at].entries.push(entry);
    }

    /// The words of a heading in alphabetical order, without numbers and connectives.
    fn sorted<'w>(&self, words: &'w [Word]) -> Vec<&'w str> {
        let is_number = |word: &str| word.starts_with(|c: char| c.is_numeric());
        let words = words.iter().map(|word| word.folded.as_str());
        let mut words: Vec<&str> =
            words.filter(|word| !self.joins(word) && !is_number(word)).collect();
        words.sort_unstable();
        words
    }

    fn learn(&mut self, word: &str) {
        if self.vocabulary.contains(word) {
            return;
        }
        self.vocabulary.insert(word.to_owned());
        self.stems.extend(stem(word).map(str::to_owned));
        self.by_length.entry(word.chars().count()).or_default().push(word.to_owned());
    }

    /// The variant with these words, in any order and inflection.
    pub(super) fn find(&self, words: &[Word]) -> Option<&Known> {
        if !self.knows(&words.first()?.folded) {
            return None;
        }
        let sorted = self.sorted(words);
        if let Some(at) = self.by_words.get(&sorted.join(" ")) {
            return self.known.get(*at);
        }
        let alike = self.by_beginnings.get(&beginnings(&sorted))?;
        alike.iter().map(|at| &self.known[*at]).find(|known| {
            known.words.split(' ').zip(&sorted).all(|(variant, word)| is_inflected(variant, word))
        })
    }

    /// Whether a word, in some inflection, stands in a variant.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.vocabulary.contains(word) || stem(word).is_some_and(|stem| self.stems.contains(stem))
    }

    /// Whether a word stands in a variant in just this form.
    pub(super) fn holds(&self, word: &str) -> bool {
        self.vocabulary.contains(word)
    }

    /// The word of the vocabulary that was meant by a misspelt one.
    pub(super) fn respelt(&self, word: &str) -> Option<&str> {
        let length = word.chars().count();
        let slips = match length {
            0..=6 => return None,
            7..=11 => 1,
            _ => 2,
        };
        let near = self.by_length.range(length.saturating_sub(slips)..=length + slips);
        near.flat_map(|(_, words)| words)
            .filter_map(|known| distance(word, known, slips).map(|slips| (slips, known)))
            .min()
            .map(|(_, known)| known.as_str())
    }
}

fn stem(word: &str) -> Option<&str> {
    word.char_indices().nth(STEM).map(|(end, _)| &word[..end])
}

fn beginnings(words: &[&str]) -> String {
    let mut key = String::new();
    for word in words {
        key.extend(word.chars().take(BEGINNING));
        key.push(' ');
    }
    key
}

/// Whether two words are forms of one: they differ in their last letters only.
fn is_inflected(a: &str, b: &str) -> bool {
    let same = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let (a, b) = (a.chars().count(), b.chars().count());
    let (short, long) = (a.min(b), a.max(b));
    a == b && same == a || short >= 6 && same + 2 >= short && long - same <= 4
}

/// Edit distance of two words, if it is at most `most`.
fn distance(a: &str, b: &str, most: usize) -> Option<usize> {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let swap = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = swap.min(row[j] + 1).min(diagonal + 1);
        }
        if row.iter().all(|cost| *cost > most) {
            return None;
        }
    }
    row.last().copied().filter(|cost| *cost <= most)
}
