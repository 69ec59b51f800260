//! Listens to the interpreter drawing a page: glyphs and ruling lines are kept, all else is counted.

use std::panic::resume_unwind;
use std::time::Instant;

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::{Dict, Name, String as PdfString};
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};

use super::glyph::{Glyph, Runs, cork, symbol_of};
use crate::extract::page::Page;
use crate::place::BBox;

/// Why the drawing of a page was left; carried out of the interpreter by unwinding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// It draws more than any page of a notice.
    TooMuch,
    /// The time of the document is up.
    Late,
}

/// Rectangles thinner than this are lines.
const THIN: f64 = 3.0;
/// No page has more ruling lines than this that matter.
const MAX_RULINGS: usize = 20_000;

/// What the interpreter draws on one page.
pub(super) struct PageDevice {
    /// Text by the direction in which it runs, in quarter turns clockwise.
    turned: [Runs; 4],
    size: (f32, f32),
    rulings: Vec<BBox>,
    /// Glyphs of which the letter is not known.
    pub(super) unknown: usize,
    pub(super) glyphs: usize,
    /// Everything drawn.
    pub(super) marks: usize,
    /// Images shown.
    pub(super) images: usize,
    marked: Vec<Marked>,
    max_marks: usize,
    deadline: Instant,
}

/// An open piece of marked content.
struct Marked {
    furniture: bool,
    actual: Actual,
}

/// What stands in place of the glyphs of a piece of marked content.
enum Actual {
    /// They stand for themselves.
    Glyphs,
    /// This, at the first of them.
    Text(String),
    /// Nothing more: it was given out.
    Given,
}

impl PageDevice {
    pub(super) fn new(size: (f32, f32), max_marks: usize, deadline: Instant) -> Self {
        Self {
            turned: Default::default(),
            size,
            rulings: Vec::new(),
            unknown: 0,
            glyphs: 0,
            marks: 0,
            images: 0,
            marked: Vec::new(),
            max_marks,
            deadline,
        }
    }

    /// Counts something drawn, and leaves the page when there is no end to it.
    fn count(&mut self, marks: usize) {
        let before = self.marks;
        self.marks += marks;
        if self.marks > self.max_marks {
            resume_unwind(Box::new(Stop::TooMuch));
        }
        if before / 256 != self.marks / 256 && Instant::now() > self.deadline {
            resume_unwind(Box::new(Stop::Late));
        }
    }

    /// The page in the frame of most of its text.
    pub(super) fn finish(self, number: u32) -> Page {
        let turns = (0..4).rev().max_by_key(|turns| self.turned[*turns].len()).unwrap_or(0);
        let (width, height) = self.size;
        let corner = |x, y| turned((x, y), turns, self.size);
        let rulings = self.rulings.iter().map(|line| {
            let (a, b) = (corner(line.0, line.1), corner(line.2, line.3));
            BBox(a.0.min(b.0), a.1.min(b.1), a.0.max(b.0), a.1.max(b.1))
        });
        let mut page =
            Page { number, width, height, rulings: rulings.collect(), ..Page::default() };
        if turns % 2 == 1 {
            (page.width, page.height) = (height, width);
        }
        for (direction, runs) in self.turned.into_iter().enumerate() {
            let runs = runs.finish();
            if direction == turns { page.runs = runs } else { page.aside.push(runs) }
        }
        page
    }

    fn draw_glyph(&mut self, drawn: &Drawn<'_>, transform: Affine, font: &Font) {
        let Some((advance, size)) = measures(drawn, transform) else { return };
        let origin = transform * Point::ORIGIN;
        let text = letter(drawn);
        self.glyphs += 1;
        self.unknown += usize::from(text.contains('\u{FFFD}'));
        let text = self.actual_or(symbol_of(&font.name, text));
        let turns = quarter_turns(transform);
        let (left, baseline) = turned((origin.x as f32, origin.y as f32), turns, self.size);
        self.turned[turns].push(&Glyph {
            text,
            left,
            right: left + advance as f32,
            baseline,
            size: size as f32,
            bold: font.bold,
            furniture: self.marked.iter().any(|marked| marked.furniture),
        });
    }

    /// The text of a glyph, or what the innermost `ActualText` says instead: all of it at its first glyph.
    fn actual_or(&mut self, text: String) -> String {
        let actual = self.marked.iter_mut().rev().map(|marked| &mut marked.actual);
        let Some(actual) = actual.into_iter().find(|actual| !matches!(actual, Actual::Glyphs))
        else {
            return text;
        };
        match std::mem::replace(actual, Actual::Given) {
            Actual::Text(text) => text,
            Actual::Glyphs | Actual::Given => String::new(),
        }
    }
}

