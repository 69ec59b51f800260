//! The organisation's own systems and suppliers, as facts that rules ask for like any others.

use std::fmt::Write as _;

use toml::Spanned;

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
        if vendor.country.as_ref().is_some_and(|code| !WITHIN.contains(&code.get_ref().as_str())) {
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
fn phrases(name: &Spanned<String>, given: &[Spanned<String>]) -> Vec<String> {
    if !given.is_empty() {
        return given.iter().map(|phrase| phrase.get_ref().clone()).collect();
    }
    let words: Vec<&str> = name
        .get_ref()
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|w| !w.is_empty())
        .collect();
    vec![words.join(" ") + "*"]
}

/// What is wrong with what is written of systems and suppliers.
pub(super) fn mistakes(organisation: &Organisation, file: &RuleFile) -> Vec<AuthorError> {
    let mut errors = Vec::new();
    let mut error = |written: &Spanned<String>, why: String| {
        errors.push(file.error_at(written.span().start, why));
    };
    let systems = organisation.own_systems.iter().map(|system| (&system.name, &system.phrases));
    let vendors = organisation.vendors.iter().map(|vendor| (&vendor.name, &vendor.phrases));
    for (name, given) in systems.chain(vendors) {
        if !name.get_ref().contains(char::is_alphanumeric) {
            error(name, format!("`{}` is no name", name.get_ref()));
        }
        for phrase in given {
            if let Err(why) = PhraseBook::default().add(phrase.get_ref()) {
                error(phrase, why.to_string());
            }
        }
    }
    for country in organisation.vendors.iter().filter_map(|vendor| vendor.country.as_ref()) {
        let code = country.get_ref();
        let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_uppercase());
        if !is_code {
            error(country, format!("`{code}` is no country; write two letters: FI, US"));
        }
    }
    errors
}
