//! A page as a picture, for text recognition: pictures are laid on it, areas are filled, in grey.

use std::ops::Range;

use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape, flatten};
use hayro_interpret::{FillRule, Image, ImageData, LumaData};

use crate::extract::ocr::Picture;

/// Points an inch.
const POINTS: f32 = 72.0;
/// Pages larger than this many dots either way are no sheets of paper.
const MAX_SIDE: f32 = 15_000.0;
/// How far the pieces of a curve may stand from it, in dots.
const NEAR_CURVE: f64 = 0.2;
/// A path that crosses more rows than this, all its pieces together, is no letter and no line.
const MAX_CROSSINGS: usize = 2_000_000;
/// Paper is lighter than this, ink is darker.
const PAPER: u8 = 160;
const INK: u8 = 110;
/// Of a written page most is paper.
const MOSTLY: f32 = 0.6;
/// Rows of a written page that have ink on them, of those in its middle; a letterhead has its ink in the margins.
const INKED_ROWS: f32 = 0.25;

/// A sheet on which a page is painted.
pub(super) struct Sheet {
    picture: Picture,
    /// Dots a point.
    scale: f64,
}

impl Sheet {
    #[expect(clippy::cast_sign_loss, reason = "sizes are checked to be positive")]
    /// A white sheet for a page of this size in points; nothing where that is no sheet.
    pub(super) fn new((width, height): (f32, f32), dots: f32) -> Option<Self> {
        let scale = dots / POINTS;
        let (width, height) = (width * scale, height * scale);
        if !(1.0..MAX_SIDE).contains(&width) || !(1.0..MAX_SIDE).contains(&height) {
            return None;
        }
        let (width, height) = (width as usize, height as usize);
        let picture = Picture { width, height, dots: vec![255; width * height] };
        Some(Self { picture, scale: f64::from(scale) })
    }

    /// The sheet as a picture.
    pub(super) fn picture(self) -> Picture {
        self.picture
    }

    /// The whole sheet, in points.
    pub(super) fn bounds(&self) -> Rect {
        let (width, height) = (self.picture.width as f64, self.picture.height as f64);
        Rect::new(0.0, 0.0, width / self.scale, height / self.scale)
    }

    /// Whether it looks as if something was written on it: ink over much of its height, and paper between.
    pub(super) fn looks_written(&self) -> bool {
        let Picture { width, height, dots } = &self.picture;
        let paper = dots.iter().filter(|dot| **dot > PAPER).count();
        let middle = height * 3 / 20..height * 17 / 20;
        let rows = dots.chunks(*width).take(middle.end).skip(middle.start);
        let inked = rows.filter(|row| row.iter().any(|dot| *dot < INK)).count();
        paper as f32 >= MOSTLY * dots.len() as f32
            && inked as f32 >= INKED_ROWS * middle.len() as f32
    }

    /// Lays a picture where the page has it; `transform` leads from its dots to points of the page.
    pub(super) fn lay(&mut self, image: &Image<'_, '_>, transform: Affine, clip: Rect) {
        let size = (f64::from(image.width()), f64::from(image.height()));
        let place = Laid { size, transform, clip };
        match image {
            Image::Raster(raster) => raster.with_rgba(
                |data, alpha| {
                    let shape = (data.width() as usize, data.height() as usize);
                    // A mask of its own size is stretched over the picture.
                    let mask = |across: f64, down: f64| {
                        let Some(mask) = &alpha else { return 255 };
                        let (width, height) = (mask.width as usize, mask.height as usize);
                        let at = dot(down, height) * width + dot(across, width);
                        mask.data.get(at).copied().unwrap_or(255)
                    };
                    self.cover(&place, |across, down| {
                        let at = dot(down, shape.1) * shape.0 + dot(across, shape.0);
                        let grey = match &data {
                            ImageData::Luma(luma) => luma.data.get(at).copied(),
                            ImageData::Rgb(rgb) => rgb.data.get(3 * at..3 * at + 3).map(grey),
                        };
                        Some((grey?, mask(across, down)))
                    });
                },
                None,
            ),
            Image::Stencil(stencil) => stencil.with_stencil(
                |LumaData { data, width, height, .. }, _| {
                    let (width, height) = (width as usize, height as usize);
                    self.cover(&place, |across, down| {
                        let mask = data.get(dot(down, height) * width + dot(across, width))?;
                        Some((0, *mask))
                    });
                },
                None,
            ),
        }
    }

