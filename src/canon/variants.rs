//! Whole headings as they were met, found again in any word order and with slips of the pen.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::finnish::words::{Word, words};

/// Words that join the parts of a heading and say nothing.
const CONNECTIVES: [&str; 11] =
    ["ja", "sekä", "tai", "eli", "och", "samt", "eller", "and", "or", "of", "the"];

/// Headings by their words, and the words themselves.
#[derive(Debug, Default)]
pub(super) struct Variants {
    by_words: HashMap<String, Known>,
    vocabulary: HashSet<String>,
    stems: HashSet<String>,
    by_length: BTreeMap<usize, Vec<String>>,
}

/// A variant and the entries of the lexicon that it belongs to.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) written: String,
    pub(super) entries: Vec<usize>,
}

/// Letters that a stem keeps: enough to tell "rekisteri…" from "rekisterö…".
const STEM: usize = 8;

impl Variants {
    pub(super) fn add(&mut self, variant: &str, entry: usize) {
        let words = words(variant);
        for word in &words {
            self.learn(&word.folded);
        }
        self.by_words
            .entry(key(&words))
            .or_insert_with(|| Known { written: variant.to_owned(), entries: Vec::new() })
            .entries
            .push(entry);
    }

    fn learn(&mut self, word: &str) {
        if !self.vocabulary.insert(word.to_owned()) {
            return;
        }
        self.stems.extend(stem(word).map(str::to_owned));
        self.by_length.entry(word.chars().count()).or_default().push(word.to_owned());
    }

    /// The variant with exactly these words.
    pub(super) fn exact(&self, words: &[Word]) -> Option<&Known> {
        let first = words.first()?;
        self.knows(&first.folded).then(|| self.by_words.get(&key(words))).flatten()
    }

    /// Whether a word, in some inflection, stands in a variant.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.vocabulary.contains(word) || stem(word).is_some_and(|stem| self.stems.contains(stem))
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

/// The words of a heading in alphabetical order, without numbers and connectives.
fn key(words: &[Word]) -> String {
    let mut words: Vec<&str> = words
        .iter()
        .map(|word| word.folded.as_str())
        .filter(|word| !CONNECTIVES.contains(word) && !word.starts_with(|c: char| c.is_numeric()))
        .collect();
    words.sort_unstable();
    words.join(" ")
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
