//! Second stage: what was extracted becomes lines in reading order.
//!
//! The [`Script`] is the one text that every later stage speaks of: spans are byte ranges into it,
//! and `seloste show --stage lines` prints it.

mod flow;
mod gutter;
mod markdown;
mod page;
mod source;
mod tick;

pub use tick::{TickBox, TickState, tick_boxes};

use self::source::Source;
use crate::extract::{Content, Extracted};
use crate::place::{BBox, Place, Span};

/// Lays out what was extracted.
pub fn script(extracted: Extracted) -> Script {
    match extracted.content {
        Content::Text(text) => gutter::script(text),
        Content::Markdown(text) => Script { source: Source::Same, ..markdown::script(text) },
        Content::Flow(flow) => flow::script(flow),
        Content::Pages(pages) => page::script(pages),
    }
}

/// The text of a document in reading order, with what is known of each line.
#[derive(Debug, Clone, Default)]
pub struct Script {
    /// All lines, joined with `\n`. In text formats this is the file itself.
    pub text: String,
    /// One entry a line of `text`, in order; blank lines included.
    pub lines: Vec<Line>,
    /// Words with their boxes, in order, in formats that have pages. A word that was put together from two lines
    /// has none.
    pub pieces: Vec<Piece>,
    /// Links that lead out of the document, in order of their words.
    pub links: Vec<Link>,
    /// Code between fences, in Markdown: it is quoted as it stands.
    code: Vec<Span>,
    /// What the file is that it was read from.
    source: Source,
}

/// A word, or a part of one, with its box on the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Piece {
    /// Its bytes.
    pub span: Span,
    /// Its box.
    pub bbox: BBox,
}

/// A link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The words one presses; over several lines where they were wrapped.
    pub span: Span,
    /// Where it leads: right where the words are broken ("https://… tunne- oikeutesi").
    pub target: String,
}

/// One line of a [`Script`].
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Its bytes, without the line end.
    pub span: Span,
    /// Page from 1, in formats that have pages.
    pub page: Option<u32>,
    /// Box on the page in points.
    pub bbox: Option<BBox>,
    /// Size of most of its letters in points, where the format knows it.
    pub font_size: Option<f32>,
    /// Whether most of its letters are bold; `None` where the format cannot say.
    /// A heading must never depend on this alone: many producers report no weight at all.
    pub bold: Option<bool>,
    /// What the line is on its page.
    pub role: Role,
    /// How sure text recognition is of it, in hundredths; nothing where the file itself has the text.
    pub ocr: Option<u8>,
}

/// What a line is on its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Role {
    /// Text.
    #[default]
    Body,
    /// A cell of the label column of a table: a heading candidate.
    Label,
    /// A heading by the format's own word, with its level from 1. In Markdown the line still has its `#`.
    Heading(u8),
    /// Running header, footer or page number: kept as metadata, never read as text.
    Furniture,
}

impl Line {
    /// A line of which nothing but its bytes is known.
    fn plain(span: Span) -> Self {
        let role = Role::Body;
        Self { span, page: None, bbox: None, font_size: None, bold: None, role, ocr: None }
    }
}

impl Script {
    /// A script of plain text; lines are those of the text.
    pub fn plain(text: String) -> Self {
        let mut lines = Vec::new();
        let mut start = 0;
        for piece in text.split('\n') {
            let end = start + piece.strip_suffix('\r').unwrap_or(piece).len();
            lines.push(Line::plain(Span::new(start, end)));
            start += piece.len() + 1;
        }
        Self { text, lines, ..Self::default() }
    }

    /// The text of a line.
    pub fn line(&self, index: usize) -> &str {
        self.lines[index].span.of(&self.text)
    }

    /// Index of the line in which the byte `at` stands (a line end belongs to its line).
    pub fn line_at(&self, at: usize) -> usize {
        self.lines.partition_point(|line| line.span.start <= at).saturating_sub(1)
    }

    /// The number, from 1, of the line in which the byte `at` stands: of the file where that is text, else of the script.
    pub fn line_number(&self, at: usize) -> usize {
        self.position(at, false).map_or_else(|| self.line_at(at) + 1, |(line, _)| line)
    }

    /// How sure text recognition is of the words of a span, or of the whole text; nothing where it was not needed.
    pub fn recognised(&self, span: Option<Span>) -> Option<u8> {
        let lines = match span {
            Some(span) => {
                let (first, last) = (self.line_at(span.start), self.line_at(span.end));
                self.lines.get(first..=last).unwrap_or_default()
            }
            None => &self.lines[..],
        };
        lines.iter().filter_map(|line| line.ocr).min()
    }

    /// The place of a span.
    pub fn place(&self, span: Span) -> Place {
        let first = self.line_at(span.start);
        let last = self.line_at(span.end.saturating_sub(1).max(span.start));
        let page = self.lines[first].page;
        let lines = self.lines[first..=last].iter().filter(|line| line.page == page);
        let boxes = lines.filter_map(|line| self.box_in(line, span));
        let bbox = boxes.reduce(BBox::to);
        let own = |line: usize, at: usize| (line + 1, self.column(line, at));
        let start = self.position(span.start, false);
        let (line, column) = start.unwrap_or_else(|| own(first, span.start));
        let end = self.position(span.end, span.end > span.start);
        let (end_line, end_column) = end.unwrap_or_else(|| own(last, span.end));
        Place {
            page,
            line: Some(line),
            column: Some(column),
            end_line: Some(end_line),
            end_column: Some(end_column),
            bbox,
        }
    }

    /// The box of a span's words on a line; of the whole line where single words have none.
    fn box_in(&self, line: &Line, span: Span) -> Option<BBox> {
        let from = self.pieces.partition_point(|piece| piece.span.end <= line.span.start);
        let pieces =
            self.pieces[from..].iter().take_while(|piece| piece.span.start < line.span.end);
        let touched = pieces.filter(|piece| piece.span.overlaps(span)).map(|piece| piece.bbox);
        touched.reduce(BBox::to).or(line.bbox)
    }

    fn column(&self, line: usize, at: usize) -> usize {
        let span = self.lines[line].span;
        let end = at.clamp(span.start, span.end);
        self.text[span.start..end].chars().count() + 1
    }
}

#[cfg(test)]
mod tests;
