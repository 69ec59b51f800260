//! What can be done about findings: their repairs, and comments that put them aside.

use std::collections::HashMap;

use lsp_types::{
    CodeAction, CodeActionKind, CodeActionParams, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, Range, TextDocumentEdit, TextEdit, WorkspaceEdit,
};

use super::diagnostics::diagnostic;
use super::view::View;
use crate::extract::Format;
use crate::finding::{Finding, Safety};
use crate::fix;
use crate::layout::Role;
use crate::place::Span;
use crate::rule::RuleKind;

/// All repairs that are right whatever stands around them, at once: editors may do it on saving.
pub(super) const FIX_ALL: &str = "source.fixAll.seloste";

/// What can be done about the findings in a range.
pub(super) fn of(view: &View<'_>, params: &CodeActionParams) -> Vec<CodeAction> {
    let wanted = |kind: &str| {
        let only = params.context.only.as_deref();
        only.is_none_or(|only| only.iter().any(|wanted| holds(wanted.as_str(), kind)))
    };
    let mut actions = Vec::new();
    if wanted(CodeActionKind::QUICKFIX.as_str()) {
        for (finding, at) in view.findings_at(params.range) {
            actions.extend(
                [repair(view, finding, at), aside(view, finding, at)].into_iter().flatten(),
            );
        }
    }
    if wanted(FIX_ALL) {
        actions.extend(fix_all(view));
    }
    actions
}

