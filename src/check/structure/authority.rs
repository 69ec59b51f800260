//! A post code or a street of the supervisory authority that is not one of its own.
//!
//! The contacts that it once had stand in the register of obsolete terms; this finds slips of the finger.

use super::Look;
use crate::finding::{Finding, Related};
use crate::finnish::words::Word;
use crate::place::{Span, on_one_line};

/// The authority by its full name: only then what follows is its address.
const OFFICE: &str = "authority_office";
/// A shorter word before a number is a post-office box ("PL", "Box").
const SHORTEST_STREET: usize = 5;
/// So far behind the name its address stands.
const ADDRESS: usize = 140;

pub(super) fn findings(look: &Look<'_>) -> Vec<Finding> {
    let wrong: Vec<Span> =
        look.facts(OFFICE).flat_map(|name| wrong_behind(look, name.span)).collect();
    let text = look.notice.script.text.as_str();
    let Some(first) = wrong.first() else { return Vec::new() };
    let mut filling = look.filling();
    filling.set("written", on_one_line(first.of(text)));
    filling.set("other", look.law.authority_addresses().join("; "));
    let related = wrong[1..].iter().map(|span| Related::new(*span, on_one_line(span.of(text))));
    vec![Finding { related: related.collect(), ..filling.raised_at(*first) }]
}

/// Wrong parts of the address that follows the name in its section.
fn wrong_behind(look: &Look<'_>, name: Span) -> Vec<Span> {
    let end = address_end(look, name);
    let words: Vec<&Word> = look
        .notice
        .words
        .iter()
        .filter(|word| name.end <= word.span.start && word.span.end <= end)
        .collect();
    let places = words.windows(2).filter(|pair| is_postcode(pair[0]) && is_capital(pair[1]));
    let places = places.map(|pair| pair[0].span.to(pair[1].span));
    let streets = words.windows(3).filter(|row| is_street(row[0], row[1]) && is_postcode(row[2]));
    let streets = streets.map(|row| row[0].span.to(row[1].span));
    let is_wrong = |span: &Span| !is_own(look, *span) && !is_told(look, *span);
    places.chain(streets).filter(is_wrong).collect()
}

/// Where the address behind the name ends. It may begin in the next paragraph; what follows it is somebody else's.
fn address_end(look: &Look<'_>, name: Span) -> usize {
    let text = look.notice.script.text.as_str();
    let sections = &look.notice.outline.sections;
    let section =
        sections.iter().map(|section| section.body).find(|body| body.contains(name.start));
    let limit = (name.end + ADDRESS).min(section.map_or(name.end, |body| body.end));
    let postcode =
        look.notice.words.iter().find(|word| {
            name.end <= word.span.start && word.span.end <= limit && is_postcode(word)
        });
    let paragraph = postcode.and_then(|word| {
        let length = text[word.span.end..].find("\n\n")?;
        Some(word.span.end + length)
    });
    limit.min(paragraph.unwrap_or(limit))
}

fn is_postcode(word: &Word) -> bool {
    word.folded.len() == 5 && word.folded.bytes().all(|byte| byte.is_ascii_digit())
}

/// "Lintulahdenkuja 4"
fn is_street(name: &Word, number: &Word) -> bool {
    let is_number = number.folded.starts_with(|c: char| c.is_ascii_digit());
    name.capital && name.folded.chars().count() >= SHORTEST_STREET && is_number
}

/// The authority sits in the capital; another town's post code is another's address.
fn is_capital(word: &Word) -> bool {
    matches!(word.folded.as_str(), "helsinki" | "helsingfors")
}

/// Whether these words are part of one of the authority's addresses.
fn is_own(look: &Look<'_>, span: Span) -> bool {
    let written = on_one_line(span.of(&look.notice.script.text)).to_lowercase();
    look.law.authority_addresses().iter().any(|address| address.to_lowercase().contains(&written))
}

/// Whether the register of obsolete terms tells of it.
fn is_told(look: &Look<'_>, span: Span) -> bool {
    look.notice.terms.iter().any(|term| term.span.overlaps(span))
}
