//! Numbers of statutes in a text: "523/1999", "523/99", "5.12.2018/1050", "(EU) 2016/679", "95/46/EY".

use super::token::Token;
use super::wording::Wording;
use crate::law::register::ActNumber;
use crate::place::Span;

/// Finnish statutes are numbered by year since 1734's Code; later years than the next cannot be meant.
const FIRST_YEAR: u32 = 1734;
/// The first act of the Communities is of 1952.
const FIRST_UNION_YEAR: u32 = 1952;
/// From this year the Union numbers its acts year first.
const YEAR_FIRST_FROM: u32 = 2015;

/// A number as it is written; what it can mean is for [`Number::readings`] to say.
#[derive(Debug, Clone)]
pub(super) struct Number {
    /// Its first and last token, marks included.
    pub(super) first: usize,
    pub(super) last: usize,
    /// Its bytes, marks included: "(EU) N:o 910/2014".
    pub(super) span: Span,
    /// The digits as written, without white space.
    pub(super) digits: String,
    /// Whether it bears a mark of the Union ("(EU)", "/EY").
    pub(super) union: bool,
    /// Small enough to be a month, a day or a fraction: needs a law beside it.
    pub(super) doubtful: bool,
    /// "1/2019": also the way to write a month, so that only a bracket behind a name makes it a number.
    pub(super) like_a_month: bool,
    readings: Vec<Reading>,
}

/// One way to read a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reading {
    pub(super) act: ActNumber,
    /// The order of year and number is not the one in which such an act is numbered.
    pub(super) reversed: bool,
}

impl Number {
    /// What the number can mean, the likeliest first.
    pub(super) fn readings(&self) -> &[Reading] {
        &self.readings
    }
}

/// The numbers in a text that can be those of statutes.
pub(super) fn find(wording: &Wording, text: &str, tokens: &[Token], last_year: u32) -> Vec<Number> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let number = number_at(wording, text, tokens, at, last_year);
        at = number.as_ref().map_or(at, |number| number.last) + 1;
        found.extend(number);
    }
    found
}

fn number_at(
    wording: &Wording,
    text: &str,
    tokens: &[Token],
    at: usize,
    last_year: u32,
) -> Option<Number> {
    let (digits, mut last) = digits_at(text, tokens, at)?;
    let mut first = at;
    let mut span = tokens[at].span.to(tokens[last].span);
    let mut union = false;
    if let Some(mark) = suffix_mark(wording, text, tokens, last) {
        last = mark;
        span = span.to(tokens[mark].span);
        union = true;
    }
    if let Some((mark, start)) = prefix_mark(wording, text, tokens, at) {
        first = mark;
        span.start = start;
        union = true;
    }
    let written = Digits::read(&digits)?;
    let readings = written.readings(union, last_year);
    let doubtful = !union && written.is_doubtful();
    let like_a_month = !union && written.is_like_a_month();
    (!readings.is_empty()).then_some(Number {
        first,
        last,
        span,
        digits,
        union,
        doubtful,
        like_a_month,
        readings,
    })
}

/// The digits that begin at a token, with a slash that stands apart ("523/ 1999") drawn in.
fn digits_at(text: &str, tokens: &[Token], at: usize) -> Option<(String, usize)> {
    let word = tokens[at].span.of(text);
    let glued = text[..tokens[at].span.start].ends_with(['/', '-', '.', ':', '#']);
    if glued || !word.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    if word.contains('/') {
        let more = text[tokens[at].span.end..].strip_prefix('/');
        let a_part = more.is_some_and(|more| more.starts_with(|c: char| c.is_ascii_digit()));
        return (!a_part).then(|| (word.to_owned(), at));
    }
    let next = tokens.get(at + 1)?;
    let gap = &text[tokens[at].span.end..next.span.start];
    let year = next.span.of(text);
    let parted = gap.trim() == "/" && gap.len() > 1 && gap.len() <= 6;
    (parted && year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()))
        .then(|| (format!("{word}/{year}"), at + 1))
}

/// The token of "EY" in "95/46/EY".
fn suffix_mark(wording: &Wording, text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let next = tokens.get(at + 1)?;
    let glued = &text[tokens[at].span.end..next.span.start] == "/";
    (glued && wording.union_marks.holds(&next.lemma)).then_some(at + 1)
}

/// The token of "EU" in "(EU) 2016/679" or "EU N:o 910/2014", and where it begins, bracket included.
fn prefix_mark(
    wording: &Wording,
    text: &str,
    tokens: &[Token],
    at: usize,
) -> Option<(usize, usize)> {
    let mut mark = at.checked_sub(1)?;
    if wording.number_words.holds(&tokens[mark].lemma) {
        mark = mark.checked_sub(1)?;
    }
    let gap = &text[tokens[mark].span.end..tokens[at].span.start];
    let near = gap.len() <= 12 && !gap.contains([',', ';', '.']);
    if !near || !wording.union_marks.holds(&tokens[mark].lemma) {
        return None;
    }
    let start = tokens[mark].span.start;
    let bracket = gap.trim_start().starts_with(')') && text[..start].ends_with('(');
    Some((mark, start - usize::from(bracket)))
}

/// Two numbers with a slash between, and the date before them, if any.
struct Digits {
    first: u32,
    second: u32,
    dated: bool,
    /// Figures written in the second part: a year of two figures is a year of the last century.
    second_figures: usize,
    first_figures: usize,
}

impl Digits {
    fn read(digits: &str) -> Option<Self> {
        let (before, second) = digits.split_once('/')?;
        let mut parts = before.rsplit('.');
        let first = parts.next()?;
        let date: Vec<&str> = parts.collect();
        let dated = date.len() == 2;
        let sound = |part: &&str| !part.starts_with('0') && part.len() <= 4;
        if !(dated || date.is_empty()) || ![first, second].iter().all(sound) {
            return None;
        }
        Some(Self {
            first: first.parse().ok()?,
            second: second.parse().ok()?,
            dated,
            second_figures: second.len(),
            first_figures: first.len(),
        })
    }

    fn readings(&self, union: bool, last_year: u32) -> Vec<Reading> {
        let mut readings = Vec::new();
        let year_of = |part: u32, figures: usize| if figures == 2 { part + 1900 } else { part };
        let mut push = |year: u32, number: u32, of_union: bool, reversed: bool| {
            let from = if of_union { FIRST_UNION_YEAR } else { FIRST_YEAR };
            if (from..=last_year).contains(&year) && number > 0 {
                readings
                    .push(Reading { act: ActNumber { year, number, union: of_union }, reversed });
            }
        };
        let last = year_of(self.second, self.second_figures);
        let leading = year_of(self.first, self.first_figures);
        let leading_is_year = self.first_figures == 4 || union;
        if self.dated {
            push(leading, self.second, false, false);
            push(leading, self.second, true, false);
            return readings;
        }
        if !union && self.second_figures != 3 {
            push(last, self.first, false, false);
        }
        if leading_is_year {
            push(leading, self.second, true, false);
        }
        if self.second_figures == 4 {
            push(last, self.first, true, last >= YEAR_FIRST_FROM);
        }
        if !union && self.first_figures == 4 {
            push(leading, self.second, false, true);
        }
        readings
    }

    fn is_like_a_month(&self) -> bool {
        !self.dated && self.first <= 12 && self.second_figures == 4
    }

    /// Such as a month of a year, a fraction or a school year could be.
    fn is_doubtful(&self) -> bool {
        if self.dated {
            return false;
        }
        let both_years = self.second_figures == 4 && (1950..2100).contains(&self.first);
        self.first <= 31 || self.second_figures < 3 || both_years
    }
}
