//! Every example of every rule file does what it says, and leaves no placeholder unfilled.

use jiff::civil::Date;
use seloste::check::{RuleSet, Tried};
use seloste::finding::{Confidence, Level};
use seloste::language::Language;
use seloste::rule::{Example, Rule, RuleFiles, RuleKind};

mod support;

#[test]
fn every_example_of_a_rule_does_what_it_says() {
    let rules = RuleSet::load(&RuleFiles::embedded()).expect("the rule files are right");
    let wrong: Vec<String> = rules
        .rules
        .iter()
        .flat_map(|rule| rule.examples.iter().filter_map(|case| wrong_in(case, rule, &rules)))
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

fn wrong_in(case: &Example, rule: &Rule, rules: &RuleSet) -> Option<String> {
    let day: Date = support::AS_OF.parse().expect("a date");
    for language in [Language::Fi, Language::Sv, Language::En] {
        let found = Tried::of(case, rule, rules, day, language).findings;
        // A rule whose finding another rule's finding stands for has fired, too.
        if found.is_empty() == case.fires {
            return Some(format!("{}: {}", rule.name, case.text.trim()));
        }
        let unfilled = found.iter().find(|f| format!("{}{}", f.message, f.help).contains('{'));
        if let Some(finding) = unfilled {
            return Some(format!("{}: {} {}", finding.rule, finding.message, finding.help));
        }
    }
    None
}

/// A check that compares or counts is easily wrong: two cases of each kind, and nothing debatable above a warning.
#[test]
fn checks_are_careful() {
    let rules = RuleSet::load(&RuleFiles::embedded()).expect("the rule files are right");
    let is_check = |rule: &&Rule| {
        rule.catalogue.is_some()
            && !matches!(rule.kind, RuleKind::Requires { .. } | RuleKind::Citation { .. })
    };
    let wrong: Vec<&str> = rules
        .rules
        .iter()
        .filter(is_check)
        .filter(|rule| {
            let firing = rule.examples.iter().filter(|case| case.fires).count();
            let few = firing < 2 || rule.examples.len() - firing < 2;
            few || (rule.confidence < Confidence::High && rule.level == Level::Error)
        })
        .map(|rule| rule.name.as_str())
        .collect();
    assert_eq!(wrong, Vec::<&str>::new());
}
