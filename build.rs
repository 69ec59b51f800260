//! Embeds the rule files: `.toml` with its parsed form beside it and with the tables made of it, so that no TOML is read
//! and no table is made when the program starts, and packed indexes as they are. A change below `rules/` builds the
//! crate anew.

#![allow(dead_code, unused_imports, unreachable_pub, reason = "the program uses all of its rooms")]

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "build/compiled.rs"]
mod compiled;

// The rooms of the program that parse rule files and make the tables.
#[path = "src/finnish/mod.rs"]
mod finnish;
#[path = "src/law/register/ids.rs"]
mod ids;
#[path = "src/law/names/mod.rs"]
mod names;
#[path = "src/law/register/number.rs"]
mod number;
#[path = "src/phrase/mod.rs"]
mod phrase;
#[path = "src/place.rs"]
mod place;
#[path = "src/table/mod.rs"]
mod table;
#[path = "src/rule/parsed/tag.rs"]
mod tag;
#[path = "src/canon/variants.rs"]
mod variants;
#[path = "src/rule/parsed/write.rs"]
mod write;

fn main() {
    println!("cargo::rerun-if-changed=rules");
    println!("cargo::rerun-if-changed=build");
    for room in [
        "canon/variants.rs",
        "finnish",
        "law/names",
        "law/register",
        "phrase",
        "place.rs",
        "rule/parsed",
        "table",
    ] {
        println!("cargo::rerun-if-changed=src/{room}");
    }
    let folder = |name| PathBuf::from(env::var_os(name).expect("cargo tells its folders"));
    let (rules, out) = (folder("CARGO_MANIFEST_DIR").join("rules"), folder("OUT_DIR"));
    let mut embedded = Embedded::default();
    embedded.folder(&rules, "");
    fs::write(out.join("rules.txt"), &embedded.texts).expect("OUT_DIR can be written");
    fs::write(out.join("rules.parsed"), &embedded.parsed).expect("OUT_DIR can be written");
    fs::write(out.join("rules.rs"), embedded.tables()).expect("OUT_DIR can be written");
    compiled::write(&embedded.written, &out);
}

/// All texts in a row, their parsed forms in a row, and the two tables that tell them apart.
#[derive(Default)]
struct Embedded {
    texts: String,
    parsed: Vec<u8>,
    files: String,
    packed: String,
    /// Every file by itself: its path and its text.
    written: Vec<(String, String)>,
}

impl Embedded {
    fn folder(&mut self, folder: &Path, below: &str) {
        let entries = fs::read_dir(folder).expect("rules/ can be read");
        let mut paths: Vec<PathBuf> =
            entries.map(|entry| entry.expect("an entry").path()).collect();
        paths.sort();
        for path in paths {
            let name = path.file_name().expect("a name").to_string_lossy();
            let name = format!("{below}{name}");
            let ending = path.extension().and_then(|ending| ending.to_str());
            match ending {
                _ if path.is_dir() => self.folder(&path, &format!("{name}/")),
                Some("toml") => self.file(&path, &name),
                Some("index") => self.packed(&name),
                _ => {}
            }
        }
    }

    fn packed(&mut self, name: &str) {
        let path = format!("concat!(env!(\"CARGO_MANIFEST_DIR\"), \"/rules/{name}\")");
        let _ = writeln!(self.packed, "    ({name:?}, include_bytes!({path})),");
    }

    fn file(&mut self, path: &Path, name: &str) {
        // A checkout on Windows may have turned the line ends; the rule set stays the same.
        let text = fs::read_to_string(path).expect("a rule file is UTF-8").replace("\r\n", "\n");
        let (at, parsed_at) = (self.texts.len(), self.parsed.len());
        self.texts += &text;
        // What is no TOML the program tells its author, with the line.
        self.parsed.extend(write::parsed(&text).unwrap_or_default());
        let (end, parsed_end) = (self.texts.len(), self.parsed.len());
        let _ = writeln!(self.files, "    ({name:?}, {at}..{end}, {parsed_at}..{parsed_end}),");
        self.written.push((name.to_owned(), text));
    }

    fn tables(&self) -> String {
        format!(
            "static FILES: &[(&str, Range<usize>, Range<usize>)] = &[\n{}];\n\
             static PACKED: &[(&str, &[u8])] = &[\n{}];\n",
            self.files, self.packed
        )
    }
}
