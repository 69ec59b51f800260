//! What the rule of a finding wants and why, shown at the finding.

use lsp_types::{Hover, HoverContents, MarkupContent, MarkupKind, Position, Range};

use super::view::View;
use crate::report::rule_page;

/// The explanation of what is found at a position; nothing where nothing is.
pub(super) fn at(view: &View<'_>, position: Position) -> Option<Hover> {
    let language = view.language();
    let mut range: Option<Range> = None;
    let mut pages = Vec::new();
    for (finding, at) in view.findings_at(Range::new(position, position)) {
        if let Some(rule) = view.rule(finding) {
            pages.push(rule_page::explained(rule, finding, language));
            // The narrowest place is what the pointer is on.
            range = Some(range.map_or(at, |known| narrower(known, at)));
        }
    }
    let kind = view.client.markup();
    let value = match kind {
        MarkupKind::Markdown => pages.join("\n---\n\n"),
        MarkupKind::PlainText => pages.join("\n").replace("**", "").replace('`', ""),
    };
    let contents = HoverContents::Markup(MarkupContent { kind, value });
    (!pages.is_empty()).then_some(Hover { contents, range })
}

fn narrower(a: Range, b: Range) -> Range {
    if a.start <= b.start && b.end <= a.end { b } else { a }
}
