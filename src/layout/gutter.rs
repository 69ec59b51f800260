//! Columns of plain text that blanks set apart, as converters leave a table: labels on the left, their text on the right.
//!
//! Read line by line such a table is a jumble ("Rekisterin-   Esimerkkilän kaupunki"). Here a label comes first, with all
//! its lines, then the text beside it; the script remembers where in the file each piece stands.

use std::collections::BTreeMap;
use std::ops::Range;

use super::source::Source;
use super::{Line, Role, Script};
use crate::extract::flow::Copied;
use crate::place::Span;

/// So many lines whose text begins at one column show a gutter.
const LINES: usize = 6;
/// So many labels make them a table rather than a paragraph set in.
const LABELS: usize = 3;
/// So many blanks part the columns, at least.
const GUTTER: usize = 2;
/// A column of labels is at least and at most so many characters wide.
const WIDTHS: Range<usize> = 8..48;

/// A script of plain text.
pub(super) fn script(text: String) -> Script {
    let plain = Script::plain(text);
    let Some(column) = column(&plain) else { return Script { source: Source::Same, ..plain } };
    let tables = tables(&plain, column);
    if tables.is_empty() {
        return Script { source: Source::Same, ..plain };
    }
    let mut writing = Writing::default();
    let mut next = 0;
    for Table { lines, cuts } in tables {
        writing.lines(&plain, next..lines.start);
        for row in rows(&plain, &cuts) {
            writing.label(&plain, &row.labels);
            row.texts.iter().for_each(|span| writing.line(&plain, *span));
        }
        next = lines.end;
    }
    writing.lines(&plain, next..plain.lines.len());
    let Writing { script, copies } = writing;
    Script { source: Source::copied(plain.text, copies), ..script }
}

/// The column, in characters from 0, at which the text of most lines begins behind blanks.
fn column(script: &Script) -> Option<usize> {
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for line in &script.lines {
        let text = line.span.of(&script.text);
        let mut blanks = 0;
        for (column, c) in text.chars().enumerate().take(WIDTHS.end) {
            if c != ' ' && blanks >= GUTTER && WIDTHS.contains(&column) {
                *counts.entry(column).or_default() += 1;
                break;
            }
            blanks = if c == ' ' { blanks + 1 } else { 0 };
        }
    }
    let (column, count) =
        counts.into_iter().max_by_key(|(column, count)| (*count, usize::MAX - column))?;
    (count >= LINES).then_some(column)
}

/// A line of a table: what stands on either side of the gutter. Either may be empty.
#[derive(Clone, Copy)]
struct Cut {
    label: Span,
    text: Span,
}

/// The line cut at the gutter, unless something stands in it.
fn cut(script: &Script, line: &Line, column: usize) -> Option<Cut> {
    let whole = line.span.of(&script.text);
    // Drawn columns are another kind of table.
    if whole.contains('|') {
        return None;
    }
    let at = |column: usize| whole.char_indices().nth(column).map_or(whole.len(), |(at, _)| at);
    let (edge, start) = (at(column - GUTTER), at(column));
    let (left, right) = (&whole[..edge], &whole[start..]);
    let text_begins = start + right.len() - right.trim_start().len();
    // A label and a remark far to the right of it are no row of the table.
    let beside = left.trim().is_empty() || right.trim().is_empty() || text_begins == start;
    let indent = left.len() - left.trim_start().len();
    (whole[edge..start].trim().is_empty()
        && beside
        && (left.trim().is_empty() || indent < WIDTHS.start / 2))
        .then(|| {
            let span =
                |from: usize, to: usize| Span::new(line.span.start + from, line.span.start + to);
            let label_end = left.trim_end().len();
            Cut {
                label: span(indent.min(label_end), label_end),
                text: span(text_begins, whole.trim_end().len().max(text_begins)),
            }
        })
}

/// Lines that leave the gutter free.
struct Table {
    lines: Range<usize>,
    cuts: Vec<Cut>,
}

