//! Classes of words that rule files name: `<säilyttää>` stands for all the words listed under that name.

use std::collections::BTreeMap;

use super::parse::{Alternative, PhraseError, alternatives};

/// Classes by their names, each a list of single words or names of classes before it.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    classes: BTreeMap<String, Vec<String>>,
}

impl Vocabulary {
    /// Adds a class. Its words are single words as in a phrase, or classes that were added before.
    ///
    /// # Errors
    /// When a word is not well formed, holds a blank, or names an unknown class.
    pub fn add(&mut self, name: &str, words: Vec<String>) -> Result<(), PhraseError> {
        for word in &words {
            if word.contains(char::is_whitespace) {
                return Err(PhraseError::Blank(word.to_owned()));
            }
            for alternative in alternatives(word) {
                match alternative? {
                    Alternative::Listed(other) if !self.classes.contains_key(other) => {
                        return Err(PhraseError::Class(other.to_owned()));
                    }
                    _ => {}
                }
            }
        }
        self.classes.insert(name.to_owned(), words);
        Ok(())
    }

    /// Takes the words of a class out.
    pub(super) fn take(&mut self, name: &str) -> Option<Vec<String>> {
        self.classes.remove(name)
    }
}