/// Whether a kind of action holds another: `source` and `source.fixAll` hold `source.fixAll.seloste`.
fn holds(kind: &str, other: &str) -> bool {
    other.strip_prefix(kind).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Writes what the finding suggests, at all its places.
fn repair(view: &View<'_>, finding: &Finding, at: Range) -> Option<CodeAction> {
    let (_, first) = finding.fixes().next()?;
    let edits: Option<Vec<TextEdit>> = finding
        .fixes()
        .map(|(span, fix)| Some(TextEdit::new(view.in_source(span)?, fix.replacement.clone())))
        .collect();
    let new = &first.replacement;
    let is_safe = finding.safety() == Some(Safety::Safe);
    let title = if is_safe {
        view.language().pick([
            format!("Kirjoita ”{new}”"),
            format!("Skriv ”{new}”"),
            format!("Write “{new}”"),
        ])
    } else {
        view.language().pick([
            format!("Kirjoita ”{new}” (lue kohta sen jälkeen)"),
            format!("Skriv ”{new}” (läs stället därefter)"),
            format!("Write “{new}” (read the place afterwards)"),
        ])
    };
    Some(CodeAction { is_preferred: Some(is_safe), ..action(view, finding, at, title, edits?) })
}

/// Makes all safe repairs of the document.
fn fix_all(view: &View<'_>) -> Option<CodeAction> {
    let notice = &view.reading.notice;
    let edits = fix::edits(&notice.script, &view.reading.findings, Safety::Safe);
    let edits: Vec<TextEdit> = edits
        .into_iter()
        .map(|edit| TextEdit::new(view.range(edit.span), edit.replacement))
        .collect();
    let title = view.language().pick([
        "Tee kaikki turvalliset korjaukset",
        "Gör alla säkra rättelser",
        "Make all safe repairs",
    ]);
    (!edits.is_empty()).then(|| CodeAction {
        title: title.to_owned(),
        kind: Some(CodeActionKind::from(FIX_ALL)),
        edit: Some(workspace_edit(view, edits)),
        ..CodeAction::default()
    })
}

/// Writes a comment that puts the finding aside once its reason is written.
fn aside(view: &View<'_>, finding: &Finding, at: Range) -> Option<CodeAction> {
    let about_comments =
        view.rule(finding).is_none_or(|rule| matches!(rule.kind, RuleKind::Suppression { .. }));
    if about_comments {
        return None;
    }
    let rule = &finding.rule;
    let title = view.language().pick([
        format!("Ohita {rule} tässä kohdassa (perustelu on kirjoitettava)"),
        format!("Undanta {rule} i detta avsnitt (motivering måste skrivas)"),
        format!("Put {rule} aside in this section (a reason must be written)"),
    ]);
    let comment = format!("<!-- seloste: ignore {rule} -- … -->");
    let (place, comment) = match view.examined.format? {
        Format::Markdown => (place_in_markdown(view, finding)?, format!("{comment}\n")),
        Format::Html => (place_in_html(view, finding)?, format!("\n{comment}")),
        _ => return None,
    };
    let edit = TextEdit::new(view.range(Span::new(place, place)), comment);
    Some(action(view, finding, at, title, vec![edit]))
}

/// Where a comment is within the section of a finding in HTML: behind the next end of an element, for there it may
/// stand wherever that is.
fn place_in_html(view: &View<'_>, finding: &Finding) -> Option<usize> {
    let notice = &view.reading.notice;
    let script = &notice.script;
    let section = finding.span.and_then(|span| notice.outline.section_at(span.start));
    let first = || script.lines.iter().find(|line| line.role != Role::Furniture);
    let head = section.map(|section| section.heading_span).or_else(|| Some(first()?.span))?;
    let end = script.around_in_source(head)?.end;
    let rest = script.source()?.get(end..)?;
    let close = rest.find("</")?;
    Some(end + close + rest[close..].find('>')? + 1)
}

/// The same in Markdown, where it must break neither a paragraph nor a table: below the heading, or
/// in the first gap; before all else where the finding stands in no section.
fn place_in_markdown(view: &View<'_>, finding: &Finding) -> Option<usize> {
    let notice = &view.reading.notice;
    let script = &notice.script;
    let lines = &script.lines;
    let section = finding.span.and_then(|span| notice.outline.section_at(span.start));
    let Some(section) = section else {
        return lines.iter().find(|line| line.role != Role::Furniture).map(|line| line.span.start);
    };
    let heading = script.line_at(section.heading_span.end.max(section.heading_span.start + 1) - 1);
    let next = notice.outline.sections.iter().map(|other| other.heading_span.start);
    let next = next.filter(|start| *start > section.heading_span.start).min();
    let end = next.map_or(lines.len(), |start| script.line_at(start));
    let below = heading + 1..end;
    let is_gap = |line: &usize| lines[*line].span.of(&script.text).trim().is_empty();
    let at = if matches!(lines[heading].role, Role::Heading(_)) {
        // The line of `=` or `-` below a heading is furniture.
        below.clone().find(|line| lines[*line].role != Role::Furniture)
    } else {
        below.clone().find(is_gap)
    };
    at.map(|line| lines[line].span.start)
}

fn action(
    view: &View<'_>,
    finding: &Finding,
    at: Range,
    title: String,
    edits: Vec<TextEdit>,
) -> CodeAction {
    CodeAction {
        title,
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![diagnostic(view, finding, at)]),
        edit: Some(workspace_edit(view, edits)),
        ..CodeAction::default()
    }
}

/// The edits, for this version of the document alone where the client can tell versions apart.
fn workspace_edit(view: &View<'_>, edits: Vec<TextEdit>) -> WorkspaceEdit {
    let uri = view.open.uri.clone();
    if !view.client.knows_versions() {
        #[expect(clippy::mutable_key_type, reason = "the protocol's own type")]
        let changes = HashMap::from([(uri, edits)]);
        return WorkspaceEdit::new(changes);
    }
    let text_document =
        OptionalVersionedTextDocumentIdentifier { uri, version: Some(view.open.version) };
    let edits = edits.into_iter().map(OneOf::Left).collect();
    WorkspaceEdit {
        document_changes: Some(DocumentChanges::Edits(vec![TextDocumentEdit {
            text_document,
            edits,
        }])),
        ..WorkspaceEdit::default()
    }
}
