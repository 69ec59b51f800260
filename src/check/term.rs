//! No obsolete authority, term, contact or mechanism of transfer may stand in a notice.

use super::Context;
use super::fill::{Filling, day, on_one_line};
use crate::finding::{Confidence, Finding, Fix, Level, Related};
use crate::law::{Law, Term, TermHit};
use crate::recognise::{Notice, NoticeDate};
use crate::rule::{Rule, TermKind};

/// One finding for every entry of the register that the notice uses; its other places belong to it.
pub fn findings(
    rule: &Rule,
    kind: TermKind,
    notice: &Notice,
    context: &Context,
    law: &Law,
) -> Vec<Finding> {
    let mut used: Vec<(&Term, Vec<&TermHit>)> = Vec::new();
    for hit in &notice.terms {
        let Some(term) = law.term(&hit.id).filter(|term| term.kind == kind) else { continue };
        match used.iter_mut().find(|(other, _)| other.id == term.id) {
            Some((_, places)) => places.push(hit),
            None => used.push((term, vec![hit])),
        }
    }
    used.iter().map(|(term, places)| finding(rule, term, places, notice, *context)).collect()
}

fn finding(
    rule: &Rule,
    term: &Term,
    places: &[&TermHit],
    notice: &Notice,
    context: Context,
) -> Finding {
    let text = notice.script.text.as_str();
    let written = places[0].span.of(text);
    let mut filling = Filling::of(rule, context);
    filling.set("written", on_one_line(written));
    filling.set("obsolete", term.obsolete.clone());
    filling.set("replacement", term.replacement.clone());
    filling.set("date", day(term.since, context.language));
    let mut parts = Vec::new();
    if let Some(own) = notice.profile.date.as_ref().and_then(NoticeDate::day) {
        filling.set("notice_date", day(own, context.language));
        parts.push(if term.since <= own { "already_then" } else { "since_then" });
    }
    let fix = term.fix.as_ref().filter(|fix| written.contains(&fix.from));
    // A fact that is hardly more than a hint is a question for a person.
    let hint = term.confidence == Confidence::Low;
    Finding {
        fingerprint: String::new(),
        rule: rule.name.clone(),
        catalogue: rule.catalogue.clone(),
        term: Some(term.id.clone()),
        level: if hint { Level::Note } else { term.severity.level() },
        confidence: rule.confidence.min(term.confidence),
        item: None,
        message: filling.message(&parts),
        help: filling.help_or("no_replacement", term.replacement.is_empty()),
        basis: rule.source.to_string(),
        span: Some(places[0].span),
        related: places[1..]
            .iter()
            .map(|other| Related { span: other.span, message: on_one_line(other.span.of(text)) })
            .collect(),
        fix: fix.map(|fix| Fix { replacement: written.replace(&fix.from, &fix.to), safe: true }),
    }
}
