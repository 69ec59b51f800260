//! What the tests of the whole program share: one run of it, its output as JSON.

#![allow(dead_code, reason = "each test uses its own part")]

use std::ffi::OsStr;
use std::path::Path;
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
