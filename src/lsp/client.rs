//! What the client can do; nothing is sent that it cannot show.

use lsp_types::{DiagnosticTag, MarkupKind, Uri, WorkspaceFolder};
use serde_json::Value;

use super::text::Encoding;

/// How a client introduces itself. Of the hundreds of things that it may say it can do, a few are asked for by name.
#[derive(Debug, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Introduction {
    capabilities: Value,
    #[serde(default)]
    workspace_folders: Option<Vec<WorkspaceFolder>>,
    /// Older clients say nothing else.
    #[serde(default)]
    root_uri: Option<Uri>,
}

impl Introduction {
    /// The folder that is open in the editor.
    pub(super) fn root(&self) -> Option<&Uri> {
        let folder = self.workspace_folders.as_ref().and_then(|folders| folders.first());
        folder.map(|folder| &folder.uri).or(self.root_uri.as_ref())
    }
}

/// A client, as it introduced itself.
#[derive(Debug, Default)]
pub(super) struct Client {
    can: Value,
}

impl Client {
    pub(super) fn of(introduction: Introduction) -> Self {
        Self { can: introduction.capabilities }
    }

    /// How positions are counted: in bytes where the client can, for those are ours.
    pub(super) fn encoding(&self) -> Encoding {
        let bytes = self.list("/general/positionEncodings").contains(&"utf-8".into());
        if bytes { Encoding::Utf8 } else { Encoding::Utf16 }
    }

    /// Whether it is told of findings unasked; one that fetches them itself would show them twice.
    pub(super) fn is_told(&self) -> bool {
        !self.pulls()
    }

    /// Whether it fetches findings when it wants them.
    pub(super) fn pulls(&self) -> bool {
        self.can.pointer("/textDocument/diagnostic").is_some_and(Value::is_object)
    }

    /// Whether it can be asked to fetch all diagnostics anew.
    pub(super) fn refreshes(&self) -> bool {
        // The first is what the protocol calls it, the second what libraries of it do.
        self.can("/workspace/diagnostics/refreshSupport")
            || self.can("/workspace/diagnostic/refreshSupport")
    }

    /// Whether it can be asked to watch files.
    pub(super) fn watches(&self) -> bool {
        self.can("/workspace/didChangeWatchedFiles/dynamicRegistration")
    }

    /// Whether an edit can name the version of the document for which it was made.
    pub(super) fn knows_versions(&self) -> bool {
        self.can("/workspace/workspaceEdit/documentChanges")
    }

    /// Whether it shows other places that belong to a diagnostic.
    pub(super) fn shows_related(&self) -> bool {
        self.can("/textDocument/publishDiagnostics/relatedInformation")
    }

    pub(super) fn shows_tag(&self, tag: &DiagnosticTag) -> bool {
        let shown = self.list("/textDocument/publishDiagnostics/tagSupport/valueSet");
        serde_json::to_value(tag).is_ok_and(|tag| shown.contains(&tag))
    }

    /// Whether an outline may hold entries within entries.
    pub(super) fn nests_symbols(&self) -> bool {
        self.can("/textDocument/documentSymbol/hierarchicalDocumentSymbolSupport")
    }

    /// How an explanation is written.
    pub(super) fn markup(&self) -> MarkupKind {
        let formats = self.list("/textDocument/hover/contentFormat");
        let plain = !formats.is_empty() && !formats.contains(&"markdown".into());
        if plain { MarkupKind::PlainText } else { MarkupKind::Markdown }
    }

    fn can(&self, what: &str) -> bool {
        self.can.pointer(what) == Some(&Value::Bool(true))
    }

    fn list(&self, what: &str) -> &[Value] {
        let list = self.can.pointer(what).and_then(Value::as_array);
        list.map(Vec::as_slice).unwrap_or_default()
    }
}
