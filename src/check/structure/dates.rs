//! Dates of one notice that speak against each other.

use super::Look;
use crate::finding::{Finding, Related};
use crate::place::on_one_line;
use crate::recognise::{DateRole, NoticeDate};

/// Dates that stand nearer to each other, in lines, are a history of versions.
const HISTORY: usize = 6;

pub(super) fn findings(look: &Look<'_>) -> Vec<Finding> {
    let Some((one, other)) = conflict(look) else { return Vec::new() };
    let text = look.notice.script.text.as_str();
    let mut filling = look.filling();
    filling.set("written", on_one_line(one.span.of(text)));
    filling.set("other", on_one_line(other.span.of(text)));
    let second = Related::new(other.span, filling.part("against"));
    vec![Finding { related: vec![second], ..filling.raised_at(one.span) }]
}

/// The first two dates that cannot both be right.
fn conflict<'a>(look: &Look<'a>) -> Option<(&'a NoticeDate, &'a NoticeDate)> {
    let dates = &look.notice.profile.dates;
    let of = |role: DateRole| dates.iter().filter(move |date| date.role == Some(role));
    let before = of(DateRole::Updated).find_map(|update| {
        let later = of(DateRole::DrawnUp).all(|drawn| days(drawn) > days(update));
        let drawn = of(DateRole::DrawnUp).next()?;
        later.then_some((update, drawn))
    });
    before
        .or_else(|| two_of(look, of(DateRole::DrawnUp)))
        .or_else(|| two_of(look, of(DateRole::Updated)))
}

/// Two different dates of one role, far from each other; more of them are a history of versions.
fn two_of<'a>(
    look: &Look<'_>,
    dates: impl Iterator<Item = &'a NoticeDate>,
) -> Option<(&'a NoticeDate, &'a NoticeDate)> {
    let mut different: Vec<&NoticeDate> = Vec::new();
    for date in dates {
        if different.iter().all(|other| other.iso != date.iso) {
            different.push(date);
        }
    }
    let &[one, other] = different.as_slice() else { return None };
    let script = &look.notice.script;
    let line = |date: &NoticeDate| script.line_at(date.span.start);
    let whole = one.iso.len() == other.iso.len();
    let history = [one, other].iter().any(|date| days_in(script.line(line(date))) > 1);
    (whole && !history && line(one).abs_diff(line(other)) > HISTORY).then_some((one, other))
}

/// How many days a line tells: "päivitetty 5.6.2022 ja 12.3.2026" is a history, wherever the newest stands again.
fn days_in(line: &str) -> usize {
    let is_day = |word: &&str| {
        let parts = word.trim_matches(|c: char| !c.is_ascii_digit()).split('.');
        parts.filter(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit())).count()
            == 3
    };
    line.split_whitespace().filter(is_day).count()
}

/// As far as both are told: a month lies not before a day in it.
fn days(date: &NoticeDate) -> &str {
    let month = "2019-05".len();
    &date.iso[..month.min(date.iso.len())]
}
