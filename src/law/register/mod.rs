//! The register of statutes: the entries that people keep in `rules/statutes.toml`, and behind them the index of all
//! statutes in `rules/finlex.index`.

mod guard;
mod number;
mod statute;

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::civil::Date;

use super::index::Index;
use crate::rule::{AuthorError, RuleFiles};

pub use number::ActNumber;
pub use statute::{Origin, Statute};

/// Where the register lies below `rules/`.
pub(super) const PATH: &str = "statutes.toml";
/// Where the index lies below `rules/`.
pub(crate) const INDEX_PATH: &str = "finlex.index";

/// The statutes that notices cite, the wrong numbers met for them, and the index of all others.
#[derive(Debug)]
pub struct Register {
    statutes: Vec<Statute>,
    misnumberings: Vec<Misnumbering>,
    by_id: BTreeMap<String, StatuteId>,
    by_number: BTreeMap<ActNumber, Vec<StatuteId>>,
    index: Index,
}

/// A statute of a [`Register`]: those of the index are numbered behind those that people keep.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatuteId(usize);

impl StatuteId {
    /// The entry of this number among those that people keep.
    pub(super) fn kept(number: u32) -> Self {
        Self(number as usize)
    }
}

/// A wrong number met in notices, and the act meant by it.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Misnumbering {
    /// The number as met.
    pub written: String,
    /// Id of the act meant.
    pub meant: String,
    /// Name in whose company the number is wrong; empty for any.
    pub name: String,
    /// Why it is wrong.
    pub note: String,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(rename = "statute")]
    statutes: Vec<Statute>,
    #[serde(default, rename = "misnumbering")]
    misnumberings: Vec<Misnumbering>,
}

impl Register {
    /// Reads and checks the register.
    ///
    /// # Errors
    /// When a file is missing or malformed, or its facts contradict each other.
    pub fn load(files: &RuleFiles) -> Result<Self, AuthorError> {
        let file = files.required(PATH)?;
        let written: Written = file.parse()?;
        let index = Index::open(files.packed(INDEX_PATH)?).map_err(|message| AuthorError {
            file: format!("rules/{INDEX_PATH}"),
            line: 1,
            message,
        })?;
        let mut by_id = BTreeMap::new();
        let mut by_number: BTreeMap<ActNumber, Vec<StatuteId>> = BTreeMap::new();
        for (at, statute) in written.statutes.iter().enumerate() {
            if by_id.insert(statute.id.clone(), StatuteId(at)).is_some() {
                return Err(guard::at(file, &statute.id, "is told of twice"));
            }
            let number = ActNumber::of_id(&statute.id)
                .ok_or_else(|| guard::at(file, &statute.id, "is no number of a statute"))?;
            by_number.entry(number).or_default().push(StatuteId(at));
        }
        let (statutes, misnumberings) = (written.statutes, written.misnumberings);
        let register = Self { statutes, misnumberings, by_id, by_number, index };
        if !file.is_built_in() {
            guard::check(&register, file)?;
        }
        Ok(register)
    }

    /// A statute.
    pub fn statute(&self, id: StatuteId) -> Cow<'_, Statute> {
        if let Some(statute) = self.statutes.get(id.0) {
            return Cow::Borrowed(statute);
        }
        let row = self.index.row(id.0 - self.statutes.len());
        // Ids are made from rows of this very index, so that there is one; the first entry stands for none.
        row.map_or_else(|| Cow::Borrowed(&self.statutes[0]), |row| Cow::Owned(Statute::of_row(row)))
    }

    /// The statute with this id, as the registers write it.
    pub fn find(&self, id: &str) -> Option<StatuteId> {
        self.find_curated(id).or_else(|| {
            let number = ActNumber::of_id(id).filter(|number| !number.union)?;
            self.numbered(number).first().copied()
        })
    }

    /// The entry that people keep of this id.
    pub(super) fn find_curated(&self, id: &str) -> Option<StatuteId> {
        self.by_id.get(id).copied()
    }

    /// The statutes with this number: the entries that people keep, else that of the index.
    pub fn numbered(&self, number: ActNumber) -> Vec<StatuteId> {
        if let Some(kept) = self.by_number.get(&number) {
            return kept.clone();
        }
        self.index.numbered(number).map(|row| self.indexed(row)).into_iter().collect()
    }

    /// Whether it is certain that no act was ever given this number.
    pub fn is_unused(&self, number: ActNumber) -> bool {
        self.index.is_whole_for(number) && self.numbered(number).is_empty()
    }

    /// The acts of the index with the longest title that begins a row of lemmas, and how many lemmas it takes.
    pub(super) fn longest_title<'t>(
        &self,
        lemmas: impl Iterator<Item = &'t str>,
    ) -> Option<(usize, Vec<StatuteId>)> {
        let (length, rows) = self.index.longest(lemmas)?;
        Some((length, rows.into_iter().map(|row| self.of_row(row)).collect()))
    }

    /// All statutes that people keep, in the order of the file.
    pub fn statutes(&self) -> impl Iterator<Item = (StatuteId, &Statute)> {
        self.statutes.iter().enumerate().map(|(at, statute)| (StatuteId(at), statute))
    }

    /// The index of all other statutes.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// The wrong numbers met in notices.
    pub fn misnumberings(&self) -> &[Misnumbering] {
        &self.misnumberings
    }

    /// Of several acts of one name the one that held it on `day`: the one in force, else the last
    /// that had been in force, else the first to come. An entry that people keep goes before one of the index.
    pub fn on_day(&self, acts: &[StatuteId], day: Date) -> Option<StatuteId> {
        let told: Vec<(StatuteId, Cow<'_, Statute>)> =
            acts.iter().map(|id| (*id, self.statute(*id))).collect();
        let start = |act: &Statute| act.in_force_from.unwrap_or(Date::MIN);
        let in_force = told.iter().filter(|(_, act)| act.is_in_force(day));
        let past = || told.iter().filter(|(_, act)| start(act) <= day);
        in_force
            .max_by_key(|(id, act)| (act.origin, start(act), *id))
            .or_else(|| past().max_by_key(|(id, act)| (start(act), *id)))
            .or_else(|| told.iter().min_by_key(|(id, act)| (start(act), *id)))
            .map(|(id, _)| *id)
    }

    /// The acts that stand for one that is out of force on `day`: successors of successors, until they are in force
    /// or the chain ends.
    pub fn successors(&self, statute: &Statute, day: Date) -> Vec<StatuteId> {
        let mut open: Vec<String> = statute.replaced_by.iter().rev().cloned().collect();
        let mut seen: Vec<String> = vec![statute.id.clone()];
        let mut found = Vec::new();
        while let Some(next) = open.pop() {
            let Some(id) = self.find(&next).filter(|_| !seen.contains(&next)) else { continue };
            let act = self.statute(id);
            if act.is_repealed(day) && !act.replaced_by.is_empty() {
                open.extend(act.replaced_by.iter().rev().cloned());
            } else {
                found.push(id);
            }
            seen.push(next);
        }
        found
    }

    /// An act of the index, or the entry that people keep of it.
    fn of_row(&self, row: usize) -> StatuteId {
        let kept = self.index.row(row).and_then(|row| self.find_curated(&row.id));
        kept.unwrap_or_else(|| self.indexed(row))
    }

    fn indexed(&self, row: usize) -> StatuteId {
        StatuteId(self.statutes.len() + row)
    }
}
