//! Which rules speak, and how loudly: what a user chose.

use super::{Rule, RuleKind};
use crate::finding::{Finding, Level};

/// What a user chose; empty lists choose nothing.
#[derive(Debug, Clone, Default)]
pub struct Selection {
    /// Only rules that one of these names; all when empty.
    pub select: Vec<String>,
    /// Whether pedantic rules speak without being selected.
    pub pedantic: bool,
    /// No rules that one of these names.
    pub ignore: Vec<String>,
    /// Rules whose findings get another level.
    pub levels: Vec<(String, Level)>,
}

impl Selection {
    /// Keeps the findings that were asked for, at the levels asked for. Selection comes last, so that an
    /// ignored rule does not bring back another on the same fault.
    pub fn apply(&self, findings: &mut Vec<Finding>, rules: &[Rule]) {
        findings.retain_mut(|finding| {
            let Some(rule) = rules.iter().find(|rule| rule.name == finding.rule) else {
                return true;
            };
            let is_named = |names: &[String]| names.iter().any(|name| names_rule(name, rule));
            if let Some((_, level)) = self.levels.iter().rev().find(|(n, _)| names_rule(n, rule)) {
                finding.level = *level;
            }
            // Who asks for a rule gets its fault, also where another rule tells it.
            let stands_for = |rule: &&Rule| finding.also.contains(&rule.name);
            let told_for =
                |name: &String| rules.iter().filter(stands_for).any(|rule| names_rule(name, rule));
            let by_default = self.select.is_empty() && (self.pedantic || !rule.pedantic);
            let asked = by_default || is_named(&self.select) || self.select.iter().any(told_for);
            asked && !is_named(&self.ignore)
        });
    }

    /// These choices with others laid over them: a selection of rules takes the place of this one, the rest is added.
    #[must_use]
    pub fn with(mut self, other: &Self) -> Self {
        if !other.select.is_empty() {
            self.select.clone_from(&other.select);
        }
        self.pedantic |= other.pedantic;
        self.ignore.extend_from_slice(&other.ignore);
        self.levels.extend_from_slice(&other.levels);
        self
    }

    /// The names that name no rule.
    pub fn unknown_names<'a>(&'a self, rules: &'a [Rule]) -> impl Iterator<Item = &'a str> {
        let levels = self.levels.iter().map(|(name, _)| name);
        self.select
            .iter()
            .chain(&self.ignore)
            .chain(levels)
            .filter(|name| !rules.iter().any(|rule| names_rule(name, rule)))
            .map(String::as_str)
    }
}

/// Whether `name` is the rule's own, that of its family, its number in the catalogue, or the article of the item it asks
/// for: "13(2)(a)", or any beginning of it that ends at a bracket, as "13(2)".
pub fn names_rule(name: &str, rule: &Rule) -> bool {
    let of_article = match &rule.kind {
        RuleKind::Requires { item, .. } => item.article().split(", ").any(|article| {
            article.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('('))
        }),
        _ => false,
    };
    rule.answers_to(name) || name == rule.family || of_article
}
