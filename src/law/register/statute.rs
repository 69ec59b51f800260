//! One statute, and what can be asked of it alone.

use jiff::civil::Date;

use crate::finding::Confidence;
use crate::law::index::{Repeal, Row};
use crate::law::names::{ActNames, StatuteKind};

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
    #[serde(default, deserialize_with = "crate::law::date::maybe_iso")]
    pub renamed_on: Option<Date>,
    /// Act that changed the title.
    pub renamed_by: Option<String>,
    /// Other correct ways to write the number.
    #[serde(default)]
    pub also_written: Vec<String>,
    /// What kind of act it is.
    pub kind: StatuteKind,
    /// First day in force.
    #[serde(default, deserialize_with = "crate::law::date::maybe_iso")]
    pub in_force_from: Option<Date>,
    /// First day out of force.
    #[serde(default, deserialize_with = "crate::law::date::maybe_iso")]
    pub repealed_on: Option<Date>,
    /// Act with the repeal clause.
    pub repealed_by: Option<String>,
    /// Acts that took its place.
    #[serde(default)]
    pub replaced_by: Vec<String>,
    /// Day from which named parts are out of force.
    #[serde(default, deserialize_with = "crate::law::date::maybe_iso")]
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
    /// Which of the two registers tells of it.
    #[serde(skip)]
    pub origin: Origin,
    /// Acts that it amends or repeals, as the index tells: a citation of it is probably meant for the first.
    #[serde(skip)]
    pub amends: Vec<String>,
}

/// Which register tells of a statute.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The index made from open data.
    Index,
    /// The register that people keep, which wins where both speak.
    #[default]
    Curated,
}

impl Statute {
    /// An act of which nothing is known.
    pub(super) const UNKNOWN: Self = Self {
        id: String::new(),
        name_fi: String::new(),
        name_sv: None,
        name_en: Vec::new(),
        short: Vec::new(),
        short_sv: Vec::new(),
        abbreviations: Vec::new(),
        former_names: Vec::new(),
        renamed_on: None,
        renamed_by: None,
        also_written: Vec::new(),
        kind: StatuteKind::Other,
        in_force_from: None,
        repealed_on: None,
        repealed_by: None,
        replaced_by: Vec::new(),
        partially_repealed_on: None,
        partially_repealed_by: None,
        repealed_sections: Vec::new(),
        partial_note: None,
        note: None,
        confidence: Confidence::Low,
        source: String::new(),
        origin: Origin::Index,
        amends: Vec::new(),
    };

    /// An act as the index tells of it.
    pub(super) fn of_row(row: Row) -> Self {
        let has_own_title = row.has_own_title() || !row.amends.is_empty();
        let title = if has_own_title { row.title_fi } else { String::new() };
        Self {
            name_fi: title,
            name_sv: Some(row.title_sv).filter(|title| !title.is_empty()),
            kind: row.kind,
            in_force_from: row.in_force_from.or(row.issued),
            repealed_on: match row.repeal {
                Repeal::On(day) => Some(day),
                Repeal::None | Repeal::Undated => None,
            },
            repealed_by: row.repealed_by,
            replaced_by: row.replaced_by,
            note: Some(row.notes).filter(|notes| !notes.is_empty()),
            confidence: row.confidence,
            source: format!("http://data.finlex.fi/eli/sd/{}", reversed(&row.id)),
            amends: row.amends,
            id: row.id,
            ..Self::UNKNOWN
        }
    }

    /// Whether it is out of force on `day`.
    pub fn is_repealed(&self, day: Date) -> bool {
        self.repealed_on.is_some_and(|end| end <= day)
    }

    /// Whether it is not in force yet on `day`.
    pub fn is_future(&self, day: Date) -> bool {
        self.in_force_from.is_some_and(|start| day < start)
    }

    /// Whether it is in force on `day`.
    pub fn is_in_force(&self, day: Date) -> bool {
        !self.is_repealed(day) && !self.is_future(day)
    }

    /// Whether the register knows hardly more than that there is such an act: its status is not told then.
    pub fn is_a_hint(&self) -> bool {
        self.origin == Origin::Index && self.confidence == Confidence::Low
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

    /// The names that people keep of it.
    pub(in crate::law) fn own_names(&self) -> ActNames<'_> {
        ActNames {
            kind: self.kind,
            name_fi: &self.name_fi,
            former_names: &self.former_names,
            name_sv: self.name_sv.as_deref(),
            name_en: &self.name_en,
            short: &self.short,
            short_sv: &self.short_sv,
            abbreviations: &self.abbreviations,
        }
    }

    /// Every name it goes by: titles, short names, abbreviations.
    pub(in crate::law) fn names(&self) -> impl Iterator<Item = &str> {
        let names = self.own_names();
        names.titles().chain(names.shorts()).chain(self.abbreviations.iter().map(String::as_str))
    }

    /// Whether there is a day on which both it and the other are in force.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        let starts = |a: &Self| a.in_force_from.unwrap_or(Date::MIN);
        let ends = |a: &Self| a.repealed_on.unwrap_or(Date::MAX);
        starts(self) < ends(other) && starts(other) < ends(self)
    }
}

/// "1999/523" of "523/1999", as addresses have it.
fn reversed(id: &str) -> String {
    id.split_once('/').map_or_else(|| id.to_owned(), |(number, year)| format!("{year}/{number}"))
}
