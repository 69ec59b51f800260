//! Text side by side without lines between: bullets, label and value, heading columns, newspaper columns.

use super::band::{Band, Spread};
use super::row::{Row, rows};
use super::sides::{Entry, Reading, Sides, ends_with_colon, opens_with_number};
use super::{MAX_DEPTH, PageLine, region as cut};
use crate::extract::page::Run;
use crate::layout::Role;

/// White space over a line, in leadings, that opens a new block.
pub(super) const BLOCK_GAP: f32 = 1.25;

/// Lays out a part of a page without ruled tables.
pub(super) fn region(runs: Vec<Run>, role: Role, depth: usize, out: &mut Vec<PageLine>) {
    let rows = rows(runs);
    let spread = Spread::of(&rows);
    let mut from = 0;
    while let Some(band) = spread.next_band(from) {
        flow(&rows[from..band.first], role, out);
        band.lay_out(&rows[band.first..band.end], role, depth, out);
        from = band.end;
    }
    flow(&rows[from..], role, out);
}

/// Rows read from the top, set apart where the space above is wide.
fn flow(rows: &[Row], role: Role, out: &mut Vec<PageLine>) {
    let leading = leading(rows);
    for (index, row) in rows.iter().enumerate() {
        let apart = index > 0 && is_apart(&rows[index - 1], row, leading);
        out.push(PageLine {
            row: row.clone(),
            role,
            apart: apart || (index == 0 && role == Role::Body),
        });
    }
}

/// Whether white space, or letters of another size, set a row apart from the one above.
fn is_apart(above: &Row, row: &Row, leading: f32) -> bool {
    let gap = row.baseline() - above.baseline();
    let larger = row.size().max(above.size());
    let wide = gap > leading * BLOCK_GAP && gap > larger * 1.5;
    wide || (row.size() - above.size()).abs() > 0.15 * larger
}

/// The usual distance between lines: the lower quartile, as paragraphs are set further apart.
pub(super) fn leading(rows: &[Row]) -> f32 {
    let mut gaps: Vec<f32> = rows
        .windows(2)
        .map(|pair| pair[1].baseline() - pair[0].baseline())
        .filter(|gap| *gap > 1.0)
        .collect();
    gaps.sort_by(f32::total_cmp);
    gaps.get(gaps.len() / 4).copied().unwrap_or(0.0)
}

impl Band {
    fn lay_out(&self, rows: &[Row], role: Role, depth: usize, out: &mut Vec<PageLine>) {
        let sides = Sides::of(rows, self.gutter);
        match sides.reading() {
            Reading::Markers => flow(rows, role, out),
            Reading::Columns | Reading::Beside => {
                for side in [sides.left, sides.right] {
                    deeper(side, role, depth, out);
                }
            }
            reading => {
                for entry in sides.entries(reading) {
                    entry.lay_out(reading, role, depth, out);
                }
            }
        }
    }
}

impl Entry {
    fn lay_out(self, reading: Reading, role: Role, depth: usize, out: &mut Vec<PageLine>) {
        let label_role = if self.has_label(reading) { Role::Label } else { role };
        let opens = out.len();
        let is_labelled = !self.label.is_empty();
        flow(&self.label, label_role, out);
        let value = out.len();
        deeper(self.value, role, depth, out);
        // The value belongs to its label: no white space between them, but before both.
        for (index, apart) in [(value, false), (opens, is_labelled)] {
            if let Some(line) = out.get_mut(index) {
                line.apart = apart;
            }
        }
    }

    /// Whether the left block names what stands to the right. Lines that merely stand beside each
    /// other say so by a number, a colon or other letters.
    fn has_label(&self, reading: Reading) -> bool {
        let (Some(first), Some(last), Some(value)) =
            (self.label.first(), self.label.last(), self.value.first())
        else {
            return false;
        };
        let differs = first.bold() != value.bold() || (first.size() - value.size()).abs() > 0.5;
        reading == Reading::Blocks || opens_with_number(first) || ends_with_colon(last) || differs
    }
}

fn deeper(rows: Vec<Row>, role: Role, depth: usize, out: &mut Vec<PageLine>) {
    let runs: Vec<Run> = rows.into_iter().flat_map(|row| row.runs).collect();
    if depth + 1 < MAX_DEPTH {
        cut(runs, &[], role, depth + 1, out);
    } else {
        flow(&super::row::rows(runs), role, out);
    }
}
