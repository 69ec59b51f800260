//! A page while an engine draws it: glyphs and ruling lines are kept, all else is counted.

use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::time::Instant;

use super::Patience;
use super::glyph::{Glyph, Runs};
use super::tick::Shapes;
use crate::extract::page::{Link, Page, Run};
use crate::place::BBox;

/// Why the drawing of a page was left; the first two are carried out of the engine by unwinding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// It draws more than any page of a notice.
    TooMuch,
    /// The time of the document is up.
    Late,
    /// The engine gave up.
    Panicked,
}

/// No page has more ruling lines than this that matter.
const MAX_RULINGS: usize = 4_000;
/// Nor more pictures: scanners that cut a page in strips make some dozens.
const MAX_PICTURES: usize = 2_000;
/// Text that rises by more than this share of its way runs aslant; scans are not that crooked.
const SLANT: f64 = 0.18;
/// Text in more directions than this is a drawing.
const MAX_SLANTS: usize = 8;
/// The clock is looked at once in so many marks.
const LOOK_EVERY: usize = 256;

/// What was drawn on one page.
pub(super) struct Canvas {
    /// Text by the direction in which it runs, in quarter turns clockwise.
    turned: [Runs; 4],
    rulings: Vec<BBox>,
    pub(super) shapes: Shapes,
    pub(super) links: Vec<Link>,
    size: (f32, f32),
    pub(super) glyphs: usize,
    /// Glyphs of which the letter is not known.
    pub(super) unknown: usize,
    /// Areas that are no lines: many of them, and no letters, are letters drawn as areas.
    pub(super) areas: usize,
    pub(super) images: usize,
    /// Glyphs that nobody sees: white on white, cut off, beside the page.
    pub(super) hidden: usize,
    /// Where pictures are, as far as they are on the page.
    pictures: Vec<BBox>,
    /// Text that runs aslant, by its angle in degrees, each in the frame in which it reads from left to right:
    /// "LUONNOS" across the page.
    slanted: BTreeMap<i32, Runs>,
    /// Text that is drawn with no ink, by direction as above: what a scanner read lies so under its picture.
    unseen: [Runs; 4],
    marks: Marks,
}

/// Counts what is drawn on a page, and leaves the page when there is no end to it.
pub(super) struct Marks {
    count: usize,
    patience: Patience,
}

impl Marks {
    pub(super) fn new(patience: Patience) -> Self {
        Self { count: 0, patience }
    }

    pub(super) fn count(&mut self, marks: usize) {
        let before = self.count;
        self.count += marks;
        if self.count > self.patience.max_marks {
            resume_unwind(Box::new(Stop::TooMuch));
        }
        let looks = before / LOOK_EVERY != self.count / LOOK_EVERY;
        if looks && Instant::now() > self.patience.deadline {
            resume_unwind(Box::new(Stop::Late));
        }
    }
}

/// A glyph as an engine gives it: its origin and its direction on the page, origin top left.
pub(super) struct Placed {
    pub(super) origin: (f32, f32),
    /// Where its line runs, of any length.
    pub(super) direction: (f64, f64),
    pub(super) advance: f32,
    pub(super) size: f32,
    pub(super) bold: Option<bool>,
    pub(super) furniture: bool,
    pub(super) heading: Option<u8>,
    /// Whether it is drawn with ink.
    pub(super) inked: bool,
}

impl Canvas {
    pub(super) fn new(size: (f32, f32), patience: Patience) -> Self {
        Self {
            turned: Default::default(),
            slanted: BTreeMap::new(),
            unseen: Default::default(),
            rulings: Vec::new(),
            shapes: Shapes::default(),
            links: Vec::new(),
            size,
            glyphs: 0,
            unknown: 0,
            areas: 0,
            images: 0,
            hidden: 0,
            pictures: Vec::new(),
            marks: Marks::new(patience),
        }
    }

    /// Width and height of the page.
    pub(super) fn size(&self) -> (f32, f32) {
        self.size
    }

    /// Counts something drawn, and leaves the page when there is no end to it.
    pub(super) fn count(&mut self, marks: usize) {
        self.marks.count(marks);
    }

    /// Takes a glyph; one of no size or nowhere near the page is left out.
    pub(super) fn glyph(&mut self, text: String, placed: &Placed) {
        let (x, y) = placed.origin;
        let numbers = [x, y, placed.advance, placed.size];
        if numbers.iter().any(|number| number.abs() > 1e5 || number.is_nan()) || placed.size < 0.1 {
            return;
        }
        let turns = quarter_turns(placed.direction);
        let slant = slant(placed.direction).filter(|_| self.slanted.len() < MAX_SLANTS);
        let (left, baseline) = match slant {
            Some(degrees) => rotated((x, y), degrees),
            None => turned((x, y), turns, self.size),
        };
        let unknown = text.contains('\u{FFFD}');
        let glyph = Glyph {
            text,
            left,
            right: left + placed.advance,
            baseline,
            size: placed.size,
            bold: placed.bold,
            furniture: placed.furniture,
            heading: placed.heading,
        };
        if !placed.inked {
            self.unseen[turns].push(&glyph);
            return;
        }
        self.glyphs += 1;
        self.unknown += usize::from(unknown);
        match slant {
            Some(degrees) => self.slanted.entry(degrees).or_default().push(&glyph),
            None => self.turned[turns].push(&glyph),
        }
    }

