//! The number before a heading: "1.", "10.1", "3)", "IV.", "2" alone, "§ 4", "B.".

/// A number as it stands at the beginning of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// As written, without a stop at the end: "2", "10.1", "IV".
    pub(super) written: String,
    /// Its parts: 10.1 is 10 and 1.
    pub(super) parts: Vec<u16>,
    /// How it is set off from the words.
    pub(super) style: Style,
    /// What it counts where it is a letter and a Roman numeral alike: "I." follows "H." as the ninth.
    letter: Option<u16>,
}

/// How a number is set off from the words behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// `1.`
    Stop,
    /// `1)`
    Bracket,
    /// `1`
    Bare,
    /// `IV.`
    Roman,
    /// `§ 4`
    Sign,
    /// `B.`
    Letter,
    /// `b)`
    SmallLetter,
}

/// No notice has more sections; four-digit years and post codes are no numbers of sections.
const MOST: u16 = 99;

impl Number {
    /// Reads the number that `line` begins with, and the bytes it takes with the blanks behind it.
    pub(super) fn read(line: &str) -> Option<(Self, usize)> {
        Self::sign(line)
            .or_else(|| Self::arabic(line))
            .or_else(|| Self::roman(line))
            .or_else(|| Self::letter(line))
    }

    /// "§ 4 Ändamål": a number behind the sign counts the sections of the notice; "4 §" is one of an act.
    fn sign(line: &str) -> Option<(Self, usize)> {
        let rest = line.strip_prefix('§')?.trim_start();
        let (number, taken) = Self::arabic(rest)?;
        let capital = rest[taken..].starts_with(char::is_uppercase);
        let end = line.len() - rest.len() + taken;
        (number.depth() == 1 && capital).then_some((Self { style: Style::Sign, ..number }, end))
    }

    /// A letter with a stop or a bracket before a word that begins with a capital.
    fn letter(line: &str) -> Option<(Self, usize)> {
        let (value, style) = match letter_value(line) {
            Some(value) => (value, Style::Letter),
            None => (letter_value(&line.get(..1)?.to_ascii_uppercase())?, Style::SmallLetter),
        };
        let rest = line[1..].strip_prefix(['.', ')'])?;
        let words = rest.trim_start();
        let apart = words.len() < rest.len() && words.starts_with(char::is_uppercase);
        let (written, parts) = (line[..1].to_owned(), vec![value]);
        apart.then(|| (Self { written, parts, style, letter: None }, blanks(line, 2)))
    }

    /// The same Roman numeral counted as a letter, where it can be one.
    pub(super) fn as_letter(&self) -> Option<Self> {
        let parts = vec![self.letter?];
        Some(Self { parts, style: Style::Letter, ..self.clone() })
    }

    fn arabic(line: &str) -> Option<(Self, usize)> {
        let digits = line.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(line.len());
        let written = line[..digits].trim_end_matches('.');
        let parts: Vec<u16> =
            written.split('.').map(|part| part.parse().ok()).collect::<Option<_>>()?;
        if parts.len() > 4 || parts.iter().any(|part| *part == 0 || *part > MOST) {
            return None;
        }
        let after = &line[digits..];
        let stopped = digits > written.len();
        // Markdown exporters write `6\.`
        let (style, end) = match after.trim_start_matches('\\').trim_start().chars().next() {
            Some('.') if after.starts_with(['\\', '.']) => {
                (Style::Stop, line.len() - after.trim_start_matches(['\\', ' ', '.']).len())
            }
            Some(')') if !stopped && after.starts_with(')') => (Style::Bracket, digits + 1),
            _ if stopped => (Style::Stop, digits),
            _ => (Style::Bare, digits),
        };
        let rest = &line[end..];
        let apart = rest.is_empty()
            || rest.starts_with(char::is_whitespace)
            || style == Style::Stop && rest.starts_with(char::is_uppercase);
        apart.then(|| {
            (Self { written: written.to_owned(), parts, style, letter: None }, blanks(line, end))
        })
    }

