//! First stage: bytes become text with its places.

pub mod about;
mod encoding;
pub mod flow;
mod format;
mod html;
mod list;
#[cfg(feature = "pdf")]
mod ocr;
mod office;
pub mod page;
#[cfg(feature = "pdf")]
pub(crate) mod pdf;
mod symbol;
mod unexamined;

use std::time::Duration;

pub use encoding::Source;
pub use format::{Format, of as format_of};
pub use unexamined::{Unexamined, UnexaminedReason};

use self::about::About;
use crate::place::Place;

/// What a document may cost before it is given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes a file may have.
    pub max_size: u64,
    /// Time one document may take to read.
    pub max_time: Duration,
    /// Bytes to which one packed part of a PDF may grow; the text of a crowded page is one megabyte.
    pub max_unpacked: u64,
    /// Glyphs and strokes one page of a PDF may draw; a crowded page of a notice draws ten thousand.
    pub max_page_marks: usize,
    /// What reads PDFs.
    pub engine: PdfEngine,
    /// The password of an encrypted document; many open with none.
    pub password: String,
    /// Whether pages without text are read through text recognition, which is slow and errs.
    pub ocr: bool,
}

/// A reader of PDFs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum PdfEngine {
    /// The one that read best.
    #[default]
    Hayro,
    /// Another, for a second opinion on files one trusts: forms that draw themselves overflow its stack,
    /// which ends the program.
    #[cfg(feature = "pdf-extract")]
    PdfExtract,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_size: 64 << 20,
            max_time: Duration::from_secs(10),
            max_unpacked: 64 << 20,
            max_page_marks: 500_000,
            engine: PdfEngine::default(),
            password: String::new(),
            ocr: false,
        }
    }
}

/// What was read from a document.
#[derive(Debug, Clone, PartialEq)]
pub struct Extracted {
    /// Its format, told by content.
    pub format: Format,
    /// Its text.
    pub content: Content,
    /// What it says of itself, in formats that do.
    pub about: Option<About>,
    /// Pages, from 1, of which no text could be read although something is on them.
    pub unread_pages: Vec<u32>,
    /// What went wrong without stopping the reading.
    pub troubles: Vec<Trouble>,
}

/// The text of a document as its format gives it.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Plain text, line by line as the file has it.
    Text(String),
    /// Markdown as it was written: places are those of the source.
    Markdown(String),
    /// Paragraphs and tables, of formats without pages.
    Flow(flow::Flow),
    /// Pages of text pieces, which layout puts into reading order.
    Pages(Vec<page::Page>),
}

/// What troubled a stage without stopping it.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Trouble {
    /// What: `page_without_text`, `replacement_characters` …
    pub what: &'static str,
    /// Where, as far as it is known.
    pub place: Option<Place>,
}

/// Reads a document. `name` breaks ties between formats that look alike, and nothing else.
///
/// # Errors
/// When there is nothing to examine: the reason says what happened, and what to do about it.
pub fn extract(bytes: &[u8], name: &str, limits: &Limits) -> Result<Extracted, Unexamined> {
    let format = format::of(bytes, name);
    let failed = |reason| Unexamined::new(reason, format.name());
    if bytes.is_empty() {
        return Err(failed(UnexaminedReason::Empty));
    }
    if bytes.len() as u64 > limits.max_size {
        return Err(failed(UnexaminedReason::TooLarge));
    }
    match format {
        Format::Text => text(bytes).map(|text| whole(format, Content::Text(text))),
        Format::Markdown => text(bytes).map(|text| whole(format, Content::Markdown(text))),
        Format::Html => html::read(bytes, limits),
        Format::Docx | Format::Odt => office::read(bytes, format, limits),
        #[cfg(feature = "pdf")]
        Format::Pdf => pdf::read(bytes, limits),
        #[cfg(not(feature = "pdf"))]
        Format::Pdf => Err(UnexaminedReason::Unsupported),
        Format::Config | Format::Unsupported(_) => Err(UnexaminedReason::Unsupported),
    }
    .map_err(failed)
}

fn whole(format: Format, content: Content) -> Extracted {
    Extracted { format, content, about: None, unread_pages: Vec::new(), troubles: Vec::new() }
}

fn text(bytes: &[u8]) -> Result<String, UnexaminedReason> {
    let text = encoding::decode(bytes).ok_or(UnexaminedReason::Unreadable)?;
    if text.trim().is_empty() {
        return Err(UnexaminedReason::Empty);
    }
    Ok(text)
}

#[cfg(test)]
mod tests;
