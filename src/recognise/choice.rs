//! What a form with tick boxes says: the options that were chosen.

use std::borrow::Cow;

use crate::finnish::words::Word;
use crate::layout::{TickBox, TickState};
use crate::place::Span;

/// The words without those of options that were left unticked while another of the same question was ticked: "☐ suostumus
/// ☒ sopimus" does not speak of consent. Where nothing is ticked nobody knows, and all words stay.
pub(super) fn said<'w>(words: &'w [Word], boxes: &[TickBox]) -> Cow<'w, [Word]> {
    let questions = boxes.chunk_by(|a, b| a.group == b.group);
    let decided = questions.filter(|q| q.iter().any(|found| found.state == TickState::Checked));
    let unticked: Vec<Span> = decided
        .flatten()
        .filter(|found| found.state == TickState::Unchecked)
        .map(|found| found.option)
        .collect();
    if unticked.is_empty() {
        return Cow::Borrowed(words);
    }
    let is_said = |word: &&Word| {
        let next = unticked.partition_point(|option| option.end <= word.span.start);
        unticked.get(next).is_none_or(|option| word.span.start < option.start)
    };
    Cow::Owned(words.iter().filter(is_said).cloned().collect())
}
