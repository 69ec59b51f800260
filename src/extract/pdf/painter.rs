//! Paints a page on a sheet: what text recognition is shown where the text of the file is of no use.

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::kurbo::{BezPath, Shape, Stroke, StrokeOpts, stroke};
use hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, FillRule, Image, ImageDrawProps, Paint,
    SoftMask, StrokeProps,
};

use super::canvas::Marks;
use super::clips::Clips;
use super::sheet::{Sheet, grey};

/// Ink that lets this much through is not seen.
const THIN_INK: f32 = 0.1;
/// How far a painted stroke may be from the drawn one, in points.
const NEAR_STROKE: f64 = 0.1;

/// What is painted of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Show {
    /// All that a person sees.
    All,
    /// The pictures only.
    Pictures,
}

/// Puts what the interpreter draws on a sheet.
pub(super) struct Painter {
    pub(super) sheet: Sheet,
    marks: Marks,
    show: Show,
    clips: Clips,
}

impl Painter {
    pub(super) fn new(sheet: Sheet, marks: Marks, show: Show) -> Self {
        Self { clips: Clips::of(sheet.bounds()), sheet, marks, show }
    }

    fn path(&mut self, path: &BezPath, paint: &Paint<'_>, mode: &DrawMode, scale: f64) {
        let (Some(grey), clip) = (ink(paint), self.clips.bounds()) else { return };
        let fill = match mode {
            DrawMode::Fill(rule) | DrawMode::FillAndStroke(rule, _) => Some(*rule),
            DrawMode::Stroke(_) | DrawMode::Invisible => None,
        };
        if let Some(rule) = fill {
            self.sheet.fill(path, rule, clip, grey);
        }
        if let DrawMode::Stroke(props) | DrawMode::FillAndStroke(_, props) = mode {
            self.sheet.fill(&stroked(path, props, scale), FillRule::NonZero, clip, grey);
        }
    }
}

/// The area that a stroke covers; the thinnest is as wide as a printer's.
fn stroked(path: &BezPath, props: &StrokeProps, scale: f64) -> BezPath {
    let width = (f64::from(props.line_width) * scale).max(0.25);
    let style = Stroke::new(width).with_caps(props.line_cap).with_join(props.line_join);
    stroke(path, &style, &StrokeOpts::default(), NEAR_STROKE)
}

/// The grey of a paint; nothing where it is not seen, or changes from place to place.
fn ink(paint: &Paint<'_>) -> Option<u8> {
    let Paint::Color(color) = paint else { return None };
    let rgba = color.to_rgba();
    (rgba.components()[3] > THIN_INK).then(|| grey(&rgba.to_rgba8()))
}

impl<'a> Device<'a> for Painter {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.marks.count(path.elements().len());
        if self.show == Show::All {
            let scale = props.transform.determinant().abs().sqrt();
            self.path(&(props.transform * path), &props.paint, mode, scale);
        }
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.marks.count(1);
        self.clips.open(clip.path.bounding_box());
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.marks.count(1);
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        self.marks.count(run.glyphs().len());
        if self.show != Show::All || matches!(mode, DrawMode::Invisible) {
            return;
        }
        for glyph in run.glyphs() {
            let transform = props.transform * glyph.transform();
            match &**glyph {
                Glyph::Outline(outline) => {
                    // Letters are painted by their area: a stroked one is read as well.
                    let grey = match &props.paint {
                        Paint::Pattern(_) => Some(0),
                        paint @ Paint::Color(_) => ink(paint),
                    };
                    let (path, clip) = (transform * outline.outline(), self.clips.bounds());
                    if let Some(grey) = grey {
                        self.sheet.fill(&path, FillRule::NonZero, clip, grey);
                    }
                }
                Glyph::Type3(drawn) => {
                    drawn.interpret(self, props.transform, glyph.transform(), &props.paint);
                }
            }
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        self.marks.count(1);
        let clip = self.clips.bounds();
        self.sheet.lay(&image, props.transform, clip);
    }

    fn pop_clip(&mut self) {
        self.clips.close();
    }

    fn pop_transparency_group(&mut self) {}
}
