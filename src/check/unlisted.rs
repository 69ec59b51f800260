//! What is named in one place and missing from the list where it belongs.

use std::collections::BTreeSet;
use std::iter;

use super::Context;
use super::consistency::{have_statuses, is_one_of};
use super::fill::{Filling, further};
use crate::canon::Kind;
use crate::finding::{Finding, Related};
use crate::finnish::breaks::is_bullet;
use crate::finnish::words::Word;
use crate::place::{Span, on_one_line};
use crate::recognise::{Fact, Notice};
use crate::rule::{Rule, Unlisted, within_family};

/// The findings of a rule of the kind `unlisted`: at most one, with all its places.
pub fn findings(rule: &Rule, when: &Unlisted, notice: &Notice, context: &Context) -> Vec<Finding> {
    let view = View { when, notice, kinds: notice.outline.kinds_with_parents() };
    let Some(list) = view.list() else { return Vec::new() };
    let covered = view.is_covered();
    if covered && when.level_when_covered.is_none() {
        return Vec::new();
    }
    let missing = view.missing();
    let Some(first) = missing.first() else { return Vec::new() };
    let text = notice.script.text.as_str();
    let mut filling = Filling::of(rule, *context);
    filling.set("written", distinct(&missing, text));
    let against = Related::new(list, filling.part("against"));
    let rest = further(missing[1..].iter().map(|named| named.span), text);
    vec![Finding {
        level: when
            .level_when_covered
            .filter(|_| covered)
            .unwrap_or_else(|| rule.level_with(|signal| notice.has(signal))),
        related: iter::once(against).chain(rest).collect(),
        ..filling.raised_at(first.span)
    }]
}

/// Something that is named.
struct Named<'a> {
    span: Span,
    /// The part of the fact's name after the stroke; empty where only its words tell what it is.
    thing: &'a str,
}

/// A notice as one rule looks at it.
struct View<'a> {
    when: &'a Unlisted,
    notice: &'a Notice,
    /// For every section its kinds and those of the sections around it.
    kinds: Vec<Vec<Kind>>,
}

impl<'a> View<'a> {
    /// The heading of the list, if there is a list to be missing from and nothing that silences the rule.
    fn list(&self) -> Option<Span> {
        let facts = &self.notice.facts;
        let silenced = facts.iter().any(|fact| is_one_of(&self.when.unless, fact));
        if silenced || !have_statuses(&self.when.items, self.notice) {
            return None;
        }
        let sections = self.notice.outline.sections.iter().zip(&self.kinds);
        let mut of_list = sections.filter(|(_, kinds)| among(&self.when.list, kinds));
        let told = |span: Span| span.of(&self.notice.script.text).contains(char::is_alphanumeric);
        of_list.find(|(section, _)| told(section.body)).map(|(section, _)| section.heading_span)
    }

    fn is_covered(&self) -> bool {
        self.listed().any(|fact| name(fact, &self.when.covered_by).is_some())
    }

