//! What a change of a notice adds, mends and leaves: what `seloste diff` prints.

mod json;
mod text;

pub use json::json;
pub use text::text;

use crate::canon::{Item, Status};
use crate::finding::{Finding, Level};
use crate::{Examined, Outcome, Reading};

/// Two states of one notice.
#[derive(Debug)]
pub struct Diff<'a> {
    old: &'a Examined,
    new: &'a Examined,
    /// What differs; nothing where either could not be read, for then nobody knows.
    changes: Option<Changes<'a>>,
}

#[derive(Debug)]
struct Changes<'a> {
    old: &'a Reading,
    new: &'a Reading,
    items: Vec<ItemChange>,
    /// Findings of the new state that the old one has not, in order of place.
    added: Vec<&'a Finding>,
    /// Findings of the old state that are gone.
    mended: Vec<&'a Finding>,
    /// Findings of both, as the new state has them.
    left: Vec<&'a Finding>,
}

/// An item whose status changed.
#[derive(Debug, Clone, Copy)]
struct ItemChange {
    item: Item,
    before: Status,
    after: Status,
}

impl<'a> Diff<'a> {
    /// Compares two states.
    pub fn of(old: &'a Examined, new: &'a Examined) -> Self {
        let changes = match (&old.outcome, &new.outcome) {
            (Outcome::Read(old), Outcome::Read(new)) => Some(Changes::of(old, new)),
            _ => None,
        };
        Self { old, new, changes }
    }

    /// Whether both states were read, every page of them.
    pub fn is_whole(&self) -> bool {
        self.changes.as_ref().is_some_and(|changes| {
            changes.old.unread_pages.is_empty() && changes.new.unread_pages.is_empty()
        })
    }

    /// The gravest level of what was added.
    pub fn worst_added(&self) -> Option<Level> {
        self.changes.as_ref()?.added.iter().map(|finding| finding.level).max()
    }
}

impl<'a> Changes<'a> {
    fn of(old: &'a Reading, new: &'a Reading) -> Self {
        let (mut mended, mut added, mut left) = (counting(old), counting(new), Vec::new());
        pair(&mut mended, &mut added, &mut left, |a, b| a.fingerprint == b.fingerprint);
        // Where the words around it were rewritten, the fault may be the same all the same.
        pair(&mut mended, &mut added, &mut left, is_same_fault);
        left.sort_by(|a, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
        Self { old, new, items: items(old, new), added, mended, left }
    }
}

/// What nobody has put aside.
fn counting(reading: &Reading) -> Vec<&Finding> {
    reading.findings.iter().filter(|finding| finding.counts()).collect()
}

/// Moves what stands in both lists into `left`, each finding once.
fn pair<'a>(
    old: &mut Vec<&'a Finding>,
    new: &mut Vec<&'a Finding>,
    left: &mut Vec<&'a Finding>,
    is_same: impl Fn(&Finding, &Finding) -> bool,
) {
    new.retain(|finding| {
        let Some(n) = old.iter().position(|before| is_same(before, finding)) else { return true };
        old.remove(n);
        left.push(finding);
        false
    });
}

/// Whether one rule says the same of both: of one item or term or, where it names neither, in the same words; else a
/// new fault would hide behind a mended one of the same rule.
fn is_same_fault(old: &Finding, new: &Finding) -> bool {
    let named = new.item.is_some() || new.term.is_some();
    old.rule == new.rule
        && old.item == new.item
        && old.term == new.term
        && (named || old.message == new.message)
}

fn items(old: &Reading, new: &Reading) -> Vec<ItemChange> {
    let status = |reading: &Reading, item: Item| {
        reading.notice.items.iter().find(|found| found.item == item).map(|found| found.status)
    };
    let change = |item: &Item| {
        let (before, after) = (status(old, *item)?, status(new, *item)?);
        (before != after).then_some(ItemChange { item: *item, before, after })
    };
    Item::ALL.iter().filter_map(change).collect()
}
