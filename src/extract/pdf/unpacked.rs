//! How far the packed parts of a PDF grow: counted before any is unpacked for good, since the engines
//! set no limit (one megabyte becomes a gigabyte).

use std::io::{self, Read};

use flate2::read::ZlibDecoder;
use memchr::memmem;

/// Images are unpacked by nobody here, and rightly big: a page scanned in colour is a hundred megabytes.
const IMAGE_ALLOWANCE: u64 = 4;
/// A stream's dictionary stands just before it.
const DICTIONARY_WITHIN: usize = 2048;
/// Nobody packs a part oftener than this in good faith.
const MAX_FILTERS: usize = 4;

/// Whether a stream of the file grows over `max` bytes.
pub(super) fn is_over(bytes: &[u8], max: u64) -> bool {
    memmem::find_iter(bytes, b"stream").any(|keyword| {
        let is_end = bytes[..keyword].ends_with(b"end");
        let data = &bytes[keyword + b"stream".len()..];
        let data = data.strip_prefix(b"\r").unwrap_or(data);
        let data = data.strip_prefix(b"\n").unwrap_or(data);
        !is_end && grows_over(dictionary_before(bytes, keyword), data, max)
    })
}

fn dictionary_before(bytes: &[u8], end: usize) -> &[u8] {
    let before = &bytes[end.saturating_sub(DICTIONARY_WITHIN)..end];
    let start = memmem::rfind(before, b" obj").unwrap_or(0);
    &before[start..]
}

fn grows_over(dictionary: &[u8], data: &[u8], max: u64) -> bool {
    let allowed = if count(dictionary, b"/Image") > 0 { max * IMAGE_ALLOWANCE } else { max };
    if count(dictionary, b"/LZW") > 0 {
        return lzw_length(data, allowed) > allowed;
    }
    let flates = count(dictionary, b"/FlateDecode") + count(dictionary, b"/Fl ");
    flates > 0 && flate_length(data, flates.min(MAX_FILTERS), allowed) > allowed
}

fn count(bytes: &[u8], wanted: &[u8]) -> usize {
    memmem::find_iter(bytes, wanted).count()
}

/// The unpacked length, counted to just over `enough`. A part that is damaged or encrypted does not
/// unpack here; it counts as far as it went.
fn flate_length(data: &[u8], times: usize, enough: u64) -> u64 {
    let mut reader: Box<dyn Read + '_> = Box::new(data);
    for _ in 0..times {
        reader = Box::new(ZlibDecoder::new(reader));
    }
    let mut length = Length(0);
    let _ = io::copy(&mut reader.take(enough + 1), &mut length);
    length.0
}

struct Length(u64);

impl io::Write for Length {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The same for LZW: codes of 9 to 12 bits, each for a string one longer than the last one's.
fn lzw_length(data: &[u8], enough: u64) -> u64 {
    const CLEAR: usize = 256;
    const END: usize = 257;
    let mut lengths: Vec<u64> = vec![1; END + 1];
    let (mut before, mut total, mut bits, mut held) = (None, 0, 0_u32, 0_u32);
    for byte in data {
        bits = bits << 8 | u32::from(*byte);
        held += 8;
        let width = (usize::BITS - lengths.len().leading_zeros()).clamp(9, 12);
        if held < width {
            continue;
        }
        held -= width;
        let code = (bits >> held) as usize & ((1 << width) - 1);
        match (code, before) {
            (END, _) => break,
            (CLEAR, _) => {
                lengths.truncate(END + 1);
                before = None;
                continue;
            }
            (_, Some(length)) if lengths.len() < 4096 => lengths.push(length + 1),
            _ => {}
        }
        let Some(length) = lengths.get(code) else { break };
        before = Some(*length);
        total += length;
        if total > enough {
            break;
        }
    }
    total
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::*;

    fn packed(data: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(data).expect("memory can be written");
        encoder.finish().expect("memory can be written")
    }

    fn file(dictionary: &str, data: &[u8]) -> Vec<u8> {
        let head = format!("4 0 obj\n<<{dictionary}>>\nstream\r\n");
        [head.as_bytes(), data, b"\nendstream\nendobj\n"].concat()
    }

    #[test]
    fn what_grows_too_far_is_found_before_it_is_unpacked() {
        let once = packed(&vec![b'0'; 100_000]);
        let twice = packed(&once);
        // The example of the PDF specification: ten bytes in nine codes.
        let lzw = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01];
        let cases: &[(&str, &[u8], u64, bool)] = &[
            ("/Filter/FlateDecode", &once, 100_000, false),
            ("/Filter/FlateDecode", &once, 99_999, true),
            ("/Subtype/Image/Filter/FlateDecode", &once, 99_999, false),
            ("/Filter[/FlateDecode/FlateDecode]", &twice, 99_999, true),
            ("/Filter/LZWDecode", &lzw, 9, true),
            ("/Filter/LZWDecode", &lzw, 10, false),
            ("/Filter/DCTDecode", &once, 10, false),
        ];
        for (dictionary, data, max, expected) in cases {
            assert_eq!(is_over(&file(dictionary, data), *max), *expected, "{dictionary} {max}");
        }
    }
}
