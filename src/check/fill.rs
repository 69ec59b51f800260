//! Messages of rules with their placeholders filled.

use jiff::civil::Date;

use super::Context;
use crate::finding::{Finding, Fix, Related};
use crate::language::{Language, Localised};
use crate::place::{Span, on_one_line};
use crate::recognise::{Notice, NoticeDate};
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

    /// Fills in the notice's own day, if it tells one; returns the part of the message that says whether what
    /// ended on the day `end` had ended by then.
    pub(super) fn set_notice_date(&mut self, end: Date, notice: &Notice) -> Option<&'static str> {
        let own = notice.profile.date.as_ref().and_then(NoticeDate::day)?;
        self.set("notice_date", day(own, self.language));
        Some(if end <= own { "already_then" } else { "since_then" })
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

    /// The rule's help.
    pub(super) fn help(&self) -> String {
        self.fill(&self.rule.help)
    }

    /// A finding on the document as a whole, with the rule's filled sentences.
    pub(super) fn raised(&self) -> Finding {
        raised(self.rule, self.language, self.message(&[]), self.help())
    }

    /// The same at a place.
    pub(super) fn raised_at(&self, span: Span) -> Finding {
        Finding { span: Some(span), ..self.raised() }
    }

    /// One of the rule's parts; empty where it has none of that name.
    pub(super) fn part(&self, name: &str) -> String {
        self.rule.parts.get(name).map(|part| self.fill(part)).unwrap_or_default()
    }

    fn fill(&self, sentence: &Localised) -> String {
        let mut filled = sentence.in_language(self.language).to_owned();
        for (placeholder, value) in &self.values {
            filled = filled.replace(&format!("{{{placeholder}}}"), value);
        }
        filled
    }
}

/// A finding of a rule on the document as a whole, with what every finding takes from its rule.
pub(super) fn raised(rule: &Rule, language: Language, message: String, help: String) -> Finding {
    Finding {
        rule: rule.name.clone(),
        catalogue: rule.catalogue.clone(),
        term: None,
        level: rule.level,
        confidence: rule.confidence,
        item: None,
        message,
        help,
        basis: rule.source.cited(language),
        span: None,
        related: Vec::new(),
        fix: None,
        ocr: None,
        also: Vec::new(),
        suppressed: None,
        known: false,
        fingerprint: String::new(),
    }
}

/// Further places of one fault, with the words that stand there.
pub(super) fn further(places: impl Iterator<Item = Span>, text: &str) -> Vec<Related> {
    further_repaired(places.map(|span| (span, None)), text)
}

/// The same with the repair of each place.
pub(super) fn further_repaired(
    places: impl Iterator<Item = (Span, Option<Fix>)>,
    text: &str,
) -> Vec<Related> {
    places.map(|(span, fix)| Related { span, message: on_one_line(span.of(text)), fix }).collect()
}

/// A day as it is written in a language.
pub(super) fn day(date: Date, language: Language) -> String {
    match language {
        Language::Fi | Language::Sv => format!("{}.{}.{}", date.day(), date.month(), date.year()),
        Language::En => date.strftime("%-d %B %Y").to_string(),
    }
}
