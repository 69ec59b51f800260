//! The distinct shapes of word in phrases, and which of them the words of a text fit.

use rustc_hash::FxHashMap;

use super::parse::{Class, RawAtom};
use crate::finnish::address::is_mail;
use crate::finnish::words::Word;
use crate::table::{Keys, NONE, Numbers, Parts};

/// A shape of word, by its number; the classes come first.
pub(super) type Atom = usize;

/// All shapes of the phrases of a book.
#[derive(Debug, Clone, Default)]
pub(crate) struct Atoms {
    /// How many there are beside the classes.
    pub(crate) count: usize,
    pub(crate) exact: Shapes,
    pub(crate) prefix: Shapes,
    pub(crate) suffix: Shapes,
    pub(crate) inside: Parts,
    /// Of each part its atom.
    pub(crate) of_part: Numbers,
}

/// Words of one manner, with their atoms.
#[derive(Debug, Clone, Default)]
pub(crate) struct Shapes {
    pub(crate) words: Keys,
    pub(crate) atoms: Numbers,
}

impl Shapes {
    fn find(&self, word: &str) -> Option<Atom> {
        self.atoms.get(self.words.find(word)?)
    }

    /// The atom of a word; `next` where it is new.
    fn add(&mut self, word: &str, next: Atom) -> Atom {
        let at = self.words.add(word);
        if at == self.atoms.len() {
            self.atoms.push(next);
        }
        self.atoms.get(at).unwrap_or(next)
    }
}

impl Atoms {
    /// The number of a shape, which is added where it is new.
    pub(super) fn add(&mut self, atom: &RawAtom<'_>) -> Atom {
        let next = Class::ALL.len() + self.count;
        let added = match atom {
            RawAtom::Exact(word) => self.exact.add(word, next),
            RawAtom::Prefix(word) => self.prefix.add(word, next),
            RawAtom::Suffix(word) => self.suffix.add(word, next),
            RawAtom::Inside(word) => {
                if let Some(part) = self.inside.number(word) {
                    self.of_part.get(part).unwrap_or(next)
                } else {
                    self.inside.add(word);
                    self.of_part.push(next);
                    next
                }
            }
            RawAtom::Class(class) => *class as usize,
        };
        self.count += usize::from(added == next);
        added
    }

    /// Which words of a text the atoms fit.
    pub(super) fn positions(&self, words: &[Word]) -> Positions {
        let mut at = Positions::of(Class::ALL.len() + self.count);
        let mut seen: FxHashMap<&str, Vec<Atom>> = FxHashMap::default();
        for (index, word) in (0_u32..).zip(words) {
            let atoms = seen.entry(&word.folded).or_insert_with(|| self.fitting(&word.folded));
            let classes = Class::ALL.into_iter().filter(|class| fits(*class, word));
            for atom in atoms.iter().copied().chain(classes.map(|class| class as usize)) {
                at.add(atom, index);
            }
        }
        at
    }

    /// The atoms that a folded word fits, classes apart, each once.
    fn fitting(&self, word: &str) -> Vec<Atom> {
        let mut atoms: Vec<Atom> = self.exact.find(word).into_iter().collect();
        for (cut, c) in word.char_indices() {
            atoms.extend(self.suffix.find(&word[cut..]));
            atoms.extend(self.prefix.find(&word[..cut + c.len_utf8()]));
        }
        atoms.extend(self.inside.find(word).filter_map(|(_, part)| self.of_part.get(part)));
        atoms.sort_unstable();
        atoms.dedup();
        atoms
    }
}

/// For every atom the rising indices of the words it fits. Of the thousands of atoms a text fits some hundred.
#[derive(Debug)]
pub(super) struct Positions {
    /// Of each atom the place of its list.
    lists: Vec<u32>,
    indices: Vec<Vec<u32>>,
}

impl Positions {
    fn of(atoms: usize) -> Self {
        Self { lists: vec![NONE; atoms], indices: Vec::new() }
    }

    fn add(&mut self, atom: Atom, index: u32) {
        let list = &mut self.lists[atom];
        if *list == NONE {
            *list = self.indices.len() as u32;
            self.indices.push(Vec::new());
        }
        self.indices[*list as usize].push(index);
    }

    /// The indices of the words that an atom fits.
    pub(super) fn get(&self, atom: u32) -> &[u32] {
        let list = self.lists.get(atom as usize).and_then(|list| self.indices.get(*list as usize));
        list.map(Vec::as_slice).unwrap_or_default()
    }
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
