//! Strings by their numbers, and numbers by their strings.

use std::borrow::Cow;

use super::NONE;
use super::hash::Hash;
use super::numbers::{Numbers, small};

/// Strings in a row, told apart by where they end.
#[derive(Clone, Default)]
pub(crate) struct Strings {
    pub(crate) text: Cow<'static, str>,
    pub(crate) ends: Numbers,
}

impl Strings {
    /// Adds a string; they are numbered from 0.
    pub(crate) fn push(&mut self, string: &str) {
        self.text.to_mut().push_str(string);
        self.ends.push(self.text.len());
    }

    /// The string of this number; none is empty.
    pub(crate) fn get(&self, at: usize) -> &str {
        self.ends.row(at).and_then(|row| self.text.get(row)).unwrap_or_default()
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|at| self.get(at))
    }
}

/// As it is written in Rust.
impl std::fmt::Debug for Strings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Strings {{ text: Borrowed({:?}), ends: {:?} }}", self.text, self.ends)
    }
}

/// Different strings, each found by its hash.
#[derive(Debug, Clone, Default)]
pub(crate) struct Table {
    pub(crate) strings: Strings,
    /// Of every hash the first string.
    pub(crate) heads: Numbers,
    /// Of every string the next of the same hash.
    pub(crate) next: Numbers,
}

/// Chains of a new table; a power of two.
const FIRST_HEADS: usize = 16;

impl Table {
    /// The number of a string.
    pub(crate) fn find(&self, string: &str) -> Option<usize> {
        let mut at = self.heads.get(self.chain(string)?)?;
        while at != NONE as usize {
            if self.strings.get(at) == string {
                return Some(at);
            }
            at = self.next.get(at)?;
        }
        None
    }

    pub(crate) fn holds(&self, string: &str) -> bool {
        self.find(string).is_some()
    }

    /// The number of a string, which is added where it is new.
    pub(crate) fn add(&mut self, string: &str) -> usize {
        if let Some(known) = self.find(string) {
            return known;
        }
        if self.strings.len() >= self.heads.len() {
            self.grow();
        }
        let number = self.strings.len();
        self.strings.push(string);
        self.link(number);
        number
    }

    /// How many strings there are.
    pub(crate) fn len(&self) -> usize {
        self.strings.len()
    }

    /// Twice as many chains, so that they stay short.
    fn grow(&mut self) {
        let chains = (2 * self.heads.len()).max(FIRST_HEADS);
        self.heads = Numbers(Cow::Owned(vec![NONE; chains]));
        self.next = Numbers::default();
        (0..self.strings.len()).for_each(|number| self.link(number));
    }

    /// Puts a string at the head of its chain.
    fn link(&mut self, number: usize) {
        let Some(chain) = self.chain(self.strings.get(number)) else { return };
        let head = std::mem::replace(&mut self.heads.0.to_mut()[chain], small(number));
        self.next.push(head as usize);
    }

    fn chain(&self, string: &str) -> Option<usize> {
        let hash = Hash::default().with(string.as_bytes()).number();
        // There are 2ⁿ chains.
        let last = self.heads.len().checked_sub(1)?;
        Some(hash as usize & last)
    }
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn a_string_keeps_its_number_however_many_there_are() {
        let mut table = Table::default();
        let words: Vec<String> = (0..1000).map(|n| format!("sana{n}")).collect();
        for (n, word) in words.iter().enumerate() {
            assert_eq!(table.find(word), None);
            assert_eq!((table.add(word), table.add(word)), (n, n));
        }
        assert!(words.iter().enumerate().all(|(n, word)| table.find(word) == Some(n)));
    }
}
