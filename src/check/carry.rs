//! One fault is one finding: where several rules see the same, the one that knows most speaks.

use std::collections::BTreeSet;

use crate::finding::Finding;
use crate::rule::Rule;

/// Takes out the findings that another finding's rule carries. The one that stays names the rules, is about their
/// item, and is no less grave.
pub(super) fn carry(findings: &mut Vec<Finding>, rules: &[Rule]) {
    let raised: BTreeSet<String> = findings.iter().map(|finding| finding.rule.clone()).collect();
    for rule in rules.iter().filter(|rule| raised.contains(&rule.name)) {
        let is_carried = |finding: &Finding| {
            let names = [Some(&finding.rule), finding.term.as_ref()];
            names.into_iter().flatten().any(|name| rule.carries.contains(name))
        };
        let carried: Vec<Finding> =
            findings.extract_if(.., |finding| is_carried(finding)).collect();
        let Some(speaks) = findings.iter_mut().find(|finding| finding.rule == rule.name) else {
            continue;
        };
        for finding in carried {
            speaks.level = speaks.level.max(finding.level);
            speaks.item = speaks.item.or(finding.item);
            speaks.also.extend(finding.also);
            speaks.also.push(finding.rule);
        }
        speaks.also.sort();
        speaks.also.dedup();
    }
}
