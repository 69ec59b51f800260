//! What `seloste diff` says of a change. The snapshots were read by a person before they were kept.

mod support;

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use support::{AS_OF, list, root};

/// The notice before its change.
const OLD: &str = "corpus/sahkoyhtio-markdown/notice.md";

/// What its author changes: the period of storage goes, the safeguards and an address are mended, lines before
/// everything move what is left.
const CHANGES: [(&str, &str); 5] = [
    ("## Säilytysaika\n", "## Tietojen suojaaminen\n"),
    (
        "Sopimustiedot poistetaan viiden vuoden kuluttua sopimuksen päättymisestä ja kulutustiedot kuuden vuoden kuluttua mittauksesta.",
        "Tietoja pääsevät käsittelemään vain ne työntekijät, joiden tehtäviin se kuuluu.",
    ),
    (
        "komission päätöksen 2010/87/EU mukaisia sopimusehtoja",
        "komission vakiosopimuslausekkeita (EU) 2021/914",
    ),
    ("`tietosuoja@tietosuoja.fi`", "`tietosuoja@om.fi`"),
    ("# Tietosuojaseloste:", "Asiakirja 12, sivu 1\n\n# Tietosuojaseloste:"),
];

fn changed(changes: &[(&str, &str)]) -> String {
    let old = std::fs::read_to_string(root().join(OLD)).expect("a notice of the corpus");
    changes.iter().fold(old, |text, (from, to)| {
        assert!(text.contains(from), "the notice says no more: {from}");
        text.replace(from, to)
    })
}

/// Compares; what is on standard input is one of the two states.
fn diff(args: &[&str], stdin: &str) -> (Option<i32>, String) {
    let mut run = Command::new(env!("CARGO_BIN_EXE_seloste"))
        .current_dir(root())
        .args(["diff", "--isolated", "--as-of", AS_OF])
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    // A run that stops at its arguments reads nothing.
    let _ = run.stdin.take().expect("a pipe").write_all(stdin.as_bytes());
    let Output { status, stdout, .. } = run.wait_with_output().expect("the program ends");
    (status.code(), String::from_utf8(stdout).expect("UTF-8"))
}

/// The change of the notice, from OLD to the changed text in a folder.
fn change(changes: &[(&str, &str)], args: &[&str]) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let new = folder.path().join("notice.md");
    std::fs::write(&new, changed(changes)).expect("a file");
    let path = new.to_str().expect("UTF-8");
    let (code, told) = diff(&[&[OLD, path], args].concat(), "");
    (code, told.replace(path, "uusi.md"))
}

#[test]
fn a_change_in_finnish() {
    insta::assert_snapshot!(change(&CHANGES, &[]).1);
}

#[test]
fn a_change_in_swedish() {
    insta::assert_snapshot!(change(&CHANGES, &["--lang", "sv"]).1);
}

#[test]
fn a_change_in_english() {
    insta::assert_snapshot!(change(&CHANGES, &["--lang", "en"]).1);
}

#[test]
fn only_what_is_added_fails() {
    let period = &CHANGES[..2];
    for (changes, args, code) in [
        (&CHANGES[..], &[][..], 1),
        (period, &["--fail-on", "never"], 0),
        (&CHANGES[2..4], &["--fail-on", "note"], 0),
        (&CHANGES[4..], &["--fail-on", "note"], 0),
        (&[][..], &["--fail-on", "note"], 0),
        // A new fault does not hide behind one of the same rule that was mended.
        (
            &[("sähkömarkkinalaki (386/1995)", "kansanterveyslaki (66/1972)")][..],
            &["--fail-on", "error"],
            1,
        ),
    ] {
        let (found, told) = change(changes, args);
        assert_eq!(found, Some(code), "{args:?}: {told}");
    }
}

#[test]
fn json_tells_items_and_findings() {
    let told: Value =
        serde_json::from_str(&change(&CHANGES, &["--format", "json"]).1).expect("JSON");
    let items: Vec<_> = list(&told, "items")
        .iter()
        .map(|item| [&item["item"], &item["before"], &item["after"]].map(|v| v.as_str()))
        .collect();
    assert!(items.contains(&[Some("retention"), Some("present"), Some("absent")]), "{items:?}");
    let rules = |key: &str| -> Vec<&str> {
        list(&told["findings"], key).iter().filter_map(|finding| finding["rule"].as_str()).collect()
    };
    assert_eq!(rules("added"), ["sailytysaika-puuttuu"]);
    let mended = [
        "siirron-suojatoimet-puutteelliset",
        "vanhentunut-siirtomekanismi",
        "vanhentunut-yhteystieto",
    ];
    assert_eq!(rules("mended"), mended);
    assert!(rules("left").contains(&"kumottu-saados"), "{:?}", rules("left"));
}

/// The same words as text and as PDF are no change.
#[test]
fn another_format_adds_nothing() {
    for folder in ["seurakunta-diakonia", "oppilasrekisteri-numerointi"] {
        let [text, pdf] = ["txt", "pdf"].map(|format| format!("corpus/{folder}/notice.{format}"));
        let (code, told) = diff(&[&text, &pdf, "--lang", "en", "--fail-on", "note"], "");
        assert_eq!(code, Some(0), "{told}");
        assert!(told.contains("0 added, 0 mended, "), "{told}");
    }
}

/// The old state from git, as the README shows it; Markdown, for the other is.
#[test]
fn a_state_may_come_from_standard_input() {
    let (code, told) = diff(&["-", OLD, "--format", "json"], &changed(&CHANGES));
    let told: Value = serde_json::from_str(&told).expect("JSON");
    assert_eq!(code, Some(1), "a mechanism of transfer that is gone is an error");
    assert_eq!(told["findings"]["mended"][0]["rule"], "sailytysaika-puuttuu");
    assert_eq!(list(&told["findings"], "added").len(), 3);
}

#[test]
fn what_cannot_be_compared_never_looks_clean() {
    let (code, told) = diff(&[OLD, "missing.md", "--lang", "en"], "");
    assert_eq!(code, Some(3));
    assert!(told.contains("! missing.md: not examined"), "{told}");
    let (code, told) = diff(&[OLD, "missing.md", "--format", "json"], "");
    let told: Value = serde_json::from_str(&told).expect("JSON");
    assert_eq!((code, &told["findings"], &told["items"]), (Some(3), &Value::Null, &Value::Null));
    assert_eq!(diff(&["corpus", OLD], "").0, Some(2), "a folder is no document");
}
