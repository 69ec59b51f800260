//! The same run in every format: as people read it, and as the programs for which it is made want it.

use std::path::Path;
use std::process::Command;

use jsonschema::Validator;
use serde_json::{Value, json};

mod support;

use support::sarif::leave_out_versions;
use support::{AS_OF, list, root};

/// A folder with three notices, one clean, one faulty, one that cannot be read, and a letter in a format that is passed
/// over; its names are such as formats stumble over.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let at = folder.path();
    let copy = |from: &str, to: &str| {
        std::fs::copy(root().join(from), at.join(to)).expect("a copy");
    };
    copy("corpus/seurakunta-diakonia/notice.txt", "a & b, äiti.txt");
    copy("corpus/verkkokauppa-kuvittelu/notice.txt", "kauppa.txt");
    copy("tests/pdf/skannattu.pdf", "skannattu.pdf");
    std::fs::write(at.join("kirje.rtf"), b"{\\rtf1 Hei}").expect("a letter");
    let config = "[[ignore]]\npath = [\"a*\"]\nrule = \"kumottu-saados\"\nreason = \"Odottaa <päätöstä>\"\n\
                  [[ignore]]\npath = [\"kauppa.txt\"]\nrule = \"C74\"\nreason = \"Turha\"\n";
    std::fs::write(at.join("seloste.toml"), config).expect("the choices");
    folder
}

fn report(folder: &Path, args: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_seloste"))
        .current_dir(folder)
        .env_remove("FORCE_COLOR")
        .args(["check", ".", "--as-of", AS_OF])
        .args(args.split_whitespace())
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(3), "the scan cannot be read");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The rules that speak where the whole is read by a person: some of each kind.
const SOME: &str = "--select saadokset,asiakirja,ohitus,13(1)(b),13(2)(b)";

#[test]
fn every_format_of_the_same_three_notices() {
    let folder = folder();
    for format in ["text", "concise", "github", "junit", "markdown", "csv"] {
        let shown = report(folder.path(), &format!("--format {format} {SOME}"));
        insta::assert_snapshot!(format, shown);
    }
    for format in ["json", "sarif", "gitlab"] {
        let shown = report(folder.path(), &format!("--format {format} {SOME}"));
        let mut shown: Value = serde_json::from_str(&shown).expect("JSON");
        match format {
            "json" => shorten(&mut shown),
            // One rule is read by a person; the others are made alike.
            "sarif" => leave_out_versions(&mut shown, 1),
            _ => {}
        }
        insta::assert_snapshot!(format, serde_json::to_string_pretty(&shown).expect("JSON"));
    }
}

/// Leaves out the version, and of the long lists of a document all but two: the others are made alike.
fn shorten(shown: &mut Value) {
    for what in ["version", "rules"] {
        shown["tool"][what] = "…".into();
    }
    for document in shown["documents"].as_array_mut().into_iter().flatten() {
        for key in ["sections", "items", "citations"] {
            let list = document[key].as_array_mut().expect("a list");
            if list.len() > 2 {
                let more = list.split_off(2).len();
                list.push(format!("… and {more} more").into());
            }
        }
    }
}

fn errors(validator: &Validator, shown: &Value) -> Vec<String> {
    let told =
        |error: jsonschema::ValidationError<'_>| format!("{}: {error}", error.instance_path());
    validator.iter_errors(shown).map(told).collect()
}

#[test]
fn sarif_is_as_its_schema_wants_it() {
    let text =
        std::fs::read_to_string(root().join("tests/schemas/sarif-2.1.0.json")).expect("the schema");
    let mut schema: Value = serde_json::from_str(&text).expect("JSON");
    // The one slip of the official text: a pattern with a bracket too many, which is no expression in Unicode mode.
    for of in ["run", "toolComponent"] {
        let language = format!("/definitions/{of}/properties/language");
        let language = schema.pointer_mut(&language).and_then(Value::as_object_mut);
        let slip = language.and_then(|of| of.remove("pattern")).expect("the pattern");
        assert_eq!(slip, "^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$");
    }
    let validator = jsonschema::draft7::new(&schema).expect("a schema");
    let folder = folder();
    let log: Value =
        serde_json::from_str(&report(folder.path(), "--format sarif --pedantic")).expect("JSON");
    assert_eq!(errors(&validator, &log), Vec::<String>::new());
    let mut broken = log.clone();
    broken["runs"][0]["results"][0]["levl"] = json!("note");
    assert!(!validator.is_valid(&broken), "the schema asks for something");

    let run = &log["runs"][0];
    let results = list(run, "results");
    let of = |rule: &str| results.iter().find(|result| result["ruleId"] == rule).expect("a result");
    let repealed = of("kumottu-saados");
    assert_eq!(repealed["suppressions"][0]["justification"], "Odottaa <päätöstä>");
    assert_eq!(repealed["suppressions"][0]["kind"], "external");
    let at = &repealed["locations"][0];
    assert_eq!(at["physicalLocation"]["artifactLocation"]["uri"], "a%20%26%20b%2C%20%C3%A4iti.txt");
    assert_eq!(at["physicalLocation"]["region"]["startLine"], 25);
    assert_eq!(of("ei-tutkittu")["level"], "error");
    let idle = &of("ohitus-tarpeeton")["locations"][0]["physicalLocation"];
    assert_eq!(idle["artifactLocation"]["uri"], "seloste.toml");
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let passed = &invocation["toolExecutionNotifications"][0]["locations"][0]["physicalLocation"];
    assert_eq!(passed["artifactLocation"]["uri"], "kirje.rtf");
}

