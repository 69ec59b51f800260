//! Third stage: the lines become sections with number, heading, level and place.

use crate::canon::Kind;
use crate::finding::Confidence;
use crate::place::Span;

/// The sections of a document in order of their headings.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// What stands before the first heading (title, introduction, a date).
    pub preamble: Option<Span>,
    /// The sections; their bodies do not overlap and cover the rest of the text.
    pub sections: Vec<Section>,
}

/// A section: a heading and the text up to the next heading.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its number as written, without stops at the end: "2", "10.1".
    pub number: Option<String>,
    /// The heading in one line, without number and closing colon.
    pub heading: String,
    /// Bytes of the heading, its number included; over several lines where it was wrapped.
    pub heading_span: Span,
    /// Bytes of the text below (or beside, or glued behind) the heading; may be empty.
    pub body: Span,
    /// 1 for the notice's own sections, 2 for sub-sections, and so on.
    pub level: u8,
    /// What it is about, by its heading or, where that says nothing, by its content. Never empty:
    /// a section of which nothing is known is `Other`.
    pub kinds: Vec<Kind>,
    /// How sure the kinds are.
    pub confidence: Confidence,
}
