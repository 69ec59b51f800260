//! The JSON Schema of a rule file, made from the types that read one.

use std::sync::LazyLock;

use serde_json::Value;

use super::rule_file::Written;

/// The schema, as it is published in `rules/schema.json`.
pub fn schema() -> Value {
    let mut schema = schemars::schema_for!(Written);
    schema.insert("$id".to_owned(), "urn:seloste:rule:1".into());
    schema.insert("title".to_owned(), "A rule of seloste".into());
    // Properties of the kinds of rule lie in alternatives, so that only evaluation knows them all.
    schema.insert("unevaluatedProperties".to_owned(), false.into());
    schema.to_value()
}

/// The same as it is published, so that the program need not hold what it was made with.
static SCHEMA: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("../../rules/schema.json")).unwrap_or_default()
});

/// The keys that may stand at the top of a rule file of any kind, with those of its own kind.
pub(super) fn keys(kind: &str) -> Vec<&'static str> {
    let of_kind = SCHEMA["oneOf"].as_array().into_iter().flatten();
    let of_kind = of_kind.filter(|alternative| alternative["properties"]["kind"]["const"] == kind);
    std::iter::once(&*SCHEMA)
        .chain(of_kind)
        .filter_map(|schema| schema["properties"].as_object())
        .flat_map(|properties| properties.keys().map(String::as_str))
        .collect()
}
