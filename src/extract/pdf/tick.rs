//! Tick boxes that are drawn, not written: a small square with text beside it, and what is drawn in it.
//! They become characters of the text (☐, ☒ and, where something unknown is in the square, ▣), so that all
//! that reads the text reads them.

use std::ops::Range;

use crate::extract::page::Run;
use crate::place::BBox;

/// Sides of a tick box in points.
const SIDE: Range<f32> = 5.0..22.0;
/// A mark fills at least this share of its box in one direction; a speck of dirt does not.
const MARK: f32 = 0.3;
/// White space between a box and its text, in sizes of the letters.
const BESIDE: f32 = 3.0;
/// Edges this close are one edge, in points.
const NEAR: f32 = 1.5;
/// A page of more small squares is a drawing or a map.
const MAX_SHAPES: usize = 2_000;
/// Letters that people and programs put into a box.
const CROSSES: [&str; 14] = ["X", "x", "×", "✕", "✖", "✗", "✘", "✓", "✔", "√", "V", "v", "☒", "☑"];

/// What a small drawing may be of a tick box.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// A square of lines.
    Frame,
    /// A square filled with ink: a box filled in, or a bullet.
    Block,
    /// Ink of another shape: a cross, a tick.
    Mark,
    /// The same in white, seen on ink only.
    WhiteMark,
    /// A picture.
    Picture,
    /// The field of a form that is ticked, and one that is not.
    Field(State),
}

/// What a box says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Empty,
    Ticked,
    Unknown,
}

impl State {
    fn sign(self) -> &'static str {
        match self {
            Self::Empty => "☐",
            Self::Ticked => "☒",
            Self::Unknown => "▣",
        }
    }
}

/// The small drawings of a page.
#[derive(Default)]
pub(super) struct Shapes(Vec<(Part, BBox)>);

impl Shapes {
    pub(super) fn push(&mut self, part: Part, bbox: BBox) {
        if self.0.len() < MAX_SHAPES {
            self.0.push((part, bbox));
        }
    }

    /// Writes the tick boxes into the text of a page, and takes their edges from its ruling lines.
    pub(super) fn write(
        mut self,
        moved: impl Fn(BBox) -> BBox,
        runs: &mut Vec<Run>,
        rulings: &mut Vec<BBox>,
    ) {
        for (_, bbox) in &mut self.0 {
            *bbox = moved(*bbox);
        }
        let squares = squares(rulings);
        self.0.extend(squares.into_iter().map(|square| (Part::Frame, square)));
        for (bbox, state) in self.boxes(runs) {
            let neighbour = beside(bbox, runs);
            let (baseline, size) =
                neighbour.unwrap_or((bbox.3 - 0.2 * (bbox.3 - bbox.1), bbox.3 - bbox.1));
            runs.retain(|run| !bbox.contains(center(&run.bbox())));
            rulings.retain(|line| !bbox.grown(NEAR).holds(line));
            runs.push(Run {
                text: state.sign().to_owned(),
                left: bbox.0,
                right: bbox.2,
                baseline,
                size,
                bold: None,
                after_space: true,
                furniture: false,
                heading: None,
                ocr: None,
            });
        }
    }

    /// The boxes with their states: the fields of forms, and squares that have text beside them.
    fn boxes(&self, runs: &[Run]) -> Vec<(BBox, State)> {
        let mut found: Vec<(BBox, State)> = Vec::new();
        let fields = self.0.iter().filter_map(|(part, bbox)| match part {
            Part::Field(state) => Some((*bbox, *state)),
            _ => None,
        });
        found.extend(fields);
        let frames = self.frames();
        for frame in &frames {
            let known = found.iter().any(|(bbox, _)| bbox.grown(NEAR).contains(center(frame)));
            let in_grid = frames.iter().any(|other| shares_edge(frame, other));
            if known || in_grid || beside(*frame, runs).is_none() {
                continue;
            }
            let within = runs.iter().filter(|run| frame.contains(center(&run.bbox())));
            let written: Vec<&str> = within.map(|run| run.text.as_str()).collect();
            found.extend(self.state(frame, &written).map(|state| (*frame, state)));
        }
        found
    }

