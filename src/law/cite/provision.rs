//! A place in an act, taken apart: "13 luku 6 § 2 mom.", "6 artiklan 1 kohdan c alakohta", "Art. 9(2)(h)".

use super::wording::{PlaceUnit, Wording};

/// Sections of a range that are told one by one; a longer range is a slip.
const RANGE: u32 = 99;

/// One place in an act.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct Provision {
    /// Chapter: "38 luvun 9 §".
    pub chapter: Option<u32>,
    /// Section: "13 a".
    pub section: Option<String>,
    /// Article of an act of the Union.
    pub article: Option<u32>,
    /// Subsection of a section (momentti), or paragraph of an article (kohta).
    pub paragraph: Option<u32>,
    /// Point (kohta of a momentti, alakohta of an article): "c", "32".
    pub point: Option<String>,
}

/// A piece of a place as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece {
    Value(Value),
    /// "6.1", and "6(1" where the bracket follows a number.
    Dotted(u32, u32),
    /// "(2)", "(h)"
    Bracketed(Value),
    Unit(PlaceUnit),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Value {
    /// "22–24", "13 a"; mostly both ends are one.
    Number {
        from: u32,
        to: u32,
        letter: Option<char>,
    },
    Letter(char),
}

/// Takes a place apart.
pub(in crate::law) fn provisions(wording: &Wording, place: &str) -> Vec<Provision> {
    let pieces = pieces(wording, place);
    let mut reading = Places::default();
    for (at, piece) in pieces.iter().enumerate() {
        let before_unit = matches!(pieces.get(at + 1), Some(Piece::Unit(_)));
        match *piece {
            Piece::Value(value) => reading.value(value, before_unit),
            Piece::Dotted(article, paragraph) => {
                reading.give(PlaceUnit::Article, &[number(article)]);
                reading.give(PlaceUnit::Paragraph, &[number(paragraph)]);
                reading.ahead = None;
            }
            Piece::Bracketed(value @ Value::Number { .. }) => {
                reading.give(PlaceUnit::Paragraph, &[value]);
            }
            Piece::Bracketed(value) => reading.give(PlaceUnit::Point, &[value]),
            // "6.1 artiklan": the word belongs to the number before it.
            Piece::Unit(PlaceUnit::Article) if at > 0 && is_dotted(pieces[at - 1]) => {}
            Piece::Unit(unit) => reading.unit(unit),
        }
    }
    // "6.1 c": the last letter is a point of the paragraph before it.
    if let (Some(Value::Letter(_)), Some(last)) = (reading.open.first(), reading.found.last())
        && last.paragraph.is_some()
    {
        let open = std::mem::take(&mut reading.open);
        reading.give(PlaceUnit::Point, &open);
    }
    reading.found
}

fn is_dotted(piece: Piece) -> bool {
    matches!(piece, Piece::Dotted(..))
}

fn number(number: u32) -> Value {
    Value::Number { from: number, to: number, letter: None }
}

/// What of a place was read so far.
#[derive(Default)]
struct Places {
    found: Vec<Provision>,
    chapter: Option<u32>,
    /// Values whose unit is still to come: "6" of "6 artiklan".
    open: Vec<Value>,
    /// A unit whose values are still to come: "artikla" of "artikla 6".
    ahead: Option<PlaceUnit>,
    /// Whether it has had a value.
    used: bool,
}

impl Places {
    fn value(&mut self, value: Value, before_unit: bool) {
        match self.ahead {
            // "artikla 6, 1 kohdan": the second number belongs to what follows it.
            Some(unit) if !(self.used && before_unit) => {
                self.give(unit, &[value]);
                self.used = true;
            }
            _ => self.open.push(value),
        }
    }

    fn unit(&mut self, unit: PlaceUnit) {
        let open = std::mem::take(&mut self.open);
        self.ahead = open.is_empty().then_some(unit);
        self.used = false;
        self.give(unit, &open);
    }

    /// Gives a unit its values.
    fn give(&mut self, unit: PlaceUnit, values: &[Value]) {
        for (n, value) in values.iter().enumerate() {
            match (unit, *value) {
                (PlaceUnit::Chapter, Value::Number { from, .. }) => self.chapter = Some(from),
                (PlaceUnit::Section, Value::Number { from, to, letter }) => {
                    self.sections(from, to, letter);
                }
                (PlaceUnit::Article, Value::Number { from, to, .. }) => {
                    for article in from..=to.min(from.saturating_add(RANGE)) {
                        let article = Some(article);
                        self.found.push(Provision { article, ..Provision::default() });
                    }
                }
                (PlaceUnit::Paragraph, Value::Number { from, .. }) => {
                    self.part(n > 0, |place| place.paragraph = Some(from));
                }
                (PlaceUnit::Point, value) => self.part(n > 0, |place| match value {
                    // "1 kohdan" of an article is what "1 momentin" is of a section.
                    Value::Number { from, .. }
                        if place.article.is_some() && place.paragraph.is_none() =>
                    {
                        place.paragraph = Some(from);
                    }
                    Value::Number { from, .. } => place.point = Some(from.to_string()),
                    Value::Letter(letter) => place.point = Some(letter.to_string()),
                }),
                (_, Value::Letter(_)) => {}
            }
        }
    }

    fn sections(&mut self, from: u32, to: u32, letter: Option<char>) {
        for section in from..=to.min(from.saturating_add(RANGE)) {
            let letter = letter.map(|letter| format!(" {letter}")).unwrap_or_default();
            self.found.push(Provision {
                chapter: self.chapter,
                section: Some(format!("{section}{letter}")),
                ..Provision::default()
            });
        }
    }

