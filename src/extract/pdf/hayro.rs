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

use super::canvas::{Canvas, Marks, Stop};
use super::charmap::CharMaps;
use super::device::PageDevice;
use super::painter::{Painter, Show};
use super::sheet::Sheet;
use super::structure::Headings;
use super::worth::{self, Worth};
use super::{Drawn, Engine, Judged, Patience, Sealed, about, annotation, ocr};
use crate::extract::UnexaminedReason;
use crate::extract::about::About;

/// Dots an inch that tell whether a picture is one of writing.
const LOOK: f32 = 72.0;

pub(super) struct Hayro;

impl Engine for Hayro {
    fn draw(
        &self,
        file: Sealed,
        patience: &Patience,
        take: &mut dyn FnMut(Judged) -> ControlFlow<()>,
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
) -> Judged {
    let canvas = Canvas::new(page.render_dimensions(), *patience);
    let mut device = PageDevice::new(canvas, maps, headings, page.raw().obj_id());
    let drawn = catch_unwind(AssertUnwindSafe(|| {
        interpret_page(page, &mut context(page, cache, pdf), &mut device);
        annotation::read(page, page.initial_transform(true).to_kurbo(), &mut device.canvas);
    }));
    let stop = drawn.err().map(|why| why.downcast_ref().copied().unwrap_or(Stop::Panicked));
    let lost = loses_text(page, device.text_runs);
    let mut drawn = Drawn { canvas: device.canvas, stop, lost, scan: false };
    let paint = |show, dots| painted(page, &mut context(page, cache, pdf), patience, show, dots);
    drawn.scan = worth::may_be_scan(&drawn)
        && paint(Show::Pictures, LOOK).is_some_and(|sheet| sheet.looks_written());
    let worth = Worth::of(&mut drawn);
    let wanted = patience.ocr && worth.asks_for_recognition();
    let sheet = wanted.then(|| paint(Show::All, ocr::DOTS)).flatten();
    Judged { canvas: drawn.canvas, stop: drawn.stop, worth, sheet }
}

fn context<'a>(page: &PdfPage<'a>, cache: &InterpreterCache<'a>, pdf: &'a Pdf) -> Context<'a> {
    let (width, height) = page.render_dimensions();
    Context::new(
        page.initial_transform(true).to_kurbo(),
        Rect::new(0.0, 0.0, f64::from(width), f64::from(height)),
        cache,
        pdf.xref(),
        InterpreterSettings::default(),
    )
}

/// The page as a picture; nothing where it cannot be painted to its end.
fn painted<'a>(
    page: &PdfPage<'a>,
    context: &mut Context<'a>,
    patience: &Patience,
    show: Show,
    dots: f32,
) -> Option<Sheet> {
    let sheet = Sheet::new(page.render_dimensions(), dots)?;
    let mut painter = Painter::new(sheet, Marks::new(*patience), show);
    let whole = catch_unwind(AssertUnwindSafe(|| interpret_page(page, context, &mut painter)));
    whole.is_ok().then_some(painter.sheet)
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
    // Layers may be off, and nobody says which: that any of the text was drawn must do.
    let layered = memmem::find(content, b"/OC ").is_some();
    wanted > 0 && if layered { drawn == 0 } else { drawn * 10 < wanted * 9 }
}
