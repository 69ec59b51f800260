//! The index of Finnish statutes: sixty thousand rows in a few megabytes, of which only the block that is asked for is
//! ever unpacked.
//!
//! `rules/finlex.index` opens with its header as readable lines; then come a directory of blocks, the blocks (rows as
//! lines of text, deflated), a transducer from titles to acts, and the acts that share a title.

mod diff;
mod header;
mod pack;
mod row;
mod tsv;

use std::borrow::Cow;
use std::io::Read as _;
use std::ops::Range;

use flate2::read::DeflateDecoder;
use fst::Map;

use super::register::ActNumber;

pub use diff::{Change, changes};
pub use header::Header;
pub use pack::pack;
pub use row::{Repeal, Row};
pub use tsv::{Table, read, written};

/// Rows of a block: small enough to be unpacked for one lookup, large enough to be packed well.
const ROWS_A_BLOCK: usize = 64;
/// Bytes of an entry of the directory: key and offset of the block.
const ENTRY: usize = 8;
/// A value of the transducer with this bit is a place in the list of shared titles, not a row.
const SHARED: u64 = 1 << 32;

/// A row of the index by its place.
pub(super) type Ordinal = usize;

/// The index, ready to be asked.
#[derive(Debug, Clone)]
pub struct Index {
    bytes: Cow<'static, [u8]>,
    header: Header,
    rows: usize,
    directory: Range<usize>,
    blocks: Range<usize>,
    names: Range<usize>,
    shared: Range<usize>,
}

impl Index {
    /// Opens a packed index; nothing but its header is read.
    ///
    /// # Errors
    /// With a sentence, when it is no index or was cut short.
    pub fn open(bytes: Cow<'static, [u8]>) -> Result<Self, String> {
        let (header, mut at) = Header::open(&bytes)?;
        let mut sizes = [0; 5];
        for size in &mut sizes {
            *size = number_at(&bytes, at).ok_or("the index is cut short")?;
            at += 4;
        }
        let mut area = |size: usize| {
            let area = at..at + size;
            at = area.end;
            area
        };
        let [rows, directory, blocks, names, shared] = sizes;
        let index = Self {
            header,
            rows,
            directory: area(directory),
            blocks: area(blocks),
            names: area(names),
            shared: area(shared),
            bytes,
        };
        let whole = index.shared.end == index.bytes.len();
        let sound = whole && index.map().is_some();
        if sound { Ok(index) } else { Err("the index is cut short".to_owned()) }
    }

    /// What the index says of itself.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// How many acts it tells of.
    pub fn len(&self) -> usize {
        self.rows
    }

    /// Whether it tells of none.
    pub fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// How many bytes it takes.
    pub fn size(&self) -> usize {
        self.bytes.len()
    }

    /// All rows in order of their numbers.
    pub fn rows(&self) -> impl Iterator<Item = Row> {
        (0..self.rows.div_ceil(ROWS_A_BLOCK)).flat_map(|block| {
            let text = self.block(block).unwrap_or_default();
            text.lines().filter_map(Row::read).collect::<Vec<_>>()
        })
    }

    /// A row.
    pub(super) fn row(&self, at: Ordinal) -> Option<Row> {
        let text = self.block(at / ROWS_A_BLOCK)?;
        Row::read(text.lines().nth(at % ROWS_A_BLOCK)?)
    }

    /// The act of a number.
    pub(super) fn numbered(&self, number: ActNumber) -> Option<Ordinal> {
        let wanted = key(number.year, number.number)?;
        if number.union || self.is_empty() {
            return None;
        }
        let block = self.block_of(wanted)?;
        let id = format!("{}/{}", number.number, number.year);
        let text = self.block(block)?;
        let line = text.lines().position(|line| line.split('\t').next() == Some(id.as_str()))?;
        Some(block * ROWS_A_BLOCK + line)
    }

    /// Whether the index is so whole for the year of a number that a number it does not hold was never given.
    pub(super) fn is_whole_for(&self, number: ActNumber) -> bool {
        let (from, until) = self.header.whole;
        !number.union && !self.is_empty() && (from..=until).contains(&number.year)
    }

    /// The acts with the longest title that begins a row of lemmas, and how many lemmas it takes.
    pub(super) fn longest<'t>(
        &self,
        lemmas: impl Iterator<Item = &'t str>,
    ) -> Option<(usize, Vec<Ordinal>)> {
        let map = self.map()?;
        let fst = map.as_fst();
        let mut node = fst.root();
        let mut output = 0;
        let mut best = None;
        for (n, lemma) in lemmas.enumerate() {
            let space = (n > 0).then_some(b' ');
            for byte in space.into_iter().chain(lemma.bytes()) {
                let Some(at) = node.find_input(byte) else { return self.bearers(best) };
                let step = node.transition(at);
                output += step.out.value();
                node = fst.node(step.addr);
            }
            if node.is_final() {
                best = Some((n + 1, output + node.final_output().value()));
            }
        }
        self.bearers(best)
    }

    fn bearers(&self, found: Option<(usize, u64)>) -> Option<(usize, Vec<Ordinal>)> {
        let (length, value) = found?;
        if value & SHARED == 0 {
            return Some((length, vec![usize::try_from(value).ok()?]));
        }
        let area = self.bytes.get(self.shared.clone())?;
        let at = usize::try_from(value ^ SHARED).ok()?;
        let count = number_at(area, at)?;
        Some((length, (1..=count).map_while(|n| number_at(area, at + 4 * n)).collect()))
    }

    fn map(&self) -> Option<Map<&[u8]>> {
        Map::new(self.bytes.get(self.names.clone())?).ok()
    }

    /// The text of a block.
    fn block(&self, block: usize) -> Option<String> {
        let offset = |block: usize| {
            let at = self.directory.start + block * ENTRY + 4;
            (at < self.directory.end).then(|| number_at(&self.bytes, at)).flatten()
        };
        let start = self.blocks.start + offset(block)?;
        let end = offset(block + 1).map_or(self.blocks.end, |next| self.blocks.start + next);
        let mut text = String::with_capacity(16 * 1024);
        DeflateDecoder::new(self.bytes.get(start..end)?).read_to_string(&mut text).ok()?;
        Some(text)
    }

    /// The block in which a key must stand: the last that begins at it or before.
    fn block_of(&self, wanted: usize) -> Option<usize> {
        let blocks = self.directory.len() / ENTRY;
        let (mut low, mut high) = (0, blocks);
        while low < high {
            let middle = usize::midpoint(low, high);
            let first = number_at(&self.bytes, self.directory.start + middle * ENTRY)?;
            if first <= wanted {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low.checked_sub(1)
    }
}

/// The order of rows: by year, then by number. Numbers with a suffix ("9-001/1917") come first in their year.
fn key(year: u32, number: u32) -> Option<usize> {
    let key = (year < 1 << 15 && number < 1 << 16).then_some(year << 16 | number)?;
    usize::try_from(key).ok()
}

/// The four bytes at a place as a number.
fn number_at(bytes: &[u8], at: usize) -> Option<usize> {
    let four = bytes.get(at..at + 4)?.first_chunk::<4>()?;
    usize::try_from(u32::from_le_bytes(*four)).ok()
}
