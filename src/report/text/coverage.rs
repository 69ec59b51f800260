//! The table of what a notice tells.

use std::fmt::Write as _;

use super::{TextOptions, place};
use crate::canon::Status;
use crate::recognise::Notice;
use crate::report::words::MAIN_ITEMS;

/// One line an item: its status, name, article, and where it stands.
pub(super) fn table(notice: &Notice, options: TextOptions) -> String {
    let mut out = String::new();
    for (item, names) in MAIN_ITEMS {
        let Some(found) = notice.items.iter().find(|found| found.item == item) else { continue };
        let symbol = symbol(found.status, options.ascii);
        let name = options.language.pick(names);
        let at = found.evidence.first().map(|span| place(*span, notice, options.language));
        let line =
            format!("  {symbol} {name:<32} {:<9} {}", item.article(), at.unwrap_or_default());
        let _ = writeln!(out, "{}", line.trim_end());
    }
    out
}

fn symbol(status: Status, ascii: bool) -> char {
    let [drawn, plain] = match status {
        Status::Present => ['✓', '+'],
        Status::Weak => ['~', '~'],
        Status::Absent => ['✗', 'x'],
        Status::NotApplicable => ['–', '-'],
        Status::Undetermined => ['?', '?'],
    };
    if ascii { plain } else { drawn }
}
