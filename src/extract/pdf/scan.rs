//! The pictures of a page put together as one, for pages that are nothing but pictures.

use hayro_interpret::kurbo::{Affine, Point, Rect, Shape};
use hayro_interpret::{Image, ImageData, LumaData};

use crate::extract::ocr::{DOTS, Picture};

/// Points an inch.
const POINTS: f32 = 72.0;
/// Pages larger than this many dots either way are no sheets of paper.
const MAX_SIDE: f32 = 15_000.0;

/// A sheet on which the pictures of a page are laid.
pub(super) struct Sheet(Picture);

impl Sheet {
    #[expect(clippy::cast_sign_loss, reason = "sizes are checked to be positive")]
    /// A white sheet for a page of this size in points; nothing where that is no sheet.
    pub(super) fn new((width, height): (f32, f32)) -> Option<Self> {
        let dots = |points: f32| points * DOTS / POINTS;
        let (width, height) = (dots(width), dots(height));
        if !(1.0..MAX_SIDE).contains(&width) || !(1.0..MAX_SIDE).contains(&height) {
            return None;
        }
        let (width, height) = (width as usize, height as usize);
        Some(Self(Picture { width, height, dots: vec![255; width * height] }))
    }

    /// The sheet as a picture.
    pub(super) fn picture(self) -> Picture {
        self.0
    }

    /// Lays a picture where the page has it; `transform` leads from its dots to points of the page.
    pub(super) fn lay(&mut self, image: &Image<'_, '_>, transform: Affine) {
        let size = (f64::from(image.width()), f64::from(image.height()));
        match image {
            Image::Raster(raster) => raster.with_rgba(
                |data, _| {
                    let (width, height) = (data.width() as usize, data.height() as usize);
                    match &data {
                        ImageData::Luma(luma) => {
                            self.fill(size, transform, (width, height), |at| {
                                luma.data.get(at).copied()
                            });
                        }
                        ImageData::Rgb(rgb) => {
                            let grey = |at: usize| {
                                let dot = rgb.data.get(3 * at..3 * at + 3)?;
                                // Green carries most of what an eye sees.
                                Some(
                                    ((u16::from(dot[0])
                                        + 2 * u16::from(dot[1])
                                        + u16::from(dot[2]))
                                        / 4) as u8,
                                )
                            };
                            self.fill(size, transform, (width, height), grey);
                        }
                    }
                },
                None,
            ),
            Image::Stencil(stencil) => stencil.with_stencil(
                |LumaData { data, width, height, .. }, _| {
                    let ink = |at: usize| data.get(at).map(|mask| 255 - mask);
                    self.fill(size, transform, (width as usize, height as usize), ink);
                },
                None,
            ),
        }
    }

    #[expect(
        clippy::cast_sign_loss,
        reason = "places outside the sheet and the picture are left out"
    )]
    /// Takes for every dot of the sheet that the picture covers the dots of the picture under it.
    fn fill(
        &mut self,
        (across, down): (f64, f64),
        transform: Affine,
        (width, height): (usize, usize),
        grey: impl Fn(usize) -> Option<u8>,
    ) {
        let scale = f64::from(DOTS / POINTS);
        let onto = Affine::scale(scale) * transform;
        if width == 0 || height == 0 || onto.determinant().abs() < 1e-9 {
            return;
        }
        let bounds = (onto * Rect::new(0.0, 0.0, across, down).to_path(0.1)).bounding_box();
        let sheet = Rect::new(0.0, 0.0, self.0.width as f64, self.0.height as f64);
        let bounds = bounds.intersect(sheet);
        let back =
            Affine::scale_non_uniform(width as f64 / across, height as f64 / down) * onto.inverse();
        for y in bounds.y0 as usize..bounds.y1 as usize {
            for x in bounds.x0 as usize..bounds.x1 as usize {
                let Point { x: column, y: row } = back * Point::new(x as f64 + 0.5, y as f64 + 0.5);
                if column < 0.0 || row < 0.0 || column as usize >= width || row as usize >= height {
                    continue;
                }
                if let Some(dot) = grey(row as usize * width + column as usize) {
                    self.0.dots[y * self.0.width + x] = dot;
                }
            }
        }
    }
}
