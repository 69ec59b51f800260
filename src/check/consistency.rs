//! What two places of a notice say must go together.

use std::collections::{BTreeMap, BTreeSet};

use super::Context;
use super::fill::{Filling, further};
use super::requires::one_down;
use crate::canon::{Item, Status};
use crate::finding::{Finding, Related};
use crate::place::{Span, on_one_line};
use crate::recognise::{Fact, ItemFound, Notice};
use crate::rule::{Consistency, FactTest, Reach, Rule};

/// The finding of a rule of the kind `consistency` in one of its cases: at most one, with all its places.
pub fn finding(
    rule: &Rule,
    when: &Consistency,
    notice: &Notice,
    context: &Context,
) -> Option<Finding> {
    if !circumstances_hold(when, notice) || any(&when.unless, &notice.facts) {
        return None;
    }
    let places = places(when, notice);
    let first = places.first()?;
    let text = notice.script.text.as_str();
    let mut filling = Filling::of(rule, *context);
    filling.set("written", distinct_words(&places, text));
    let against = first.against.map(|span| on_one_line(span.of(text)));
    filling.set("other", against.unwrap_or_default());
    filling.set("count", places.len().to_string());
    let label = filling.part("against");
    let second = first.against.map(|span| Related::new(span, label.clone()));
    let rest = further(places[1..].iter().map(|place| place.span), text);
    let level = rule.level_with(|signal| notice.has(signal));
    Some(Finding {
        // In a layered notice the item may stand on the page that is linked (WP260 35–37).
        level: if stands_elsewhere(when, notice) { one_down(level) } else { level },
        related: second.into_iter().chain(rest).collect(),
        ..filling.raised_at(first.span)
    })
}

/// Whether the signals and items are as the rule wants them.
fn circumstances_hold(when: &Consistency, notice: &Notice) -> bool {
    let seen = |signal: &_| notice.has(*signal);
    have_statuses(&when.items, notice)
        && (when.any_of.is_empty() || when.any_of.iter().any(seen))
        && when.all_of.iter().all(seen)
        && !when.none_of.iter().any(seen)
}

/// Whether the notice sends the reader to another page for one of the items.
fn stands_elsewhere(when: &Consistency, notice: &Notice) -> bool {
    let told = |found: &&ItemFound| when.items.contains_key(&found.item);
    notice.items.iter().filter(told).any(|found| found.elsewhere.is_some())
}

/// Whether every item has one of the statuses named for it.
pub(super) fn have_statuses(items: &BTreeMap<Item, Vec<Status>>, notice: &Notice) -> bool {
    items.iter().all(|(item, statuses)| {
        notice.items.iter().any(|found| found.item == *item && statuses.contains(&found.status))
    })
}

/// One place of the fault, with the place that speaks against it.
#[derive(Debug, Clone, Copy)]
struct Fault {
    span: Span,
    against: Option<Span>,
}

fn places(when: &Consistency, notice: &Notice) -> Vec<Fault> {
    if when.at.is_empty() {
        return where_the_items_lie(when, notice);
    }
    let mut at: Vec<&Fact> = notice
        .facts
        .iter()
        .filter(|fact| is_one_of(&when.at, fact))
        .filter(|fact| !near(&when.unless_in_section, fact, Reach::Section, notice))
        .filter(|fact| !near(&when.unless_in_sentence, fact, Reach::Sentence, notice))
        .collect();
    if let Some(wanted) = when.distinct {
        at = of_one_section(&at, wanted, |met, fact| {
            met.iter().all(|other| other.name != fact.name)
        });
    }
    if let Some(wanted) = when.at_least {
        at = of_one_section(&at, wanted, |_, _| true);
    }
    let faults = at.into_iter().map(|fact| {
        let span = fact.span;
        if when.against.is_empty() {
            return Some(Fault { span, against: None });
        }
        let excuses = &when.against_unless_in_sentence;
        let mut against = within(&when.against, fact, when.against_in, notice);
        let against = against.find(|other| !near(excuses, other, Reach::Sentence, notice));
        against.map(|other| Fault { span, against: Some(other.span) })
    });
    faults.flatten().collect()
}

/// A rule without a place of its own lies where the notice tells its first item.
fn where_the_items_lie(when: &Consistency, notice: &Notice) -> Vec<Fault> {
    let first = when.items.keys().next();
    let found = notice.items.iter().find(|found| Some(&found.item) == first);
    let span = found.and_then(|found| found.evidence.first().copied().or(found.belongs));
    span.map(|span| Fault { span, against: None }).into_iter().collect()
}

/// The facts of the first section that holds enough of those that count.
fn of_one_section<'a>(
    at: &[&'a Fact],
    wanted: usize,
    counts: impl Fn(&[&Fact], &Fact) -> bool,
) -> Vec<&'a Fact> {
    let mut sections: BTreeMap<Option<usize>, Vec<&Fact>> = BTreeMap::new();
    for fact in at {
        let of_section = sections.entry(fact.section).or_default();
        if counts(of_section, fact) {
            of_section.push(fact);
        }
    }
    sections.into_values().find(|facts| facts.len() >= wanted).unwrap_or_default()
}

fn near(tests: &[FactTest], fact: &Fact, reach: Reach, notice: &Notice) -> bool {
    within(tests, fact, reach, notice).next().is_some()
}

/// The facts that pass a test and lie as far from `fact` as `reach` says.
fn within<'a>(
    tests: &'a [FactTest],
    fact: &'a Fact,
    reach: Reach,
    notice: &'a Notice,
) -> impl Iterator<Item = &'a Fact> {
    notice.facts.iter().filter(move |other| {
        is_one_of(tests, other)
            && match reach {
                Reach::Notice => !other.span.overlaps(fact.span),
                Reach::Section => other.section == fact.section,
                Reach::OtherSection => other.section != fact.section,
                Reach::Sentence => other.sentence == fact.sentence,
            }
    })
}

fn any(tests: &[FactTest], facts: &[Fact]) -> bool {
    facts.iter().any(|fact| is_one_of(tests, fact))
}

/// Whether a fact passes one of the tests.
pub(super) fn is_one_of(tests: &[FactTest], fact: &Fact) -> bool {
    let fits = |wanted: Option<bool>, is: bool| wanted.is_none_or(|wanted| wanted == is);
    tests.iter().any(|test| {
        test.fact == fact.name
            && fits(test.negated, fact.negated)
            && fits(test.hedged, fact.hedged)
            && fits(test.conditional, fact.conditional)
            && fits(test.only, fact.only)
    })
}

/// The words of all places, each wording once, in their order.
fn distinct_words(places: &[Fault], text: &str) -> String {
    let mut met = BTreeSet::new();
    let words = places.iter().map(|place| on_one_line(place.span.of(text)));
    words.filter(|words| met.insert(words.to_lowercase())).collect::<Vec<_>>().join(", ")
}
