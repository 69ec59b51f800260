//! The register of statutes, as `rules/statutes.toml` says it, checked at load.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::name::names_of;
use crate::finding::Confidence;
use crate::rule::{AuthorError, RuleFile, RuleFiles};

/// Where the register lies below `rules/`.
const PATH: &str = "statutes.toml";

/// The statutes that notices cite, and the wrong numbers met for them.
///
/// A second, larger source of statutes (an index of titles and dates) would be asked where [`Register::numbered`]
/// finds nothing.
#[derive(Debug)]
pub struct Register {
    statutes: Vec<Statute>,
    misnumberings: Vec<Misnumbering>,
    by_id: BTreeMap<String, StatuteId>,
    by_number: BTreeMap<ActNumber, Vec<StatuteId>>,
}

/// A statute of a [`Register`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatuteId(usize);

/// What identifies an act apart from the order and marks of its number: year and running number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActNumber {
    /// Year of issue, four digits.
    pub year: u32,
    /// Number within the year.
    pub number: u32,
    /// Whether it is an act of the European Union.
    pub union: bool,
}

/// One statute, with the fields of its table in the file.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statute {
    /// Number as it is cited.
    pub id: String,
    /// Official Finnish title.
    pub name_fi: String,
    /// Official Swedish title.
    pub name_sv: Option<String>,
    /// Titles met in English notices.
    #[serde(default)]
    pub name_en: Vec<String>,
    /// Short names and loose titles, Finnish or English.
    #[serde(default)]
    pub short: Vec<String>,
    /// Short names in Swedish.
    #[serde(default)]
    pub short_sv: Vec<String>,
    /// Letters that stand for the name.
    #[serde(default)]
    pub abbreviations: Vec<String>,
    /// Earlier titles of the same number.
    #[serde(default)]
    pub former_names: Vec<String>,
    /// Day from which the present title holds.
    #[serde(default, deserialize_with = "super::date::maybe_iso")]
    pub renamed_on: Option<Date>,
    /// Act that changed the title.
    pub renamed_by: Option<String>,
    /// Other correct ways to write the number.
    #[serde(default)]
    pub also_written: Vec<String>,
    /// What kind of act it is.
    pub kind: StatuteKind,
    /// First day in force.
    #[serde(default, deserialize_with = "super::date::maybe_iso")]
    pub in_force_from: Option<Date>,
    /// First day out of force.
    #[serde(default, deserialize_with = "super::date::maybe_iso")]
    pub repealed_on: Option<Date>,
    /// Act with the repeal clause.
    pub repealed_by: Option<String>,
    /// Acts that took its place.
    #[serde(default)]
    pub replaced_by: Vec<String>,
    /// Day from which named parts are out of force.
    #[serde(default, deserialize_with = "super::date::maybe_iso")]
    pub partially_repealed_on: Option<Date>,
    /// Act that repealed those parts.
    pub partially_repealed_by: Option<String>,
    /// Whole sections among those parts: "18", "13 a".
    #[serde(default)]
    pub repealed_sections: Vec<String>,
    /// What those parts were.
    pub partial_note: Option<String>,
    /// What else a reader of the register should know.
    pub note: Option<String>,
    /// How sure its facts are.
    pub confidence: Confidence,
    /// Where they were read.
    pub source: String,
}

/// Kinds of act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
pub enum StatuteKind {
    /// An act of the Finnish parliament.
    #[serde(rename = "laki")]
    Act,
    /// A Finnish decree.
    #[serde(rename = "asetus")]
    Decree,
    /// A regulation of the Union.
    #[serde(rename = "EU-asetus")]
    Regulation,
    /// A directive of the Union.
    #[serde(rename = "EU-direktiivi")]
    Directive,
    /// A decision; recognised by its number only.
    #[serde(rename = "päätös")]
    Decision,
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
    /// When the file is missing or malformed, or its facts contradict each other.
    pub fn load(files: &RuleFiles) -> Result<Self, AuthorError> {
        let file = files.required(PATH)?;
        let written: Written = file.parse()?;
        let mut by_id = BTreeMap::new();
        let mut by_number: BTreeMap<ActNumber, Vec<StatuteId>> = BTreeMap::new();
        for (index, statute) in written.statutes.iter().enumerate() {
            if by_id.insert(statute.id.clone(), StatuteId(index)).is_some() {
                return Err(at(file, &statute.id, "is told of twice"));
            }
            let number = ActNumber::of_id(&statute.id)
                .ok_or_else(|| at(file, &statute.id, "is no number of a statute"))?;
            by_number.entry(number).or_default().push(StatuteId(index));
        }
        let register = Self {
            statutes: written.statutes,
            misnumberings: written.misnumberings,
            by_id,
            by_number,
        };
        register.check(file)?;
        Ok(register)
    }

    /// A statute.
    pub fn statute(&self, id: StatuteId) -> &Statute {
        &self.statutes[id.0]
    }

    /// The statute with this id, as the register writes it.
    pub fn find(&self, id: &str) -> Option<StatuteId> {
        self.by_id.get(id).copied()
    }

    /// The statutes with this number.
    pub fn numbered(&self, number: ActNumber) -> &[StatuteId] {
        self.by_number.get(&number).map_or(&[], Vec::as_slice)
    }

    /// All statutes in the order of the file.
    pub fn statutes(&self) -> impl Iterator<Item = (StatuteId, &Statute)> {
        self.statutes.iter().enumerate().map(|(index, statute)| (StatuteId(index), statute))
    }

    /// The wrong numbers met in notices.
    pub fn misnumberings(&self) -> &[Misnumbering] {
        &self.misnumberings
    }

