//! Fifth stage: the rules are run over what was recognised. One kind of rule a file.

pub mod document;
pub mod requires;
mod set;

use jiff::civil::Date;

use crate::finding::Finding;
use crate::language::Language;
use crate::recognise::Notice;
use crate::rule::{Rule, RuleKind};

pub use set::RuleSet;

/// What a check needs to know beside the notice.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    /// The day on which the law is looked at.
    pub as_of: Date,
    /// The language of messages.
    pub language: Language,
}

/// What all rules find in a notice, in order of place and rule.
pub fn all(notice: &Notice, rules: &RuleSet, context: &Context) -> Vec<Finding> {
    let mut findings: Vec<Finding> =
        rules.rules.iter().flat_map(|rule| one(rule, notice, *context)).collect();
    findings.sort_by(|a, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
    findings
}

/// What one rule finds.
fn one(rule: &Rule, notice: &Notice, context: Context) -> Vec<Finding> {
    match rule.kind {
        RuleKind::Document { document } => document::findings(rule, document, notice, &context),
        RuleKind::Requires { .. } => requires::findings(rule, notice, &context),
        RuleKind::Citation { .. } | RuleKind::Term { .. } => Vec::new(),
    }
}
