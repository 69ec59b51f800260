//! A section that tells something else than its heading announces.

use super::Look;
use crate::canon::{Item, Kind, Status};
use crate::finding::{Finding, Related};
use crate::place::Span;
use crate::recognise::{ItemFound, Notice};
use crate::segment::Section;

/// A section with less text than this says too little to be about something else.
const WORDS: usize = 5;

/// The items that have a section of their own, and its kind.
const HOMES: [(Item, Kind); 10] = [
    (Item::DpoContact, Kind::Dpo),
    (Item::Purposes, Kind::Purposes),
    (Item::LegalBasis, Kind::LegalBasis),
    (Item::DataCategories, Kind::DataCategories),
    (Item::DataSource, Kind::DataSources),
    (Item::Recipients, Kind::Recipients),
    (Item::ThirdCountryTransfer, Kind::Transfers),
    (Item::Retention, Kind::Retention),
    (Item::ProvisionRequirement, Kind::ProvisionRequirement),
    (Item::AutomatedDecisions, Kind::AutomatedDecisions),
];

pub(super) fn findings(look: &Look<'_>) -> Vec<Finding> {
    let missed = look
        .notice
        .items
        .iter()
        .filter(|found| matches!(found.status, Status::Absent | Status::Weak));
    missed.filter_map(|found| finding(look, found)).collect()
}

/// The finding on an item that its own section does not tell.
fn finding(look: &Look<'_>, missed: &ItemFound) -> Option<Finding> {
    let section = own_section(look.notice, missed.item)?;
    let told = told_instead(look.notice, section, missed)?;
    let mut filling = look.filling();
    filling.set("written", section.heading.as_str());
    filling.set("other", look.part_on(told.item)?);
    filling.set("item", look.part_on(missed.item)?);
    let in_part = home(told.item).is_some_and(|kind| section.kinds.contains(&kind));
    let message = if in_part { filling.part("in_part") } else { filling.message(&[]) };
    let label = look.part("against");
    let here = told.evidence.iter().filter(|span| section.body.overlaps(**span)).take(1);
    Some(Finding {
        item: Some(missed.item),
        message,
        related: here.map(|span| Related::new(*span, label.clone())).collect(),
        ..filling.raised_at(section.heading_span)
    })
}

fn home(item: Item) -> Option<Kind> {
    HOMES.iter().find(|(of, _)| *of == item).map(|(_, kind)| *kind)
}

/// The only section of the item's kind, if it has some text.
fn own_section(notice: &Notice, item: Item) -> Option<&Section> {
    let kind = home(item)?;
    let mut sections = notice.outline.sections.iter().filter(|s| s.kinds.contains(&kind));
    let section = sections.next().filter(|_| sections.next().is_none())?;
    let before = |at: usize| notice.words.partition_point(|word| word.span.start < at);
    let words = before(section.body.end).saturating_sub(before(section.body.start));
    (words >= WORDS).then_some(section)
}

/// What the section tells instead: an item that stands in it alone, in the very words that made the other one weak.
fn told_instead<'a>(
    notice: &'a Notice,
    section: &Section,
    missed: &ItemFound,
) -> Option<&'a ItemFound> {
    let same_words = |found: &ItemFound| {
        let of_found = |span: &Span| found.evidence.iter().any(|other| other.overlaps(*span));
        missed.evidence.iter().all(of_found)
    };
    notice.items.iter().find(|found| {
        found.item != missed.item
            && matches!(found.status, Status::Present | Status::Weak)
            && home(found.item).is_some()
            && !found.evidence.is_empty()
            && found.evidence.iter().all(|span| section.body.overlaps(*span))
            && same_words(found)
    })
}
