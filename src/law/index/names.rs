//! Titles by which acts are found in a text, as numbers made from their words: nothing is unpacked to look for one.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Ordinal, four, number_at};
use crate::table::Hash;

/// A value with this bit is a place in the list of acts that share a title, not an act.
const SHARED: usize = 1 << 31;
/// Bytes of the number of a title: so many titles never get one number by chance.
const HASH: usize = 8;
/// Bytes of an opening: the number of its words, and how long the longest title is that it opens.
const OPENING: usize = HASH + 1;

/// Where the titles lie in an index.
#[derive(Debug, Clone)]
pub(super) struct Names {
    /// The numbers of all titles, rising.
    pub(super) titles: Range<usize>,
    /// Of each title its act, or where the list of its acts begins.
    pub(super) acts: Range<usize>,
    /// The first two words of titles, in order of their numbers.
    pub(super) openings: Range<usize>,
    /// The acts that share a title: how many, then they.
    pub(super) shared: Range<usize>,
}

impl Names {
    /// The acts with the longest title that begins a row of lemmas, and how many lemmas it takes.
    pub(super) fn longest<'t>(
        &self,
        index: &[u8],
        lemmas: impl Iterator<Item = &'t str>,
    ) -> Option<(usize, Vec<Ordinal>)> {
        let mut hash = Hash::default();
        let mut longest = 2;
        let mut best = None;
        for (n, lemma) in lemmas.enumerate() {
            hash = with(hash, lemma);
            if n == 1 {
                let Some(length) = self.opened(index, hash) else { break };
                longest = length;
            }
            best = self.titled(index, hash).map(|title| (n + 1, title)).or(best);
            if n + 1 == longest {
                break;
            }
        }
        let (length, title) = best?;
        Some((length, self.bearers(index, title)?))
    }

    /// The place of a title among all.
    fn titled(&self, index: &[u8], hash: Hash) -> Option<usize> {
        find(index.get(self.titles.clone())?, HASH, hash)
    }

    /// Of two words how many the longest title has that begins with them.
    fn opened(&self, index: &[u8], hash: Hash) -> Option<usize> {
        let openings = index.get(self.openings.clone())?;
        let at = find(openings, OPENING, hash)? * OPENING;
        openings.get(at + HASH).copied().map(usize::from)
    }

    fn bearers(&self, index: &[u8], title: usize) -> Option<Vec<Ordinal>> {
        let value = number_at(index, self.acts.start + 4 * title)?;
        if value & SHARED == 0 {
            return Some(vec![value]);
        }
        let shared = index.get(self.shared.clone())?;
        let at = value ^ SHARED;
        let count = number_at(shared, at)?;
        Some((1..=count).map_while(|n| number_at(shared, at + 4 * n)).collect())
    }
}

/// The four areas of the titles that acts bear.
pub(super) fn packed(bearers: &BTreeMap<String, Vec<Ordinal>>) -> Result<[Vec<u8>; 4], String> {
    let mut by_hash: BTreeMap<u64, &[Ordinal]> = BTreeMap::new();
    let mut opened: BTreeMap<u64, u8> = BTreeMap::new();
    for (title, acts) in bearers.iter().filter(|(title, _)| !title.is_empty()) {
        if by_hash.insert(number(title.split(' ')), acts).is_some() {
            return Err(format!("“{title}” has the number of another title"));
        }
        let length = u8::try_from(title.split(' ').count());
        let length = length.map_err(|_| format!("“{title}” has too many words"))?;
        let longest = opened.entry(number(title.split(' ').take(2))).or_default();
        *longest = length.max(*longest);
    }
    let [mut titles, mut acts, mut openings, mut shared] = [const { Vec::new() }; 4];
    for (hash, bearers) in by_hash {
        titles.extend(hash.to_le_bytes());
        if let [act] = bearers {
            acts.extend(four(*act)?);
            continue;
        }
        acts.extend(four(SHARED | shared.len())?);
        shared.extend(four(bearers.len())?);
        for act in bearers {
            shared.extend(four(*act)?);
        }
    }
    for (hash, longest) in opened {
        openings.extend(hash.to_le_bytes());
        openings.push(longest);
    }
    Ok([titles, acts, openings, shared])
}

/// Where a number stands among the first bytes of rows of one width, which rise.
fn find(rows: &[u8], width: usize, hash: Hash) -> Option<usize> {
    let (mut low, mut high) = (0, rows.len() / width);
    while low < high {
        let middle = usize::midpoint(low, high);
        let number = u64::from_le_bytes(*rows.get(middle * width..)?.first_chunk()?);
        match number.cmp(&hash.number()) {
            std::cmp::Ordering::Equal => return Some(middle),
            std::cmp::Ordering::Less => low = middle + 1,
            std::cmp::Ordering::Greater => high = middle,
        }
    }
    None
}

/// The number of a title or its beginning.
fn number<'t>(words: impl Iterator<Item = &'t str>) -> u64 {
    words.fold(Hash::default(), with).number()
}

fn with(hash: Hash, word: &str) -> Hash {
    hash.with(word.as_bytes()).with(b" ")
}
