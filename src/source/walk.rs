//! The paths of the command line become inputs, in a fixed order.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Component, Path, PathBuf};

use ignore::{DirEntry, WalkBuilder};

/// One document to be examined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// The path as a report prints it, with forward slashes.
    pub path: String,
    /// Where its bytes come from.
    pub origin: Origin,
}

/// Where the bytes of an input come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Stdin,
    /// Nowhere: the folder could not be read, and this is why.
    Nothing(String),
}

/// What the paths of a run stand for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Inputs {
    /// The documents to be examined.
    pub documents: Vec<Input>,
    /// What lies in the folders and looks like a document, and is not examined.
    pub passed_over: Vec<PassedOver>,
}

/// Something in a folder that may be a notice and was not examined. It is told, and fails no run: whoever
/// wants it examined names it.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct PassedOver {
    /// The path as a report prints it, with forward slashes.
    pub path: String,
    /// Why.
    pub reason: PassedOverReason,
}

/// Why something in a folder was passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PassedOverReason {
    /// A symbolic link: what it leads to may lie in the folder as well, or lead back to it.
    Symlink,
    /// A document in a format that is not read.
    UnsupportedFormat,
}

/// File name extensions that are looked at in folders. A file named outright is read whatever its name.
const EXTENSIONS: [&str; 9] =
    ["pdf", "txt", "md", "markdown", "html", "htm", "xhtml", "docx", "odt"];

/// Extensions of documents that may be notices and are not read. Pictures and data lie in folders for other reasons.
const UNREAD_EXTENSIONS: [&str; 6] = ["doc", "mht", "pages", "rtf", "wpd", "xps"];

/// The inputs that `paths` stand for: files as they are, the documents in folders, wildcards that the shell
/// left as they were, and `-` for standard input under the name `stdin_name`.
///
/// What `is_excluded` says of a path holds for what lies in folders, not for what is named outright.
///
/// The order is that of `paths`, within a folder by name. A file that is met twice is taken once.
pub fn inputs(paths: &[OsString], stdin_name: &str, is_excluded: impl Fn(&str) -> bool) -> Inputs {
    let mut inputs = Inputs::default();
    for path in paths {
        inputs.expand(path, stdin_name, &is_excluded);
    }
    let mut seen = BTreeSet::new();
    inputs.documents.retain(|input| seen.insert(input.path.clone()));
    // What is named outright is examined, also when its folder is given as well.
    inputs.passed_over.retain(|passed| seen.insert(passed.path.clone()));
    inputs
}

/// Keeps of every file the first of its names: what is written under one of them is written under all.
pub fn once(documents: &mut Vec<Input>) {
    let mut seen = BTreeSet::new();
    documents.retain(|input| match &input.origin {
        Origin::File(path) => path.canonicalize().map_or(true, |path| seen.insert(path)),
        Origin::Stdin | Origin::Nothing(_) => true,
    });
}

impl Inputs {
    fn expand(&mut self, path: &OsString, stdin_name: &str, is_excluded: &impl Fn(&str) -> bool) {
        if path == "-" {
            let stdin = Input { path: stdin_name.to_owned(), origin: Origin::Stdin };
            return self.documents.push(stdin);
        }
        let path = Path::new(path);
        let matches = (path.symlink_metadata().is_err()).then(|| wildcard(path)).flatten();
        for path in matches.unwrap_or_else(|| vec![path.to_owned()]) {
            if path.is_dir() {
                self.folder(&path, is_excluded);
            } else {
                self.documents.push(file(&path));
            }
        }
    }

    fn folder(&mut self, folder: &Path, is_excluded: &impl Fn(&str) -> bool) {
        let walk = WalkBuilder::new(folder).require_git(false).sort_by_file_path(Path::cmp).build();
        for entry in walk {
            match entry {
                Ok(entry) if is_excluded(&shown(entry.path())) => {}
                Ok(entry) => self.entry(&entry),
                Err(why) => self.documents.push(unreadable(folder, &why)),
            }
        }
    }

    fn entry(&mut self, entry: &DirEntry) {
        let path = entry.path();
        let Some(kind) = entry.file_type() else { return };
        let reason = if entry.path_is_symlink() && entry.depth() > 0 {
            let may_hold = is_one_of(path, &EXTENSIONS) || path.is_dir();
            may_hold.then_some(PassedOverReason::Symlink)
        } else if kind.is_file() && is_one_of(path, &EXTENSIONS) {
            return self.documents.push(file(path));
        } else {
            let unread = kind.is_file() && is_one_of(path, &UNREAD_EXTENSIONS);
            unread.then_some(PassedOverReason::UnsupportedFormat)
        };
        self.passed_over.extend(reason.map(|reason| PassedOver { path: shown(path), reason }));
    }
}

/// What a pattern matches; `None` when the path is no pattern.
fn wildcard(path: &Path) -> Option<Vec<PathBuf>> {
    let pattern = path.to_str().filter(|text| text.contains(['*', '?', '[']))?;
    let matches: Vec<PathBuf> = glob::glob(pattern).ok()?.filter_map(Result::ok).collect();
    (!matches.is_empty()).then_some(matches)
}

/// A folder that may hold notices which nobody has read: it is reported, never passed over.
fn unreadable(folder: &Path, why: &ignore::Error) -> Input {
    let path = match why {
        ignore::Error::WithPath { path, .. } => path,
        _ => folder,
    };
    Input { path: shown(path), origin: Origin::Nothing(why.to_string()) }
}

fn is_one_of(path: &Path, extensions: &[&str]) -> bool {
    path.extension().is_some_and(|extension| {
        extensions.iter().any(|known| extension.eq_ignore_ascii_case(known))
    })
}

fn file(path: &Path) -> Input {
    Input { path: shown(path), origin: Origin::File(path.to_owned()) }
}

/// The path with forward slashes; what is no Unicode becomes replacement characters.
fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    let text = if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() };
    // What `.` stands for is where the user is.
    text.strip_prefix("./").map(str::to_owned).unwrap_or(text)
}

/// The path from the root, without asking the disk: links in it are kept as they are named.
pub fn absolute(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    // `.` and `..` are taken away, so that prefixes can be compared.
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(plain.pop()),
            other => plain.push(other),
        }
    }
    plain
}
