//! The documentation page of a rule, made from its file: what `seloste explain` prints and `docs/rules.md` holds.

use std::fmt::Write as _;

use super::markdown::escaped;
use crate::finding::{Finding, Level};
use crate::language::Language;
use crate::rule::{Example, Rule};

/// All rules in one language, as the page of documentation that is kept.
pub fn all<'a>(rules: impl IntoIterator<Item = &'a Rule>, language: Language) -> String {
    let [title, intro] = language.pick([
        [
            "Säännöt",
            "Tämä sivu on tehty sääntötiedostoista (`rules/`). Saman kertoo `seloste explain SÄÄNTÖ`.",
        ],
        [
            "Regler",
            "Denna sida är gjord av regelfilerna (`rules/`). Detsamma säger `seloste explain --lang sv REGEL`. Exemplen är på de språk som de skrevs på.",
        ],
        [
            "Rules",
            "This page is made from the rule files (`rules/`). `seloste explain --lang en RULE` says the same. Examples are in the languages they were written in.",
        ],
    ]);
    let pages: Vec<String> = rules.into_iter().map(|rule| page(rule, language)).collect();
    format!("# {title}\n\n{intro}\n\n{}", pages.join("\n"))
}

/// One rule in one language, as Markdown.
pub fn page(rule: &Rule, language: Language) -> String {
    let [message, help, why, basis] = words(language);
    let mut out = format!("## {}\n\n", rule.name);
    let title = rule.title.in_language(language);
    let _ = writeln!(out, "**{title}** ({})\n", level(rule.level, language));
    conditions(&mut out, rule, language);
    let _ = writeln!(out, "- {message}: {}", rule.message.in_language(language));
    parts(&mut out, rule, language);
    let parts = [
        (help, rule.help.in_language(language)),
        (why, rule.why.in_language(language)),
        (basis, &rule.source.cited(language)),
    ];
    for (name, text) in parts {
        let _ = writeln!(out, "- {name}: {text}");
    }
    if let Some(number) = &rule.catalogue {
        let _ = writeln!(out, "- {number}");
    }
    for case in &rule.examples {
        example(&mut out, case, language);
    }
    out
}

/// What a finding says and what its rule wants and why, as Markdown: shown where the pointer rests on it.
pub fn explained(rule: &Rule, finding: &Finding, language: Language) -> String {
    let [_, help, why, basis] = words(language);
    let title = rule.title.in_language(language);
    let level = level(finding.level, language);
    let mut out = format!("**{title}** ({level})\n\n{}\n\n", escaped(&finding.message));
    let why_text = rule.why.in_language(language);
    for (name, text) in [(help, &*finding.help), (why, why_text), (basis, &finding.basis)] {
        let _ = writeln!(out, "**{name}**: {}\n", escaped(text));
    }
    let _ = write!(out, "`{}`", rule.name);
    if let Some(number) = &rule.catalogue {
        let _ = write!(out, " {number}");
    }
    out + "\n"
}

/// What the parts of a page are called.
fn words(language: Language) -> [&'static str; 4] {
    language.pick([
        ["Huomautus", "Ohje", "Miksi", "Peruste"],
        ["Anmärkning", "Anvisning", "Varför", "Grund"],
        ["Finding", "What to write", "Why", "Basis"],
    ])
}

/// A level in a language.
pub fn level(level: Level, language: Language) -> &'static str {
    language.pick(match level {
        Level::Error => ["virhe", "fel", "error"],
        Level::Warning => ["varoitus", "varning", "warning"],
        Level::Note => ["huomio", "notis", "note"],
    })
}

/// The circumstances in which the rule speaks at another level.
fn conditions(out: &mut String, rule: &Rule, language: Language) {
    let word = language.pick(["Taso", "Nivå", "Level"]);
    for when in &rule.level_when {
        let circumstances = when.when.in_language(language);
        let _ = writeln!(out, "- {word}: {}, {circumstances}", level(when.level, language));
    }
}

/// The sentences that are added, or said instead, where they hold.
fn parts(out: &mut String, rule: &Rule, language: Language) {
    let words = ["Tarvittaessa", "Vid behov", "Where it holds"];
    for part in rule.parts.values() {
        let _ = writeln!(out, "  - {}: {}", language.pick(words), part.in_language(language));
    }
}

fn example(out: &mut String, case: &Example, language: Language) {
    let [fires, silent] = language.pick([
        ["Huomauttaa", "Vaikenee"],
        ["Anmärker", "Tiger"],
        ["Fires", "Stays silent"],
    ]);
    let _ = write!(out, "\n{}", if case.fires { fires } else { silent });
    if let Some(note) = &case.note {
        let _ = write!(out, " ({note})");
    }
    let _ = writeln!(out, ":\n\n```text\n{}\n```", case.text.trim());
}
