//! The documentation page of a rule, made from its file: what `seloste explain` prints and `docs/rules.md` holds.

use std::fmt::Write as _;

use crate::finding::Level;
use crate::language::Language;
use crate::rule::{Example, Rule};

/// One rule in one language, as Markdown.
pub fn page(rule: &Rule, language: Language) -> String {
    let [message, help, why, basis] = language.pick([
        ["Huomautus", "Ohje", "Miksi", "Peruste"],
        ["Anmärkning", "Anvisning", "Varför", "Grund"],
        ["Finding", "What to write", "Why", "Basis"],
    ]);
    let mut out = format!("## {}\n\n", rule.name);
    let _ = writeln!(
        out,
        "**{}** ({})\n",
        rule.title.in_language(language),
        level(rule.level, language)
    );
    let parts = [
        (message, rule.message.in_language(language).to_owned()),
        (help, rule.help.in_language(language).to_owned()),
        (why, rule.why.in_language(language).to_owned()),
        (basis, rule.source.to_string()),
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

/// A level in a language.
pub fn level(level: Level, language: Language) -> &'static str {
    language.pick(match level {
        Level::Error => ["virhe", "fel", "error"],
        Level::Warning => ["varoitus", "varning", "warning"],
        Level::Note => ["huomio", "notis", "note"],
    })
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
