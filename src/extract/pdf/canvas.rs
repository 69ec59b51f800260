//! A page while an engine draws it: glyphs and ruling lines are kept, all else is counted.

use std::panic::resume_unwind;
use std::time::Instant;

use hayro_interpret::Image;
use hayro_interpret::kurbo::Affine;

use super::Patience;
use super::glyph::{Glyph, Runs};
use super::scan::Sheet;
use super::tick::Shapes;
use crate::extract::page::{Link, Page};
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
    pub(super) images: usize,
    /// The pictures of a page that has nothing else, where they are asked for.
    pub(super) sheet: Option<Sheet>,
    marks: usize,
    patience: Patience,
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
}

impl Canvas {
    pub(super) fn new(size: (f32, f32), patience: Patience) -> Self {
        Self {
            turned: Default::default(),
            rulings: Vec::new(),
            shapes: Shapes::default(),
            links: Vec::new(),
            size,
            glyphs: 0,
            unknown: 0,
            images: 0,
            sheet: None,
            marks: 0,
            patience,
        }
    }

    /// Counts something drawn, and leaves the page when there is no end to it.
    pub(super) fn count(&mut self, marks: usize) {
        let before = self.marks;
        self.marks += marks;
        if self.marks > self.patience.max_marks {
            resume_unwind(Box::new(Stop::TooMuch));
        }
        let looks = before / LOOK_EVERY != self.marks / LOOK_EVERY;
        if looks && Instant::now() > self.patience.deadline {
            resume_unwind(Box::new(Stop::Late));
        }
    }

    /// Takes a glyph; one of no size or nowhere near the page is left out.
    pub(super) fn glyph(&mut self, text: String, placed: &Placed) {
        let (x, y) = placed.origin;
        let numbers = [x, y, placed.advance, placed.size];
        if numbers.iter().any(|number| number.abs() > 1e5 || number.is_nan()) || placed.size < 0.1 {
            return;
        }
        self.glyphs += 1;
        self.unknown += usize::from(text.contains('\u{FFFD}'));
        let turns = quarter_turns(placed.direction);
        let (left, baseline) = turned((x, y), turns, self.size);
        self.turned[turns].push(&Glyph {
            text,
            left,
            right: left + placed.advance,
            baseline,
            size: placed.size,
            bold: placed.bold,
            furniture: placed.furniture,
            heading: placed.heading,
        });
    }

    /// Lays a picture on the page's sheet, as long as nothing was written on the page.
    pub(super) fn picture(&mut self, image: &Image<'_, '_>, transform: Affine) {
        if self.patience.ocr && self.glyphs == 0 {
            self.sheet = self.sheet.take().or_else(|| Sheet::new(self.size));
            if let Some(sheet) = &mut self.sheet {
                sheet.lay(image, transform);
            }
        }
    }

    /// Takes ruling lines.
    pub(super) fn rule(&mut self, lines: impl IntoIterator<Item = BBox>) {
        let room = MAX_RULINGS.saturating_sub(self.rulings.len());
        self.rulings.extend(lines.into_iter().take(room));
    }

    /// The page in the frame of most of its text.
    pub(super) fn finish(self, number: u32) -> Page {
        let turns = (0..4).rev().max_by_key(|turns| self.turned[*turns].len()).unwrap_or(0);
        let (width, height) = self.size;
        let moved = |line: BBox| {
            let a = turned((line.0, line.1), turns, self.size);
            let b = turned((line.2, line.3), turns, self.size);
            BBox(a.0.min(b.0), a.1.min(b.1), a.0.max(b.0), a.1.max(b.1))
        };
        let rulings = self.rulings.into_iter().map(moved).collect();
        let links = self.links.into_iter().map(|link| Link { bbox: moved(link.bbox), ..link });
        let links = links.collect();
        let mut page = Page { number, width, height, rulings, links, ..Page::default() };
        if turns % 2 == 1 {
            (page.width, page.height) = (height, width);
        }
        for (direction, runs) in self.turned.into_iter().enumerate() {
            let runs = runs.finish();
            if direction == turns {
                page.runs = runs;
            } else if !runs.is_empty() {
                page.aside.push(runs);
            }
        }
        self.shapes.write(moved, &mut page.runs, &mut page.rulings);
        page
    }
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

/// A point in the frame in which text turned so reads from left to right.
fn turned((x, y): (f32, f32), turns: usize, (width, height): (f32, f32)) -> (f32, f32) {
    match turns {
        0 => (x, y),
        1 => (y, width - x),
        2 => (width - x, height - y),
        _ => (height - y, x),
    }
}
