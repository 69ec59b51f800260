//! What a newer index says otherwise than an older one.

use std::collections::BTreeMap;

use super::row::{Repeal, Row};

/// What changed of one act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The newer index tells of it for the first time.
    Added(Row),
    /// The newer index tells of it no more.
    Gone(Row),
    /// It was repealed, or the day of its repeal is another now.
    Repealed(Row),
    /// It is told to be in force again.
    Revived(Row),
    /// Its title is another: the old one, and the act.
    Renamed(String, Row),
    /// Something else is told otherwise: dates, successors, how sure the row is.
    Corrected(Row),
}

impl Change {
    /// The act as it is told of last.
    pub fn row(&self) -> &Row {
        match self {
            Self::Added(row)
            | Self::Gone(row)
            | Self::Repealed(row)
            | Self::Revived(row)
            | Self::Renamed(_, row)
            | Self::Corrected(row) => row,
        }
    }
}

/// The changes from one list of acts to another, in order of the newer one; what is gone comes last.
pub fn changes(old: impl Iterator<Item = Row>, new: impl Iterator<Item = Row>) -> Vec<Change> {
    let mut before: BTreeMap<String, Row> = old.map(|row| (row.id.clone(), row)).collect();
    let mut changes = Vec::new();
    for row in new {
        match before.remove(&row.id) {
            None => changes.push(Change::Added(row)),
            Some(old) if old != row => changes.push(changed(old, row)),
            Some(_) => {}
        }
    }
    changes.extend(before.into_values().map(Change::Gone));
    changes
}

fn changed(old: Row, row: Row) -> Change {
    if old.repeal != row.repeal {
        return match row.repeal {
            Repeal::None => Change::Revived(row),
            Repeal::On(_) | Repeal::Undated => Change::Repealed(row),
        };
    }
    if old.title_fi != row.title_fi {
        return Change::Renamed(old.title_fi, row);
    }
    Change::Corrected(row)
}

#[cfg(test)]
mod tests {
    use super::{Change, changes};
    use crate::law::index::Row;

    fn row(line: &str) -> Row {
        Row::read(&line.replace('|', "\t")).expect("a row")
    }

    #[test]
    fn each_kind_of_change_is_told_apart() {
        let old = [
            "1/2001|laki|Vanha laki|||2001-01-01|||||high|",
            "2/2001|laki|Nimetty laki|||2001-01-01|||||high|",
            "3/2001|laki|Kadonnut laki|||2001-01-01|||||high|",
            "4/2001|laki|Sama laki|||2001-01-01|||||high|",
        ];
        let new = [
            "1/2001|laki|Vanha laki|||2001-01-01|2026-01-01|9/2025|||high|",
            "2/2001|laki|Uusi nimi|||2001-01-01|||||high|",
            "4/2001|laki|Sama laki|||2001-01-01|||||high|",
            "9/2025|laki|Uusi laki|||2026-01-01|||||high|",
        ];
        let told: Vec<String> = changes(old.into_iter().map(row), new.into_iter().map(row))
            .iter()
            .map(|change| {
                let name = match change {
                    Change::Added(_) => "added",
                    Change::Gone(_) => "gone",
                    Change::Repealed(_) => "repealed",
                    Change::Revived(_) => "revived",
                    Change::Renamed(..) => "renamed",
                    Change::Corrected(_) => "corrected",
                };
                format!("{name} {}", change.row().id)
            })
            .collect();
        assert_eq!(told, ["repealed 1/2001", "renamed 2/2001", "added 9/2025", "gone 3/2001"]);
    }
}
