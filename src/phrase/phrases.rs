//! Phrases taken apart: their steps, and what each step may be.

use super::atoms::Atoms;
use super::parse::{Alternative, Class, PhraseError, alternatives, steps};
use crate::table::{Keys, Lists};

/// Phrases, with all their shapes of word.
#[derive(Debug, Clone, Default)]
pub(crate) struct Phrases {
    pub(crate) atoms: Atoms,
    /// The words of phrases as they are written, and the classes of `words.toml`.
    pub(crate) words: Keys,
    /// Of each word the atoms that it may be.
    pub(crate) any_of: Lists,
    pub(crate) written: Keys,
    /// Of each phrase its words, each with the number of words that may stand between it and the one before.
    pub(crate) steps: Lists,
}

impl Phrases {
    /// Names a class of words: single words as in a phrase, or classes that were named before.
    pub(crate) fn define<'w>(
        &mut self,
        name: &str,
        words: impl IntoIterator<Item = &'w str>,
    ) -> Result<(), PhraseError> {
        if Class::named(name).is_some() {
            return Err(PhraseError::Taken(name.to_owned()));
        }
        let mut atoms = Vec::new();
        for word in words {
            if word.contains(char::is_whitespace) {
                return Err(PhraseError::Blank(word.to_owned()));
            }
            self.atoms_of(word, &mut atoms)?;
        }
        self.know(&format!("<{name}>"), atoms);
        Ok(())
    }

    /// The number of a phrase, if it is known.
    pub(super) fn find(&self, phrase: &str) -> Option<usize> {
        self.written.find(phrase)
    }

    /// The number of a phrase, which is taken apart where it is new.
    pub(crate) fn add(&mut self, phrase: &str) -> Result<usize, PhraseError> {
        if let Some(known) = self.find(phrase) {
            return Ok(known);
        }
        let mut taken = Vec::new();
        for step in steps(phrase)? {
            taken.extend([self.word(step.word)?, step.gap]);
        }
        self.steps.push(taken);
        Ok(self.written.add(phrase))
    }

    fn word(&mut self, word: &str) -> Result<usize, PhraseError> {
        if let Some(known) = self.words.find(word) {
            return Ok(known);
        }
        let mut atoms = Vec::new();
        self.atoms_of(word, &mut atoms)?;
        Ok(self.know(word, atoms))
    }

    fn know(&mut self, word: &str, atoms: Vec<usize>) -> usize {
        self.any_of.push(atoms);
        self.words.add(word)
    }

    /// Adds what one word of a phrase may be to `atoms`.
    fn atoms_of(&mut self, word: &str, atoms: &mut Vec<usize>) -> Result<(), PhraseError> {
        for alternative in alternatives(word) {
            match alternative? {
                Alternative::Atom(atom) => atoms.push(self.atoms.add(&atom)),
                Alternative::Listed(name) => {
                    let class = self.words.find(&format!("<{name}>"));
                    let class = class.ok_or_else(|| PhraseError::Class(name.to_owned()))?;
                    atoms.extend(self.any_of.get(class).iter().map(|atom| *atom as usize));
                }
            }
        }
        Ok(())
    }
}
