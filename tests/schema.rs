//! What the program prints is what its published schema says.

use jsonschema::Validator;
use serde_json::{Value, json};

mod support;

fn validator() -> Validator {
    let text = std::fs::read_to_string(support::root().join("docs/output.schema.json"));
    let schema: Value = serde_json::from_str(&text.expect("the schema")).expect("JSON");
    jsonschema::draft202012::new(&schema).expect("a schema")
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
