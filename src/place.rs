//! Where something stands: byte spans into the extracted text, and the places worked out from them.

/// A byte range into [`Script::text`](crate::layout::Script::text), always on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to, and without, `end`.
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end);
        Self { start, end }
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether `at` lies inside.
    pub fn contains(self, at: usize) -> bool {
        self.start <= at && at < self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The text it covers.
    pub fn of(self, text: &str) -> &str {
        &text[self.start..self.end]
    }
}

/// Words of a text on one line: what was wrapped, broken over pages or set in columns is read as one.
pub fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A box on a page in points, origin top left: left, top, right, bottom.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct BBox(pub f32, pub f32, pub f32, pub f32);

impl BBox {
    /// The smallest box that holds both.
    #[must_use]
    pub fn to(self, o: Self) -> Self {
        Self(self.0.min(o.0), self.1.min(o.1), self.2.max(o.2), self.3.max(o.3))
    }

    /// The box with a margin around it.
    #[must_use]
    pub fn grown(self, margin: f32) -> Self {
        Self(self.0 - margin, self.1 - margin, self.2 + margin, self.3 + margin)
    }

    /// Whether a point lies inside.
    pub fn contains(&self, (x, y): (f32, f32)) -> bool {
        (self.0..self.2).contains(&x) && (self.1..self.3).contains(&y)
    }

    /// Whether another box lies inside.
    pub fn holds(&self, o: &Self) -> bool {
        self.0 <= o.0 && self.1 <= o.1 && self.2 >= o.2 && self.3 >= o.3
    }
}

/// A place as a person names it: page, lines and columns from 1, columns in Unicode scalar values.
/// `end_column` is one past the last character. Only `page` is known of a page without text.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Place {
    /// Page from 1, in formats that have pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    /// Line from 1: of the file in text formats, of the extracted text in others.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// Column from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<usize>,
    /// Line of the last character.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_line: Option<usize>,
    /// Column after the last character.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_column: Option<usize>,
    /// Box of the lines touched that stand on `page`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bbox: Option<BBox>,
}

impl Place {
    /// A whole page.
    pub fn page(page: u32) -> Self {
        Self {
            page: Some(page),
            line: None,
            column: None,
            end_line: None,
            end_column: None,
            bbox: None,
        }
    }
}
