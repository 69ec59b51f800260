//! What stands left and right of a gutter, and how the two belong together: bullets, label and value, headings with
//! their sections, newspaper columns.

use super::columns::{BLOCK_GAP, leading};
use super::row::Row;
use crate::extract::page::Run;

/// Bullets, boxes and numbers of paragraphs are narrower than this many points.
const MARKER: f32 = 14.0;
/// Columns whose left side is narrower than this share of the right one hold headings.
const HEADING_WIDTH: f32 = 0.45;
/// As above for the number of lines.
const HEADING_LINES: f32 = 0.75;
/// So many labels with a number tell that labels are numbered.
const NUMBERED: usize = 3;
/// A letterhead stands above this height, in points from the top.
const LETTERHEAD: f32 = 100.0;

/// How the two sides of a gutter belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reading {
    /// Bullets or numbers before their lines.
    Markers,
    /// Each left line with the right line beside it.
    Pairs,
    /// Each left block with the right lines down to the next.
    Blocks,
    /// Two texts of one page: all of the left, then all of the right.
    Columns,
    /// Two blocks side by side, such as a letterhead: the same order, but they end where they end.
    Beside,
}

/// A block of the left side with what stands beside and below it on the right.
#[derive(Default)]
pub(super) struct Entry {
    pub(super) label: Vec<Row>,
    pub(super) value: Vec<Row>,
}

/// The lines left and right of a gutter.
pub(super) struct Sides {
    pub(super) left: Vec<Row>,
    pub(super) right: Vec<Row>,
}

impl Sides {
    pub(super) fn of(rows: &[Row], gutter: (f32, f32)) -> Self {
        let middle = f32::midpoint(gutter.0, gutter.1);
        let mut sides = Self { left: Vec::new(), right: Vec::new() };
        for row in rows {
            let (left, right): (Vec<Run>, Vec<Run>) =
                row.runs.iter().cloned().partition(|run| run.left < middle);
            sides.left.extend((!left.is_empty()).then_some(Row { runs: left }));
            sides.right.extend((!right.is_empty()).then_some(Row { runs: right }));
        }
        sides
    }

    pub(super) fn reading(&self) -> Reading {
        let (left, right) = (width(&self.left), width(&self.right));
        let mean =
            self.left.iter().map(|r| r.right() - r.left()).sum::<f32>() / self.left.len() as f32;
        if mean < MARKER || self.left.iter().all(is_marker) {
            return Reading::Markers;
        }
        if self.has_numbered_labels() {
            return Reading::Blocks;
        }
        if self.is_prose_on_both_sides() {
            return Reading::Columns;
        }
        if self.pairs() {
            return Reading::Pairs;
        }
        if self.is_letterhead() {
            return Reading::Beside;
        }
        let few = (self.left.len() as f32) < HEADING_LINES * self.right.len() as f32;
        if few || left < HEADING_WIDTH * right { Reading::Blocks } else { Reading::Beside }
    }

    /// Little more than numbered lines down the left side, each with a line beside it, and none numbered down the right:
    /// headings with their sections.
    fn has_numbered_labels(&self) -> bool {
        let numbered = |rows: &[Row]| rows.iter().filter(|row| opens_with_number(row)).count();
        let beside =
            self.left.iter().filter(|row| opens_with_number(row) && is_beside(row, &self.right));
        let numbers = numbered(&self.left);
        let most = numbers >= NUMBERED && numbers * 2 >= self.left.len();
        let each = beside.count() == numbers || blocks(&self.right).len() == numbers;
        most && numbered(&self.right) == 0 && each
    }

    /// At the top of a page a block of lines, such as name and address, stands beside the document's name.
    fn is_letterhead(&self) -> bool {
        let [first, .., last] = &self.left[..] else { return false };
        let labels = self.left.iter().any(|row| opens_with_number(row) || ends_with_colon(row));
        let leading = leading(&self.left).max(1.0);
        let one_block = self
            .left
            .windows(2)
            .all(|pair| pair[1].baseline() - pair[0].baseline() <= block_gap(leading, &pair[0]));
        let starts_beside = self.right.iter().any(|row| row.baseline() <= first.baseline() + 1.0);
        last.baseline() < LETTERHEAD && one_block && starts_beside && !labels
    }

    /// Newspaper columns are filled: most lines run to the end of their column, and have many words.
    fn is_prose_on_both_sides(&self) -> bool {
        let filled = |rows: &[Row]| {
            let (width, left) = (width(rows), left(rows));
            let full = rows.iter().filter(|row| row.right() - left > 0.7 * width).count();
            let words: usize = rows.iter().map(|row| row.text().split(' ').count()).sum();
            full * 2 > rows.len() && words >= 3 * rows.len() && rows.len() >= 4
        };
        let ratio = width(&self.left) / width(&self.right).max(1.0);
        filled(&self.left) && filled(&self.right) && (0.6..1.67).contains(&ratio)
    }

