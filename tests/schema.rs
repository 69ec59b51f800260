//! What the program prints is what its published schema says.

use jsonschema::Validator;
use serde_json::{Value, json};

mod support;

fn schema(name: &str) -> Value {
    let text = std::fs::read_to_string(support::root().join("docs").join(name));
    serde_json::from_str(&text.expect("the schema")).expect("JSON")
}

fn validator_of(name: &str) -> Validator {
    jsonschema::draft202012::new(&schema(name)).expect("a schema")
}

fn validator() -> Validator {
    validator_of("output.schema.json")
}

/// Compares a schema with the file where it is published; `SELOSTE_BLESS=1` writes the file anew.
fn published(path: &str, made: &Value) {
    let made = serde_json::to_string_pretty(made).expect("JSON") + "\n";
    let file = support::root().join(path);
    if std::env::var_os("SELOSTE_BLESS").is_some() {
        std::fs::write(&file, &made).expect("the schema can be written");
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(kept == made, "{path} is out of date: SELOSTE_BLESS=1 cargo test --test schema");
}

#[test]
fn every_rule_file_is_as_the_published_schema_says() {
    let schema = seloste::rule::schema();
    published("rules/schema.json", &schema);
    let validator = jsonschema::draft202012::new(&schema).expect("a schema");
    let files = seloste::rule::RuleFiles::embedded();
    let mut rules = 0;
    for (path, file) in files.all() {
        if !file.text.starts_with("kind =") {
            continue;
        }
        rules += 1;
        let written: toml::Value = file.parse().expect("TOML");
        let written = serde_json::to_value(written).expect("JSON");
        let errors: Vec<_> =
            validator.iter_errors(&written).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new(), "{path}");
        let mut broken = written.clone();
        broken["levl"] = json!("note");
        assert!(!validator.is_valid(&broken), "{path} with an unknown key");
    }
    assert!(rules > 50, "only {rules} rules were found");
}

#[test]
fn the_schema_of_the_configuration_is_published() {
    let schema = seloste::config::schema();
    published("docs/config.schema.json", &schema);
    let validator = jsonschema::draft202012::new(&schema).expect("a schema");
    let sound = json!({
        "language": "sv", "fail-on": "warning", "as-of": "2026-11-22", "exclude": ["arkisto/**"],
        "rules": { "select": ["art13"], "level": { "C74": "note" }, "version": "ab12" },
        "override": [{ "path": ["vanhat/**"], "rules": { "ignore": ["art14"] } }],
        "organisation": { "public-body": true, "general-notice": { "name": "x", "covers": ["complaint"] } }
    });
    assert!(validator.is_valid(&sound));
    for (place, value) in [
        ("/language", json!("et")),
        ("/as-of", json!("22.11.2026")),
        ("/fail-on", json!("fatal")),
        ("/rules/selct", json!([])),
        ("/override/0/path", json!(null)),
        ("/organisation/general-notice/covers/0", json!("shoe_size")),
    ] {
        let mut broken = sound.clone();
        let (parent, key) = place.rsplit_once('/').expect("a pointer");
        match broken.pointer_mut(place) {
            Some(there) => *there = value,
            None => broken.pointer_mut(parent).expect("a parent")[key] = value,
        }
        assert!(!validator.is_valid(&broken), "{place} was accepted");
    }
}

#[test]
fn an_unknown_key_of_a_rule_is_told_with_its_line() {
    let name = "art13/sailytysaika-puuttuu.toml".to_owned();
    let files = seloste::rule::RuleFiles::embedded();
    let text = files.required(&name).expect("the rule").text.clone();
    let text = text.replacen("\nlevel =", "\nlevl = 1\nlevel =", 1);
    let line = 1 + text.lines().position(|line| line.starts_with("levl")).expect("the key");
    let file = seloste::rule::RuleFile::new(name.clone(), text);
    let error = seloste::rule::Rule::read(&name, &file).expect_err("an unknown key");
    let told = format!(
        "{name}:{line}: a rule of the kind `requires` has no key `levl`; did you mean `level`?"
    );
    assert_eq!(error.to_string(), told);
}

