//! The formats for other programs: the same run in each, read back as those programs read it.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

mod support;

use support::{AS_OF, list, root};

/// A folder with a notice, one that is put aside in part, a recipe and a document that cannot be read; its names
/// are such as formats stumble over.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let at = folder.path();
    let copy = |slug: &str, to: &str| {
        std::fs::copy(root().join("corpus").join(slug).join("notice.txt"), at.join(to))
            .expect("a copy");
    };
    copy("seurakunta-diakonia", "a & b, äiti.txt");
    copy("recept", "recept.txt");
    std::fs::write(at.join("letter.docx"), b"PK\x03\x04\x14\0word/document.xml").expect("a letter");
    let config = "[[ignore]]\npath = [\"a*\"]\nrule = \"kumottu-saados\"\nreason = \"Odottaa <päätöstä>\"\n\
                  [[ignore]]\npath = [\"recept.txt\"]\nrule = \"C74\"\nreason = \"Turha\"\n";
    std::fs::write(at.join("seloste.toml"), config).expect("the choices");
    folder
}

fn report(folder: &Path, args: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_seloste"))
        .current_dir(folder)
        .args(["check", "--as-of", AS_OF, "a & b, äiti.txt", "recept.txt", "letter.docx"])
        .args(args.split_whitespace())
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(3), "the letter cannot be read");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// What SARIF 2.1.0 says of the parts that are written: a schema by hand, for the official one is no part of this
/// repository. Nothing else may stand there.
fn sarif_schema() -> Value {
    let text = json!({ "type": "object", "required": ["text"], "additionalProperties": false,
        "properties": { "text": { "type": "string", "minLength": 1 } } });
    let number = json!({ "type": "integer", "minimum": 1 });
    let level = json!({ "enum": ["none", "note", "warning", "error"] });
    let location = json!({ "type": "object", "additionalProperties": false, "properties": {
        "message": text,
        "physicalLocation": { "type": "object", "additionalProperties": false, "required": ["artifactLocation"], "properties": {
            "artifactLocation": { "type": "object", "additionalProperties": false, "properties": { "uri": { "type": "string", "pattern": "^[A-Za-z0-9._~/%-]+$" } } },
            "region": { "type": "object", "additionalProperties": false, "properties": {
                "startLine": number, "startColumn": number, "endLine": number, "endColumn": number } },
        } },
        "logicalLocations": { "type": "array", "items": { "type": "object", "additionalProperties": false, "properties": {
            "name": { "type": "string" }, "fullyQualifiedName": { "type": "string" }, "kind": { "type": "string" } } } },
    } });
    let rule = json!({ "type": "object", "required": ["id"], "additionalProperties": false, "properties": {
        "id": { "type": "string" }, "shortDescription": text, "fullDescription": text, "help": text,
        "defaultConfiguration": { "type": "object", "properties": { "level": level } }, "properties": { "type": "object" } } });
    let result = json!({ "type": "object", "required": ["message"], "additionalProperties": false, "properties": {
        "ruleId": { "type": "string" }, "ruleIndex": { "type": "integer", "minimum": -1 }, "level": level, "message": text,
        "locations": { "type": "array", "items": location }, "relatedLocations": { "type": "array", "uniqueItems": true, "items": location },
        "partialFingerprints": { "type": "object", "additionalProperties": { "type": "string" } },
        "baselineState": { "enum": ["new", "unchanged", "updated", "absent"] },
        "suppressions": { "type": "array", "uniqueItems": true, "items": { "type": "object", "required": ["kind"], "additionalProperties": false, "properties": {
            "kind": { "enum": ["inSource", "external"] }, "status": { "enum": ["accepted", "underReview", "rejected"] },
            "justification": { "type": "string" }, "properties": { "type": "object" } } } },
        "properties": { "type": "object" } } });
    json!({ "type": "object", "required": ["version", "runs"], "additionalProperties": false, "properties": {
        "$schema": { "type": "string" }, "version": { "const": "2.1.0" },
        "runs": { "type": "array", "minItems": 1, "items": { "type": "object", "required": ["tool"], "additionalProperties": false, "properties": {
            "tool": { "type": "object", "required": ["driver"], "properties": { "driver": { "type": "object", "required": ["name"], "properties": {
                "name": { "type": "string" }, "semanticVersion": { "type": "string" },
                "rules": { "type": "array", "uniqueItems": true, "items": rule } } } } },
            "columnKind": { "enum": ["utf16CodeUnits", "unicodeCodePoints"] },
            "results": { "type": "array", "items": result },
            "invocations": { "type": "array", "items": { "type": "object", "required": ["executionSuccessful"], "additionalProperties": false,
                "properties": { "executionSuccessful": { "type": "boolean" } } } },
        } } } } })
}

