//! What keeps an entry from misfiring: the words that must, and must not, stand near.

use super::Term;
use super::plain::Plain;
use crate::finnish::words::Word;
use crate::layout::Script;
use crate::place::Span;

/// How far a word of `requires_near` may stand, in characters.
const NEAR: usize = 400;

/// Whether the guards of an entry let it speak at a place.
pub(super) fn guards_allow(term: &Term, script: &Script, words: &[Word], span: Span) -> bool {
    let text = script.text.as_str();
    let any_in = |stems: &[String], part: &str| {
        let part = Plain::of(part);
        stems.iter().any(|stem| part.text().contains(Plain::of(stem).text()))
    };
    if !term.requires_near.is_empty() && !any_in(&term.requires_near, neighbourhood(text, span)) {
        return false;
    }
    if !term.unless_near.is_empty() && any_in(&term.unless_near, sentence(text, words, span)) {
        return false;
    }
    !term.unless_part_of.iter().any(|longer| {
        let longer = Plain::of(longer.trim_end_matches('*'));
        let around = window(text, span, longer.text().len());
        Plain::of(around).text().contains(longer.text())
    })
}

/// The paragraph of a place, and [`NEAR`] characters to both sides.
fn neighbourhood(text: &str, span: Span) -> &str {
    let near = window(text, span, NEAR);
    let paragraph_start = text[..span.start].rfind("\n\n").map_or(0, |at| at + 2);
    let paragraph_end = text[span.end..].find("\n\n").map_or(text.len(), |at| span.end + at);
    let base = near.as_ptr().addr() - text.as_ptr().addr();
    &text[base.min(paragraph_start)..(base + near.len()).max(paragraph_end)]
}

/// A place with about `reach` bytes to both sides.
fn window(text: &str, span: Span, reach: usize) -> &str {
    let start = text.floor_char_boundary(span.start.saturating_sub(reach));
    let end = text.ceil_char_boundary((span.end + reach).min(text.len()));
    &text[start..end]
}

fn sentence<'a>(text: &'a str, words: &[Word], span: Span) -> &'a str {
    let at = words.partition_point(|word| word.span.end <= span.start);
    let Some(word) = words.get(at) else { return span.of(text) };
    let first = words.partition_point(|other| other.sentence < word.sentence);
    let last = words.partition_point(|other| other.sentence <= word.sentence);
    &text[words[first].span.start.min(span.start)..words[last - 1].span.end.max(span.end)]
}
