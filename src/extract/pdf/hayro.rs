//! The default engine: hayro's interpreter draws on a device that keeps text and lines.

use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_interpret::hayro_syntax::page::Page as PdfPage;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::kurbo::Rect;
use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page,
};
use memchr::memmem;

use super::canvas::{Canvas, Stop};
use super::charmap::CharMaps;
use super::device::PageDevice;
use super::structure::Headings;
use super::{Drawn, Engine, Patience, Sealed, about, annotation};
use crate::extract::UnexaminedReason;
use crate::extract::about::About;

pub(super) struct Hayro;

impl Engine for Hayro {
    fn draw(
        &self,
        file: Sealed,
        patience: &Patience,
        take: &mut dyn FnMut(Drawn) -> ControlFlow<()>,
    ) -> Result<About, UnexaminedReason> {
        let pdf = Pdf::new_with_password(file.bytes, &file.password).map_err(|why| match why {
            LoadPdfError::Decryption(_) => UnexaminedReason::Encrypted,
            LoadPdfError::Invalid => UnexaminedReason::Corrupt,
        })?;
        let cache = InterpreterCache::new();
        let mut maps = CharMaps::default();
        let headings = Headings::read(&pdf);
        for page in pdf.pages().iter() {
            if take(page_drawn(page, &cache, &pdf, (&mut maps, &headings), patience)).is_break() {
                break;
            }
        }
        Ok(about::read(&pdf))
    }
}

/// Draws a page; what was drawn before a stop is kept.
fn page_drawn<'a>(
    page: &PdfPage<'a>,
    cache: &InterpreterCache<'a>,
    pdf: &'a Pdf,
    (maps, headings): (&mut CharMaps, &Headings),
    patience: &Patience,
) -> Drawn {
    let size = page.render_dimensions();
    let transform = page.initial_transform(true).to_kurbo();
    let mut context = Context::new(
        transform,
        Rect::new(0.0, 0.0, f64::from(size.0), f64::from(size.1)),
        cache,
        pdf.xref(),
        InterpreterSettings::default(),
    );
    let mut device =
        PageDevice::new(Canvas::new(size, *patience), maps, headings, page.raw().obj_id());
    let drawn = catch_unwind(AssertUnwindSafe(|| {
        interpret_page(page, &mut context, &mut device);
        annotation::read(page, transform, &mut device.canvas);
    }));
    let stop = drawn.err().map(|why| why.downcast_ref().copied().unwrap_or(Stop::Panicked));
    let lost = loses_text(page, device.text_runs);
    Drawn { canvas: device.canvas, stop, lost }
}

/// Whether the content of a page asks for more text than was drawn: the interpreter leaves a damaged
/// content, and a font of no known kind, without a word.
fn loses_text(page: &PdfPage<'_>, drawn: usize) -> bool {
    let Some(content) = page.page_stream() else { return page.raw().contains_key("Contents") };
    let count = |operators: &[&[u8]]| {
        operators.iter().map(|wanted| memmem::find_iter(content, wanted).count()).sum::<usize>()
    };
    let empty = count(&[b"()Tj", b"() Tj", b"<>Tj", b"<> Tj", b"[]TJ", b"[] TJ"]);
    let wanted = count(&[b" Tj", b")Tj", b">Tj", b" TJ", b"]TJ"]).saturating_sub(empty);
    wanted > 0 && drawn * 10 < wanted * 9
}
