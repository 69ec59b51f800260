//! A title that is almost the act's own: "laki julkisista palveluista" for "laki julkisesta palvelusta".

use std::collections::BTreeMap;

use super::Look;
use crate::check::fill::further;
use crate::finding::Finding;
use crate::finnish::words::words;
use crate::law::{Citation, Problem};
use crate::place::Span;

/// Letters that two forms of one word share at their beginning.
const SHARED: usize = 4;

/// One finding for every act whose title is written almost right; its other places belong to it.
pub(super) fn findings(look: &Look<'_>) -> Vec<Finding> {
    let text = look.notice.script.text.as_str();
    let mut inexact: BTreeMap<&str, Vec<(Span, &str)>> = BTreeMap::new();
    for citation in &look.notice.citations {
        let (Some(id), Some(name)) = (&citation.id, &citation.name) else { continue };
        if is_rightly_meant(citation) && is_inexact(citation.span.of(text), name) {
            inexact.entry(id).or_default().push((citation.span, name));
        }
    }
    inexact.iter().map(|(id, places)| finding(look, id, places)).collect()
}

fn finding(look: &Look<'_>, id: &str, places: &[(Span, &str)]) -> Finding {
    let (span, name) = places[0];
    let mut filling = look.filling();
    filling.set("title", name);
    filling.set("number", id);
    let others = places[1..].iter().map(|(span, _)| *span);
    let related = further(others, &look.notice.script.text);
    Finding { related, ..filling.raised_at(span) }
}

/// Whether the number says which act is meant; of a wrong name or number another rule tells.
fn is_rightly_meant(citation: &Citation) -> bool {
    let told = matches!(citation.problem, Some(Problem::Misnumbered | Problem::TitleMismatch));
    !told && !citation.history
}

/// Whether the words behind "laki" are other forms of those of the title. What the act is about stands in one case
/// whatever the case of "laki", so that the words must be the very same.
fn is_inexact(written: &str, name: &str) -> bool {
    let (Some(told), Some(official)) = (subject(written), subject(name)) else { return false };
    let alike = |(a, b): (&String, &String)| {
        a == b || a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count() >= SHARED
    };
    told.len() == official.len() && told != official && told.iter().zip(&official).all(alike)
}

/// The folded words between "laki" and the number.
fn subject(title: &str) -> Option<Vec<String>> {
    let mut folded = words(title).into_iter().map(|word| word.folded);
    let head = folded.next()?;
    let is_law = ["laki", "lain", "lakia", "laissa", "laista", "lakiin"].contains(&head.as_str());
    let rest: Vec<String> =
        folded.take_while(|word| !word.starts_with(|c: char| c.is_ascii_digit())).collect();
    (is_law && rest.len() >= 2).then_some(rest)
}
