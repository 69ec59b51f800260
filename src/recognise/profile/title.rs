//! The title line.

use super::Look;
use crate::layout::Role;

/// Titles stand in the first lines.
const FIRST_LINES: usize = 8;
/// A longer line is a sentence.
const LONGEST: usize = 120;

/// The line that names the document, or the first line above the first heading.
pub(super) fn title(look: &Look<'_>) -> Option<String> {
    let end = look.outline.sections.first().map_or(usize::MAX, |first| first.heading_span.start);
    let above: Vec<usize> = look
        .lines()
        .take(FIRST_LINES)
        .filter(|line| look.script.lines[*line].span.start < end)
        .collect();
    let named = above.iter().copied().find(|line| {
        let span = look.script.lines[*line].span;
        look.stands_in(&look.rules.titles, span)
            && look.script.line(*line).chars().count() <= LONGEST
    });
    // A page number is no title, wherever the running head stands.
    let is_text = |line: &&usize| look.script.lines[**line].role != Role::Furniture;
    let line = named.or_else(|| above.iter().find(is_text).copied())?;
    let text = look.script.line(line).trim();
    // "Kurssipalautteen rekisteri- ja" + "tietosuojaseloste"
    let wrapped = line > 0 && text.starts_with(char::is_lowercase);
    let before = if wrapped { look.script.line(line - 1).trim() } else { "" };
    let title = format!("{before} {text}");
    let title =
        title.trim().trim_start_matches(['#', '*', ' ']).trim_end_matches(['*', ' ', '.', ':']);
    (title.chars().count() <= LONGEST && !title.is_empty()).then(|| title.to_owned())
}
