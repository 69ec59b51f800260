//! PDF to pages with text and ruling lines, one page in memory at a time.
//!
//! The reading happens in a thread of its own: files that nest too deep need a big stack, and one that
//! never ends is left behind. A panic in a reader is caught, page by page where it can be.

mod about;
mod annotation;
mod canvas;
mod charmap;
mod device;
mod glyph;
mod hayro;
mod scan;
#[cfg(feature = "pdf-extract")]
mod second;
mod shape;
mod structure;
mod text_string;
mod tick;
mod unpacked;

use std::ops::ControlFlow;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::sync::{Once, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use self::canvas::{Canvas, Stop};
use super::about::About;
use super::ocr;
use super::page::{Page, Run};
use super::{Content, Extracted, Format, Limits, PdfEngine, Trouble, UnexaminedReason};
use crate::place::Place;

/// Enough for fifty thousand nested arrays; only touched memory is used.
const STACK: usize = 256 << 20;
/// The engine looks at the clock while it draws; the rest of the reading gets this much longer.
const GRACE: Duration = Duration::from_millis(500);
/// Text recognition takes seconds a page.
const RECOGNITION: Duration = Duration::from_mins(10);
/// Over this share of unknown letters a page is not readable.
const UNREADABLE: f32 = 0.3;
/// Over this share, and this many, a page is read in part only; strange bullets stay below.
const READ_IN_PART: (f32, usize) = (0.02, 8);
/// Words of a whole document; a book of five hundred pages has a tenth of this.
const MAX_RUNS: usize = 2_000_000;
/// Threads of this name panic in silence.
const THREAD: &str = "seloste-pdf";

/// A reader of PDF.
trait Engine {
    /// Draws the pages in order and hands over each; `Err` where there are no pages to draw. Gives back what
    /// the file says of itself.
    fn draw(
        &self,
        file: Sealed,
        patience: &Patience,
        take: &mut dyn FnMut(Drawn) -> ControlFlow<()>,
    ) -> Result<About, UnexaminedReason>;
}

/// A file and what opens it.
struct Sealed {
    bytes: Vec<u8>,
    password: String,
}

/// When an engine gives a page up.
#[derive(Debug, Clone, Copy)]
struct Patience {
    max_marks: usize,
    deadline: Instant,
    /// Whether pictures are kept for text recognition.
    ocr: bool,
}

/// A page as an engine drew it.
struct Drawn {
    canvas: Canvas,
    /// Why the drawing was left early, if it was.
    stop: Option<Stop>,
    /// Whether the page holds text that was not drawn.
    lost: bool,
}

/// Reads a PDF.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Extracted, UnexaminedReason> {
    if unpacked::is_over(bytes, limits.max_unpacked) {
        return Err(UnexaminedReason::TooLarge);
    }
    silence_panics();
    let (sender, receiver) = mpsc::channel();
    let (bytes, limits_of_thread) = (bytes.to_vec(), limits.clone());
    let thread = thread::Builder::new().name(THREAD.to_owned()).stack_size(STACK);
    let reading = thread.spawn(move || {
        let read = catch_unwind(AssertUnwindSafe(|| document(bytes, &limits_of_thread)));
        // Nobody listens any more once the time is up.
        let _ = sender.send(read.unwrap_or(Err(UnexaminedReason::Corrupt)));
    });
    if reading.is_err() {
        return Err(UnexaminedReason::Unreadable);
    }
    receiver.recv_timeout(time(limits) + GRACE).unwrap_or(Err(UnexaminedReason::Timeout))
}

/// The time a document may take.
fn time(limits: &Limits) -> Duration {
    limits.max_time + if limits.ocr { RECOGNITION } else { Duration::ZERO }
}

/// A panic of an engine is caught and becomes a reason; its message would only frighten.
fn silence_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |info| {
            if thread::current().name() != Some(THREAD) {
                before(info);
            }
        }));
    });
}

fn document(bytes: Vec<u8>, limits: &Limits) -> Result<Extracted, UnexaminedReason> {
    let deadline = Instant::now() + time(limits);
    let patience = Patience { max_marks: limits.max_page_marks, deadline, ocr: limits.ocr };
    let engine: &dyn Engine = match limits.engine {
        PdfEngine::Hayro => &hayro::Hayro,
        #[cfg(feature = "pdf-extract")]
        PdfEngine::PdfExtract => &second::PdfExtract,
    };
    let mut reading = Reading::default();
    let file = Sealed { bytes, password: limits.password.clone() };
    let about = engine.draw(file, &patience, &mut |drawn| reading.take(drawn))?;
    reading.finish(about)
}

