//! The text of a notice as a terminal can show it.

use codespan_reporting::files::{Error, Files};

use crate::layout::Script;
use crate::place::Span;

/// A notice whose long lines are broken at spaces. Notices hold whole paragraphs in one line; a space
/// that becomes a line end moves no byte, so spans stay true, and lines keep the numbers of the file.
pub(super) struct View<'a> {
    path: &'a str,
    script: &'a Script,
    text: String,
    starts: Vec<usize>,
}

impl<'a> View<'a> {
    /// A view of lines of at most `columns`.
    pub(super) fn new(path: &'a str, script: &'a Script, columns: usize) -> Self {
        let text = broken(&script.text, columns);
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1));
        Self { path, script, starts: starts.collect(), text }
    }

    pub(super) fn path(&self) -> &'a str {
        self.path
    }

    /// The part of a span that is worth underlining: without blanks at its ends, in one shown line
    /// when it runs over many.
    pub(super) fn label(&self, span: Span) -> std::ops::Range<usize> {
        let inside = span.of(&self.text);
        let start = span.start + (inside.len() - inside.trim_start().len());
        let inside = inside.trim();
        let shown = if inside.lines().count() > 2 {
            inside.lines().next().unwrap_or_default().trim_end()
        } else {
            inside
        };
        start..start + shown.len()
    }
}

impl<'a> Files<'a> for View<'_> {
    type FileId = ();
    type Name = &'a str;
    type Source = &'a str;

    fn name(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(self.path)
    }

    fn source(&'a self, (): ()) -> Result<&'a str, Error> {
        Ok(&self.text)
    }

    fn line_index(&'a self, (): (), byte: usize) -> Result<usize, Error> {
        Ok(self.starts.partition_point(|start| *start <= byte).saturating_sub(1))
    }

    fn line_number(&'a self, (): (), line: usize) -> Result<usize, Error> {
        let start = self.line_range((), line)?.start;
        Ok(self.script.line_number(start))
    }

    fn column_number(&'a self, (): (), _line: usize, byte: usize) -> Result<usize, Error> {
        let place = self.script.place(Span::new(byte, byte));
        Ok(place.column.unwrap_or(1))
    }

    fn line_range(&'a self, (): (), line: usize) -> Result<std::ops::Range<usize>, Error> {
        let max = self.starts.len();
        let start = *self.starts.get(line).ok_or(Error::LineTooLarge { given: line, max })?;
        Ok(start..self.starts.get(line + 1).copied().unwrap_or(self.text.len()))
    }
}

/// The text with a line end for the last space before each full line, byte for byte as long.
fn broken(text: &str, columns: usize) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let mut used = 0;
        for word in line.split_inclusive(' ') {
            let width = word.chars().count();
            if used > 0 && used + width > columns && out.ends_with(' ') {
                out.pop();
                out.push('\n');
                used = 0;
            }
            out.push_str(word);
            used += width;
        }
    }
    out
}
