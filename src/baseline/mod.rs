//! The baseline: what was found before, so that only what is new fails.
//!
//! Findings are known again by their fingerprints, document by document; a document by its path or, when it has been
//! moved, by its words.

mod sketch;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::rule::AuthorError;
use crate::{Examined, Outcome, Reading};
use sketch::Sketch;

/// The name of the file where no other is given.
pub const FILE_NAME: &str = "seloste-baseline.json";

/// What was found before.
#[derive(Debug, Clone, Default)]
pub struct Baseline {
    /// The folder from which its paths are seen.
    folder: PathBuf,
    documents: BTreeMap<String, Known>,
}

/// What was found in one document.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    /// Its words, in short: knows it again when it was moved.
    sketch: Sketch,
    /// The rule of each finding, by its fingerprint.
    findings: BTreeMap<String, String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    schema_version: u32,
    documents: BTreeMap<String, Known>,
}

impl Baseline {
    /// An empty one, to lie at `path`.
    pub fn empty(path: &Path) -> Self {
        Self { folder: folder_of(path), documents: BTreeMap::new() }
    }

    /// Reads the file at `path`.
    ///
    /// # Errors
    /// When it cannot be read, or is no baseline.
    pub fn load(path: &Path) -> Result<Self, AuthorError> {
        let error = |line, message| AuthorError { file: path.display().to_string(), line, message };
        let text = std::fs::read_to_string(path)
            .map_err(|why| error(1, format!("cannot be read: {why}")))?;
        let file: File = serde_json::from_str(&text)
            .map_err(|why| error(why.line().max(1), format!("is no baseline: {why}")))?;
        if file.schema_version != 1 {
            let version = file.schema_version;
            return Err(error(1, format!("has the version {version}; this program reads 1")));
        }
        Ok(Self { folder: folder_of(path), documents: file.documents })
    }

    /// Writes the file at `path`.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn save(&self, path: &Path) -> std::io::Result<()> {
        let file = File { schema_version: 1, documents: self.documents.clone() };
        let text = serde_json::to_string_pretty(&file).map_err(std::io::Error::other)?;
        std::fs::write(path, text + "\n")
    }

    /// Number of findings that it holds.
    pub fn findings(&self) -> usize {
        self.documents.values().map(|known| known.findings.len()).sum()
    }

    /// Marks the findings that were there before.
    pub fn mark(&self, examined: &mut Examined) {
        let path = examined.path.clone();
        let Outcome::Read(reading) = &mut examined.outcome else { return };
        let Some(known) = self.known_of(&path, reading) else { return };
        for finding in &mut reading.findings {
            finding.known = known.findings.contains_key(&finding.fingerprint);
        }
    }

    /// Takes in what is found in a document now, in the place of what was found in it before. A document that was not
    /// read whole keeps what is known of it.
    pub fn update(&mut self, examined: &Examined) {
        let Some((path, known)) = self.seen(examined) else { return };
        if known.findings.is_empty() {
            self.documents.remove(&path);
        } else {
            self.documents.insert(path, known);
        }
    }

    /// Takes out what is not found in a document any more, and takes in nothing.
    pub fn prune(&mut self, examined: &Examined) {
        let Some((path, now)) = self.seen(examined) else { return };
        let Some(mut known) = self.documents.remove(&path) else { return };
        known.findings.retain(|fingerprint, _| now.findings.contains_key(fingerprint));
        if !known.findings.is_empty() {
            self.documents.insert(path, known);
        }
    }

    /// What a document shows now, under the path by which it is known; a document that was moved is known by its new
    /// path from now on.
    fn seen(&mut self, examined: &Examined) -> Option<(String, Known)> {
        let Outcome::Read(reading) = &examined.outcome else { return None };
        if !reading.unread_pages.is_empty() {
            return None;
        }
        let path = self.relative(&examined.path);
        if !self.documents.contains_key(&path)
            && let Some(moved) = self.moved(reading)
            && let Some(known) = self.documents.remove(&moved)
        {
            self.documents.insert(path.clone(), known);
        }
        let findings = reading.findings.iter().filter(|finding| finding.suppressed.is_none());
        let findings = findings.map(|finding| (finding.fingerprint.clone(), finding.rule.clone()));
        let known =
            Known { sketch: Sketch::of(&reading.notice.words), findings: findings.collect() };
        Some((path, known))
    }

    fn known_of(&self, path: &str, reading: &Reading) -> Option<&Known> {
        let by_path = self.documents.get(&self.relative(path));
        by_path.or_else(|| self.documents.get(&self.moved(reading)?))
    }

    /// The path that a document had before it was moved here: that of the most similar one whose file is gone.
    fn moved(&self, reading: &Reading) -> Option<String> {
        let gone: Vec<_> =
            self.documents.iter().filter(|(path, _)| !self.folder.join(path).exists()).collect();
        if gone.is_empty() {
            return None;
        }
        let now = Sketch::of(&reading.notice.words);
        let (path, known) =
            gone.into_iter().max_by_key(|(_, known)| known.sketch.likeness(&now))?;
        (known.sketch.likeness(&now) >= sketch::SAME).then(|| path.clone())
    }

    fn relative(&self, path: &str) -> String {
        let absolute = absolute(Path::new(path));
        let relative = absolute.strip_prefix(&self.folder).unwrap_or(&absolute);
        relative.to_string_lossy().replace('\\', "/")
    }
}

fn folder_of(path: &Path) -> PathBuf {
    absolute(path).parent().map(Path::to_owned).unwrap_or_default()
}

fn absolute(path: &Path) -> PathBuf {
    crate::source::absolute(path)
}
