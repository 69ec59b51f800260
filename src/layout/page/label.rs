//! A label that the end of a page cuts in two is put together: its rest belongs before the text beside it, not
//! after. Only where the labels are numbered is it sure that a label without a number is a rest.

use super::Written;
use crate::layout::Role;

/// Moves the rest of a label from the top of the page that begins at `from` to its first part.
pub(super) fn mend(written: &mut Vec<Written>, from: usize) {
    let Some(rest) = block(written, from..written.len()) else { return };
    let numbered_before = (0..from)
        .rev()
        .find(|at| is_label(&written[*at]))
        .and_then(|last| block_ending(written, last));
    let Some(label) = numbered_before.filter(|label| opens(&written[label.start])) else { return };
    let next = (rest.end..written.len()).find(|at| is_label(&written[*at]));
    let next_is_numbered = next.is_some_and(|next| opens(&written[next]));
    let ended = written[label.end - 1].text.trim_end().ends_with([':', '.']);
    if opens(&written[rest.start]) || !next_is_numbered || ended {
        return;
    }
    let value = rest.end;
    let mut moved: Vec<Written> = written.drain(rest).collect();
    for line in &mut moved {
        line.line.apart = false;
    }
    written.splice(label.end..label.end, moved);
    // What stood beside the rest goes on from the page before.
    super::open_page(written, value);
}

/// The first lines of the text in `range`, if they are labels.
fn block(written: &[Written], range: std::ops::Range<usize>) -> Option<std::ops::Range<usize>> {
    let end = range.end;
    let first = range.into_iter().find(|at| written[*at].line.role != Role::Furniture)?;
    let rest = (first..end).take_while(|at| is_label(&written[*at])).count();
    (rest > 0).then_some(first..first + rest)
}

/// The labels up to and with `last`.
fn block_ending(written: &[Written], last: usize) -> Option<std::ops::Range<usize>> {
    let lines = (0..=last).rev().take_while(|at| is_label(&written[*at])).count();
    let block = last + 1 - lines..last + 1;
    // The lines of a label stand together; white space parts it from the label above.
    let start = block.clone().rev().find(|at| written[*at].line.apart || *at == block.start)?;
    Some(start..block.end)
}

fn is_label(line: &Written) -> bool {
    line.line.role == Role::Label
}

/// Whether a label opens with its number.
fn opens(line: &Written) -> bool {
    let digits = line.text.chars().take_while(char::is_ascii_digit).count();
    (1..=2).contains(&digits) && line.text[digits..].starts_with(['.', ')', ' '])
}
