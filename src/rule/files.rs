//! The rule files: those embedded at build, with a folder of one's own laid over them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::parsed::{self, Form};
use super::{compiled, embedded};
use crate::phrase::PhraseBook;

/// The classes of words that phrases may name.
const VOCABULARY: &str = "words.toml";

/// Rule files by their path below `rules/`, with `/` between folders.
#[derive(Debug, Clone)]
pub struct RuleFiles {
    files: BTreeMap<String, RuleFile>,
    /// Packed indexes, which no person reads line by line.
    packed: BTreeMap<String, Cow<'static, [u8]>>,
}

/// One file as it was written.
#[derive(Debug, Clone)]
pub struct RuleFile {
    /// What an error message calls it: the path below `rules/`, or the path on disk.
    pub name: String,
    /// Its text.
    pub text: Cow<'static, str>,
    /// Its parsed form, of files that are built in.
    parsed: Option<&'static [u8]>,
}

/// What an author of a rule file did wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {message}")]
pub struct AuthorError {
    /// The file, as [`RuleFile::name`].
    pub file: String,
    /// Line from 1; 1 where no better line is known.
    pub line: usize,
    /// One sentence: what is wrong and what was expected.
    pub message: String,
}

impl RuleFiles {
    /// The files embedded in the program.
    pub fn embedded() -> Self {
        let file = |embedded::Embedded { path, text, parsed }| {
            let name = format!("rules/{path}");
            (path.to_owned(), RuleFile { name, text: Cow::Borrowed(text), parsed: Some(parsed) })
        };
        let packed = |(path, bytes): (&str, _)| (path.to_owned(), Cow::Borrowed(bytes));
        Self {
            files: embedded::files().map(file).collect(),
            packed: embedded::packed().map(packed).collect(),
        }
    }

    /// The files of a folder alone.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be read as UTF-8 text.
    pub fn of(folder: &Path) -> Result<Self, AuthorError> {
        let mut files = Self { files: BTreeMap::new(), packed: BTreeMap::new() };
        files.overlay(folder)?;
        Ok(files)
    }

    /// Lays the `.toml` and `.index` files of a folder over these: a file of the same path replaces, others are added.
    ///
    /// # Errors
    /// When the folder or a file in it cannot be read as UTF-8 text.
    pub fn overlay(&mut self, folder: &Path) -> Result<(), AuthorError> {
        for path in rule_files(folder)? {
            let below = path.strip_prefix(folder).unwrap_or(&path);
            let key = below
                .components()
                .map(|part| part.as_os_str().to_string_lossy().into_owned())
                .collect::<Vec<_>>()
                .join("/");
            if is_packed(&path) {
                let bytes = std::fs::read(&path).map_err(|why| unreadable(&path, &why))?;
                self.packed.insert(key, Cow::Owned(bytes));
                continue;
            }
            let text = std::fs::read_to_string(&path).map_err(|why| unreadable(&path, &why))?;
            self.files.insert(key, RuleFile::new(path.display().to_string(), text));
        }
        Ok(())
    }

    /// Lays one file over the others.
    pub fn add(&mut self, path: &str, file: RuleFile) {
        self.files.insert(path.to_owned(), file);
    }

    /// The file at `path` below `rules/`, without which nothing works.
    ///
    /// # Errors
    /// When there is no such file.
    pub fn required(&self, path: &str) -> Result<&RuleFile, AuthorError> {
        self.files.get(path).ok_or_else(|| missing(path))
    }

    /// Whether the file at `path` is there as it was built in.
    pub(crate) fn is_built_in(&self, path: &str) -> bool {
        self.files.get(path).is_some_and(RuleFile::is_built_in)
    }

    /// The bytes of the packed file at `path` below `rules/`.
    ///
    /// # Errors
    /// When there is no such file.
    pub fn packed(&self, path: &str) -> Result<Cow<'static, [u8]>, AuthorError> {
        self.packed.get(path).cloned().ok_or_else(|| missing(path))
    }

    /// A book for phrases, which may name the classes of `words.toml`.
    ///
    /// # Errors
    /// When a class is not well formed.
    pub fn phrase_book(&self) -> Result<PhraseBook, AuthorError> {
        let Some(file) = self.files.get(VOCABULARY) else { return Ok(PhraseBook::default()) };
        if file.is_built_in() {
            return Ok(PhraseBook::knowing(&compiled::PHRASES));
        }
        let written: BTreeMap<toml::Spanned<String>, Vec<String>> = file.parse()?;
        let mut classes: Vec<_> = written.into_iter().collect();
        // A class may name those above it.
        classes.sort_by_key(|(name, _)| name.span().start);
        let mut book = PhraseBook::default();
        for (name, words) in classes {
            let defined = book.define(name.get_ref(), words.iter().map(String::as_str));
            defined.map_err(|why| file.error_at(name.span().start, why.to_string()))?;
        }
        Ok(book)
    }

    /// Lays a packed file over the one at `path` below `rules/`.
    pub fn lay_packed(&mut self, path: &str, bytes: Vec<u8>) {
        self.packed.insert(path.to_owned(), Cow::Owned(bytes));
    }

    /// All files, in order of their paths.
    pub fn all(&self) -> impl Iterator<Item = (&str, &RuleFile)> {
        self.files.iter().map(|(path, file)| (path.as_str(), file))
    }

    /// All files below `folder` (without the closing slash), in order of their paths.
    pub fn below<'a>(
        &'a self,
        folder: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a RuleFile)> + 'a {
        self.files.iter().filter_map(move |(path, file)| {
            path.strip_prefix(folder)?.strip_prefix('/').map(|_| (path.as_str(), file))
        })
    }

    /// The SHA-256 over all paths and texts, in hexadecimal: names the rule set in use. Of a packed file its head
    /// counts, which holds the digest of the rest.
    pub fn sha256(&self) -> String {
        let mut hash = Sha256::new();
        let texts = self.files.iter().map(|(path, file)| (path, file.text.as_bytes()));
        let packed = self.packed.iter().map(|(path, bytes)| (path, head_of(bytes)));
        for (path, content) in texts.chain(packed) {
            for piece in [path.as_bytes(), content] {
                hash.update((piece.len() as u64).to_le_bytes());
                hash.update(piece);
            }
        }
        hex(&hash.finalize())
    }
}

