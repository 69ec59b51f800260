//! PDF to pages with text and ruling lines, one page in memory at a time.
//!
//! The reading happens in a thread of its own: files that nest too deep need a big stack, and one that
//! never ends is left behind. A panic in a reader is caught, page by page where it can be.

mod about;
mod annotation;
mod canvas;
mod charmap;
mod clips;
mod device;
mod glyph;
mod hayro;
mod painter;
#[cfg(feature = "pdf-extract")]
mod second;
mod shape;
mod sheet;
mod sight;
mod structure;
mod text_string;
mod tick;
mod unpacked;
mod worth;

use std::ops::ControlFlow;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::sync::{Once, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use self::canvas::{Canvas, Stop};
use self::sheet::Sheet;
use self::worth::Worth;
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
        take: &mut dyn FnMut(Judged) -> ControlFlow<()>,
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
    /// Whether pages without text of use are painted for text recognition.
    ocr: bool,
}

/// A page as an engine drew it.
struct Drawn {
    canvas: Canvas,
    /// Why the drawing was left early, if it was.
    stop: Option<Stop>,
    /// Whether the page holds text that was not drawn.
    lost: bool,
    /// Whether the page is a picture of writing, with little text beside.
    scan: bool,
}

/// A page as it goes to the reading: what its text is worth, and its picture where another way to read it is asked for.
struct Judged {
    canvas: Canvas,
    stop: Option<Stop>,
    worth: Worth,
    sheet: Option<Sheet>,
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
    runs: usize,
    end: Option<UnexaminedReason>,
    /// Whether a page has text that is of no use.
    unreadable: bool,
    /// Whether a page has text that is, and more than a stamp on a scan.
    any_text: bool,
    /// Whether a page had to be left because no program for text recognition is installed.
    no_ocr: bool,
}

impl Reading {
    /// Takes a page; breaks where no further one is of use.
    fn take(&mut self, judged: Judged) -> ControlFlow<()> {
        let number = u32::try_from(self.pages.len() + 1).unwrap_or(u32::MAX);
        let Judged { canvas, stop, worth, sheet } = judged;
        if stop == Some(Stop::Late) {
            self.end = Some(UnexaminedReason::Timeout);
            return ControlFlow::Break(());
        }
        let recognised = sheet.and_then(|sheet| self.recognised(sheet));
        let trouble = match &recognised {
            Some(_) => Some(("page_from_ocr", true)),
            None => worth.trouble(),
        };
        if let Some((what, is_read)) = trouble {
            self.troubles.push(Trouble { what, place: Some(Place::page(number)) });
            self.unread_pages.extend((!is_read).then_some(number));
        }
        let is_of_use = recognised.is_some() || !matches!(worth, Worth::Nothing(_));
        self.any_text |= recognised.is_some() || worth.is_more_than_stamp();
        self.unreadable |= !is_of_use && canvas.glyphs > 0;
        let instead = if is_of_use { recognised } else { Some(Vec::new()) };
        let page = canvas.finish(number, instead);
        self.runs += page.runs.len();
        self.pages.push(page);
        if self.runs > MAX_RUNS {
            self.end = Some(UnexaminedReason::TooLarge);
            return ControlFlow::Break(());
        }
        ControlFlow::Continue(())
    }

    /// The text of a page by text recognition.
    fn recognised(&mut self, sheet: Sheet) -> Option<Vec<Run>> {
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
        if !self.any_text || self.pages.iter().all(|page| page.runs.is_empty()) {
            return Err(match () {
                () if self.no_ocr => UnexaminedReason::NoOcr,
                () if self.unreadable => UnexaminedReason::Unreadable,
                () => UnexaminedReason::NoTextLayer,
            });
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

#[cfg(test)]
mod tests;
