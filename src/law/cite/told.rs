//! What is told of a mention: its words, its act, the status of that act on the day asked for.

use super::meaning::Meaning;
use super::provision::{Provision, provisions};
use super::{Mention, Reader, Reading, section};
use crate::finding::Confidence;
use crate::law::register::{Statute, StatuteId};
use crate::law::{Citation, CitationStatus, Problem};
use crate::place::Span;

/// Letters before the head that make a word a name of an act, when a section is cited: "kotiseutulain 5 §".
const STEM: usize = 4;

impl Reader<'_> {
    /// The citation that a mention is, if it is one.
    pub(super) fn cite(&self, reading: &Reading<'_>, mention: &Mention) -> Option<Citation> {
        let (first, last) = (mention.first(), mention.last());
        let part_of_title = mention.name.is_none() || mention.number.is_none();
        if part_of_title && reading.around.is_title_part(reading.words, first, last) {
            return None;
        }
        let place = section::find(self.wording, reading.text, &reading.tokens, (first, last));
        let meaning = self.meaning(reading, mention, place.is_some())?;
        let span = self.span(reading, mention);
        let history = reading.around.is_history(reading.words, first, last);
        Some(self.citation(mention, &meaning, place, span, history))
    }

    /// Words that name an act by a name that no register holds and cite a section of it.
    pub(super) fn nameless(&self, reading: &Reading<'_>, mentions: &[Mention]) -> Vec<Citation> {
        let taken = |at: usize| mentions.iter().any(|m| m.first() <= at && at <= m.last());
        let names_an_act = |at: &usize| {
            let headed = self.wording.heads.head_of(&reading.tokens[*at].lemma);
            headed.is_some_and(|headed| {
                let long = headed.stem.chars().count() >= STEM;
                long && headed.kind.is_some() && !headed.swedish && !taken(*at)
            })
        };
        let places = (0..reading.tokens.len()).filter(names_an_act).filter_map(|at| {
            let place = section::after_act(self.wording, reading.text, &reading.tokens, at)?;
            let beside_number = mentions.iter().any(|m| m.first() == at + 1);
            (place.contains('§') && !beside_number).then_some((at, place))
        });
        let unknown = |(at, place): (usize, String)| {
            let mention = Mention { name: None, number: None };
            let meaning = Meaning::unknown_name();
            self.citation(&mention, &meaning, Some(place), reading.tokens[at].span, false)
        };
        places.map(unknown).collect()
    }

    /// The words cited: title or name, number and closing bracket.
    fn span(&self, reading: &Reading<'_>, mention: &Mention) -> Span {
        let tokens = &reading.tokens;
        let mut first = mention.first();
        if mention.name.is_none() {
            first = self.title_before(reading, first).map_or(first, |title| title.first);
        } else {
            while first > 0
                && self.wording.lead.holds(&tokens[first - 1].lemma)
                && tokens[first - 1].sentence == tokens[first].sentence
                && tokens[first - 1].clause == tokens[first].clause
            {
                first -= 1;
            }
        }
        let start = tokens[first].span.start.min(mention.start(reading));
        let mut end = tokens[mention.last()].span.end;
        let cited = &reading.text[start..end];
        if cited.matches('(').count() > cited.matches(')').count()
            && reading.text[end..].starts_with(')')
        {
            end += 1;
        }
        Span::new(start, end)
    }

    fn citation(
        &self,
        mention: &Mention,
        meaning: &Meaning,
        section: Option<String>,
        span: Span,
        history: bool,
    ) -> Citation {
        let statute = meaning.act.map(|act| self.register.statute(act));
        let statute = statute.as_deref();
        let (status, problem) = self.status(statute, meaning.problem, section.as_deref());
        let confidence = statute.map_or(Confidence::Medium, |statute| statute.confidence);
        let id_of = |act: &StatuteId| self.register.statute(*act).id.clone();
        let repealed = statute.filter(|statute| statute.is_repealed(self.as_of));
        Citation {
            span,
            id: statute.map(|statute| statute.id.clone()).or_else(|| mention.written_id()),
            name: statute.map(|act| act.title().to_owned()).filter(|name| !name.is_empty()),
            section,
            status,
            problem,
            repealed_on: repealed.and_then(|act| act.repealed_on).map(|date| date.to_string()),
            replaced_by: statute.map(|statute| statute.replaced_by.clone()).unwrap_or_default(),
            others: meaning.others.iter().map(id_of).collect(),
            confidence: confidence.min(meaning.confidence),
            history: history && status == CitationStatus::Repealed,
        }
    }

    fn status(
        &self,
        statute: Option<&Statute>,
        problem: Option<Problem>,
        section: Option<&str>,
    ) -> (CitationStatus, Option<Problem>) {
        let Some(statute) = statute else {
            return (CitationStatus::Unknown, problem.or(Some(Problem::Unknown)));
        };
        if matches!(problem, Some(Problem::Misnumbered | Problem::TitleMismatch)) {
            return (CitationStatus::Misnumbered, problem);
        }
        if statute.is_a_hint() {
            // The act exists; more is not known, and of that nobody is accused.
            return (CitationStatus::Unknown, problem);
        }
        if statute.is_repealed(self.as_of) {
            return (CitationStatus::Repealed, Some(Problem::Repealed));
        }
        if statute.is_future(self.as_of) {
            return (CitationStatus::NotYetInForce, Some(Problem::NotYetInForce));
        }
        let places = || provisions(self.wording, section.unwrap_or_default());
        let wrong = || {
            let lacks = places().iter().any(|place| self.articles.lack(&statute.id, place));
            lacks.then_some(Problem::NoSuchProvision)
        };
        let gone = || self.has_lost(statute, &places()).then_some(Problem::SectionRepealed);
        // A number written backwards is the lesser fault.
        (CitationStatus::InForce, wrong().or_else(gone).or(problem))
    }

    /// Whether an act in force has lost a section that is cited.
    fn has_lost(&self, statute: &Statute, places: &[Provision]) -> bool {
        let lost = |place: &Provision| {
            place.section.as_ref().is_some_and(|own| statute.repealed_sections.contains(own))
        };
        statute.partially_repealed_on.is_some_and(|day| day <= self.as_of)
            && places.iter().any(lost)
    }
}
