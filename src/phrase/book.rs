//! Many phrases looked for at once.
//!
//! Each distinct word of a text is looked up once: its beginnings and ends in hash tables, its parts in one
//! Aho-Corasick automaton. Only phrases whose words all occur do more. No pattern needs a regular expression.

use std::collections::HashMap;
use std::sync::OnceLock;

use aho_corasick::AhoCorasick;

use super::parse::{Class, PhraseError, RawAtom, parse};
use super::vocabulary::Vocabulary;
use crate::finnish::words::{Word, is_mail};
use crate::place::Span;

/// A phrase of a [`PhraseBook`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PhraseId(usize);

/// A set of phrases.
#[derive(Debug, Default)]
pub struct PhraseBook {
    vocabulary: Vocabulary,
    phrases: Vec<Vec<Step>>,
    ids: HashMap<String, PhraseId>,
    atoms: Atoms,
}

#[derive(Debug)]
struct Step {
    any_of: Vec<u32>,
    gap: usize,
}

/// One place where a phrase was found: indices of its first and last word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Hit {
    /// Index of the first word.
    pub first: usize,
    /// Index of the last word.
    pub last: usize,
}

impl Hit {
    /// The bytes from the first word to the last.
    pub fn span(self, words: &[Word]) -> Span {
        words[self.first].span.to(words[self.last].span)
    }
}

/// What was found of every phrase of a book in one text.
#[derive(Debug)]
pub struct Hits {
    of: Vec<Vec<Hit>>,
}

impl Hits {
    /// The hits of a phrase, in order of their first word; of several with the same first word the shortest.
    pub fn of(&self, phrase: PhraseId) -> &[Hit] {
        &self.of[phrase.0]
    }
}

impl PhraseBook {
    /// A book whose phrases may name the classes of a vocabulary.
    pub fn speaking(vocabulary: Vocabulary) -> Self {
        Self { vocabulary, ..Self::default() }
    }

    /// Adds a phrase; the same phrase added twice is the same.
    ///
    /// # Errors
    /// When it is not well formed.
    pub fn add(&mut self, phrase: &str) -> Result<PhraseId, PhraseError> {
        if let Some(id) = self.ids.get(phrase) {
            return Ok(*id);
        }
        let steps = parse(phrase, &self.vocabulary)?
            .into_iter()
            .map(|step| Step {
                any_of: step.any_of.into_iter().map(|atom| self.atoms.add(atom)).collect(),
                gap: step.gap,
            })
            .collect();
        let id = PhraseId(self.phrases.len());
        self.phrases.push(steps);
        self.ids.insert(phrase.to_owned(), id);
        Ok(id)
    }

    /// Looks for all phrases in the words of a text.
    pub fn find(&self, words: &[Word]) -> Hits {
        let at = self.atoms.positions(words);
        Hits { of: self.phrases.iter().map(|steps| find_one(steps, &at, words)).collect() }
    }
}

fn find_one(steps: &[Step], at: &[Vec<u32>], words: &[Word]) -> Vec<Hit> {
    let possible = steps.iter().all(|step| step.any_of.iter().any(|a| !at[*a as usize].is_empty()));
    if !possible {
        return Vec::new();
    }
    let mut firsts: Vec<u32> =
        steps[0].any_of.iter().flat_map(|a| &at[*a as usize]).copied().collect();
    firsts.sort_unstable();
    firsts.dedup();
    firsts
        .into_iter()
        .filter_map(|first| {
            let first = first as usize;
            let last = match_rest(&steps[1..], first, at, words)?;
            Some(Hit { first, last })
        })
        .collect()
}

/// Index of the last word when `steps` follow the word `before`.
fn match_rest(steps: &[Step], before: usize, at: &[Vec<u32>], words: &[Word]) -> Option<usize> {
    let Some((step, rest)) = steps.split_first() else { return Some(before) };
    let reach = (before + 1)..=(before + 1 + step.gap);
    reach
        .take_while(|next| {
            words.get(*next).is_some_and(|word| word.sentence == words[before].sentence)
        })
        .filter(|next| step.any_of.iter().any(|a| stands(&at[*a as usize], *next)))
        .find_map(|next| match_rest(rest, next, at, words))
}

fn stands(positions: &[u32], index: usize) -> bool {
    u32::try_from(index).is_ok_and(|index| positions.binary_search(&index).is_ok())
}

/// The distinct shapes of word in a book.
#[derive(Debug, Default)]
struct Atoms {
    ids: HashMap<RawAtom, u32>,
    exact: HashMap<String, u32>,
    prefix: HashMap<String, u32>,
    suffix: HashMap<String, u32>,
    inside: Vec<(String, u32)>,
    classes: Vec<(Class, u32)>,
    automaton: OnceLock<Option<AhoCorasick>>,
}

impl Atoms {
    fn add(&mut self, atom: RawAtom) -> u32 {
        let next = u32::try_from(self.ids.len()).expect("fewer than 2^32 words");
        if let Some(id) = self.ids.get(&atom) {
            return *id;
        }
        match &atom {
            RawAtom::Exact(word) => drop(self.exact.insert(word.clone(), next)),
            RawAtom::Prefix(word) => drop(self.prefix.insert(word.clone(), next)),
            RawAtom::Suffix(word) => drop(self.suffix.insert(word.clone(), next)),
            RawAtom::Inside(word) => self.inside.push((word.clone(), next)),
            RawAtom::Class(class) => self.classes.push((*class, next)),
        }
        self.automaton = OnceLock::new();
        self.ids.insert(atom, next);
        next
    }

    /// For every atom the rising indices of the words it fits.
    fn positions(&self, words: &[Word]) -> Vec<Vec<u32>> {
        let mut at = vec![Vec::new(); self.ids.len()];
        let mut seen: HashMap<&str, Vec<u32>> = HashMap::new();
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
    fn fitting(&self, word: &str) -> Vec<u32> {
        let mut atoms: Vec<u32> = self.exact.get(word).copied().into_iter().collect();
        for (cut, c) in word.char_indices() {
            atoms.extend(self.suffix.get(&word[cut..]));
            atoms.extend(self.prefix.get(&word[..cut + c.len_utf8()]));
        }
        if let Some(automaton) = self.automaton() {
            let parts = automaton.find_overlapping_iter(word);
            atoms.extend(parts.map(|part| self.inside[part.pattern().as_usize()].1));
        }
        atoms.sort_unstable();
        atoms.dedup();
        atoms
    }

    fn automaton(&self) -> Option<&AhoCorasick> {
        self.automaton
            .get_or_init(|| {
                let parts = self.inside.iter().map(|(part, _)| part);
                (!self.inside.is_empty())
                    .then(|| AhoCorasick::new(parts).expect("the parts fit an automaton"))
            })
            .as_ref()
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
