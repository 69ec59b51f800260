//! What stands on a page of a paged format: pieces of text with their places, and ruling lines.

use crate::place::BBox;

/// A page, its origin top left, lengths in points.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// Its number, from 1.
    pub number: u32,
    /// Width as it is shown.
    pub width: f32,
    /// Height as it is shown.
    pub height: f32,
    /// Pieces of text in the order in which they were drawn.
    pub runs: Vec<Run>,
    /// Text that runs in another direction, each in its own frame: stamps along a margin.
    pub aside: Vec<Vec<Run>>,
    /// Ruling lines: boxes that are thin in one direction.
    pub rulings: Vec<BBox>,
    /// Links that lead out of the document.
    pub links: Vec<Link>,
}

/// A link on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Where one presses.
    pub bbox: BBox,
    /// Where it leads: `https://…`, `mailto:…`.
    pub target: String,
}

/// A piece of text without a space, drawn in one go: a word or a part of one.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// Its text, in NFC. A soft hyphen is still in it.
    pub text: String,
    /// Left end.
    pub left: f32,
    /// Right end, where the next letter would begin.
    pub right: f32,
    /// The line its letters stand on.
    pub baseline: f32,
    /// Size of the letters.
    pub size: f32,
    /// Whether the letters are bold, where the font says.
    pub bold: Option<bool>,
    /// Whether a space was drawn just before it.
    pub after_space: bool,
    /// Whether the format itself says that it is a running header or footer.
    pub furniture: bool,
    /// The level of the heading to which it belongs, where the format itself says so.
    pub heading: Option<u8>,
    /// How sure text recognition is of it, in hundredths; nothing where the file itself has the text.
    pub ocr: Option<u8>,
}

impl Run {
    /// Its box: letters rise about three quarters of their size and hang down a quarter.
    pub fn bbox(&self) -> BBox {
        BBox(
            self.left,
            self.baseline - self.size * 0.75,
            self.right,
            self.baseline + self.size * 0.25,
        )
    }
}
