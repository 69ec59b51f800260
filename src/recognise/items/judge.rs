//! The status of one item: what its clues show, and what its absence means.

use super::item::{Evidence, ItemRule};
use super::reason;
use super::view::View;
use super::written::Asked;
use crate::canon::{Item, Signal, Status};
use crate::finding::Confidence;
use crate::place::Span;
use crate::recognise::{ItemFound, Searched, SignalFound};

/// What is known of a notice as a whole before its items are judged.
pub(super) struct Seen {
    pub(super) signals: Vec<SignalFound>,
    /// Whether the notice tells a legal basis at all.
    pub(super) basis_told: bool,
}

impl Seen {
    pub(super) fn new(
        view: &View<'_>,
        signals: Vec<SignalFound>,
        basis: Option<&ItemRule>,
    ) -> Self {
        let basis_told = basis
            .and_then(|rule| best(rule, view, &signals))
            .is_some_and(|(basis, _)| basis.present);
        Self { signals, basis_told }
    }
}

/// So many places are quoted as evidence, and so many rejected ones are named.
const SHOWN: usize = 3;

/// Judges one item.
pub(super) fn item(rule: &ItemRule, view: &View<'_>, seen: &Seen) -> ItemFound {
    let signals = seen.signals.as_slice();
    if rule.item == Item::NoticeDate {
        return date(rule, view);
    }
    let asked = is_asked(&rule.asked, seen);
    let found = best(rule, view, signals);
    match found {
        Some((evidence, spots)) if asked || rule.asked.counts_when_found() => {
            here(rule, view, evidence, spots)
        }
        _ if !asked => ItemFound {
            reason: Some(reason::not_asked(view.reading.language).to_owned()),
            ..bare(rule, view, Status::NotApplicable)
        },
        _ if view.reading.unread => ItemFound {
            confidence: Confidence::Low,
            reason: Some(reason::unread(view.reading.language).to_owned()),
            ..bare(rule, view, Status::Undetermined)
        },
        _ => missing(rule, view, signals),
    }
}

/// The evidence that decides, or else the best one found, and its places.
fn best<'r>(
    rule: &'r ItemRule,
    view: &View<'_>,
    signals: &[SignalFound],
) -> Option<(&'r Evidence, Vec<Span>)> {
    let seen = |wanted: &Signal| signals.iter().any(|found| found.signal == *wanted);
    let found: Vec<_> = rule
        .evidence
        .iter()
        .filter(|evidence| evidence.signals.iter().all(seen))
        .map(|evidence| (evidence, evidence.clue.spots(view)))
        .filter(|(_, spots)| !spots.is_empty())
        .collect();
    let rank = |evidence: &Evidence| (evidence.decides, evidence.present);
    found.into_iter().rev().max_by_key(|(evidence, _)| rank(evidence))
}

fn here(rule: &ItemRule, view: &View<'_>, evidence: &Evidence, mut spots: Vec<Span>) -> ItemFound {
    spots.truncate(SHOWN);
    let language = view.reading.language;
    ItemFound {
        confidence: evidence.confidence,
        reason: evidence.why.as_ref().map(|why| why.in_language(language).to_owned()),
        evidence: spots,
        ..bare(rule, view, if evidence.present { Status::Present } else { Status::Weak })
    }
}

/// An item that is asked for and was not found.
fn missing(rule: &ItemRule, view: &View<'_>, signals: &[SignalFound]) -> ItemFound {
    let language = view.reading.language;
    let mut searched: Vec<Searched> = view
        .sections_of_kind(&rule.belongs)
        .map(|(section, _)| Searched {
            span: section.heading_span,
            why_not: reason::not_in_section(language).to_owned(),
        })
        .collect();
    let near = rule.near.iter().flat_map(|near| {
        let why_not = near.why_not.in_language(language);
        let hits = near.any.iter().flat_map(|phrase| view.hits(*phrase));
        let spans = hits.map(|hit| hit.span(&view.words));
        spans.map(|span| Searched { span, why_not: why_not.to_owned() })
    });
    let mut near: Vec<_> = near.collect();
    near.sort_by_key(|place| place.span);
    near.dedup_by_key(|place| place.span.start);
    near.truncate(SHOWN);
    let confidence = if near.is_empty() { Confidence::High } else { Confidence::Medium };
    searched.extend(near);
    let layered = signals.iter().find(|seen| seen.signal == Signal::Layered);
    let elsewhere = layered.filter(|_| rule.may_stand_elsewhere).and_then(|s| s.spans.first());
    ItemFound {
        confidence: if elsewhere.is_some() { Confidence::Low } else { confidence },
        reason: elsewhere.map(|_| reason::elsewhere(language).to_owned()),
        searched,
        elsewhere: elsewhere.copied(),
        ..bare(rule, view, Status::Absent)
    }
}

/// The date stands in the profile: it is read once for the document.
fn date(rule: &ItemRule, view: &View<'_>) -> ItemFound {
    let language = view.reading.language;
    match &view.reading.profile.date {
        Some(date) => {
            let whole = date.iso.len() > "2019-05".len();
            let status = if whole { Status::Present } else { Status::Weak };
            ItemFound {
                reason: (!whole).then(|| reason::month_only(language).to_owned()),
                evidence: vec![date.span],
                ..bare(rule, view, status)
            }
        }
        None if view.reading.unread => bare(rule, view, Status::Undetermined),
        None => match best(rule, view, &[]) {
            Some((evidence, spots)) => here(rule, view, evidence, spots),
            None => missing(rule, view, &[]),
        },
    }
}

fn bare(rule: &ItemRule, view: &View<'_>, status: Status) -> ItemFound {
    ItemFound {
        item: rule.item,
        status,
        confidence: Confidence::High,
        reason: None,
        evidence: Vec::new(),
        searched: Vec::new(),
        belongs: view
            .sections_of_kind(&rule.belongs)
            .next()
            .map(|(section, _)| section.heading_span),
        elsewhere: None,
    }
}

/// Whether an item is asked for. Bases count as told only where a basis is told at all: consent to one
/// disclosure does not make the rest of the processing rest on consent.
fn is_asked(asked: &Asked, seen: &Seen) -> bool {
    let has = |wanted: &Signal| seen.signals.iter().any(|found| found.signal == *wanted);
    let mut told = Signal::BASES.iter().filter(|basis| has(basis)).peekable();
    let only_these = seen.basis_told
        && !asked.unless_only.is_empty()
        && told.peek().is_some()
        && told.all(|basis| asked.unless_only.contains(basis));
    let met = asked.when.is_empty() || asked.when.iter().any(has);
    !asked.never && met && !only_these
}
