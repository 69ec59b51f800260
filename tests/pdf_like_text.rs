//! Notices say the same whether they are read from their PDF or from their text. Where they do not, the difference
//! stands with its reason in `tests/pdf-unlike-text.txt`.
#![cfg(feature = "pdf")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use seloste::extract::{Limits, extract};
use seloste::layout::{self, Role};
use serde_json::Value;

mod support;

use support::words::{errors, split};
use support::{list, shared};

/// A name, a PDF and the text of the same notice.
type Pair = (String, PathBuf, PathBuf);

/// Word errors that a real PDF may have, in a hundred words.
const LIKE: f64 = 1.0;

#[test]
fn real_notices_say_the_same_from_pdf_and_text() {
    let Some(folder) = shared("eval/dev") else { return };
    let mut found = BTreeSet::new();
    let notices = folders(&folder);
    let pairs = notices.iter().map(|notice| {
        let id = notice.file_name().unwrap_or_default().to_string_lossy()[..3].to_owned();
        (id, notice.join("notice.pdf"), notice.join("notice.txt"))
    });
    let pairs: Vec<Pair> = pairs.collect();
    for (id, pdf, text) in &pairs {
        let (read, truth) =
            (laid_out(pdf), std::fs::read_to_string(text).expect("the text of a notice"));
        // Words that a line end broke may be whole in one of the two.
        let joined = errors(&split(&truth), &split(&read));
        let raw = errors(&split(&on_one_line(&truth)), &split(&on_one_line(&read)));
        if joined.min(raw) > LIKE {
            found.insert(format!("dev {id} words"));
        }
    }
    found.extend(differences(&pairs).into_iter().map(|found| format!("dev {found}")));
    compare("dev", &found);
}

#[test]
fn notices_laid_out_by_other_programs_say_the_same() {
    let (Some(folder), Some(texts)) = (shared("pdf/files"), shared("eval/seeds")) else { return };
    let texts = support::files(&texts, "txt").unwrap_or_default();
    let mut pairs: Vec<Pair> = Vec::new();
    for pdf in support::files(&folder, "pdf").unwrap_or_default() {
        let name = pdf.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let about = std::fs::read_to_string(pdf.with_extension("json")).unwrap_or_default();
        let about: Value = serde_json::from_str(&about).unwrap_or_default();
        let truth: BTreeSet<&str> = list(&about, "truth")
            .iter()
            .filter_map(Value::as_str)
            .flat_map(str::split_whitespace)
            .collect();
        if truth.is_empty() || name.starts_with(['x', 'z']) {
            continue;
        }
        let text = texts.iter().max_by_key(|text| shares(text, &truth)).expect("a text");
        pairs.push((name, pdf, text.clone()));
    }
    let found = differences(&pairs).into_iter().map(|found| format!("made {found}")).collect();
    compare("made", &found);
}

/// How many words of a text are among the `truth`, in thousandths of all words of both.
fn shares(text: &Path, truth: &BTreeSet<&str>) -> usize {
    let text = std::fs::read_to_string(text).expect("the text of a notice");
    let words: BTreeSet<&str> = text.split_whitespace().collect();
    words.intersection(truth).count() * 1000 / words.union(truth).count()
}

/// What differs between the PDFs and the texts.
fn differences(pairs: &[Pair]) -> Vec<String> {
    let paths: BTreeSet<&PathBuf> = pairs.iter().flat_map(|(_, pdf, text)| [pdf, text]).collect();
    let checked = support::check(paths);
    let documents: BTreeMap<&str, &Value> = list(&checked, "documents")
        .iter()
        .filter_map(|document| Some((document["path"].as_str()?, document)))
        .collect();
    let of = |path: &Path| documents[path.to_string_lossy().as_ref()];
    let named = pairs.iter().flat_map(|(name, pdf, text)| {
        let found = between(of(pdf), of(text));
        found.into_iter().map(move |found| format!("{name} {found}"))
    });
    named.collect()
}

/// What differs: the statuses of items, the statutes cited, the date.
fn between(pdf: &Value, text: &Value) -> Vec<String> {
    if pdf["examined"] == false {
        return vec![format!("not examined: {}", plain(&pdf["unexamined_reason"]))];
    }
    let mut found = Vec::new();
    let statuses = |document: &Value| -> BTreeMap<String, String> {
        let items = list(document, "items").iter();
        items.map(|item| (plain(&item["item"]), plain(&item["status"]))).collect()
    };
    let in_text = statuses(text);
    for (item, status) in statuses(pdf) {
        if in_text.get(&item) != Some(&status) {
            let other = in_text.get(&item).map_or("–", String::as_str);
            found.push(format!("{item}: {status}, in the text {other}"));
        }
    }
    let cited = |document: &Value| -> Vec<String> {
        let citations = list(document, "citations").iter();
        let mut ids: Vec<String> = citations.map(|citation| plain(&citation["id"])).collect();
        ids.sort();
        ids
    };
    if cited(pdf) != cited(text) {
        found.push("citations".to_owned());
    }
    if pdf["date"] != text["date"] {
        found.push(format!("date: {}, in the text {}", plain(&pdf["date"]), plain(&text["date"])));
    }
    found
}

/// Compares with the differences that were read and argued.
fn compare(set: &str, found: &BTreeSet<String>) {
    let argued = include_str!("pdf-unlike-text.txt").lines();
    let argued: BTreeSet<String> = argued
        .filter(|line| line.starts_with(&format!("{set} ")))
        .map(|line| line.split(" # ").next().unwrap_or_default().trim().to_owned())
        .collect();
    let new: Vec<&String> = found.difference(&argued).collect();
    assert!(new.is_empty(), "new: {new:#?}");
    // What a better rule made equal is no fault; the line may go.
    for line in argued.difference(found) {
        #[expect(clippy::print_stderr, reason = "a list that can be shortened says so")]
        {
            eprintln!("no longer: {line}");
        }
    }
}

fn laid_out(pdf: &Path) -> String {
    let bytes = std::fs::read(pdf).expect("the PDF of a notice");
    let extracted = extract(&bytes, "a.pdf", &Limits::default()).expect("a readable PDF");
    let script = layout::script(extracted);
    let lines = script.lines.iter().filter(|line| line.role != Role::Furniture);
    lines.map(|line| line.span.of(&script.text)).collect::<Vec<_>>().join("\n")
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn folders(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder of notices");
    let mut folders: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    folders.retain(|folder| folder.join("notice.pdf").exists());
    folders.sort();
    folders
}

fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
