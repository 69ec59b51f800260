//! Items over whole notices whose sections are given.

use std::path::Path;

use super::{ItemRules, Reading, find};
use crate::canon::Kind;
use crate::finding::Confidence;
use crate::finnish::words::words;
use crate::language::Language;
use crate::layout::Script;
use crate::place::Span;
use crate::recognise::{DocumentKind, NoticeDate, Profile};
use crate::rule::RuleFiles;
use crate::segment::{Outline, Section};

fn outline(script: &Script, gold: &serde_json::Value) -> Outline {
    let empty = Vec::new();
    let sections = gold["sections"].as_array().unwrap_or(&empty);
    let starts: Vec<usize> =
        sections.iter().map(|s| s["line"].as_u64().unwrap_or(1) as usize - 1).collect();
    let mut out = Outline::default();
    for (index, section) in sections.iter().enumerate() {
        let line = script.lines[starts[index]].span;
        let end = starts.get(index + 1).map_or(script.text.len(), |n| script.lines[*n].span.start);
        let heading = section["heading"].as_str().unwrap_or("").to_owned();
        // Wrapped headings are as long as the gold says.
        let mut heading_end = line.start;
        let mut letters = heading.chars().filter(|c| c.is_alphanumeric()).count()
            + section["number"].as_str().unwrap_or("").chars().filter(char::is_ascii_digit).count();
        for (at, c) in script.text[line.start..end].char_indices() {
            if letters == 0 {
                break;
            }
            if c.is_alphanumeric() {
                letters -= 1;
            }
            heading_end = line.start + at + c.len_utf8();
        }
        let kinds: Vec<Kind> = serde_json::from_value(section["kinds"].clone()).unwrap_or_default();
        out.sections.push(Section {
            number: None,
            heading,
            heading_span: Span::new(line.start, heading_end),
            body: Span::new(heading_end, end.max(heading_end)),
            level: 1,
            kinds: if kinds.is_empty() { vec![Kind::Other] } else { kinds },
            confidence: Confidence::High,
            because: Vec::new(),
        });
    }
    out
}

#[test]
#[ignore = "prints the items of labelled notices with their labelled sections"]
fn dump() {
    let rules = ItemRules::load(&RuleFiles::embedded()).expect("the rule files are right");
    let mut documents = Vec::new();
    let folder = std::env::var("NOTICES").expect("a folder");
    let mut paths: Vec<_> = std::fs::read_dir(Path::new(&folder))
        .expect("readable")
        .map(|entry| entry.expect("entry").path())
        .collect();
    paths.sort();
    for path in paths {
        let gold = ["gold.json", "expected.json"]
            .iter()
            .find_map(|name| std::fs::read_to_string(path.join(name)).ok());
        let text = ["notice.txt", "notice.md"]
            .iter()
            .find_map(|name| std::fs::read_to_string(path.join(name)).ok());
        let (Some(gold), Some(text)) = (gold, text) else { continue };
        let gold: serde_json::Value = serde_json::from_str(&gold).expect("json");
        let script = Script::plain(text);
        let words = words(&script.text);
        let mut outline = outline(&script, &gold);
        if let Some(drop) = std::env::var("DROP").ok().and_then(|n| n.parse::<usize>().ok()) {
            let mut at = 0;
            outline.sections.retain(|s| {
                at += 1;
                (at * 7 + s.heading.len()) % 4 != drop
            });
        }
        let profile = Profile {
            language: Language::Fi,
            kind: DocumentKind::Notice,
            title: None,
            date: gold["date"]
                .as_str()
                .map(|iso| NoticeDate { iso: iso.to_owned(), span: Span::new(0, 0) }),
            public_body: gold["public_body"].as_bool().unwrap_or(false),
        };
        let reading = Reading {
            script: &script,
            words: &words,
            outline: &outline,
            profile: &profile,
            citations: &[],
            unread: false,
            language: Language::Fi,
        };
        let found = find(&rules, &reading);
        let items: Vec<_> = found
            .items
            .iter()
            .map(|item| {
                serde_json::json!({
                    "item": item.item, "status": item.status, "reason": item.reason,
                    "evidence": item.evidence.iter().map(|s| serde_json::json!({
                        "line": script.line_at(s.start) + 1, "quote": s.of(&script.text)})).collect::<Vec<_>>(),
                })
            })
            .collect();
        let signals: Vec<_> = found
            .signals
            .iter()
            .map(|s| {
                serde_json::json!([
                    s.signal,
                    s.spans.iter().map(|p| p.of(&script.text)).collect::<Vec<_>>()
                ])
            })
            .collect();
        documents.push(serde_json::json!({
            "path": path.join("notice.txt").display().to_string(), "items": items, "signals": signals,
            "examined": true, "citations": [], "sections": [], "findings": [], "date": gold["date"],
        }));
    }
    let out = std::env::var("OUT").expect("a file");
    std::fs::write(out, serde_json::json!({ "documents": documents }).to_string())
        .expect("written");
}

/// The status of an item in a text, as the whole recogniser reads it.
fn status_of(knowledge: &crate::recognise::Knowledge, item: &str, text: &str) -> String {
    let as_of = jiff::civil::date(2026, 11, 22);
    let script = Script::plain(text.to_owned());
    let notice = crate::recognise::notice(script, knowledge, as_of, Language::Fi, false);
    let named = |status: &dyn erased::Named| status.name();
    let found = notice.items.iter().find(|found| named(&found.item) == item);
    found.map_or_else(|| "no such item".to_owned(), |found| named(&found.status))
}

/// Names as the JSON output writes them.
mod erased {
    pub(super) trait Named {
        fn name(&self) -> String;
    }

    impl<T: serde::Serialize> Named for T {
        fn name(&self) -> String {
            serde_json::to_value(self)
                .ok()
                .and_then(|v| v.as_str().map(str::to_owned))
                .unwrap_or_default()
        }
    }
}

#[test]
fn wordings_have_their_status() {
    let knowledge = crate::recognise::Knowledge::load(&RuleFiles::embedded())
        .expect("the rule files are right");
    let mut wrong = Vec::new();
    for line in include_str!("sentences.txt").lines() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (miss, case) = line.strip_prefix("miss ").map_or((false, line), |case| (true, case));
        let (item, rest) = case.split_once(' ').expect("item");
        let (status, text) = rest.split_once(' ').expect("status");
        let got = status_of(
            &knowledge,
            item,
            &format!("Tietosuojaseloste\n\n{}", text.replace('|', "\n")),
        );
        if (got == status) == miss {
            wrong.push(format!("{got}: {line}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