    /// What is named and not in the list.
    fn missing(&self) -> Vec<Named<'a>> {
        let in_list: BTreeSet<&str> =
            self.listed().filter_map(|fact| name(fact, self.when.in_list())).collect();
        let known: Vec<&Word> = self.words_of_list_and_own().collect();
        let is_missing = |named: &Named<'_>| match named.thing {
            "" => !self.proper_names(named.span).any(|own| known.iter().any(|w| is_same(own, w))),
            thing => !in_list.contains(thing),
        };
        let facts = self.notice.facts.iter().filter(|fact| self.counts(fact));
        facts.filter_map(|fact| self.named(fact)).filter(is_missing).collect()
    }

    fn named(&self, fact: &'a Fact) -> Option<Named<'a>> {
        let thing = name(fact, &self.when.named)?;
        let span = if thing.is_empty() { self.whole_name(fact.span) } else { fact.span };
        Some(Named { span, thing })
    }

    /// A name from its first capitalised word: "Esimerkki Ohjelmat Oy", of which a fact has the end.
    fn whole_name(&self, span: Span) -> Span {
        let words = &self.notice.words;
        let text = &self.notice.script.text;
        let at = words.partition_point(|word| word.span.start < span.start);
        let before = words[..at].iter().rev().scan(span.start, |next, word| {
            let beside = text[word.span.end..*next].chars().all(char::is_whitespace);
            *next = word.span.start;
            (beside && word.capital).then_some(word.span.start)
        });
        Span::new(before.last().unwrap_or(span.start), span.end)
    }

    /// Whether a fact stands where what it names is outside the list.
    fn counts(&self, fact: &Fact) -> bool {
        let kinds = self.kinds_at(fact);
        // Where the list has words of its own ("Kelalta"), it may tell of the same thing in others ("Kela antaa"). In
        // prose that is the list itself; below a list of items it is something else.
        let outside = !among(&self.when.list, kinds)
            || (!self.when.listed_as.is_empty() && self.stands_below_a_list(fact));
        outside
            && (self.when.named_in.is_empty() || among(&self.when.named_in, kinds))
            && !among(&self.when.not_in, kinds)
            && !fact.negated
            && !self.is_excused(fact)
    }

    /// Whether items of a list stand above a fact in its section.
    fn stands_below_a_list(&self, fact: &Fact) -> bool {
        let section = fact.section.map(|index| &self.notice.outline.sections[index]);
        let above = section.map(|section| {
            Span::new(section.body.start, fact.sentence.start.max(section.body.start))
        });
        let above = above.map_or("", |above| above.of(&self.notice.script.text));
        above.lines().filter(|line| line.trim_start().starts_with(is_bullet)).count() > 1
    }

    fn is_excused(&self, fact: &Fact) -> bool {
        let mut beside = self.notice.facts.iter().filter(|other| other.sentence == fact.sentence);
        beside.any(|other| is_one_of(&self.when.unless_in_sentence, other))
    }

    fn listed(&self) -> impl Iterator<Item = &'a Fact> {
        let facts = self.notice.facts.iter();
        facts.filter(|fact| among(&self.when.list, self.kinds_at(fact)))
    }

    fn kinds_at(&self, fact: &Fact) -> &[Kind] {
        fact.section.map_or(&[], |index| &self.kinds[index])
    }

    /// The words of the list, and of where the controller tells its own name.
    fn words_of_list_and_own(&self) -> impl Iterator<Item = &'a Word> {
        let own = [Kind::Controller, Kind::ContactPerson, Kind::RegisterName];
        let is_known = move |kinds: &[Kind]| among(&self.when.list, kinds) || among(&own, kinds);
        let sections = self.notice.outline.sections.iter().zip(&self.kinds);
        let spans = sections
            .filter(move |(_, kinds)| is_known(kinds))
            .map(|(section, _)| section.heading_span.to(section.body))
            .chain(self.notice.outline.preamble);
        spans.flat_map(|span| words_in(&self.notice.words, span))
    }

    /// The words of a name: "Esimerkki Ohjelmat Oy" without its last, which says that it is a company.
    fn proper_names(&self, name: Span) -> impl Iterator<Item = &'a Word> {
        let words = words_in(&self.notice.words, name);
        words[..words.len().saturating_sub(1)].iter()
    }
}

/// What a fact names, when it is of one of the families.
fn name<'a>(fact: &'a Fact, families: &[String]) -> Option<&'a str> {
    families.iter().find_map(|family| within_family(&fact.name, family))
}

fn among(wanted: &[Kind], kinds: &[Kind]) -> bool {
    kinds.iter().any(|kind| wanted.contains(kind))
}

fn words_in(words: &[Word], span: Span) -> &[Word] {
    let first = words.partition_point(|word| word.span.start < span.start);
    let last = words.partition_point(|word| word.span.start < span.end);
    &words[first..last.max(first)]
}

/// Whether two words are one name in different cases: "Istekki" and "Istekin", never "Forex" and "Foreca".
fn is_same(a: &Word, b: &Word) -> bool {
    let shared = a.folded.chars().zip(b.folded.chars()).take_while(|(a, b)| a == b).count();
    let shorter = a.folded.chars().count().min(b.folded.chars().count());
    let enough = if shorter <= SHORT_NAME { shorter } else { (shorter - 2).max(SHORT_NAME) };
    shared >= enough
}

/// Names so short are the same only when one begins with the other whole.
const SHORT_NAME: usize = 5;

/// What is named, each thing and each wording once, in order.
fn distinct(named: &[Named<'_>], text: &str) -> String {
    let mut met = BTreeSet::new();
    let words = named.iter().filter_map(|one| {
        let words = on_one_line(one.span.of(text));
        let key = if one.thing.is_empty() { words.to_lowercase() } else { one.thing.to_owned() };
        met.insert(key).then_some(words)
    });
    words.collect::<Vec<_>>().join(", ")
}
