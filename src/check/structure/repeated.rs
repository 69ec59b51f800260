//! The same sentence twice.

use std::collections::BTreeMap;

use super::Look;
use crate::canon::Kind;
use crate::finding::{Finding, Related};
use crate::finnish::words::Word;
use crate::place::{Span, on_one_line};

/// Shorter sentences are phrases of a trade, and recur by right.
const WORDS: usize = 8;

/// At most this many; a notice that repeats more than that is a set of notices in one file.
const AT_MOST: usize = 3;

pub(super) fn findings(look: &Look<'_>) -> Vec<Finding> {
    let mut met: BTreeMap<Vec<&str>, Vec<Span>> = BTreeMap::new();
    let headings = &look.notice.outline.sections;
    let below_a_heading = |word: &Word| {
        headings.binary_search_by_key(&word.span.start, |section| section.body.start).is_ok()
    };
    // How to use a right is told with every right.
    let of_rights = |kind: &Kind| *kind == Kind::Rights || kind.is_single_right();
    let rights: Vec<Span> = headings
        .iter()
        .filter(|section| section.kinds.iter().any(of_rights))
        .map(|section| section.body)
        .collect();
    let goes_on = |a: &Word, b: &Word| a.sentence == b.sentence && !below_a_heading(b);
    for sentence in look.notice.words.chunk_by(goes_on) {
        if let Some(span) = whole(sentence) {
            let folded = sentence.iter().map(|word| word.folded.as_str()).collect();
            met.entry(folded).or_default().push(span);
        }
    }
    let in_rights = |span: &Span| rights.iter().any(|section| section.overlaps(*span));
    let mut repeated: Vec<Vec<Span>> = met
        .into_values()
        .filter(|places| places.len() > 1 && !places.iter().all(in_rights))
        .collect();
    if repeated.len() > AT_MOST {
        return Vec::new();
    }
    repeated.sort();
    repeated.iter().map(|places| finding(look, places)).collect()
}

fn whole(sentence: &[Word]) -> Option<Span> {
    let (first, last) = (sentence.first()?, sentence.last()?);
    // An address recurs wherever it is asked for.
    let address =
        sentence.iter().any(|word| word.folded.contains(|c: char| c.is_ascii_digit() || c == '@'));
    (sentence.len() >= WORDS && !address).then(|| first.span.to(last.span))
}

fn finding(look: &Look<'_>, places: &[Span]) -> Finding {
    let text = look.notice.script.text.as_str();
    let mut filling = look.filling();
    filling.set("written", on_one_line(places[0].of(text)));
    let message = look.part("against");
    let again = places[1..].iter().map(|span| Related::new(*span, message.clone()));
    Finding { related: again.collect(), ..filling.raised_at(places[0]) }
}
