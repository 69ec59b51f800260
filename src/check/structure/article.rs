//! An article that does not say what is claimed beside it: "oikeus tulla unohdetuksi (15 artikla)".
//!
//! Only what stands right beside an article is compared, and only where no claim of the whole sentence may have the
//! article cited for it: a sentence may tell of several rights and then of their articles in a row.

use std::collections::BTreeMap;

use super::Look;
use crate::check::fill::further;
use crate::finding::Finding;
use crate::law::{CitedArticles, Claim};
use crate::place::{Span, on_one_line};
use crate::recognise::Fact;
use crate::rule::Source;

/// The act whose articles are meant where none is named.
const GDPR: &str = "(EU) 2016/679";

/// One finding for every claim with a wrong article; its other places belong to it.
pub(super) fn findings(look: &Look<'_>) -> Vec<Finding> {
    let claimed = Claimed::of(look);
    if !look.notice.citations.iter().any(|citation| citation.id.as_deref() == Some(GDPR)) {
        return Vec::new();
    }
    let mut wrong: BTreeMap<&str, Vec<(Span, &Fact, &Claim)>> = BTreeMap::new();
    let articles = look.law.articles(&look.notice.script.text, &look.notice.words);
    for cited in &articles {
        if let Some((fact, claim)) = claimed.wrongly(cited, &articles) {
            wrong.entry(&claim.fact).or_default().push((cited.span, fact, claim));
        }
    }
    wrong.values().map(|places| finding(look, places)).collect()
}

fn finding(look: &Look<'_>, places: &[(Span, &Fact, &Claim)]) -> Finding {
    let (span, fact, claim) = places[0];
    let text = look.notice.script.text.as_str();
    let told = Source { law: GDPR.to_owned(), place: claim.told.clone() };
    let mut filling = look.filling();
    filling.set("written", on_one_line(fact.span.of(text)));
    filling.set("section", on_one_line(span.of(text)));
    filling.set("told", told.cited(look.context.language));
    let related = further(places[1..].iter().map(|(span, ..)| *span), text);
    Finding { related, ..filling.raised_at(span) }
}

/// The claims of a notice.
struct Claimed<'a> {
    look: &'a Look<'a>,
    facts: Vec<(&'a Fact, &'a Claim)>,
}

impl<'a> Claimed<'a> {
    fn of(look: &'a Look<'a>) -> Self {
        let claim = |fact: &'a Fact| Some((fact, look.law.claims().of(&fact.name)?));
        Self { look, facts: look.notice.facts.iter().filter_map(claim).collect() }
    }

    /// The claim beside which articles are wrongly cited.
    fn wrongly(
        &self,
        cited: &CitedArticles,
        all: &[CitedArticles],
    ) -> Option<(&'a Fact, &'a Claim)> {
        if self.is_of_another_act(cited) {
            return None;
        }
        let same = |(fact, _): &&(&Fact, &Claim)| fact.sentence.overlaps(cited.span);
        if self.facts.iter().filter(same).any(|(_, claim)| claim.allows(&cited.places)) {
            return None;
        }
        let beside = |(fact, _): &&(&Fact, &Claim)| {
            let others = all.iter().filter(|other| other.span != cited.span);
            self.is_beside(fact, cited)
                && !others.into_iter().any(|other| self.is_beside(fact, other))
        };
        let mut beside = self.facts.iter().filter(same).filter(beside);
        beside.find(|(_, claim)| claim.refuses(&cited.places)).copied()
    }

    /// Whether the sentence names another act, whose articles these may be.
    fn is_of_another_act(&self, cited: &CitedArticles) -> bool {
        let words = &self.look.notice.words;
        let sentence = words[cited.first].sentence;
        let of_sentence = |span: Span| {
            words.iter().any(|word| word.sentence == sentence && word.span.overlaps(span))
        };
        let mut acts = self.look.notice.citations.iter();
        acts.any(|act| act.id.as_deref() != Some(GDPR) && of_sentence(act.span))
    }

    /// Whether an article stands right behind a claim, in brackets or after a few words that only lead on to it
    /// ("EU:n tietosuoja-asetuksen"), or right before it: "15 artiklan mukainen oikeus …", "15 artikla: …".
    fn is_beside(&self, fact: &Fact, cited: &CitedArticles) -> bool {
        let text = self.look.notice.script.text.as_str();
        let (gap, marks): (Span, &[char]) = if fact.span.end <= cited.span.start {
            (Span::new(fact.span.end, cited.span.start), &['(', ':', '–', '-', '/', '.'])
        } else if cited.span.end <= fact.span.start {
            (Span::new(cited.span.end, fact.span.start), &[':', '–', '-'])
        } else {
            return false;
        };
        let between = gap.of(text);
        let plain = |c: char| c.is_alphanumeric() || c == ' ' || c == '\n' || marks.contains(&c);
        let one_block = !between.contains('\n') || between.trim_start().starts_with('(');
        let words = self.look.notice.words.iter().filter(|word| word.span.overlaps(gap));
        let mut words = words.map(|word| word.folded.as_str());
        between.chars().all(plain)
            && one_block
            && words.all(|word| self.look.law.claims().may_part(word))
    }
}
