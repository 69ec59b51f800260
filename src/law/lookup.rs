//! Which acts a question means: a number in any order, a name in any case, letters.

use jiff::civil::Date;

use super::register::StatuteId;
use super::{Law, cite};
use crate::finnish::words::words;

impl Law {
    /// The acts that a number or a name means; of several the one that holds the name on `day` comes first.
    pub fn lookup(&self, query: &str, day: Date) -> Vec<StatuteId> {
        if let Some(id) = self.register.find(query.trim()) {
            return vec![id];
        }
        let reader = cite::Reader {
            register: &self.register,
            names: &self.names,
            wording: &self.wording,
            as_of: day,
            written_on: day,
        };
        reader.acts_in(query, &words(query))
    }
}
