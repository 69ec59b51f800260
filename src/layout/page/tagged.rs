//! Headings by the tags of the file, where they can be believed.

use super::Written;
use crate::layout::Role;

/// Fewer tagged headings are a title; the sections are not tagged.
const FEWEST: usize = 3;
/// Headings are at most one letter in so many: word processors let whole pages be written as headings.
const SHARE: usize = 3;
/// A heading longer than this, in letters, is a paragraph in the dress of one.
const LONGEST: usize = 200;

/// Gives the lines that the tags call headings that role, unless the tags speak of more than headings.
pub(super) fn mark(written: &mut [Written]) {
    let letters = |line: &Written| line.text.chars().filter(|c| c.is_alphabetic()).count();
    let all: usize = written.iter().map(letters).sum();
    let tagged = || written.iter().filter(|line| level(line).is_some());
    // Numbers tell the order and depth of sections better than tags, which many programs give by the look alone.
    let numbered = tagged().filter(|line| is_numbered(line)).count() >= FEWEST;
    let honest = !numbered
        && headings(written) >= FEWEST
        && tagged().map(letters).sum::<usize>() * SHARE <= all
        && tagged().all(|line| letters(line) <= LONGEST);
    if !honest {
        return;
    }
    for line in written {
        if let Some(level) = level(line) {
            line.line.role = Role::Heading(level);
        }
    }
}

/// How many headings are tagged; one that is wrapped counts once.
fn headings(written: &[Written]) -> usize {
    written
        .chunk_by(|a, b| level(a).is_some() == level(b).is_some())
        .filter(|lines| level(&lines[0]).is_some())
        .count()
}

fn is_numbered(line: &Written) -> bool {
    line.text.trim_start().starts_with(|c: char| c.is_ascii_digit())
}

/// The level of a line of text that is all heading.
fn level(line: &Written) -> Option<u8> {
    line.line.row.heading().filter(|_| line.line.role == Role::Body)
}
