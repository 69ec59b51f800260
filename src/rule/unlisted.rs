//! What is named in one place and missing from the list where it belongs: the conditions of a rule of the kind
//! `unlisted`.

use std::collections::BTreeMap;

use super::consistency::FactTest;
use crate::canon::{Item, Kind, Status};
use crate::finding::Level;

/// When something is missing from a list.
///
/// Facts are named here by family: `vendor` stands for the fact `vendor` and for all of the name `vendor/…`. Two facts
/// of the same name after the stroke are about the same thing, whatever the words; facts without one are compared by
/// the capitalised words in them.
#[derive(Debug, Clone, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Unlisted {
    /// What is named: families of facts.
    pub named: Vec<String>,
    /// Only what is named in sections of these kinds; empty: anywhere outside the list.
    #[serde(default)]
    pub named_in: Vec<Kind>,
    /// Not what is named in sections of these kinds.
    #[serde(default)]
    pub not_in: Vec<Kind>,
    /// Not what is named in a sentence in which one of these facts stands.
    #[serde(default)]
    pub unless_in_sentence: Vec<FactTest>,
    /// The kinds of section that are the list. A notice without one lacks more than an entry: the rule is silent.
    pub list: Vec<Kind>,
    /// Families of facts that name the same in the list; without this those of `named`.
    #[serde(default)]
    pub listed_as: Vec<String>,
    /// Facts that in the list stand for whatever is not named one by one ("järjestelmien toimittajat").
    #[serde(default)]
    pub covered_by: Vec<String>,
    /// The level where the list is covered so; without this the rule is then silent.
    #[serde(default)]
    pub level_when_covered: Option<Level>,
    /// These items must have one of the statuses named.
    #[serde(default)]
    pub items: BTreeMap<Item, Vec<Status>>,
    /// The rule is silent when one of these facts stands anywhere in the notice.
    #[serde(default)]
    pub unless: Vec<FactTest>,
}

impl Unlisted {
    /// All families of facts that the conditions name.
    pub fn families(&self) -> impl Iterator<Item = &str> {
        let families = [&self.named, &self.listed_as, &self.covered_by];
        let unless =
            self.unless.iter().chain(&self.unless_in_sentence).map(|test| test.fact.as_str());
        families.into_iter().flatten().map(String::as_str).chain(unless)
    }

    /// The families that name things in the list.
    pub fn in_list(&self) -> &[String] {
        if self.listed_as.is_empty() { &self.named } else { &self.listed_as }
    }
}

/// The part of a fact's name that tells what it is of its family; `None` when it is of another family.
pub fn within_family<'a>(fact: &'a str, family: &str) -> Option<&'a str> {
    let rest = fact.strip_prefix(family)?;
    if rest.is_empty() { Some(rest) } else { rest.strip_prefix('/') }
}
