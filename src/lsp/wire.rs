//! The frames of the protocol: a header that tells the length, then one message in JSON.
//!
//! `lsp-server` reads frames too, but gives up at the first that it cannot read; here such a frame is answered with an
//! error, and the conversation goes on.

use std::io::{self, BufRead, Read as _, Write};

use lsp_server::{ErrorCode, Message};
use serde_json::{Value, json};

/// Bytes of a frame above which nobody sends a notice: it is passed over, and memory is asked for none of it.
const MOST_BYTES: u64 = 64 << 20;

/// Bytes of a line of the header.
const MOST_HEADER_BYTES: u64 = 8 << 10;

/// What came in a frame.
#[derive(Debug)]
pub(super) enum Frame {
    /// A message.
    Message(Message),
    /// What is no message, and why.
    Malformed(Malformed),
}

/// What is no message.
#[derive(Debug)]
pub(super) struct Malformed {
    /// The id by which it could be answered, as far as it has one.
    id: Value,
    code: ErrorCode,
    why: String,
}

impl Malformed {
    fn new(code: ErrorCode, why: impl std::fmt::Display) -> Self {
        Self { id: Value::Null, code, why: why.to_string() }
    }

    /// Answers it with an error; by the rules of JSON-RPC the id is null where it is not known.
    pub(super) fn refuse(&self, out: &mut dyn Write) -> io::Result<()> {
        let error = json!({ "code": self.code as i32, "message": self.why });
        let body = json!({ "jsonrpc": "2.0", "id": self.id, "error": error }).to_string();
        write!(out, "Content-Length: {}\r\n\r\n{body}", body.len())?;
        out.flush()
    }
}

/// Reads a frame; nothing where there are no more.
pub(super) fn read(from: &mut impl BufRead) -> io::Result<Option<Frame>> {
    let length = match header(from)? {
        Some(Ok(length)) => length,
        Some(Err(malformed)) => return Ok(Some(Frame::Malformed(malformed))),
        None => return Ok(None),
    };
    let mut body = from.take(length);
    if length > MOST_BYTES {
        io::copy(&mut body, &mut io::sink())?;
        let why = format!("a message of {length} bytes is too large");
        return Ok(Some(Frame::Malformed(Malformed::new(ErrorCode::InvalidRequest, why))));
    }
    let mut bytes = Vec::new();
    body.read_to_end(&mut bytes)?;
    if (bytes.len() as u64) < length {
        return Ok(None);
    }
    Ok(Some(message(&bytes)))
}

/// The length that a header tells; nothing at the end.
fn header(from: &mut impl BufRead) -> io::Result<Option<Result<u64, Malformed>>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if from.take(MOST_HEADER_BYTES).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line);
        let line = line.trim_end();
        if line.is_empty() {
            let missing = || Malformed::new(ErrorCode::ParseError, "no Content-Length");
            return Ok(Some(length.ok_or_else(missing)));
        }
        let Some((name, value)) = line.split_once(':') else {
            let why = "a line of the header has no colon";
            return Ok(Some(Err(Malformed::new(ErrorCode::ParseError, why))));
        };
        if name.trim().eq_ignore_ascii_case("Content-Length") {
            match value.trim().parse() {
                Ok(value) => length = Some(value),
                Err(why) => return Ok(Some(Err(Malformed::new(ErrorCode::ParseError, why)))),
            }
        }
    }
}

fn message(bytes: &[u8]) -> Frame {
    let value: Value = match serde_json::from_slice(bytes) {
        Ok(value) => value,
        Err(why) => return Frame::Malformed(Malformed::new(ErrorCode::ParseError, why)),
    };
    let id = value.get("id").filter(|id| id.is_string() || id.is_number()).cloned();
    serde_json::from_value(value).map_or_else(
        |_| {
            let malformed = Malformed::new(ErrorCode::InvalidRequest, "this is no message");
            Frame::Malformed(Malformed { id: id.unwrap_or_default(), ..malformed })
        },
        Frame::Message,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What comes of some bytes: the methods of messages, the codes of what is none.
    fn read_all(bytes: &[u8]) -> Vec<String> {
        let mut from = bytes;
        let frames = std::iter::from_fn(|| read(&mut from).expect("bytes in memory can be read"));
        let told = |frame| match frame {
            Frame::Message(Message::Request(request)) => format!("request {}", request.method),
            Frame::Message(Message::Notification(told)) => format!("notification {}", told.method),
            Frame::Message(Message::Response(_)) => "response".to_owned(),
            Frame::Malformed(why) => format!("{} to {}", why.code as i32, why.id),
        };
        frames.map(told).collect()
    }

    fn frame(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    #[test]
    fn what_is_no_message_ends_nothing() {
        let good = frame(r#"{"jsonrpc":"2.0","method":"initialized"}"#);
        let cases = [
            (frame("{nonsense"), "-32700 to null"),
            (frame("[1]"), "-32600 to null"),
            (frame(r#"{"jsonrpc":"2.0","id":7}"#), "-32600 to 7"),
            ("Content-Length: many\r\n\r\n".to_owned(), "-32700 to null"),
            ("Content-Type: x\r\n\r\n".to_owned(), "-32700 to null"),
        ];
        for (bad, expected) in cases {
            let read = read_all(format!("{bad}{good}").as_bytes());
            assert_eq!(read.first().map(String::as_str), Some(expected), "{bad}");
            assert_eq!(read.last().map(String::as_str), Some("notification initialized"), "{bad}");
        }
    }

    #[test]
    fn a_frame_that_ends_too_early_is_the_end() {
        assert_eq!(read_all(b"Content-Length: 100\r\n\r\n{}"), Vec::<String>::new());
    }
}
