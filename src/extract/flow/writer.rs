//! Writes a flow while a document is read from its beginning to its end.

use super::{Block, Cell, Copied, Paragraph, Part, Table};
use crate::place::Span;

/// Tables stand in tables at most so deep; what is deeper is written as text of the cell around it.
const MAX_TABLES: usize = 8;

/// How letters look.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(in crate::extract) struct Style {
    /// Bold.
    pub(in crate::extract) bold: bool,
    /// Their size in points, where it is known.
    pub(in crate::extract) size: Option<f32>,
}

/// Takes text piece by piece and makes paragraphs of it.
#[derive(Debug, Default)]
pub(in crate::extract) struct Writer {
    blocks: Vec<Block>,
    tables: Vec<Open>,
    too_deep: usize,
    paragraph: Paragraph,
    written: Written,
}

/// A table that is being written, and what stood before it.
#[derive(Debug, Default)]
struct Open {
    table: Table,
    around: Vec<Block>,
}

/// What is known of the open paragraph beside its text.
#[derive(Debug, Default)]
struct Written {
    /// A blank is due before the next letter.
    blank: Option<Copied>,
    /// Letters of the open line, and those of them that are bold.
    letters: usize,
    bold: usize,
    /// A number or a bullet for the next text.
    marker: Option<(String, Option<Span>)>,
    /// Where an open link began, and where it leads.
    link: Option<(usize, String)>,
}

impl Writer {
    /// Ends the open paragraph and says what the next one is.
    pub(in crate::extract) fn begin(&mut self, part: Part, tight: bool) {
        self.end();
        self.paragraph.part = part;
        self.paragraph.tight = tight || self.paragraph.tight && part == Part::Text;
    }

    /// Ends the open paragraph. That an item of a list was to follow without space holds until something is written.
    pub(in crate::extract) fn end(&mut self) {
        if self.paragraph.text.is_empty() {
            let tight = self.paragraph.tight;
            self.paragraph = Paragraph { tight, ..Paragraph::default() };
            return;
        }
        self.close_link();
        let link = self.written.link.take();
        self.end_bold();
        self.written = Written::default();
        let mut paragraph = std::mem::take(&mut self.paragraph);
        let trimmed = paragraph.text.trim_end_matches(['\n', ' ']).len();
        paragraph.text.truncate(trimmed);
        self.written.link = link.map(|(_, target)| (0, target));
        self.blocks.push(Block::Paragraph(paragraph));
    }

    /// A number, a bullet or a tick box that stands before the text that comes next, and where the file has it.
    pub(in crate::extract) fn marker(&mut self, marker: &str, from: Option<Span>) {
        let (mut all, _) = self.written.marker.take().unwrap_or_default();
        all.push_str(marker);
        self.written.marker = Some((all, from));
    }

    /// Ends an item of a list; its marker is taken back where no text came for it.
    pub(in crate::extract) fn end_item(&mut self) {
        self.end();
        self.paragraph.tight = false;
        self.written.marker = None;
    }

    /// Text as it stands in the file from byte `from`, or of no place: white space in it is one blank.
    pub(in crate::extract) fn text(&mut self, text: &str, from: Option<usize>, style: Style) {
        let mut at = 0;
        while let Some(first) = text[at..].chars().next() {
            let is_blank = is_blank(first);
            let rest = &text[at..];
            let end = at + rest.find(|c| self::is_blank(c) != is_blank).unwrap_or(rest.len());
            let here = from.map(|from| Span::new(from + at, from + end));
            if is_blank {
                self.blank(here);
            } else {
                self.word(&text[at..end], here, style);
            }
            at = end;
        }
    }

    /// A sign that the file writes in another way: a tick box, a letter by its number.
    pub(in crate::extract) fn sign(&mut self, sign: &str, from: Option<Span>, style: Style) {
        if sign.chars().all(is_blank) {
            self.blank(from);
        } else {
            self.word(sign, from, style);
        }
    }

    fn blank(&mut self, from: Option<Span>) {
        if self.written.blank.is_none() {
            let from = from.map(|from| Span::new(from.start, from.end.min(from.start + 1)));
            self.written.blank =
                Some(Copied { at: Span::new(0, 0), from: from.unwrap_or(Span::new(0, 0)) });
        }
    }

    fn word(&mut self, word: &str, from: Option<Span>, style: Style) {
        if let Some((marker, from)) = self.written.marker.take() {
            self.push(&marker, from);
            self.written.blank = None;
        }
        if let Some(blank) = self.written.blank.take() {
            let text = &self.paragraph.text;
            if !text.is_empty() && !text.ends_with(['\n', ' ']) {
                let known = blank.from.end > blank.from.start;
                self.push(" ", known.then_some(blank.from));
            }
        }
        self.push_visible(word, from);
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        self.written.letters += letters;
        self.written.bold += if style.bold { letters } else { 0 };
        if letters > 0 {
            let larger = |size: f32| self.paragraph.size.map_or(size, |known| known.max(size));
            self.paragraph.size = style.size.map(larger).or(self.paragraph.size);
        }
    }

