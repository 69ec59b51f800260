//! What a file says of itself beside its text. Nothing here is taken for what the notice says.

/// What a file says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize)]
pub struct About {
    /// Its title.
    pub title: Option<String>,
    /// The program in which it was written.
    pub creator: Option<String>,
    /// The program that made the file.
    pub producer: Option<String>,
    /// When it was made, ISO: `2025-04-01`. A day of the file, not of the notice.
    pub created: Option<String>,
    /// When it was last written.
    pub modified: Option<String>,
    /// Its marks for programs that read aloud: headings, tables, reading order.
    pub tagged: bool,
    /// Its bookmarks, in order.
    pub bookmarks: Vec<Bookmark>,
    /// Names of the files in it. They are not examined.
    pub attachments: Vec<String>,
    /// Whether it is a wrapper around the files in it, and its pages are but a cover.
    pub portfolio: bool,
}

/// A bookmark.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Bookmark {
    /// Its words.
    pub title: String,
    /// Depth from 1.
    pub level: u8,
    /// Where it leads, where that is known.
    pub page: Option<u32>,
}
