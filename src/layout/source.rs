//! Where the words of a script stand in its file, in formats whose files are text.

use super::Script;
use crate::extract::flow::Copied;
use crate::place::Span;

/// What the file of a script is.
#[derive(Debug, Clone, Default)]
pub(super) enum Source {
    /// No text: places are those of the script.
    #[default]
    None,
    /// The very text of the script.
    Same,
    /// A text of which the script has copies, as HTML is.
    Copied {
        /// The text of the file, decoded.
        text: String,
        /// The copies in order of the script.
        copies: Vec<Copied>,
        /// Where the lines of the file begin.
        lines: Vec<usize>,
    },
}

impl Source {
    pub(super) fn copied(text: String, copies: Vec<Copied>) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        let lines = std::iter::once(0).chain(ends).collect();
        Self::Copied { text, copies, lines }
    }
}

impl Script {
    /// The text of the file, decoded and with nothing else done to it; nothing where the file is no text.
    /// Byte order marks are no part of it.
    pub fn source(&self) -> Option<&str> {
        match &self.source {
            Source::None => None,
            Source::Same => Some(&self.text),
            Source::Copied { text, .. } => Some(text),
        }
    }

    /// The bytes of [`Script::source`] in which the words of a span stand exactly as they are read: what stands there
    /// may be replaced by other words. Nothing where the format has no such source, or where marks, character
    /// references or white space between the words make them differ, nor in fenced code, which is quoted as it stands.
    pub fn in_source(&self, span: Span) -> Option<Span> {
        if self.code.iter().any(|code| code.overlaps(span)) {
            return None;
        }
        let found = self.around_in_source(span)?;
        let text = self.source()?;
        (text.get(found.start..found.end) == Some(span.of(&self.text))).then_some(found)
    }

    /// The bytes of [`Script::source`] from the first to the last that the words of a span are read from, with all
    /// marks between them. Nothing where none of them is from the file.
    pub fn around_in_source(&self, span: Span) -> Option<Span> {
        let copies = match &self.source {
            Source::None => return None,
            Source::Same => return Some(span),
            Source::Copied { copies, .. } => copies,
        };
        let first = copies.partition_point(|copy| copy.at.end <= span.start);
        let last = copies.partition_point(|copy| copy.at.start < span.end).checked_sub(1)?;
        let (first, last) = (copies.get(first)?, copies.get(last)?);
        let (start, end) = (within(first, span.start).start, within(last, span.end).end);
        (first.at.start < span.end.max(span.start + 1) && start <= end)
            .then(|| Span::new(start, end))
    }

    /// Line and column, from 1, of a byte of [`Script::text`] in the file; nothing where the script has its own.
    pub(super) fn position(&self, at: usize, end: bool) -> Option<(usize, usize)> {
        let Source::Copied { text, copies, lines } = &self.source else { return None };
        let byte = nearest(copies, at, end);
        let line = lines.partition_point(|start| *start <= byte).max(1);
        let column = text.get(lines[line - 1]..byte).map_or(0, |before| before.chars().count());
        Some((line, column + 1))
    }
}

/// The bytes of the file for a place in, or at the edge of, a copy: one, where it is a true copy; else all of it.
fn within(copy: &Copied, at: usize) -> Span {
    let is_true = copy.at.end - copy.at.start == copy.from.end - copy.from.start;
    if !is_true {
        return copy.from;
    }
    let at = copy.from.start + at.clamp(copy.at.start, copy.at.end) - copy.at.start;
    Span::new(at, at)
}

/// The byte of the file that is nearest to one of the script.
fn nearest(copies: &[Copied], at: usize, end: bool) -> usize {
    let holds = |copy: &Copied| if end { copy.at.end < at } else { copy.at.end <= at };
    let next = copies.partition_point(holds);
    match copies.get(next) {
        Some(copy) if copy.at.start <= at => {
            let found = within(copy, at);
            if end { found.end } else { found.start }
        }
        Some(copy) if !end => copy.from.start,
        _ => next.checked_sub(1).map_or(0, |before| copies[before].from.end),
    }
}
