//! Contacts that speak against each other, or lead to nobody: of the data protection officer, and of the switchboard.

use super::Look;
use crate::canon::{Item, Kind, Status};
use crate::finding::{Finding, Related};
use crate::finnish::address::is_mail;
use crate::place::{Span, on_one_line};
use crate::recognise::Fact;

/// Mailboxes of a data protection officer by their names.
const MAILBOX: &str = "dpo_mailbox";
/// A registry, a switchboard or a mailbox of all and sundry.
const INDIRECT: &str = "indirect_contact";
/// The word that makes a number that of the switchboard.
pub(super) const SWITCHBOARD: &str = "switchboard";
/// The supervisory authority, whose numbers are its own.
const AUTHORITY: &str = "authority_named";

/// So many characters lie at most between a number and the word that says whose it is.
const BESIDE: usize = 16;
/// So far reaches the paragraph of another organisation.
const PARAGRAPH: usize = 200;
/// Numbers that begin with the same digits belong to one exchange: area code and the first two of the number.
const EXCHANGE: usize = 5;
/// A telephone number has so many digits.
const DIGITS: std::ops::RangeInclusive<usize> = 6..=13;

/// Two different mailboxes of one data protection officer.
pub(super) fn officer_twice(look: &Look<'_>) -> Vec<Finding> {
    // Joint controllers have an officer each.
    let joint = |status| matches!(status, Status::Present | Status::Weak);
    let mut items = look.notice.items.iter();
    if items.any(|found| found.item == Item::JointControllers && joint(found.status)) {
        return Vec::new();
    }
    let text = look.notice.script.text.as_str();
    let boxes: Vec<(Span, String)> =
        look.facts(MAILBOX).map(|fact| (fact.span, address(fact.span.of(text)))).collect();
    let Some((first, address)) = boxes.first() else { return Vec::new() };
    let Some((second, _)) = boxes.iter().find(|(_, other)| other != address) else {
        return Vec::new();
    };
    let mut filling = look.filling();
    filling.set("written", on_one_line(first.of(text)));
    filling.set("other", on_one_line(second.of(text)));
    let related = vec![Related::new(*second, filling.part("against"))];
    vec![Finding { related, ..filling.raised_at(*first) }]
}

/// An officer who is reached only through the registry or the switchboard.
pub(super) fn officer_indirect(look: &Look<'_>) -> Vec<Finding> {
    let sections = look.notice.outline.sections.iter();
    let mut found = sections
        .filter(|section| section.kinds == [Kind::Dpo])
        .filter_map(|section| indirect(look, section.body));
    found.next().into_iter().collect()
}

fn indirect(look: &Look<'_>, body: Span) -> Option<Finding> {
    let text = look.notice.script.text.as_str();
    let inside = |span: Span| body.start <= span.start && span.end <= body.end;
    let mails = look.notice.words.iter().filter(|word| inside(word.span) && is_mail(&word.folded));
    let ways: Vec<Span> = mails
        .map(|word| word.span)
        .chain(phones(text).into_iter().map(|(span, _)| span).filter(|span| inside(*span)))
        .collect();
    let is_indirect = |way: &Span| {
        look.facts(INDIRECT).any(|fact| fact.span.overlaps(*way))
            || look.facts(SWITCHBOARD).any(|fact| beside(fact, *way, text))
    };
    let first = *ways.first().filter(|_| ways.iter().all(is_indirect))?;
    let mut filling = look.filling();
    let written: Vec<String> = ways.iter().map(|way| on_one_line(way.of(text))).collect();
    filling.set("written", written.join(", "));
    Some(filling.raised_at(first))
}

/// Different numbers of one switchboard.
pub(super) fn switchboards(look: &Look<'_>) -> Vec<Finding> {
    let text = look.notice.script.text.as_str();
    let of_authority = |span: Span| {
        let mut names = look.facts(AUTHORITY);
        names.any(|name| {
            name.span.start < span.start && span.start - name.span.end.min(span.start) < PARAGRAPH
        })
    };
    let mut numbers: Vec<(Span, String)> = Vec::new();
    for (span, digits) in phones(text) {
        let is_board = look.facts(SWITCHBOARD).any(|fact| beside(fact, span, text));
        let is_new = numbers.iter().all(|(_, other)| *other != digits);
        if is_board && is_new && !of_authority(span) {
            numbers.push((span, digits));
        }
    }
    let exchange = |digits: &str| digits.get(..EXCHANGE).map(str::to_owned);
    let is_one_board = numbers.iter().enumerate().any(|(at, (_, one))| {
        numbers[at + 1..].iter().any(|(_, other)| exchange(one) == exchange(other))
    });
    if !is_one_board {
        return Vec::new();
    }
    let written: Vec<String> = numbers.iter().map(|(span, _)| on_one_line(span.of(text))).collect();
    let mut filling = look.filling();
    filling.set("written", written.join(", "));
    let rest = super::super::fill::further(numbers[1..].iter().map(|(span, _)| *span), text);
    vec![Finding { related: rest, ..filling.raised_at(numbers[0].0) }]
}

/// Whether a word stands right beside a number.
pub(super) fn beside(word: &Fact, number: Span, text: &str) -> bool {
    let between = if word.span.end <= number.start {
        Span::new(word.span.end, number.start)
    } else if number.end <= word.span.start {
        Span::new(number.end, word.span.start)
    } else {
        return true;
    };
    between.end - between.start <= BESIDE
        && !between.of(text).contains(['\n', ';'])
        && !between.of(text).contains(|c: char| c.is_ascii_digit())
}

/// An address as mailboxes are compared.
pub(super) fn address(written: &str) -> String {
    let small: String = written.to_lowercase().split_whitespace().collect();
    ["(at)", "[at]", "(a)", "(ät)"].iter().fold(small, |mail, sign| mail.replace(sign, "@"))
}

/// Telephone numbers with their digits, "+358" and "00358" read as "0".
pub(super) fn phones(text: &str) -> Vec<(Span, String)> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '(' | ')' | '\u{a0}');
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = text[at..].find(['0', '+']).map(|start| at + start) {
        let sign = usize::from(text[start..].starts_with('+'));
        let rest = &text[start + sign..];
        let length = sign + rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
        let raw = text[start..start + length].trim_end_matches(|c: char| !c.is_ascii_digit());
        let begins =
            !text[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-'));
        let digits: String = raw.chars().filter(char::is_ascii_digit).collect();
        if begins && DIGITS.contains(&digits.len()) && !is_business_id(raw) {
            let national = digits.strip_prefix("00358").or(digits.strip_prefix("358"));
            let number = national
                .map_or(digits.clone(), |rest| format!("0{}", rest.trim_start_matches('0')));
            found.push((Span::new(start, start + raw.len()), number));
        }
        at = start + length.max(1);
    }
    found
}

/// "0123456-7" is a company.
fn is_business_id(raw: &str) -> bool {
    raw.len() == 9 && raw.as_bytes()[7] == b'-'
}
