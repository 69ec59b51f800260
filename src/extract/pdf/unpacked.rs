//! How far the packed parts of a PDF grow: counted before any is unpacked for good, since the reader
//! sets no limit (one megabyte becomes a gigabyte).

use std::io::{self, Read};

use flate2::read::ZlibDecoder;

/// LZW writes at most this many bytes for one byte read (a code of 12 bits, strings up to 4 KiB).
const LZW_GROWTH: u64 = 2_800;
/// Images are unpacked by nobody here, and rightly big: a page scanned in colour is 26 MB.
const IMAGE_ALLOWANCE: u64 = 8;
/// A stream's dictionary stands just before it.
const DICTIONARY_WITHIN: usize = 2048;

/// Whether a stream of the file grows over `max` bytes.
pub(super) fn is_over(bytes: &[u8], max: u64) -> bool {
    let mut at = 0;
    while let Some(found) = memchr::memmem::find(&bytes[at..], b"stream") {
        let keyword = at + found;
        at = keyword + b"stream".len();
        if bytes[..keyword].ends_with(b"end") {
            continue;
        }
        let dictionary = dictionary_before(bytes, keyword);
        let data = &bytes[at..];
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        let allowed = if has(dictionary, b"/Image") { max * IMAGE_ALLOWANCE } else { max };
        if grows_over(dictionary, data, allowed) {
            return true;
        }
    }
    false
}

fn dictionary_before(bytes: &[u8], end: usize) -> &[u8] {
    let before = &bytes[end.saturating_sub(DICTIONARY_WITHIN)..end];
    let start = memchr::memmem::rfind(before, b" obj").unwrap_or(0);
    &before[start..]
}

fn grows_over(dictionary: &[u8], data: &[u8], allowed: u64) -> bool {
    if has(dictionary, b"/LZW") {
        let length = memchr::memmem::find(data, b"endstream").unwrap_or(data.len()) as u64;
        return length * LZW_GROWTH > allowed * IMAGE_ALLOWANCE;
    }
    let depth = memchr::memmem::find_iter(dictionary, b"/FlateDecode").count()
        + memchr::memmem::find_iter(dictionary, b"/Fl ").count();
    let mut reader: Box<dyn Read + '_> = Box::new(data);
    for _ in 0..depth.min(4) {
        reader = Box::new(ZlibDecoder::new(reader));
    }
    // A part that is damaged or encrypted does not unpack here; it counts as far as it went.
    let mut counted = reader.take(allowed + 1);
    let mut sink = Counter(0);
    let _ = io::copy(&mut counted, &mut sink);
    depth > 0 && sink.0 > allowed
}

struct Counter(u64);

impl io::Write for Counter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn has(bytes: &[u8], wanted: &[u8]) -> bool {
    memchr::memmem::find(bytes, wanted).is_some()
}
