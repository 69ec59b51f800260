//! The sections of a notice as the outline of the editor, each with the kinds it was recognised as.

use lsp_types::{
    DocumentSymbol, DocumentSymbolResponse, Location, Range, SymbolInformation, SymbolKind,
};

use super::view::View;
use crate::report::name_of;
use crate::segment::Section;

/// How editors draw headings: Markdown servers say `string`.
const DRAWN_AS: SymbolKind = SymbolKind::STRING;

/// The outline: sections within sections, or all in one list where the client knows no other.
pub(super) fn of(view: &View<'_>) -> DocumentSymbolResponse {
    let sections = &view.reading.notice.outline.sections;
    if view.client.nests_symbols() {
        let mut rest = sections.as_slice();
        DocumentSymbolResponse::Nested(siblings(view, &mut rest, 0))
    } else {
        DocumentSymbolResponse::Flat(sections.iter().map(|section| flat(view, section)).collect())
    }
}

/// The sections at the head of `rest` that lie deeper than `above`, each with those below it.
fn siblings(view: &View<'_>, rest: &mut &[Section], above: u8) -> Vec<DocumentSymbol> {
    let mut symbols = Vec::new();
    while let Some((section, after)) = rest.split_first()
        && section.level > above
    {
        *rest = after;
        let children = siblings(view, rest, section.level);
        symbols.push(symbol(view, section, children));
    }
    symbols
}

#[expect(deprecated, reason = "the field that took the place of `deprecated` must be named too")]
fn symbol(view: &View<'_>, section: &Section, children: Vec<DocumentSymbol>) -> DocumentSymbol {
    let own = view.place(Some(section.heading_span.to(section.body)));
    // A section ends where the last one within it ends.
    let end = children.last().map_or(own.end, |last| last.range.end.max(own.end));
    let kinds: Vec<String> = section.kinds.iter().map(name_of).collect();
    DocumentSymbol {
        name: name(section),
        detail: Some(kinds.join(", ")),
        kind: DRAWN_AS,
        tags: None,
        deprecated: None,
        range: Range::new(own.start, end),
        selection_range: view.place(Some(section.heading_span)),
        children: (!children.is_empty()).then_some(children),
    }
}

#[expect(deprecated, reason = "the field that took the place of `deprecated` must be named too")]
fn flat(view: &View<'_>, section: &Section) -> SymbolInformation {
    let range = view.place(Some(section.heading_span.to(section.body)));
    SymbolInformation {
        name: name(section),
        kind: DRAWN_AS,
        tags: None,
        deprecated: None,
        location: Location::new(view.open.uri.clone(), range),
        container_name: None,
    }
}

/// Number and heading; an editor refuses a symbol without a name.
fn name(section: &Section) -> String {
    let number = section.number.as_deref().unwrap_or_default();
    let name = format!("{number} {}", section.heading);
    let name = name.trim();
    if name.is_empty() { "–".to_owned() } else { name.to_owned() }
}
