//! Pages of text pieces become lines in reading order.
//!
//! A page is cut three ways, and every part again: ruled tables first, cell by cell; then side-by-side
//! text; then plain rows from top to bottom.

mod band;
mod columns;
mod edge;
mod furniture;
mod label;
mod link;
mod row;
mod sides;
mod soft_hyphen;
mod table;
mod tagged;

use self::row::Row;
use super::{Line, Piece, Role, Script};
use crate::extract::page::{Page, Run};
use crate::place::{BBox, Span};

/// How often a part is cut again: tables in cells, columns in columns.
const MAX_DEPTH: usize = 6;

/// A page of more pieces is no notice: it is read row by row, so that no page takes long.
const MAX_RUNS: usize = 10_000;

/// A script of pages.
pub(super) fn script(mut pages: Vec<Page>) -> Script {
    furniture::mark(&mut pages);
    let mut written = Vec::new();
    let mut links = Vec::new();
    for mut page in pages {
        let number = page.number;
        links.extend(std::mem::take(&mut page.links).into_iter().map(|link| (number, link)));
        let from = written.len();
        written.extend(lines(page).into_iter().map(|line| Written::new(number, line)));
        open_page(&mut written, from);
        label::mend(&mut written, from);
    }
    soft_hyphen::join(&mut written);
    tagged::mark(&mut written);
    let mut script = Script::default();
    for line in written {
        script.push(line);
    }
    script.links = link::placed(&script, links);
    script
}

/// Text goes on over the end of a page where a sentence does; headings and items of a list do not.
fn open_page(written: &mut [Written], from: usize) {
    let is_text = |line: &&mut Written| line.line.role != Role::Furniture;
    let (before, page) = written.split_at_mut(from);
    let last = before.iter_mut().rev().find(is_text);
    if let Some(first) = page.iter_mut().find(is_text) {
        first.line.apart = last.is_some_and(|last| !goes_on(last, first));
    }
}

fn goes_on(last: &Written, first: &Written) -> bool {
    let same_letters = (last.line.row.size() - first.line.row.size()).abs() < 0.5;
    let begins_small = first.text.starts_with(char::is_lowercase);
    let begins_word = first.text.starts_with(char::is_alphabetic);
    let ended = last.text.trim_end().ends_with(['.', ':', '!', '?', ';']);
    same_letters && (begins_small || begins_word && !ended)
}

/// A line of a page with its role.
struct PageLine {
    row: Row,
    role: Role,
    /// Whether white space above sets it apart from the line before.
    apart: bool,
}

/// A line with its text written out.
struct Written {
    text: String,
    page: u32,
    line: PageLine,
}

impl Written {
    fn new(page: u32, line: PageLine) -> Self {
        Self { text: line.row.text(), page, line }
    }
}

/// The lines of a page in reading order; running headers first, footers last.
fn lines(page: Page) -> Vec<PageLine> {
    let middle = page.height / 2.0;
    let (furniture, body): (Vec<_>, Vec<_>) = page.runs.into_iter().partition(|run| run.furniture);
    let (head, foot): (Vec<_>, Vec<_>) =
        furniture.into_iter().partition(|run| run.baseline < middle);
    let mut lines = plain(head, Role::Furniture);
    region(body, &page.rulings, Role::Body, 0, &mut lines);
    lines.extend(page.aside.into_iter().flat_map(|runs| plain(runs, Role::Body)));
    lines.extend(plain(foot, Role::Furniture));
    lines
}

/// Text that is read row by row.
fn plain(runs: Vec<Run>, role: Role) -> Vec<PageLine> {
    row::rows(runs).into_iter().map(|row| PageLine { row, role, apart: false }).collect()
}

/// Lays out a part of a page.
fn region(runs: Vec<Run>, rulings: &[BBox], role: Role, depth: usize, out: &mut Vec<PageLine>) {
    if runs.is_empty() {
        return;
    }
    if depth >= MAX_DEPTH || runs.len() > MAX_RUNS {
        out.extend(plain(runs, role));
        return;
    }
    let (tables, loose) = table::split(runs, rulings);
    let mut loose = loose;
    for found in tables {
        let (above, below): (Vec<_>, Vec<_>) =
            loose.into_iter().partition(|run| run.baseline < found.top);
        columns::region(above, role, depth, out);
        loose = below;
        for cell in found.cells {
            let before = out.len();
            let role = if cell.is_label { Role::Label } else { role };
            region(cell.runs, &cell.rulings, role, depth + 1, out);
            if let Some(first) = out.get_mut(before) {
                first.apart = true;
            }
        }
    }
    columns::region(loose, role, depth, out);
}

impl Script {
    fn push(&mut self, written: Written) {
        let Written { text, page, line: PageLine { row, role, apart } } = written;
        if apart && !self.lines.is_empty() {
            self.push_line("", page, None, Role::Body);
        }
        self.push_line(&text, page, Some(&row), role);
        let start = self.lines[self.lines.len() - 1].span.start;
        // A line that a soft hyphen mended is no longer what its row says.
        if row.text() == text {
            let pieces = row.pieces().into_iter();
            self.pieces.extend(
                pieces.map(|(from, to, bbox)| Piece {
                    span: Span::new(start + from, start + to),
                    bbox,
                }),
            );
        }
    }

    fn push_line(&mut self, text: &str, page: u32, row: Option<&Row>, role: Role) {
        if !self.lines.is_empty() {
            self.text.push('\n');
        }
        let start = self.text.len();
        self.text.push_str(text);
        self.lines.push(Line {
            span: Span::new(start, self.text.len()),
            page: Some(page),
            bbox: row.map(Row::bbox),
            font_size: row.map(Row::size),
            bold: row.and_then(Row::bold),
            role,
            ocr: row.and_then(Row::ocr),
        });
    }
}

#[cfg(test)]
mod tests;
