//! Packs a table into the bytes that an index is read from. The same table gives the same bytes.

use std::collections::BTreeMap;
use std::io::Write as _;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use fst::MapBuilder;
use sha2::{Digest, Sha256};

use super::row::Row;
use super::tsv::Table;
use super::{ROWS_A_BLOCK, SHARED, key};
use crate::law::register::{ActNumber, StatuteKind};
use crate::rule::hex;

/// Packs a table; `title_key` gives the lemmas of a title, by which it is found in a text.
///
/// # Errors
/// With a sentence, when there is more than fits.
pub fn pack(table: &Table, title_key: impl Fn(&str) -> String) -> Result<Vec<u8>, String> {
    let (directory, blocks) = packed_rows(&table.rows)?;
    let (names, shared) = packed_names(&table.rows, title_key)?;
    let mut body = four(table.rows.len())?.to_vec();
    for area in [&directory, &blocks, &names, &shared] {
        body.extend(four(area.len())?);
    }
    for area in [directory, blocks, names, shared] {
        body.extend(area);
    }
    let mut packed = table.header.packed(&hex(&Sha256::digest(&body))).into_bytes();
    packed.extend(body);
    Ok(packed)
}

/// The place of a row in the order of the index.
pub(super) fn place(row: &Row) -> usize {
    let year = || row.id.rsplit('/').next()?.parse().ok();
    let number = ActNumber::of_id(&row.id).or_else(|| {
        let year = year()?;
        Some(ActNumber { year, number: 0, union: false })
    });
    number.and_then(|number| key(number.year, number.number)).unwrap_or_default()
}

fn packed_rows(rows: &[Row]) -> Result<(Vec<u8>, Vec<u8>), String> {
    let (mut directory, mut blocks) = (Vec::new(), Vec::new());
    for block in rows.chunks(ROWS_A_BLOCK) {
        directory.extend(four(place(&block[0]))?);
        directory.extend(four(blocks.len())?);
        let lines: Vec<String> = block.iter().map(Row::to_string).collect();
        let mut encoder = DeflateEncoder::new(&mut blocks, Compression::best());
        let written = encoder.write_all(lines.join("\n").as_bytes());
        written.and_then(|()| encoder.finish().map(drop)).map_err(|why| why.to_string())?;
    }
    Ok((directory, blocks))
}

/// A title leads to its act; where several bear it, to the list of them.
fn packed_names(
    rows: &[Row],
    title_key: impl Fn(&str) -> String,
) -> Result<(Vec<u8>, Vec<u8>), String> {
    let mut bearers: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| is_cited_by_name(row)) {
        for title in [&row.title_fi, &row.title_sv].into_iter().filter(|title| !title.is_empty()) {
            let acts = bearers.entry(title_key(title)).or_default();
            if acts.last() != Some(&at) {
                acts.push(at);
            }
        }
    }
    let mut names = MapBuilder::memory();
    let mut shared = Vec::new();
    for (title, acts) in bearers.iter().filter(|(title, _)| !title.is_empty()) {
        let value = if let [act] = acts.as_slice() {
            *act as u64
        } else {
            let at = shared.len() as u64;
            shared.extend(four(acts.len())?);
            for act in acts {
                shared.extend(four(*act)?);
            }
            SHARED | at
        };
        names.insert(title, value).map_err(|why| why.to_string())?;
    }
    Ok((names.into_inner().map_err(|why| why.to_string())?, shared))
}

/// Acts and decrees with a title of their own; a decision is cited by its number, an amending act by that of the
/// act it amends.
fn is_cited_by_name(row: &Row) -> bool {
    let kind = matches!(row.kind, StatuteKind::Act | StatuteKind::Decree);
    kind && row.amends.is_empty() && row.has_own_title()
}

fn four(number: usize) -> Result<[u8; 4], String> {
    let number = u32::try_from(number).map_err(|_| "more than an index can hold".to_owned())?;
    Ok(number.to_le_bytes())
}
