//! The items of five municipal notices against a lawyer's reading of them (`tests/seeds.toml`). The notices
//! themselves are not part of the project; without them the test says so and passes.

use std::collections::BTreeMap;

use jiff::civil::date;
use seloste::language::Language;
use seloste::layout::Script;
use seloste::recognise::{Knowledge, notice};
use seloste::rule::RuleFiles;

mod support;

#[derive(serde::Deserialize)]
struct Expected {
    status: BTreeMap<String, BTreeMap<String, String>>,
    miss: Vec<Miss>,
}

/// A row that is read otherwise, and why.
#[derive(serde::Deserialize)]
struct Miss {
    notice: String,
    item: String,
    says: String,
    #[serde(rename = "why")]
    _why: String,
}

#[test]
fn items_of_the_five_notices_have_the_status_that_a_lawyer_read() {
    let Some(folder) = support::shared("eval/seeds") else { return };
    let expected: Expected =
        toml::from_str(include_str!("seeds.toml")).expect("the expectations are TOML");
    let knowledge = Knowledge::load(&RuleFiles::embedded()).expect("the rule files are right");
    let mut wrong = Vec::new();
    for (name, items) in &expected.status {
        let text = std::fs::read_to_string(folder.join(format!("{name}.txt"))).expect("a notice");
        let read = notice(Script::plain(text), &knowledge, date(2026, 11, 22), Language::Fi, false);
        for found in &read.items {
            let word = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
            let item = word(serde_json::json!(found.item));
            let says = word(serde_json::json!(found.status));
            let miss = expected.miss.iter().find(|miss| miss.notice == *name && miss.item == item);
            let want = miss.map_or_else(|| items[&item].clone(), |miss| miss.says.clone());
            if !want.ends_with('?') && want != says {
                wrong.push(format!("{name} {item}: {says}, expected {want}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
