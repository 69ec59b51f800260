//! What a notice says otherwise than the configuration of its organisation: who the controller is, and how its data
//! protection officer is reached.

use super::Look;
use super::contacts::{SWITCHBOARD, address, beside, phones};
use crate::canon::{Item, Kind};
use crate::finding::Finding;
use crate::finnish::address::is_mail;
use crate::finnish::words::{Word, words};
use crate::place::{Span, on_one_line};

/// Words that many organisations have in their names.
const FORM: &str = "organisation_form";
/// Mailboxes of a data protection officer by their names.
const MAILBOX: &str = "dpo_mailbox";

/// A controller of another name: none of those of the configuration stands anywhere in the notice.
pub(super) fn controller(look: &Look<'_>) -> Vec<Finding> {
    let names = &look.organisation.name;
    let notice = look.notice;
    let is_form = |word: &&Word| !look.facts(FORM).any(|fact| fact.span.overlaps(word.span));
    let told: Vec<&Word> = notice.words.iter().filter(is_form).collect();
    let stands = |name: &String| {
        words(name).iter().any(|own| told.iter().any(|word| may_be_one_name(own, word)))
    };
    let item = notice.items.iter().find(|found| found.item == Item::ControllerIdentity);
    let Some(place) = item.and_then(|found| found.evidence.first()) else { return Vec::new() };
    if names.is_empty() || names.iter().any(stands) {
        return Vec::new();
    }
    let script = &notice.script;
    let line = script.lines[script.line_at(place.start)].span;
    let mut filling = look.filling();
    filling.set("written", on_one_line(line.of(&script.text)));
    filling.set("name", names[0].clone());
    vec![filling.raised_at(*place)]
}

/// Whether a word of a name may be a form of it: "Turun" and "Turku", never "Rantakylän" and "Rantasalmen".
fn may_be_one_name(own: &Word, word: &Word) -> bool {
    let length = own.folded.chars().count();
    let shared = own.folded.chars().zip(word.folded.chars()).take_while(|(a, b)| a == b).count();
    shared >= (length * 3).div_ceil(5).max(3).min(length)
}

/// A data protection officer who is reached otherwise than the configuration says.
pub(super) fn officer(look: &Look<'_>) -> Vec<Finding> {
    let Some(officer) = &look.organisation.dpo else { return Vec::new() };
    let (mails, numbers) = told(look);
    let right: Vec<String> = officer.email.iter().map(|mail| address(mail)).collect();
    let own = officer.phone.iter().flat_map(|written| phones(written));
    let own: Vec<String> = own.map(|(_, digits)| digits).collect();
    let other = [(&mails, &right, &officer.email), (&numbers, &own, &officer.phone)]
        .into_iter()
        .find_map(|(told, right, written)| Some((other(told, right)?, written.join(", "))));
    let Some((span, right)) = other else { return Vec::new() };
    let mut filling = look.filling();
    filling.set("written", on_one_line(span.of(&look.notice.script.text)));
    filling.set("other", right);
    vec![filling.raised_at(span)]
}

/// A way to reach someone, as such ways are compared.
type Contact = (Span, String);

/// The mailboxes and the telephone numbers that are told for the officer: those of the officer's own section, and
/// mailboxes by their names anywhere. The switchboard is everybody's.
fn told(look: &Look<'_>) -> (Vec<Contact>, Vec<Contact>) {
    let text = look.notice.script.text.as_str();
    let sections = look.notice.outline.sections.iter();
    let own: Vec<Span> =
        sections.filter(|section| section.kinds == [Kind::Dpo]).map(|own| own.body).collect();
    let inside = |span: Span| own.iter().any(|body| body.overlaps(span));
    let named = |span: Span| look.facts(MAILBOX).any(|fact| fact.span.overlaps(span));
    let of_board = |span: Span| look.facts(SWITCHBOARD).any(|fact| beside(fact, span, text));
    let words = look.notice.words.iter();
    let mails = words
        .filter(|word| is_mail(&word.folded) && (inside(word.span) || named(word.span)))
        .map(|word| (word.span, address(word.span.of(text))));
    let numbers =
        phones(text).into_iter().filter(|(span, _)| inside(*span) && !of_board(*span)).collect();
    (mails.collect(), numbers)
}

/// The first of what is told, where something is right and none of it is that.
fn other(told: &[Contact], right: &[String]) -> Option<Span> {
    let (span, _) = told.first()?;
    let is_right = told.iter().any(|(_, written)| right.contains(written));
    (!right.is_empty() && !is_right).then_some(*span)
}
