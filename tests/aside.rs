//! Findings that do not count: put aside with a reason, or known from before.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

mod support;

/// A notice of an invented association, with a repealed act in its second section.
const NOTICE: &str = "# Tietosuojaseloste

Päivitetty 1.3.2025

## 1. Rekisterinpitäjä

Esimerkkilän soutajat ry, Rantatie 1, 00000 Esimerkkilä
soutajat@esimerkkila.example

## 2. Rekisterin nimi

Jäsenrekisteri on perustettu aikanaan henkilötietolain (523/1999) nojalla ja sitä pidetään edelleen yllä samassa
järjestelmässä.

## 3. Käsittelyn tarkoitus

Jäsenyyden hoitaminen yhdistyslain mukaisesti.
";

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    for (name, text) in files {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("the test can write");
    }
    folder
}

/// Runs the program; its exit code and what it printed.
fn run(folder: &Path, args: &str) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_seloste"))
        .current_dir(folder)
        .args(args.split_whitespace())
        .output()
        .expect("the program runs");
    let told = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(told).expect("UTF-8"))
}

fn json(folder: &Path, args: &str) -> Value {
    let (_, text) =
        run(folder, &format!("check . --format json --as-of {} {args}", support::AS_OF));
    serde_json::from_str(&text).expect("JSON")
}

/// All findings as `path rule state`.
fn states(output: &Value) -> Vec<String> {
    let mut states = Vec::new();
    for document in support::list(output, "documents") {
        for finding in support::list(document, "findings") {
            let state = match (&finding["suppressed"], &finding["baseline"]) {
                (Value::Null, Value::String(state)) => state.clone(),
                (suppressed, _) => format!("suppressed: {}", suppressed["reason"]),
            };
            let name = |value: &Value| value.as_str().unwrap_or_default().to_owned();
            states.push(format!("{} {} {state}", name(&document["path"]), name(&finding["rule"])));
        }
    }
    states
}

fn has(states: &[String], wanted: &str) -> bool {
    states.iter().any(|state| state.contains(wanted))
}

#[test]
fn a_comment_puts_aside_what_its_section_holds_and_is_itself_looked_at() {
    let cases = [
        (
            "ignore kumottu-saados -- Nimi on vanha",
            "kumottu-saados suppressed: \"Nimi on vanha\"",
            "",
        ),
        (
            "ignore saadokset until 2027-01-31 owner hallitus -- Nimi on vanha",
            "kumottu-saados suppressed",
            "",
        ),
        ("ignore kumottu-saados", "kumottu-saados new", "ohitus-ilman-perustelua new"),
        ("ignore kumottu-saados -- …", "kumottu-saados new", "ohitus-ilman-perustelua new"),
        (
            "ignore kumottu-saados until 2026-11-21 -- Keväällä",
            "kumottu-saados new",
            "ohitus-vanhentunut new",
        ),
        ("ignore kumottu-saados until 2026-11-22 -- Keväällä", "kumottu-saados suppressed", ""),
        ("ignore vanhentunut-viranomainen -- Turha", "kumottu-saados new", "ohitus-tarpeeton new"),
        ("ignore kumotu-saados -- Väärä nimi", "kumottu-saados new", "ohitus-virheellinen new"),
        ("igno kumottu-saados -- Väärä sana", "kumottu-saados new", "ohitus-virheellinen new"),
    ];
    for (comment, finding, fault) in cases {
        let comment = format!("<!-- seloste: {comment} -->\n\n");
        let text = NOTICE.replace("Jäsenrekisteri on", &format!("{comment}Jäsenrekisteri on"));
        let folder = folder(&[("a.md", text.as_str())]);
        let states = states(&json(folder.path(), "--isolated"));
        assert!(has(&states, finding), "{comment}: {states:?}");
        assert_eq!(has(&states, " ohitus-"), !fault.is_empty(), "{comment}: {states:?}");
        assert!(has(&states, fault), "{comment}: {states:?}");
    }
}

#[test]
fn a_comment_in_another_section_puts_nothing_aside() {
    let comment = "<!-- seloste: ignore kumottu-saados -- Vanha -->\n\nJäsenyyden";
    let text = NOTICE.replace("Jäsenyyden", comment);
    let folder = folder(&[("a.md", text.as_str())]);
    let states = states(&json(folder.path(), "--isolated"));
    assert!(
        has(&states, "kumottu-saados new") && has(&states, "ohitus-tarpeeton new"),
        "{states:?}"
    );
}

#[test]
fn an_entry_of_the_configuration_puts_aside_and_is_itself_looked_at() {
    let cases = [
        ("reason = \"Vanha\"", "kumottu-saados suppressed", ""),
        ("reason = \"Vanha\"\nquote = \"perustettu aikanaan\"", "kumottu-saados suppressed", ""),
        (
            "reason = \"Vanha\"\nquote = \"muuta\"",
            "kumottu-saados new",
            "seloste.toml ohitus-tarpeeton new",
        ),
        ("owner = \"hallitus\"", "kumottu-saados new", "seloste.toml ohitus-ilman-perustelua new"),
        (
            "reason = \"Vanha\"\nuntil = 2026-01-31",
            "kumottu-saados new",
            "seloste.toml ohitus-vanhentunut new",
        ),
        (
            "reason = \"Vanha\"\nfingerprint = \"0000\"",
            "kumottu-saados new",
            "seloste.toml ohitus-tarpeeton new",
        ),
    ];
    for (entry, finding, fault) in cases {
        let config = format!("[[ignore]]\npath = [\"*.md\"]\nrule = \"kumottu-saados\"\n{entry}\n");
        let folder = folder(&[("a.md", NOTICE), ("seloste.toml", config.as_str())]);
        let output = json(folder.path(), "");
        let states = states(&output);
        assert!(has(&states, finding), "{entry}: {states:?}");
        assert_eq!(has(&states, " ohitus-"), !fault.is_empty(), "{entry}: {states:?}");
        assert!(has(&states, fault), "{entry}: {states:?}");
        assert_eq!(output["summary"]["documents"], 1, "the configuration is no document");
    }
}

