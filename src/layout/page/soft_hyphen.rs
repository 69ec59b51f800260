//! Words that a soft hyphen broke over two lines are made whole on the first of them: unlike after a
//! hyphen that may belong to the word, nothing is left to doubt.

use super::Written;
use crate::layout::Role;

const SOFT_HYPHEN: char = '\u{AD}';

/// What browsers draw where they break a word; a hyphen that someone typed is U+002D.
const DRAWN_HYPHEN: char = '\u{2010}';

/// Joins the broken words; soft hyphens vanish everywhere.
pub(super) fn join(lines: &mut Vec<Written>) {
    for index in 0..lines.len() {
        let text = lines[index].text.trim_end();
        if let Some(broken) = text.strip_suffix([SOFT_HYPHEN, DRAWN_HYPHEN]) {
            let broken = broken.to_owned();
            let rest = next_of_text(lines, index).map(|next| first_word(&mut lines[next].text));
            lines[index].text = broken + rest.as_deref().unwrap_or("-");
        }
        carry_hyphen(lines, index);
        let text = &mut lines[index].text;
        if text.contains([SOFT_HYPHEN, DRAWN_HYPHEN]) {
            *text = text.replace(SOFT_HYPHEN, "").replace(DRAWN_HYPHEN, "-");
        }
    }
    lines.retain(|line| !line.text.is_empty());
}

/// "ja -" over "tehtävän" is "ja -tehtävän", broken after the hyphen that stands for a first part.
fn carry_hyphen(lines: &mut [Written], index: usize) {
    let Some(kept) = lines[index].text.trim_end().strip_suffix(" -").map(str::len) else { return };
    let Some(next) = next_of_text(lines, index) else { return };
    if lines[next].text.starts_with(char::is_lowercase) {
        lines[index].text.truncate(kept);
        lines[next].text.insert(0, '-');
    }
}

/// The line on which the text of `index` goes on: the next one that is not furniture.
fn next_of_text(lines: &[Written], index: usize) -> Option<usize> {
    let role = lines[index].line.role;
    let next = (index + 1..lines.len()).find(|next| lines[*next].line.role != Role::Furniture)?;
    let letter = lines[next].text.chars().next().is_some_and(char::is_alphabetic);
    (lines[next].line.role == role && letter).then_some(next)
}

/// Takes the first word from a line, the soft hyphens in it too.
fn first_word(line: &mut String) -> String {
    let end = line.find(char::is_whitespace).unwrap_or(line.len());
    let word: String = line.drain(..end).collect();
    *line = line.trim_start().to_owned();
    word
}
