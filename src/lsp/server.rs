//! The conversation with a client, from `initialize` to `exit`.

use std::collections::BTreeMap;
use std::io::{self, Read, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::time::Instant;

use lsp_server::{ErrorCode, Message, Notification, Request, Response, ResponseError};
use lsp_types::Uri;
use lsp_types::notification::{
    DidChangeConfiguration, DidChangeTextDocument, DidChangeWatchedFiles, DidCloseTextDocument,
    DidOpenTextDocument, DidSaveTextDocument, Exit, Initialized, LogMessage, Notification as _,
};
use lsp_types::request::{
    CodeActionRequest, DocumentDiagnosticRequest, DocumentSymbolRequest, HoverRequest, Initialize,
    Request as _, Shutdown,
};
use lsp_types::{LogMessageParams, MessageType};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::client::Client;
use super::desk::Ask;
use super::document::Open;
use super::elsewhere::Elsewhere;
use super::inbox::{Event, Inbox};

/// How a conversation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// The client said `shutdown`, then `exit`.
    Orderly,
    /// It said `exit` at once, or went away.
    Abrupt,
}

/// Speaks with a client until it leaves.
///
/// # Errors
/// When it cannot be written to.
pub fn serve(
    input: impl Read + Send + 'static,
    out: &mut dyn Write,
    ask: &mut Ask<'_>,
) -> io::Result<Ending> {
    let mut out = out;
    let mut inbox = Inbox::of(input);
    let mut server = Server::new(ask);
    loop {
        match inbox.next(server.due()) {
            Event::Message(Message::Notification(note)) if note.method == Exit::METHOD => {
                let is_orderly = server.phase == Phase::ShutDown;
                return Ok(if is_orderly { Ending::Orderly } else { Ending::Abrupt });
            }
            Event::Closed => return Ok(Ending::Abrupt),
            Event::Malformed(malformed) => malformed.refuse(out)?,
            event => server.meet(event),
        }
        for message in server.outgoing.drain(..) {
            message.write(&mut out)?;
        }
    }
}

/// How far the conversation has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Phase {
    New,
    Running,
    ShutDown,
}

/// What is known of the client and its documents. What is to be said waits in `outgoing`: no answer touches a stream.
pub(super) struct Server<'a, 'b> {
    pub(super) ask: &'a mut Ask<'b>,
    pub(super) client: Client,
    pub(super) phase: Phase,
    /// The folder that is open in the editor.
    pub(super) root: PathBuf,
    pub(super) documents: BTreeMap<Uri, Open>,
    pub(super) elsewhere: Elsewhere,
    outgoing: Vec<Message>,
    /// Requests that were made of the client.
    requests: i32,
}

impl<'a, 'b> Server<'a, 'b> {
    fn new(ask: &'a mut Ask<'b>) -> Self {
        Self {
            ask,
            client: Client::default(),
            phase: Phase::New,
            root: PathBuf::new(),
            documents: BTreeMap::new(),
            elsewhere: Elsewhere::default(),
            outgoing: Vec::new(),
            requests: 0,
        }
    }

    /// When the next document is to be looked at.
    fn due(&self) -> Option<Instant> {
        self.documents.values().filter_map(|open| open.due).min()
    }

    /// Does what an event asks for. A fault of ours ends that, and not the server.
    fn meet(&mut self, event: Event) {
        match event {
            Event::Message(Message::Request(request)) => self.answer(request),
            Event::Message(Message::Notification(note)) => {
                let heard = catch_unwind(AssertUnwindSafe(|| self.hear(note)));
                if let Ok(Err(why)) = heard {
                    self.log(why.message);
                }
            }
            Event::Cancelled(id) => {
                let why = "cancelled by the client".to_owned();
                self.say(Response::new_err(id, ErrorCode::RequestCanceled as i32, why));
            }
            Event::Quiet => drop(catch_unwind(AssertUnwindSafe(|| self.publish_due()))),
            // The client's word that it watches files or fetches anew: nothing hangs on it. The rest is met by `serve`.
            Event::Message(Message::Response(_)) | Event::Malformed(_) | Event::Closed => {}
        }
    }

