//! Ruled tables: cells from their lines, read row by row.

use crate::extract::page::Run;
use crate::place::BBox;

/// Lines this close are one line, or touch.
const NEAR: f32 = 3.0;
/// A line that cuts a table in rows reaches over this share of its width: a cell that spans rows
/// keeps its rows together.
const ROW_COVER: f32 = 0.9;
/// A line that cuts a row in cells reaches over this share of its height.
const COLUMN_COVER: f32 = 0.7;
/// White space between a field of a form and the text beside it, at most.
const BESIDE: f32 = 150.0;
/// The first cell of a row in two columns is a label unless it holds more letters than this.
const LABEL_LETTERS: usize = 160;

/// A table with its cells in reading order.
pub(super) struct Table {
    pub(super) top: f32,
    pub(super) cells: Vec<Cell>,
}

/// A cell: what stands in it, and the lines inside it.
pub(super) struct Cell {
    pub(super) runs: Vec<Run>,
    pub(super) rulings: Vec<BBox>,
    pub(super) is_label: bool,
}

/// Takes the tables out of a part of a page, from the top; what is left stands outside all of them.
pub(super) fn split(mut runs: Vec<Run>, rulings: &[BBox]) -> (Vec<Table>, Vec<Run>) {
    let mut tables = Vec::new();
    for grid in grids(rulings) {
        let inside = |run: &Run| stands_in(&grid.bounds, run);
        let (within, outside): (Vec<_>, Vec<_>) = runs.into_iter().partition(inside);
        if grid.is_field(&within, &outside) {
            runs = [within, outside].concat();
            continue;
        }
        runs = outside;
        let cells = grid.cells(within, rulings);
        if !cells.is_empty() {
            tables.push(Table { top: grid.bounds.1, cells });
        }
    }
    (tables, runs)
}

/// Lines that hang together.
struct Grid {
    bounds: BBox,
    across: Vec<BBox>,
    down: Vec<BBox>,
}

/// The grids of a page, from the top. Two lines across and two down are the least that make cells.
fn grids(rulings: &[BBox]) -> Vec<Grid> {
    let mut parts: Vec<(BBox, Vec<BBox>)> = Vec::new();
    for line in rulings {
        let (touching, mut apart): (Vec<_>, Vec<_>) =
            parts.into_iter().partition(|(bounds, lines)| {
                touch(bounds, line) && lines.iter().any(|l| touch(l, line))
            });
        let mut lines = vec![*line];
        lines.extend(touching.into_iter().flat_map(|(_, lines)| lines));
        let bounds = lines.iter().copied().fold(*line, BBox::to);
        apart.push((bounds, lines));
        parts = apart;
    }
    let mut grids: Vec<Grid> =
        parts.into_iter().filter_map(|(bounds, lines)| grid(bounds, lines)).collect();
    grids.sort_by(|a, b| a.bounds.1.total_cmp(&b.bounds.1));
    grids
}

fn grid(bounds: BBox, lines: Vec<BBox>) -> Option<Grid> {
    let (across, down): (Vec<_>, Vec<_>) = lines.into_iter().partition(|l| l.2 - l.0 > l.3 - l.1);
    let rows = edges(&across, |l| f32::midpoint(l.1, l.3));
    let columns = edges(&down, |l| f32::midpoint(l.0, l.2));
    (rows.len() >= 2 && columns.len() >= 2).then_some(Grid { bounds, across, down })
}

fn touch(a: &BBox, b: &BBox) -> bool {
    a.0 - NEAR <= b.2 && b.0 - NEAR <= a.2 && a.1 - NEAR <= b.3 && b.1 - NEAR <= a.3
}

/// The places of lines along an axis, near ones made one.
fn edges(lines: &[BBox], place: fn(&BBox) -> f32) -> Vec<f32> {
    let mut places: Vec<f32> = lines.iter().map(place).collect();
    places.sort_by(f32::total_cmp);
    places.dedup_by(|a, b| (*a - *b).abs() < NEAR);
    places
}

impl Grid {
    /// Whether this is a frame around one line, with text beside it: a field of a form.
    fn is_field(&self, within: &[Run], outside: &[Run]) -> bool {
        let height = self.bounds.3 - self.bounds.1;
        let (left, right) = (self.bounds.0 - BESIDE, self.bounds.2 + BESIDE);
        let single = self.row_edges().len() == 2
            && self.column_edges(self.bounds.1, self.bounds.3).len() == 2;
        single
            && within.iter().all(|run| height < 2.5 * run.size)
            && outside.iter().any(|run| {
                let middle = run.baseline - 0.3 * run.size;
                (self.bounds.1..self.bounds.3).contains(&middle)
                    && run.right > left
                    && run.left < right
            })
    }