    /// Roman numerals need a stop, a bracket or a capital behind them: "I" and "V" alone are words.
    fn roman(line: &str) -> Option<(Self, usize)> {
        let end = line.find(|c: char| !"IVX".contains(c))?;
        let written = &line[..end];
        let after = &line[end..];
        let rest = after.trim_start_matches(['.', ')']);
        let stops = after.len() - rest.len();
        let apart = rest.starts_with(char::is_whitespace);
        let capital = rest.trim_start().starts_with(char::is_uppercase);
        if end == 0 || stops > 1 || !apart || stops == 0 && !capital {
            return None;
        }
        let value = roman_value(written)?;
        let number = Self {
            written: written.to_owned(),
            parts: vec![value],
            style: Style::Roman,
            letter: letter_value(line).filter(|_| end == 1 && stops == 1),
        };
        Some((number, blanks(line, end + stops)))
    }

    /// How deep it stands: 1 for "10", 2 for "10.1".
    pub(super) fn depth(&self) -> usize {
        self.parts.len()
    }
}

fn blanks(line: &str, end: usize) -> usize {
    line.len() - line[end..].trim_start().len()
}

/// A is 1.
fn letter_value(line: &str) -> Option<u16> {
    let first = line.bytes().next().filter(u8::is_ascii_uppercase)?;
    Some(u16::from(first - b'A' + 1))
}

fn roman_value(written: &str) -> Option<u16> {
    let tens = written.chars().take_while(|c| *c == 'X').count();
    let ones = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let rest = ones.iter().position(|one| *one == &written[tens..])?;
    u16::try_from(tens * 10 + rest).ok().filter(|value| *value > 0)
}

#[cfg(test)]
mod tests {
    use super::Number;

    /// Number and rest as read, or `-`.
    fn read(line: &str) -> String {
        Number::read(line).map_or("-".to_owned(), |(number, end)| {
            format!("{} {:?} {:?}|{}", number.written, number.parts, number.style, &line[end..])
        })
    }

    #[test]
    fn numbers_come_in_many_dresses() {
        assert_eq!(read("1. Rekisterinpitäjä"), "1 [1] Stop|Rekisterinpitäjä");
        assert_eq!(read("1.Rekisterinpitäjä"), "1 [1] Stop|Rekisterinpitäjä");
        assert_eq!(read("10.1  Käyttöoikeudet"), "10.1 [10, 1] Bare|Käyttöoikeudet");
        assert_eq!(read("3) Tarkoitus"), "3 [3] Bracket|Tarkoitus");
        assert_eq!(read("2 Yhteyshenkilö"), "2 [2] Bare|Yhteyshenkilö");
        assert_eq!(read("IV. Säilytys"), "IV [4] Roman|Säilytys");
        assert_eq!(read("VI  LUOVUTUKSET"), "VI [6] Roman|LUOVUTUKSET");
        assert_eq!(read(r"6\. Överföring"), "6 [6] Stop|Överföring");
        assert_eq!(read("7."), "7 [7] Stop|");
        assert_eq!(read("§ 4 Vilka uppgifter"), "4 [4] Sign|Vilka uppgifter");
        assert_eq!(read("B. TARKOITUS"), "B [2] Letter|TARKOITUS");
        assert_eq!(read("C) Laki"), "C [3] Letter|Laki");
        assert_eq!(read("c) Varför"), "c [3] SmallLetter|Varför");
    }

    #[test]
    fn a_roman_one_may_be_a_letter() {
        let letter = |line| Number::read(line).and_then(|(number, _)| number.as_letter());
        assert_eq!(letter("I. Suojaus").map(|number| number.parts), Some(vec![9]));
        assert_eq!(letter("II. Suojaus"), None);
        assert_eq!(letter("1. Suojaus"), None);
    }

    #[test]
    fn dates_years_post_codes_and_words_are_no_numbers() {
        for line in [
            "29.5.2019",
            "2019",
            "00990 Helsinki",
            "Ilmoitus",
            "1/2",
            "I osa",
            "5G-verkko",
            "0400 123",
            "§ 4 mukaan",
            "B-rappu",
            "A.I.",
            "a) suostumus",
        ] {
            assert_eq!(read(line), "-", "{line}");
        }
    }
}
