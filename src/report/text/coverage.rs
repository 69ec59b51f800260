//! The table of what a notice tells.

use std::fmt::Write as _;

use super::{Style, TextOptions, place};
use crate::canon::Status;
use crate::recognise::Notice;
use crate::report::words::MAIN_ITEMS;

/// One line an item: its status, name, article, and where it stands.
pub(super) fn table(notice: &Notice, options: TextOptions) -> String {
    let mut out = String::new();
    for (item, names) in MAIN_ITEMS {
        let Some(found) = notice.items.iter().find(|found| found.item == item) else { continue };
        let symbol = symbol(found.status, options.style.ascii);
        let name = options.language.pick(names);
        let at = found.evidence.first().map(|span| place(*span, notice, options.language));
        let line =
            format!("  {symbol} {name:<32} {:<9} {}", item.article(), at.unwrap_or_default());
        let _ = writeln!(out, "{}", cut(line.trim_end(), options.style));
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

/// A line that fits; the end of a long heading is no loss.
fn cut(line: &str, style: Style) -> String {
    if line.chars().count() <= style.columns {
        return line.to_owned();
    }
    let more = if style.ascii { "..." } else { "…" };
    let kept = style.columns.saturating_sub(more.chars().count());
    line.chars().take(kept).chain(more.chars()).collect()
}
