//! A document in sixty-four numbers: how much two documents share is how many of these they share (min-wise hashing).

use serde::{Deserialize, Serialize};

use crate::finnish::words::Word;

/// Numbers of a sketch.
const NUMBERS: usize = 64;

/// Words hashed together.
const TOGETHER: usize = 3;

/// Numbers that two states of one document share at least: three of five. Two notices made of one form may share as
/// many, but then the file of one of them must be gone.
pub(super) const SAME: usize = 38;

/// A document in short. Line ends, page breaks and numbers are not in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub(super) struct Sketch([u16; NUMBERS]);

impl Sketch {
    pub(super) fn of(words: &[Word]) -> Self {
        let telling = |word: &&Word| word.folded.chars().any(char::is_alphabetic);
        let words: Vec<&str> =
            words.iter().filter(telling).map(|word| word.folded.as_str()).collect();
        let mut numbers = [u16::MAX; NUMBERS];
        for together in words.windows(TOGETHER) {
            let mut hash = fnv(together);
            for number in &mut numbers {
                hash = mixed(hash);
                *number = (*number).min((hash >> 48) as u16);
            }
        }
        Self(numbers)
    }

    /// Numbers that two documents share.
    pub(super) fn likeness(&self, other: &Self) -> usize {
        self.0.iter().zip(other.0).filter(|(a, b)| **a == *b).count()
    }
}

/// FNV-1a: stable between releases, unlike the standard hasher.
fn fnv(words: &[&str]) -> u64 {
    let bytes = words.iter().flat_map(|word| word.bytes().chain(std::iter::once(b' ')));
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The next number of a sequence that looks random (splitmix64).
fn mixed(hash: u64) -> u64 {
    let hash = hash.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

impl From<Sketch> for String {
    fn from(sketch: Sketch) -> Self {
        use std::fmt::Write as _;
        sketch.0.iter().fold(String::new(), |mut out, number| {
            let _ = write!(out, "{number:04x}");
            out
        })
    }
}

impl TryFrom<String> for Sketch {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let mut numbers = [0; NUMBERS];
        for (n, number) in numbers.iter_mut().enumerate() {
            let digits = text.get(n * 4..n * 4 + 4);
            let parsed = digits.and_then(|digits| u16::from_str_radix(digits, 16).ok());
            *number = parsed.ok_or("a sketch has sixty-four numbers of four hexadecimal digits")?;
        }
        Ok(Self(numbers))
    }
}
