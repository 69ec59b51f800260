//! What the tests of the whole program share: one run of it, its output as JSON.

#![allow(dead_code, reason = "each test uses its own part")]

pub(crate) mod sarif;
pub(crate) mod words;

use std::ffi::OsStr;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// The day on which the tests look at the law.
pub(crate) const AS_OF: &str = "2026-11-22";

/// What `seloste check --format json` prints about the paths.
pub(crate) fn check(paths: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_seloste"))
        .args(["check", "--format", "json", "--as-of", AS_OF])
        .args(paths)
        .current_dir(root())
        .output()
        .expect("the program runs");
    serde_json::from_slice(&output.stdout).expect("JSON on standard output")
}

/// The folder of the package.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A list in the output, empty when it is not there.
pub(crate) fn list<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// A folder of the test material that is no part of the package: in `$SELOSTE_SHARED` or beside the package. Without
/// it a test says so and passes.
pub(crate) fn shared(folder: &str) -> Option<PathBuf> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared");
    let shared = std::env::var("SELOSTE_SHARED").unwrap_or_else(|_| beside.to_owned());
    let folder = Path::new(&shared).join(folder);
    if folder.is_dir() {
        return Some(folder);
    }
    // Written past the capture of the test harness, so that it is seen although the test passes.
    let _ = writeln!(
        std::io::stderr(),
        "skipped: {} is not there (set SELOSTE_SHARED)",
        folder.display()
    );
    None
}

/// The files of a folder with this ending, in order.
pub(crate) fn files(folder: &Path, ending: &str) -> Option<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).ok()?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.retain(|path| path.extension().is_some_and(|found| found == ending));
    files.sort();
    Some(files)
}
