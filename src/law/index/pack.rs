//! Packs a table into the bytes that an index is read from. The same table gives the same bytes.

use std::collections::{BTreeMap, BTreeSet};

use sha2::{Digest, Sha256};

use super::row::Row;
use super::tsv::Table;
use super::{ROWS_A_BLOCK, TITLES_A_BLOCK, blocks, four, key, names};
use crate::law::names::StatuteKind;
use crate::law::register::ActNumber;
use crate::rule::hex;

/// How many areas an index has: the keys of blocks, two of rows, two of titles, four of names.
pub(super) const AREAS: usize = 9;

/// Packs a table; `title_key` gives the lemmas of a title, by which it is found in a text.
///
/// # Errors
/// With a sentence, when there is more than fits.
pub fn pack(table: &Table, title_key: impl Fn(&str) -> String) -> Result<Vec<u8>, String> {
    let rows = &table.rows;
    let titles: BTreeSet<String> = rows.iter().map(Row::titles).collect();
    let titles: Vec<String> = titles.into_iter().collect();
    let lines: Vec<String> = rows.iter().map(|row| row.packed(&titles)).collect();
    let mut keys = Vec::new();
    for block in rows.chunks(ROWS_A_BLOCK) {
        keys.extend(four(place(&block[0]))?);
    }
    let (act_starts, acts) = blocks::packed(&lines, ROWS_A_BLOCK)?;
    let (title_starts, titles) = blocks::packed(&titles, TITLES_A_BLOCK)?;
    let [names, bearers, openings, shared] = names::packed(&bearers(rows, title_key))?;
    let areas: [Vec<u8>; AREAS] =
        [keys, act_starts, acts, title_starts, titles, names, bearers, openings, shared];
    let mut body = four(rows.len())?.to_vec();
    for area in &areas {
        body.extend(four(area.len())?);
    }
    body.extend(areas.concat());
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

/// Of each title, as lemmas, the acts that bear it.
fn bearers(rows: &[Row], title_key: impl Fn(&str) -> String) -> BTreeMap<String, Vec<usize>> {
    let mut bearers: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| is_cited_by_name(row)) {
        for title in [&row.title_fi, &row.title_sv].into_iter().filter(|title| !title.is_empty()) {
            let acts = bearers.entry(title_key(title)).or_default();
            if acts.last() != Some(&at) {
                acts.push(at);
            }
        }
    }
    bearers
}

/// Acts and decrees with a title of their own; a decision is cited by its number, an amending act by that of the
/// act it amends.
fn is_cited_by_name(row: &Row) -> bool {
    let kind = matches!(row.kind, StatuteKind::Act | StatuteKind::Decree);
    kind && row.amends.is_empty() && row.has_own_title()
}
