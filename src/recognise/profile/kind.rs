//! Notice, unfilled form, or something else.

use super::Look;
use crate::canon::Kind;
use crate::finding::Confidence;
use crate::recognise::DocumentKind;

/// The name of the document stands in its first lines.
const FIRST_LINES: usize = 12;
/// Different recognised sections that make a document a notice without its being named one.
const ENOUGH_SECTIONS: usize = 3;
/// Different words of the trade that make a short text without a name or headings one.
const ENOUGH_WORDS: usize = 3;

/// A text that mentions data protection in passing is none: every so many words one of them must be of the trade.
const MOST_WORDS_BETWEEN: usize = 40;

pub(super) fn kind(look: &Look<'_>) -> DocumentKind {
    if !is_notice(look) {
        DocumentKind::Other
    } else if is_unfilled(look) {
        DocumentKind::Template
    } else {
        DocumentKind::Notice
    }
}

fn is_notice(look: &Look<'_>) -> bool {
    let words =
        look.rules.notice_words.iter().filter(|word| !look.hits.of(**word).is_empty()).count();
    let named = look
        .lines()
        .take(FIRST_LINES)
        .any(|line| look.stands_in(&look.rules.titles, look.script.lines[line].span));
    let mut kinds: Vec<Kind> = look
        .outline
        .sections
        .iter()
        .filter(|section| section.confidence >= Confidence::Medium)
        .flat_map(|section| &section.kinds)
        .copied()
        .filter(|kind| *kind != Kind::Other)
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    let dense =
        look.hits(&look.rules.notice_words).count() * MOST_WORDS_BETWEEN >= look.words.len();
    named && words > 0
        || kinds.len() >= ENOUGH_SECTIONS && words > 1
        || kinds.len() >= 2 * ENOUGH_SECTIONS && words > 0
        || words >= ENOUGH_WORDS && dense
        || kinds.len() > ENOUGH_SECTIONS && kinds.contains(&Kind::Controller)
}

/// Whether most sections are empty or hold nothing but blanks to fill in.
fn is_unfilled(look: &Look<'_>) -> bool {
    let sections = &look.outline.sections;
    let empty = sections
        .iter()
        .filter(|section| {
            let body = section.body.of(&look.script.text);
            is_blank(body) || look.stands_in(&look.rules.blanks, section.body)
        })
        .count();
    sections.len() >= ENOUGH_SECTIONS && empty * 5 >= sections.len() * 3
}

/// No words but those in brackets, or a line to write on.
fn is_blank(body: &str) -> bool {
    let drawn = ["____", "....", "……"].iter().any(|line| body.contains(line));
    let mut depth = 0_usize;
    let outside = body.chars().any(|c| {
        match c {
            '[' | '<' => depth += 1,
            ']' | '>' => depth = depth.saturating_sub(1),
            _ => return depth == 0 && c.is_alphanumeric(),
        }
        false
    });
    drawn || !outside
}