    /// Of several acts of one name the one that held it on `day`: the one in force, else the last
    /// that had been in force, else the first to come.
    pub fn on_day(&self, acts: &[StatuteId], day: Date) -> Option<StatuteId> {
        let start = |id: &StatuteId| self.statute(*id).in_force_from.unwrap_or(Date::MIN);
        let lives = |id: &&StatuteId| {
            start(id) <= day && self.statute(**id).repealed_on.is_none_or(|end| day < end)
        };
        let begun = |id: &&StatuteId| start(id) <= day;
        let by_start = |a: &&StatuteId, b: &&StatuteId| (start(a), a).cmp(&(start(b), b));
        let in_force = acts.iter().filter(lives).max_by(by_start);
        let past = || acts.iter().filter(begun).max_by(by_start);
        let future = || acts.iter().min_by(by_start);
        in_force.or_else(past).or_else(future).copied()
    }

    fn check(&self, file: &RuleFile) -> Result<(), AuthorError> {
        for statute in &self.statutes {
            for successor in &statute.replaced_by {
                if self.find(successor).is_none() {
                    let message = format!("names a successor that is not here: {successor}");
                    return Err(at(file, &statute.id, &message));
                }
            }
            if let (Some(from), Some(until)) = (statute.in_force_from, statute.repealed_on)
                && until <= from
            {
                return Err(at(file, &statute.id, "was repealed before it came into force"));
            }
            self.check_succession(file, statute)?;
        }
        for wrong in &self.misnumberings {
            if self.find(&wrong.meant).is_none() {
                return Err(at(file, &wrong.meant, "is meant by a wrong number, and is not here"));
            }
        }
        self.check_names(file)
    }

    /// An act that came into force before the one it replaces would make a circle.
    fn check_succession(&self, file: &RuleFile, statute: &Statute) -> Result<(), AuthorError> {
        let mut open = statute.replaced_by.clone();
        let mut seen: Vec<String> = Vec::new();
        while let Some(next) = open.pop() {
            if next == statute.id {
                return Err(at(file, &statute.id, "is its own successor"));
            }
            if !seen.contains(&next) {
                if let Some(id) = self.find(&next) {
                    open.extend(self.statute(id).replaced_by.iter().cloned());
                }
                seen.push(next);
            }
        }
        Ok(())
    }

    /// One name may pass from act to act, yet on one day it must mean one act.
    fn check_names(&self, file: &RuleFile) -> Result<(), AuthorError> {
        let mut bearers: BTreeMap<String, Vec<StatuteId>> = BTreeMap::new();
        for (id, statute) in self.statutes() {
            for name in names_of(statute) {
                let bearers = bearers.entry(name.to_lowercase()).or_default();
                if !bearers.contains(&id) {
                    bearers.push(id);
                }
            }
        }
        for (name, ids) in &bearers {
            for (n, a) in ids.iter().enumerate() {
                for b in &ids[n + 1..] {
                    if self.statute(*a).overlaps(self.statute(*b)) {
                        let other = &self.statute(*b).id;
                        let message = format!("bears the name “{name}” together with {other}");
                        return Err(at(file, &self.statute(*a).id, &message));
                    }
                }
            }
        }
        Ok(())
    }
}

impl Statute {
    /// Whether it is out of force on `day`.
    pub fn is_repealed(&self, day: Date) -> bool {
        self.repealed_on.is_some_and(|end| end <= day)
    }

    /// Whether it is not in force yet on `day`.
    pub fn is_future(&self, day: Date) -> bool {
        self.in_force_from.is_some_and(|start| day < start)
    }

    /// Its title without what only identifies it: "Tietosuojalaki", "yleinen tietosuoja-asetus".
    pub fn title(&self) -> &str {
        match self.kind {
            StatuteKind::Regulation | StatuteKind::Directive => {
                self.short.first().unwrap_or(&self.name_fi)
            }
            _ => &self.name_fi,
        }
    }

    /// Its title in Swedish, else in Finnish.
    pub fn title_sv(&self) -> &str {
        self.name_sv.as_ref().or(self.short_sv.first()).map_or(self.title(), String::as_str)
    }

    /// Its title in English, else in Finnish.
    pub fn title_en(&self) -> &str {
        self.name_en.first().map_or(self.title(), String::as_str)
    }

    fn overlaps(&self, other: &Self) -> bool {
        let starts = |a: &Self| a.in_force_from.unwrap_or(Date::MIN);
        let ends = |a: &Self| a.repealed_on.unwrap_or(Date::MAX);
        starts(self) < ends(other) && starts(other) < ends(self)
    }
}

impl ActNumber {
    /// The number in an id of the register: "523/1999", "(EU) N:o 910/2014", "95/46/EY".
    pub fn of_id(id: &str) -> Option<Self> {
        let union = id.starts_with('(') || id.matches('/').count() == 2;
        let digits = id.rsplit([' ', ')']).next()?;
        let mut parts = digits.split('/').map_while(|part| part.parse::<u32>().ok());
        let (first, second) = (parts.next()?, parts.next()?);
        let year_first = union && !id.contains("N:o");
        let (year, number) = if year_first { (first, second) } else { (second, first) };
        let year = if year < 100 { year + 1900 } else { year };
        Some(Self { year, number, union })
    }
}

fn at(file: &RuleFile, id: &str, what: &str) -> AuthorError {
    let place = file.text.find(&format!("id = \"{id}\"")).unwrap_or(0);
    file.error_at(place, format!("{id} {what}"))
}
