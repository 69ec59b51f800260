//! The paths of the command line become inputs, in a fixed order.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;

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

/// File name extensions that are looked at in folders. A file named outright is read whatever its name.
const EXTENSIONS: [&str; 4] = ["pdf", "txt", "md", "markdown"];

/// The inputs that `paths` stand for: files as they are, the documents in folders, wildcards that the shell
/// left as they were, and `-` for standard input under the name `stdin_name`.
///
/// The order is that of `paths`, within a folder by name. A file that is met twice is taken once.
pub fn inputs(paths: &[OsString], stdin_name: &str) -> Vec<Input> {
    let mut seen = BTreeSet::new();
    let mut inputs: Vec<Input> = paths.iter().flat_map(|path| expand(path, stdin_name)).collect();
    inputs.retain(|input| seen.insert(input.path.clone()));
    inputs
}

fn expand(path: &OsString, stdin_name: &str) -> Vec<Input> {
    if path == "-" {
        return vec![Input { path: stdin_name.to_owned(), origin: Origin::Stdin }];
    }
    let path = Path::new(path);
    if path.is_dir() {
        return folder(path);
    }
    if path.symlink_metadata().is_err()
        && let Some(matches) = wildcard(path)
    {
        return matches
            .iter()
            .flat_map(|m| if m.is_dir() { folder(m) } else { vec![file(m)] })
            .collect();
    }
    vec![file(path)]
}

/// What a pattern matches; `None` when the path is no pattern.
fn wildcard(path: &Path) -> Option<Vec<PathBuf>> {
    let pattern = path.to_str().filter(|text| text.contains(['*', '?', '[']))?;
    let matches: Vec<PathBuf> = glob::glob(pattern).ok()?.filter_map(Result::ok).collect();
    (!matches.is_empty()).then_some(matches)
}

fn folder(folder: &Path) -> Vec<Input> {
    let walk = WalkBuilder::new(folder).require_git(false).sort_by_file_path(Path::cmp).build();
    walk.filter_map(|entry| match entry {
        Ok(entry) if entry.file_type().is_some_and(|kind| kind.is_file()) => {
            is_document(entry.path()).then(|| file(entry.path()))
        }
        Ok(_) => None,
        Err(why) => Some(unreadable(folder, &why)),
    })
    .collect()
}

/// A folder that may hold notices which nobody has read: it is reported, never passed over.
fn unreadable(folder: &Path, why: &ignore::Error) -> Input {
    let path = match why {
        ignore::Error::WithPath { path, .. } => path,
        _ => folder,
    };
    Input { path: shown(path), origin: Origin::Nothing(why.to_string()) }
}

fn is_document(path: &Path) -> bool {
    path.extension().is_some_and(|extension| {
        EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known))
    })
}

fn file(path: &Path) -> Input {
    Input { path: shown(path), origin: Origin::File(path.to_owned()) }
}

/// The path with forward slashes; what is no Unicode becomes replacement characters.
fn shown(path: &Path) -> String {
    let text = path.to_string_lossy();
    if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() }
}
