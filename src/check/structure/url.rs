//! A web address with a blank inside: whoever copies or clicks it lands elsewhere.

use super::Look;
use crate::finding::Finding;
use crate::place::{Span, on_one_line};

pub(super) fn findings(look: &Look<'_>) -> Vec<Finding> {
    let text = look.notice.script.text.as_str();
    let words = &look.notice.words;
    let broken = words.windows(2).filter_map(|pair| {
        let address = pair[0].span.of(text);
        let between = &text[pair[0].span.end..pair[1].span.start];
        let next = pair[1].span.of(text);
        (is_cut(address, between) && goes_on(next)).then(|| pair[0].span.to(pair[1].span))
    });
    broken.map(|span| finding(look, span, text)).collect()
}

fn finding(look: &Look<'_>, span: Span, text: &str) -> Finding {
    let mut filling = look.filling();
    filling.set("written", on_one_line(span.of(text)));
    filling.raised_at(span)
}

/// An address that ends in a joint and goes on behind blanks of the same line. Over a line end it was wrapped, and the
/// link behind it may be whole; behind a slash it may end.
fn is_cut(address: &str, between: &str) -> bool {
    let is_address = ["http://", "https://", "www."].iter().any(|start| address.starts_with(start));
    let blank = |c: char| c == ' ' || c == '\u{a0}';
    is_address
        && address.ends_with(['-', '_', '=', '&'])
        && !between.is_empty()
        && between.chars().all(blank)
}

/// The rest of an address is written small and without Finnish letters.
fn goes_on(next: &str) -> bool {
    next.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit()) && next.is_ascii()
}