/// The pages read so far.
#[derive(Default)]
struct Reading {
    pages: Vec<Page>,
    unread_pages: Vec<u32>,
    troubles: Vec<Trouble>,
    glyphs: usize,
    unknown: usize,
    runs: usize,
    end: Option<UnexaminedReason>,
    /// Whether a page had to be left because no program for text recognition is installed.
    no_ocr: bool,
}

impl Reading {
    /// Takes a page; breaks where no further one is of use.
    fn take(&mut self, drawn: Drawn) -> ControlFlow<()> {
        let number = u32::try_from(self.pages.len() + 1).unwrap_or(u32::MAX);
        if drawn.stop == Some(Stop::Late) {
            self.end = Some(UnexaminedReason::Timeout);
            return ControlFlow::Break(());
        }
        let mut drawn = drawn;
        let recognised = self.recognised(&mut drawn);
        let trouble = match recognised {
            Some(_) => Some(("page_from_ocr", Count::Read)),
            None => trouble(&drawn),
        };
        if let Some((what, count)) = trouble {
            self.troubles.push(Trouble { what, place: Some(Place::page(number)) });
            if count == Count::Unread {
                self.unread_pages.push(number);
            }
        }
        self.glyphs += drawn.canvas.glyphs;
        self.unknown += drawn.canvas.unknown;
        let mut page = drawn.canvas.finish(number);
        page.runs.extend(recognised.into_iter().flatten());
        self.runs += page.runs.len();
        self.pages.push(page);
        if self.runs > MAX_RUNS {
            self.end = Some(UnexaminedReason::TooLarge);
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }

    /// The text of a page of pictures, by text recognition, where that was asked for.
    fn recognised(&mut self, drawn: &mut Drawn) -> Option<Vec<Run>> {
        let sheet = drawn.canvas.sheet.take().filter(|_| drawn.canvas.glyphs == 0)?;
        match ocr::read(&sheet.picture()) {
            Ok(runs) => (!runs.is_empty()).then_some(runs),
            Err(why) => {
                self.no_ocr |= why == ocr::Failed::Missing;
                None
            }
        }
    }

    fn finish(self, about: About) -> Result<Extracted, UnexaminedReason> {
        if let Some(reason) = self.end {
            return Err(reason);
        }
        if self.pages.is_empty() {
            return Err(UnexaminedReason::Corrupt);
        }
        if self.pages.iter().all(|page| page.runs.is_empty()) {
            let no_ocr = self.no_ocr;
            return Err(if no_ocr {
                UnexaminedReason::NoOcr
            } else {
                UnexaminedReason::NoTextLayer
            });
        }
        if share(self.unknown, self.glyphs) > UNREADABLE {
            return Err(UnexaminedReason::Unreadable);
        }
        Ok(Extracted {
            format: Format::Pdf,
            content: Content::Pages(self.pages),
            about: Some(about),
            unread_pages: self.unread_pages,
            troubles: self.troubles,
        })
    }
}

/// Whether a page counts as read in spite of its trouble.
#[derive(PartialEq, Eq)]
enum Count {
    Read,
    Unread,
}

/// What went wrong with a page.
fn trouble(drawn: &Drawn) -> Option<(&'static str, Count)> {
    let canvas = &drawn.canvas;
    let unknown = share(canvas.unknown, canvas.glyphs);
    if canvas.glyphs == 0 && (canvas.images > 0 || drawn.lost || drawn.stop.is_some()) {
        Some(("page_without_text", Count::Unread))
    } else if drawn.stop.is_some() || drawn.lost {
        Some(("page_read_in_part", Count::Unread))
    } else if unknown > READ_IN_PART.0 && canvas.unknown > READ_IN_PART.1 {
        Some(("replacement_characters", Count::Unread))
    } else if unknown > 0.0 {
        Some(("replacement_characters", Count::Read))
    } else {
        None
    }
}

fn share(part: usize, whole: usize) -> f32 {
    part as f32 / whole.max(1) as f32
}

#[cfg(test)]
mod tests;
