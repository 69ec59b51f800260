//! One rule: what is written in its file, and what it becomes once checked.

use std::collections::BTreeMap;

use super::files::{AuthorError, RuleFile};
use super::kind::RuleKind;
use super::schema;
use super::source::Source;
use crate::canon::Signal;
use crate::finding::{Confidence, Level};
use crate::language::Localised;
use crate::recognise::Organisation;

/// A rule, checked. Its name is that of its file.
#[derive(Debug, Clone)]
pub struct Rule {
    /// Kebab-case Finnish name of the fault, ASCII.
    pub name: String,
    /// The folder it lies in: `art13`, `saadokset` …
    pub family: String,
    /// What it looks at.
    pub kind: RuleKind,
    /// How grave a finding is.
    pub level: Level,
    /// Circumstances in which it is graver or less grave; the first that holds counts.
    pub level_when: Vec<LevelWhen>,
    /// The most a finding can be sure of.
    pub confidence: Confidence,
    /// Number of the check in the catalogue, if it is one.
    pub catalogue: Option<String>,
    /// The check of the catalogue asks for one of these signals; without them the finding is the item's alone.
    pub catalogue_any_of: Vec<Signal>,
    /// Rules, or entries of the register of obsolete terms, whose findings this one's finding stands for: it knows more
    /// of the same fault.
    pub carries: Vec<String>,
    /// Whether it speaks only when asked to: what it finds is common and does no harm.
    pub pedantic: bool,
    /// The legal basis.
    pub source: Source,
    /// One line on the fault, for lists.
    pub title: Localised,
    /// What a finding says; may hold placeholders in braces, which the kind of rule fills.
    pub message: Localised,
    /// What to write instead; may hold placeholders.
    pub help: Localised,
    /// Why it matters, for the documentation page.
    pub why: Localised,
    /// Sentences, by name, that the kind of rule adds to the message where they hold; may hold placeholders.
    pub parts: BTreeMap<String, Localised>,
    /// Cases that are documentation and tests at once.
    pub examples: Vec<Example>,
}

/// A level that holds in some circumstances.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LevelWhen {
    /// The level.
    pub level: Level,
    /// The circumstances in words, for the documentation page: "kun peruste on suostumus".
    pub when: Localised,
    /// One of these signals is seen; empty: no matter.
    #[serde(default)]
    pub any_of: Vec<Signal>,
    /// None of these signals is seen.
    #[serde(default)]
    pub none_of: Vec<Signal>,
}

/// A case: a text on which the rule must fire or stay silent.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// Whether the rule fires.
    pub fires: bool,
    /// The notice, or as much of it as the rule needs.
    pub text: String,
    /// What the case shows, for the documentation page.
    #[serde(default)]
    pub note: Option<String>,
    /// The day to check on (ISO), where it matters.
    #[serde(default)]
    pub as_of: Option<String>,
    /// Days ahead for which repeals are told, where it matters.
    #[serde(default)]
    pub horizon: Option<u16>,
    /// What the configuration tells of whose notice it is, where it matters. Own systems and suppliers are not heard
    /// here: they are words to look for.
    #[serde(default)]
    pub organisation: Option<Organisation>,
}

/// A rule as its file says it.
#[derive(Debug, serde::Deserialize, schemars::JsonSchema)]
pub(super) struct Written {
    #[serde(flatten)]
    kind: RuleKind,
    level: Level,
    #[serde(default)]
    level_when: Vec<LevelWhen>,
    #[serde(default = "high")]
    confidence: Confidence,
    #[serde(default)]
    catalogue: Option<String>,
    #[serde(default)]
    catalogue_any_of: Vec<Signal>,
    #[serde(default)]
    carries: Vec<String>,
    #[serde(default)]
    pedantic: bool,
    source: Source,
    title: Localised,
    message: Localised,
    help: Localised,
    why: Localised,
    #[serde(default)]
    parts: BTreeMap<String, Localised>,
    #[serde(default, rename = "example")]
    examples: Vec<Example>,
}

/// What the reader of TOML cannot say, because the keys of the kinds of rule lie beside those of all rules: a key
/// that means nothing is a slip of the pen, and the rule would silently be another than its author thinks.
fn no_unknown_key(file: &RuleFile) -> Result<(), AuthorError> {
    let table: toml::Table = file.parse()?;
    let kind = table.get("kind").and_then(toml::Value::as_str).unwrap_or_default();
    let known = schema::keys(kind);
    let Some(unknown) = table.keys().find(|key| !known.contains(&key.as_str())) else {
        return Ok(());
    };
    let likeness = |key: &&str| strsim::jaro_winkler(unknown, key);
    let nearest = known.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    let hint = nearest.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    let is_key = |line: &str| {
        let line = line.trim_start_matches(['[', ' ']);
        line.strip_prefix(unknown.as_str())
            .is_some_and(|rest| rest.trim_start().starts_with(['=', '.', ']']))
    };
    let before = file.text.lines().take_while(|line| !is_key(line));
    let at = before.map(|line| line.len() + 1).sum();
    Err(file.error_at(at, format!("a rule of the kind `{kind}` has no key `{unknown}`{hint}")))
}

fn high() -> Confidence {
    Confidence::High
}

impl Rule {
    /// Its file below `rules/`.
    pub fn file(&self) -> String {
        format!("{}/{}.toml", self.family, self.name)
    }

    /// Whether `name` is the rule's own, or its number in the catalogue.
    pub fn answers_to(&self, name: &str) -> bool {
        let number = self.catalogue.as_deref();
        name == self.name || number.is_some_and(|number| number.eq_ignore_ascii_case(name))
    }

    /// Reads the rule at `path` (`art13/sailytysaika-puuttuu.toml`).
    ///
    /// # Errors
    /// When the file is not a rule, or has no example that fires and one that does not.
    pub fn read(path: &str, file: &RuleFile) -> Result<Self, AuthorError> {
        let written: Written = file.parse()?;
        if !file.is_built_in() {
            no_unknown_key(file)?;
        }
        for (fires, missing) in [(true, "fires"), (false, "stays silent")] {
            if !written.examples.iter().any(|example| example.fires == fires) {
                let message = format!("the rule needs an [[example]] on which it {missing}");
                return Err(file.error_at(0, message));
            }
        }
        let (family, name) = path.rsplit_once('/').unwrap_or(("", path));
        Ok(Self {
            name: name.trim_end_matches(".toml").to_owned(),
            family: family.to_owned(),
            kind: written.kind,
            level: written.level,
            level_when: written.level_when,
            confidence: written.confidence,
            catalogue: written.catalogue,
            catalogue_any_of: written.catalogue_any_of,
            carries: written.carries,
            pedantic: written.pedantic,
            source: written.source,
            title: written.title,
            message: written.message,
            help: written.help,
            why: written.why,
            parts: written.parts,
            examples: written.examples,
        })
    }

    /// The level in the circumstances of a notice.
    pub fn level_with(&self, seen: impl Fn(Signal) -> bool) -> Level {
        let holds = |when: &&LevelWhen| {
            (when.any_of.is_empty() || when.any_of.iter().any(|signal| seen(*signal)))
                && !when.none_of.iter().any(|signal| seen(*signal))
        };
        self.level_when.iter().find(holds).map_or(self.level, |when| when.level)
    }
}
