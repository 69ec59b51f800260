//! The generated pages say what the rule files say. `SELOSTE_BLESS=1` writes them anew.

use std::path::Path;

use seloste::check::RuleSet;
use seloste::language::Language;
use seloste::law::Law;
use seloste::report::{registers, rule_page};
use seloste::rule::RuleFiles;

#[test]
fn the_page_of_rules_is_made_from_the_rule_files() {
    let rules = RuleSet::load(&RuleFiles::embedded()).expect("the rule files are right");
    for (name, language) in
        [("rules.md", Language::Fi), ("rules.sv.md", Language::Sv), ("rules.en.md", Language::En)]
    {
        compare(name, &rule_page::all(&rules.rules, language));
    }
}

#[test]
fn the_page_of_doubtful_facts_is_made_from_the_registers() {
    let law = Law::load(&RuleFiles::embedded()).expect("the registers are right");
    compare("registers.md", &registers::doubtful(&law));
}

/// Compares a page with what it must be; writes it when a blessing is asked for.
fn compare(name: &str, made: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    if std::env::var_os("SELOSTE_BLESS").is_some() {
        std::fs::write(&path, made).expect("the page can be written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
    let blessing = "SELOSTE_BLESS=1 cargo test --test docs";
    assert!(kept == made, "docs/{name} is out of date: {blessing}");
}
