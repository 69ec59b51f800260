//! Tick boxes of which nobody can tell what was chosen.

use super::Look;
use crate::finding::Finding;
use crate::layout::{TickBox, TickState};
use crate::place::{Span, on_one_line};

/// One finding a question.
pub(super) fn findings(look: &Look<'_>) -> Vec<Finding> {
    let questions = look.notice.tick_boxes.chunk_by(|a, b| a.group == b.group);
    questions.filter(|boxes| is_undecidable(boxes)).map(|boxes| finding(look, boxes)).collect()
}

/// Whether a box of a question cannot be read, or all of several were left empty.
fn is_undecidable(boxes: &[TickBox]) -> bool {
    let all_empty = boxes.iter().all(|found| found.state == TickState::Unchecked);
    boxes.iter().any(|found| found.state == TickState::Unreadable) || all_empty && boxes.len() > 1
}

fn finding(look: &Look<'_>, boxes: &[TickBox]) -> Finding {
    let text = look.notice.script.text.as_str();
    let named = |found: &TickBox| found.option.start < found.option.end;
    let options: Vec<String> = boxes
        .iter()
        .filter(|found| named(found))
        .map(|found| on_one_line(found.option.of(text)))
        .collect();
    let asked = boxes[0].group.map_or("–", |span| span.of(text));
    let mut filling = look.filling();
    filling.set("written", on_one_line(asked));
    filling.set("options", options.join(" / "));
    let whole = boxes.iter().map(|found| found.span.to(found.option)).reduce(Span::to);
    filling.raised_at(whole.unwrap_or(boxes[0].span))
}
