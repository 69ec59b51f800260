//! Which acts a question means: a number in any order, a name in any case, letters.

use jiff::civil::Date;

use super::Law;
use super::register::StatuteId;
use crate::finnish::words::words;

impl Law {
    /// The acts that a number or a name means; of several the one that holds the name on `day` comes first.
    pub fn lookup(&self, query: &str, day: Date) -> Vec<StatuteId> {
        if let Some(id) = self.register.find(query.trim()) {
            return vec![id];
        }
        self.reader(day, day).acts_in(query, &words(query))
    }
}