/// What a glyph says. Bitmap fonts of TeX name no letters; their codes are those of its encoding.
fn letter(drawn: &Drawn<'_>) -> String {
    match (drawn.as_unicode(), drawn) {
        (Some(BfString::Char(c)), _) => c.to_string(),
        (Some(BfString::String(text)), _) => text,
        (None, Drawn::Type3(glyph)) => cork(glyph.char_code()),
        (None, Drawn::Outline(_)) => "\u{FFFD}".to_owned(),
    }
}

/// How a glyph is turned, in quarter turns clockwise. A glyph that stands upside down only because
/// its matrix mirrors it runs to the right all the same.
fn quarter_turns(transform: Affine) -> usize {
    let [across, down, ..] = transform.as_coeffs();
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

/// Advance and size of a glyph in points; nothing for a glyph nowhere.
fn measures(drawn: &Drawn<'_>, transform: Affine) -> Option<(f64, f64)> {
    let [across, across_y, up_x, up, x, y] = transform.as_coeffs();
    let width = match drawn {
        Drawn::Outline(glyph) => glyph.advance_width(),
        Drawn::Type3(glyph) => glyph.advance_width(),
    };
    let scale = across.hypot(across_y);
    let advance = f64::from(width.unwrap_or(500.0)) * scale;
    let size = up_x.hypot(up) * 1000.0;
    let sound = [advance, size, x, y].iter().all(|number| number.abs() < 1e5) && size > 0.1;
    sound.then_some((advance, size))
}

struct Font {
    name: String,
    bold: Option<bool>,
}

fn font_of(run: &GlyphRun<'_, '_>) -> Font {
    let data = run.glyphs().first().and_then(|glyph| match &**glyph {
        Drawn::Outline(outline) => outline.font_data(),
        Drawn::Type3(_) => None,
    });
    let Some(data) = data else { return Font { name: String::new(), bold: None } };
    let name = data.postscript_name.unwrap_or_default();
    let named = ["Bold", "Black", "Heavy", "Semibold", "SemiBold"].iter().any(|w| name.contains(w));
    let bold = data.weight.map(|weight| weight >= 600 || named).or(named.then_some(true));
    Font { name, bold }
}

impl<'a> Device<'a> for PageDevice {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.count(1);
        if self.rulings.len() < MAX_RULINGS && path.elements().len() < 64 {
            let stroked = matches!(mode, DrawMode::Stroke(_));
            rulings(&(props.transform * path), stroked, &mut self.rulings);
        }
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.count(1);
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.count(1);
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        self.count(run.glyphs().len());
        let font = font_of(run);
        for glyph in run.glyphs() {
            self.draw_glyph(glyph, props.transform * glyph.transform(), &font);
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.count(1);
        self.images += 1;
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        self.count(1);
        let furniture = tag == b"Artifact" && properties.is_some_and(is_pagination);
        let actual = properties.and_then(|found| found.get::<PdfString<'_>>("ActualText"));
        let actual = actual.map_or(Actual::Glyphs, |text| Actual::Text(decoded(text.as_bytes())));
        self.marked.push(Marked { furniture, actual });
    }

    fn end_marked_content(&mut self) {
        self.marked.pop();
    }
}

/// Whether an artifact is a running header, footer or page number: table lines and backgrounds are
/// artifacts too, and some producers mark text as one that every reader sees.
fn is_pagination(properties: &Dict<'_>) -> bool {
    let is = |key: &str, wanted: &[&[u8]]| {
        properties.get::<Name<'_>>(key).is_some_and(|name| wanted.contains(&name.as_ref()))
    };
    is("Type", &[b"Pagination"]) || is("Subtype", &[b"Header", b"Footer"])
}

/// A text string of a PDF: UTF-16 with a mark, UTF-8 with a mark, or nearly Latin-1.
fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xFE, 0xFF, rest @ ..] => encoding_rs::UTF_16BE.decode_without_bom_handling(rest).0.into(),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    }
}

/// The straight lines of a path: thin rectangles, edges of stroked ones, strokes.
fn rulings(path: &BezPath, stroked: bool, into: &mut Vec<BBox>) {
    if stroked {
        into.extend(path.segments().filter_map(|segment| thin(segment.bounding_box())));
        return;
    }
    for part in path.elements().split_inclusive(|el| matches!(el, PathEl::ClosePath)) {
        let part = BezPath::from_vec(part.to_vec());
        if part.elements().first().is_some_and(|el| matches!(el, PathEl::MoveTo(_))) {
            into.extend(thin(part.bounding_box()));
        }
    }
}

fn thin(bounds: Rect) -> Option<BBox> {
    let (width, height) = (bounds.width(), bounds.height());
    let sound = [bounds.x0, bounds.x1, bounds.y0, bounds.y1].iter().all(|v| v.abs() < 1e5);
    let is_thin = sound && width.min(height) < THIN && width.max(height) > 2.0 * THIN;
    is_thin.then_some(BBox(bounds.x0 as f32, bounds.y0 as f32, bounds.x1 as f32, bounds.y1 as f32))
}
