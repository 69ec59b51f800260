//! A notice says the same as a web page, as DOCX and as ODT as it does as text: statuses, headings, citations, date.
//! `corpus/make_office.py` makes the files.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde_json::Value;

mod support;

use support::{list, root};

#[test]
fn a_notice_says_the_same_in_every_format() {
    let files = files();
    assert!(files.len() >= 24, "the notices in their formats");
    let text = |file: &Path| {
        let slug = file.file_stem().expect("the name of a notice");
        root().join("corpus").join(slug).join("notice.txt")
    };
    let texts: Vec<PathBuf> = files.iter().map(|file| text(file)).collect();
    let checked = support::check(files.iter().chain(&texts));
    let documents: BTreeMap<&str, &Value> = list(&checked, "documents")
        .iter()
        .filter_map(|document| Some((document["path"].as_str()?, document)))
        .collect();
    let of = |path: &Path| documents[path.to_string_lossy().as_ref()];
    for (file, text) in files.iter().zip(&texts) {
        let format = file.extension().expect("a format").to_string_lossy();
        assert_eq!(of(file)["format"], *format);
        assert_eq!(said(of(file)), said(of(text)), "{}", file.display());
    }
}

fn files() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join("tests/office")).expect("the folder of the test");
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    files
}

/// What a document is found to say, a fact a line.
fn said(document: &Value) -> Vec<String> {
    let mut said = vec![format!("{} {}", document["language"], document["date"])];
    for item in list(document, "items") {
        said.push(format!("{}: {}", item["item"], item["status"]));
    }
    for section in list(document, "sections") {
        said.push(format!("{} {} {}", section["number"], section["heading"], section["kinds"]));
    }
    for citation in list(document, "citations") {
        said.push(format!("{} {}", citation["id"], citation["status"]));
    }
    said
}
