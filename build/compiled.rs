//! What rule files are made into for looking things up, as Rust: see `src/table/`.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::fs;
use std::path::Path;

use toml::de::{DeTable, DeValue};

use crate::finnish::fold::fold_word;
use crate::ids::Ids;
use crate::names::{ActNames, Heads, NameBook, StatuteKind, WrittenHead};
use crate::phrase::{Filling, Phrases};
use crate::variants::Variants;

/// The classes of words that phrases may name.
const CLASSES: &str = "words.toml";
/// The files and folders in whose lists phrases stand.
const PHRASES: [&str; 7] = [
    "citations.toml",
    "modality.toml",
    "profile.toml",
    "signals.toml",
    "facts/",
    "headings/",
    "items/",
];

/// The files whose phrases may have a shape.
const ITEMS: &str = "items/";

/// Lists of whole headings, which are no phrases.
const HEADINGS: &str = "variants";

/// Writes the tables of all files, told by path and text.
pub(crate) fn write(files: &[(String, String)], out: &Path) {
    let write = |name: &str, table: &dyn Debug| {
        fs::write(out.join(name), format!("{table:?}")).expect("OUT_DIR can be written");
    };
    write("phrases.rs", &phrases(files));
    write("names.rs", &names(files));
    write("ids.rs", &ids(files));
    write("headings.rs", &headings(files));
}

/// Every string of a list is taken for a phrase: of those that are none nothing comes but a little room. What cannot be
/// read here is told to its author when the program reads the file.
fn phrases(files: &[(String, String)]) -> Phrases {
    let mut phrases = Phrases::default();
    let table = |path: &str| DeTable::parse(text(files, path)).ok().map(toml::Spanned::into_inner);
    let mut classes: Vec<_> = table(CLASSES).into_iter().flatten().collect();
    classes.sort_by_key(|(name, _)| name.span().start);
    for (name, words) in &classes {
        let words = words.get_ref().as_array().into_iter().flatten();
        let words = words.filter_map(|word| word.get_ref().as_str());
        let _ = phrases.define(name.get_ref(), words);
    }
    for (_, text) in files.iter().filter(|(path, _)| path.starts_with(ITEMS)) {
        if let Ok(Item { shape: Some(shape) }) = toml::from_str(text) {
            shape.learn(files, &mut phrases);
        }
    }
    let is_one = |path: &str| PHRASES.iter().any(|known| path.starts_with(known));
    for (path, _) in files.iter().filter(|(path, _)| is_one(path)) {
        let table = table(path).unwrap_or_default();
        learn(&DeValue::Table(table), &mut phrases);
    }
    phrases
}

fn learn(value: &DeValue<'_>, phrases: &mut Phrases) {
    match value {
        DeValue::Array(values) => {
            for value in values {
                match value.get_ref() {
                    DeValue::String(phrase) => drop(phrases.add(phrase)),
                    value => learn(value, phrases),
                }
            }
        }
        DeValue::Table(table) => {
            let values = table.iter().filter(|(key, _)| key.get_ref() != HEADINGS);
            values.for_each(|(_, value)| learn(value.get_ref(), phrases));
        }
        _ => {}
    }
}

/// What of a file of `items/` fills its shape.
#[derive(serde::Deserialize)]
struct Item {
    shape: Option<Shape>,
}

#[derive(serde::Deserialize)]
struct Shape {
    like: String,
    words: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    without: Vec<String>,
}

/// A file of `shapes/`.
#[derive(Default, serde::Deserialize)]
struct Shared {
    evidence: Vec<BTreeMap<String, toml::Value>>,
}

impl Shape {
    /// Adds the phrases of the shape in the words of the item.
    fn learn(&self, files: &[(String, String)], phrases: &mut Phrases) {
        let path = format!("shapes/{}.toml", self.like);
        let shared: Shared = toml::from_str(text(files, &path)).unwrap_or_default();
        let lists =
            shared.evidence.iter().flat_map(BTreeMap::values).filter_map(toml::Value::as_array);
        let shared = lists.flatten().filter_map(toml::Value::as_str);
        let classes = self.words.iter();
        let filling = Filling::of(
            classes.map(|(class, words)| (class.as_str(), words.iter().map(String::as_str))),
        );
        for phrase in shared.chain(self.without.iter().map(String::as_str)) {
            drop(phrases.add(&filling.fill(phrase)));
        }
    }
}

/// What of `citations.toml` names are taken apart by.
#[derive(serde::Deserialize)]
struct Citations {
    head: Vec<WrittenHead>,
    names: Names,
}

#[derive(serde::Deserialize)]
struct Names {
    given: Vec<String>,
    clitics: Vec<String>,
}

#[derive(serde::Deserialize)]
struct Statutes {
    statute: Vec<Statute>,
}

#[derive(serde::Deserialize)]
struct Statute {
    id: String,
    kind: StatuteKind,
    name_fi: String,
    #[serde(default)]
    former_names: Vec<String>,
    name_sv: Option<String>,
    #[serde(default)]
    name_en: Vec<String>,
    #[serde(default)]
    short: Vec<String>,
    #[serde(default)]
    short_sv: Vec<String>,
    #[serde(default)]
    abbreviations: Vec<String>,
}

/// Empty where a file cannot be read, which the program then tells.
fn names(files: &[(String, String)]) -> NameBook {
    let citations: Option<Citations> = toml::from_str(text(files, "citations.toml")).ok();
    let Some(citations) = citations else { return NameBook::default() };
    let statutes = statutes(files);
    let heads = Heads::new(citations.head, citations.names.given, citations.names.clitics);
    let acts = statutes.iter().map(|act| ActNames {
        kind: act.kind,
        name_fi: &act.name_fi,
        former_names: &act.former_names,
        name_sv: act.name_sv.as_deref(),
        name_en: &act.name_en,
        short: &act.short,
        short_sv: &act.short_sv,
        abbreviations: &act.abbreviations,
    });
    NameBook::of(&heads, acts)
}

fn ids(files: &[(String, String)]) -> Ids {
    let statutes = statutes(files);
    Ids::of(statutes.iter().map(|statute| statute.id.as_str())).unwrap_or_default()
}

fn statutes(files: &[(String, String)]) -> Vec<Statute> {
    let read = toml::from_str(text(files, "statutes.toml"));
    read.map(|Statutes { statute }| statute).unwrap_or_default()
}

/// What of a file of `headings/` is looked up as a whole.
#[derive(serde::Deserialize)]
struct Headings {
    #[serde(default)]
    variants: Vec<String>,
    #[serde(default)]
    joins: Vec<String>,
}

fn headings(files: &[(String, String)]) -> Variants {
    let files = files.iter().filter(|(path, _)| path.starts_with("headings/"));
    let files: Result<Vec<Headings>, _> = files.map(|(_, text)| toml::from_str(text)).collect();
    let files = files.unwrap_or_default();
    let joins = files.iter().flat_map(|file| &file.joins).map(|word| fold_word(word));
    let headings = files.iter().enumerate().flat_map(|(entry, file)| {
        file.variants.iter().map(move |heading| (heading.as_str(), entry))
    });
    Variants::of(joins, headings)
}

fn text<'f>(files: &'f [(String, String)], path: &str) -> &'f str {
    files.iter().find(|(known, _)| known == path).map_or("", |(_, text)| text)
}
