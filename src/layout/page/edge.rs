//! Left edges of columns that stand close to the text beside them: no wide gap tells them, but the lines that begin
//! there do.

use std::ops::Range;

use super::row::Row;

/// Lines that begin this close to each other begin at one edge, in points.
const ALIGNED: f32 = 0.8;
/// A gap before the edge, in sizes of the letters: wider than a word space.
const GAP: f32 = 0.4;
/// What stands left of the edge is wider than this, in points: bullets and boxes belong to their lines.
const NARROW: f32 = 40.0;
/// Rows with such a gap before one place that make it worth a look.
const GAPS: usize = 2;
/// Rows that begin at an edge, at least, and their share of the rows down to which it reaches.
const FEWEST: usize = 4;
const SHARE: f32 = 0.6;
/// More places with such gaps are justified text.
const MAX_PLACES: usize = 64;

/// The left edge of a column, and the rows beside which it stands.
pub(super) struct Edge {
    pub(super) left: f32,
    pub(super) rows: Range<usize>,
}

impl Edge {
    /// Whether a piece at `left` begins a line of the column.
    pub(super) fn begins(&self, row: usize, left: f32) -> bool {
        self.rows.contains(&row) && (left - self.left).abs() < ALIGNED
    }
}

/// The edges in a part of a page.
pub(super) fn edges(rows: &[Row]) -> Vec<Edge> {
    let gaps = |row: &Row| -> Vec<f32> {
        let beyond = row.left() + NARROW;
        let wide = row.runs.windows(2).filter(|pair| {
            pair[1].left > beyond && pair[1].left - pair[0].right >= GAP * pair[1].size
        });
        wide.map(|pair| pair[1].left).collect()
    };
    let mut gaps: Vec<f32> = rows.iter().flat_map(gaps).collect();
    gaps.sort_by(f32::total_cmp);
    let places = gaps.chunk_by(|a, b| b - a < ALIGNED / 2.0).filter(|gaps| gaps.len() >= GAPS);
    let places = places.take(MAX_PLACES).map(|gaps| gaps[gaps.len() / 2]);
    places.flat_map(|left| stretches(rows, left)).collect()
}

/// The rows beside which `left` is an edge: most begin there, and none goes across it.
fn stretches(rows: &[Row], left: f32) -> Vec<Edge> {
    let mut found = Vec::new();
    let (mut start, mut begun) = (0, Vec::new());
    for at in 0..=rows.len() {
        match rows.get(at).map(|row| meets(row, left)) {
            Some(Meets::Begins) => begun.push(at),
            Some(Meets::Apart) => {}
            Some(Meets::Across) | None => {
                if let (Some(first), Some(last)) = (begun.first(), begun.last()) {
                    let reach = *first..last + 1;
                    let most = begun.len() as f32 >= SHARE * reach.len() as f32;
                    if begun.len() >= FEWEST && most {
                        found.push(Edge { left, rows: start..at });
                    }
                }
                start = at + 1;
                begun.clear();
            }
        }
    }
    found
}

/// How a row meets a place.
enum Meets {
    Begins,
    Apart,
    Across,
}

fn meets(row: &Row, left: f32) -> Meets {
    let at = row.runs.iter().position(|run| run.right > left + ALIGNED);
    let Some(at) = at else { return Meets::Apart };
    let run = &row.runs[at];
    let before = at.checked_sub(1).map(|before| &row.runs[before]);
    let gap = before.map_or(f32::MAX, |before| run.left - before.right);
    match () {
        () if run.left < left - ALIGNED => Meets::Across,
        () if run.left > left + ALIGNED => Meets::Apart,
        () if gap < GAP * run.size => Meets::Across,
        () => Meets::Begins,
    }
}
