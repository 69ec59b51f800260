//! By what the entries of the register are found: their ids and their numbers.

use super::number::ActNumber;
use crate::table::{Keys, Lists};

/// The ids and numbers of entries, which are told by their places.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ids {
    pub(crate) written: Keys,
    pub(crate) numbers: Keys,
    /// Of each number its entries.
    pub(crate) entries: Lists,
}

impl Ids {
    /// Those of all entries, in their order.
    ///
    /// # Errors
    /// With the place of an entry whose id cannot be, and what is wrong with it.
    pub(crate) fn of<'i>(
        ids: impl Iterator<Item = &'i str>,
    ) -> Result<Self, (usize, &'static str)> {
        let mut of = Self::default();
        let mut entries: Vec<Vec<usize>> = Vec::new();
        for (at, id) in ids.enumerate() {
            if of.written.add(id) < at {
                return Err((at, "is told of twice"));
            }
            let number = ActNumber::of_id(id).ok_or((at, "is no number of a statute"))?;
            let number = of.numbers.add(&key(number));
            entries.resize(of.numbers.len(), Vec::new());
            entries[number].push(at);
        }
        of.entries = Lists::of(entries);
        Ok(of)
    }

    /// The entry of an id.
    pub(super) fn find(&self, id: &str) -> Option<usize> {
        self.written.find(id)
    }

    /// The entries of a number.
    pub(super) fn numbered(&self, number: ActNumber) -> &[u32] {
        let number = self.numbers.find(&key(number));
        number.map(|number| self.entries.get(number)).unwrap_or_default()
    }
}

fn key(ActNumber { year, number, union }: ActNumber) -> String {
    format!("{union} {number}/{year}")
}
