//! Classes of words that rule files name: `<säilyttää>` stands for all the words listed under that name.

use std::collections::BTreeMap;

use super::parse::{PhraseError, RawAtom, alternatives};

/// Classes by their names.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    classes: BTreeMap<String, Vec<RawAtom>>,
}

impl Vocabulary {
    /// Adds a class. Its words are single words as in a phrase, or classes that were added before.
    ///
    /// # Errors
    /// When a word is not well formed, holds a blank, or names an unknown class.
    pub fn add<'w>(
        &mut self,
        name: &str,
        words: impl IntoIterator<Item = &'w str>,
    ) -> Result<(), PhraseError> {
        let mut atoms = Vec::new();
        for word in words {
            if word.contains(char::is_whitespace) {
                return Err(PhraseError::Blank(word.to_owned()));
            }
            atoms.extend(alternatives(word, self)?);
        }
        self.classes.insert(name.to_owned(), atoms);
        Ok(())
    }

    /// The words of a class.
    pub(super) fn class(&self, name: &str) -> Option<&[RawAtom]> {
        self.classes.get(name).map(Vec::as_slice)
    }
}
