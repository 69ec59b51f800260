//! A change of a notice for machines.

use jiff::civil::Date;
use serde::Serialize;

use super::Diff;
use crate::canon::{Item, Status};
use crate::extract::UnexaminedReason;
use crate::finding::Finding;
use crate::layout::Script;
use crate::report::json::FindingOut;
use crate::{Examined, Outcome};

/// The change as JSON; findings and items as `seloste check` writes them. Where a state could not be read they are
/// null: nothing is known, which is not the same as nothing changed.
pub fn json(diff: &Diff<'_>, as_of: Date) -> String {
    let changes = diff.changes.as_ref();
    let out = DiffOut {
        schema_version: 1,
        as_of: as_of.to_string(),
        old: State::of(diff.old),
        new: State::of(diff.new),
        items: changes.map(|changes| {
            let item = |change: &super::ItemChange| ItemOut {
                item: change.item,
                article: change.item.article(),
                before: change.before,
                after: change.after,
            };
            changes.items.iter().map(item).collect()
        }),
        findings: changes.map(|changes| {
            let (old, new) = (&changes.old.notice.script, &changes.new.notice.script);
            FindingsOut {
                added: findings(&changes.added, new),
                mended: findings(&changes.mended, old),
                left: findings(&changes.left, new),
            }
        }),
    };
    // Maps with string keys only: there is nothing that could fail.
    serde_json::to_string_pretty(&out).unwrap_or_default() + "\n"
}

fn findings<'a>(findings: &[&'a Finding], script: &Script) -> Vec<FindingOut<'a>> {
    findings.iter().map(|finding| FindingOut::of(finding, script)).collect()
}

#[derive(Serialize)]
struct DiffOut<'a> {
    schema_version: u32,
    as_of: String,
    old: State<'a>,
    new: State<'a>,
    items: Option<Vec<ItemOut>>,
    findings: Option<FindingsOut<'a>>,
}

#[derive(Serialize)]
struct State<'a> {
    path: &'a str,
    sha256: Option<&'a str>,
    examined: bool,
    unexamined_reason: Option<UnexaminedReason>,
    unread_pages: &'a [u32],
}

impl<'a> State<'a> {
    fn of(examined: &'a Examined) -> Self {
        let (unexamined_reason, unread_pages) = match &examined.outcome {
            Outcome::Read(reading) => (None, reading.unread_pages.as_slice()),
            Outcome::Unexamined(why) => (Some(why.reason), &[][..]),
        };
        Self {
            path: &examined.path,
            sha256: examined.sha256.as_deref(),
            examined: unexamined_reason.is_none(),
            unexamined_reason,
            unread_pages,
        }
    }
}

#[derive(Serialize)]
struct ItemOut {
    item: Item,
    article: &'static str,
    before: Status,
    after: Status,
}

#[derive(Serialize)]
struct FindingsOut<'a> {
    added: Vec<FindingOut<'a>>,
    mended: Vec<FindingOut<'a>>,
    left: Vec<FindingOut<'a>>,
}
