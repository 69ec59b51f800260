//! One clue, checked: words to look for and where they count.

use std::ops::RangeInclusive;

use super::view::{View, among};
use super::written::{ClueFile, Negated, Part};
use crate::canon::Kind;
use crate::law::CitationStatus;
use crate::phrase::{Hit, PhraseBook, PhraseId};
use crate::place::Span;
use crate::rule::{AuthorError, RuleFile};

/// A clue of an item or a signal.
#[derive(Debug)]
pub(super) struct Clue {
    sought: Sought,
    within: Vec<Kind>,
    not_in: Vec<Kind>,
    where_no_section: Vec<Kind>,
    with: Vec<PhraseId>,
    without: Vec<PhraseId>,
    negated: Negated,
    part: Part,
    alone: bool,
}

#[derive(Debug)]
enum Sought {
    Phrases(Vec<PhraseId>),
    /// A section with so many words of text.
    Section(RangeInclusive<usize>),
    /// A statute that is none of these.
    StatuteOtherThan(Vec<String>),
}

impl Clue {
    pub(super) fn compile(
        written: &ClueFile,
        file: &RuleFile,
        book: &mut PhraseBook,
    ) -> Result<Self, AuthorError> {
        let any = phrases(&written.any, file, book)?;
        let sought = match (any.is_empty(), written.words, &written.statute_other_than) {
            (false, None, None) => Sought::Phrases(any),
            (true, Some(words), None) if !written.within.is_empty() => {
                Sought::Section(words..=written.words_at_most.unwrap_or(usize::MAX))
            }
            (true, None, Some(acts)) => Sought::StatuteOtherThan(acts.clone()),
            _ => {
                let message = "a clue needs exactly one of `any`, `statute_other_than`, \
                               or `words` together with `in`";
                return Err(file.error_at(0, message));
            }
        };
        Ok(Self {
            sought,
            within: written.within.clone(),
            not_in: written.not_in.clone(),
            where_no_section: written.where_no_section.clone(),
            with: phrases(&written.with, file, book)?,
            without: phrases(&written.without, file, book)?,
            negated: written.negated,
            part: written.part,
            alone: written.alone,
        })
    }

    /// Where the clue is found, in order.
    pub(super) fn spots(&self, view: &View<'_>) -> Vec<Span> {
        let sections = &view.reading.outline.sections;
        if sections.iter().any(|section| among(&self.where_no_section, &section.kinds)) {
            return Vec::new();
        }
        let mut spots = match &self.sought {
            Sought::Phrases(any) => self.phrase_spots(any, view),
            Sought::Section(words) => self.section_spots(words, view),
            Sought::StatuteOtherThan(acts) => statute_spots(acts, view),
        };
        spots.sort_unstable();
        spots.dedup_by_key(|spot| spot.start);
        spots
    }

    fn phrase_spots(&self, any: &[PhraseId], view: &View<'_>) -> Vec<Span> {
        any.iter()
            .flat_map(|phrase| view.hits(*phrase))
            .filter(|hit| self.counts(**hit, view))
            .map(|hit| hit.span(&view.words))
            .collect()
    }

    fn counts(&self, hit: Hit, view: &View<'_>) -> bool {
        let kinds = view.kinds(hit.first);
        let by_words = self.within.contains(&Kind::Rights) && view.speaks_of_rights(hit.first);
        let topics = view.topics(hit.first);
        let inside = by_words
            || self.within.is_empty()
            || among(&self.within, kinds)
            || among(&self.within, topics);
        let alone = !self.alone
            || view.own_kinds(hit.first).iter().all(|kind| {
                *kind == Kind::Other || among(&self.within, std::slice::from_ref(kind))
            });
        let place = inside
            && alone
            && !self.not_in.iter().any(|kind| view.own_kinds(hit.first).contains(kind));
        let part = match self.part {
            Part::All => true,
            Part::Text => !view.in_heading(hit.first),
            Part::Heading => view.in_heading(hit.first),
        };
        let polarity = match self.negated {
            Negated::Counts => true,
            Negated::Refused => !view.negated(hit),
            Negated::Required => view.negated(hit),
        };
        let company = self.with.is_empty()
            || view.in_sentence(&self.with, hit.first)
            || view.in_lead(&self.with, hit.first);
        place && part && polarity && company && !view.in_sentence(&self.without, hit.first)
    }

    fn section_spots(&self, words: &RangeInclusive<usize>, view: &View<'_>) -> Vec<Span> {
        view.sections_of_kind(&self.within)
            .filter(|(_, kinds)| !self.not_in.iter().any(|kind| kinds.contains(kind)))
            .map(|(section, _)| section)
            .filter(|section| !self.alone || section.kinds.iter().all(|k| self.within.contains(k)))
            .filter_map(|section| {
                let range = view.words_in(section.body);
                let enough = words.contains(&range.len());
                let company = self.with.is_empty() || view.in_span(&self.with, section.body);
                let clean = !view.in_span(&self.without, section.body);
                (enough && company && clean).then(|| {
                    let shown = &view.words[range.start..range.end.min(range.start + QUOTED_WORDS)];
                    match (shown.first(), shown.last()) {
                        (Some(first), Some(last)) => first.span.to(last.span),
                        // Nothing stands below the heading: the heading itself is shown.
                        _ => section.heading_span,
                    }
                })
            })
            .collect()
    }
}

/// Of a section that counts as a whole so many words are quoted.
const QUOTED_WORDS: usize = 8;

fn statute_spots(acts: &[String], view: &View<'_>) -> Vec<Span> {
    let citations = view.reading.citations.iter();
    citations
        // A slip in the number leaves the act named.
        .filter(|c| matches!(c.status, CitationStatus::InForce | CitationStatus::Misnumbered))
        .filter(|citation| citation.id.as_ref().is_some_and(|id| !acts.contains(id)))
        .map(|citation| citation.span)
        .collect()
}

/// Phrases with the place of an author's mistake.
pub(super) fn phrases(
    written: &[toml::Spanned<String>],
    file: &RuleFile,
    book: &mut PhraseBook,
) -> Result<Vec<PhraseId>, AuthorError> {
    written
        .iter()
        .map(|phrase| {
            let add = book.add(phrase.get_ref());
            add.map_err(|why| file.error_at(phrase.span().start, why.to_string()))
        })
        .collect()
}
