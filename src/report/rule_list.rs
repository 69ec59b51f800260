//! The rules as a list: what `seloste rules` prints.

use std::fmt::Write as _;

use serde::Serialize;

use super::rule_page;
use crate::finding::{Confidence, Level};
use crate::language::Language;
use crate::rule::Rule;

/// One line a rule: name, level, family, title and legal basis.
pub fn table(rules: &[Rule], language: Language) -> String {
    let width = |of: fn(&Rule) -> usize| rules.iter().map(of).max().unwrap_or_default();
    let (names, families) =
        (width(|rule| rule.name.chars().count()), width(|rule| rule.family.chars().count()));
    let mut out = String::new();
    for rule in rules {
        let level = rule_page::level(rule.level, language);
        let title = rule.title.in_language(language);
        let basis = rule.source.cited(language);
        let (name, family) = (&rule.name, &rule.family);
        let _ = writeln!(out, "{name:<names$} {level:<9} {family:<families$} {title} – {basis}");
    }
    out
}

/// All rules as JSON; sentences in one language, keys in none.
pub fn json(rules: &[Rule], language: Language) -> String {
    let rules: Vec<Entry<'_>> = rules.iter().map(|rule| Entry::of(rule, language)).collect();
    let list = List { schema_version: 1, rules };
    // Maps with string keys only: there is nothing that could fail.
    serde_json::to_string_pretty(&list).unwrap_or_default() + "\n"
}

#[derive(Serialize)]
struct List<'a> {
    schema_version: u8,
    rules: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    name: &'a str,
    family: &'a str,
    catalogue: Option<&'a str>,
    level: Level,
    level_when: Vec<When<'a>>,
    confidence: Confidence,
    title: &'a str,
    message: &'a str,
    help: &'a str,
    why: &'a str,
    basis: String,
}

#[derive(Serialize)]
struct When<'a> {
    level: Level,
    when: &'a str,
}

impl<'a> Entry<'a> {
    fn of(rule: &'a Rule, language: Language) -> Self {
        let level_when = rule
            .level_when
            .iter()
            .map(|when| When { level: when.level, when: when.when.in_language(language) });
        Self {
            name: &rule.name,
            family: &rule.family,
            catalogue: rule.catalogue.as_deref(),
            level: rule.level,
            level_when: level_when.collect(),
            confidence: rule.confidence,
            title: rule.title.in_language(language),
            message: rule.message.in_language(language),
            help: rule.help.in_language(language),
            why: rule.why.in_language(language),
            basis: rule.source.cited(language),
        }
    }
}
