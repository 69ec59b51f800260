//! Tells the format of a document by its content; the name breaks ties only.

use super::html::{self, Looks};
use super::{encoding, office};

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
    /// A document of Word.
    Docx,
    /// An open document, as `LibreOffice` writes them.
    Odt,
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
            Self::Docx => "DOCX",
            Self::Odt => "ODT",
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
            Self::Docx => "docx",
            Self::Odt => "odt",
            Self::Config => "config",
            Self::Unsupported(_) => "unsupported",
        })
    }
}

/// A PDF may have mail or HTTP headers before its own; readers accept it within this many bytes.
const PDF_HEADER_WITHIN: usize = 1024;

/// First bytes of formats that are not supported.
const SIGNATURES: &[(&[u8], &str)] = &[
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
        return packed_kind(bytes);
    }
    if bytes.starts_with(office::COMPOUND) {
        return compound_kind(bytes);
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

/// What a ZIP file holds. Of one that is damaged, the names of its parts still tell it.
fn packed_kind(bytes: &[u8]) -> Format {
    let names: Vec<String> = office::archive(bytes)
        .map(|zip| {
            let names = zip.file_names().take(10_000).filter_map(Result::ok);
            names.map(std::borrow::Cow::into_owned).collect()
        })
        .unwrap_or_default();
    let holds = |start: &str| match names.as_slice() {
        [] => contains(bytes, start.as_bytes()),
        names => names.iter().any(|name| name.starts_with(start)),
    };
    // The kind of an open document is the first thing in it, and is not packed.
    let head = &bytes[..bytes.len().min(MARKUP_WITHIN)];
    match () {
        () if contains(head, b"application/vnd.oasis.opendocument.text") => Format::Odt,
        () if contains(head, b"application/vnd.oasis.opendocument") => Format::Unsupported("ODF"),
        () if contains(head, b"application/epub+zip") => Format::Unsupported("EPUB"),
        () if holds("word/") => Format::Docx,
        () if holds("xl/") => Format::Unsupported("XLSX"),
        () if holds("ppt/") => Format::Unsupported("PPTX"),
        () if holds("content.xml") && (holds("META-INF/") || holds("mimetype")) => Format::Odt,
        () => Format::Unsupported("ZIP"),
    }
}

/// What is in the container of the old office formats. New ones are put into it where they have a password.
fn compound_kind(bytes: &[u8]) -> Format {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(bytes, &name).is_some()
    };
    match () {
        () if holds("EncryptedPackage") => Format::Docx,
        () if holds("WordDocument") => Format::Unsupported("DOC"),
        () if holds("Workbook") => Format::Unsupported("XLS"),
        () if holds("PowerPoint Document") => Format::Unsupported("PPT"),
        () => Format::Unsupported("OLE"),
    }
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
    memchr::memmem::find(bytes, wanted).is_some()
}
