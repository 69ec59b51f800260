//! An act cited by the name that it bore before: "maankäyttö- ja rakennuslaki" for "alueidenkäyttölaki".

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::Look;
use crate::check::fill::{day, further_repaired};
use crate::check::repair;
use crate::finding::{Finding, Fix};
use crate::law::{Citation, CitationStatus, Statute};
use crate::place::{Span, on_one_line};

/// One finding for every act that is cited by a former name; its other places belong to it.
pub(super) fn findings(look: &Look<'_>) -> Vec<Finding> {
    let mut renamed: BTreeMap<&str, Vec<(Span, Fix)>> = BTreeMap::new();
    for citation in &look.notice.citations {
        let Some(id) = &citation.id else { continue };
        if is_rightly_meant(citation) {
            renamed.entry(id).or_default().extend(former_name(look, citation, id));
        }
    }
    renamed.retain(|_, places| !places.is_empty());
    renamed.into_iter().filter_map(|(id, places)| finding(look, id, places)).collect()
}

fn finding(look: &Look<'_>, id: &str, places: Vec<(Span, Fix)>) -> Option<Finding> {
    let text = look.notice.script.text.as_str();
    let statute = statute(look, id)?;
    let mut places = places.into_iter();
    let (span, fix) = places.next()?;
    let mut filling = look.filling();
    filling.set("written", on_one_line(span.of(text)));
    filling.set("title", statute.name_fi.clone());
    filling.set("id", id);
    filling.set("date", day(statute.renamed_on?, look.context.language));
    let related = further_repaired(places.map(|(span, fix)| (span, Some(fix))), text);
    Some(Finding { related, fix: Some(fix), ..filling.raised_at(span) })
}

fn statute<'a>(look: &Look<'a>, id: &str) -> Option<Cow<'a, Statute>> {
    let register = look.law.register();
    Some(register.statute(register.find(id)?))
}

/// Whether nothing else is wrong with a citation.
fn is_rightly_meant(citation: &Citation) -> bool {
    citation.status == CitationStatus::InForce && citation.problem.is_none() && !citation.history
}

/// The place of a former name in a citation, with its repair. Where the new name stands beside it the reader knows.
fn former_name(look: &Look<'_>, citation: &Citation, id: &str) -> Option<(Span, Fix)> {
    let statute = statute(look, id)?;
    let renamed = statute.renamed_on.is_some_and(|day| day <= look.context.as_of);
    if !renamed || statute.former_names.is_empty() {
        return None;
    }
    let written = citation.span.of(&look.notice.script.text);
    let name = written.split(['(', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']).next()?;
    let span = Span::new(citation.span.start, citation.span.start + name.trim_end().len());
    let fix = repair::of_act(span, &statute.former_names, &statute.name_fi, look.notice)?;
    Some((span, fix))
}
