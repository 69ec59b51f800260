//! What a person sees of a page: text that is cut off, beside the page, or white on white is in the file only. Producers
//! leave such text where a program is to find it (places for signatures), and nobody was told what it says.

use hayro_interpret::kurbo::{BezPath, Point, Rect, Shape};
use hayro_interpret::{DrawMode, Paint};

/// Ink lighter than this is not seen on paper.
const WHITE: f32 = 0.97;
/// Ink that lets the paper through so far is none.
const CLEAR: f32 = 0.05;
/// A page of more coloured areas is a drawing: white text on it is seen.
const MAX_AREAS: usize = 1_000;

/// What a glyph is drawn with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ink {
    /// Ink that is seen on paper.
    Dark,
    /// Ink that is seen on something darker only.
    White,
    /// Nothing.
    None,
}

impl Ink {
    pub(super) fn of(paint: &Paint<'_>, mode: &DrawMode) -> Self {
        let Paint::Color(color) = paint else { return Self::Dark };
        let [red, green, blue, alpha] = color.to_rgba().components();
        match () {
            () if matches!(mode, DrawMode::Invisible) || alpha < CLEAR => Self::None,
            () if red.min(green).min(blue) > WHITE => Self::White,
            () => Self::Dark,
        }
    }
}

/// The part of a page that is seen, and what is coloured on it.
pub(super) struct Sight {
    /// The bounds of the clips that are open, each cut to the one around it; the page itself comes first.
    seen: Vec<Rect>,
    coloured: Vec<Rect>,
}

impl Sight {
    /// The sight of a page of this size.
    pub(super) fn of((width, height): (f32, f32)) -> Self {
        let page = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        Self { seen: vec![page], coloured: Vec::new() }
    }

    /// A clip opens.
    pub(super) fn narrow(&mut self, clip: Rect) {
        let seen = self.bounds().intersect(clip);
        self.seen.push(seen);
    }

    /// The innermost clip closes.
    pub(super) fn widen(&mut self) {
        if self.seen.len() > 1 {
            self.seen.pop();
        }
    }

    fn bounds(&self) -> Rect {
        self.seen.last().copied().unwrap_or(Rect::ZERO)
    }

    /// A path is drawn.
    pub(super) fn paint(&mut self, path: &BezPath, mode: &DrawMode, paint: &Paint<'_>) {
        if Ink::of(paint, mode) == Ink::Dark {
            let width = match mode {
                DrawMode::Stroke(props) => f64::from(props.line_width) / 2.0,
                _ => 0.0,
            };
            self.cover(path.bounding_box().inflate(width, width));
        }
    }

    /// Something that is not white covers a part of the page.
    pub(super) fn cover(&mut self, bounds: Rect) {
        if self.coloured.len() < MAX_AREAS {
            self.coloured.push(bounds.intersect(self.bounds()));
        }
    }

    /// Whether a letter is seen whose middle stands here. What has no ink is not looked at: it may be what a scanner read.
    pub(super) fn sees(&self, middle: Point, ink: Ink) -> bool {
        let on_colour = || {
            self.coloured.len() >= MAX_AREAS
                || self.coloured.iter().any(|area| area.contains(middle))
        };
        match ink {
            Ink::Dark | Ink::None => self.bounds().contains(middle),
            Ink::White => self.bounds().contains(middle) && on_colour(),
        }
    }
}