    /// Signs that no reader sees (soft hyphens, joiners, marks of direction) are left out.
    fn push_visible(&mut self, word: &str, from: Option<Span>) {
        let verbatim = from.filter(|from| from.end - from.start == word.len());
        let mut at = 0;
        while at < word.len() {
            let rest = &word[at..];
            let end = at + rest.find(is_invisible).unwrap_or(rest.len());
            if end > at {
                let part = verbatim.map(|from| Span::new(from.start + at, from.start + end));
                self.push(&word[at..end], part.or(from));
            }
            at = end + word[end..].chars().next().map_or(0, char::len_utf8);
        }
    }

    fn push(&mut self, text: &str, from: Option<Span>) {
        let start = self.paragraph.text.len();
        self.paragraph.text.push_str(text);
        let at = Span::new(start, self.paragraph.text.len());
        let Some(from) = from else { return };
        let is_same =
            |copy: &Copied| copy.at.end - copy.at.start == copy.from.end - copy.from.start;
        let here = Copied { at, from };
        match self.paragraph.copies.last_mut() {
            Some(last)
                if last.at.end == at.start
                    && last.from.end == from.start
                    && is_same(last)
                    && is_same(&here) =>
            {
                *last = Copied { at: last.at.to(at), from: last.from.to(from) };
            }
            _ => self.paragraph.copies.push(here),
        }
    }

    /// A line end that the document sets.
    pub(in crate::extract) fn line_end(&mut self) {
        self.written.blank = None;
        // Two of them leave a line empty, more leave no more.
        if !self.paragraph.text.is_empty() && !self.paragraph.text.ends_with("\n\n") {
            self.paragraph.text.push('\n');
            self.end_bold();
        }
    }

    /// Notes for the line that ends whether all of its letters are bold.
    fn end_bold(&mut self) {
        let written = &mut self.written;
        self.paragraph.bold.push(written.letters > 0 && written.bold == written.letters);
        (written.letters, written.bold) = (0, 0);
    }

    /// A wide gap, as a tabulator makes one.
    pub(in crate::extract) fn gap(&mut self) {
        self.written.blank = None;
        if !self.paragraph.text.is_empty() && !self.paragraph.text.ends_with(['\n', '\t']) {
            self.paragraph.text.push('\t');
        }
    }

    /// Whether the open paragraph has no text yet.
    pub(in crate::extract) fn is_at_start(&self) -> bool {
        self.paragraph.text.is_empty()
    }

    /// What is written from now on leads to `target`.
    pub(in crate::extract) fn open_link(&mut self, target: String) {
        self.close_link();
        self.written.link = Some((self.paragraph.text.len(), target));
    }

    /// Ends the open link.
    pub(in crate::extract) fn end_link(&mut self) {
        self.close_link();
        self.written.link = None;
    }

    fn close_link(&mut self) {
        let Some((start, target)) = &self.written.link else { return };
        let text = &self.paragraph.text;
        let linked = text.get(*start..).unwrap_or_default();
        let start = start + (linked.len() - linked.trim_start().len());
        let span =
            Span::new(start.min(text.len()), text.trim_end().len().max(start.min(text.len())));
        if span.end > span.start {
            self.paragraph.links.push((span, target.clone()));
        }
    }

    /// Opens a table. Far inside other tables its cells are plain text.
    pub(in crate::extract) fn open_table(&mut self) {
        self.end();
        if self.tables.len() >= MAX_TABLES {
            self.too_deep += 1;
            return;
        }
        let around = std::mem::take(&mut self.blocks);
        self.tables.push(Open { table: Table::default(), around });
    }

    /// Opens a row of the innermost table.
    pub(in crate::extract) fn open_row(&mut self) {
        self.end();
        if self.too_deep == 0 {
            self.gather();
            if let Some(open) = self.tables.last_mut() {
                open.table.rows.push(Vec::new());
            }
        }
    }

    /// Opens a cell of the open row.
    pub(in crate::extract) fn open_cell(&mut self, is_head: bool) {
        self.end();
        if self.too_deep > 0 {
            return;
        }
        self.gather();
        if let Some(open) = self.tables.last_mut() {
            if open.table.rows.is_empty() {
                open.table.rows.push(Vec::new());
            }
            if let Some(row) = open.table.rows.last_mut() {
                row.push(Cell { blocks: Vec::new(), is_head });
            }
        }
    }

    /// Closes the innermost table.
    pub(in crate::extract) fn close_table(&mut self) {
        self.end();
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        self.gather();
        let Some(Open { table, around }) = self.tables.pop() else { return };
        self.blocks = around;
        self.blocks.push(Block::Table(table));
    }

    /// What was written since belongs to the last cell; what stands before all cells stands before the table.
    fn gather(&mut self) {
        let Some(open) = self.tables.last_mut() else { return };
        let blocks = std::mem::take(&mut self.blocks);
        match open.table.rows.iter_mut().rev().find_map(|row| row.last_mut()) {
            Some(cell) => cell.blocks.extend(blocks),
            None => open.around.extend(blocks),
        }
    }

    /// All blocks, with everything closed.
    pub(in crate::extract) fn finish(mut self) -> Vec<Block> {
        self.too_deep = 0;
        while !self.tables.is_empty() {
            self.close_table();
        }
        self.end();
        self.blocks
    }
}

/// White space that stands for one blank. A blank that does not break stays what it is.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{C}')
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{202A}'..='\u{202E}')
}
