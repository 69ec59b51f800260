//! A register that the title calls otherwise than the section that names it.

use super::Look;
use crate::canon::Kind;
use crate::finding::{Finding, Related};
use crate::place::{Span, on_one_line};
use crate::recognise::Fact;

/// A word that names a register: "asiakasrekisteri".
const NAME: &str = "register_word";

pub(super) fn findings(look: &Look<'_>) -> Vec<Finding> {
    let sections = &look.notice.outline.sections;
    let Some(section) = sections.iter().find(|one| one.kinds == [Kind::RegisterName]) else {
        return Vec::new();
    };
    let inside = |place: Span| {
        look.facts(NAME)
            .filter(move |fact| place.start <= fact.span.start && fact.span.end <= place.end)
    };
    let above = look.notice.outline.preamble;
    let titles: Vec<&Fact> = above.into_iter().flat_map(inside).collect();
    let names: Vec<&Fact> = inside(section.body).collect();
    let (Some(title), Some(name)) = (titles.first(), names.first()) else { return Vec::new() };
    let text = look.notice.script.text.as_str();
    let agree =
        |one: &&Fact| names.iter().any(|other| same(one.span.of(text), other.span.of(text)));
    if titles.iter().any(agree) {
        return Vec::new();
    }
    let mut filling = look.filling();
    filling.set("written", on_one_line(name.span.of(text)));
    filling.set("other", on_one_line(title.span.of(text)));
    let related = vec![Related::new(title.span, filling.part("against"))];
    vec![Finding { related, ..filling.raised_at(name.span) }]
}

/// Whether two names agree up to their endings: the shorter, without two letters, begins the other.
fn same(one: &str, other: &str) -> bool {
    let bare = |word: &str| -> String {
        word.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
    };
    let (one, other) = (bare(one), bare(other));
    let shorter = one.chars().count().min(other.chars().count()).saturating_sub(2);
    one.chars().take(shorter).eq(other.chars().take(shorter))
}
