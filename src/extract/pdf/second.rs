//! A second engine, pdf-extract, for a second opinion. It names no fonts, spaces out the letters of some
//! producers and panics where it is at a loss; the default engine does better on every file measured.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use pdf_extract::{Document, MediaBox, OutputDev, OutputError, Transform, output_doc_page};

use super::canvas::{Canvas, Placed, Stop};
use super::worth::Worth;
use super::{Drawn, Engine, Judged, Patience, Sealed};
use crate::extract::UnexaminedReason;
use crate::extract::about::About;

pub(super) struct PdfExtract;

impl Engine for PdfExtract {
    fn draw(
        &self,
        file: Sealed,
        patience: &Patience,
        take: &mut dyn FnMut(Judged) -> ControlFlow<()>,
    ) -> Result<About, UnexaminedReason> {
        let Sealed { bytes, password } = file;
        let mut pdf = Document::load_mem(&bytes).map_err(|_| UnexaminedReason::Corrupt)?;
        drop(bytes);
        if pdf.is_encrypted() {
            pdf.decrypt(&password).map_err(|_| UnexaminedReason::Encrypted)?;
        }
        for number in pdf.get_pages().into_keys() {
            let mut page = Page {
                canvas: Canvas::new((595.0, 842.0), *patience),
                flip: 842.0,
                patience: *patience,
            };
            let drawn = catch_unwind(AssertUnwindSafe(|| output_doc_page(&pdf, &mut page, number)));
            let stop = match drawn {
                Ok(Ok(())) => None,
                Ok(Err(_)) => Some(Stop::Panicked),
                Err(why) => Some(why.downcast_ref().copied().unwrap_or(Stop::Panicked)),
            };
            let mut drawn = Drawn { canvas: page.canvas, stop, lost: false, scan: false };
            let worth = Worth::of(&mut drawn);
            if take(Judged { canvas: drawn.canvas, stop, worth, sheet: None }).is_break() {
                break;
            }
        }
        Ok(About::default())
    }
}

/// Puts what pdf-extract draws on a canvas.
struct Page {
    canvas: Canvas,
    /// Height of the page: its origin is at the bottom.
    flip: f64,
    patience: Patience,
}

impl OutputDev for Page {
    fn begin_page(
        &mut self,
        _: u32,
        media_box: &MediaBox,
        _: Option<(f64, f64, f64, f64)>,
    ) -> Result<(), OutputError> {
        self.flip = media_box.ury;
        let size = (media_box.urx - media_box.llx, media_box.ury - media_box.lly);
        self.canvas = Canvas::new((size.0 as f32, size.1 as f32), self.patience);
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        at: &Transform,
        width: f64,
        _: f64,
        font_size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        self.canvas.count(1);
        let scale = at.m11.hypot(at.m12);
        let placed = Placed {
            origin: (at.m31 as f32, (self.flip - at.m32) as f32),
            direction: (at.m11, -at.m12),
            advance: (width * font_size * scale) as f32,
            size: (font_size * at.m21.hypot(at.m22)) as f32,
            bold: None,
            furniture: false,
            heading: None,
            inked: true,
        };
        self.canvas.glyph(text.to_owned(), &placed);
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
