//! Many strings looked for inside others at once, without anything being built first.
//!
//! They lie in drawers by their first bytes, and a text looks into one drawer at each of its bytes. An automaton would
//! walk a long text faster; it takes longer to build than a notice takes to read.

use super::NONE;
use super::numbers::{Numbers, small};
use super::strings::Strings;

/// Strings by their first bytes.
#[derive(Debug, Clone, Default)]
pub(crate) struct Parts {
    pub(crate) strings: Strings,
    /// Of every drawer the first string.
    pub(crate) drawers: Numbers,
    /// Of every string the next of its drawer.
    pub(crate) next: Numbers,
    /// Strings too short for a drawer.
    pub(crate) short: Numbers,
}

/// Bytes by which a drawer is found: nearly every part has so many, and few parts share them.
const KEY: usize = 3;
/// So many that two kinds of beginning seldom share one; a power of two.
const DRAWERS: usize = 4096;

impl Parts {
    /// Adds a string; they are numbered from 0.
    pub(crate) fn add(&mut self, part: &str) {
        let number = self.strings.len();
        self.strings.push(part);
        self.next.push(NONE as usize);
        let Some(drawer) = drawer(part.as_bytes()) else { return self.short.push(number) };
        let drawers = self.drawers.0.to_mut();
        drawers.resize(DRAWERS, NONE);
        match self.chain(drawer).last() {
            Some(last) => self.next.0.to_mut()[last] = small(number),
            None => self.drawers.0.to_mut()[drawer] = small(number),
        }
    }

    /// The number of a string.
    pub(crate) fn number(&self, part: &str) -> Option<usize> {
        self.candidates(part.as_bytes()).find(|number| self.strings.get(*number) == part)
    }

    /// Where strings stand in a text, overlapping ones too: the first byte, and the number of the string.
    pub(crate) fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
        let bytes = text.as_bytes();
        (0..bytes.len()).flat_map(move |at| {
            let rest = &bytes[at..];
            self.candidates(rest)
                .filter(move |number| rest.starts_with(self.strings.get(*number).as_bytes()))
                .map(move |number| (at, number))
        })
    }

    /// The strings with which bytes may begin.
    fn candidates(&self, bytes: &[u8]) -> impl Iterator<Item = usize> {
        let drawer = drawer(bytes).into_iter().flat_map(|drawer| self.chain(drawer));
        drawer.chain(self.short.0.iter().map(|number| *number as usize))
    }

    /// The strings in a drawer, in the order in which they came.
    fn chain(&self, drawer: usize) -> impl Iterator<Item = usize> {
        let is_one = |number: &usize| *number != NONE as usize;
        let first = self.drawers.get(drawer).filter(is_one);
        std::iter::successors(first, move |number| self.next.get(*number).filter(is_one))
    }
}

/// The drawer for what begins with these bytes.
fn drawer(bytes: &[u8]) -> Option<usize> {
    let key: &[u8; KEY] = bytes.first_chunk()?;
    let folded = key.iter().fold(0, |sum: usize, byte| sum * 31 + usize::from(*byte));
    Some(folded % DRAWERS)
}
#[cfg(test)]
mod tests {
    use super::Parts;

    #[test]
    fn parts_are_found_wherever_they_stand_over_each_other_too() {
        let mut parts = Parts::default();
        for part in ["tieto", "tietosuoja", "ja", "ää"] {
            parts.add(part);
        }
        let found = |text| parts.find(text).collect::<Vec<_>>();
        assert_eq!(found("henkilötietosuoja"), [(8, 0), (8, 1), (16, 2)]);
        assert_eq!(found("määrä"), [(1, 3)]);
        assert_eq!(found(""), []);
    }
}
