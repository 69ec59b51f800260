//! The invented notices in `corpus/` against what a person wrote down about them.
//!
//! What is read otherwise today stands in `corpus-known-misses.txt` with its reason. A miss that is not listed fails,
//! and so does a listed one that is gone.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::{Value, json};

mod support;
use support::list;

#[test]
fn the_corpus_is_read_as_a_person_read_it() {
    let paths = notices();
    let output = support::check(&paths);
    let mut found = BTreeSet::new();
    for (path, document) in paths.iter().zip(list(&output, "documents")) {
        let folder = path.parent().expect("a folder");
        let text = std::fs::read_to_string(folder.join("expected.json")).expect("the truth");
        let expected: Value = serde_json::from_str(&text).expect("JSON");
        let slug = folder.file_name().unwrap_or_default().to_string_lossy();
        found.extend(misses(&expected, document).iter().map(|miss| format!("{slug} {miss}")));
    }
    let listed = include_str!("corpus-known-misses.txt");
    let known: BTreeSet<_> = listed
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(str::to_owned)
        .collect();
    let fresh: Vec<_> = found.difference(&known).collect();
    let gone: Vec<_> = known.difference(&found).collect();
    assert!(
        fresh.is_empty() && gone.is_empty(),
        "new misses: {fresh:#?}\nlisted and gone (take them out): {gone:#?}"
    );
}

fn notices() -> Vec<PathBuf> {
    let folders = std::fs::read_dir(support::root().join("corpus")).expect("the corpus");
    let mut paths: Vec<_> = folders
        .filter_map(|entry| {
            let folder = entry.ok()?.path();
            ["notice.txt", "notice.md"].iter().map(|n| folder.join(n)).find(|path| path.is_file())
        })
        .collect();
    paths.sort();
    assert!(paths.len() >= 30, "the corpus was not found");
    paths
}

fn misses(expected: &Value, document: &Value) -> Vec<String> {
    let mut misses = whole(expected, document);
    if expected["is_notice"] == true {
        misses.extend(sections(expected, document));
        misses.extend(items(expected, document));
    }
    misses.extend(citations(expected, document));
    misses.extend(findings(expected, document));
    misses
}

fn whole(expected: &Value, document: &Value) -> Vec<String> {
    let kind = match &expected["is_notice"] {
        Value::Bool(true) => json!("notice"),
        Value::Bool(false) => json!("other"),
        word => word.clone(),
    };
    [
        ("date", &expected["date"]),
        ("language", &expected["language"]),
        ("public_body", &expected["public_body"]),
        ("kind", &kind),
    ]
    .into_iter()
    .filter(|(key, want)| document[key] != **want)
    .map(|(key, want)| format!("{key} {want} read as {}", document[key]))
    .collect()
}

fn sections(expected: &Value, document: &Value) -> Vec<String> {
    let wanted = list(expected, "sections");
    let found = list(document, "sections");
    let kinds = |section: &Value| -> BTreeSet<String> {
        list(section, "kinds").iter().map(|kind| word(kind).to_owned()).collect()
    };
    let lacking = wanted.iter().filter_map(|want| {
        let line = &want["line"];
        match found.iter().find(|section| section["place"]["line"] == *line) {
            None => Some(format!("section {line} missed")),
            Some(section) if kinds(section) == kinds(want) => None,
            Some(section) => {
                Some(format!("section {line} {:?} read as {:?}", kinds(want), kinds(section)))
            }
        }
    });
    let extra = found.iter().filter_map(|section| {
        let line = &section["place"]["line"];
        let known = wanted.iter().any(|want| want["line"] == *line);
        (!known).then(|| format!("section {line} extra"))
    });
    lacking.chain(extra).collect()
}

fn items(expected: &Value, document: &Value) -> Vec<String> {
    let found = list(document, "items");
    let Some(wanted) = expected["items"].as_object() else { return Vec::new() };
    wanted
        .iter()
        .filter(|(_, label)| label[3] != true)
        .filter_map(|(item, label)| {
            let says = found.iter().find(|one| one["item"] == **item).map_or("none", status);
            let want = word(&label[0]);
            (says != want).then(|| format!("item {item} {want} read as {says}"))
        })
        .collect()
}

fn citations(expected: &Value, document: &Value) -> Vec<String> {
    let mut left: Vec<_> = list(document, "citations").iter().collect();
    let mut misses = Vec::new();
    for want in list(expected, "citations") {
        let (line, id) = (&want["line"], number(word(&want["id"])));
        let hit = left
            .iter()
            .position(|one| number(word(&one["id"])) == id && near(line, &one["place"]["line"]));
        let Some(hit) = hit else {
            // A bare mention of the GDPR is free to find or not.
            if id != "2016/679" || word(&want["written"]).contains(|c: char| c.is_ascii_digit()) {
                misses.push(format!("citation {line} {id} missed"));
            }
            continue;
        };
        let says = word(&left.remove(hit)["status"]);
        let want = want["problem"].as_str().unwrap_or("in_force");
        if says != want {
            misses.push(format!("citation {line} {id} {want} read as {says}"));
        }
    }
    let extra = left.iter().filter(|one| number(word(&one["id"])) != "2016/679");
    misses.extend(extra.map(|one| {
        format!("citation {} {} extra", one["place"]["line"], number(word(&one["id"])))
    }));
    misses
}

fn findings(expected: &Value, document: &Value) -> Vec<String> {
    let mut left: Vec<_> = list(document, "findings").iter().collect();
    let mut misses = Vec::new();
    for want in list(expected, "findings") {
        let hit = left.iter().position(|one| {
            one["rule"] == want["rule"]
                && (want["line"].is_null() || near(&want["line"], &one["place"]["line"]))
        });
        match hit {
            Some(hit) => drop(left.remove(hit)),
            None if want["doubtful"] == true => {}
            None => misses.push(format!("finding {} {} missed", word(&want["rule"]), want["line"])),
        }
    }
    // What is doubtful about an item is doubtful in its finding.
    left.retain(|one| expected["items"][word(&one["item"])][3] != true);
    let line = |one: &Value| one["place"]["line"].clone();
    misses.extend(left.iter().map(|o| format!("finding {} {} extra", word(&o["rule"]), line(o))));
    misses
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn status(item: &Value) -> &str {
    match word(&item["status"]) {
        "not_applicable" => "na",
        status => status,
    }
}

fn near(one: &Value, other: &Value) -> bool {
    let line = |value: &Value| value.as_u64();
    line(one).zip(line(other)).is_some_and(|(one, other)| one.abs_diff(other) <= 1)
}

/// The bare number of an act: `(EU) 2016/679` and `2016/679` are one.
fn number(id: &str) -> &str {
    id.split_whitespace().find(|part| part.contains('/')).unwrap_or(id)
}
