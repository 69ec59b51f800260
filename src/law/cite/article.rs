//! Articles in a text, with an act beside them or without: "(15 artikla)", "6 artiklan 1 kohdan c alakohta".

use super::Wording;
use super::provision::{Provision, provisions};
use super::wording::PlaceUnit;
use crate::finnish::words::Word;
use crate::place::Span;

/// Articles that are cited together, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CitedArticles {
    /// The bytes.
    pub span: Span,
    /// Index of the first word.
    pub first: usize,
    /// Index of the last word.
    pub last: usize,
    /// The places, taken apart.
    pub places: Vec<Provision>,
}

/// The articles in a text, in order. Rows that name sections of Finnish acts as well are left out.
pub(in crate::law) fn articles(
    wording: &Wording,
    text: &str,
    words: &[Word],
) -> Vec<CitedArticles> {
    let row = Row { wording, text, words };
    let mut found = Vec::new();
    let mut from = 0;
    for at in 0..words.len() {
        if at >= from && row.unit(at) == Some(PlaceUnit::Article) {
            let found_here = row.around(at, from);
            from = found_here.as_ref().map_or(at, |articles| articles.last) + 1;
            found.extend(found_here);
        }
    }
    found
}

/// The words of a text, as parts of places.
struct Row<'a> {
    wording: &'a Wording,
    text: &'a str,
    words: &'a [Word],
}

impl Row<'_> {
    /// The articles about a word that says "artikla", none before the word `from`.
    fn around(&self, at: usize, from: usize) -> Option<CitedArticles> {
        let (mut first, mut last) = (at, at);
        while first > from && self.goes_on(first - 1) && self.is_part(first - 1) {
            first -= 1;
        }
        while last + 1 < self.words.len() && self.goes_on(last) && self.is_part(last + 1) {
            last += 1;
        }
        // What only joins belongs to no place when it stands at an edge.
        while first < at && !self.carries(first) {
            first += 1;
        }
        while last > at && !self.carries(last) {
            last -= 1;
        }
        let span = self.words[first].span.to(self.words[last].span);
        let written = span.of(self.text);
        let places = provisions(self.wording, written);
        let sound = !written.contains('§') && places.iter().all(|place| place.article.is_some());
        (sound && !places.is_empty()).then_some(CitedArticles { span, first, last, places })
    }

    fn unit(&self, at: usize) -> Option<PlaceUnit> {
        self.wording.place_unit(&self.words[at].folded)
    }

    /// Whether a place can go on from a word to the next.
    fn goes_on(&self, at: usize) -> bool {
        let (word, next) = (&self.words[at], &self.words[at + 1]);
        let gap = &self.text[word.span.end..next.span.start];
        let part =
            |c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | '.' | '-' | '–' | '&');
        word.sentence == next.sentence && gap.chars().all(part) && gap.matches('\n').count() < 2
    }

    fn is_part(&self, at: usize) -> bool {
        self.carries(at) || self.wording.section_joins.holds(&self.words[at].folded)
    }

    /// Whether a word is a number, a unit or the letter of a point.
    fn carries(&self, at: usize) -> bool {
        let word = self.words[at].folded.as_str();
        let figures = word.bytes().take_while(u8::is_ascii_digit).count();
        let number = (1..=3).contains(&figures) && !word.contains('/');
        let letter = word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
        number || letter || self.unit(at).is_some()
    }
}