    /// Tells more of the last place; `another` makes it a second one beside ("c ja e alakohta").
    fn part(&mut self, another: bool, tell: impl FnOnce(&mut Provision)) {
        let Some(last) = self.found.last().cloned() else { return };
        if another {
            self.found.push(last);
        }
        if let Some(place) = self.found.last_mut() {
            tell(place);
        }
    }
}

/// The pieces of a place; words that only join are left out.
fn pieces(wording: &Wording, place: &str) -> Vec<Piece> {
    let lower = place.to_lowercase();
    let mut pieces: Vec<Piece> = Vec::new();
    let mut rest = lower.as_str();
    let mut bracket = false;
    while let Some(c) = rest.chars().next() {
        let run = |fits: fn(char) -> bool| rest.find(|c| !fits(c)).unwrap_or(rest.len());
        let taken = if c.is_ascii_digit() {
            let length = run(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '–'));
            let written = rest[..length].trim_end_matches(['.', '-', '–']);
            pieces.extend(figures(written, bracket));
            written.len()
        } else if c == '§' {
            unit(PlaceUnit::Section, &mut pieces);
            // A case ending hangs on the sign: "§:n".
            let ending = rest[c.len_utf8()..].strip_prefix(':').map_or(0, |ending| {
                1 + ending.find(|c: char| !c.is_alphabetic()).unwrap_or(ending.len())
            });
            c.len_utf8() + ending
        } else if c.is_alphabetic() {
            let length = run(char::is_alphabetic);
            word(wording, &rest[..length], bracket, &mut pieces);
            length
        } else {
            c.len_utf8()
        };
        bracket = c == '(';
        rest = &rest[taken..];
    }
    pieces
}

fn word(wording: &Wording, word: &str, bracket: bool, pieces: &mut Vec<Piece>) {
    if let Some(named) = wording.place_unit(word) {
        unit(named, pieces);
    } else if let (Some(letter), 1) = (word.chars().next(), word.chars().count()) {
        let own = Value::Letter(letter);
        pieces.push(if bracket { Piece::Bracketed(own) } else { Piece::Value(own) });
    }
}

/// A unit; in "87 a §" the letter before it belongs to the number.
fn unit(unit: PlaceUnit, pieces: &mut Vec<Piece>) {
    if let (PlaceUnit::Section | PlaceUnit::Chapter, [.., Piece::Value(number), Piece::Value(last)]) =
        (unit, pieces.as_mut_slice())
        && let (Value::Number { letter, .. }, Value::Letter(own)) = (number, *last)
    {
        *letter = Some(own);
        pieces.pop();
    }
    pieces.push(Piece::Unit(unit));
}

fn figures(written: &str, bracket: bool) -> Option<Piece> {
    if let Some((article, paragraph)) = written.split_once('.') {
        return Some(Piece::Dotted(article.parse().ok()?, paragraph.parse().ok()?));
    }
    let (from, to) = written.split_once(['-', '–']).unwrap_or((written, written));
    let (from, to) = (from.parse().ok()?, to.parse().ok()?);
    let value = Value::Number { from, to, letter: None };
    Some(if bracket { Piece::Bracketed(value) } else { Piece::Value(value) })
}

#[cfg(test)]
mod tests {
    use super::{Provision, provisions};
    use crate::law::cite::Wording;
    use crate::rule::RuleFiles;

    fn told(place: &Provision) -> String {
        let part = |name: &str, value: Option<String>| value.map(|v| format!("{name}{v}"));
        [
            part("L", place.chapter.map(|n| n.to_string())),
            part("§", place.section.clone()),
            part("A", place.article.map(|n| n.to_string())),
            part("m", place.paragraph.map(|n| n.to_string())),
            part("k", place.point.clone()),
        ]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(".")
    }

    #[test]
    fn places_are_taken_apart() {
        let wording = Wording::load(&RuleFiles::embedded()).expect("the wording loads");
        let cases = [
            ("10 ja 24 §", "§10; §24"),
            ("87 a §", "§87 a"),
            ("14–16 §", "§14; §15; §16"),
            ("22–24 §, 26 §", "§22; §23; §24; §26"),
            ("13 luku 6 § 2 mom", "L13.§6.m2"),
            ("38 luvun 9 §", "L38.§9"),
            ("24 §:n 1 momentin 32 kohdan", "§24.m1.k32"),
            ("§ 146", "§146"),
            ("sections 10 and 24", "§10; §24"),
            ("6 artiklan 1 kohdan c alakohta", "A6.m1.kc"),
            ("6 artiklan 1 kohdan c ja e alakohta", "A6.m1.kc; A6.m1.ke"),
            ("artikla 6.1 kohta c", "A6.m1.kc"),
            ("artikla 6, 1 kohdan c alakohta", "A6.m1.kc"),
            ("6.1 c", "A6.m1.kc"),
            ("6.1 artiklan c alakohta", "A6.m1.kc"),
            ("artiklat 13 ja 14", "A13; A14"),
            ("15–22 artikla", "A15; A16; A17; A18; A19; A20; A21; A22"),
            ("Art. 9(2)(h)", "A9.m2.kh"),
            ("Article 6(1)(c)", "A6.m1.kc"),
            ("artikel 6.1 c", "A6.m1.kc"),
            ("77 artikla", "A77"),
            ("4 §:n 2 momentti", "§4.m2"),
        ];
        for (place, expected) in cases {
            let found: Vec<String> = provisions(&wording, place).iter().map(told).collect();
            assert_eq!(found.join("; "), expected, "{place}");
        }
    }
}
