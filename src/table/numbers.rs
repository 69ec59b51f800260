//! Numbers, and lists of them.

use std::borrow::Cow;
use std::ops::Range;

/// Numbers in a row.
#[derive(Clone, Default)]
pub(crate) struct Numbers(pub(crate) Cow<'static, [u32]>);

impl Numbers {
    pub(crate) fn push(&mut self, number: usize) {
        self.0.to_mut().push(small(number));
    }

    pub(crate) fn get(&self, at: usize) -> Option<usize> {
        self.0.get(at).map(|number| *number as usize)
    }

    pub(crate) fn len(&self) -> usize {
        self.0.len()
    }

    /// Of rows that lie one behind the other, told by their ends, the one of a number.
    pub(super) fn row(&self, at: usize) -> Option<Range<usize>> {
        let end = self.get(at)?;
        let start = at.checked_sub(1).and_then(|before| self.get(before)).unwrap_or(0);
        Some(start..end)
    }
}

/// As it is written in Rust.
impl std::fmt::Debug for Numbers {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Numbers(Borrowed(&[")?;
        self.0.iter().try_for_each(|number| write!(f, "{number},"))?;
        f.write_str("]))")
    }
}

/// Lists of numbers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Lists {
    pub(crate) numbers: Numbers,
    pub(crate) ends: Numbers,
}

impl Lists {
    pub(crate) fn of(lists: Vec<Vec<usize>>) -> Self {
        let mut of = Self::default();
        for list in lists {
            of.push(list);
        }
        of
    }

    /// Adds a list; they are numbered from 0.
    pub(crate) fn push(&mut self, list: impl IntoIterator<Item = usize>) {
        for number in list {
            self.numbers.push(number);
        }
        self.ends.push(self.numbers.len());
    }

    /// The list of this number; none has nothing in it.
    pub(crate) fn get(&self, at: usize) -> &[u32] {
        let row = self.ends.row(at).unwrap_or_default();
        self.numbers.0.get(row).unwrap_or_default()
    }
}

/// Rule files hold far less than four thousand million of anything.
pub(super) fn small(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
