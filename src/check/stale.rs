//! A notice must not have been out of date on its own day: then nobody looked at its content when it was dated.
//!
//! The strongest check of currency, as it needs no day of reference.

use jiff::civil::Date;

use super::Context;
use super::age::written;
use super::consistency::is_one_of;
use super::fill::{Filling, day};
use super::statute::named;
use crate::finding::{Confidence, Finding, Level, Related};
use crate::language::Language;
use crate::law::{Law, Problem, Severity, TermHit};
use crate::place::Span;
use crate::recognise::{Notice, NoticeDate};
use crate::rule::{FactTest, Rule, TermKind};

/// Facts that are no more than probable accuse only together.
const SEVERAL: usize = 2;

/// At most one finding, at the date of the notice, with the places of all that was obsolete by then.
pub fn findings(
    rule: &Rule,
    unless: &[FactTest],
    notice: &Notice,
    context: &Context,
    law: &Law,
) -> Vec<Finding> {
    let Some(date) = &notice.profile.date else { return Vec::new() };
    let Some(own) = date.day() else { return Vec::new() };
    let mut obsolete = statutes(notice, own, context.language, law);
    obsolete.extend(terms(notice, own, law));
    obsolete.retain(|one| !is_beside(one.span, unless, notice));
    obsolete.sort_by_key(|one| one.span);
    let (sure, probable): (Vec<_>, Vec<_>) =
        obsolete.into_iter().partition(|one| one.confidence == Confidence::High);
    let (shown, confidence) = if !sure.is_empty() {
        (sure, Confidence::High)
    } else if different(&probable) >= SEVERAL {
        (probable, Confidence::Medium)
    } else {
        return Vec::new();
    };
    vec![finding(rule, date, &shown, confidence, notice, *context)]
}

fn finding(
    rule: &Rule,
    date: &NoticeDate,
    shown: &[Obsolete],
    confidence: Confidence,
    notice: &Notice,
    context: Context,
) -> Finding {
    let mut filling = Filling::of(rule, context);
    filling.set("written", written(date, notice));
    let told = |one: &Obsolete| format!("{} – {}", one.name, day(one.since, context.language));
    let mut named: Vec<String> = Vec::new();
    for one in shown.iter().map(told) {
        if !named.contains(&one) {
            named.push(one);
        }
    }
    filling.set("obsolete", named.join("; "));
    let confidence = confidence.min(rule.confidence);
    // A word of the old law's forms is out of date; an act or an authority that is gone misleads.
    let only_words = shown.iter().all(|one| one.is_word);
    let level = match confidence {
        Confidence::High if !only_words => rule.level,
        _ => rule.level.min(Level::Warning),
    };
    let related = shown.iter().map(|one| Related::new(one.span, told(one)));
    Finding { level, confidence, related: related.collect(), ..filling.raised_at(date.span) }
}

/// Something that the notice uses and that was obsolete on its own day.
struct Obsolete {
    span: Span,
    name: String,
    since: Date,
    confidence: Confidence,
    /// A word of the old law, not an act, an authority or a contact.
    is_word: bool,
}

fn statutes(notice: &Notice, own: Date, language: Language, law: &Law) -> Vec<Obsolete> {
    let repealed = notice.citations.iter().filter(|citation| {
        citation.problem == Some(Problem::Repealed)
            && !citation.history
            && citation.confidence > Confidence::Low
    });
    repealed
        .filter_map(|citation| {
            let id = law.register().find(citation.id.as_deref()?)?;
            let statute = law.register().statute(id);
            let since = statute.repealed_on.filter(|end| *end <= own)?;
            let name = named(&statute, language);
            let confidence = citation.confidence;
            Some(Obsolete { span: citation.span, name, since, confidence, is_word: false })
        })
        .collect()
}

fn terms(notice: &Notice, own: Date, law: &Law) -> Vec<Obsolete> {
    let of = |hit: &TermHit| {
        let term = law.term(&hit.id)?;
        let counts = term.since <= own
            && term.severity != Severity::Info
            && term.confidence > Confidence::Low;
        counts.then(|| Obsolete {
            span: hit.span,
            name: term.obsolete.clone(),
            since: term.since,
            confidence: term.confidence,
            is_word: term.kind == TermKind::Term,
        })
    };
    notice.terms.iter().filter_map(of).collect()
}

/// Whether the sentence of a place has one of these facts: it tells of the past, or of a time of transition.
pub(super) fn is_beside(span: Span, tests: &[FactTest], notice: &Notice) -> bool {
    notice.facts.iter().any(|fact| fact.sentence.overlaps(span) && is_one_of(tests, fact))
}

fn different(obsolete: &[Obsolete]) -> usize {
    let mut names: Vec<&str> = obsolete.iter().map(|one| one.name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    names.len()
}
