//! A notice must not be too old.

use jiff::Unit;

use super::Context;
use super::fill::Filling;
use crate::finding::Finding;
use crate::place::on_one_line;
use crate::recognise::{Notice, NoticeDate};
use crate::rule::{Age, Rule};

/// The finding of a notice whose own date lies so many years back.
pub fn findings(rule: &Rule, from: &[Age], notice: &Notice, context: &Context) -> Vec<Finding> {
    let Some(date) = &notice.profile.date else { return Vec::new() };
    let Some(day) = date.day() else { return Vec::new() };
    let Ok(age) = day.until((Unit::Year, context.as_of)) else { return Vec::new() };
    let years = age.get_years();
    let reached = from.iter().filter(|age| age.years <= years).max_by_key(|age| age.years);
    let Some(reached) = reached else { return Vec::new() };
    let mut filling = Filling::of(rule, *context);
    filling.set("written", written(date, notice));
    filling.set("years", years.to_string());
    vec![Finding { level: reached.level, ..filling.raised_at(date.span) }]
}

/// A date as the notice writes it.
pub(super) fn written(date: &NoticeDate, notice: &Notice) -> String {
    on_one_line(date.span.of(&notice.script.text))
}
