//! What can be done about a finding: its repair, and a comment that puts it aside.

use std::collections::HashMap;

use lsp_types::{
    CodeAction, CodeActionKind, CodeActionParams, DocumentChanges, OneOf,
    OptionalVersionedTextDocumentIdentifier, Range, TextDocumentEdit, TextEdit, WorkspaceEdit,
};

use super::diagnostics::diagnostic;
use super::view::View;
use crate::extract::Format;
use crate::finding::Finding;
use crate::layout::Role;
use crate::rule::RuleKind;

/// What can be done about the findings in a range.
pub(super) fn of(view: &View<'_>, params: &CodeActionParams) -> Vec<CodeAction> {
    let wanted = params.context.only.as_deref();
    let quick =
        |kind: &CodeActionKind| CodeActionKind::QUICKFIX.as_str().starts_with(kind.as_str());
    if wanted.is_some_and(|kinds| !kinds.iter().any(quick)) {
        return Vec::new();
    }
    let found = view.findings_at(params.range);
    found
        .flat_map(|(finding, at)| [repair(view, finding, at), aside(view, finding, at)])
        .flatten()
        .collect()
}

/// Writes what the finding suggests.
fn repair(view: &View<'_>, finding: &Finding, at: Range) -> Option<CodeAction> {
    let fix = finding.fix.as_ref()?;
    finding.span?;
    let new = &fix.replacement;
    let title = view.language().pick([
        format!("Kirjoita ”{new}”"),
        format!("Skriv ”{new}”"),
        format!("Write “{new}”"),
    ]);
    let edit = TextEdit::new(at, new.clone());
    Some(CodeAction { is_preferred: Some(fix.is_safe()), ..action(view, finding, at, title, edit) })
}

/// Writes a comment that puts the finding aside once its reason is written.
fn aside(view: &View<'_>, finding: &Finding, at: Range) -> Option<CodeAction> {
    let about_comments =
        view.rule(finding).is_none_or(|rule| matches!(rule.kind, RuleKind::Suppression { .. }));
    if about_comments || view.examined.format != Some(Format::Markdown) {
        return None;
    }
    let rule = &finding.rule;
    let title = view.language().pick([
        format!("Ohita {rule} tässä kohdassa (perustelu on kirjoitettava)"),
        format!("Undanta {rule} i detta avsnitt (motivering måste skrivas)"),
        format!("Put {rule} aside in this section (a reason must be written)"),
    ]);
    let comment = format!("<!-- seloste: ignore {rule} -- … -->\n");
    let place = view.position(place_of_comment(view, finding)?);
    let edit = TextEdit::new(Range::new(place, place), comment);
    Some(action(view, finding, at, title, edit))
}

/// Where a comment is within the section of a finding and breaks neither a paragraph nor a table: below the heading, or
/// in the first gap; before all else where the finding stands in no section.
fn place_of_comment(view: &View<'_>, finding: &Finding) -> Option<usize> {
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
    edit: TextEdit,
) -> CodeAction {
    CodeAction {
        title,
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: Some(vec![diagnostic(view, finding, at)]),
        edit: Some(workspace_edit(view, edit)),
        ..CodeAction::default()
    }
}

/// The edit, for this version of the document alone where the client can tell versions apart.
fn workspace_edit(view: &View<'_>, edit: TextEdit) -> WorkspaceEdit {
    let uri = view.open.uri.clone();
    if !view.client.knows_versions() {
        #[expect(clippy::mutable_key_type, reason = "the protocol's own type")]
        let changes = HashMap::from([(uri, vec![edit])]);
        return WorkspaceEdit::new(changes);
    }
    let text_document =
        OptionalVersionedTextDocumentIdentifier { uri, version: Some(view.open.version) };
    let edits = vec![OneOf::Left(edit)];
    WorkspaceEdit {
        document_changes: Some(DocumentChanges::Edits(vec![TextDocumentEdit {
            text_document,
            edits,
        }])),
        ..WorkspaceEdit::default()
    }
}