#[test]
fn output_of_the_corpus_is_valid() {
    let output = support::check(["corpus", "no/such/file.txt"]);
    let errors: Vec<_> = validator()
        .iter_errors(&output)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{errors:#?}");
}

/// Each turns a valid document into one that breaks the contract: where, and what is put there.
#[test]
fn broken_output_is_refused() {
    let validator = validator();
    let sound = support::check(["corpus/rekisteriseloste-hammashoitola/notice.txt"]);
    assert!(validator.is_valid(&sound), "the document to break is sound");
    let cases = [
        ("/schema_version", json!(2)),
        ("/as_of", json!("22.11.2026")),
        ("/tool/rules", json!("latest")),
        ("/summary/errors", json!(-1)),
        ("/documents/0/sha256", json!("ABC")),
        ("/documents/0/kind", json!("poem")),
        ("/documents/0/language", json!("et")),
        ("/documents/0/examined", json!(false)),
        ("/documents/0/unexamined_reason", json!("empty")),
        ("/documents/0/date", json!("1.2.2025")),
        ("/documents/0/sections/0/kinds", json!([])),
        ("/documents/0/sections/0/kinds/0", json!("kitchen")),
        ("/documents/0/items/0/status", json!("missing")),
        ("/documents/0/items/0/item", json!("shoe_size")),
        ("/documents/0/citations/0/status", json!("odd")),
        ("/documents/0/citations/0/place/line", json!(0)),
        ("/documents/0/findings/0/level", json!("info")),
        ("/documents/0/findings/0/surprise", json!(true)),
    ];
    for (place, value) in cases {
        let mut broken = sound.clone();
        if let Some(there) = broken.pointer_mut(place) {
            *there = value;
        } else {
            let (parent, key) = place.rsplit_once('/').expect("a pointer");
            broken.pointer_mut(parent).expect("a parent")[key] = value;
        }
        assert!(!validator.is_valid(&broken), "{place} was accepted");
    }
}

/// What `seloste diff --format json` prints about two documents.
fn diff(old: &str, new: &str) -> Value {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_seloste"))
        .args(["diff", "--isolated", "--format", "json", "--as-of", support::AS_OF, old, new])
        .current_dir(support::root())
        .output()
        .expect("the program runs");
    serde_json::from_slice(&output.stdout).expect("JSON on standard output")
}

#[test]
fn a_diff_is_as_its_published_schema_says() {
    let validator = validator_of("diff.schema.json");
    let [faulty, clean] = ["seurakunta-diakonia", "verkkokauppa-kuvittelu"]
        .map(|slug| format!("corpus/{slug}/notice.txt"));
    let sound = diff(&clean, &faulty);
    for changed in [&sound, &diff(&faulty, &clean), &diff(&clean, "no/such/file.txt")] {
        let errors: Vec<_> = validator
            .iter_errors(changed)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert_eq!(errors, Vec::<String>::new());
    }
    for (place, value) in [
        ("/schema_version", json!(2)),
        ("/old/examined", json!(false)),
        ("/new/sha256", json!("ABC")),
        ("/items", json!(null)),
        ("/items/0/before", json!("missing")),
        ("/items/0/item", json!("shoe_size")),
        ("/findings/added/0/level", json!("info")),
        ("/findings/left", json!(null)),
    ] {
        let mut broken = sound.clone();
        *broken.pointer_mut(place).expect("it stands there") = value;
        assert!(!validator.is_valid(&broken), "{place} was accepted");
    }
}

/// A finding is the same in both outputs; each schema stands by itself.
#[test]
fn the_schemas_agree_on_what_they_share() {
    let (output, diff) = (schema("output.schema.json"), schema("diff.schema.json"));
    for name in ["finding", "item_key", "place"] {
        assert_eq!(diff["$defs"][name], output["$defs"][name], "{name}");
    }
}
