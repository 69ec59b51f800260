//! Places of a form that nobody filled in: words in square brackets, "xx", "pp.kk.vvvv".

use super::Look;
use crate::finding::{Confidence, Finding, Level};
use crate::place::{Span, on_one_line};

/// Wordings of empty places.
const PLACEHOLDER: &str = "placeholder";
/// What stands in brackets for other reasons.
const NO_PLACEHOLDER: &str = "no_placeholder";
/// What in brackets asks to be replaced.
const ASKED_FOR: &str = "asked_for";
/// What a form asks for in brackets is short.
const LONGEST: usize = 40;

/// One finding with all places. A word in brackets that is no usual blank may be the writer's own mark.
pub(super) fn findings(look: &Look<'_>) -> Vec<Finding> {
    let text = look.notice.script.text.as_str();
    let inside =
        |name: &'static str, span: Span| look.facts(name).any(|fact| fact.span.overlaps(span));
    let bracketed: Vec<Span> =
        bracketed(text).into_iter().filter(|span| !inside(NO_PLACEHOLDER, *span)).collect();
    let named = look.facts(PLACEHOLDER).map(|fact| fact.span);
    let outside = named.filter(|span| !bracketed.iter().any(|other| other.overlaps(*span)));
    let is_sure = |span: &Span| {
        !span.of(text).starts_with('[') || inside(PLACEHOLDER, *span) || inside(ASKED_FOR, *span)
    };
    let mut places: Vec<Span> = outside.chain(bracketed.iter().copied()).collect();
    places.sort_unstable();
    let Some(first) = places.first() else { return Vec::new() };
    let sure = places.iter().any(is_sure);
    let mut filling = look.filling();
    let mut written: Vec<String> = Vec::new();
    for words in places.iter().map(|place| on_one_line(place.of(text))) {
        if !written.contains(&words) {
            written.push(words);
        }
    }
    filling.set("written", written.join(", "));
    let found = filling.raised_at(*first);
    vec![Finding {
        level: if sure { found.level } else { found.level.min(Level::Warning) },
        confidence: if sure { found.confidence } else { Confidence::Medium },
        related: super::super::fill::further(places[1..].iter().copied(), text),
        ..found
    }]
}

/// "[nimi]": a few words in brackets on one line, no link and no mark.
fn bracketed(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text[at..].find('[').map(|open| at + open) {
        at = open + 1;
        let Some(close) = text[at..].find([']', '[', '\n']).map(|close| at + close) else { break };
        let words = text[at..close].trim();
        let after = text[close..].strip_prefix(']');
        let is_link = after.is_none_or(|rest| rest.starts_with(['(', '[', ':']))
            || text[..open].ends_with(['!', ']', '\\'])
            || text[..open].ends_with(char::is_alphanumeric);
        let is_words = words.chars().any(char::is_lowercase)
            && words.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '/' | ','));
        if !is_link && is_words && (3..=LONGEST).contains(&words.len()) {
            found.push(Span::new(open, close + 1));
        }
    }
    found
}
