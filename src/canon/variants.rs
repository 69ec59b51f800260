//! Whole headings as they were met, found again in any word order and with slips of the pen.

use crate::finnish::words::{Word, words};
use crate::table::{Keys, Lists, Strings};

/// Headings by their words, and the words themselves.
#[derive(Debug, Clone, Default)]
pub(crate) struct Variants {
    /// Words that join the parts of a heading and say nothing.
    pub(crate) joins: Keys,
    /// The words of variants in alphabetical order with blanks between, connectives left out.
    pub(crate) known: Keys,
    pub(crate) words: Strings,
    /// Of each variant how it was written first.
    pub(crate) written: Strings,
    /// Of each variant the entries of the lexicon that it belongs to.
    pub(crate) entries: Lists,
    /// The beginnings of the words of variants.
    pub(crate) beginnings: Keys,
    /// Of each row of beginnings its variants.
    pub(crate) alike: Lists,
    pub(crate) vocabulary: Keys,
    pub(crate) spelt: Strings,
    pub(crate) stems: Keys,
}

/// A variant and the entries of the lexicon that it belongs to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Known<'v> {
    pub(crate) written: &'v str,
    pub(crate) entries: &'v [u32],
}

/// Letters that a stem keeps: enough to tell "rekisteri…" from "rekisterö…".
const STEM: usize = 9;
/// Letters of each word by which variants are looked up before they are compared.
const BEGINNING: usize = 4;

impl Variants {
    /// Variants with their entries, and the folded words that do not count in them.
    pub(crate) fn of<'h>(
        joins: impl Iterator<Item = String>,
        headings: impl Iterator<Item = (&'h str, usize)>,
    ) -> Self {
        let mut variants = Self::default();
        for word in joins {
            variants.joins.add(&word);
        }
        let mut entries: Vec<Vec<usize>> = Vec::new();
        let mut alike: Vec<Vec<usize>> = Vec::new();
        for (heading, entry) in headings {
            let words = words(heading);
            for word in &words {
                variants.learn(&word.folded);
            }
            let sorted = variants.sorted(&words);
            let joined = sorted.join(" ");
            let at = variants.known.add(&joined);
            if at == entries.len() {
                variants.words.push(&joined);
                variants.written.push(heading);
                entries.push(Vec::new());
                let beginnings = variants.beginnings.add(&beginnings(&sorted));
                alike.resize(variants.beginnings.len(), Vec::new());
                alike[beginnings].push(at);
            }
            entries[at].push(entry);
        }
        variants.entries = Lists::of(entries);
        variants.alike = Lists::of(alike);
        variants
    }

    /// Whether a folded word only joins the parts of a heading.
    pub(crate) fn joins(&self, word: &str) -> bool {
        self.joins.holds(word)
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
        if self.vocabulary.add(word) == self.spelt.len() {
            self.spelt.push(word);
        }
        if let Some(stem) = stem(word) {
            self.stems.add(stem);
        }
    }

    /// The variant with these words, in any order and inflection.
    pub(crate) fn find(&self, words: &[Word]) -> Option<Known<'_>> {
        if !self.knows(&words.first()?.folded) {
            return None;
        }
        let sorted = self.sorted(words);
        let same = self.known.find(&sorted.join(" "));
        let at = same.or_else(|| {
            let alike = self.alike.get(self.beginnings.find(&beginnings(&sorted))?);
            alike.iter().map(|at| *at as usize).find(|at| {
                let known = self.words.get(*at).split(' ');
                known.zip(&sorted).all(|(variant, word)| is_inflected(variant, word))
            })
        })?;
        Some(Known { written: self.written.get(at), entries: self.entries.get(at) })
    }

    /// Whether a word, in some inflection, stands in a variant.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.vocabulary.holds(word) || stem(word).is_some_and(|stem| self.stems.holds(stem))
    }

    /// Whether a word stands in a variant in just this form.
    pub(crate) fn holds(&self, word: &str) -> bool {
        self.vocabulary.holds(word)
    }

    /// The word of the vocabulary that was meant by a misspelt one.
    pub(crate) fn respelt(&self, word: &str) -> Option<&str> {
        let length = word.chars().count();
        let slips = match length {
            0..=6 => return None,
            7..=11 => 1,
            _ => 2,
        };
        let is_near = |known: &&str| known.chars().count().abs_diff(length) <= slips;
        let near = self.spelt.iter().filter(is_near);
        near.filter_map(|known| distance(word, known, slips).map(|slips| (slips, known)))
            .min()
            .map(|(_, known)| known)
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
