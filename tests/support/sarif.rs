//! A SARIF report as it is kept in snapshots.

use serde_json::Value;

/// Leaves out what differs from one version or set of rules to the next. Of the rules those stay that a result names,
/// at most so many.
pub(crate) fn leave_out_versions(log: &mut Value, most_rules: usize) {
    let run = &mut log["runs"][0];
    let rules = super::list(&run["tool"]["driver"], "rules").to_vec();
    let mut named = Vec::new();
    for result in run["results"].as_array_mut().expect("results") {
        // What was not examined is no rule's.
        let index = result.as_object_mut().expect("a result").remove("ruleIndex");
        let Some(index) = index.and_then(|index| index.as_u64()) else { continue };
        let rule = &rules[usize::try_from(index).expect("small")];
        assert_eq!(rule["id"], result["ruleId"]);
        if !named.contains(rule) && named.len() < most_rules {
            named.push(rule.clone());
        }
    }
    let driver = &mut run["tool"]["driver"];
    driver["rules"] = named.into();
    driver["properties"]["rules"] = "…".into();
    driver["semanticVersion"] = "…".into();
}
