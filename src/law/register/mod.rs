//! The register of statutes: the entries that people keep in `rules/statutes.toml`, and behind them the index of all
//! statutes in `rules/finlex.index`.

mod guard;
mod ids;
mod number;
mod statute;

use std::borrow::Cow;

use jiff::civil::Date;

use super::index::Index;
use crate::rule::{AuthorError, Form, IDS, Late, RuleFiles};

pub(crate) use ids::Ids;
pub use number::ActNumber;
pub use statute::{Origin, Statute};

/// Where the register lies below `rules/`.
pub(super) const PATH: &str = "statutes.toml";
/// Where the index lies below `rules/`.
pub(crate) const INDEX_PATH: &str = "finlex.index";

/// The statutes that notices cite, the wrong numbers met for them, and the index of all others.
#[derive(Debug)]
pub struct Register {
    file: Form,
    statutes: Vec<Late<Statute>>,
    misnumberings: Vec<Misnumbering>,
    ids: Cow<'static, Ids>,
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
    statutes: Vec<Late<Statute>>,
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
        let form = file.form()?;
        let Written { statutes, misnumberings } = form.read().map_err(|why| file.wrong(why))?;
        let index = Index::open(files.packed(INDEX_PATH)?).map_err(|message| AuthorError {
            file: format!("rules/{INDEX_PATH}"),
            line: 1,
            message,
        })?;
        let ids = if file.is_built_in() {
            Cow::Borrowed(&IDS)
        } else {
            let read = statutes.iter().map(|statute| statute.read(&form));
            let read: Vec<&Statute> =
                read.collect::<Result<_, _>>().map_err(|why| file.wrong(why))?;
            let ids = Ids::of(read.iter().map(|statute| statute.id.as_str()));
            Cow::Owned(ids.map_err(|(at, what)| guard::at(file, &read[at].id, what))?)
        };
        let register = Self { file: form, statutes, misnumberings, ids, index };
        if !file.is_built_in() {
            guard::check(&register, file)?;
        }
        Ok(register)
    }

    /// A statute.
    pub fn statute(&self, id: StatuteId) -> Cow<'_, Statute> {
        let kept = self.kept(id).map(Cow::Borrowed);
        let told = kept.or_else(|| {
            let row = self.index.row(id.0.checked_sub(self.statutes.len())?)?;
            Some(Cow::Owned(Statute::of_row(row)))
        });
        // Ids are made from this very register, so that there is one.
        told.unwrap_or(Cow::Owned(Statute::UNKNOWN))
    }

    /// The entry that people keep.
    fn kept(&self, StatuteId(at): StatuteId) -> Option<&Statute> {
        self.statutes.get(at)?.read(&self.file).ok()
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
        self.ids.find(id).map(StatuteId)
    }

    /// The statutes with this number: the entries that people keep, else that of the index.
    pub fn numbered(&self, number: ActNumber) -> Vec<StatuteId> {
        let kept = self.ids.numbered(number);
        if !kept.is_empty() {
            return kept.iter().copied().map(StatuteId::kept).collect();
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
        let ids = (0..self.statutes.len()).map(StatuteId);
        ids.filter_map(|id| Some((id, self.kept(id)?)))
    }

    /// How many statutes people keep.
    pub fn kept_count(&self) -> usize {
        self.statutes.len()
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
