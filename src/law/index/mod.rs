//! The index of Finnish statutes: sixty thousand rows in two megabytes, of which only the blocks that are asked for are
//! ever unpacked.
//!
//! `rules/finlex.index` opens with its header as readable lines; then come the rows in the order of their numbers, whose
//! titles stand apart in the order of the alphabet (neighbours are alike, and are packed twice as well), and the titles
//! by which acts are found in a text.

mod blocks;
mod diff;
mod header;
mod names;
mod pack;
mod row;
mod tsv;

use std::borrow::Cow;
use std::ops::Range;

use super::register::ActNumber;
use blocks::Blocks;
use names::Names;

pub use diff::{Change, changes};
pub use header::Header;
pub use pack::pack;
pub use row::{Repeal, Row};
pub use tsv::{Table, read, written};

/// Rows of a block: few enough to be unpacked for one lookup, enough to be packed well.
const ROWS_A_BLOCK: usize = 128;
/// Titles of a block, which are longer.
const TITLES_A_BLOCK: usize = 64;

/// What is said of bytes that are not all of an index.
const CUT_SHORT: &str = "the index is cut short";

/// A row of the index by its place.
pub(super) type Ordinal = usize;

/// The index, ready to be asked.
#[derive(Debug, Clone)]
pub struct Index {
    bytes: Cow<'static, [u8]>,
    header: Header,
    rows: usize,
    /// Of each block of rows the key of its first, four bytes each.
    keys: Range<usize>,
    acts: Blocks,
    titles: Blocks,
    names: Names,
}

impl Index {
    /// Opens a packed index; nothing but its header is read.
    ///
    /// # Errors
    /// With a sentence, when it is no index or was cut short.
    pub fn open(bytes: Cow<'static, [u8]>) -> Result<Self, String> {
        let (header, mut at) = Header::open(&bytes)?;
        let mut sizes = [0; 1 + pack::AREAS];
        for size in &mut sizes {
            *size = number_at(&bytes, at).ok_or(CUT_SHORT)?;
            at += 4;
        }
        let [rows, sizes @ ..] = sizes;
        let [keys, act_starts, acts, title_starts, titles, names, bearers, openings, shared] =
            sizes.map(|size| {
                let area = at..at.saturating_add(size);
                at = area.end;
                area
            });
        if at != bytes.len() {
            return Err(CUT_SHORT.to_owned());
        }
        let blocks = |lines, starts, packed| Blocks { lines, starts, packed };
        Ok(Self {
            header,
            rows,
            keys,
            acts: blocks(ROWS_A_BLOCK, act_starts, acts),
            titles: blocks(TITLES_A_BLOCK, title_starts, titles),
            names: Names { titles: names, acts: bearers, openings, shared },
            bytes,
        })
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
        let titles = self.titles.all(&self.bytes);
        let lines = self.acts.all(&self.bytes).into_iter();
        lines.filter_map(move |line| {
            Row::read_packed(&line, |title| titles.get(title).cloned().unwrap_or_default())
        })
    }

    /// A row.
    pub(super) fn row(&self, at: Ordinal) -> Option<Row> {
        Row::read_packed(&self.acts.line(&self.bytes, at)?, |title| {
            self.titles.line(&self.bytes, title).unwrap_or_default()
        })
    }

    /// The act of a number.
    pub(super) fn numbered(&self, number: ActNumber) -> Option<Ordinal> {
        let wanted = key(number.year, number.number)?;
        if number.union || self.is_empty() {
            return None;
        }
        let block = self.block_of(wanted)?;
        let id = format!("{}/{}", number.number, number.year);
        let text = self.acts.text(&self.bytes, block)?;
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
        self.names.longest(&self.bytes, lemmas)
    }

    /// The block in which a key must stand: the last that begins at it or before.
    fn block_of(&self, wanted: usize) -> Option<usize> {
        let (mut low, mut high) = (0, self.keys.len() / 4);
        while low < high {
            let middle = usize::midpoint(low, high);
            let first = number_at(&self.bytes, self.keys.start + 4 * middle)?;
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

/// A number as four bytes.
fn four(number: usize) -> Result<[u8; 4], String> {
    let number = u32::try_from(number).map_err(|_| "more than an index can hold".to_owned())?;
    Ok(number.to_le_bytes())
}
