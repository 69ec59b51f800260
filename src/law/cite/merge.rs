//! Citations of one act that stand side by side are one: "EU:n yleinen tietosuoja-asetus (GDPR)".

use super::Wording;
use crate::law::Citation;

/// The longest joint between two names of one act, in bytes.
const JOINT: usize = 8;

/// Merges them.
pub(super) fn merge(wording: &Wording, text: &str, citations: Vec<Citation>) -> Vec<Citation> {
    let mut merged: Vec<Citation> = Vec::new();
    for citation in citations {
        let joins = merged.last().is_some_and(|before| {
            before.id.is_some()
                && before.id == citation.id
                && before.span.end <= citation.span.start
                && opens_apposition(wording, &text[before.span.end..citation.span.start])
        });
        match merged.last_mut().filter(|_| joins) {
            Some(before) => {
                let closed = text[citation.span.end..].starts_with(')');
                before.span = before.span.to(citation.span);
                before.span.end += usize::from(closed);
                before.section = before.section.take().or(citation.section);
            }
            None => merged.push(citation),
        }
    }
    merged
}

/// Whether what stands between two names of one act makes the second an apposition of the first.
fn opens_apposition(wording: &Wording, gap: &str) -> bool {
    let gap = gap.trim();
    let word = gap.trim_start_matches([',', '(']).trim();
    gap.len() <= JOINT
        && (matches!(gap, "" | "(" | "[" | "/" | "-" | "–" | "," | "i.e.")
            || wording.apposition.holds(word))
}
