//! An item must be there, with substance.

use crate::canon::{Item, Status};
use crate::check::Context;
use crate::check::fill::raised;
use crate::finding::{Finding, Level, Related};
use crate::recognise::{ItemFound, Notice};
use crate::rule::{Rule, RuleKind};

/// The words of a notice that says it processes no personal data.
const NO_DATA: &str = "no_personal_data";
/// What a notice tells that processes some after all. Of categories it may speak in the very denial.
const TOLD_OF_DATA: [(Item, &[Status]); 3] = [
    (Item::Purposes, &[Status::Absent]),
    (Item::LegalBasis, &[Status::Absent]),
    (Item::DataCategories, &[Status::Absent, Status::Weak]),
];

/// The findings of a rule of the kind `requires`: at most one.
pub fn findings(rule: &Rule, notice: &Notice, context: &Context) -> Vec<Finding> {
    let RuleKind::Requires { item, status } = rule.kind else { return Vec::new() };
    let found = notice.items.iter().find(|found| found.item == item && found.status == status);
    found.map(|found| finding(rule, found, notice, *context)).into_iter().collect()
}

fn finding(rule: &Rule, found: &ItemFound, notice: &Notice, context: Context) -> Finding {
    let level = rule.level_with(|signal| notice.has(signal));
    // Who processes no personal data owes no information about them (Art. 13(1)).
    let level = if has_no_data(notice) { Level::Note } else { level };
    let mut message = rule.message.in_language(context.language).to_owned();
    if let Some(reason) = &found.reason {
        message.push(' ');
        message.push_str(reason);
    }
    let of_check =
        rule.catalogue_any_of.is_empty() || rule.catalogue_any_of.iter().any(|s| notice.has(*s));
    let weak = found.status == Status::Weak;
    Finding {
        // In a layered notice the item may stand on the page that is linked (WP260 35–37).
        level: if found.elsewhere.is_some() { one_down(level) } else { level },
        confidence: rule.confidence.min(found.confidence),
        item: Some(found.item),
        catalogue: rule.catalogue.clone().filter(|_| of_check),
        span: if weak { found.evidence.first().copied() } else { found.belongs },
        related: related(found),
        ..raised(
            rule,
            context.language,
            message,
            rule.help.in_language(context.language).to_owned(),
        )
    }
}

/// Whether a notice says that no personal data are processed, and tells of none.
fn has_no_data(notice: &Notice) -> bool {
    let untold = |(item, statuses): (Item, &[Status])| {
        let mut found = notice.items.iter().filter(|found| found.item == item);
        found.all(|found| statuses.contains(&found.status))
    };
    notice.facts.iter().any(|fact| fact.name == NO_DATA) && TOLD_OF_DATA.into_iter().all(untold)
}

/// Where an absent item was looked for in vain, the section of the finding itself left out.
fn related(found: &ItemFound) -> Vec<Related> {
    found
        .searched
        .iter()
        .filter(|place| Some(place.span) != found.belongs)
        .map(|place| Related::new(place.span, place.why_not.clone()))
        .collect()
}

/// The next milder level.
pub(super) fn one_down(level: Level) -> Level {
    match level {
        Level::Error => Level::Warning,
        Level::Warning | Level::Note => Level::Note,
    }
}
