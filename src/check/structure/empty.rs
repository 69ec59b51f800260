//! A heading with nothing below it.

use super::Look;
use crate::canon::Kind;
use crate::finding::{Confidence, Finding};
use crate::recognise::Notice;
use crate::segment::Section;

pub(super) fn findings(look: &Look<'_>) -> Vec<Finding> {
    let sections = &look.notice.outline.sections;
    let empty = sections.iter().enumerate().filter(|(at, _)| is_empty(look.notice, *at));
    empty
        .map(|(_, section)| {
            let mut filling = look.filling();
            filling.set("written", section.heading.as_str());
            filling.raised_at(section.heading_span)
        })
        .collect()
}

/// Whether a section says nothing, and neither do sections below it.
fn is_empty(notice: &Notice, at: usize) -> bool {
    let section = &notice.outline.sections[at];
    let next = notice.outline.sections.get(at + 1);
    // The last heading may be a signature, or its text may stand on a page that was not read.
    let Some(next) = next else { return false };
    let body = section.body.of(&notice.script.text);
    let says_nothing = !body.chars().any(char::is_alphanumeric);
    says_nothing
        && !holds_its_answer(section)
        && is_own(section)
        && next.level == section.level
        && is_alike(section, next, &notice.script.text)
}

/// Whether the answer stands in the line of the heading: "Siirto EU:n ulkopuolelle: ei siirretä".
fn holds_its_answer(section: &Section) -> bool {
    section.heading.split_once(": ").is_some_and(|(_, answer)| !answer.trim().is_empty())
}

/// Whether a section is about something of its own: an umbrella's text stands in the sections below it, and a right is
/// often told by the heading alone.
fn is_own(section: &Section) -> bool {
    let umbrella = |kind: &Kind| {
        matches!(
            kind,
            Kind::Rights
                | Kind::ExercisingRights
                | Kind::Complaint
                | Kind::RegisterName
                | Kind::Date
                | Kind::Other
        ) || kind.is_single_right()
    };
    !section.kinds.iter().any(umbrella)
}

/// Whether the next heading is a sister: the next number, or none in both. A heading without a number below a numbered
/// one, or a number that begins anew, is where its text begins.
fn is_alike(section: &Section, next: &Section, text: &str) -> bool {
    let number = |section: &Section| section.number.as_deref()?.parse::<u32>().ok();
    match (&section.number, &next.number) {
        (Some(_), Some(_)) => number(next) == number(section).map(|own| own + 1),
        (None, None) => {
            let between = &text[section.heading_span.end..next.heading_span.start];
            // What stands right below a heading is its text: the head of a table, the first of some rows.
            let apart = between.matches('\n').count() > 1 && !is_label(next, text);
            next.confidence == Confidence::High && (is_label(section, text) || apart)
        }
        _ => false,
    }
}

/// Whether a heading is a label of a form: "Yhteydenotot: …".
fn is_label(section: &Section, text: &str) -> bool {
    let heading = section.heading_span;
    heading.of(text).ends_with(':') || text[heading.end..].starts_with(':')
}
