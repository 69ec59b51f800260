//! Bytes to text: byte order mark, UTF-8, UTF-16 without a mark, and the old code pages.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::html;

/// A page names its encoding within its first bytes.
const NAMED_WITHIN: usize = 4096;

/// The text of `bytes`, or nothing where they are no text at all. Lines end in `\n` or `\r\n`.
pub(super) fn decode(bytes: &[u8]) -> Option<String> {
    let (text, _, _) = encoding_of(bytes).decode(bytes);
    if looks_binary(&text) {
        return None;
    }
    Some(end_lines(text.into_owned()))
}

/// Text with the encoding in which it was written, to be written back: byte for byte as long as what is examined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// The text, its line ends as they are.
    pub text: String,
    encoding: &'static Encoding,
    mark: Vec<u8>,
}

impl Source {
    /// The text of a document; nothing where its bytes do not come back the same: then it cannot be changed without
    /// spoiling what nobody touched.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let encoding = encoding_of(bytes);
        let mark = Encoding::for_bom(bytes).map_or(0, |(_, length)| length);
        let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..])?;
        let source = Self { text: text.into_owned(), encoding, mark: bytes[..mark].to_vec() };
        (source.written(&source.text)? == bytes).then_some(source)
    }

    /// Another text as the bytes of the same document; nothing where its encoding lacks a letter.
    pub fn written(&self, text: &str) -> Option<Vec<u8>> {
        let mut bytes = self.mark.clone();
        if self.encoding == UTF_16LE {
            bytes.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
        } else if self.encoding == UTF_16BE {
            bytes.extend(text.encode_utf16().flat_map(u16::to_be_bytes));
        } else {
            let (encoded, _, is_lossy) = self.encoding.encode(text);
            if is_lossy {
                return None;
            }
            bytes.extend_from_slice(&encoded);
        }
        Some(bytes)
    }
}

fn encoding_of(bytes: &[u8]) -> &'static Encoding {
    certain(bytes).or_else(|| named(bytes)).unwrap_or_else(|| guessed(bytes))
}

/// What the bytes themselves leave no doubt about. What is UTF-8 is read as such whatever a page says of itself.
fn certain(bytes: &[u8]) -> Option<&'static Encoding> {
    let marked = Encoding::for_bom(bytes).map(|(encoding, _)| encoding);
    let utf8 = || is_utf8_so_far(bytes).then_some(UTF_8);
    marked.or_else(|| utf16_without_mark(bytes)).or_else(utf8)
}

/// The encoding that a page names. One that could be read so far is not in UTF-16, whatever it says.
fn named(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(NAMED_WITHIN)];
    let label = html::named_encoding(&WINDOWS_1252.decode_without_bom_handling(head).0)?;
    Encoding::for_label(label.as_bytes())
        .filter(|encoding| ![UTF_8, UTF_16LE, UTF_16BE].contains(encoding))
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(Some(b"fi"), Utf8Detection::Deny)
}

/// Whether all is UTF-8, but for a character cut off at the end.
fn is_utf8_so_far(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).map_or_else(|why| why.error_len().is_none(), |_| true)
}

/// In UTF-16 nearly every second byte of Finnish text is zero, in nothing else.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).filter(|b| **b == 0).count();
    let pairs = bytes.len() / 2;
    let (first, second) = (zeros(0), zeros(1));
    match pairs {
        0 => None,
        _ if second * 10 > pairs * 7 && first * 10 < pairs => Some(UTF_16LE),
        _ if first * 10 > pairs * 7 && second * 10 < pairs => Some(UTF_16BE),
        _ => None,
    }
}

/// Text has no control characters to speak of, and next to nothing that no code page knows.
fn looks_binary(text: &str) -> bool {
    let strange = |c: &char| {
        *c == '\u{FFFD}'
            || (c.is_control() && !matches!(c, '\n' | '\r' | '\t' | '\u{C}' | '\u{85}'))
    };
    let count = text.chars().filter(strange).count();
    text.contains('\0') || count * 20 > text.chars().count()
}

/// A carriage return alone ended lines on old Macintoshes; it becomes `\n`, and no byte moves.
fn end_lines(text: String) -> String {
    let bytes = text.as_bytes();
    let alone = |at: usize| bytes[at] == b'\r' && bytes.get(at + 1) != Some(&b'\n');
    if !(0..bytes.len()).any(alone) {
        return text;
    }
    let chars = text.char_indices();
    chars.map(|(at, c)| if c == '\r' && alone(at) { '\n' } else { c }).collect()
}
