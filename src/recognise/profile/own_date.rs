//! The newest date that a notice gives for itself. Dates of statutes, projects and retention are none.

use super::Look;
use super::dates::{Dated, dates};
use crate::layout::Role;
use crate::place::Span;
use crate::recognise::NoticeDate;

/// A date without a word beside it counts in so many first and last lines.
const FIRST_LINES: usize = 12;
const LAST_LINES: usize = 6;
/// A line with a dating word and no more words than this is about nothing else.
const SHORT: usize = 8;

pub(super) fn own_date(look: &Look<'_>) -> Option<NoticeDate> {
    let edges = Edges::of(look);
    dates(look)
        .into_iter()
        .filter(|date| is_own(look, &edges, date))
        .max_by_key(|date| (date.year, date.month, date.day))
        .map(|date| NoticeDate { iso: date.iso(), span: date.span(look.words) })
}

/// Lines at the beginning and end of the document.
struct Edges {
    first: usize,
    last: usize,
}

impl Edges {
    fn of(look: &Look<'_>) -> Self {
        let first = look.lines().take(FIRST_LINES).last().unwrap_or(0);
        let last = look.lines().rev().take(LAST_LINES).last().unwrap_or(0);
        Self { first, last }
    }

    fn hold(&self, line: usize) -> bool {
        line <= self.first || line >= self.last
    }
}

fn is_own(look: &Look<'_>, edges: &Edges, date: &Dated) -> bool {
    let span = date.span(look.words);
    let line = look.script.line_at(span.start);
    let here = look.script.lines[line].span;
    let words = words_in(look, here);
    let date_words = date.words.1 - date.words.0 + 1;
    let edge = edges.hold(line) || look.script.lines[line].role == Role::Furniture;
    if look.stands_in(&look.rules.never_dating, here) {
        return false;
    }
    let dating_here = look.stands_in(&look.rules.dating, here);
    let short = words <= SHORT + date_words;
    if short && (dating_here || edge && labelled(look, line, words == date_words)) {
        return true;
    }
    if edge && (words <= date_words + 2 || short && look.stands_in(&look.rules.titles, here)) {
        return true;
    }
    in_sentence(look, date)
}

/// "Laatimispäivä" on the line above a date that stands alone.
fn labelled(look: &Look<'_>, line: usize, alone: bool) -> bool {
    alone
        && (0..line)
            .rev()
            .find(|above| !look.script.line(*above).trim().is_empty())
            .is_some_and(|above| look.stands_in(&look.rules.dating, look.script.lines[above].span))
}

/// "Tämä tietosuojaseloste on laadittu 30.9.2018."
fn in_sentence(look: &Look<'_>, date: &Dated) -> bool {
    let sentence = look.words[date.words.0].sentence;
    let from = look.words.partition_point(|word| word.sentence < sentence);
    let to = look.words.partition_point(|word| word.sentence <= sentence);
    let near = date.words.0.saturating_sub(6).max(from)..(date.words.1 + 4).min(to);
    let near = look.words[near.start].span.to(look.words[near.end - 1].span);
    let whole = look.words[from].span.to(look.words[to - 1].span);
    let speaks_of_itself = to - from <= SHORT + date.words.1 - date.words.0
        || look.stands_in(&look.rules.dated_notice, whole);
    look.stands_in(&look.rules.dating, near)
        && !look.stands_in(&look.rules.never_dating, near)
        && speaks_of_itself
}

fn words_in(look: &Look<'_>, span: Span) -> usize {
    let from = look.words.partition_point(|word| word.span.start < span.start);
    let to = look.words.partition_point(|word| word.span.start < span.end);
    to - from
}
