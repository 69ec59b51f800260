//! Citations: names and numbers that stand together become one, and the act meant is found.

mod article;
mod defined;
mod meaning;
mod merge;
mod name;
mod number;
mod pair;
mod provision;
mod section;
mod title;
mod title_in_text;
mod token;
mod told;
mod wording;

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::OnceLock;

use jiff::civil::Date;

use super::Citation;
use super::articles::Articles;
use super::names::NameBook;
use super::register::{Register, StatuteId};
use crate::finnish::words::Word;
use name::{NameHit, Place};
use number::Number;
use token::{Token, tokens};
use wording::Around;

pub use article::CitedArticles;
pub(super) use article::articles;
pub use provision::Provision;
pub(super) use provision::provisions;
pub(super) use wording::{PATH, WordList, Wording};

/// What a text is read with.
pub(super) struct Reader<'a> {
    pub(super) register: &'a Register,
    /// Made where a name may stand: a number alone is looked up without.
    pub(super) names: &'a OnceLock<Cow<'static, NameBook>>,
    pub(super) wording: &'a Wording,
    pub(super) articles: &'a Articles,
    /// The day for which statuses are told.
    pub(super) as_of: Date,
    /// The day on which names are understood: the notice's own, else `as_of`.
    pub(super) written_on: Date,
}

/// A text and what was seen in it.
struct Reading<'a> {
    text: &'a str,
    words: &'a [Word],
    tokens: Vec<Token>,
    around: Around<'a>,
}

/// A name, a number, or both side by side.
#[derive(Debug, Clone)]
struct Mention {
    name: Option<NameHit>,
    number: Option<Number>,
}

impl Reader<'_> {
    /// All citations of a text, in order.
    pub(super) fn read(&self, text: &str, words: &[Word]) -> Vec<Citation> {
        let tokens = tokens(&self.wording.heads, words);
        let last_year = u32::try_from(self.as_of.year() + 1).unwrap_or(0);
        let numbers = number::find(self.wording, text, &tokens, last_year);
        let place = Place { text, tokens: &tokens, wording: self.wording };
        let names = self.names().find(place, self.register);
        let reading = Reading { text, words, tokens, around: self.wording.around(words) };
        let mut mentions = self.pair(&reading, names, numbers);
        self.apply_definitions(&reading, &mut mentions);
        let mut citations: Vec<Citation> =
            mentions.iter().filter_map(|mention| self.cite(&reading, mention)).collect();
        citations.extend(self.nameless(&reading, &mentions));
        citations.sort_by_key(|citation| citation.span);
        merge::merge(self.wording, text, citations)
    }
}

impl Reader<'_> {
    /// Every act that a number or a name in a text can mean, numbers first.
    pub(super) fn acts_in(&self, text: &str, words: &[Word]) -> Vec<StatuteId> {
        let tokens = tokens(&self.wording.heads, words);
        let last_year = u32::try_from(self.as_of.year() + 1).unwrap_or(0);
        let mut acts: Vec<StatuteId> = Vec::new();
        let numbers = number::find(self.wording, text, &tokens, last_year);
        for number in &numbers {
            acts.extend(number.readings().iter().flat_map(|it| self.register.numbered(it.act)));
        }
        let numbered: usize = numbers.iter().map(|number| number.last + 1 - number.first).sum();
        if numbered < tokens.len() {
            let place = Place { text, tokens: &tokens, wording: self.wording };
            for name in self.names().find(place, self.register) {
                acts.extend(self.register.on_day(&name.acts, self.as_of));
                acts.extend(name.acts);
            }
        }
        let mut seen = BTreeSet::new();
        acts.retain(|act| seen.insert(*act));
        acts
    }

    /// All names, made when first asked for.
    pub(super) fn names(&self) -> &NameBook {
        self.names.get_or_init(|| {
            let acts = self.register.statutes().map(|(_, act)| act.own_names());
            Cow::Owned(NameBook::of(&self.wording.heads, acts))
        })
    }
}

impl Mention {
    fn first(&self) -> usize {
        let name = self.name.iter().map(|name| name.first);
        name.chain(self.number.iter().map(|number| number.first)).min().unwrap_or(0)
    }

    fn last(&self) -> usize {
        let name = self.name.iter().map(|name| name.last);
        name.chain(self.number.iter().map(|number| number.last)).max().unwrap_or(0)
    }

    /// Its first byte, the bracket of "(EU)" included.
    fn start(&self, reading: &Reading<'_>) -> usize {
        let name = self.name.iter().map(|name| reading.tokens[name.first].span.start);
        name.chain(self.number.iter().map(|number| number.span.start)).min().unwrap_or(0)
    }

    /// The number as the id of an act that is not in the register.
    fn written_id(&self) -> Option<String> {
        let act = self.number.as_ref()?.readings().first()?.act;
        Some(if act.union {
            format!("(EU) {}/{}", act.year, act.number)
        } else {
            format!("{}/{}", act.number, act.year)
        })
    }
}

/// The acts of a name, as they are asked about in several rooms.
fn bears(acts: &[StatuteId], act: StatuteId) -> bool {
    acts.contains(&act)
}
