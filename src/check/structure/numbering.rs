//! Section numbers that skip or repeat.

use super::Look;
use crate::finding::Finding;
use crate::segment::Section;

/// Fewer numbered sections than this are a list, not a numbering.
const NUMBERED: usize = 5;

pub(super) fn findings(look: &Look<'_>) -> Vec<Finding> {
    let numbered: Vec<(u32, &Section)> = look
        .notice
        .outline
        .sections
        .iter()
        .filter_map(|section| Some((section.number.as_deref()?.parse().ok()?, section)))
        .collect();
    let starts_well = numbered.first().is_some_and(|(first, _)| *first == 1);
    // A second notice in the same file begins anew.
    let mut faults = numbered.windows(2).filter(|pair| ![1, pair[0].0 + 1].contains(&pair[1].0));
    let fault = faults.next();
    // A second fault tells that the numbers are of lists, or that the text layer lost some.
    match fault {
        Some(pair) if starts_well && numbered.len() >= NUMBERED && faults.next().is_none() => {
            vec![finding(look, pair[0].0, pair[1])]
        }
        _ => Vec::new(),
    }
}

fn finding(look: &Look<'_>, before: u32, (number, section): (u32, &Section)) -> Finding {
    let mut filling = look.filling();
    filling.set("before", before.to_string());
    filling.set("number", number.to_string());
    filling.raised_at(section.heading_span)
}
