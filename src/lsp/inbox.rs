//! What the client sends, read ahead: so a request that is cancelled before its turn is never worked on.

use std::collections::VecDeque;
use std::io::{BufReader, Read};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::Instant;

use lsp_server::{Message, Notification, RequestId};
use lsp_types::notification::{Cancel, Notification as _};

use super::wire::{self, Frame, Malformed};

/// What happens next.
#[derive(Debug)]
pub(super) enum Event {
    /// The client says something.
    Message(Message),
    /// The client says something that is no message.
    Malformed(Malformed),
    /// A request was taken back before it was worked on.
    Cancelled(RequestId),
    /// Nothing was said until the time that was asked for.
    Quiet,
    /// The client is gone.
    Closed,
}

/// What the client has said and nobody has heard yet.
#[derive(Debug)]
pub(super) struct Inbox {
    from: Receiver<Frame>,
    queue: VecDeque<Event>,
}

impl Inbox {
    /// Starts to read, in a thread of its own.
    pub(super) fn of(input: impl Read + Send + 'static) -> Self {
        let (to, from) = channel();
        thread::spawn(move || read_all(input, &to));
        Self { from, queue: VecDeque::new() }
    }

    /// The next event; waits for it until `due`, or for as long as it takes.
    pub(super) fn next(&mut self, due: Option<Instant>) -> Event {
        while let Ok(frame) = self.from.try_recv() {
            self.take(frame);
        }
        if let Some(event) = self.queue.pop_front() {
            return event;
        }
        let frame = match due {
            None => self.from.recv().map_err(|_| Event::Closed),
            Some(due) => {
                let left = due.saturating_duration_since(Instant::now());
                self.from.recv_timeout(left).map_err(|why| match why {
                    RecvTimeoutError::Timeout => Event::Quiet,
                    RecvTimeoutError::Disconnected => Event::Closed,
                })
            }
        };
        match frame {
            Ok(frame) => {
                self.take(frame);
                self.queue.pop_front().unwrap_or(Event::Quiet)
            }
            Err(event) => event,
        }
    }

    fn take(&mut self, frame: Frame) {
        match frame {
            Frame::Malformed(malformed) => self.queue.push_back(Event::Malformed(malformed)),
            Frame::Message(Message::Notification(told)) if told.method == Cancel::METHOD => {
                self.cancel(&told);
            }
            Frame::Message(message) => self.queue.push_back(Event::Message(message)),
        }
    }

    /// A request that waits is taken back; one that was answered already is answered.
    fn cancel(&mut self, told: &Notification) {
        let id = told.params.get("id").cloned().unwrap_or_default();
        let Ok(id) = serde_json::from_value::<RequestId>(id) else { return };
        let waits = |event: &&mut Event| matches!(event, Event::Message(Message::Request(request)) if request.id == id);
        if let Some(event) = self.queue.iter_mut().find(waits) {
            *event = Event::Cancelled(id);
        }
    }
}

fn read_all(input: impl Read, to: &Sender<Frame>) {
    let mut input = BufReader::new(input);
    while let Ok(Some(frame)) = wire::read(&mut input) {
        if to.send(frame).is_err() {
            return;
        }
    }
}
