//! Who may look at whom: the layers of the source, read from its `use` lines.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The layers from the bottom up. A module sees its own layer and those below; in the vocabulary the modules of one
/// layer may name each other.
const LAYERS: &[&[&str]] = &[
    &["place", "table", "language", "finnish", "phrase", "canon", "rule", "finding", "law"],
    &["source", "extract"],
    &["layout"],
    &["segment"],
    &["recognise"],
    &["check"],
    &["config"],
    &["examine", "Examined", "Outcome", "Reading", "Request", "script", "configuration"],
    &["baseline", "fix"],
    &["report"],
    &["lsp"],
    &["cli"],
];

/// Where a module looks up all the same, and why.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    ("place", "layout", "a link in the documentation only"),
    ("law", "layout", "a citation is a span of the script"),
    ("rule", "recognise", "the kinds of document a rule applies to, whose notice an example is"),
];

/// Words only some modules may write: the word, the modules, and why.
const RESERVED: &[(&str, &[&str], &str)] = &[
    ("codespan_reporting", &["report"], "one room draws for people"),
    ("clap::Parser", &["cli"], "one room knows the command line"),
    ("clap::Args", &["cli"], "one room knows the command line"),
    ("use clap", &["cli"], "elsewhere `clap::ValueEnum` is derived, by its full name"),
    (
        "fs::",
        &["source", "rule", "config", "baseline", "cli"],
        "documents are opened in one place; rules may be laid over",
    ),
    ("File::open", &["source"], "documents are opened in one place"),
    ("Zoned", &["cli"], "today is an argument like any other"),
    ("SystemTime", &["cli"], "today is an argument like any other"),
    (
        "Instant::now",
        &["cli", "extract", "lsp"],
        "a PDF is given up after a time; one who types is not disturbed",
    ),
    ("lsp_types", &["lsp"], "one room knows the protocol of editors"),
    ("lsp_server", &["lsp"], "one room knows the protocol of editors"),
];

#[test]
fn modules_look_down_only() {
    let mut upward = BTreeSet::new();
    let mut excused = BTreeSet::new();
    for (module, path, text) in sources() {
        let own = layer(&module).unwrap_or_else(|| panic!("src/{module} stands in no layer"));
        for seen in crate_names(&text) {
            let other = layer(&seen).unwrap_or_else(|| panic!("crate::{seen} in no layer"));
            if other <= own {
                continue;
            }
            match EXCEPTIONS.iter().find(|(from, to, _)| *from == module && *to == seen) {
                Some(exception) => drop(excused.insert(*exception)),
                None => drop(upward.insert(format!("{}: crate::{seen}", path.display()))),
            }
        }
    }
    assert!(upward.is_empty(), "these look up: {upward:#?}");
    let idle: Vec<_> = EXCEPTIONS.iter().filter(|e| !excused.contains(*e)).collect();
    assert!(idle.is_empty(), "exceptions that nothing needs: {idle:#?}");
}

#[test]
fn reserved_words_stay_in_their_rooms() {
    let mut outside = Vec::new();
    for (module, path, text) in sources() {
        for (word, rooms, why) in RESERVED {
            if text.contains(word) && !rooms.contains(&module.as_str()) {
                outside.push(format!("{}: {word} ({why})", path.display()));
            }
        }
    }
    assert!(outside.is_empty(), "{outside:#?}");
}

fn layer(module: &str) -> Option<usize> {
    LAYERS.iter().position(|layer| layer.contains(&module))
}

/// The names that follow `crate::` in a source, those in braces too.
fn crate_names(text: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (at, found) in text.match_indices("crate::") {
        let rest = &text[at + found.len()..];
        match rest.strip_prefix('{') {
            Some(list) => {
                let list = list.split('}').next().unwrap_or_default();
                names.extend(list.split(',').map(first_name).filter(|name| !name.is_empty()));
            }
            None => drop(names.insert(first_name(rest))),
        }
    }
    names
}

fn first_name(path: &str) -> String {
    path.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

/// Every source with its module and path, without the tests and without the two roots.
fn sources() -> Vec<(String, PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    collect(&root, &mut found);
    found.sort();
    let sources: Vec<_> = found
        .into_iter()
        .filter_map(|path| {
            let inside = path.strip_prefix(&root).ok()?.to_path_buf();
            let first = inside.iter().next()?.to_str()?.trim_end_matches(".rs").to_owned();
            let root_or_test = ["lib", "main"].contains(&first.as_str())
                || inside.file_name().is_some_and(|name| name == "tests.rs");
            let text = std::fs::read_to_string(&path).ok()?;
            let text = text.split("#[cfg(test)]\nmod ").next()?.to_owned();
            (!root_or_test).then_some((first, inside, text))
        })
        .collect();
    assert!(sources.len() > 30, "the sources were not found");
    sources
}

fn collect(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}
