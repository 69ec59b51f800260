//! What a path on a page is: ruling lines, or a part of a tick box.

use hayro_interpret::kurbo::{BezPath, PathEl, Rect, Shape};
use hayro_interpret::{DrawMode, Paint};

use super::tick::Part;
use crate::place::BBox;

/// Rectangles thinner than this are lines.
const THIN: f64 = 3.0;
/// Sides of what may be a tick box or a mark in one, in points.
const SMALL: std::ops::Range<f64> = 2.0..22.0;
/// What of its bounds a square with rounded corners fills at least, and a circle.
const SQUARE: f64 = 0.92;
const CIRCLE: std::ops::Range<f64> = 0.76..0.81;
/// Circles narrower than this are bullets, not choices.
const RADIO: f64 = 7.0;
/// Ink this light is paper.
const WHITE: f32 = 0.85;

/// The straight lines of a path: thin rectangles, edges of stroked ones, strokes.
pub(super) fn rulings(path: &BezPath, mode: &DrawMode) -> Vec<BBox> {
    if is_stroked(mode) {
        return path.segments().filter_map(|segment| thin(segment.bounding_box())).collect();
    }
    parts(path).filter_map(|part| thin(part.bounding_box())).collect()
}

/// What a small path is of a tick box.
pub(super) fn part(path: &BezPath, mode: &DrawMode, paint: &Paint<'_>) -> Option<(Part, BBox)> {
    let bounds = path.bounding_box();
    let (width, height) = (bounds.width(), bounds.height());
    if !SMALL.contains(&width.max(height)) {
        return None;
    }
    let square = (width - height).abs() <= 0.25 * width.max(height) && width > 4.0;
    let filled = if square { filled(path, bounds) } else { 0.0 };
    let white = is_white(paint);
    let part = match is_stroked(mode) {
        true if filled > SQUARE || CIRCLE.contains(&filled) && width > RADIO => Part::Frame,
        false if square && is_ring(path) => Part::Frame,
        false if filled > SQUARE && white => return None,
        false if filled > SQUARE => Part::Block,
        _ if white => Part::WhiteMark,
        _ => Part::Mark,
    };
    Some((part, boxed(bounds)))
}

/// Whether a path is filled and no line: letters drawn as areas are such.
pub(super) fn is_area(path: &BezPath, mode: &DrawMode) -> bool {
    !is_stroked(mode) && path.elements().len() > 8 && thin(path.bounding_box()).is_none()
}

fn is_stroked(mode: &DrawMode) -> bool {
    matches!(mode, DrawMode::Stroke(_) | DrawMode::FillAndStroke(..))
}

fn is_white(paint: &Paint<'_>) -> bool {
    match paint {
        Paint::Color(color) => {
            let [red, green, blue, alpha] = color.to_rgba().components();
            alpha < 0.1 || red.min(green).min(blue) > WHITE
        }
        Paint::Pattern(_) => false,
    }
}

/// A square around a square: lines drawn as an area.
fn is_ring(path: &BezPath) -> bool {
    let rings: Vec<Rect> = parts(path).map(|part| part.bounding_box()).collect();
    let [a, b] = rings[..] else { return false };
    let edge = (a.width() - b.width()).abs() / 2.0;
    (a.center() - b.center()).hypot() < 0.5 && edge > 0.1 && edge < THIN
}

/// What of its bounds a path of one piece encloses: a square all, a circle three quarters, a cross nothing.
fn filled(path: &BezPath, bounds: Rect) -> f64 {
    let pieces = path.elements();
    let moves = pieces.iter().filter(|piece| matches!(piece, PathEl::MoveTo(_))).count();
    let (first, last) = (pieces.first().and_then(PathEl::end_point), pieces.last());
    let closed =
        matches!(last, Some(PathEl::ClosePath)) || last.and_then(PathEl::end_point) == first;
    if moves == 1 && closed { path.area().abs() / bounds.area() } else { 0.0 }
}

fn parts(path: &BezPath) -> impl Iterator<Item = BezPath> + '_ {
    path.elements()
        .split_inclusive(|piece| matches!(piece, PathEl::ClosePath))
        .filter(|part| matches!(part.first(), Some(PathEl::MoveTo(_))))
        .map(|part| BezPath::from_vec(part.to_vec()))
}

fn thin(bounds: Rect) -> Option<BBox> {
    let (width, height) = (bounds.width(), bounds.height());
    let sound = [bounds.x0, bounds.x1, bounds.y0, bounds.y1].iter().all(|v| v.abs() < 1e5);
    let is_thin = sound && width.min(height) < THIN && width.max(height) > 4.9;
    is_thin.then_some(boxed(bounds))
}

pub(super) fn boxed(bounds: Rect) -> BBox {
    BBox(bounds.x0 as f32, bounds.y0 as f32, bounds.x1 as f32, bounds.y1 as f32)
}