impl RuleFile {
    /// A file that somebody wrote.
    pub fn new(name: String, text: String) -> Self {
        Self { name, text: Cow::Owned(text), parsed: None }
    }

    /// Whether it is one of those embedded in the program. What their authors may have done wrong the tests tell, which
    /// read them as files of a folder; nobody needs to be told again at every start.
    pub fn is_built_in(&self) -> bool {
        self.parsed.is_some()
    }

    /// An error at the byte `at` of this file.
    pub fn error_at(&self, at: usize, message: impl Into<String>) -> AuthorError {
        let line = self.text[..at.min(self.text.len())].matches('\n').count() + 1;
        AuthorError { file: self.name.clone(), line, message: message.into() }
    }

    /// Reads the file as TOML into a type.
    ///
    /// # Errors
    /// With the place and the sentence of the TOML reader.
    pub fn parse<T: serde::de::DeserializeOwned>(&self) -> Result<T, AuthorError> {
        self.form()?.read().map_err(|why| self.wrong(why))
    }

    /// The file, parsed.
    ///
    /// # Errors
    /// With the place and the sentence of the TOML reader.
    pub(crate) fn form(&self) -> Result<Form, AuthorError> {
        let parsed = match self.parsed {
            // Empty where the build script could not read it: that is told here.
            Some(parsed) if !parsed.is_empty() => Cow::Borrowed(parsed),
            _ => Cow::Owned(parsed::parsed(&self.text).map_err(|why| self.wrong(why))?),
        };
        Ok(Form { text: self.text.clone(), parsed })
    }

    /// What was found wrong at a place.
    pub(crate) fn wrong(&self, (at, message): (usize, String)) -> AuthorError {
        self.error_at(at, with_hint(&message))
    }
}

/// The sentence of the TOML reader on an unknown word, with the nearest of those that it expected.
fn with_hint(message: &str) -> String {
    let mut quoted = message.split('`').skip(1).step_by(2);
    let likeness = |word: &str, known: &str| strsim::jaro_winkler(word, known);
    let nearest = quoted.next().filter(|_| message.starts_with("unknown ")).and_then(|word| {
        let near = quoted.max_by(|a, b| likeness(word, a).total_cmp(&likeness(word, b)))?;
        (likeness(word, near) > 0.7).then_some(near)
    });
    let hint = nearest.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
    format!("{message}{hint}")
}

/// Writes a packed file at `path` below a folder of rule files.
///
/// # Errors
/// When it cannot be written.
pub fn save_packed(folder: &Path, path: &str, bytes: &[u8]) -> Result<(), AuthorError> {
    let file = folder.join(path);
    std::fs::write(&file, bytes).map_err(|why| AuthorError {
        file: file.display().to_string(),
        line: 1,
        message: format!("cannot be written: {why}"),
    })
}

/// Bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "toml")
}

fn is_packed(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "index")
}

/// The head of a packed file: all before its first blank line.
fn head_of(bytes: &[u8]) -> &[u8] {
    let end = bytes.windows(2).position(|pair| pair == b"\n\n");
    &bytes[..end.unwrap_or(bytes.len())]
}

fn missing(path: &str) -> AuthorError {
    AuthorError {
        file: format!("rules/{path}"),
        line: 1,
        message: "the file is missing".to_owned(),
    }
}

fn rule_files(folder: &Path) -> Result<Vec<PathBuf>, AuthorError> {
    let mut paths = Vec::new();
    for entry in ignore::WalkBuilder::new(folder).sort_by_file_path(Path::cmp).build() {
        let entry = entry.map_err(|why| unreadable(folder, &why))?;
        if is_toml(entry.path()) || is_packed(entry.path()) {
            paths.push(entry.into_path());
        }
    }
    Ok(paths)
}

fn unreadable(path: &Path, why: &dyn std::fmt::Display) -> AuthorError {
    AuthorError {
        file: path.display().to_string(),
        line: 1,
        message: format!("cannot be read: {why}"),
    }
}
