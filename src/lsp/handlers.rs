//! What is done when the client says or asks something, one function a message.

#![expect(clippy::needless_pass_by_value, reason = "a handler is given what was sent")]

use std::rc::Rc;
use std::time::{Duration, Instant};

use lsp_types::notification::PublishDiagnostics;
use lsp_types::request::{RegisterCapability, WorkspaceDiagnosticRefresh};
use lsp_types::{
    CodeAction, CodeActionParams, Diagnostic, DidChangeTextDocumentParams,
    DidCloseTextDocumentParams, DidOpenTextDocumentParams, DidSaveTextDocumentParams,
    DocumentDiagnosticParams, DocumentDiagnosticReport, DocumentSymbolParams,
    DocumentSymbolResponse, FullDocumentDiagnosticReport, Hover, HoverParams, InitializeResult,
    InitializedParams, PublishDiagnosticsParams, RelatedFullDocumentDiagnosticReport, Uri,
};

use super::client::{Client, Introduction};
use super::document::{Open, Seen, is_configuration};
use super::server::{Phase, Server};
use super::uri::path_of;
use super::view::View;
use super::{abilities, actions, diagnostics, hover, outline};

/// How long nothing must be typed before a document is looked at.
const QUIET: Duration = Duration::from_millis(200);

impl Server<'_, '_> {
    pub(super) fn initialize(&mut self, params: Introduction) -> InitializeResult {
        self.root = params.root().and_then(path_of).unwrap_or_default();
        self.client = Client::of(params);
        self.phase = Phase::Running;
        abilities::of(&self.client)
    }

    pub(super) fn initialized(&mut self, _: InitializedParams) {
        if self.client.watches() {
            self.request::<RegisterCapability>(abilities::watching());
        }
    }

    pub(super) fn opened(&mut self, params: DidOpenTextDocumentParams) {
        let item = params.text_document;
        let mut open = Open::of(item, &self.root, self.client.encoding());
        open.due = self.client.is_told().then(Instant::now);
        self.documents.insert(open.uri.clone(), open);
    }

    pub(super) fn changed(&mut self, params: DidChangeTextDocumentParams) {
        let is_told = self.client.is_told();
        let Some(open) = self.documents.get_mut(&params.text_document.uri) else { return };
        for change in params.content_changes {
            open.text.change(change);
        }
        open.version = params.text_document.version;
        open.forget();
        open.due = is_told.then(|| Instant::now() + QUIET);
    }

    pub(super) fn saved(&mut self, params: DidSaveTextDocumentParams) {
        let path = path_of(&params.text_document.uri);
        if path.is_some_and(|path| is_configuration(&path)) {
            self.look_anew();
        }
    }

    pub(super) fn closed(&mut self, params: DidCloseTextDocumentParams) {
        let uri = params.text_document.uri;
        if self.documents.remove(&uri).is_some() && self.client.is_told() {
            // What is wrong with a file is so whether it is open or not.
            let told = self.elsewhere.told(&uri).unwrap_or_default();
            self.publish(uri.clone(), told, None);
        }
        self.tell_elsewhere(&uri, None);
    }

    /// All documents are looked at again: what holds for them may have changed.
    pub(super) fn look_anew(&mut self) {
        let is_told = self.client.is_told();
        for open in self.documents.values_mut() {
            open.forget();
            open.due = is_told.then(Instant::now);
        }
        if !is_told && self.client.refreshes() {
            self.request::<WorkspaceDiagnosticRefresh>(());
        }
    }

    /// Tells the client of the documents whose time has come.
    pub(super) fn publish_due(&mut self) {
        let now = Instant::now();
        let mut due = Vec::new();
        for open in
            self.documents.values_mut().filter(|open| open.due.is_some_and(|due| due <= now))
        {
            open.due = None;
            // Of the configuration is told what the notices show of it.
            if !open.is_configuration() {
                due.push(open.uri.clone());
            }
        }
        for uri in due {
            let told = self.look(&uri, |open, seen, client| {
                (diagnostics::of(open, seen, client), open.version)
            });
            if let Some((found, version)) = told {
                let found = self.elsewhere.told(&uri).unwrap_or(found);
                self.publish(uri, found, Some(version));
            }
        }
    }

    pub(super) fn pulled(&mut self, params: DocumentDiagnosticParams) -> DocumentDiagnosticReport {
        let found = self.look(&params.text_document.uri, diagnostics::of);
        let items = found.unwrap_or_default();
        DocumentDiagnosticReport::Full(RelatedFullDocumentDiagnosticReport {
            related_documents: None,
            full_document_diagnostic_report: FullDocumentDiagnosticReport {
                result_id: None,
                items,
            },
        })
    }

    pub(super) fn hover(&mut self, params: HoverParams) -> Option<Hover> {
        let at = params.text_document_position_params;
        self.read(&at.text_document.uri, |view| hover::at(view, at.position))?
    }

    pub(super) fn outline(
        &mut self,
        params: DocumentSymbolParams,
    ) -> Option<DocumentSymbolResponse> {
        self.read(&params.text_document.uri, outline::of)
    }

    pub(super) fn actions(&mut self, params: CodeActionParams) -> Option<Vec<CodeAction>> {
        self.read(&params.text_document.uri, |view| actions::of(view, &params))
    }

    /// What comes of a document that was read.
    fn read<T>(&mut self, uri: &Uri, answer: impl FnOnce(&View<'_>) -> T) -> Option<T> {
        self.look(uri, |open, seen, client| View::of(open, seen, client).map(|view| answer(&view)))?
    }

    /// What comes of what is seen in a document; nothing where it is not open.
    fn look<T>(&mut self, uri: &Uri, answer: impl FnOnce(&Open, &Seen, &Client) -> T) -> Option<T> {
        let open = self.documents.get_mut(uri)?;
        let seen: Rc<Seen> = open.look(self.ask);
        let answer = answer(open, &seen, &self.client);
        self.tell_elsewhere(uri, Some(&seen));
        Some(answer)
    }

    fn tell_elsewhere(&mut self, document: &Uri, seen: Option<&Seen>) {
        let encoding = self.client.encoding();
        for (uri, found) in self.elsewhere.update(document, seen, encoding) {
            self.publish(uri, found, None);
        }
    }

    fn publish(&mut self, uri: Uri, diagnostics: Vec<Diagnostic>, version: Option<i32>) {
        let params = PublishDiagnosticsParams { uri, diagnostics, version };
        self.tell::<PublishDiagnostics>(params);
    }
}