    fn cells(&self, mut runs: Vec<Run>, rulings: &[BBox]) -> Vec<Cell> {
        let mut cells = Vec::new();
        let rows = pairs(&self.row_edges());
        for (top, bottom) in &rows {
            let (top, bottom) = (*top, *bottom);
            let columns = pairs(&self.column_edges(top, bottom));
            let is_frame = rows.len() == 1 && columns.len() == 1;
            let mut row = Vec::new();
            for (left, right) in &columns {
                let bounds = BBox(*left, top, *right, bottom);
                let (within, rest): (Vec<_>, Vec<_>) =
                    runs.into_iter().partition(|run| stands_in(&bounds, run));
                runs = rest;
                let mut inner = inside(rulings, &bounds);
                if !inner.is_empty() && !is_frame {
                    inner.extend(frame(&bounds));
                }
                row.push(Cell { runs: within, rulings: inner, is_label: false });
            }
            mark_label(&mut row);
            cells.extend(row.into_iter().filter(|cell| !cell.runs.is_empty()));
        }
        if !runs.is_empty() {
            cells.push(Cell { runs, rulings: Vec::new(), is_label: false });
        }
        cells
    }

    fn row_edges(&self) -> Vec<f32> {
        let width = self.bounds.2 - self.bounds.0;
        let mut rows = edges(&self.across, |l| f32::midpoint(l.1, l.3));
        rows.retain(|y| covered(&self.across, *y, Axis::Across) >= ROW_COVER * width);
        with_ends(rows, self.bounds.1, self.bounds.3)
    }

    fn column_edges(&self, top: f32, bottom: f32) -> Vec<f32> {
        let clipped: Vec<BBox> = self
            .down
            .iter()
            .filter(|l| l.1 < bottom && l.3 > top)
            .map(|l| BBox(l.0, l.1.max(top), l.2, l.3.min(bottom)))
            .collect();
        let mut columns = edges(&clipped, |l| f32::midpoint(l.0, l.2));
        columns.retain(|x| covered(&clipped, *x, Axis::Down) >= COLUMN_COVER * (bottom - top));
        with_ends(columns, self.bounds.0, self.bounds.2)
    }
}

#[derive(Clone, Copy)]
enum Axis {
    Across,
    Down,
}

/// How much of the line at `place` is drawn.
fn covered(lines: &[BBox], place: f32, axis: Axis) -> f32 {
    let mut pieces: Vec<(f32, f32)> = lines
        .iter()
        .map(|l| match axis {
            Axis::Across => (f32::midpoint(l.1, l.3), l.0, l.2),
            Axis::Down => (f32::midpoint(l.0, l.2), l.1, l.3),
        })
        .filter(|(at, ..)| (at - place).abs() < NEAR)
        .map(|(_, from, to)| (from, to))
        .collect();
    pieces.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut reached = f32::MIN;
    let mut sum = 0.0;
    for (from, to) in pieces {
        let from = from.max(reached);
        sum += (to - from).max(0.0);
        reached = reached.max(to);
    }
    sum
}

fn with_ends(mut edges: Vec<f32>, first: f32, last: f32) -> Vec<f32> {
    if edges.first().is_none_or(|edge| edge - first > NEAR) {
        edges.insert(0, first);
    }
    if edges.last().is_none_or(|edge| last - edge > NEAR) {
        edges.push(last);
    }
    edges
}

fn pairs(edges: &[f32]) -> Vec<(f32, f32)> {
    edges.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

fn inside(rulings: &[BBox], cell: &BBox) -> Vec<BBox> {
    let strictly = |l: &&BBox| {
        l.0 > cell.0 - NEAR && l.2 < cell.2 + NEAR && l.1 > cell.1 - NEAR && l.3 < cell.3 + NEAR
    };
    let edge = |l: &&BBox| {
        let flat = l.2 - l.0 > l.3 - l.1;
        let near = |a: f32, b: f32| (a - b).abs() < NEAR;
        if flat {
            near(l.1, cell.1) || near(l.3, cell.3)
        } else {
            near(l.0, cell.0) || near(l.2, cell.2)
        }
    };
    rulings.iter().filter(strictly).filter(|l| !edge(l)).copied().collect()
}

/// The edges of a cell, which close the table inside it.
fn frame(cell: &BBox) -> [BBox; 4] {
    let BBox(left, top, right, bottom) = *cell;
    [
        BBox(left, top, right, top),
        BBox(left, bottom, right, bottom),
        BBox(left, top, left, bottom),
        BBox(right, top, right, bottom),
    ]
}

/// In a row of two cells the first says what the second tells.
fn mark_label(row: &mut [Cell]) {
    let [first, second] = row else { return };
    let letters: usize = first.runs.iter().map(|run| run.text.len()).sum();
    first.is_label = !second.runs.is_empty() && letters <= LABEL_LETTERS;
}

/// Whether the middle of a piece of text lies inside.
fn stands_in(bounds: &BBox, run: &Run) -> bool {
    bounds.contains((f32::midpoint(run.left, run.right), run.baseline - run.size * 0.3))
}
