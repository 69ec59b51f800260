//! `<!-- seloste: ignore RULE, RULE until 2027-01-01 owner NAME -- reason -->`.

use super::Suppression;
use crate::place::Span;

/// The suppressions that are written as comments, in order; of one that cannot be read, its place.
pub(super) fn read(text: &str) -> Vec<Result<Suppression, Span>> {
    let mut found = Vec::new();
    for (start, mark) in text.match_indices("<!--") {
        let inside = start + mark.len();
        let Some(length) = text[inside..].find("-->") else { break };
        let comment = text[inside..inside + length].trim();
        let Some(rest) = comment.strip_prefix("seloste:") else { continue };
        let span = Span::new(start, inside + length + "-->".len());
        found.push(suppression(rest.trim(), span).ok_or(span));
    }
    found
}

/// A suppression, or nothing where the words make none.
fn suppression(words: &str, span: Span) -> Option<Suppression> {
    let rest = words.strip_prefix("ignore")?;
    let (head, reason) = match rest.split_once("--") {
        Some((head, reason)) => (head, Some(reason.trim().to_owned())),
        None => (rest, None),
    };
    let mut suppression = Suppression {
        rules: Vec::new(),
        reason,
        owner: None,
        until: None,
        fingerprint: None,
        quote: None,
        span,
    };
    let mut words = head.split([',', ' ', '\t', '\n', '\r']).filter(|word| !word.is_empty());
    while let Some(word) = words.next() {
        match word {
            "until" => suppression.until = Some(words.next()?.parse().ok()?),
            "owner" => suppression.owner = Some(words.next()?.to_owned()),
            rule => suppression.rules.push(rule.to_owned()),
        }
    }
    (!suppression.rules.is_empty()).then_some(suppression)
}
