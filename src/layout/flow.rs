//! Paragraphs and tables become lines: a line a paragraph, the cells of a table one after the other.

use super::source::Source;
use super::{Line, Link, Role, Script};
use crate::extract::flow::{Block, Cell, Copied, Flow, Paragraph, Part, Table};
use crate::place::Span;

/// The first cell of a row in two columns is a label unless it holds more letters than this.
const LABEL_LETTERS: usize = 160;
/// A cell of more letters is no entry of a table but text that is set in columns.
const ENTRY_LETTERS: usize = 200;

/// A script of a flow.
pub(super) fn script(flow: Flow) -> Script {
    let mut writing = Writing::default();
    writing.blocks(flow.blocks, false);
    let Writing { mut script, copies } = writing;
    if let Some(source) = flow.source {
        script.source = Source::copied(source, copies);
    }
    script
}

#[derive(Default)]
struct Writing {
    script: Script,
    copies: Vec<Copied>,
}

impl Writing {
    fn blocks(&mut self, blocks: Vec<Block>, is_label: bool) {
        for block in blocks {
            match block {
                Block::Paragraph(paragraph) => self.paragraph(paragraph, is_label),
                Block::Table(table) => self.table(table),
            }
        }
    }

    fn table(&mut self, table: Table) {
        let in_entries = is_of_entries(&table);
        for (number, row) in table.rows.into_iter().enumerate() {
            let mut cells: Vec<Cell> =
                row.into_iter().filter(|cell| !cell.blocks.is_empty()).collect();
            if in_entries {
                self.entries(cells, number > 0);
                continue;
            }
            let heads = cells.iter().filter(|cell| cell.is_head).count();
            // A row of heads names the columns below it.
            let names_columns = cells.len() > 1 && heads == cells.len();
            let is_label =
                cells.len() == 2 && !names_columns && letters(&cells[0]) <= LABEL_LETTERS;
            for (at, cell) in cells.drain(..).enumerate() {
                self.blocks(
                    cell.blocks,
                    at == 0 && (is_label || heads == 1 && cell.is_head && !names_columns),
                );
            }
        }
    }

    /// A row of a table of three columns and more on one line, as a table of text is written.
    fn entries(&mut self, cells: Vec<Cell>, tight: bool) {
        let mut row = Paragraph { tight, ..Paragraph::default() };
        for cell in cells {
            for block in cell.blocks {
                let Block::Paragraph(paragraph) = block else { continue };
                row.text.push_str("| ");
                let start = row.text.len();
                let moved = |span: Span| Span::new(span.start + start, span.end + start);
                row.text.push_str(&paragraph.text.replace('\n', " "));
                let copies = paragraph.copies.into_iter();
                row.copies.extend(copies.map(|copy| Copied { at: moved(copy.at), ..copy }));
                row.links.extend(paragraph.links.into_iter().map(|(span, to)| (moved(span), to)));
                row.text.push(' ');
            }
        }
        if !row.text.is_empty() {
            row.text.push('|');
            self.paragraph(row, false);
        }
    }

    fn paragraph(&mut self, paragraph: Paragraph, is_label: bool) {
        let role = match paragraph.part {
            Part::Text if is_label => Role::Label,
            Part::Text => Role::Body,
            Part::Label => Role::Label,
            Part::Heading(level) => Role::Heading(level),
            Part::Furniture => Role::Furniture,
        };
        let script = &mut self.script;
        // Text stands close below its heading, as people write it.
        let under_heading = role == Role::Body
            && matches!(script.lines.last(), Some(Line { role: Role::Heading(_), .. }));
        if !paragraph.tight && !under_heading && !script.lines.is_empty() {
            script.push_flow_line("", Role::Body, None, false);
        }
        let start = script.text.len() + usize::from(!script.lines.is_empty());
        for (number, line) in paragraph.text.split('\n').enumerate() {
            let bold = paragraph.bold.get(number) == Some(&true);
            script.push_flow_line(line, role, paragraph.size, bold);
        }
        let moved = |span: Span| Span::new(span.start + start, span.end + start);
        let copies = paragraph.copies.iter();
        self.copies.extend(copies.map(|copy| Copied { at: moved(copy.at), ..*copy }));
        let links = paragraph.links.into_iter();
        script.links.extend(links.map(|(span, target)| Link { span: moved(span), target }));
    }
}

impl Script {
    fn push_flow_line(&mut self, text: &str, role: Role, size: Option<f32>, bold: bool) {
        if !self.lines.is_empty() {
            self.text.push('\n');
        }
        let start = self.text.len();
        self.text.push_str(text);
        self.lines.push(Line {
            font_size: size,
            bold: bold.then_some(true),
            role,
            ..Line::plain(Span::new(start, self.text.len()))
        });
    }
}

/// Whether a table has short entries in three columns or more.
fn is_of_entries(table: &Table) -> bool {
    let wide = table.rows.iter().filter(|row| row.len() >= 3).count();
    let entry = |cell: &Cell| {
        letters(cell) <= ENTRY_LETTERS
            && cell.blocks.iter().all(|block| match block {
                Block::Paragraph(paragraph) => !matches!(paragraph.part, Part::Heading(_)),
                Block::Table(_) => false,
            })
    };
    wide * 2 > table.rows.len() && table.rows.iter().flatten().all(entry)
}

fn letters(cell: &Cell) -> usize {
    let all = cell.blocks.iter().map(|block| match block {
        Block::Paragraph(paragraph) => paragraph.text.len(),
        Block::Table(_) => LABEL_LETTERS + ENTRY_LETTERS,
    });
    all.sum()
}
