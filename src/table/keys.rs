//! Numbers by strings.

use std::borrow::Cow;

use super::NONE;
use super::hash::Hash;
use super::numbers::{Numbers, small};

/// Different strings, numbered from 0 in the order in which they came, each known by its hash alone: of the hundred
/// thousands of words and phrases that are ever asked for, no two share one of 64 bits.
#[derive(Clone, Default)]
pub(crate) struct Keys {
    pub(crate) hashes: Cow<'static, [u64]>,
    /// Of every end of hashes the first string.
    pub(crate) heads: Numbers,
    /// Of every string the next whose hash ends alike.
    pub(crate) next: Numbers,
}

/// Chains of a new table; a power of two.
const FIRST_HEADS: usize = 16;

impl Keys {
    /// The number of a string.
    pub(crate) fn find(&self, string: &str) -> Option<usize> {
        let hash = hash(string);
        let mut at = self.heads.get(self.chain(hash)?)?;
        while at != NONE as usize {
            if self.hashes.get(at) == Some(&hash) {
                return Some(at);
            }
            at = self.next.get(at)?;
        }
        None
    }

    pub(crate) fn holds(&self, string: &str) -> bool {
        self.find(string).is_some()
    }

    /// The number of a string, which is added where it is new.
    pub(crate) fn add(&mut self, string: &str) -> usize {
        if let Some(known) = self.find(string) {
            return known;
        }
        let number = self.len();
        self.hashes.to_mut().push(hash(string));
        if number < self.heads.len() {
            self.link(number);
        } else {
            self.grow();
        }
        number
    }

    /// How many strings there are.
    pub(crate) fn len(&self) -> usize {
        self.hashes.len()
    }

    /// Twice as many chains, so that they stay short.
    fn grow(&mut self) {
        let chains = (2 * self.heads.len()).max(FIRST_HEADS);
        self.heads = Numbers(Cow::Owned(vec![NONE; chains]));
        self.next = Numbers::default();
        (0..self.len()).for_each(|number| self.link(number));
    }

    /// Puts a string at the head of its chain.
    fn link(&mut self, number: usize) {
        let Some(chain) = self.chain(self.hashes[number]) else { return };
        let head = std::mem::replace(&mut self.heads.0.to_mut()[chain], small(number));
        self.next.push(head as usize);
    }

    /// The chain of a hash; there are 2ⁿ.
    fn chain(&self, hash: u64) -> Option<usize> {
        self.heads.len().checked_sub(1).map(|last| hash as usize & last)
    }
}

fn hash(string: &str) -> u64 {
    Hash::default().with(string.as_bytes()).number()
}

/// As it is written in Rust.
impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys { hashes: Borrowed(&[")?;
        self.hashes.iter().try_for_each(|hash| write!(f, "{hash},"))?;
        write!(f, "]), heads: {:?}, next: {:?} }}", self.heads, self.next)
    }
}

#[cfg(test)]
mod tests {
    use super::Keys;

    #[test]
    fn a_string_keeps_its_number_however_many_there_are() {
        let mut keys = Keys::default();
        let words: Vec<String> = (0..1000).map(|n| format!("sana{n}")).collect();
        for (n, word) in words.iter().enumerate() {
            assert_eq!(keys.find(word), None);
            assert_eq!((keys.add(word), keys.add(word)), (n, n));
        }
        assert!(words.iter().enumerate().all(|(n, word)| keys.find(word) == Some(n)));
    }
}
