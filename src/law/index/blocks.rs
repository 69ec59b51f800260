//! Lines of text in deflated blocks, of which only the one that is asked for is ever unpacked.

use std::io::{Read as _, Write as _};
use std::ops::Range;

use flate2::Compression;
use flate2::read::DeflateDecoder;
use flate2::write::DeflateEncoder;

use super::{four, number_at};

/// Room for what a block unpacks to, so that it seldom grows.
const UNPACKED: usize = 16 * 1024;

/// Where a row of blocks lies in an index.
#[derive(Debug, Clone)]
pub(super) struct Blocks {
    /// Lines of every block but the last.
    pub(super) lines: usize,
    /// Of each block the place of its first byte, four bytes each.
    pub(super) starts: Range<usize>,
    pub(super) packed: Range<usize>,
}

impl Blocks {
    /// The line of this number.
    pub(super) fn line(&self, index: &[u8], number: usize) -> Option<String> {
        let text = self.text(index, number / self.lines)?;
        text.lines().nth(number % self.lines).map(str::to_owned)
    }

    /// All lines.
    pub(super) fn all(&self, index: &[u8]) -> Vec<String> {
        let texts = (0..self.starts.len() / 4).filter_map(|block| self.text(index, block));
        texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()).collect()
    }

    /// The text of a block.
    pub(super) fn text(&self, index: &[u8], block: usize) -> Option<String> {
        let start = |block: usize| {
            let at = self.starts.start + 4 * block;
            (at < self.starts.end).then(|| number_at(index, at)).flatten()
        };
        let from = self.packed.start + start(block)?;
        let until = start(block + 1).map_or(self.packed.end, |next| self.packed.start + next);
        let mut text = String::with_capacity(UNPACKED);
        DeflateDecoder::new(index.get(from..until)?).read_to_string(&mut text).ok()?;
        Some(text)
    }
}

/// Lines as blocks of so many: where each begins, and the blocks.
pub(super) fn packed(lines: &[String], a_block: usize) -> Result<(Vec<u8>, Vec<u8>), String> {
    let (mut starts, mut blocks) = (Vec::new(), Vec::new());
    for block in lines.chunks(a_block) {
        starts.extend(four(blocks.len())?);
        let mut encoder = DeflateEncoder::new(&mut blocks, Compression::best());
        let written = encoder.write_all(block.join("\n").as_bytes());
        written.and_then(|()| encoder.finish().map(drop)).map_err(|why| why.to_string())?;
    }
    Ok((starts, blocks))
}
