//! A rule's own examples, run as a notice would be.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{Context, RuleSet, all_of};
use crate::finding::Finding;
use crate::language::Language;
use crate::layout::Script;
use crate::recognise::{Notice, notice};
use crate::rule::{Example, Rule, RuleKind};

/// What came of an example.
#[derive(Debug)]
pub struct Tried {
    /// The example as it was read.
    pub notice: Notice,
    /// What the rule found, also where another rule's finding stands for it.
    pub findings: Vec<Finding>,
}

impl Tried {
    /// Runs an example of a rule, on the day `as_of` where it names none itself.
    pub fn of(
        case: &Example,
        rule: &Rule,
        rules: &RuleSet,
        as_of: Date,
        language: Language,
    ) -> Self {
        let as_of = case.as_of.as_deref().and_then(|day| day.parse().ok()).unwrap_or(as_of);
        let horizon = case.horizon.map(|days| as_of.saturating_add(i64::from(days).days()));
        let context = Context { as_of, horizon, language };
        let script = Script::plain(text_of(case, rule));
        let notice = notice(script, &rules.knowledge, context.as_of, context.language, false);
        let organisation = case.organisation.as_ref().unwrap_or(&rules.knowledge.organisation);
        let mut findings = all_of(organisation, &notice, rules, &context);
        findings.retain(|found| found.rule == rule.name || found.also.contains(&rule.name));
        Self { notice, findings }
    }
}

/// An example of a rule on what stands in a notice is a sentence or two; a title makes it the notice that it stands for.
fn text_of(case: &Example, rule: &Rule) -> String {
    match rule.kind {
        RuleKind::Requires { .. } | RuleKind::Document { .. } => case.text.clone(),
        _ => format!("Tietosuojaseloste\n\n{}", case.text),
    }
}