    /// The frames; of concentric ones the outermost.
    fn frames(&self) -> Vec<BBox> {
        let white_on_ink = |block: &BBox| {
            self.0.iter().any(|(part, b)| *part == Part::WhiteMark && block.contains(center(b)))
        };
        let mut frames: Vec<BBox> = Vec::new();
        for (part, bbox) in &self.0 {
            let is_frame = *part == Part::Frame || *part == Part::Block && white_on_ink(bbox);
            if !is_frame {
                continue;
            }
            match frames.iter_mut().find(|frame| frame.contains(center(bbox))) {
                Some(frame) => *frame = frame.to(*bbox),
                None => frames.push(*bbox),
            }
        }
        frames.retain(|frame| SIDE.contains(&(frame.2 - frame.0)));
        frames
    }

    /// What a frame says by what is drawn or written in it; nothing where that is no tick.
    fn state(&self, frame: &BBox, written: &[&str]) -> Option<State> {
        let side = frame.2 - frame.0;
        let inside = |wanted: &[Part]| {
            self.0.iter().any(|(part, bbox)| {
                let (width, height) = (bbox.2 - bbox.0, bbox.3 - bbox.1);
                wanted.contains(part)
                    && frame.contains(center(bbox))
                    && width.max(height) > MARK * side
                    && width.max(height) < 1.6 * side
            })
        };
        match written {
            [] if inside(&[Part::Mark, Part::Block]) => Some(State::Ticked),
            [] if inside(&[Part::Picture]) => Some(State::Unknown),
            [] => Some(State::Empty),
            [one] if CROSSES.contains(one) => Some(State::Ticked),
            [one] if one.contains('\u{FFFD}') => Some(State::Unknown),
            _ => None,
        }
    }
}

/// Baseline and size of the text beside a box: to its right, or close to its left.
fn beside(frame: BBox, runs: &[Run]) -> Option<(f32, f32)> {
    let on_line = |run: &&Run| {
        let middle = run.baseline - 0.3 * run.size;
        (frame.1 - 2.0..frame.3 + 2.0).contains(&middle)
    };
    let gap = |run: &Run| {
        let (right, left) = (run.left - frame.2, frame.0 - run.right);
        if right > -0.5 { right } else { left }
    };
    let near = |run: &&Run| (-0.5..BESIDE * run.size).contains(&gap(run));
    let worded = |run: &&Run| run.text.chars().any(char::is_alphabetic);
    let beside = runs.iter().filter(on_line).filter(near).filter(worded);
    let closest = beside.min_by(|a, b| gap(a).total_cmp(&gap(b)))?;
    Some((closest.baseline, closest.size))
}

/// Squares of four single lines.
fn squares(lines: &[BBox]) -> Vec<BBox> {
    let short = |line: &&BBox| SIDE.contains(&(line.2 - line.0).max(line.3 - line.1));
    let (flat, steep): (Vec<BBox>, Vec<BBox>) =
        lines.iter().filter(short).take(MAX_SHAPES).partition(|l| l.2 - l.0 > l.3 - l.1);
    let near = |a: f32, b: f32| (a - b).abs() < NEAR;
    let mut squares = Vec::new();
    for top in &flat {
        let side = top.2 - top.0;
        let bottoms = flat.iter().filter(|b| near(b.0, top.0) && near(b.2, top.2));
        for bottom in bottoms.filter(|b| (0.8..1.25).contains(&((b.1 - top.1) / side))) {
            let bounds = top.to(*bottom);
            let closes = |x: f32| {
                steep.iter().any(|s| {
                    near(f32::midpoint(s.0, s.2), x) && near(s.1, bounds.1) && near(s.3, bounds.3)
                })
            };
            if closes(bounds.0) && closes(bounds.2) {
                squares.push(bounds);
            }
        }
    }
    squares
}

/// Whether two squares stand side by side without a gap: cells of a small table.
fn shares_edge(a: &BBox, b: &BBox) -> bool {
    let near = |x: f32, y: f32| (x - y).abs() < NEAR;
    let beside = near(a.1, b.1) && (near(a.2, b.0) || near(a.0, b.2));
    let below = near(a.0, b.0) && (near(a.3, b.1) || near(a.1, b.3));
    beside || below
}

fn center(bbox: &BBox) -> (f32, f32) {
    (f32::midpoint(bbox.0, bbox.2), f32::midpoint(bbox.1, bbox.3))
}
