//! The text of a document as the editor has it: positions in lines and characters, and what was changed.

use std::ops::Range;

use lsp_types::{Position, TextDocumentContentChangeEvent};

/// How positions count the characters of a line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Encoding {
    /// In UTF-16 code units, as every client can.
    #[default]
    Utf16,
    /// In bytes.
    Utf8,
}

impl Encoding {
    fn length(self, text: &str) -> usize {
        match self {
            Self::Utf16 => text.encode_utf16().count(),
            Self::Utf8 => text.len(),
        }
    }

    /// The bytes of the first `count` units of a line; a unit inside a character stands for its beginning.
    fn bytes(self, line: &str, count: usize) -> usize {
        let mut units = 0;
        for (at, c) in line.char_indices() {
            let width = match self {
                Self::Utf16 => c.len_utf16(),
                Self::Utf8 => c.len_utf8(),
            };
            if units + width > count {
                return at;
            }
            units += width;
        }
        line.len()
    }
}

/// A text with its lines, which end in `\n`, `\r\n` or `\r`.
#[derive(Debug)]
pub(super) struct Text {
    content: String,
    /// First byte of each line.
    starts: Vec<usize>,
    encoding: Encoding,
}

impl Text {
    pub(super) fn new(text: String, encoding: Encoding) -> Self {
        let bytes = text.as_bytes();
        let ends = |(at, byte): (usize, &u8)| {
            let is_end = *byte == b'\n' || *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n');
            is_end.then_some(at + 1)
        };
        let starts = std::iter::once(0).chain(bytes.iter().enumerate().filter_map(ends)).collect();
        Self { content: text, starts, encoding }
    }

    pub(super) fn as_str(&self) -> &str {
        &self.content
    }

    /// The position of a byte. What stands within the end of a line is the end of the line.
    pub(super) fn position(&self, at: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= at).saturating_sub(1);
        let bytes = self.line(line);
        let within =
            &self.content[bytes.start..self.content.floor_char_boundary(at.min(bytes.end))];
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Position::new(number(line), number(self.encoding.length(within)))
    }

    /// The byte of a position. What lies beyond a line is its end, what lies beyond the text the end of the text.
    pub(super) fn offset(&self, position: Position) -> usize {
        let line = position.line as usize;
        if line >= self.starts.len() {
            return self.content.len();
        }
        let bytes = self.line(line);
        bytes.start + self.encoding.bytes(&self.content[bytes.clone()], position.character as usize)
    }

    pub(super) fn range(&self, bytes: Range<usize>) -> lsp_types::Range {
        lsp_types::Range::new(self.position(bytes.start), self.position(bytes.end))
    }

    pub(super) fn bytes(&self, range: lsp_types::Range) -> Range<usize> {
        let (start, end) = (self.offset(range.start), self.offset(range.end));
        start..end.max(start)
    }

    /// The text after a change.
    pub(super) fn change(&mut self, change: TextDocumentContentChangeEvent) {
        let text = match change.range {
            Some(range) => {
                let bytes = self.bytes(range);
                let mut text = std::mem::take(&mut self.content);
                text.replace_range(bytes, &change.text);
                text
            }
            None => change.text,
        };
        *self = Self::new(text, self.encoding);
    }

    /// The bytes of a line without its end.
    fn line(&self, line: usize) -> Range<usize> {
        let start = self.starts[line];
        let end = self.starts.get(line + 1).copied().unwrap_or(self.content.len());
        start..start + self.content[start..end].trim_end_matches(['\n', '\r']).len()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn changed(text: &str, range: [u32; 4], new: &str) -> String {
        let [line, character, end_line, end_character] = range;
        let range = lsp_types::Range::new(
            Position::new(line, character),
            Position::new(end_line, end_character),
        );
        let mut text = Text::new(text.to_owned(), Encoding::Utf16);
        text.change(TextDocumentContentChangeEvent {
            range: Some(range),
            range_length: None,
            text: new.to_owned(),
        });
        text.content
    }

    #[test]
    fn a_change_lands_behind_signs_of_two_units() {
        assert_eq!(changed("äö 😀 vanha\nloppu", [0, 6, 0, 11], "uusi"), "äö 😀 uusi\nloppu");
    }

    #[test]
    fn a_change_over_line_ends_of_all_kinds() {
        assert_eq!(changed("a\r\nb\rc\nd", [0, 1, 3, 0], "-"), "a-d");
    }

    #[test]
    fn a_change_beyond_the_text_is_at_its_end() {
        assert_eq!(changed("a\nb", [7, 3, 9, 9], "c"), "a\nbc");
        assert_eq!(changed("a\nb", [0, 99, 0, 99], "!"), "a!\nb");
        assert_eq!(changed("a\nb", [1, 1, 0, 0], "!"), "a\nb!", "an end before its beginning");
    }

    #[test]
    fn bytes_count_where_they_were_agreed_on() {
        let text = Text::new("ä😀x".to_owned(), Encoding::Utf8);
        assert_eq!(text.position(6), Position::new(0, 6));
        let text = Text::new("ä😀x".to_owned(), Encoding::Utf16);
        assert_eq!(text.position(6), Position::new(0, 3));
    }

    proptest! {
        #[test]
        fn a_position_leads_back_to_its_byte(text in "[aä😀\r\n]{0,20}", at in 0usize..60, utf8: bool) {
            let at = text.floor_char_boundary(at.min(text.len()));
            let encoding = if utf8 { Encoding::Utf8 } else { Encoding::Utf16 };
            let within_an_end = text[..at].ends_with('\r') && text[at..].starts_with('\n');
            let text = Text::new(text, encoding);
            if !within_an_end {
                prop_assert_eq!(text.offset(text.position(at)), at);
            }
        }

        #[test]
        fn no_position_is_too_odd(text in "[aä😀\r\n]{0,20}", line in 0u32..9, character in 0u32..30) {
            let text = Text::new(text, Encoding::Utf16);
            let at = text.offset(Position::new(line, character));
            prop_assert!(text.as_str().is_char_boundary(at));
        }
    }
}
