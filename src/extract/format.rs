//! Tells the format of a document by its content; the name breaks ties only.

use super::encoding;
use super::html::{self, Looks};

/// A format that can be read, told by content rather than by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// PDF.
    Pdf,
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// HTML.
    Html,
    /// The configuration of a repository, when what it says is itself found fault with.
    Config,
    /// One that is recognised and not supported, with its name (`RTF`, `XLSX`).
    Unsupported(&'static str),
}

impl Format {
    /// Its name as people write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Text => "TXT",
            Self::Markdown => "Markdown",
            Self::Html => "HTML",
            Self::Config => "TOML",
            Self::Unsupported(name) => name,
        }
    }
}

impl serde::Serialize for Format {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(match self {
            Self::Pdf => "pdf",
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Html => "html",
            Self::Config => "config",
            Self::Unsupported(_) => "unsupported",
        })
    }
}

/// A PDF may have mail or HTTP headers before its own; readers accept it within this many bytes.
const PDF_HEADER_WITHIN: usize = 1024;

/// First bytes of formats that are not supported.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "DOC"),
    (b"{\\rtf", "RTF"),
    (b"%!PS", "PostScript"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xFF\xD8\xFF", "JPEG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"RIFF", "RIFF"),
    (b"\x1F\x8B", "GZIP"),
    (b"BZh", "BZIP2"),
    (b"7z\xBC\xAF", "7Z"),
    (b"Rar!", "RAR"),
];

/// How much of a text is looked at for its marks: saved pages have a remark before them.
const MARKUP_WITHIN: usize = 4096;

/// The format of `bytes`.
pub fn of(bytes: &[u8], name: &str) -> Format {
    let head = &bytes[..bytes.len().min(PDF_HEADER_WITHIN)];
    if contains(head, b"%PDF-") {
        return Format::Pdf;
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Format::Unsupported(packed_kind(bytes));
    }
    if let Some((_, kind)) = SIGNATURES.iter().find(|(first, _)| bytes.starts_with(first)) {
        return Format::Unsupported(kind);
    }
    let Some(text) = encoding::decode(&bytes[..bytes.len().min(MARKUP_WITHIN)]) else {
        return Format::Text;
    };
    if is_mail(&text) {
        return Format::Unsupported("MHTML");
    }
    match html::looks(&text) {
        Looks::Page => Format::Html,
        // Markdown may begin with an element, and a text with a remark.
        Looks::Fragment if !is_named(name, &[".md", ".markdown"]) => Format::Html,
        Looks::OtherMarkup => Format::Unsupported("XML"),
        Looks::Text if is_named(name, &[".html", ".htm", ".xhtml"]) && text.contains('<') => {
            Format::Html
        }
        Looks::Text | Looks::Fragment if is_markdown(bytes, name) => Format::Markdown,
        Looks::Text | Looks::Fragment => Format::Text,
    }
}

/// A page that a browser saved as a mail with all its pictures.
fn is_mail(text: &str) -> bool {
    let head = text.split("\n\n").next().unwrap_or_default().to_ascii_lowercase();
    head.contains("mime-version:") && text.to_ascii_lowercase().contains("multipart/related")
}

fn is_named(name: &str, ends: &[&str]) -> bool {
    let name = name.to_lowercase();
    ends.iter().any(|end| name.ends_with(end))
}

/// What a ZIP file holds: office documents name their parts in the first entries.
fn packed_kind(bytes: &[u8]) -> &'static str {
    let head = &bytes[..bytes.len().min(16 << 10)];
    let parts: [(&[u8], &str); 5] = [
        (b"application/vnd.oasis.opendocument", "ODT"),
        (b"application/epub+zip", "EPUB"),
        (b"word/", "DOCX"),
        (b"xl/", "XLSX"),
        (b"ppt/", "PPTX"),
    ];
    let found = parts.iter().find(|(part, _)| contains(head, part) || contains(bytes, part));
    found.map_or("ZIP", |(_, kind)| kind)
}

/// Whether headings are marked with `#`: two are proof, one or none leaves it to the name.
fn is_markdown(bytes: &[u8], name: &str) -> bool {
    let is_heading = |line: &&[u8]| {
        let marks = line.iter().take_while(|byte| **byte == b'#').count();
        (1..=6).contains(&marks) && line.get(marks) == Some(&b' ')
    };
    is_named(name, &[".md", ".markdown"])
        || bytes.split(|byte| *byte == b'\n').filter(is_heading).take(2).count() == 2
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