/// What the importer of GitLab asks of an issue, and what its documentation of custom reports adds: a name of the
/// check, a path within the repository, a line, one of five severities, fingerprints that differ.
#[test]
fn gitlab_gets_an_array_of_issues_of_different_fingerprints() {
    let folder = folder();
    let issues: Value =
        serde_json::from_str(&report(folder.path(), "--format gitlab")).expect("JSON");
    let schema = json!({ "type": "array", "minItems": 5, "items": { "type": "object", "additionalProperties": false,
        "required": ["description", "check_name", "fingerprint", "severity", "location"], "properties": {
            "description": { "type": "string", "minLength": 1 }, "check_name": { "type": "string" },
            "fingerprint": { "type": "string", "pattern": "^[0-9a-f]{32}$" },
            "severity": { "enum": ["info", "minor", "major", "critical", "blocker"] },
            "location": { "type": "object", "required": ["path", "lines"], "properties": {
                "path": { "type": "string", "pattern": "^[^/.]" },
                "lines": { "type": "object", "required": ["begin"], "properties": { "begin": { "type": "integer", "minimum": 1 } } } } } } } });
    let validator = jsonschema::draft202012::new(&schema).expect("a schema");
    assert_eq!(errors(&validator, &issues), Vec::<String>::new());
    let issues = issues.as_array().expect("issues");
    let mut prints: Vec<_> = issues.iter().map(|issue| issue["fingerprint"].to_string()).collect();
    let all = prints.len();
    prints.sort();
    prints.dedup();
    assert_eq!(prints.len(), all);
}

#[test]
fn junit_is_as_its_schema_wants_it() {
    let folder = folder();
    let lint = |text: &str| {
        let path = folder.path().join("report.xml");
        std::fs::write(&path, text).expect("a file");
        Command::new("xmllint")
            .args(["--noout", "--nonet", "--schema"])
            .arg(root().join("tests/schemas/junit-10.xsd"))
            .arg(&path)
            .output()
    };
    let text = report(folder.path(), "--format junit --pedantic");
    let Ok(output) = lint(&text) else {
        #[expect(clippy::print_stderr, reason = "a skipped test says so")]
        {
            eprintln!("skipped: xmllint is not installed (Debian: libxml2-utils)");
        }
        return;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let broken = text.replacen("<testcase ", "<testcas ", 1);
    assert!(
        !lint(&broken).expect("it ran before").status.success(),
        "the schema asks for something"
    );
}

#[test]
fn several_reports_are_written_at_once() {
    let folder = folder();
    let out = tempfile::tempdir().expect("a folder for reports");
    let file = |name: &str| out.path().join(name);
    let to = |name: &str| file(name).to_string_lossy().into_owned();
    let (sarif, quality, junit, matrix) = (to("r.sarif"), to("q.json"), to("r.xml"), to("m.csv"));
    let shown = report(
        folder.path(),
        &format!(
            "--format concise --output {sarif} --output gitlab={quality} --output {junit} --output {matrix}"
        ),
    );
    assert!(shown.contains("[poisto-oikeus-puuttuu]"), "{shown}");
    for (name, format) in
        [("r.sarif", "sarif"), ("q.json", "gitlab"), ("r.xml", "junit"), ("m.csv", "csv")]
    {
        let written = std::fs::read_to_string(file(name)).expect("a report");
        assert_eq!(written, report(folder.path(), &format!("--format {format}")), "{name}");
    }
}
