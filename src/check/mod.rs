//! Fifth stage: the rules are run over what was recognised. One kind of rule a file.

pub mod age;
mod carry;
pub mod consistency;
pub mod document;
mod example;
mod fill;
mod general;
mod recognised;
pub mod reference;
mod repair;
pub mod requires;
mod set;
mod since;
pub mod stale;
pub mod statute;
pub mod structure;
pub mod suppress;
pub mod term;
pub mod unlisted;

use jiff::civil::Date;

use crate::finding::{Finding, stamp};
use crate::language::Language;
use crate::law::Law;
use crate::recognise::{DocumentKind, Notice, Organisation};
use crate::rule::{Rule, RuleKind};

pub use example::Tried;
pub use set::{RuleSet, named, nearest};
pub use since::since;

/// What a check needs to know beside the notice.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    /// The day on which the law is looked at.
    pub as_of: Date,
    /// The last day of the time ahead for which repeals that are known are told.
    pub horizon: Option<Date>,
    /// The language of messages.
    pub language: Language,
}

/// What is known beside the notice and the rule.
#[derive(Debug, Clone, Copy)]
pub struct Known<'a> {
    /// Statutes and obsolete terms.
    pub law: &'a Law,
    /// Whose notices are read.
    pub organisation: &'a Organisation,
}

/// What all rules find in a notice, in order of place and rule.
pub fn all(notice: &Notice, rules: &RuleSet, context: &Context) -> Vec<Finding> {
    all_of(&rules.knowledge.organisation, notice, rules, context)
}

/// The same for the notice of an organisation.
fn all_of(
    organisation: &Organisation,
    notice: &Notice,
    rules: &RuleSet,
    context: &Context,
) -> Vec<Finding> {
    let known = Known { law: &rules.knowledge.law, organisation };
    // A recipe that names an old authority is no concern of ours.
    let is_notice = notice.profile.kind == DocumentKind::Notice;
    let mut findings: Vec<Finding> = rules
        .rules
        .iter()
        .filter(|rule| is_notice || matches!(rule.kind, RuleKind::Document { .. }))
        .flat_map(|rule| one(rule, notice, *context, known))
        .collect();
    if let Some(general) = &organisation.general_notice {
        general::cover(&mut findings, general, notice, *context);
    }
    carry::carry(&mut findings, &rules.rules);
    recognised::mark(&mut findings, notice);
    suppress::by_comments(&mut findings, notice, &rules.rules, *context);
    findings.sort_by(|a, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
    stamp(&mut findings, &notice.words);
    findings
}

/// What one rule finds.
fn one(rule: &Rule, notice: &Notice, context: Context, known: Known<'_>) -> Vec<Finding> {
    let law = known.law;
    match &rule.kind {
        RuleKind::Document { document } => document::findings(rule, *document, notice, &context),
        RuleKind::Requires { .. } => requires::findings(rule, notice, &context),
        RuleKind::Citation { problem } => statute::findings(rule, *problem, notice, &context, law),
        RuleKind::Term { term, unless_in_sentence } => {
            term::findings(rule, (*term, unless_in_sentence), notice, &context, law)
        }
        RuleKind::Unlisted { when } => unlisted::findings(rule, when, notice, &context),
        RuleKind::Consistency { when, or_when } => {
            let mut cases = std::iter::once(&**when).chain(or_when);
            let found = cases.find_map(|case| consistency::finding(rule, case, notice, &context));
            found.into_iter().collect()
        }
        RuleKind::Reference { to } => reference::findings(rule, to, notice, &context),
        // What puts findings aside is looked at when all of them are there.
        RuleKind::Suppression { .. } => Vec::new(),
        RuleKind::Age { from } => age::findings(rule, from, notice, &context),
        RuleKind::Stale { unless_in_sentence } => {
            stale::findings(rule, unless_in_sentence, notice, &context, law)
        }
        RuleKind::Structure { fault } => structure::findings(rule, *fault, notice, &context, known),
    }
}
