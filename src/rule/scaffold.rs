//! The files of a new rule, as a beginning for its author: right as they are, so that every change can be tried at once.

use std::path::{Path, PathBuf};

use super::files::AuthorError;

const FACTS: &str = include_str!("scaffold/facts.toml");
const RULE: &str = include_str!("scaffold/rule.toml");

/// Writes the files of a rule of this name into a folder; returns their paths.
///
/// # Errors
/// When a file is there already, or cannot be written.
pub fn scaffold(folder: &Path, name: &str) -> Result<Vec<PathBuf>, AuthorError> {
    let fact = name.replace('-', "_");
    let files = [
        (folder.join("facts").join(format!("{name}.toml")), FACTS),
        (folder.join("omat").join(format!("{name}.toml")), RULE),
    ];
    let error = |path: &Path, message: String| AuthorError {
        file: path.display().to_string(),
        line: 1,
        message,
    };
    if let Some((path, _)) = files.iter().find(|(path, _)| path.exists()) {
        return Err(error(path, "is there already".to_owned()));
    }
    for (path, text) in &files {
        let text = text.replace("FACT", &fact);
        let parent = path.parent().unwrap_or(folder);
        std::fs::create_dir_all(parent)
            .and_then(|()| std::fs::write(path, text))
            .map_err(|why| error(path, format!("cannot be written: {why}")))?;
    }
    Ok(files.into_iter().map(|(path, _)| path).collect())
}
