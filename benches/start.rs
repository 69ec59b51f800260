//! What a start costs, and how fast acts are looked up: `cargo bench --bench start`.

use std::path::Path;

use divan::Bencher;
use divan::counter::ItemsCount;
use jiff::civil::{Date, date};
use seloste::check::RuleSet;
use seloste::law::Law;
use seloste::rule::RuleFiles;

fn main() {
    divan::main();
}

const DAY: Date = date(2026, 11, 22);

/// All that `check` reads before the first notice.
#[divan::bench]
fn rules_built_in() -> RuleSet {
    RuleSet::load(&RuleFiles::embedded()).expect("the rule files are right")
}

/// The same from a folder, as TOML.
#[divan::bench]
fn rules_of_a_folder(bencher: Bencher) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules");
    bencher.bench(|| RuleSet::load(&RuleFiles::of(&folder).expect("a folder")).map(|_| ()));
}

/// All that `explain` and `rules` read.
#[divan::bench]
fn rules_alone() {
    RuleSet::rules_only(&RuleFiles::embedded()).expect("the rules are right");
}

/// All that `registers`, and `law` for a number, read.
#[divan::bench]
fn registers() -> Law {
    Law::load(&RuleFiles::embedded()).expect("the registers are right")
}

/// A curated act, one of the index, and one that there is not.
const NUMBERS: [&str; 3] = ["523/1999", "1082/2003", "9999/2003"];
/// A short name, an inflected title of the register, and one of the index.
const NAMES: [&str; 3] = [
    "henkilötietolaki",
    "viranomaisten toiminnan julkisuudesta annetun lain",
    "laki turkistarhauksesta",
];

#[divan::bench(args = NUMBERS)]
fn lookup_by_number(bencher: Bencher, number: &str) {
    lookup(bencher, number);
}

#[divan::bench(args = NAMES)]
fn lookup_by_name(bencher: Bencher, name: &str) {
    lookup(bencher, name);
}

fn lookup(bencher: Bencher, query: &str) {
    let law = Law::load(&RuleFiles::embedded()).expect("the registers are right");
    law.make_ready();
    bencher.counter(ItemsCount::new(1_usize)).bench(|| law.lookup(query, DAY));
}