    /// Takes for every dot of the sheet that a picture covers the grey of the picture there, as far as its mask lets
    /// it through; `grey` is asked by shares of width and height.
    fn cover(&mut self, place: &Laid, grey: impl Fn(f64, f64) -> Option<(u8, u8)>) {
        let (across, down) = place.size;
        let onto = Affine::scale(self.scale) * place.transform;
        if across < 1.0 || down < 1.0 || onto.determinant().abs() < 1e-9 {
            return;
        }
        let bounds = (onto * Rect::new(0.0, 0.0, across, down).to_path(0.1)).bounding_box();
        let (columns, rows) = self.dots(bounds, place.clip);
        let back = Affine::scale_non_uniform(1.0 / across, 1.0 / down) * onto.inverse();
        for y in rows {
            for x in columns.clone() {
                let Point { x: across, y: down } =
                    back * Point::new(x as f64 + 0.5, y as f64 + 0.5);
                if !(0.0..1.0).contains(&across) || !(0.0..1.0).contains(&down) {
                    continue;
                }
                if let Some((grey, mask)) = grey(across, down) {
                    let dot = &mut self.picture.dots[y * self.picture.width + x];
                    let (mask, under) = (u16::from(mask), u16::from(*dot));
                    *dot = ((u16::from(grey) * mask + under * (255 - mask)) / 255) as u8;
                }
            }
        }
    }

    #[expect(clippy::cast_sign_loss, reason = "bounds are those of the sheet")]
    /// Fills a path, in points of the page.
    pub(super) fn fill(&mut self, path: &BezPath, rule: FillRule, clip: Rect, grey: u8) {
        let path = Affine::scale(self.scale) * path;
        let (columns, rows) = self.dots(path.bounding_box(), clip);
        let mut crossings = crossings(&path, &rows);
        crossings.sort_by(|a, b| {
            (a.row, a.across).partial_cmp(&(b.row, b.across)).unwrap_or(std::cmp::Ordering::Equal)
        });
        for row in crossings.chunk_by(|a, b| a.row == b.row) {
            let mut turns = 0;
            for pair in row.windows(2) {
                turns += pair[0].turn;
                let inside = match rule {
                    FillRule::NonZero => turns != 0,
                    FillRule::EvenOdd => turns % 2 != 0,
                };
                let between =
                    |x: f64| (x.round().max(0.0) as usize).clamp(columns.start, columns.end);
                if inside && !columns.is_empty() {
                    let row = pair[0].row * self.picture.width;
                    let (from, to) = (between(pair[0].across), between(pair[1].across));
                    self.picture.dots[row + from..row + to.max(from)].fill(grey);
                }
            }
        }
    }

    #[expect(clippy::cast_sign_loss, reason = "bounds are cut to those of the sheet")]
    /// Columns and rows of the sheet in `bounds`, which are in dots, and in `clip`, which is in points.
    fn dots(&self, bounds: Rect, clip: Rect) -> (Range<usize>, Range<usize>) {
        let clip = clip.scale_from_origin(self.scale);
        let sheet = Rect::new(0.0, 0.0, self.picture.width as f64, self.picture.height as f64);
        let seen = sheet.intersect(clip).intersect(bounds);
        (
            seen.x0.floor() as usize..(seen.x1.ceil() as usize).min(self.picture.width),
            seen.y0.floor() as usize..(seen.y1.ceil() as usize).min(self.picture.height),
        )
    }
}

/// Where a picture lies.
struct Laid {
    size: (f64, f64),
    transform: Affine,
    clip: Rect,
}

/// The dot at a share of a side.
#[expect(clippy::cast_sign_loss, reason = "shares are positive")]
fn dot(share: f64, side: usize) -> usize {
    ((share * side as f64) as usize).min(side.saturating_sub(1))
}

/// The grey of a colour; green carries most of what an eye sees.
pub(super) fn grey(dot: &[u8]) -> u8 {
    ((u16::from(dot[0]) + 2 * u16::from(dot[1]) + u16::from(dot[2])) / 4) as u8
}

/// Where the edge of a path crosses the middle of a row of dots.
struct Crossing {
    row: usize,
    across: f64,
    /// Which way the edge leads.
    turn: i32,
}

fn crossings(path: &BezPath, rows: &Range<usize>) -> Vec<Crossing> {
    let mut found = Vec::new();
    let (mut start, mut last) = (Point::ORIGIN, Point::ORIGIN);
    flatten(path, NEAR_CURVE, |piece| match piece {
        PathEl::MoveTo(to) => {
            cross(last, start, rows, &mut found);
            (start, last) = (to, to);
        }
        PathEl::LineTo(to) => {
            cross(last, to, rows, &mut found);
            last = to;
        }
        _ => {
            cross(last, start, rows, &mut found);
            last = start;
        }
    });
    cross(last, start, rows, &mut found);
    found
}

#[expect(clippy::cast_sign_loss, reason = "rows are those of the sheet")]
fn cross(from: Point, to: Point, rows: &Range<usize>, found: &mut Vec<Crossing>) {
    let (upper, lower, turn) = if from.y < to.y { (from, to, 1) } else { (to, from, -1) };
    let row = |y: f64| ((y - 0.5).ceil().max(0.0) as usize).clamp(rows.start, rows.end);
    let slope = (lower.x - upper.x) / (lower.y - upper.y);
    for row in row(upper.y)..row(lower.y) {
        if found.len() >= MAX_CROSSINGS {
            return;
        }
        let across = upper.x + slope * (row as f64 + 0.5 - upper.y);
        found.push(Crossing { row, across, turn });
    }
}
