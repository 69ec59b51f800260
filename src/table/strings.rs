//! Strings by their numbers.

use std::borrow::Cow;

use super::numbers::Numbers;

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