/// The runs of lines that leave the gutter free and hold enough text and labels beside it.
fn tables(script: &Script, column: usize) -> Vec<Table> {
    let cuts: Vec<Option<Cut>> =
        script.lines.iter().map(|line| cut(script, line, column)).collect();
    let mut tables = Vec::new();
    let mut start = 0;
    for run in cuts.split(Option::is_none) {
        let lines = start..start + run.len();
        start = lines.end + 1;
        // Page numbers at the edge of a table of contents are no text.
        let has_words = |cell: Span| cell.of(&script.text).contains(char::is_alphabetic);
        let cuts: Vec<Cut> = run.iter().flatten().copied().collect();
        let beside = || cuts.iter().filter(|cut| has_words(cut.text));
        let labelled = beside().filter(|cut| has_words(cut.label)).count();
        if beside().count() >= LINES && labelled >= LABELS {
            tables.push(Table { lines, cuts });
        }
    }
    tables
}

fn is_empty(span: Span) -> bool {
    span.start == span.end
}

/// A row of a table.
#[derive(Default)]
struct Row {
    labels: Vec<Span>,
    texts: Vec<Span>,
}

/// The rows of a table. A label goes on below itself; it begins a row after a blank line, or where none stood beside the
/// line before, or with a capital in a table without blank lines.
fn rows(script: &Script, cuts: &[Cut]) -> Vec<Row> {
    let blank = |cut: &Cut| is_empty(cut.label) && is_empty(cut.text);
    let parted = cuts.windows(2).filter(|pair| blank(&pair[0]) && !is_empty(pair[1].label)).count();
    let mut rows = vec![Row::default()];
    let mut open = false;
    for cut in cuts {
        if !is_empty(cut.label) {
            let capital = cut
                .label
                .of(&script.text)
                .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
            if !open || parted < LABELS && capital {
                rows.push(Row::default());
            }
        }
        open = !is_empty(cut.label);
        let Some(row) = rows.last_mut() else { continue };
        if open {
            row.labels.push(cut.label);
        }
        // A blank line parts paragraphs; one that parts rows stays with the row above.
        if !is_empty(cut.text) || !open {
            row.texts.push(cut.text);
        }
    }
    rows
}

#[derive(Default)]
struct Writing {
    script: Script,
    copies: Vec<Copied>,
}

impl Writing {
    fn lines(&mut self, from: &Script, lines: Range<usize>) {
        from.lines[lines].iter().for_each(|line| self.line(from, line.span));
    }

    fn line(&mut self, from: &Script, span: Span) {
        let start = self.begin();
        self.copy(from, span);
        self.end(start, Role::Body);
    }

    /// The lines of a label as one, words put together that were broken over two.
    fn label(&mut self, from: &Script, pieces: &[Span]) {
        if pieces.is_empty() {
            return;
        }
        let start = self.begin();
        for (at, piece) in pieces.iter().enumerate() {
            let next = pieces.get(at + 1).map(|next| next.of(&from.text));
            let broken = next.is_some_and(|next| next.starts_with(char::is_lowercase))
                && piece.of(&from.text).ends_with('-');
            let end = if broken { piece.end - 1 } else { piece.end };
            self.copy(from, Span::new(piece.start, end));
            if next.is_some() && !broken {
                self.script.text.push(' ');
            }
        }
        self.end(start, Role::Label);
    }

    fn begin(&mut self) -> usize {
        if !self.script.lines.is_empty() {
            self.script.text.push('\n');
        }
        self.script.text.len()
    }

    fn copy(&mut self, from: &Script, span: Span) {
        let start = self.script.text.len();
        self.script.text.push_str(span.of(&from.text));
        self.copies.push(Copied { at: Span::new(start, self.script.text.len()), from: span });
    }

    fn end(&mut self, start: usize, role: Role) {
        let span = Span::new(start, self.script.text.len());
        self.script.lines.push(Line { role, ..Line::plain(span) });
    }
}
