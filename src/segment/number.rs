//! The number before a heading: "1.", "10.1", "3)", "IV.", "2" alone.

/// A number as it stands at the beginning of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// As written, without a stop at the end: "2", "10.1", "IV".
    pub(super) written: String,
    /// Its parts: 10.1 is 10 and 1.
    pub(super) parts: Vec<u16>,
    /// How it is set off from the words.
    pub(super) style: Style,
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
}

/// No notice has more sections; four-digit years and post codes are no numbers of sections.
const MOST: u16 = 99;

impl Number {
    /// Reads the number that `line` begins with, and the bytes it takes with the blanks behind it.
    pub(super) fn read(line: &str) -> Option<(Self, usize)> {
        Self::arabic(line).or_else(|| Self::roman(line))
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
        apart.then(|| (Self { written: written.to_owned(), parts, style }, blanks(line, end)))
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
        let number = Self { written: written.to_owned(), parts: vec![value], style: Style::Roman };
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
        ] {
            assert_eq!(read(line), "-", "{line}");
        }
    }
}
