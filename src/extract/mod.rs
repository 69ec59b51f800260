//! First stage: bytes become text with its places.

use crate::place::Place;

/// A format that can be read, told by content rather than by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// PDF.
    Pdf,
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// Anything that is recognised but not supported (DOCX, ODT, images).
    Unsupported,
}

/// Why a document was not examined.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum UnexaminedReason {
    /// No bytes, or nothing but white space.
    Empty,
    /// Pages, but no text on them: a scan.
    NoTextLayer,
    /// A password is needed.
    Encrypted,
    /// Damaged beyond reading.
    Corrupt,
    /// Over the limit of size.
    TooLarge,
    /// A format that is not supported.
    Unsupported,
    /// The file could not be opened, or its text makes no sense (lost character maps).
    Unreadable,
    /// Reading took too long.
    Timeout,
}

/// What troubled a stage without stopping it.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Trouble {
    /// What: `page_without_text`, `replacement_characters` …
    pub what: &'static str,
    /// Where, as far as it is known.
    pub place: Option<Place>,
}
