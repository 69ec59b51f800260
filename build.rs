//! Embeds the rule files: `.toml` with its parsed form beside it, so that no TOML is read when the program starts, and
//! packed indexes as they are. A change below `rules/` builds the crate anew.

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "build/parsed.rs"]
mod parsed;

fn main() {
    println!("cargo::rerun-if-changed=rules");
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/rule/parsed/tag.rs");
    let folder = |name| PathBuf::from(env::var_os(name).expect("cargo tells its folders"));
    let (rules, out) = (folder("CARGO_MANIFEST_DIR").join("rules"), folder("OUT_DIR"));
    let mut embedded = Embedded::default();
    embedded.folder(&rules, "");
    fs::write(out.join("rules.txt"), &embedded.texts).expect("OUT_DIR can be written");
    fs::write(out.join("rules.parsed"), &embedded.parsed).expect("OUT_DIR can be written");
    fs::write(out.join("rules.rs"), embedded.tables()).expect("OUT_DIR can be written");
}

/// All texts in a row, their parsed forms in a row, and the two tables that tell them apart.
#[derive(Default)]
struct Embedded {
    texts: String,
    parsed: Vec<u8>,
    files: String,
    packed: String,
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
        self.parsed.extend(parsed::parsed(&text));
        let (end, parsed_end) = (self.texts.len(), self.parsed.len());
        let _ = writeln!(self.files, "    ({name:?}, {at}..{end}, {parsed_at}..{parsed_end}),");
    }

    fn tables(&self) -> String {
        format!(
            "static FILES: &[(&str, Range<usize>, Range<usize>)] = &[\n{}];\n\
             static PACKED: &[(&str, &[u8])] = &[\n{}];\n",
            self.files, self.packed
        )
    }
}