/// Of a document that is not in the run it is not known whether its suppressions are needed.
#[test]
fn an_entry_for_a_document_that_was_not_examined_is_not_called_needless() {
    let config = "[[ignore]]\npath = [\"b.md\"]\nrule = \"kumottu-saados\"\nreason = \"Vanha\"\n";
    let folder = folder(&[("a.md", NOTICE), ("seloste.toml", config)]);
    let states = states(&json(folder.path(), ""));
    assert!(!has(&states, " ohitus-"), "{states:?}");
}

#[test]
fn a_baseline_makes_known_what_was_found_and_fails_on_what_is_new() {
    let folder = folder(&[("a.md", NOTICE), ("seloste.toml", "")]);
    let at = folder.path();
    assert_eq!(run(at, "check . --format concise").0, Some(1));
    assert_eq!(run(at, "baseline create .").0, Some(0));
    assert_eq!(run(at, "baseline create .").0, Some(2), "it is not written over");
    assert_eq!(run(at, "check . --format concise --fail-on note"), (Some(0), String::new()));

    let new = NOTICE.replace("hoitaminen", "hoitaminen kirkkolain (1054/1993) mukaan ja");
    std::fs::write(at.join("a.md"), new).expect("a change");
    let (code, told) = run(at, "check . --format concise");
    assert!(code == Some(1) && told.lines().count() == 1 && told.contains("Kirkkolaki"), "{told}");

    // What is mended is pruned; what is new is not taken in.
    let mended = NOTICE.replace("henkilötietolain (523/1999)", "sääntöjen");
    std::fs::write(at.join("a.md"), mended).expect("a change");
    let before = run(at, "baseline update .").1;
    std::fs::write(at.join("a.md"), NOTICE).expect("the old text");
    run(at, "baseline prune .");
    let (code, told) = run(at, "check . --format concise");
    assert!(code == Some(1) && told.contains("[kumottu-saados]"), "{before} {told}");
}

/// Each changes what a document looks like and nothing that it says.
#[test]
fn known_findings_stay_known_over_rewrapping_renumbering_moving_and_page_breaks() {
    let rewrapped = NOTICE.replace(" on perustettu aikanaan", "\non perustettu\naikanaan");
    let joined = NOTICE.replace("samassa\njärjestelmässä", "samassa järjestelmässä");
    let renumbered = NOTICE.replace("## 2.", "## 4.").replace("## 3.", "## 12.");
    let broken = NOTICE.replace("henkilötietolain", "\n\nSivu 1 (2)\n\nhenkilötietolain");
    let longer = NOTICE.replace("soutajat@", "Puhelin 000 000 0000, soutajat@");
    for (change, name, text) in [
        ("rewrapped", "a.md", rewrapped.as_str()),
        ("joined", "a.md", &joined),
        ("renumbered", "a.md", &renumbered),
        ("broken over pages", "a.md", &broken),
        ("moved", "uudet/b.md", NOTICE),
        ("moved and changed", "uudet/b.md", &longer),
        ("moved and rewrapped", "uudet/b.md", &rewrapped),
    ] {
        let folder = folder(&[("a.md", NOTICE), ("seloste.toml", "")]);
        let at = folder.path();
        run(at, "baseline create .");
        std::fs::remove_file(at.join("a.md")).expect("the old file");
        let to = at.join(name);
        std::fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
        std::fs::write(to, text).expect("the new file");
        let told = run(at, "check . --format concise --fail-on note");
        assert_eq!(told, (Some(0), String::new()), "{change}");
    }
}

/// A second notice of the same form is another document: its faults are its own.
#[test]
fn a_copy_beside_the_known_document_is_new() {
    let folder = folder(&[("a.md", NOTICE), ("seloste.toml", "")]);
    run(folder.path(), "baseline create .");
    std::fs::write(folder.path().join("b.md"), NOTICE).expect("a copy");
    let states = states(&json(folder.path(), ""));
    assert!(has(&states, "a.md kumottu-saados known") && has(&states, "b.md kumottu-saados new"));
}

#[test]
fn a_broken_baseline_stops_the_run() {
    for text in [
        "",
        "{\"schema_version\": 2, \"documents\": {}}",
        "{\"schema_version\": 1, \"documents\": {\"a.md\": {\"sketch\": \"x\", \"findings\": {}}}}",
    ] {
        let folder =
            folder(&[("a.md", NOTICE), ("seloste.toml", ""), ("seloste-baseline.json", text)]);
        let (code, told) = run(folder.path(), "check .");
        assert!(code == Some(2) && told.contains("seloste-baseline.json:1:"), "{text}: {told}");
    }
}
