//! Titles of the index in a text: the sixty thousand acts that nobody keeps an entry of.

use super::name::{NameHit, Place, runs_on};
use super::token::Token;
use crate::law::names::{GIVEN, Rank};
use crate::law::register::{Register, StatuteId};

/// The longest content of a title before "annettu laki", in words; the laws that bring treaties into force have some fifty.
const CONTENT: usize = 60;
/// Words of the issuer between "annettu" and its head: "annetun sosiaali- ja terveysministeriön asetuksen".
const ISSUER: usize = 5;
/// A title of one word needs a stem of this length before its head; "laki" alone is no title.
const STEM: usize = 3;
/// Letters that tell a title of two words from a sentence: "laki turkistarhauksesta".
const SECOND_WORD: usize = 8;

/// The titles of the index that stand in a text, by the word with which they begin.
pub(super) struct TitlesInText {
    hits: Vec<NameHit>,
}

impl TitlesInText {
    /// Looks for them.
    pub(super) fn find(place: Place<'_>, register: &Register) -> Self {
        let mut hits: Vec<NameHit> = (0..place.tokens.len())
            .filter_map(|at| head_first(place, register, at))
            .chain((0..place.tokens.len()).filter_map(|at| head_last(place, register, at)))
            .collect();
        hits.sort_by_key(|hit| (hit.first, std::cmp::Reverse(hit.last)));
        Self { hits }
    }

    /// The longest title that begins at a word.
    pub(super) fn at(&self, first: usize) -> Option<NameHit> {
        let at = self.hits.partition_point(|hit| hit.first < first);
        self.hits.get(at).filter(|hit| hit.first == first).cloned()
    }
}

/// A title that begins here with its head, or is one word: "laki turkistarhauksesta", "metsästyslain".
fn head_first(place: Place<'_>, register: &Register, at: usize) -> Option<NameHit> {
    let tokens = &place.tokens[at..];
    let unbroken = tokens.iter().enumerate().take_while(|(n, token)| {
        *n == 0 || goes_on(&place.text[tokens[n - 1].span.end..token.span.start])
    });
    let (length, acts) = register.longest_title(unbroken.map(|(_, token)| token.lemma.as_str()))?;
    if length > 1 && is_cut(place, at + length - 1) {
        return None;
    }
    hit(place, (at, at + length - 1), &tokens[..length], acts)
}

/// Whether a title goes on behind its last word, so that it is only the beginning of another act's title: "laki
/// työnantajan sosiaaliturvamaksusta", and then "vapauttamisesta".
fn is_cut(place: Place<'_>, last: usize) -> bool {
    let Place { text, tokens, wording } = place;
    tokens.get(last + 1).is_some_and(|next| {
        let joined = text[tokens[last].span.end..next.span.start].chars().all(char::is_whitespace);
        joined && next.lemma != GIVEN && wording.goes_on_in_title(&next.lemma)
    })
}

/// A title that ends here with its head: "turkistarhauksesta annetun lain".
fn head_last(place: Place<'_>, register: &Register, given: usize) -> Option<NameHit> {
    let Place { text, tokens, wording } = place;
    if tokens[given].lemma != GIVEN {
        return None;
    }
    let after = (given + 1..tokens.len()).take(ISSUER);
    let head = after
        .take_while(|at| runs_on(&text[tokens[at - 1].span.end..tokens[*at].span.start]))
        .find(|at| wording.heads.is_head(&tokens[*at].lemma))?;
    let joined = |at: &usize| goes_on(&text[tokens[*at].span.end..tokens[at + 1].span.start]);
    let starts: Vec<usize> =
        (given.saturating_sub(CONTENT)..given).rev().take_while(joined).collect();
    starts.into_iter().rev().find_map(|first| {
        let content = tokens[first..given].iter();
        let row = std::iter::once(&tokens[head]).chain(content).map(|token| token.lemma.as_str());
        let (length, acts) = register.longest_title(row)?;
        let whole = length == given - first + 1;
        whole.then(|| hit(place, (first, head), &tokens[first..=head], acts)).flatten()
    })
}

/// Whether a title can go on over what stands between two of its words. Titles of the index are met word for word, and
/// many hold brackets, sections and years: "eläkelain 9 §:ssä tarkoitettujen", "metsästysvuonna 2020–2021".
fn goes_on(gap: &str) -> bool {
    runs_on(gap) || gap.chars().all(|c| c == ' ' || "\n:()/–—―”\"".contains(c))
}

/// A title found, unless it could be anything: a head alone, or two short words.
fn hit(
    place: Place<'_>,
    (first, last): (usize, usize),
    tokens: &[Token],
    acts: Vec<StatuteId>,
) -> Option<NameHit> {
    let heads = &place.wording.heads;
    let letters = |token: &Token| token.lemma.chars().count();
    let (sure, rank) = match tokens {
        [word] => {
            let headed = heads.head_of(&word.lemma)?;
            let long = headed.stem.chars().count() >= STEM && headed.kind.is_some();
            (long, Rank::IndexedWord)
        }
        [_, second] => (letters(second) >= SECOND_WORD, Rank::IndexedTitle),
        _ => (tokens.iter().any(|token| heads.head_of(&token.lemma).is_some()), Rank::IndexedTitle),
    };
    sure.then_some(NameHit { first, last, acts, rank, doubtful: false })
}
