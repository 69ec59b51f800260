//! What a person sees of a page: text that is cut off, beside the page, or white on white is in the file only. Producers
//! leave such text where a program is to find it (places for signatures), and nobody was told what it says.

use hayro_interpret::kurbo::{BezPath, Point, Rect, Shape};
use hayro_interpret::{DrawMode, Paint};

use super::clips::Clips;

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
    pub(super) clips: Clips,
    coloured: Vec<Rect>,
}

impl Sight {
    /// The sight of a page of this size.
    pub(super) fn of((width, height): (f32, f32)) -> Self {
        let page = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
        Self { clips: Clips::of(page), coloured: Vec::new() }
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
            self.coloured.push(bounds.intersect(self.clips.bounds()));
        }
    }

    /// Whether a letter is seen whose middle stands here. What has no ink is not looked at: it may be what a scanner read.
    pub(super) fn sees(&self, middle: Point, ink: Ink) -> bool {
        let on_colour = || {
            self.coloured.len() >= MAX_AREAS
                || self.coloured.iter().any(|area| area.contains(middle))
        };
        match ink {
            Ink::Dark | Ink::None => self.clips.bounds().contains(middle),
            Ink::White => self.clips.bounds().contains(middle) && on_colour(),
        }
    }
}
