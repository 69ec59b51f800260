//! The dates that a notice gives for itself, and the newest of them. Dates of statutes, projects and retention are none.

use super::Look;
use super::dates::{Dated, dates};
use crate::layout::Role;
use crate::place::Span;
use crate::recognise::{DateRole, NoticeDate};

/// A date without a word beside it counts in so many first and last lines.
const FIRST_LINES: usize = 12;
const LAST_LINES: usize = 6;
/// The title block of a notice without a page of its own for it.
const TITLE_LINES: usize = 4;
/// A line with a dating word and no more words than this is about nothing else.
const SHORT: usize = 8;

/// The newest of the notice's own dates, and all of them in order.
pub(super) fn own_dates(look: &Look<'_>) -> (Option<NoticeDate>, Vec<NoticeDate>) {
    let edges = Edges::of(look);
    let all = dates(look);
    let newest = all
        .iter()
        .filter(|date| is_own(look, &edges, date))
        .max_by_key(|date| (date.year, date.month, date.day))
        .map(|date| notice_date(look, date));
    let own =
        all.iter().filter(|date| is_own(look, &edges, date) || stands_below_label(look, date));
    let own = own.map(|date| notice_date(look, date)).collect();
    (newest, own)
}

fn notice_date(look: &Look<'_>, date: &Dated) -> NoticeDate {
    NoticeDate { iso: date.iso(), span: date.span(look.words), role: role(look, date) }
}

/// The role that the last word of dating before a date gives it: in its line, or in the line above where it
/// stands alone.
fn role(look: &Look<'_>, date: &Dated) -> Option<DateRole> {
    let span = date.span(look.words);
    let line = look.script.line_at(span.start);
    let here = Span::new(look.script.lines[line].span.start, span.start);
    let above = above(look, line).filter(|_| words_in(look, here) == 0);
    [Some(here), above].into_iter().flatten().find_map(|place| {
        let last = |phrases| {
            look.hits(phrases)
                .map(|hit| hit.span(look.words))
                .filter(|hit| place.start <= hit.start && hit.end <= place.end)
                .map(|hit| hit.end)
                .max()
        };
        match (last(&look.rules.drawn_up), last(&look.rules.updated)) {
            (None, None) => None,
            (drawn_up, updated) if drawn_up > updated => Some(DateRole::DrawnUp),
            _ => Some(DateRole::Updated),
        }
    })
}

fn stands_below_label(look: &Look<'_>, date: &Dated) -> bool {
    let line = look.script.line_at(date.span(look.words).start);
    let here = look.script.lines[line].span;
    labelled(look, line, words_in(look, here) == date.words.1 - date.words.0 + 1)
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
    if edge && below_label_at_the_end(look, line, date) {
        return true;
    }
    if short && ends_title(look, line, date) {
        return true;
    }
    if edge && (words <= date_words + 2 || short && look.stands_in(&look.rules.titles, here)) {
        return true;
    }
    in_sentence(look, date)
}

/// "Laatimispäivä" on the line above a date that stands alone.
fn labelled(look: &Look<'_>, line: usize, alone: bool) -> bool {
    alone && above(look, line).is_some_and(|above| look.stands_in(&look.rules.dating, above))
}

/// The second column of the old forms: "Rekisteriseloste   Laatimispäivä" above "Toimisto   29.5.2019".
fn below_label_at_the_end(look: &Look<'_>, line: usize, date: &Dated) -> bool {
    let here = look.script.lines[line].span;
    let rest = Span::new(date.span(look.words).end, here.end);
    let label = above(look, line).and_then(|above| {
        let last = look.words.partition_point(|word| word.span.start < above.end).checked_sub(1)?;
        let last = look.words[last].span;
        (above.start <= last.start).then_some(last)
    });
    words_in(look, rest) == 0 && label.is_some_and(|last| look.stands_in(&look.rules.dating, last))
}

/// "Asukasrekisterin kuvaus      10.2.2023": a day at the end of a line of the title block, above the first section.
fn ends_title(look: &Look<'_>, line: usize, date: &Dated) -> bool {
    let here = look.script.lines[line].span;
    let top = look.lines().take(TITLE_LINES).any(|first| first == line);
    let above_sections =
        look.outline.preamble.is_some_and(|preamble| preamble.contains(here.start));
    let rest = &look.script.text[date.span(look.words).end..here.end];
    top && above_sections && date.day.is_some() && rest.trim().is_empty()
}

/// The line with text above a line.
fn above(look: &Look<'_>, line: usize) -> Option<Span> {
    let mut before = (0..line).rev();
    let above = before.find(|above| !look.script.line(*above).trim().is_empty())?;
    Some(look.script.lines[above].span)
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
