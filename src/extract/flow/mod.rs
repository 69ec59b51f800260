//! What a document without pages holds: paragraphs and tables in reading order, as its format marks them.

mod writer;

pub(super) use writer::{Style, Writer};

use crate::place::Span;

/// A document without pages.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Flow {
    /// Its blocks in order.
    pub blocks: Vec<Block>,
    /// The text of the file, where the format is text: the copies of the paragraphs point into it.
    pub source: Option<String>,
}

/// A part of a document.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
}

/// A paragraph, a heading, an item of a list.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Paragraph {
    /// Its text; a line end only where the document sets one.
    pub text: String,
    /// Which parts of the text stand in the file, in order.
    pub copies: Vec<Copied>,
    /// Links that lead out of the document: bytes of the text, and where they lead.
    pub links: Vec<(Span, String)>,
    /// What it is.
    pub part: Part,
    /// Of each of its lines whether all letters are bold.
    pub bold: Vec<bool>,
    /// Size of its largest letters in points, where the format tells it.
    pub size: Option<f32>,
    /// Whether it follows the one before without space between: items of a list.
    pub tight: bool,
}

/// What a paragraph is by the word of the format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    /// Text.
    #[default]
    Text,
    /// A label with its text below it: a term of a list of terms, the head of a part that opens when pressed.
    Label,
    /// A heading of a level from 1.
    Heading(u8),
    /// A running header or footer, or a remark for programs.
    Furniture,
}

/// A part of a text that is taken from the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Copied {
    /// Its bytes in the text.
    pub at: Span,
    /// Where it stands in the file: as long where it is written out there, of any length where it is not (`&auml;`).
    pub from: Span,
}

/// A table, row by row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// The cells of each row.
    pub rows: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    /// What stands in it.
    pub blocks: Vec<Block>,
    /// Whether the format calls it the head of its row or column.
    pub is_head: bool,
}
