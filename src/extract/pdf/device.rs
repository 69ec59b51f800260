//! Listens to hayro's interpreter: text with the font's name and weight, ruling lines, marked content.

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::object::{Dict, Name, ObjectIdentifier, String as PdfString};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask,
};

use super::canvas::{Canvas, Placed};
use super::charmap::CharMaps;
use super::glyph::{cork, symbol_of};
use super::shape;
use super::sight::{Ink, Sight};
use super::structure::Headings;
use super::text_string::decoded;
use super::tick::Part;

/// A path of more pieces than this is a drawing.
const MAX_PIECES: usize = 64;
/// Height of the middle of a letter, in thousandths of its size.
const MIDDLE: f64 = 250.0;

/// Puts what the interpreter draws on a canvas.
pub(super) struct PageDevice<'c> {
    pub(super) canvas: Canvas,
    /// Times that text was shown.
    pub(super) text_runs: usize,
    sight: Sight,
    marked: Vec<Marked>,
    maps: &'c mut CharMaps,
    headings: &'c Headings,
    page: Option<ObjectIdentifier>,
}

/// An open piece of marked content.
struct Marked {
    furniture: bool,
    /// The level of the heading it is part of.
    heading: Option<u8>,
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

impl<'c> PageDevice<'c> {
    pub(super) fn new(
        canvas: Canvas,
        maps: &'c mut CharMaps,
        headings: &'c Headings,
        page: Option<ObjectIdentifier>,
    ) -> Self {
        let sight = Sight::of(canvas.size());
        Self { canvas, text_runs: 0, sight, marked: Vec::new(), maps, headings, page }
    }

    fn draw_glyph(&mut self, drawn: &Drawn<'_>, transform: Affine, font: &Font, ink: Ink) {
        let [across, down, up_x, up_y, ..] = transform.as_coeffs();
        let width = match drawn {
            Drawn::Outline(glyph) => glyph.advance_width(),
            Drawn::Type3(glyph) => glyph.advance_width(),
        };
        let width = width.unwrap_or(500.0);
        let middle = transform * Point::new(f64::from(width) / 2.0, MIDDLE);
        if !self.sight.sees(middle, ink) {
            self.canvas.hidden += 1;
            return;
        }
        let origin = transform * Point::ORIGIN;
        let letter = symbol_of(&font.name, self.letter(drawn));
        let text = self.actual_or(letter);
        let placed = Placed {
            origin: (origin.x as f32, origin.y as f32),
            direction: (across, down),
            advance: width * across.hypot(down) as f32,
            // Outlines are drawn on a square of a thousand units.
            size: (up_x.hypot(up_y) * 1000.0) as f32,
            bold: font.bold,
            furniture: self.marked.iter().any(|marked| marked.furniture),
            heading: self.marked.iter().rev().find_map(|marked| marked.heading),
            inked: ink != Ink::None,
        };
        self.canvas.glyph(text, &placed);
    }

    /// What a glyph says. Bitmap fonts of TeX name no letters; their codes are those of its encoding.
    fn letter(&mut self, drawn: &Drawn<'_>) -> String {
        match (drawn.as_unicode(), drawn) {
            (Some(BfString::Char(c)), _) if c != '\u{FFFD}' => c.to_string(),
            (Some(BfString::String(text)), _) => text,
            (_, Drawn::Type3(glyph)) => cork(glyph.char_code()),
            (_, Drawn::Outline(glyph)) => self.maps.letter(glyph).unwrap_or('\u{FFFD}').to_string(),
        }
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

impl<'a> Device<'a> for PageDevice<'_> {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.canvas.count(1);
        let path = props.transform * path;
        self.sight.paint(&path, mode, &props.paint);
        self.canvas.areas += usize::from(shape::is_area(&path, mode));
        if path.elements().len() <= MAX_PIECES {
            self.canvas.rule(shape::rulings(&path, mode));
            if let Some((part, bbox)) = shape::part(&path, mode, &props.paint) {
                self.canvas.shapes.push(part, bbox);
            }
        }
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.canvas.count(1);
        self.sight.clips.open(clip.path.bounding_box());
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.canvas.count(1);
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.canvas.count(run.glyphs().len());
        self.text_runs += 1;
        let font = font_of(run);
        let ink = Ink::of(&props.paint, mode);
        for glyph in run.glyphs() {
            self.draw_glyph(glyph, props.transform * glyph.transform(), &font, ink);
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.canvas.count(1);
        let (width, height) = (f64::from(image.width()), f64::from(image.height()));
        let bounds =
            (props.transform * Rect::new(0.0, 0.0, width, height).to_path(0.1)).bounding_box();
        self.canvas.shapes.push(Part::Picture, shape::boxed(bounds));
        self.canvas.picture(shape::boxed(bounds));
        self.sight.cover(bounds);
    }

    fn pop_clip(&mut self) {
        self.sight.clips.close();
    }

    fn pop_transparency_group(&mut self) {}

    fn begin_marked_content(&mut self, tag: &[u8], properties: Option<&Dict<'_>>) {
        self.canvas.count(1);
        let furniture = tag == b"Artifact" && properties.is_some_and(is_pagination);
        let actual = properties.and_then(|found| found.get::<PdfString<'_>>("ActualText"));
        let actual = actual.map_or(Actual::Glyphs, |text| Actual::Text(decoded(text.as_bytes())));
        let content = properties.and_then(|found| found.get::<i64>("MCID"));
        let heading = content.and_then(|content| self.headings.level(self.page, content));
        self.marked.push(Marked { furniture, heading, actual });
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
