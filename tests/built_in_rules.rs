//! The rule files built in are read from what the build script made of them, those of a folder as TOML: the same files
//! must be the same rules either way.

use std::path::Path;

use seloste::check::RuleSet;
use seloste::rule::{RuleFile, RuleFiles};

mod support;

/// What is read of a file, each value beside its place.
type Read = std::collections::BTreeMap<toml::Spanned<String>, toml::Spanned<toml::Value>>;

fn folder() -> RuleFiles {
    RuleFiles::of(&Path::new(env!("CARGO_MANIFEST_DIR")).join("rules")).expect("a folder of rules")
}

#[test]
fn every_file_reads_the_same_from_its_parsed_form_and_as_toml() {
    let read = |file: &RuleFile| {
        let read: Read = file.parse().unwrap_or_else(|why| panic!("{why}"));
        let places = |(key, value): (toml::Spanned<String>, toml::Spanned<toml::Value>)| {
            (key.span().start, key.into_inner(), value.span().start, value.into_inner())
        };
        read.into_iter().map(places).collect::<Vec<_>>()
    };
    let (embedded, folder) = (RuleFiles::embedded(), folder());
    let paths =
        |files: &RuleFiles| files.all().map(|(path, _)| path.to_owned()).collect::<Vec<_>>();
    assert_eq!(paths(&embedded), paths(&folder));
    for ((path, built_in), (_, file)) in embedded.all().zip(folder.all()) {
        assert!(built_in.is_built_in() && !file.is_built_in());
        assert_eq!(read(built_in), read(file), "{path}");
    }
}

/// What is not asked again of files built in (unknown keys, registers that contradict themselves) is asked here.
#[test]
fn the_files_built_in_pass_every_check_of_a_folder() {
    let folder = RuleSet::load(&folder()).unwrap_or_else(|errors| panic!("{errors:#?}"));
    let embedded = RuleSet::load(&RuleFiles::embedded()).expect("the rule files are right");
    assert_eq!(folder.sha256(), embedded.sha256());
    assert_eq!(format!("{:?}", folder.rules), format!("{:?}", embedded.rules));
}

#[test]
fn a_folder_of_the_same_rules_finds_the_same() {
    let built_in = support::check(["corpus"]);
    let rules = concat!(env!("CARGO_MANIFEST_DIR"), "/rules");
    assert_eq!(built_in, support::check(["corpus", "--rules", rules]));
}
