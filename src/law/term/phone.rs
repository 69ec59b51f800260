//! Telephone numbers in a text.

use crate::place::Span;

/// Telephone numbers as digits, "+358" read as "0".
pub(super) fn phones(text: &str) -> Vec<(String, Span)> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '\u{a0}');
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit() || c == '+') {
        let start = at + start;
        let skip = usize::from(text[start..].starts_with('+'));
        let length =
            text[start + skip..].find(|c: char| !is_part(c)).unwrap_or(text.len() - start - skip);
        let raw =
            text[start..start + skip + length].trim_end_matches(|c: char| !c.is_ascii_digit());
        if raw.is_empty() {
            at = start + 1;
            continue;
        }
        let digits = digits_of(raw);
        if (9..=10).contains(&digits.len()) {
            found.push((digits, Span::new(start, start + raw.len())));
        }
        at = start + raw.len();
    }
    found
}

/// A number as it is dialled in Finland, digits only.
pub(super) fn digits_of(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    let national = phone.starts_with('+').then(|| digits.strip_prefix("358")).flatten();
    national.map_or(digits.clone(), |rest| format!("0{}", rest.trim_start_matches('0')))
}
