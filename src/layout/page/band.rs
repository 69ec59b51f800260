//! Finds rows with a gutter down their middle: text that stands side by side.

use super::edge::edges;
use super::row::Row;
use super::sides::{Reading, Sides};

/// White space narrower than this many points is no gutter.
const GUTTER: f32 = 4.5;
/// Rows that both sides of a gutter must share.
const SHARED_ROWS: usize = 2;
/// White space over a line of one side, in sizes of its letters, that ends what stands side by side.
const LONELY_GAP: f32 = 1.8;

/// How far lists are set in from the edge of their column, in points.
const INDENT: f32 = 40.0;

/// Rows with a gutter down their middle.
pub(super) struct Band {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) gutter: (f32, f32),
}

/// The rows of a part of a page, with where their pieces begin and end.
pub(super) struct Spread<'r> {
    rows: &'r [Row],
    pieces: Vec<Vec<(f32, f32)>>,
}

impl<'r> Spread<'r> {
    pub(super) fn of(rows: &'r [Row]) -> Self {
        let edges = edges(rows);
        let pieces = rows.iter().enumerate().map(|(at, row)| {
            let cut = |left: f32| edges.iter().any(|edge| edge.begins(at, left));
            row.pieces_apart(cut)
        });
        Self { pieces: pieces.collect(), rows }
    }

    /// The first band at or after row `from`.
    pub(super) fn next_band(&self, from: usize) -> Option<Band> {
        (from..self.rows.len()).find_map(|seed| {
            self.pieces[seed].windows(2).find_map(|pair| {
                let gutter = (pair[0].1, pair[1].0);
                self.grow(from, seed, gutter)
            })
        })
    }

    /// Grows a band up and down from the row where its gutter was seen. Newspaper columns go on past
    /// paragraphs of one side; anything else ends where one side stands alone below white space.
    fn grow(&self, from: usize, seed: usize, gutter: (f32, f32)) -> Option<Band> {
        let widest = self.grow_while(from, seed, gutter, |_, _| true)?;
        let rows = &self.rows[widest.first..widest.end];
        if Sides::of(rows, widest.gutter).reading() == Reading::Columns {
            return Some(widest);
        }
        self.grow_while(from, seed, gutter, |above, row| {
            let gap = row.baseline() - above.baseline();
            // Paragraphs and lists of the right side go on below white space.
            let flush = (gutter.1 - 1.0..gutter.1 + INDENT).contains(&row.left());
            gap < LONELY_GAP * row.size().max(above.size())
                || sides(row, gutter) == (true, true)
                || flush
        })
    }

    fn grow_while(
        &self,
        from: usize,
        seed: usize,
        mut gutter: (f32, f32),
        belongs: impl Fn(&Row, &Row) -> bool,
    ) -> Option<Band> {
        let rows = self.rows;
        let mut end = seed;
        while end < rows.len()
            && (end == seed || belongs(&rows[end - 1], &rows[end]))
            && let Some(narrowed) = narrowed(&self.pieces[end], gutter)
        {
            gutter = narrowed;
            end += 1;
        }
        let mut first = seed;
        while first > from
            && belongs(&rows[first - 1], &rows[first])
            && let Some(narrowed) = narrowed(&self.pieces[first - 1], gutter)
        {
            gutter = narrowed;
            first -= 1;
        }
        // Rows above with the left side only stand before the band, not in it.
        while first < seed && !sides(&rows[first], gutter).1 {
            first += 1;
        }
        let shared = |row: &&Row| sides(row, gutter) == (true, true);
        let count = rows[first..end].iter().filter(shared).count();
        (count >= SHARED_ROWS).then_some(Band { first, end, gutter })
    }
}

/// The gutter with a row taken in; nothing where the row stands across it.
fn narrowed(pieces: &[(f32, f32)], gutter: (f32, f32)) -> Option<(f32, f32)> {
    let mut narrow = gutter;
    for &(left, right) in pieces {
        let middle = f32::midpoint(narrow.0, narrow.1);
        if right <= middle {
            narrow.0 = narrow.0.max(right);
        } else if left >= middle {
            narrow.1 = narrow.1.min(left);
        } else if right < narrow.1 - GUTTER {
            narrow.0 = narrow.0.max(right);
        } else if left > narrow.0 + GUTTER {
            narrow.1 = narrow.1.min(left);
        } else {
            return None;
        }
    }
    (narrow.1 - narrow.0 >= GUTTER).then_some(narrow)
}

/// Whether a row has text left and right of a gutter.
pub(super) fn sides(row: &Row, gutter: (f32, f32)) -> (bool, bool) {
    let middle = f32::midpoint(gutter.0, gutter.1);
    (row.left() < middle, row.right() > middle)
}