    /// Whether left and right lines stand beside each other one to one.
    fn pairs(&self) -> bool {
        let share = |rows: &[Row], others: &[Row]| {
            rows.iter().filter(|row| is_beside(row, others)).count() as f32
                / rows.len().max(1) as f32
        };
        share(&self.left, &self.right) >= 0.8 && share(&self.right, &self.left) >= 0.8
    }

    /// Left blocks with what stands beside and below them, in order.
    pub(super) fn entries(self, reading: Reading) -> Vec<Entry> {
        let leading = leading(&self.left).max(leading(&self.right)).max(1.0);
        // A label of two lines beside a value of two lines looks like two pairs, were it not for the numbers.
        let numbered = self.left.iter().filter(|row| opens_with_number(row)).count() >= NUMBERED;
        let mut entries: Vec<Entry> = Vec::new();
        for row in self.left {
            let goes_on = (reading == Reading::Blocks || numbered)
                && !opens_with_number(&row)
                && entries.last().and_then(|entry| entry.label.last()).is_some_and(|above| {
                    row.baseline() - above.baseline() <= block_gap(leading, &row)
                });
            match entries.last_mut() {
                Some(entry) if goes_on => entry.label.push(row),
                _ => entries.push(Entry { label: vec![row], value: Vec::new() }),
            }
        }
        if reading == Reading::Blocks && are_level(&entries, &blocks(&self.right)) {
            for (entry, value) in entries.iter_mut().zip(blocks(&self.right)) {
                entry.value = value.to_vec();
            }
            return entries;
        }
        let mut before = Entry::default();
        for row in self.right {
            let below = row.baseline() + 0.35 * row.size();
            let mut owners = entries.iter_mut().rev();
            let owner = owners.find(|entry| entry.label[0].baseline() <= below);
            owner.unwrap_or(&mut before).value.push(row);
        }
        if !before.value.is_empty() {
            entries.insert(0, before);
        }
        entries
    }
}

/// Lines further apart than this belong to different blocks; one that stands alone tells no leading, but its letters do.
fn block_gap(leading: f32, row: &Row) -> f32 {
    BLOCK_GAP * leading.min(1.6 * row.size())
}

/// Rows that stand together, parted where white space is wide.
fn blocks(rows: &[Row]) -> Vec<&[Row]> {
    let leading = leading(rows).max(1.0);
    let together =
        |above: &Row, row: &Row| row.baseline() - above.baseline() <= block_gap(leading, row);
    rows.chunk_by(together).collect()
}

/// Whether each label has one block beside it: then it may stand at the middle of that.
fn are_level(labels: &[Entry], values: &[&[Row]]) -> bool {
    let reach = |rows: &[Row]| Some((rows.first()?.baseline(), rows.last()?.baseline()));
    let level = |label: &[Row], value: &[Row]| {
        let (Some(label), Some(value)) = (reach(label), reach(value)) else { return false };
        let slack = 1.0;
        label.0 >= value.0 - slack && label.1 <= value.1 + slack
            || value.0 >= label.0 - slack && value.1 <= label.1 + slack
    };
    labels.len() == values.len()
        && labels.iter().zip(values).all(|(label, value)| level(&label.label, value))
}

/// Whether one of the rows stands on the line of `row`.
fn is_beside(row: &Row, rows: &[Row]) -> bool {
    let near = 0.35 * row.size().max(1.0);
    rows.iter().any(|other| (other.baseline() - row.baseline()).abs() < near)
}

fn left(rows: &[Row]) -> f32 {
    rows.iter().map(Row::left).fold(f32::MAX, f32::min)
}

fn width(rows: &[Row]) -> f32 {
    rows.iter().map(Row::right).fold(f32::MIN, f32::max) - left(rows)
}

/// A bullet, a box, or the number of a paragraph ("1.", "2.3", "a)").
fn is_marker(row: &Row) -> bool {
    let text = row.text();
    let short = text.chars().count() <= 6 && !text.contains(' ');
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    short && (letters == 0 || letters == 1 && text.ends_with([')', '.']))
}

pub(super) fn ends_with_colon(row: &Row) -> bool {
    row.text().ends_with(':')
}

pub(super) fn opens_with_number(row: &Row) -> bool {
    let text = row.text();
    let digits = text.chars().take_while(char::is_ascii_digit).count();
    (1..=2).contains(&digits) && text[digits..].starts_with(['.', ')', ' '])
}
