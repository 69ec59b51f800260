//! Messages of rules with their placeholders filled.

use jiff::civil::Date;

use super::Context;
use crate::language::{Language, Localised};
use crate::rule::Rule;

/// What stands for the placeholders of a rule's sentences.
pub(super) struct Filling<'a> {
    rule: &'a Rule,
    language: Language,
    values: Vec<(&'static str, String)>,
}

impl<'a> Filling<'a> {
    pub(super) fn of(rule: &'a Rule, context: Context) -> Self {
        Self { rule, language: context.language, values: Vec::new() }
    }

    /// Gives a placeholder its value.
    pub(super) fn set(&mut self, placeholder: &'static str, value: impl Into<String>) {
        self.values.push((placeholder, value.into()));
    }

    /// The rule's message, with those of its parts that hold.
    pub(super) fn message(&self, parts: &[&str]) -> String {
        let holding = parts.iter().filter_map(|part| self.rule.parts.get(*part));
        let sentences: Vec<String> =
            std::iter::once(&self.rule.message).chain(holding).map(|s| self.fill(s)).collect();
        sentences.join(" ")
    }

    /// The rule's help, or the part that holds in its stead.
    pub(super) fn help_or(&self, part: &str, holds: bool) -> String {
        let other = self.rule.parts.get(part).filter(|_| holds);
        self.fill(other.unwrap_or(&self.rule.help))
    }

    fn fill(&self, sentence: &Localised) -> String {
        let mut filled = sentence.in_language(self.language).to_owned();
        for (placeholder, value) in &self.values {
            filled = filled.replace(&format!("{{{placeholder}}}"), value);
        }
        filled
    }
}

/// A day as it is written in a language.
pub(super) fn day(date: Date, language: Language) -> String {
    match language {
        Language::Fi | Language::Sv => format!("{}.{}.{}", date.day(), date.month(), date.year()),
        Language::En => date.strftime("%-d %B %Y").to_string(),
    }
}

/// The words of a notice on one line.
pub(super) fn on_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