    /// What waits to be said to the client.
    pub(super) fn say(&mut self, message: impl Into<Message>) {
        self.outgoing.push(message.into());
    }

    /// Tells the client something that needs no answer.
    pub(super) fn tell<N: lsp_types::notification::Notification>(&mut self, params: N::Params) {
        self.say(Notification::new(N::METHOD.to_owned(), params));
    }

    /// Asks the client for something.
    pub(super) fn request<R: lsp_types::request::Request>(&mut self, params: R::Params) {
        self.requests += 1;
        self.say(Request::new(self.requests.into(), R::METHOD.to_owned(), params));
    }

    fn log(&mut self, message: String) {
        self.tell::<LogMessage>(LogMessageParams { typ: MessageType::WARNING, message });
    }

    fn answer(&mut self, request: Request) {
        let Request { id, method, params } = request;
        let answer = catch_unwind(AssertUnwindSafe(|| self.answered(&method, params)));
        let fault = || Err(error(ErrorCode::InternalError, "a fault in the server"));
        let response_result = answer.unwrap_or_else(|_| fault());
        self.say(Response { id, response_result });
    }

    fn answered(&mut self, method: &str, params: Value) -> Result<Value, ResponseError> {
        match (self.phase, method) {
            (Phase::New, Initialize::METHOD) => self.with(params, Self::initialize),
            (Phase::New, _) => {
                Err(error(ErrorCode::ServerNotInitialized, "initialize comes first"))
            }
            (Phase::ShutDown, _) => {
                Err(error(ErrorCode::InvalidRequest, "the server is shut down"))
            }
            (Phase::Running, Initialize::METHOD) => {
                Err(error(ErrorCode::InvalidRequest, "the server is initialized already"))
            }
            (Phase::Running, Shutdown::METHOD) => {
                self.phase = Phase::ShutDown;
                Ok(Value::Null)
            }
            (Phase::Running, HoverRequest::METHOD) => self.with(params, Self::hover),
            (Phase::Running, DocumentSymbolRequest::METHOD) => self.with(params, Self::outline),
            (Phase::Running, CodeActionRequest::METHOD) => self.with(params, Self::actions),
            (Phase::Running, DocumentDiagnosticRequest::METHOD) => self.with(params, Self::pulled),
            (Phase::Running, _) => {
                Err(error(ErrorCode::MethodNotFound, &format!("{method} is not known here")))
            }
        }
    }

    fn hear(&mut self, note: Notification) -> Result<(), ResponseError> {
        if self.phase != Phase::Running {
            return Ok(());
        }
        let params = note.params;
        let done = match note.method.as_str() {
            Initialized::METHOD => self.with(params, Self::initialized),
            DidOpenTextDocument::METHOD => self.with(params, Self::opened),
            DidChangeTextDocument::METHOD => self.with(params, Self::changed),
            DidSaveTextDocument::METHOD => self.with(params, Self::saved),
            DidCloseTextDocument::METHOD => self.with(params, Self::closed),
            DidChangeWatchedFiles::METHOD | DidChangeConfiguration::METHOD => {
                self.look_anew();
                return Ok(());
            }
            // What is not known needs no answer.
            _ => return Ok(()),
        };
        done.map(drop)
    }

    fn with<P: DeserializeOwned, R: Serialize>(
        &mut self,
        params: Value,
        answer: fn(&mut Self, P) -> R,
    ) -> Result<Value, ResponseError> {
        let params = serde_json::from_value(params)
            .map_err(|why| error(ErrorCode::InvalidParams, &why.to_string()))?;
        serde_json::to_value(answer(self, params))
            .map_err(|why| error(ErrorCode::InternalError, &why.to_string()))
    }
}

fn error(code: ErrorCode, message: &str) -> ResponseError {
    ResponseError { code: code as i32, message: message.to_owned(), data: None }
}
