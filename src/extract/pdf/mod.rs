//! PDF to pages with text and ruling lines, one page in memory at a time.
//!
//! The reading happens in a thread of its own: files that nest too deep need a big stack, and one that
//! never ends is left behind. A panic in a reader is caught, page by page where it can be.

mod device;
mod glyph;
mod unpacked;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use hayro_interpret::hayro_syntax::page::Page as PdfPage;
use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use hayro_interpret::kurbo::Rect;
use hayro_interpret::{
    Context, InterpreterCache, InterpreterSettings, TransformExt, interpret_page,
};

use self::device::{PageDevice, Stop};
use super::page::Page;
use super::{Content, Extracted, Format, Limits, Trouble, UnexaminedReason};
use crate::place::Place;

/// Enough for fifty thousand nested arrays; only touched memory is used.
const STACK: usize = 256 << 20;
/// The interpreter looks at the clock while it draws; the rest of the reading gets this much longer.
const GRACE: Duration = Duration::from_millis(500);
/// Over this share of unknown letters a page is not readable.
const UNKNOWN_LETTERS: f32 = 0.3;

/// Reads a PDF.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Extracted, UnexaminedReason> {
    if unpacked::is_over(bytes, limits.max_unpacked) {
        return Err(UnexaminedReason::TooLarge);
    }
    let (sender, receiver) = mpsc::channel();
    let (bytes, limits_of_thread) = (bytes.to_vec(), limits.clone());
    let reading = thread::Builder::new().stack_size(STACK).spawn(move || {
        let read = catch_unwind(AssertUnwindSafe(|| document(bytes, &limits_of_thread)));
        // Nobody listens any more once the time is up.
        let _ = sender.send(read.unwrap_or(Err(UnexaminedReason::Corrupt)));
    });
    if reading.is_err() {
        return Err(UnexaminedReason::Unreadable);
    }
    receiver.recv_timeout(limits.max_time + GRACE).unwrap_or(Err(UnexaminedReason::Timeout))
}

fn document(bytes: Vec<u8>, limits: &Limits) -> Result<Extracted, UnexaminedReason> {
    let deadline = Instant::now() + limits.max_time;
    let pdf = Pdf::new(bytes).map_err(|why| match why {
        LoadPdfError::Decryption(_) => UnexaminedReason::Encrypted,
        LoadPdfError::Invalid => UnexaminedReason::Corrupt,
    })?;
    let cache = InterpreterCache::new();
    let mut reading = Reading::default();
    for (index, page) in pdf.pages().iter().enumerate() {
        let number = u32::try_from(index + 1).unwrap_or(u32::MAX);
        let device = PageDevice::new(page.render_dimensions(), limits.max_page_marks, deadline);
        let (drawn, stop) = draw(page, &cache, device, &pdf);
        if stop == Some(Stop::Late) {
            return Err(UnexaminedReason::Timeout);
        }
        reading.take(number, page, drawn, stop);
    }
    reading.finish()
}

/// Draws a page; what was drawn before a stop is kept.
fn draw<'a>(
    page: &PdfPage<'a>,
    cache: &InterpreterCache<'a>,
    mut device: PageDevice,
    pdf: &'a Pdf,
) -> (PageDevice, Option<Stop>) {
    let (width, height) = page.render_dimensions();
    let mut context = Context::new(
        page.initial_transform(true).to_kurbo(),
        Rect::new(0.0, 0.0, f64::from(width), f64::from(height)),
        cache,
        pdf.xref(),
        InterpreterSettings::default(),
    );
    let drawn = catch_unwind(AssertUnwindSafe(|| interpret_page(page, &mut context, &mut device)));
    let stop = drawn.err().map(|why| why.downcast_ref().copied().unwrap_or(Stop::TooMuch));
    (device, stop)
}

/// The pages read so far.
#[derive(Default)]
struct Reading {
    pages: Vec<Page>,
    unread_pages: Vec<u32>,
    troubles: Vec<Trouble>,
    glyphs: usize,
    unknown: usize,
}

impl Reading {
    fn take(&mut self, number: u32, page: &PdfPage<'_>, drawn: PageDevice, stop: Option<Stop>) {
        let unknown = drawn.unknown as f32 > drawn.glyphs as f32 * UNKNOWN_LETTERS;
        let empty = drawn.glyphs == 0 && (drawn.images > 0 || draws_text(page));
        let what = match stop {
            Some(_) => Some("page_not_read_to_the_end"),
            None if empty => Some("page_without_text"),
            None if drawn.glyphs > 0 && unknown => Some("letters_unknown"),
            None if drawn.unknown > 0 => Some("replacement_characters"),
            None => None,
        };
        if let Some(what) = what {
            self.troubles.push(Trouble { what, place: Some(Place::page(number)) });
            if what != "replacement_characters" {
                self.unread_pages.push(number);
            }
        }
        self.glyphs += drawn.glyphs;
        self.unknown += drawn.unknown;
        self.pages.push(drawn.finish(number));
    }

    fn finish(self) -> Result<Extracted, UnexaminedReason> {
        if self.pages.is_empty() {
            return Err(UnexaminedReason::Corrupt);
        }
        if self.pages.iter().all(|page| page.runs.is_empty()) {
            let blank = self.unread_pages.is_empty();
            return Err(if blank {
                UnexaminedReason::Empty
            } else {
                UnexaminedReason::NoTextLayer
            });
        }
        if self.unknown as f32 > self.glyphs as f32 * UNKNOWN_LETTERS {
            return Err(UnexaminedReason::Unreadable);
        }
        Ok(Extracted {
            format: Format::Pdf,
            content: Content::Pages(self.pages),
            unread_pages: self.unread_pages,
            troubles: self.troubles,
        })
    }
}

/// Whether the content of a page shows text, of which the interpreter gave none.
fn draws_text(page: &PdfPage<'_>) -> bool {
    page.page_stream().is_some_and(|content| {
        memchr::memmem::find(content, b"Tj").is_some()
            || memchr::memmem::find(content, b"TJ").is_some()
    })
}
