//! A clean notice with exactly one thing broken gets exactly the finding on that thing.
//!
//! `mutations.toml` says what is broken; the clean notices are those of `corpus/` without a finding above note.

use std::collections::{BTreeMap, BTreeSet};

use seloste::check::{Context, RuleSet, all};
use seloste::finding::Level;
use seloste::language::Language;
use seloste::layout::Script;
use seloste::recognise::notice;
use seloste::rule::RuleFiles;

mod support;

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Mutations {
    /// Checks without a mutation, and why.
    without: BTreeMap<String, String>,
    mutation: Vec<Mutation>,
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Mutation {
    /// The rule that must speak.
    rule: String,
    /// The notice, by its folder.
    notice: String,
    /// What is changed, in order: the words that stand there and the words put there.
    change: Vec<[String; 2]>,
    /// Other rules that the change rightly brings up.
    #[serde(default)]
    also: Vec<String>,
    /// The day of the check, where another than usual is meant.
    #[serde(default)]
    as_of: Option<String>,
}

#[test]
fn one_thing_broken_is_one_finding() {
    let rules = RuleSet::load(&RuleFiles::embedded()).expect("the rule files are right");
    let written = mutations();
    let wrong: Vec<String> =
        written.mutation.iter().filter_map(|mutation| wrong_in(mutation, &rules)).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_check_of_the_catalogue_has_a_mutation() {
    let rules = RuleSet::load(&RuleFiles::embedded()).expect("the rule files are right");
    let written = mutations();
    let broken: BTreeSet<&str> = written.mutation.iter().map(|m| m.rule.as_str()).collect();
    let checks = rules.rules.iter().filter_map(|rule| Some((rule.catalogue.as_deref()?, rule)));
    let without: BTreeSet<&str> = checks
        .clone()
        .filter(|(_, rule)| broken.contains(rule.name.as_str()))
        .map(|(number, _)| number)
        .collect();
    let missing: BTreeSet<&str> = checks
        .map(|(number, _)| number)
        .filter(|number| !without.contains(number) && !written.without.contains_key(*number))
        .collect();
    assert_eq!(missing, BTreeSet::new(), "checks without a mutation");
}

fn mutations() -> Mutations {
    toml::from_str(include_str!("mutations.toml")).expect("the mutations are TOML")
}

/// What is wrong with the findings after a mutation.
fn wrong_in(mutation: &Mutation, rules: &RuleSet) -> Option<String> {
    let path = support::root().join("corpus").join(&mutation.notice).join("notice.txt");
    let clean = std::fs::read_to_string(path).expect("a notice of the corpus");
    let mut broken = clean.clone();
    for [from, to] in &mutation.change {
        if !broken.contains(from.as_str()) {
            return Some(format!("{}: the notice does not hold {from:?}", mutation.rule));
        }
        broken = broken.replacen(from.as_str(), to, 1);
    }
    let day = mutation.as_of.as_deref().unwrap_or(support::AS_OF).parse().expect("a date");
    let before = found(clean, rules, day);
    if let Some((rule, _)) = before.iter().find(|(_, level)| **level > Level::Note) {
        return Some(format!("{}: the clean notice has {rule}", mutation.notice));
    }
    let after = found(broken, rules, day);
    let new: BTreeSet<&str> =
        after.keys().filter(|rule| !before.contains_key(*rule)).map(String::as_str).collect();
    let wanted: BTreeSet<&str> =
        std::iter::once(&mutation.rule).chain(&mutation.also).map(String::as_str).collect();
    (new != wanted)
        .then(|| format!("{} in {}: {new:?}, expected {wanted:?}", mutation.rule, mutation.notice))
}

/// The rules that speak on a text, with the gravest level of each.
fn found(text: String, rules: &RuleSet, day: jiff::civil::Date) -> BTreeMap<String, Level> {
    let notice = notice(Script::plain(text), &rules.knowledge, day, Language::Fi, false);
    let context = Context { as_of: day, horizon: None, language: Language::Fi };
    let mut levels = BTreeMap::new();
    for finding in all(&notice, rules, &context) {
        let level = levels.entry(finding.rule).or_insert(finding.level);
        *level = finding.level.max(*level);
    }
    levels
}
