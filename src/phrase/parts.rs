//! Many strings looked for inside others at once, without anything being built first.
//!
//! They lie in drawers by their first bytes, and a text looks into one drawer at each of its bytes. An automaton would
//! walk a long text faster; it takes longer to build than a notice takes to read.

use rustc_hash::FxHashMap;

/// Strings by their first bytes.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    strings: Vec<String>,
    drawers: FxHashMap<[u8; KEY], Vec<u32>>,
    /// Strings too short for a drawer.
    short: Vec<u32>,
}

/// Bytes by which a drawer is found: nearly every part has so many, and few parts share them.
const KEY: usize = 3;

impl Parts {
    /// Adds a string; they are numbered from 0.
    pub(crate) fn add(&mut self, part: &str) {
        let number = u32::try_from(self.strings.len()).unwrap_or(u32::MAX);
        match part.as_bytes().first_chunk() {
            Some(key) => self.drawers.entry(*key).or_default().push(number),
            None => self.short.push(number),
        }
        self.strings.push(part.to_owned());
    }

    /// Where strings stand in a text, overlapping ones too: the first byte, and the number of the string.
    pub(crate) fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
        let bytes = text.as_bytes();
        (0..bytes.len()).flat_map(move |at| {
            let rest = &bytes[at..];
            let drawer = rest.first_chunk().and_then(|key| self.drawers.get(key));
            let candidates = drawer.into_iter().flatten().chain(&self.short);
            candidates
                .map(|number| *number as usize)
                .filter(move |number| rest.starts_with(self.strings[*number].as_bytes()))
                .map(move |number| (at, number))
        })
    }
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
