//! Which documents have changed since a revision: asked of the git program, which alone knows.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::failure::Failure;
use crate::language::Language;
use crate::source::{Input, Origin, absolute};

/// Keeps the documents that differ from `revision` in the work tree here, those not yet added among them. Returns the
/// number of those left out.
pub(super) fn since(
    revision: &str,
    documents: &mut Vec<Input>,
    language: Language,
) -> Result<usize, Failure> {
    let changed = changed(revision).map_err(|why| refused(&why, language))?;
    let named = documents.len();
    documents.retain(|input| match &input.origin {
        // What is not there must be told, not passed over.
        Origin::File(path) => changed.contains(&real(path)) || !path.exists(),
        // What has no file has no history; what could not be read may have changed.
        Origin::Stdin | Origin::Nothing(_) => true,
    });
    Ok(named - documents.len())
}

fn changed(revision: &str) -> Result<BTreeSet<PathBuf>, String> {
    let root = git(Path::new("."), &["rev-parse", "--show-toplevel"])?;
    let root = path(root.trim_ascii_end());
    // Asked at the root, for elsewhere git keeps silent about other folders. A revision is never an option.
    let diff = ["diff", "--name-only", "-z", "--diff-filter=d", "--no-ext-diff", "--no-relative"];
    let differing = git(&root, &[&diff[..], &["--end-of-options", revision, "--"]].concat())?;
    let new = git(&root, &["ls-files", "--others", "--exclude-standard", "-z"])?;
    let names = differing.split(|byte| *byte == 0).chain(new.split(|byte| *byte == 0));
    Ok(names.filter(|name| !name.is_empty()).map(|name| real(&root.join(path(name)))).collect())
}

/// A path as git writes it: on Unix any bytes, elsewhere UTF-8.
fn path(bytes: &[u8]) -> PathBuf {
    #[cfg(unix)]
    let path = <std::ffi::OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(bytes).into();
    #[cfg(not(unix))]
    let path = String::from_utf8_lossy(bytes).into_owned().into();
    path
}

/// The path without links, for git tells the root without them.
fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| absolute(path))
}

fn git(folder: &Path, args: &[&str]) -> Result<Vec<u8>, String> {
    let output = Command::new("git").current_dir(folder).args(args).output();
    let output = output.map_err(|why| why.to_string())?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let told = String::from_utf8_lossy(&output.stderr);
    Err(told.lines().next().unwrap_or_default().to_owned())
}

fn refused(why: &str, language: Language) -> Failure {
    Failure::Usage(language.pick([
        format!("git ei kertonut, mikä on muuttunut: {why}"),
        format!("git berättade inte vad som har ändrats: {why}"),
        format!("git did not tell what has changed: {why}"),
    ]))
}
