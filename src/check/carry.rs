//! One fault is one finding: where several rules see the same, the one that knows most speaks.
//!
//! The finding of a check stands for those of the rules that its rule carries and, where it is about an item, for the
//! finding that the item is absent or weak.

use std::collections::BTreeSet;

use crate::finding::Finding;
use crate::rule::{Rule, RuleKind};

/// Takes out the findings that another finding stands for. The one that stays names their rules, is about their item,
/// and is no less grave.
pub(super) fn carry(findings: &mut Vec<Finding>, rules: &[Rule]) {
    let raised: BTreeSet<String> = findings.iter().map(|finding| finding.rule.clone()).collect();
    let requires: BTreeSet<&str> = rules
        .iter()
        .filter(|rule| matches!(rule.kind, RuleKind::Requires { .. }))
        .map(|rule| rule.name.as_str())
        .collect();
    for rule in rules.iter().filter(|rule| raised.contains(&rule.name)) {
        let is_of_item = !requires.contains(rule.name.as_str());
        let of_rule = findings.iter().filter(|finding| finding.rule == rule.name);
        let items: Vec<_> = of_rule.map(|finding| finding.item).collect();
        for item in items {
            let is_carried = |finding: &Finding| {
                let names = [Some(&finding.rule), finding.term.as_ref()];
                let of_item = is_of_item && item.is_some() && finding.item == item;
                names.into_iter().flatten().any(|name| rule.carries.contains(name))
                    || (of_item && requires.contains(finding.rule.as_str()))
            };
            let carried: Vec<Finding> = findings.extract_if(.., |f| is_carried(f)).collect();
            let speaks = findings.iter_mut().find(|f| f.rule == rule.name && f.item == item);
            if let Some(speaks) = speaks {
                for finding in carried {
                    take_over(speaks, finding);
                }
            }
        }
    }
}

/// What the finding that stays takes from one that goes.
fn take_over(speaks: &mut Finding, carried: Finding) {
    speaks.level = speaks.level.max(carried.level);
    speaks.item = speaks.item.or(carried.item);
    speaks.also.extend(carried.also);
    speaks.also.push(carried.rule);
    speaks.also.sort();
    speaks.also.dedup();
}