    /// Takes a picture, as far as it is on the page.
    pub(super) fn picture(&mut self, bounds: BBox) {
        self.images += 1;
        let (width, height) = self.size;
        let seen =
            BBox(bounds.0.max(0.0), bounds.1.max(0.0), bounds.2.min(width), bounds.3.min(height));
        if seen.0 < seen.2 && seen.1 < seen.3 && self.pictures.len() < MAX_PICTURES {
            self.pictures.push(seen);
        }
    }

    /// The share of the page that pictures cover; those that lie over each other count twice.
    pub(super) fn covered(&self) -> f32 {
        let area = |b: &BBox| (b.2 - b.0) * (b.3 - b.1);
        let whole = (self.size.0 * self.size.1).max(1.0);
        self.pictures.iter().map(area).sum::<f32>() / whole
    }

    /// Takes ruling lines.
    pub(super) fn rule(&mut self, lines: impl IntoIterator<Item = BBox>) {
        let room = MAX_RULINGS.saturating_sub(self.rulings.len());
        self.rulings.extend(lines.into_iter().take(room));
    }

    /// The text that is drawn with no ink and yet is the page's: what is under a picture, or all there is. It is what
    /// a scanner, or a program for it, read on the page.
    pub(super) fn layer(&mut self) -> [Vec<Run>; 4] {
        let alone = self.glyphs == 0;
        let unseen = std::mem::take(&mut self.unseen);
        let mut turns = 0..;
        unseen.map(|runs| {
            let turns = turns.next().unwrap_or(0);
            let pictures: Vec<BBox> =
                self.pictures.iter().map(|picture| moved(*picture, turns, self.size)).collect();
            let shown = |run: &Run| {
                let BBox(left, top, right, bottom) = run.bbox();
                let middle = (f32::midpoint(left, right), f32::midpoint(top, bottom));
                alone || pictures.iter().any(|picture| picture.contains(middle))
            };
            let mut runs = runs.finish();
            runs.retain(shown);
            runs
        })
    }

    /// Takes the text of a layer, of which so many hundredths are sure.
    pub(super) fn take_layer(&mut self, layer: [Vec<Run>; 4], sure: u8) {
        for (runs, layer) in self.turned.iter_mut().zip(layer) {
            runs.extend(layer.into_iter().map(|run| Run { ocr: Some(sure), ..run }));
        }
    }

    /// The text drawn so far.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.turned.iter().chain(self.slanted.values()).flat_map(Runs::texts)
    }

    /// The page in the frame of most of its text; `instead` is text that was read in another way.
    pub(super) fn finish(self, number: u32, instead: Option<Vec<Run>>) -> Page {
        let size = self.size;
        let most = (0..4).rev().max_by_key(|turns| self.turned[*turns].len()).unwrap_or(0);
        let turns = if instead.is_some() { 0 } else { most };
        let moved = |line: BBox| moved(line, turns, size);
        let rulings = self.rulings.into_iter().map(moved).collect();
        let links = self.links.into_iter().map(|link| Link { bbox: moved(link.bbox), ..link });
        let links = links.collect();
        let (width, height) = if turns % 2 == 1 { (size.1, size.0) } else { size };
        let mut page = Page { number, width, height, rulings, links, ..Page::default() };
        if let Some(runs) = instead {
            page.runs = runs;
        } else {
            for (direction, runs) in self.turned.into_iter().enumerate() {
                let runs = runs.finish();
                if direction == turns {
                    page.runs = runs;
                } else if !runs.is_empty() {
                    page.aside.push(runs);
                }
            }
            page.aside.extend(self.slanted.into_values().map(Runs::finish));
        }
        self.shapes.write(moved, &mut page.runs, &mut page.rulings);
        page
    }
}

/// A box in the frame in which text turned so reads from left to right.
fn moved(line: BBox, turns: usize, size: (f32, f32)) -> BBox {
    let a = turned((line.0, line.1), turns, size);
    let b = turned((line.2, line.3), turns, size);
    BBox(a.0.min(b.0), a.1.min(b.1), a.0.max(b.0), a.1.max(b.1))
}

/// How a line of text is turned, in quarter turns clockwise.
fn quarter_turns((across, down): (f64, f64)) -> usize {
    match (across.abs() >= down.abs(), across >= 0.0, down >= 0.0) {
        (true, true, _) => 0,
        (false, _, true) => 1,
        (true, false, _) => 2,
        (false, _, false) => 3,
    }
}

/// The angle of a line of text in degrees, where it runs along no edge of the page.
fn slant((across, down): (f64, f64)) -> Option<i32> {
    let (short, long) = (across.abs().min(down.abs()), across.abs().max(down.abs()));
    (short > SLANT * long).then(|| down.atan2(across).to_degrees().round() as i32)
}

/// A point in a frame turned by an angle.
fn rotated((x, y): (f32, f32), degrees: i32) -> (f32, f32) {
    let (sin, cos) = (degrees as f32).to_radians().sin_cos();
    (x * cos + y * sin, y * cos - x * sin)
}

/// A point in the frame in which text turned so reads from left to right.
fn turned((x, y): (f32, f32), turns: usize, (width, height): (f32, f32)) -> (f32, f32) {
    match turns {
        0 => (x, y),
        1 => (y, width - x),
        2 => (width - x, height - y),
        _ => (height - y, x),
    }
}
