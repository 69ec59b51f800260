//! The consistency checks on the five municipal notices that the catalogue was made with: what must be told, and what must not.
//!
//! The notices are no part of the project; where they are missing the test says so and passes.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

mod support;

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    must: Vec<String>,
    should: Vec<String>,
    may: Vec<String>,
    silent: Vec<(String, u64)>,
}

/// At most so many findings of checks a notice that no list names.
const OUTSIDE: usize = 2;

/// How many of the checks that should fire do, in percent; some need what no register holds.
const SHOULD: usize = 85;

#[test]
fn the_checks_tell_what_a_lawyer_told() {
    let Some(folder) = support::shared("eval/seeds") else { return };
    let expected: BTreeMap<String, Expected> =
        toml::from_str(include_str!("checks_of_seeds.toml")).expect("the expectations are TOML");
    let mut wrong = Vec::new();
    let (mut hit, mut wanted) = (0, 0);
    for (name, expected) in &expected {
        let found = fired(&support::check([folder.join(format!("{name}.txt"))]));
        let numbers: BTreeSet<&str> = found.iter().map(|(number, _)| number.as_str()).collect();
        let missing = expected.must.iter().filter(|check| !numbers.contains(check.as_str()));
        wrong.extend(missing.map(|check| format!("{name}: {check} does not fire")));
        let loud = expected
            .silent
            .iter()
            .filter(|place| found.contains(&(place.0.clone(), Some(place.1))));
        wrong.extend(loud.map(|place| format!("{name}: {place:?} fires")));
        let known = [&expected.must, &expected.should, &expected.may];
        let outside =
            numbers.iter().filter(|n| !known.iter().any(|list| list.iter().any(|c| c == *n)));
        let outside: Vec<_> = outside.collect();
        if outside.len() > OUTSIDE {
            wrong.push(format!("{name}: {outside:?} are in no list"));
        }
        hit += expected.should.iter().filter(|check| numbers.contains(check.as_str())).count();
        wanted += expected.should.len();
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(hit * 100 >= wanted * SHOULD, "{hit} of {wanted} checks that should fire do");
}

/// Number and line of every finding of a check.
fn fired(output: &Value) -> BTreeSet<(String, Option<u64>)> {
    let findings = support::list(&output["documents"][0], "findings");
    let of_checks = findings.iter().filter_map(|finding| {
        Some((finding["catalogue"].as_str()?.to_owned(), finding["place"]["line"].as_u64()))
    });
    of_checks.collect()
}
