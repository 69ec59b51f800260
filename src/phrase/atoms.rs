//! The distinct shapes of word in a book, and which of them the words of a text fit.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use super::parse::{Alternative, Class, PhraseError, RawAtom, alternatives};
use super::parts::Parts;
use super::vocabulary::Vocabulary;
use crate::finnish::address::is_mail;
use crate::finnish::words::Word;

/// A shape of word, by its number.
pub(super) type Atom = u32;

/// All shapes of a book.
#[derive(Debug, Default)]
pub(super) struct Atoms {
    count: Atom,
    exact: FxHashMap<String, Atom>,
    prefix: FxHashMap<String, Atom>,
    suffix: FxHashMap<String, Atom>,
    inside: FxHashMap<String, Atom>,
    classes: Vec<(Class, Atom)>,
    parts: Parts,
    /// Of each part its atom.
    of_part: Vec<Atom>,
    vocabulary: Vocabulary,
    /// Of each class of the vocabulary that was met its atoms.
    listed: FxHashMap<String, Vec<Atom>>,
}

impl Atoms {
    pub(super) fn speaking(vocabulary: Vocabulary) -> Self {
        Self { vocabulary, ..Self::default() }
    }

    /// Adds what one word of a phrase may be to `atoms`.
    pub(super) fn of(&mut self, word: &str, atoms: &mut Vec<Atom>) -> Result<(), PhraseError> {
        for alternative in alternatives(word) {
            match alternative? {
                Alternative::Atom(atom) => atoms.push(self.add(atom)),
                Alternative::Listed(name) => {
                    if !self.listed.contains_key(name) {
                        let listed = self.list(name)?;
                        self.listed.insert(name.to_owned(), listed);
                    }
                    atoms.extend_from_slice(&self.listed[name]);
                }
            }
        }
        Ok(())
    }

    /// The atoms of a class of the vocabulary.
    fn list(&mut self, name: &str) -> Result<Vec<Atom>, PhraseError> {
        let words = self.vocabulary.take(name);
        let words = words.ok_or_else(|| PhraseError::Class(name.to_owned()))?;
        let mut atoms = Vec::new();
        words.iter().try_for_each(|word| self.of(word, &mut atoms))?;
        Ok(atoms)
    }

    fn add(&mut self, atom: RawAtom<'_>) -> Atom {
        let next = self.count;
        let added = match atom {
            RawAtom::Exact(word) => known(&mut self.exact, word, next),
            RawAtom::Prefix(word) => known(&mut self.prefix, word, next),
            RawAtom::Suffix(word) => known(&mut self.suffix, word, next),
            RawAtom::Inside(word) => {
                let added = known(&mut self.inside, word.clone(), next);
                if added == next {
                    self.parts.add(&word);
                    self.of_part.push(next);
                }
                added
            }
            RawAtom::Class(class) => {
                let added = self.classes.iter().find(|(other, _)| *other == class);
                let added = added.map_or(next, |(_, added)| *added);
                if added == next {
                    self.classes.push((class, next));
                }
                added
            }
        };
        self.count += Atom::from(added == next);
        added
    }

    /// For every atom the rising indices of the words it fits.
    pub(super) fn positions(&self, words: &[Word]) -> Vec<Vec<u32>> {
        let mut at = vec![Vec::new(); self.count as usize];
        let mut seen: FxHashMap<&str, Vec<Atom>> = FxHashMap::default();
        for (index, word) in (0_u32..).zip(words) {
            let atoms = seen.entry(&word.folded).or_insert_with(|| self.fitting(&word.folded));
            let by_class =
                self.classes.iter().filter(|(class, _)| fits(*class, word)).map(|(_, id)| *id);
            for atom in atoms.iter().copied().chain(by_class) {
                at[atom as usize].push(index);
            }
        }
        at
    }

    /// The atoms that a folded word fits, classes apart, each once.
    fn fitting(&self, word: &str) -> Vec<Atom> {
        let mut atoms: Vec<Atom> = self.exact.get(word).copied().into_iter().collect();
        for (cut, c) in word.char_indices() {
            atoms.extend(self.suffix.get(&word[cut..]));
            atoms.extend(self.prefix.get(&word[..cut + c.len_utf8()]));
        }
        atoms.extend(self.parts.find(word).map(|(_, part)| self.of_part[part]));
        atoms.sort_unstable();
        atoms.dedup();
        atoms
    }
}

/// The atom of a word; `next` where it is new.
fn known(atoms: &mut FxHashMap<String, Atom>, word: Cow<'_, str>, next: Atom) -> Atom {
    if let Some(known) = atoms.get(&*word) {
        return *known;
    }
    atoms.insert(word.into_owned(), next);
    next
}

fn fits(class: Class, word: &Word) -> bool {
    match class {
        Class::Number => word.folded.starts_with(|c: char| c.is_ascii_digit()),
        Class::Date => is_date(&word.folded),
        Class::Day => is_date(&word.folded) && word.folded.matches(['.', '/']).count() == 2,
        Class::Phone => is_phone(&word.folded),
        Class::Postcode => word.folded.len() == 5 && all_digits(&word.folded),
        Class::Email => is_mail(&word.folded),
        Class::Url => word.folded.contains("://") || word.folded.starts_with("www."),
        Class::Capital => word.capital,
        Class::Any => true,
    }
}

/// The first part of a telephone number: a mobile or area code with its zero, or the country code.
/// Five digits that begin with a zero are a postcode of Helsinki.
fn is_phone(word: &str) -> bool {
    all_digits(word) && (word == "358" || (word.starts_with('0') && !matches!(word.len(), 1 | 5)))
}

fn all_digits(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit())
}

/// A date by numbers ("1.4.2026", "4/2026") or a year of this century's notices alone.
fn is_date(word: &str) -> bool {
    let year = word.rsplit(['.', '/']).next().unwrap_or(word);
    let before = word.len() - year.len();
    let parts = word[..before].split(['.', '/']);
    year.len() == 4
        && matches!(&year.as_bytes()[..2], b"19" | b"20")
        && all_digits(year)
        && parts.filter(|part| !part.is_empty()).all(|part| part.len() <= 2 && all_digits(part))
}
