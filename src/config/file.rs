//! `seloste.toml` as it is written: every key documented, for this is its reference and its schema.

use std::collections::BTreeMap;
use std::path::PathBuf;

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::finding::Level;
use crate::language::Language;
use crate::recognise::Organisation;

/// The choices of a repository of notices. Paths and patterns are relative to the folder of this file; `*` stays within
/// a folder, `**` crosses folders.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ConfigFile {
    /// Language of messages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    /// Level from which a finding makes the exit code 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fail_on: Option<FailOn>,
    /// The day on which the law is looked at. What is repealed after it is told as a warning at most, so that an act of
    /// Parliament breaks no build.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Day>,
    /// Documents in folders that are not examined.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub exclude: Vec<Spanned<String>>,
    /// Which rules speak, and how loudly.
    #[serde(default)]
    pub rules: RulesFile,
    /// Other rules for some of the documents; later ones win.
    #[serde(default, rename = "override", skip_serializing_if = "Vec::is_empty")]
    pub overrides: Vec<OverrideFile>,
    /// Findings that a person has judged and put aside.
    #[serde(default, rename = "ignore", skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<IgnoreFile>")]
    pub ignores: Vec<Spanned<IgnoreFile>>,
    /// The file of what was found before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub baseline: Option<PathBuf>,
    /// Whose notices these are.
    #[serde(default)]
    pub organisation: Organisation,
}

/// Which rules speak, and how loudly. A rule is named by its own name, its family (`art13`), its number in the catalogue
/// (`C74`) or the article of its item (`13(2)(a)`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RulesFile {
    /// Only these rules.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub select: Vec<Spanned<String>>,
    /// Not these rules.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub ignore: Vec<Spanned<String>>,
    /// Whether the pedantic rules speak, too.
    #[serde(default)]
    pub pedantic: bool,
    /// Folder of rule files, laid over those built in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub folder: Option<PathBuf>,
    /// The rule set that must be in use: the beginning of its name, which the JSON report tells (`tool.rules`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// Other levels for rules.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[schemars(with = "BTreeMap<String, Level>")]
    pub level: BTreeMap<Spanned<String>, Level>,
}

impl RulesFile {
    /// The names of rules in it, with their places.
    pub(super) fn names(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.select.iter().chain(&self.ignore).chain(self.level.keys())
    }
}

/// Other rules for some of the documents.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OverrideFile {
    /// Patterns of the documents' paths.
    #[schemars(with = "Vec<String>")]
    pub path: Vec<Spanned<String>>,
    /// What holds for them: a `select` takes the place of the general one, `ignore` and `level` are added to it.
    #[serde(default)]
    pub rules: RulesFile,
}

/// Findings that a person has judged and put aside. Without a reason none is; past the last day none is any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct IgnoreFile {
    /// Patterns of the documents' paths.
    #[schemars(with = "Vec<String>")]
    pub path: Vec<Spanned<String>>,
    /// The rule, family or article.
    #[schemars(with = "String")]
    pub rule: Spanned<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// The last day on which it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// Only the finding of this fingerprint (its beginning is enough).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
    /// Only findings at whose place these words stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quote: Option<String>,
}

/// From which level on findings make a run fail.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, clap::ValueEnum,
)]
#[serde(rename_all = "snake_case")]
pub enum FailOn {
    /// From errors on.
    #[default]
    Error,
    /// From warnings on.
    Warning,
    /// From notes on.
    Note,
    /// Never.
    Never,
}

/// A day, as a TOML date or as text: 2026-11-22.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Day(pub Date);

impl TryFrom<String> for Day {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse().map(Self).map_err(|_| format!("`{text}` is no day; write it as 2026-11-22"))
    }
}

impl From<Day> for String {
    fn from(day: Day) -> Self {
        day.0.to_string()
    }
}

impl JsonSchema for Day {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "A day: 2026-11-22.",
            "type": "string",
            "pattern": "^\\d{4}-\\d{2}-\\d{2}$",
        })
    }
}

/// The JSON Schema of the file, as it is published in `docs/config.schema.json`.
pub fn schema() -> serde_json::Value {
    let mut schema = schemars::schema_for!(ConfigFile);
    schema.insert("$id".to_owned(), "urn:seloste:config:1".into());
    schema.insert("title".to_owned(), "seloste.toml".into());
    schema.to_value()
}
