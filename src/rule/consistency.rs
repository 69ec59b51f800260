//! What two places of a notice say of each other: the conditions of a rule of the kind `consistency`.

use std::collections::BTreeMap;

use crate::canon::{Item, Signal, Status};

/// When the rule fires. All conditions must hold.
#[derive(Debug, Clone, Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Consistency {
    /// The place of the finding: one of these facts. Without it the finding lies where the first of `items` does.
    #[serde(default)]
    pub at: Vec<FactTest>,
    /// So many different facts of `at` must stand in one section.
    #[serde(default)]
    pub distinct: Option<usize>,
    /// So many places must stand in one section.
    #[serde(default)]
    pub at_least: Option<usize>,
    /// A second place: one of these facts. It becomes the second label of the finding.
    #[serde(default)]
    pub against: Vec<FactTest>,
    /// Where the second place may be.
    #[serde(default)]
    pub against_in: Reach,
    /// None of these may stand in the sentence of the second place.
    #[serde(default)]
    pub against_unless_in_sentence: Vec<FactTest>,
    /// None of these facts may stand anywhere in the notice.
    #[serde(default)]
    pub unless: Vec<FactTest>,
    /// None of these may stand in the section of the place.
    #[serde(default)]
    pub unless_in_section: Vec<FactTest>,
    /// None of these may stand in the sentence of the place.
    #[serde(default)]
    pub unless_in_sentence: Vec<FactTest>,
    /// One of these signals must be seen; empty: no matter.
    #[serde(default)]
    pub any_of: Vec<Signal>,
    /// All of these signals must be seen.
    #[serde(default)]
    pub all_of: Vec<Signal>,
    /// None of these signals may be seen.
    #[serde(default)]
    pub none_of: Vec<Signal>,
    /// These items must have one of the statuses named.
    #[serde(default)]
    pub items: BTreeMap<Item, Vec<Status>>,
}

impl Consistency {
    /// All facts that the conditions name.
    pub fn facts(&self) -> impl Iterator<Item = &str> {
        let tests = [
            &self.at,
            &self.against,
            &self.against_unless_in_sentence,
            &self.unless,
            &self.unless_in_section,
            &self.unless_in_sentence,
        ];
        tests.into_iter().flatten().map(|test| test.fact.as_str())
    }
}

/// Where a second place may be, seen from the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// Anywhere in the notice.
    #[default]
    Notice,
    /// In the same section.
    Section,
    /// In another section.
    OtherSection,
    /// In the same sentence.
    Sentence,
}

/// A fact and how it is told. What is not named does not matter.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(from = "WrittenTest")]
pub struct FactTest {
    /// Its name in `rules/facts/`.
    pub fact: String,
    /// Whether its clause is negated.
    pub negated: Option<bool>,
    /// Whether its clause is hedged ("pääsääntöisesti").
    pub hedged: Option<bool>,
    /// Whether its sentence sets a condition ("ellei", "mikäli").
    pub conditional: Option<bool>,
    /// Whether its clause says that it is the only one ("vain").
    pub only: Option<bool>,
}

/// A fact by its name alone, or with how it is told.
#[derive(serde::Deserialize, schemars::JsonSchema)]
#[serde(untagged)]
enum WrittenTest {
    Name(String),
    Told(Told),
}

#[derive(serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
struct Told {
    fact: String,
    negated: Option<bool>,
    hedged: Option<bool>,
    conditional: Option<bool>,
    only: Option<bool>,
}

impl From<WrittenTest> for FactTest {
    fn from(written: WrittenTest) -> Self {
        match written {
            WrittenTest::Name(fact) => {
                Self { fact, negated: None, hedged: None, conditional: None, only: None }
            }
            WrittenTest::Told(Told { fact, negated, hedged, conditional, only }) => {
                Self { fact, negated, hedged, conditional, only }
            }
        }
    }
}
