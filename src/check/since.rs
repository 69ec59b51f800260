//! What the law has changed since the day to which a repository is pinned.

use jiff::civil::Date;

use super::fill::day;
use crate::finding::{Finding, Level};
use crate::language::Language;
use crate::rule::{Rule, RuleKind};

/// Of what is found by today's law that which is new since the pinned day, as a warning at most: an act of Parliament
/// must not break a build overnight, and must not go untold.
pub fn since(
    pinned: &[Finding],
    today: Vec<Finding>,
    rules: &[Rule],
    pin: Date,
    language: Language,
) -> Vec<Finding> {
    let is_law = |finding: &Finding| {
        rules.iter().any(|rule| {
            rule.name == finding.rule
                && matches!(rule.kind, RuleKind::Citation { .. } | RuleKind::Term { .. })
        })
    };
    let is_known = |finding: &Finding| {
        pinned.iter().any(|known| known.rule == finding.rule && known.span == finding.span)
    };
    let date = day(pin, language);
    let told = language.pick([
        format!(" Selosteita tutkitaan asetusten mukaan päivän {date} lain mukaan."),
        format!(" Enligt inställningarna granskas beskrivningarna enligt lagen den {date}."),
        format!(" By the configuration notices are checked against the law of {date}."),
    ]);
    let new = today.into_iter().filter(|finding| is_law(finding) && !is_known(finding));
    new.map(|finding| Finding {
        level: finding.level.min(Level::Warning),
        message: finding.message.clone() + &told,
        ..finding
    })
    .collect()
}
