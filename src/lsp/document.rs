//! A document that is open in the editor, and what was seen in it.

use std::path::{Path, PathBuf};
use std::rc::Rc;
use std::time::Instant;

use lsp_types::{TextDocumentItem, Uri};

use super::desk::{Ask, Choices, Unready};
use super::text::{Encoding, Text};
use super::uri::path_of;
use crate::Examined;
use crate::config::FILE_NAME;

/// A document that is open.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) uri: Uri,
    pub(super) version: i32,
    pub(super) text: Text,
    /// When the client is to be told of it unasked.
    pub(super) due: Option<Instant>,
    /// Where it lies, or where it would if it were saved.
    path: PathBuf,
    /// The name that tells its format: an editor knows the language of what was never saved.
    name: String,
    seen: Option<Rc<Seen>>,
}

/// What was seen in a document.
#[derive(Debug)]
pub(super) enum Seen {
    /// Nothing was looked for: it is left out, or no notice but the configuration itself.
    LeftOut,
    /// It could not be looked at.
    Unready(Unready),
    /// It was examined.
    Examined(Rc<Choices>, Box<Examined>),
}

/// Whether the configuration lies at the path.
pub(super) fn is_configuration(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == FILE_NAME)
}

impl Open {
    pub(super) fn of(item: TextDocumentItem, root: &Path, encoding: Encoding) -> Self {
        let path = path_of(&item.uri).unwrap_or_else(|| root.join("-"));
        let ending = match item.language_id.as_str() {
            "markdown" => ".md",
            "html" => ".html",
            _ => "",
        };
        let name = format!("{}{ending}", path.to_string_lossy());
        let text = Text::new(item.text, encoding);
        Self { uri: item.uri, version: item.version, text, due: None, path, name, seen: None }
    }

    /// What is seen in it; looks only where that is not known.
    pub(super) fn look(&mut self, ask: &mut Ask<'_>) -> Rc<Seen> {
        if let Some(seen) = &self.seen {
            return Rc::clone(seen);
        }
        let seen = Rc::new(self.seen_with(ask));
        self.seen = Some(Rc::clone(&seen));
        seen
    }

    /// Whether it is no notice but the configuration itself.
    pub(super) fn is_configuration(&self) -> bool {
        is_configuration(&self.path)
    }

    /// What was seen in it is no longer true.
    pub(super) fn forget(&mut self) {
        self.seen = None;
    }

    fn seen_with(&self, ask: &mut Ask<'_>) -> Seen {
        if self.is_configuration() {
            return Seen::LeftOut;
        }
        let choices = match ask(&self.path) {
            Ok(choices) => choices,
            Err(why) => return Seen::Unready(why),
        };
        let path = self.path.to_string_lossy();
        if choices.config.is_excluded(&path) {
            return Seen::LeftOut;
        }
        let examined = choices.examine(&path, self.name.clone(), self.text.as_str());
        Seen::Examined(choices, Box::new(examined))
    }
}
