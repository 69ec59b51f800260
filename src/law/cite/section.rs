//! The places cited in an act: "10 ja 24 §", "6 artiklan 1 kohdan c alakohta", "sections 10 and 24".

use super::token::Token;
use super::wording::Wording;
use crate::place::{Span, on_one_line};

/// The longest place met is some ten words ("6 artiklan 1 kohdan c ja e alakohta").
const REACH: usize = 14;

/// The place written after the act that ends at `last`, else the one before the act that begins at `first`.
pub(super) fn find(
    wording: &Wording,
    text: &str,
    tokens: &[Token],
    (first, last): (usize, usize),
) -> Option<String> {
    after(wording, tokens, last)
        .or_else(|| before(wording, text, tokens, first))
        .map(|span| on_one_line(closed(text, span).of(text)))
}

/// The place written right after the act that ends at `last`.
pub(super) fn after_act(
    wording: &Wording,
    text: &str,
    tokens: &[Token],
    last: usize,
) -> Option<String> {
    after(wording, tokens, last).map(|span| on_one_line(closed(text, span).of(text)))
}

/// A place with the brackets and the letter that belong to it: "Article 6(1" goes on to "Article 6(1)(c)", "artikla 6.1
/// kohta" to "artikla 6.1 kohta c".
fn closed(text: &str, mut place: Span) -> Span {
    let inside = place.of(text);
    let open = inside.matches('(').count() > inside.matches(')').count();
    if open && text[place.end..].starts_with(')') {
        place.end += 1;
        let mut rest = text[place.end..].chars();
        let point = (rest.next(), rest.next(), rest.next());
        if let (Some('('), Some('a'..='z'), Some(')')) = point {
            place.end += 3;
        }
    }
    let mut rest = text[place.end..].chars();
    if let (Some(' '), Some('a'..='z')) = (rest.next(), rest.next())
        && !rest.next().is_some_and(char::is_alphanumeric)
        && !place.of(text).contains('§')
    {
        place.end += 2;
    }
    place
}

/// A row of numbers, units and joining words that holds a number and a unit.
fn after(wording: &Wording, tokens: &[Token], last: usize) -> Option<Span> {
    let row = tokens.iter().skip(last + 1).take(REACH);
    let mut seen = Seen::default();
    for token in row {
        if !seen.take(wording, token, |word| wording.section_after.holds(word)) {
            break;
        }
    }
    seen.place()
}

/// The same, read backwards; a unit must open it.
fn before(wording: &Wording, text: &str, tokens: &[Token], first: usize) -> Option<Span> {
    let start = first.saturating_sub(REACH);
    let mut seen = Seen::default();
    for at in (start..first).rev() {
        let token = &tokens[at];
        if token.sentence != tokens[first].sentence {
            break;
        }
        if !seen.take(wording, token, |word| wording.section_before.holds(word)) {
            break;
        }
        let opens = wording.section_before.holds(&token.lemma);
        let glued = text[..token.span.start].ends_with(|c: char| c.is_ascii_digit());
        if opens && seen.number.is_some() && !glued {
            break;
        }
    }
    seen.place()
}

/// What of a place was read so far.
#[derive(Default)]
struct Seen {
    number: Option<Span>,
    unit: Option<Span>,
    /// Whether the number is one alone, of an article and its paragraph.
    dotted: bool,
}

/// "6.1": the number of an article with that of its paragraph.
fn is_paragraph(word: &str) -> bool {
    let parts = word.split_once('.').map(|(article, paragraph)| {
        let figures = |part: &str, most: usize| {
            (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
        };
        figures(article, 2) && figures(paragraph, 1) && paragraph != "0"
    });
    parts == Some(true)
}

impl Seen {
    /// Takes one more word; `false` when it belongs to no place.
    fn take(&mut self, wording: &Wording, token: &Token, is_unit: impl Fn(&str) -> bool) -> bool {
        let word = token.lemma.as_str();
        let figures = word.chars().take_while(char::is_ascii_digit).count();
        let is_number = (1..=3).contains(&figures) && !word.contains('/');
        if is_number {
            self.dotted = self.number.is_none() && is_paragraph(word);
            self.number = Some(self.number.map_or(token.span, |span| span.to(token.span)));
            return true;
        }
        if is_unit(word) {
            self.unit = Some(self.unit.map_or(token.span, |span| span.to(token.span)));
            return true;
        }
        wording.section_joins.holds(word)
    }

    fn place(self) -> Option<Span> {
        match (self.number, self.unit) {
            // "TSA 6.1 c": article and paragraph need no word.
            (Some(number), None) if self.dotted => Some(number),
            (number, unit) => Some(number?.to(unit?)),
        }
    }
}
