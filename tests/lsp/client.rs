//! A client of the language server: starts the program and speaks the protocol with it, as an editor does.

use std::io::{BufReader, Write as _};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use serde_json::{Value, json};

/// How long an answer may take on a machine that does much else.
const PATIENCE: Duration = Duration::from_mins(1);

pub(crate) struct Client {
    program: Child,
    to: Option<ChildStdin>,
    from: Receiver<Value>,
    requests: i32,
}

impl Client {
    /// Starts the server in a folder.
    pub(crate) fn start(folder: &Path, args: &[&str]) -> Self {
        let mut program = Command::new(env!("CARGO_BIN_EXE_seloste"))
            .current_dir(folder)
            .arg("lsp")
            .args(args)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the program starts");
        let (to, from) = channel();
        let mut out = BufReader::new(program.stdout.take().expect("its output"));
        std::thread::spawn(move || {
            while let Some(message) = read(&mut out) {
                if to.send(message).is_err() {
                    return;
                }
            }
        });
        let to = program.stdin.take();
        Self { program, to, from, requests: 0 }
    }

    /// Starts the server and introduces itself as able to do what `can` says; returns what the server can do.
    pub(crate) fn introduced(folder: &Path, args: &[&str], can: &Value) -> (Self, Value) {
        let mut client = Self::start(folder, args);
        let params = json!({ "processId": null, "rootUri": uri(folder, ""), "capabilities": can });
        let answer = client.ask("initialize", &params);
        client.tell("initialized", &json!({}));
        (client, answer["result"]["capabilities"].clone())
    }

    pub(crate) fn send_raw(&mut self, bytes: &str) {
        let to = self.to.as_mut().expect("the conversation goes on");
        to.write_all(bytes.as_bytes()).and_then(|()| to.flush()).expect("the server listens");
    }

    pub(crate) fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.send_raw(&format!("Content-Length: {}\r\n\r\n{body}", body.len()));
    }

    pub(crate) fn tell(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Asks and waits for the answer; what else is said until then is lost.
    pub(crate) fn ask(&mut self, method: &str, params: &Value) -> Value {
        self.requests += 1;
        let id = self.requests;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        self.wait(|said| said["id"] == id && said.get("method").is_none())
    }

    /// The next message that the server says.
    pub(crate) fn next(&mut self) -> Value {
        self.from.recv_timeout(PATIENCE).expect("the server says something")
    }

    pub(crate) fn wait(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        loop {
            let said = self.next();
            if wanted(&said) {
                return said;
            }
        }
    }

    /// The diagnostics that are published next, whatever the document.
    pub(crate) fn published(&mut self) -> Value {
        let said = self.wait(|said| said["method"] == "textDocument/publishDiagnostics");
        said["params"].clone()
    }

    pub(crate) fn open(&mut self, uri: &str, language: &str, text: &str) {
        let document = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
        self.tell("textDocument/didOpen", &json!({ "textDocument": document }));
    }

    /// Leaves as the protocol wants it; the exit code.
    pub(crate) fn leave(mut self) -> Option<i32> {
        let answer = self.ask("shutdown", &Value::Null);
        assert_eq!(answer["result"], Value::Null);
        self.tell("exit", &Value::Null);
        self.ended()
    }

    /// Goes away without a word; the exit code.
    pub(crate) fn vanish(mut self) -> Option<i32> {
        self.to = None;
        self.ended()
    }

    pub(crate) fn ended(mut self) -> Option<i32> {
        self.program.wait().expect("the program ends").code()
    }
}

/// The address of a file in a folder.
pub(crate) fn uri(folder: &Path, name: &str) -> String {
    let path = folder.join(name).to_string_lossy().replace('\\', "/");
    format!("file://{}{path}", if path.starts_with('/') { "" } else { "/" })
}

fn read(from: &mut impl std::io::BufRead) -> Option<Value> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if from.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim().strip_prefix("Content-Length: ") {
            Some(number) => length = number.parse().ok()?,
            None if line.trim().is_empty() => break,
            None => {}
        }
    }
    let mut body = vec![0; length];
    from.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}
