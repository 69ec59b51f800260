//! Text that was left from the notice of another register: it names another register than this one, or tells the periods of
//! another service.

use super::Look;
use crate::canon::Kind;
use crate::finding::Finding;
use crate::finnish::words::Word;
use crate::place::{Span, on_one_line};
use crate::recognise::Fact;
use crate::segment::Section;

/// A register from which data are disclosed: the notice's own, whatever else it calls it.
const DISCLOSED_FROM: &str = "register_disclosed_from";
/// A word that names a register: "asiakasrekisteri".
const REGISTER: &str = "register_word";
/// A notice of many registers has as many names.
const MANY: &str = "many_registers";
/// A figure that tells how long something is kept.
const PERIOD: &str = "retention_period";
/// A word of a label that names a service: "Nuorten työpajatoiminta:".
const SERVICE: &str = "service_word";

/// So many letters make a stem: "maahanmuuttajien", "maahanmuuttopalvelut". Shorter words tell nothing.
const STEM: usize = 5;

/// A register by another name than the notice gives to its own.
pub(super) fn register(look: &Look<'_>) -> Vec<Finding> {
    let own = OwnWords::of(look, &[Kind::RegisterName]);
    let names_one = look.facts(REGISTER).any(|fact| own.covers(fact.span));
    if !names_one || look.facts(MANY).next().is_some() {
        return Vec::new();
    }
    let name = |fact: &Fact| own.attribute(fact.span).filter(|name| !own.know(name));
    let mut found = look.facts(DISCLOSED_FROM).filter_map(|fact| Some((name(fact)?, fact)));
    let finding = |(name, fact): (&Word, &Fact)| {
        let mut filling = look.filling();
        let span = name.span.to(fact.span);
        filling.set("written", on_one_line(span.of(&look.notice.script.text)));
        filling.raised_at(span)
    };
    found.next().map(finding).into_iter().collect()
}

/// Periods all of which are told of a service that the notice is not about.
pub(super) fn retention(look: &Look<'_>) -> Vec<Finding> {
    let text = look.notice.script.text.as_str();
    let own = OwnWords::of(look, &[Kind::RegisterName, Kind::Purposes, Kind::DataSubjects]);
    let of_retention = |fact: &&Fact| {
        let section = fact.section.map(|at| &look.notice.outline.sections[at]);
        section.is_some_and(|section| section.kinds.contains(&Kind::Retention))
    };
    let periods: Vec<&Fact> = look.facts(PERIOD).filter(of_retention).collect();
    let labels: Option<Vec<Span>> = periods.iter().map(|fact| label(fact, text)).collect();
    let Some((first, labels)) = labels.as_deref().and_then(<[Span]>::split_first) else {
        return Vec::new();
    };
    let is_foreign = |label: &Span| {
        look.facts(SERVICE).any(|fact| label.overlaps(fact.span))
            && own.words_in(*label).all(|word| !is_telling(word) || !own.know(word))
    };
    if !is_foreign(first) || !labels.iter().all(is_foreign) {
        return Vec::new();
    }
    let mut filling = look.filling();
    filling.set("written", on_one_line(first.of(text)));
    vec![filling.raised_at(*first)]
}

/// The words before the colon that opens the sentence of a fact.
fn label(fact: &Fact, text: &str) -> Option<Span> {
    let before = Span::new(fact.sentence.start, fact.span.start).of(text);
    let colon = before.find(':')?;
    Some(Span::new(fact.sentence.start, fact.sentence.start + colon))
}

/// The words by which a notice calls what it is about.
struct OwnWords<'a> {
    words: &'a [Word],
    places: Vec<Span>,
}

impl<'a> OwnWords<'a> {
    /// Those of the title and of the sections of some kinds.
    fn of(look: &'a Look<'_>, kinds: &[Kind]) -> Self {
        let outline = &look.notice.outline;
        let is_own = |section: &&Section| section.kinds.iter().any(|kind| kinds.contains(kind));
        let sections = outline.sections.iter().filter(is_own);
        let sections = sections.map(|section| section.heading_span.to(section.body));
        Self {
            words: &look.notice.words,
            places: outline.preamble.into_iter().chain(sections).collect(),
        }
    }

    fn covers(&self, span: Span) -> bool {
        self.places.iter().any(|place| place.overlaps(span))
    }

    /// Whether the title or the name has a word of the same stem.
    fn know(&self, word: &Word) -> bool {
        let mut own = self.words.iter().filter(|own| self.covers(own.span));
        own.any(|own| are_of_one_stem(&own.folded, &word.folded))
    }

    fn words_in(&self, span: Span) -> impl Iterator<Item = &'a Word> {
        self.words.iter().filter(move |word| span.overlaps(word.span))
    }

    /// The word that tells which register is meant: a compound itself, or the one before a bare "rekisteristä".
    fn attribute(&self, register: Span) -> Option<&'a Word> {
        self.words_in(register).find(|word| is_telling(word))
    }
}

/// Whether a word is long enough to tell what is meant.
fn is_telling(word: &Word) -> bool {
    word.folded.chars().count() >= STEM
}

/// Whether the beginning of a word stands in the other: "asiakasrekisteristä" and "potilasasiakkaat".
fn are_of_one_stem(own: &str, word: &str) -> bool {
    let end = word.char_indices().nth(STEM).map_or(word.len(), |(at, _)| at);
    own.contains(&word[..end])
}
