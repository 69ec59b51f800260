//! How a new name takes the place of an old one in its line: its capitals, its line breaks, and what it hangs on.

use crate::finding::{Fix, Safety};
use crate::finnish::fold::is_hyphen;
use crate::finnish::words::Word;
use crate::place::Span;

/// Whether a name is no part of an address or a longer word: not with marks of emphasis inside ("**Arkistolaitos**en"),
/// nor with a part of it told later ("maistraatti- ja väestötiedot").
pub(super) fn stands_free(text: &str, span: Span, words: &[Word]) -> bool {
    let mark = |c: char| matches!(c, '*' | '_' | '~' | '`');
    let behind = text[span.end..].trim_start_matches(mark);
    let before = text[..span.start].trim_end_matches(mark);
    let joined = |c: char| c.is_alphanumeric() || is_hyphen(c);
    if behind.starts_with(joined) || before.ends_with(joined) || is_in_address(text, span) {
        return false;
    }
    let first = words.partition_point(|word| word.span.end <= span.start);
    let touched = words[first..].iter().take_while(|word| word.span.start < span.end);
    touched.into_iter().all(|word| span.start <= word.span.start && word.span.end <= span.end)
}

/// Whether letters or the marks of an address touch a form: it is the end or the beginning of another one
/// ("neuvonta.tietosuoja@om.fi", "tietosuoja@om.fi.example").
pub(super) fn is_inside_address(text: &str, span: Span) -> bool {
    let mark = |c: char| c.is_alphanumeric() || is_hyphen(c) || matches!(c, '@' | '/' | '_' | '+');
    let behind = &text[span.end..];
    let goes_on = |rest: &str| rest.starts_with(char::is_alphanumeric);
    behind.starts_with(mark)
        || behind.strip_prefix('.').is_some_and(goes_on)
        || text[..span.start].ends_with(|c| mark(c) || matches!(c, '.' | '=' | '%'))
}

/// Whether what stands around a name without a blank makes it part of an address ("valvira.fi", "esimerkkila.example/vrk")
/// or of the name of a file.
fn is_in_address(text: &str, span: Span) -> bool {
    let ends = |c: char| {
        c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '<' | '>' | '"' | '”' | '|')
    };
    let before = text[..span.start].rsplit(ends).next().unwrap_or_default();
    let behind = text[span.end..].split(ends).next().unwrap_or_default();
    let address = |part: &str| {
        let dot = |(at, _): (usize, &str)| part[at + 1..].starts_with(char::is_alphanumeric);
        part.contains(['@', '\\', '#', '='])
            || part.contains("://")
            || part.match_indices(['.', ':']).any(dot)
    };
    address(before) || address(behind)
}

/// A new name with the capitals of what stands there: all of them, or a first one. An old name that is no proper name
/// in the register ("maistraatti") says nothing of the new one's.
pub(super) fn with_capitals_of(written: &str, old: &str, new: String) -> String {
    let shouted = |text: &str| {
        text.chars().filter(|c| c.is_alphabetic()).count() > 1
            && !text.chars().any(char::is_lowercase)
    };
    if shouted(written) && !shouted(old) {
        return new.to_uppercase();
    }
    let first = |text: &str, is: fn(char) -> bool| text.chars().next().is_some_and(is);
    let rest = new.chars().skip(1);
    let head = new.chars().next().into_iter();
    if first(written, char::is_uppercase) {
        head.flat_map(char::to_uppercase).chain(rest).collect()
    } else if first(old, char::is_uppercase) && !shouted(&new) {
        head.flat_map(char::to_lowercase).chain(rest).collect()
    } else {
        new
    }
}

/// A new name broken where the old one was; where it has no place to break, a person must set the lines.
pub(super) fn wrapped_as(written: &str, new: &str, safety: Safety) -> Fix {
    let breaks: Vec<(usize, &str)> = line_breaks(written).collect();
    let suggested = || Fix { replacement: new.to_owned(), safety: Safety::Suggestion };
    let &[(at, line_break)] = breaks.as_slice() else {
        return if breaks.is_empty() {
            Fix { replacement: new.to_owned(), safety }
        } else {
            suggested()
        };
    };
    let nearest =
        new.match_indices(' ').map(|(space, _)| space).min_by_key(|space| space.abs_diff(at));
    let Some(space) = nearest else { return suggested() };
    let replacement = format!("{}{line_break}{}", &new[..space], &new[space + 1..]);
    Fix { replacement, safety }
}

/// The runs of white space that hold a line end, each with its place.
fn line_breaks(written: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + written[at..].find(char::is_whitespace)?;
            let length = written[start..].find(|c: char| !c.is_whitespace());
            let end = length.map_or(written.len(), |length| start + length);
            at = end;
            if written[start..end].contains('\n') {
                return Some((start, &written[start..end]));
            }
        }
    })
}
