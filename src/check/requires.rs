//! An item must be there, with substance.

use crate::canon::Status;
use crate::check::Context;
use crate::finding::{Finding, Level, Related};
use crate::recognise::{ItemFound, Notice};
use crate::rule::{Rule, RuleKind};

/// The findings of a rule of the kind `requires`: at most one.
pub fn findings(rule: &Rule, notice: &Notice, context: &Context) -> Vec<Finding> {
    let RuleKind::Requires { item, status } = rule.kind else { return Vec::new() };
    let found = notice.items.iter().find(|found| found.item == item && found.status == status);
    found.map(|found| finding(rule, found, notice, *context)).into_iter().collect()
}

fn finding(rule: &Rule, found: &ItemFound, notice: &Notice, context: Context) -> Finding {
    let seen = |signal| notice.signals.iter().any(|found| found.signal == signal);
    let level = rule.level_with(seen);
    let mut message = rule.message.in_language(context.language).to_owned();
    if let Some(reason) = &found.reason {
        message.push(' ');
        message.push_str(reason);
    }
    let weak = found.status == Status::Weak;
    Finding {
        fingerprint: String::new(),
        rule: rule.name.clone(),
        catalogue: rule.catalogue.clone(),
        term: None,
        // In a layered notice the item may stand on the page that is linked (WP260 35–37).
        level: if found.elsewhere.is_some() { one_down(level) } else { level },
        confidence: rule.confidence.min(found.confidence),
        item: Some(found.item),
        message,
        help: rule.help.in_language(context.language).to_owned(),
        basis: rule.source.to_string(),
        span: if weak { found.evidence.first().copied() } else { found.belongs },
        related: related(found),
        fix: None,
    }
}

/// Where an absent item was looked for in vain, the section of the finding itself left out.
fn related(found: &ItemFound) -> Vec<Related> {
    found
        .searched
        .iter()
        .filter(|place| Some(place.span) != found.belongs)
        .map(|place| Related { span: place.span, message: place.why_not.clone() })
        .collect()
}

fn one_down(level: Level) -> Level {
    match level {
        Level::Error => Level::Warning,
        Level::Warning | Level::Note => Level::Note,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::findings;
    use crate::check::{Context, RuleSet};
    use crate::language::Language;
    use crate::layout::Script;
    use crate::recognise::notice;
    use crate::rule::{RuleFiles, RuleKind};

    #[test]
    fn every_example_of_a_rule_on_items_does_what_it_says() {
        let rules = RuleSet::load(&RuleFiles::embedded()).expect("the rule files are right");
        let as_of = date(2026, 11, 22);
        let context = Context { as_of, language: Language::Fi };
        let mut wrong = Vec::new();
        for rule in &rules.rules {
            let RuleKind::Requires { item, .. } = rule.kind else { continue };
            for example in &rule.examples {
                let script = Script::plain(example.text.clone());
                let notice = notice(script, &rules.knowledge, as_of, Language::Fi, false);
                let found = findings(rule, &notice, &context);
                if found.is_empty() == example.fires {
                    let status = notice.items.iter().find(|f| f.item == item).map(|f| f.status);
                    let line = format!("{} fires {}: {status:?}", rule.name, example.fires);
                    wrong.push(line);
                }
            }
        }
        assert_eq!(wrong, Vec::<String>::new());
    }
}
