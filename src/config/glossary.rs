//! The organisation's own systems and suppliers, as facts that rules ask for like any others.

use std::fmt::Write as _;

use crate::phrase::PhraseBook;
use crate::recognise::Organisation;
use crate::rule::{AuthorError, RuleFile};

/// Where the facts lie among the rule files.
pub const GLOSSARY: &str = "facts/own.toml";

/// The countries in which the GDPR is law: the Union, and those of the EEA. A transfer to any other is one to a third
/// country (Art. 44), whatever the Commission has decided of it.
const WITHIN: [&str; 30] = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS",
    "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// The facts that tell of the organisation's own systems and suppliers; nothing where it names none.
pub(super) fn facts(organisation: &Organisation) -> Option<String> {
    let mut out = String::new();
    for system in &organisation.own_systems {
        fact(&mut out, "own_system", &phrases(&system.name, &system.phrases));
    }
    for (n, vendor) in organisation.vendors.iter().enumerate() {
        let phrases = phrases(&vendor.name, &vendor.phrases);
        fact(&mut out, &format!("vendor/own/{n}"), &phrases);
        if vendor.country.as_deref().is_some_and(|country| !WITHIN.contains(&country)) {
            fact(&mut out, "vendor_outside_eea", &phrases);
        }
    }
    (!out.is_empty()).then_some(out)
}

fn fact(out: &mut String, name: &str, phrases: &[String]) {
    // A list of strings is written alike in JSON and in TOML.
    let phrases = serde_json::to_string(phrases).unwrap_or_default();
    let _ = writeln!(out, "[[fact.\"{name}\"]]\nany = {phrases}\npart = \"text\"\n");
}

/// What is looked for: the phrases given, or the name with any ending.
fn phrases(name: &str, given: &[String]) -> Vec<String> {
    if !given.is_empty() {
        return given.to_vec();
    }
    let words: Vec<&str> =
        name.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|w| !w.is_empty()).collect();
    vec![words.join(" ") + "*"]
}

/// What is wrong with what is written of systems and suppliers.
pub(super) fn mistakes(organisation: &Organisation, file: &RuleFile) -> Vec<AuthorError> {
    let mut errors = Vec::new();
    let mut error = |written: &str, why: String| {
        errors.push(file.error_at(file.text.find(written).unwrap_or_default(), why));
    };
    let systems = organisation.own_systems.iter().map(|system| (&system.name, &system.phrases));
    let vendors = organisation.vendors.iter().map(|vendor| (&vendor.name, &vendor.phrases));
    for (name, given) in systems.chain(vendors) {
        if !name.contains(char::is_alphanumeric) {
            error(name, format!("`{name}` is no name"));
        }
        for phrase in given {
            if let Err(why) = PhraseBook::default().add(phrase) {
                error(phrase, why.to_string());
            }
        }
    }
    for country in organisation.vendors.iter().filter_map(|vendor| vendor.country.as_deref()) {
        let is_code = country.len() == 2 && country.bytes().all(|byte| byte.is_ascii_uppercase());
        if !is_code {
            error(country, format!("`{country}` is no country; write two letters: FI, US"));
        }
    }
    errors
}
