//! A text made plain for looking up fixed forms: small letters, single spaces, no hyphens; every byte
//! knows where it came from.

use crate::finnish::fold::is_hyphen;
use crate::place::Span;

/// The plain text and its way back.
#[derive(Debug)]
pub(super) struct Plain {
    text: String,
    /// Of each byte of `text` the byte of the original; and one more for the end.
    origins: Vec<usize>,
}

impl Plain {
    /// Makes a text plain.
    pub(super) fn of(original: &str) -> Self {
        let mut plain = Self { text: String::with_capacity(original.len()), origins: Vec::new() };
        let mut chars = original.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            if is_hyphen(c) || c == '\u{200b}' {
                // "TE-⏎toimisto": the line end goes with the hyphen, a space in the line stays.
                let broken =
                    original[at + c.len_utf8()..].trim_start_matches([' ', '\r']).starts_with('\n');
                while broken && chars.next_if(|(_, c)| c.is_whitespace()).is_some() {}
            } else if c.is_whitespace() {
                while chars.next_if(|(_, c)| c.is_whitespace()).is_some() {}
                plain.push(' ', at);
            } else {
                for small in c.to_lowercase() {
                    plain.push(small, at);
                }
            }
        }
        plain.origins.push(original.len());
        plain
    }

    fn push(&mut self, c: char, origin: usize) {
        self.text.push(c);
        self.origins.extend(std::iter::repeat_n(origin, c.len_utf8()));
    }

    /// The plain text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The original bytes of `start..end`.
    pub(super) fn original(&self, start: usize, end: usize) -> Span {
        let last = self.text[..end].chars().next_back().map_or(0, char::len_utf8);
        let end = if end == self.text.len() {
            self.origins[end]
        } else {
            // What was left out behind the last character is no part of the form.
            let origin = self.origins[end - last];
            origin + self.last_length(end - last, end)
        };
        Span::new(self.origins[start], end)
    }

    /// Length in the original of the character at `start..end`; most keep theirs when made small.
    fn last_length(&self, start: usize, end: usize) -> usize {
        (self.origins[end] - self.origins[start]).min(end - start)
    }
}

/// Whether the original at a place begins with `cased`, capitals and all, hyphens apart.
pub(super) fn starts_cased(original: &str, span: Span, cased: &str) -> bool {
    let mut own = span.of(original).chars().filter(|c| !is_hyphen(*c)).map(spaced);
    cased.chars().all(|wanted| own.next() == Some(wanted))
}

fn spaced(c: char) -> char {
    if c.is_whitespace() { ' ' } else { c }
}
