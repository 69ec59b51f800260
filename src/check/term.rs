//! No obsolete authority, term, contact or mechanism of transfer may stand in a notice.

use super::Context;
use super::fill::{Filling, day, further_repaired, raised};
use super::repair;
use super::stale::is_beside;
use crate::finding::{Confidence, Finding, Level};
use crate::law::{Law, Term, TermHit};
use crate::place::on_one_line;
use crate::recognise::Notice;
use crate::rule::{FactTest, Rule, TermKind};

/// One finding for every entry of the register that the notice uses; its other places belong to it.
pub fn findings(
    rule: &Rule,
    (kind, unless): (TermKind, &[FactTest]),
    notice: &Notice,
    context: &Context,
    law: &Law,
) -> Vec<Finding> {
    let mut used: Vec<(&Term, Vec<&TermHit>)> = Vec::new();
    for hit in notice.terms.iter().filter(|hit| !is_beside(hit.span, unless, notice)) {
        let Some(term) = law.term(&hit.id).filter(|term| term.kind == kind) else { continue };
        match used.iter_mut().find(|(other, _)| other.id == term.id) {
            Some((_, places)) => places.push(hit),
            None => used.push((term, vec![hit])),
        }
    }
    used.iter().map(|(term, places)| finding(rule, term, places, notice, *context, law)).collect()
}

fn finding(
    rule: &Rule,
    term: &Term,
    places: &[&TermHit],
    notice: &Notice,
    context: Context,
    law: &Law,
) -> Finding {
    let text = notice.script.text.as_str();
    let written = places[0].span.of(text);
    let mut filling = Filling::of(rule, context);
    filling.set("written", on_one_line(written));
    filling.set("obsolete", term.obsolete.clone());
    filling.set("replacement", term.replacement.clone());
    filling.set("date", day(term.since, context.language));
    let parts: Vec<_> = filling.set_notice_date(term.since, notice).into_iter().collect();
    // A fact that is hardly more than a hint is a question for a person.
    let repair = |hit: &TermHit| repair::of_term(term, hit.span, notice, law);
    let hint = term.confidence == Confidence::Low;
    let help = filling.help_or("no_replacement", term.replacement.is_empty());
    Finding {
        term: Some(term.id.clone()),
        level: if hint { Level::Note } else { term.severity.level() },
        confidence: rule.confidence.min(term.confidence),
        span: Some(places[0].span),
        related: further_repaired(
            places[1..].iter().map(|other| (other.span, repair(other))),
            text,
        ),
        fix: repair(places[0]),
        ..raised(rule, context.language, filling.message(&parts), help)
    }
}
