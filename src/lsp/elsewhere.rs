//! What is told of files that no one need have open: of `seloste.toml` and of rule files, when a document was to be
//! examined by them.

#![expect(
    clippy::mutable_key_type,
    reason = "addresses are compared by their text, which stays as it is"
)]

use std::collections::BTreeMap;
use std::path::Path;

use lsp_types::{Diagnostic, Uri};

use super::diagnostics::{mistake, of_configuration};
use super::document::Seen;
use super::text::Encoding;
use super::uri::{of_path, path_of};

/// Diagnostics of files, by their addresses.
type Files = BTreeMap<Uri, Vec<Diagnostic>>;

/// What was told, by the documents that gave the occasion.
#[derive(Debug, Default)]
pub(super) struct Elsewhere {
    by_document: BTreeMap<Uri, Files>,
    told: Files,
}

impl Elsewhere {
    /// Takes in what a document shows of other files now, or nothing when it was closed. Returns what has changed: a
    /// file with nothing is a file of which nothing is wrong any more.
    pub(super) fn update(
        &mut self,
        document: &Uri,
        seen: Option<&Seen>,
        encoding: Encoding,
    ) -> Files {
        let files = seen.map(|seen| of(seen, encoding)).unwrap_or_default();
        self.by_document.insert(document.clone(), files);
        if seen.is_none() {
            self.by_document.remove(document);
        }
        let now: Files = self
            .by_document
            .values()
            .flatten()
            .map(|(uri, all)| (uri.clone(), all.clone()))
            .collect();
        let mut changed = now.clone();
        changed.retain(|uri, all| self.told.get(uri) != Some(all));
        changed.extend(
            self.told
                .keys()
                .filter(|uri| !now.contains_key(uri))
                .map(|uri| (uri.clone(), Vec::new())),
        );
        self.told = now;
        changed
    }

    /// What was told last of a file, and still holds. An editor may write its address in another way.
    pub(super) fn told(&self, uri: &Uri) -> Option<Vec<Diagnostic>> {
        let ours = || path_of(uri).and_then(|path| of_path(&path));
        let told = self.told.get(uri).or_else(|| self.told.get(&ours()?));
        told.cloned()
    }
}

fn of(seen: &Seen, encoding: Encoding) -> Files {
    let mut files = Files::new();
    match seen {
        Seen::LeftOut => {}
        Seen::Unready(why) => {
            // What names no file is told in the document alone.
            for error in why.errors.iter().filter(|error| !error.file.is_empty()) {
                let path = crate::source::absolute(Path::new(&error.file));
                if let Some(uri) = of_path(&path) {
                    files.entry(uri).or_default().push(mistake(error.line, &error.message));
                }
            }
        }
        Seen::Examined(choices, _) => {
            let path = choices.config.path.as_deref();
            if let (Some(uri), Some(faulty)) = (path.and_then(of_path), &choices.faulty) {
                files.insert(uri, of_configuration(faulty, encoding));
            }
        }
    }
    files
}
