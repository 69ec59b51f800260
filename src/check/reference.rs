//! References inside the notice ("kohta 2", "kohdassa 10.1") resolved against its outline.

use super::Context;
use super::fill::Filling;
use crate::canon::Kind;
use crate::finding::{Finding, Related};
use crate::recognise::{Fact, Notice};
use crate::rule::{Reference, Rule};
use crate::segment::Section;

/// Only a notice that numbers its sections can refer to them by number.
const NUMBERED: usize = 3;

/// One finding for every reference that is wrong.
pub fn findings(rule: &Rule, to: &[Reference], notice: &Notice, context: &Context) -> Vec<Finding> {
    let numbered = notice.outline.sections.iter().filter(|section| section.number.is_some());
    if numbered.count() < NUMBERED {
        return Vec::new();
    }
    let of = |fact: &Fact| to.iter().find(|reference| reference.facts.contains(&fact.name));
    let references = notice.facts.iter().filter_map(|fact| Some((fact, of(fact)?)));
    references
        .filter_map(|(fact, reference)| finding(rule, reference, fact, notice, *context))
        .collect()
}

fn finding(
    rule: &Rule,
    reference: &Reference,
    fact: &Fact,
    notice: &Notice,
    context: Context,
) -> Option<Finding> {
    let text = notice.script.text.as_str();
    let number = number(fact.span.of(text))?;
    let target = section(notice, number);
    if is_right(reference, target) || is_own_item(fact, number, notice) {
        return None;
    }
    let mut filling = Filling::of(rule, context);
    filling.set("number", number);
    filling.set("heading", target.map(|section| section.heading.clone()).unwrap_or_default());
    let label = filling.part("against");
    let related = target.map(|section| Related::new(section.heading_span, label));
    Some(Finding { related: related.into_iter().collect(), ..filling.raised_at(fact.span) })
}

/// A rule without kinds asks that the section exists; one with kinds, that it is about one of them.
fn is_right(reference: &Reference, target: Option<&Section>) -> bool {
    match target {
        None => !reference.kinds.is_empty(),
        Some(section) => {
            let fits = |kind: &Kind| reference.kinds.contains(kind);
            // What a section of an unknown kind holds cannot be judged by its heading.
            let unknown = section.kinds.contains(&Kind::Other);
            reference.kinds.is_empty() || unknown || section.kinds.iter().any(fits)
        }
    }
}

/// Whether the section of a reference numbers a list of its own, to which it leads: "1) hakemukset 2) laskutus".
fn is_own_item(fact: &Fact, number: &str, notice: &Notice) -> bool {
    let section = fact.section.map(|at| &notice.outline.sections[at]);
    let body = section.map_or("", |section| section.body.of(&notice.script.text));
    body.lines().any(|line| {
        let rest = line.trim_start().strip_prefix(number);
        let behind = rest.and_then(|rest| rest.strip_prefix([')', '.']));
        behind.is_some_and(|text| text.starts_with(char::is_whitespace))
    })
}

/// The number at the end of "kohdassa 10.1".
fn number(written: &str) -> Option<&str> {
    let last = written.split_whitespace().next_back()?;
    last.starts_with(|c: char| c.is_ascii_digit()).then(|| last.trim_end_matches('.'))
}

fn section<'a>(notice: &'a Notice, number: &str) -> Option<&'a Section> {
    let is_meant = |section: &&Section| section.number.as_deref() == Some(number);
    notice.outline.sections.iter().find(is_meant)
}
