//! Dates in a text, in every dress that notices use.

use super::Look;
use crate::finnish::words::Word;
use crate::place::Span;

/// A date and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Dated {
    pub(super) year: i16,
    pub(super) month: i8,
    /// `None` where only the month is told.
    pub(super) day: Option<i8>,
    /// Its first and last word.
    pub(super) words: (usize, usize),
}

impl Dated {
    /// ISO, without the day where none is told.
    pub(super) fn iso(&self) -> String {
        let month = format!("{:04}-{:02}", self.year, self.month);
        self.day.map_or(month.clone(), |day| format!("{month}-{day:02}"))
    }

    pub(super) fn span(&self, words: &[Word]) -> Span {
        words[self.words.0].span.to(words[self.words.1].span)
    }

    fn new(year: i16, month: i8, day: Option<i8>, words: (usize, usize)) -> Option<Self> {
        let valid = jiff::civil::Date::new(year, month, day.unwrap_or(1)).is_ok();
        (valid && (1990..=2100).contains(&year)).then_some(Self { year, month, day, words })
    }
}

/// All dates of a text, in order.
pub(super) fn dates(look: &Look<'_>) -> Vec<Dated> {
    let mut months = vec![None; look.words.len()];
    for (number, phrases) in (1_i8..).zip(&look.rules.months) {
        for hit in look.hits(phrases) {
            months[hit.first] = Some(number);
        }
    }
    let mut found = Vec::new();
    let mut at = 0;
    while at < look.words.len() {
        match date_at(look, &months, at) {
            Some(date) => {
                at = date.words.1 + 1;
                found.push(date);
            }
            None => at += 1,
        }
    }
    found
}

fn date_at(look: &Look<'_>, months: &[Option<i8>], at: usize) -> Option<Dated> {
    let raw = |index: usize| look.words.get(index).map(|word| word.span.of(&look.script.text));
    let number = |index: usize| raw(index).and_then(|text| text.parse::<i16>().ok());
    let month = |index: usize| months.get(index).copied().flatten();
    let text = raw(at)?;
    if let Some(date) = numeric(text, at) {
        return Some(date);
    }
    // "28. elokuuta 2012", "3 maj 2021", "6th of May 2020"
    if let Some(day) = ordinal(text) {
        let named = (1..=2).find_map(|gap| month(at + gap).map(|month| (gap, month)));
        if let Some((gap, month)) = named
            && let Some(year) = number(at + gap + 1)
        {
            return Dated::new(year, month, Some(day), (at, at + gap + 1));
        }
        // "29. 5. 2019"
        if let (Some(month), Some(year)) = (raw(at + 1).and_then(ordinal), number(at + 2))
            && spaced(look, at)
        {
            return Dated::new(year, month, Some(day), (at, at + 2));
        }
    }
    // "February 6th, 2023", "toukokuussa 2020"
    let month = month(at)?;
    if let (Some(day), Some(year)) = (raw(at + 1).and_then(ordinal), number(at + 2)) {
        return Dated::new(year, month, Some(day), (at, at + 2));
    }
    // "syyskuun 9. päivänä 2025"
    if let (Some(day), Some(year)) = (raw(at + 1).and_then(ordinal), number(at + 3))
        && raw(at + 2).is_some_and(|word| word.starts_with("päivä"))
    {
        return Dated::new(year, month, Some(day), (at, at + 3));
    }
    Dated::new(number(at + 1)?, month, None, (at, at + 1))
}

/// "29.5.2019", "29/5/2019", "2019-05-29", "6/2019", "5.2018", "14.9.12".
fn numeric(text: &str, at: usize) -> Option<Dated> {
    let parts: Vec<&str> = text.split(['.', '/', '-', '\u{2011}']).collect();
    let one = |part: &str| part.parse::<i8>().ok();
    let year = |part: &str| (part.len() == 4).then(|| part.parse::<i16>().ok()).flatten();
    match parts.as_slice() {
        [y, m, d] if y.len() == 4 => Dated::new(year(y)?, one(m)?, Some(one(d)?), (at, at)),
        [d, m, y] if y.len() == 2 && d.len() <= 2 && text.contains('.') => {
            Dated::new(2000 + i16::from(one(y)?), one(m)?, Some(one(d)?), (at, at))
        }
        [d, m, y] => Dated::new(year(y)?, one(m)?, Some(one(d)?), (at, at)),
        [m, y] if y.len() == 4 && m.len() <= 2 => Dated::new(year(y)?, one(m)?, None, (at, at)),
        [y, m] if y.len() == 4 && m.len() == 2 && text.contains('-') => {
            Dated::new(year(y)?, one(m)?, None, (at, at))
        }
        _ => None,
    }
}

/// A day or month: "6", "6th", "3rd".
fn ordinal(text: &str) -> Option<i8> {
    let digits =
        ["st", "nd", "rd", "th"].iter().find_map(|end| text.strip_suffix(end)).unwrap_or(text);
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

fn spaced(look: &Look<'_>, at: usize) -> bool {
    (at..at + 2).all(|index| {
        let (here, next) = (look.words[index].span, look.words[index + 1].span);
        look.script.text[here.end..next.start].trim() == "."
    })
}
