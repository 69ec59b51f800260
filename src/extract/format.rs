//! Tells the format of a document by its content; the name breaks ties only.

use super::encoding;

/// A format that can be read, told by content rather than by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// PDF.
    Pdf,
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// The configuration of a repository, when what it says is itself found fault with.
    Config,
    /// One that is recognised and not supported, with its name (`DOCX`, `HTML`).
    Unsupported(&'static str),
}

impl Format {
    /// Its name as people write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pdf => "PDF",
            Self::Text => "TXT",
            Self::Markdown => "Markdown",
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

/// First words of marked-up text that is not supported, in lower case.
const MARKUP: &[(&str, &str)] =
    &[("<!doctype html", "HTML"), ("<html", "HTML"), ("<head", "HTML"), ("<?xml", "XML")];

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
    let Some(text) = encoding::decode(head) else { return Format::Text };
    let start = text.trim_start().to_lowercase();
    if let Some((_, kind)) = MARKUP.iter().find(|(first, _)| start.starts_with(first)) {
        return Format::Unsupported(kind);
    }
    if is_markdown(bytes, name) { Format::Markdown } else { Format::Text }
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
    let named = [".md", ".markdown"].iter().any(|end| name.to_lowercase().ends_with(end));
    named || bytes.split(|byte| *byte == b'\n').filter(is_heading).take(2).count() == 2
}

fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}
