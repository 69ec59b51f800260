//! Whether the controller is a public authority or body (`S.public` of the legal model).

use super::Look;
use crate::canon::Kind;
use crate::place::Span;

/// Lines of the section on the controller that name it; contacts follow.
const NAMING_LINES: usize = 6;

/// The first line that names a body decides; the section on the controller is read first, then the lines above
/// the first heading, then the sentences that speak of the controller.
pub(super) fn is_public(look: &Look<'_>) -> bool {
    let of_controller = look
        .outline
        .sections
        .iter()
        .filter(|section| section.kinds.contains(&Kind::Controller))
        .map(|section| section.body);
    let places = of_controller.chain(look.outline.preamble);
    places.filter_map(|place| decide(look, place)).chain(in_sentences(look)).next().unwrap_or(false)
}

fn decide(look: &Look<'_>, place: Span) -> Option<bool> {
    let first = look.script.line_at(place.start);
    let last = look.script.line_at(place.end.saturating_sub(1).max(place.start));
    (first..=last)
        .map(|line| look.script.lines[line].span)
        .map(|line| Span::new(line.start.max(place.start), line.end.max(place.start)))
        .filter(|line| !line.of(&look.script.text).trim().is_empty())
        .take(NAMING_LINES)
        .find_map(|line| names(look, line))
}

/// Whether a public body is named here; a private one beside it wins, since it bears the other's name.
fn names(look: &Look<'_>, span: Span) -> Option<bool> {
    if look.stands_in(&look.rules.private, span) {
        Some(false)
    } else {
        look.stands_in(&look.rules.public, span).then_some(true)
    }
}

fn in_sentences<'a>(look: &'a Look<'a>) -> impl Iterator<Item = bool> + 'a {
    look.hits(&look.rules.controller).filter_map(|hit| {
        let sentence = look.words[hit.first].sentence;
        let from = look.words.partition_point(|word| word.sentence < sentence);
        let to = look.words.partition_point(|word| word.sentence <= sentence);
        names(look, look.words[from].span.to(look.words[to - 1].span))
    })
}
