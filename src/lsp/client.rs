//! What the client can do; nothing is sent that it cannot show.

use lsp_types::{
    ClientCapabilities, DiagnosticTag, InitializeParams, MarkupKind, PositionEncodingKind,
    TextDocumentClientCapabilities,
};

use super::text::Encoding;

/// A client, as it introduced itself.
#[derive(Debug, Default)]
pub(super) struct Client {
    can: ClientCapabilities,
}

impl Client {
    pub(super) fn of(params: InitializeParams) -> Self {
        Self { can: params.capabilities }
    }

    /// How positions are counted: in bytes where the client can, for those are ours.
    pub(super) fn encoding(&self) -> Encoding {
        let general = self.can.general.as_ref();
        let offered = general.and_then(|general| general.position_encodings.as_deref());
        let bytes = offered.is_some_and(|kinds| kinds.contains(&PositionEncodingKind::UTF8));
        if bytes { Encoding::Utf8 } else { Encoding::Utf16 }
    }

    /// Whether it is told of findings unasked; one that fetches them itself would show them twice.
    pub(super) fn is_told(&self) -> bool {
        !self.pulls()
    }

    /// Whether it fetches findings when it wants them.
    pub(super) fn pulls(&self) -> bool {
        self.document().is_some_and(|can| can.diagnostic.is_some())
    }

    /// Whether it can be asked to fetch all diagnostics anew.
    pub(super) fn refreshes(&self) -> bool {
        let workspace = self.can.workspace.as_ref();
        let can = workspace.and_then(|workspace| workspace.diagnostic.as_ref());
        can.is_some_and(|can| can.refresh_support == Some(true))
    }

    /// Whether it can be asked to watch files.
    pub(super) fn watches(&self) -> bool {
        let workspace = self.can.workspace.as_ref();
        let can = workspace.and_then(|workspace| workspace.did_change_watched_files);
        can.is_some_and(|can| can.dynamic_registration == Some(true))
    }

    /// Whether an edit can name the version of the document for which it was made.
    pub(super) fn knows_versions(&self) -> bool {
        let workspace = self.can.workspace.as_ref();
        let can = workspace.and_then(|workspace| workspace.workspace_edit.as_ref());
        can.is_some_and(|can| can.document_changes == Some(true))
    }

    /// Whether it shows other places that belong to a diagnostic.
    pub(super) fn shows_related(&self) -> bool {
        let can = self.document().and_then(|can| can.publish_diagnostics.as_ref());
        can.is_some_and(|can| can.related_information == Some(true))
    }

    pub(super) fn shows_tag(&self, tag: &DiagnosticTag) -> bool {
        let can = self.document().and_then(|can| can.publish_diagnostics.as_ref());
        let tags = can.and_then(|can| can.tag_support.as_ref());
        tags.is_some_and(|tags| tags.value_set.contains(tag))
    }

    /// Whether an outline may hold entries within entries.
    pub(super) fn nests_symbols(&self) -> bool {
        let can = self.document().and_then(|can| can.document_symbol.as_ref());
        can.is_some_and(|can| can.hierarchical_document_symbol_support == Some(true))
    }

    /// How an explanation is written.
    pub(super) fn markup(&self) -> MarkupKind {
        let can = self.document().and_then(|can| can.hover.as_ref());
        let formats = can.and_then(|can| can.content_format.as_deref()).unwrap_or_default();
        let plain = !formats.is_empty() && !formats.contains(&MarkupKind::Markdown);
        if plain { MarkupKind::PlainText } else { MarkupKind::Markdown }
    }

    fn document(&self) -> Option<&TextDocumentClientCapabilities> {
        self.can.text_document.as_ref()
    }
}
