//! A phrase as it is written becomes steps.

use std::borrow::Cow;

use crate::finnish::words::fold_token;

/// What is wrong with a phrase.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PhraseError {
    /// Nothing to look for.
    #[error("the phrase is empty")]
    Empty,
    /// A gap at the beginning or the end, or two in a row.
    #[error("a gap (`..` or `...`) must stand between two words")]
    Gap,
    /// A class nobody knows.
    #[error(
        "unknown class <{0}>; known are <number>, <date>, <day>, <phone>, <postcode>, <email>, <url>, <capital>, <any>, \
         and those of `words.toml`"
    )]
    Class(String),
    /// A class of `words.toml` lists single words.
    #[error("`{0}`: a class of words holds single words, without blanks")]
    Blank(String),
    /// A class of `words.toml` under the name of one that the program knows.
    #[error("<{0}> is a class that every book has, and cannot be another")]
    Taken(String),
    /// A word without a letter or digit.
    #[error("`{0}` holds no letter or digit")]
    NoLetter(String),
}

/// One word of a phrase: what it may be, and how far from the word before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RawStep<'p> {
    /// As written, with `|` between alternatives.
    pub(super) word: &'p str,
    /// Words that may stand between this one and the one before.
    pub(super) gap: usize,
}

/// One of the things that a word may be.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Alternative<'p> {
    Atom(RawAtom<'p>),
    /// Any of the words that `words.toml` lists under this name.
    Listed(&'p str),
}

/// One shape of word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum RawAtom<'p> {
    Exact(Cow<'p, str>),
    Prefix(Cow<'p, str>),
    Suffix(Cow<'p, str>),
    Inside(Cow<'p, str>),
    Class(Class),
}

/// A class of words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    Number,
    Date,
    Day,
    Phone,
    Postcode,
    Email,
    Url,
    Capital,
    Any,
}

const SHORT_GAP: usize = 3;
const LONG_GAP: usize = 10;

/// The words of a phrase with their gaps.
pub(super) fn steps(phrase: &str) -> Result<Vec<RawStep<'_>>, PhraseError> {
    let mut steps = Vec::with_capacity(4);
    let mut gap = 0;
    for piece in phrase.split_whitespace() {
        match piece {
            ".." | "..." => {
                if gap > 0 || steps.is_empty() {
                    return Err(PhraseError::Gap);
                }
                gap = if piece == ".." { SHORT_GAP } else { LONG_GAP };
            }
            word => {
                steps.push(RawStep { word, gap });
                gap = 0;
            }
        }
    }
    match (steps.is_empty(), gap) {
        (true, _) => Err(PhraseError::Empty),
        (false, 0) => Ok(steps),
        _ => Err(PhraseError::Gap),
    }
}

/// What one word of a phrase may be.
pub(super) fn alternatives(
    word: &str,
) -> impl Iterator<Item = Result<Alternative<'_>, PhraseError>> {
    word.split('|').map(|word| {
        let class = word.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
        Ok(match class.map(|name| (Class::named(name), name)) {
            None => Alternative::Atom(atom(word)?),
            Some((Some(class), _)) => Alternative::Atom(RawAtom::Class(class)),
            Some((None, name)) => Alternative::Listed(name),
        })
    })
}

impl Class {
    /// All of them, in their order.
    pub(super) const ALL: [Self; 9] = [
        Self::Number,
        Self::Date,
        Self::Day,
        Self::Phone,
        Self::Postcode,
        Self::Email,
        Self::Url,
        Self::Capital,
        Self::Any,
    ];

    pub(super) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "number" => Self::Number,
            "date" => Self::Date,
            "day" => Self::Day,
            "phone" => Self::Phone,
            "postcode" => Self::Postcode,
            "email" => Self::Email,
            "url" => Self::Url,
            "capital" => Self::Capital,
            "any" => Self::Any,
            _ => return None,
        })
    }
}

fn atom(word: &str) -> Result<RawAtom<'_>, PhraseError> {
    let (open_start, rest) = word.strip_prefix('*').map_or((false, word), |rest| (true, rest));
    let (open_end, core) = rest.strip_suffix('*').map_or((false, rest), |rest| (true, rest));
    // Most words are written as folding would leave them.
    let is_folded = |c: char| matches!(c, 'a'..='z' | '0'..='9' | 'ä' | 'ö' | 'å');
    let plain = !core.is_empty() && core.chars().all(is_folded);
    let folded = if plain { Cow::Borrowed(core) } else { Cow::Owned(fold_token(core)) };
    if !plain && !folded.chars().any(|c| c.is_alphanumeric() || c == '§') {
        return Err(PhraseError::NoLetter(word.to_owned()));
    }
    Ok(match (open_start, open_end) {
        (false, false) => RawAtom::Exact(folded),
        (false, true) => RawAtom::Prefix(folded),
        (true, false) => RawAtom::Suffix(folded),
        (true, true) => RawAtom::Inside(folded),
    })
}
