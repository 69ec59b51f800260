//! Yes and no one below the other, and nothing to tell which was chosen: the tick was lost on the way into the text.

use super::Look;
use crate::finding::Finding;
use crate::finnish::fold::fold_word;
use crate::place::{Span, on_one_line};

pub(super) fn findings(look: &Look<'_>) -> Vec<Finding> {
    let script = &look.notice.script;
    let answers: Vec<(usize, Option<Answer>)> = (0..script.lines.len())
        .map(|line| (line, script.line(line).trim()))
        .filter(|(_, text)| !text.is_empty())
        .map(|(line, text)| (line, Answer::of(text)))
        .collect();
    // More than two in a row are the column of a table, each the value of its own row.
    let runs = answers.chunk_by(|one, next| one.1.is_some() && next.1.is_some());
    let pairs = runs.filter(|run| run.len() == 2 && are_both(run[0].1, run[1].1));
    pairs.map(|pair| finding(look, pair[0].0, pair[1].0)).collect()
}

fn finding(look: &Look<'_>, first: usize, last: usize) -> Finding {
    let script = &look.notice.script;
    let span = trimmed(script.lines[first].span.to(script.lines[last].span), &script.text);
    let mut filling = look.filling();
    filling.set("written", on_one_line(span.of(&script.text)));
    filling.raised_at(span)
}

fn trimmed(span: Span, text: &str) -> Span {
    let inside = span.of(text);
    let start = span.start + (inside.len() - inside.trim_start().len());
    Span::new(start, start + inside.trim().len())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Answer {
    Yes,
    No,
}

impl Answer {
    /// The answer that is the whole of a line; one with a box or a mark is read as such.
    fn of(line: &str) -> Option<Self> {
        match fold_word(line.trim_end_matches([':', '.', ','])).as_str() {
            "kyllä" | "ja" | "yes" => Some(Self::Yes),
            "ei" | "nej" | "no" => Some(Self::No),
            _ => None,
        }
    }
}

fn are_both(first: Option<Answer>, second: Option<Answer>) -> bool {
    first.zip(second).is_some_and(|(one, other)| one != other)
}
