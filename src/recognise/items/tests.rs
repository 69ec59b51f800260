//! Wordings and their status: `sentences.txt`, read as the whole recogniser reads a notice.

use jiff::civil::date;

use crate::language::Language;
use crate::layout::Script;
use crate::recognise::{Knowledge, notice};
use crate::rule::RuleFiles;

/// The status of an item in a text, as the JSON output writes it.
fn status_of(knowledge: &Knowledge, item: &str, text: &str) -> String {
    let script = Script::plain(format!("Tietosuojaseloste\n\n{text}"));
    let read = notice(script, knowledge, date(2026, 11, 22), Language::Fi, false);
    let name = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let mut found = read.items.iter();
    let found = found.find(|found| name(serde_json::json!(found.item)) == item);
    found.map_or_else(|| "no such item".to_owned(), |found| name(serde_json::json!(found.status)))
}

#[test]
fn wordings_have_their_status() {
    let knowledge = Knowledge::load(&RuleFiles::embedded()).expect("the rule files are right");
    let mut wrong = Vec::new();
    for line in include_str!("sentences.txt").lines() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (miss, case) = line.strip_prefix("miss ").map_or((false, line), |case| (true, case));
        let mut parts = case.splitn(3, ' ');
        let mut part = || parts.next().expect("item, status and text");
        let (item, status, text) = (part(), part(), part());
        let got = status_of(&knowledge, item, &text.replace('|', "\n"));
        if (got == status) == miss {
            wrong.push(format!("{got}: {line}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_notice_with_any_line_left_out_is_read() {
    let knowledge = Knowledge::load(&RuleFiles::embedded()).expect("the rule files are right");
    let text = include_str!("../../../corpus/rastilomake-tyopaja/notice.txt");
    let lines: Vec<&str> = text.lines().collect();
    for left_out in 0..lines.len() {
        let rest = [&lines[..left_out], &lines[left_out + 1..]].concat().join("\n");
        let first: String = rest.chars().take(rest.len() * left_out / lines.len()).collect();
        for text in [rest, first] {
            let read =
                notice(Script::plain(text), &knowledge, date(2026, 11, 22), Language::Fi, false);
            assert!(read.items.is_empty() || read.items.len() == crate::canon::Item::ALL.len());
        }
    }
}