#[test]
fn sarif_says_all_and_is_as_the_format_wants_it() {
    let folder = folder();
    let log: Value = serde_json::from_str(&report(folder.path(), "--format sarif")).expect("JSON");
    let validator = jsonschema::draft202012::new(&sarif_schema()).expect("a schema");
    let errors: Vec<_> = validator
        .iter_errors(&log)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert_eq!(errors, Vec::<String>::new());
    let run = &log["runs"][0];
    let results = list(run, "results");
    let of = |rule: &str| results.iter().find(|result| result["ruleId"] == rule).expect("a result");
    let repealed = of("kumottu-saados");
    assert_eq!(repealed["suppressions"][0]["justification"], "Odottaa <päätöstä>");
    assert_eq!(repealed["suppressions"][0]["kind"], "external");
    let at = &repealed["locations"][0];
    assert_eq!(at["physicalLocation"]["artifactLocation"]["uri"], "a%20%26%20b%2C%20%C3%A4iti.txt");
    assert_eq!(at["physicalLocation"]["region"]["startLine"], 25);
    assert_eq!(
        at["logicalLocations"][0]["fullyQualifiedName"],
        "3 Käsittelyn tarkoitus ja oikeusperuste"
    );
    let index = usize::try_from(repealed["ruleIndex"].as_u64().expect("an index")).expect("small");
    assert_eq!(run["tool"]["driver"]["rules"][index]["id"], "kumottu-saados");
    assert_eq!(of("ei-tutkittu")["level"], "error");
    assert_eq!(
        of("ohitus-tarpeeton")["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        "seloste.toml"
    );
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
}

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
    let errors: Vec<_> = validator.iter_errors(&issues).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
    let mut prints: Vec<_> = issues
        .as_array()
        .expect("issues")
        .iter()
        .map(|issue| issue["fingerprint"].to_string())
        .collect();
    let all = prints.len();
    prints.sort();
    prints.dedup();
    assert_eq!(prints.len(), all);
}

/// Formats whose whole is read by a person before it is kept.
#[test]
fn formats_for_people_and_forges() {
    let folder = folder();
    for format in ["github", "junit", "markdown", "csv"] {
        let args =
            format!("--format {format} --select saadokset,asiakirja,ohitus,13(1)(b),13(2)(b)");
        insta::assert_snapshot!(format, report(folder.path(), &args));
    }
}

#[test]
fn several_reports_are_written_at_once() {
    let folder = folder();
    let at = folder.path();
    let shown = report(
        at,
        "--format concise --output r.sarif --output gitlab=q.json --output r.xml --output m.csv",
    );
    assert!(shown.contains("[ei-tietosuojaseloste]"), "{shown}");
    let read = |name: &str| std::fs::read_to_string(at.join(name)).expect("a report");
    assert_eq!(read("r.sarif"), report(at, "--format sarif"));
    assert_eq!(read("q.json"), report(at, "--format gitlab"));
    assert_eq!(read("r.xml"), report(at, "--format junit"));
    assert_eq!(read("m.csv"), report(at, "--format csv"));
}
