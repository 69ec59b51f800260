//! The name of a finding that is kept: baselines and reports of other tools know it again by this.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::Finding;
use crate::finnish::words::Word;

/// Words looked at on either side of a finding's place.
const AROUND: usize = 4;

/// Bytes of the hash that are kept: 128 bits.
const KEPT: usize = 16;

/// Gives every finding its fingerprint: a hash of the rule, the item, the term and the folded words at and
/// around its place. Line ends, page breaks, section numbers and file names are not in it; where two findings
/// would be equal, the second is told apart by its ordinal. `words` are those of the notice, in order.
pub fn stamp(findings: &mut [Finding], words: &[Word]) {
    let mut met: BTreeMap<String, usize> = BTreeMap::new();
    for finding in findings {
        let what = identity(finding, words);
        let ordinal = met.entry(what.clone()).or_default();
        let hash = Sha256::digest(format!("{what}\n{ordinal}"));
        *ordinal += 1;
        finding.fingerprint = crate::rule::hex(&hash[..KEPT]);
    }
}

fn identity(finding: &Finding, words: &[Word]) -> String {
    let item = finding.item.map(|item| format!("{item:?}")).unwrap_or_default();
    let term = finding.term.as_deref().unwrap_or_default();
    // What is missing has no words of its own: the section where it belongs may be rewritten freely.
    let around = match finding.span {
        Some(span) if finding.item.is_none() => {
            let first = words.partition_point(|word| word.span.end <= span.start);
            let last = words.partition_point(|word| word.span.start < span.end);
            let telling = |word: &&Word| !is_bare_number(&word.folded);
            let mut before: Vec<&Word> =
                words[..first].iter().rev().filter(telling).take(AROUND).collect();
            before.reverse();
            let inside = words[first..last.max(first)].iter().filter(telling);
            let after = words[last.max(first)..].iter().filter(telling).take(AROUND);
            before.into_iter().chain(inside).chain(after).map(|word| word.folded.as_str()).collect()
        }
        _ => Vec::new(),
    };
    format!("{}\n{item}\n{term}\n{}", finding.rule, around.join(" "))
}

/// A number without a slash: of a section or a page, most likely, and those move.
fn is_bare_number(word: &str) -> bool {
    word.chars().all(|c| c.is_ascii_digit() || c == '.')
}
