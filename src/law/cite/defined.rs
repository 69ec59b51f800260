//! Names that a notice gives an act itself: "(jäljempänä asiakaslaki)" holds from there on.

use super::name::NameHit;
use super::{Mention, Reader, Reading};
use crate::law::names::Rank;
use crate::law::register::StatuteId;

/// The longest name a notice gives, in words.
const LONGEST: usize = 3;

/// A name given in the text.
struct Definition {
    /// Where it is given, as tokens: the definition itself cites nothing anew.
    first: usize,
    last: usize,
    lemmas: Vec<String>,
    /// Letters ("TSL") hold with their capitals only.
    letters: Option<String>,
    act: StatuteId,
}

impl Reader<'_> {
    /// Finds what names the text gives, and reads them as citations wherever they stand later.
    pub(super) fn apply_definitions(&self, reading: &Reading<'_>, mentions: &mut Vec<Mention>) {
        let definitions: Vec<Definition> =
            mentions.iter().filter_map(|mention| self.definition(reading, mention)).collect();
        if definitions.is_empty() {
            return;
        }
        mentions.retain(|mention| {
            let inside = |d: &Definition| d.first <= mention.first() && mention.last() <= d.last;
            !definitions.iter().any(inside)
        });
        let hits: Vec<NameHit> =
            definitions.iter().flat_map(|definition| definition.uses(reading)).collect();
        for hit in hits {
            let overlaps = |m: &Mention| m.first() <= hit.last && hit.first <= m.last();
            match mentions.iter_mut().find(|mention| overlaps(mention)) {
                // A longer name, or a number beside, knows better what it is.
                Some(Mention { number: None, name: Some(name) })
                    if name.first >= hit.first && name.last <= hit.last =>
                {
                    *name = hit;
                }
                Some(_) => {}
                None => mentions.push(Mention { name: Some(hit), number: None }),
            }
        }
        mentions.sort_by_key(Mention::first);
    }

    /// The name given to the act of a mention right behind it.
    fn definition(&self, reading: &Reading<'_>, mention: &Mention) -> Option<Definition> {
        let last = mention.last();
        let before = reading.around.definition_after(reading.words, last)?;
        let act = self.meaning(reading, mention, true)?.act?;
        let first = before + 1;
        let clause = reading.tokens.get(first)?.clause;
        let row = reading.tokens[first..].iter().take(LONGEST + 1);
        let length = row.take_while(|token| token.clause == clause).count();
        if !(1..=LONGEST).contains(&length) {
            return None;
        }
        let tokens = &reading.tokens[first..first + length];
        let raw = tokens[0].span.of(reading.text);
        let capitals = raw.chars().filter(|c| c.is_uppercase()).count();
        let letters = (length == 1 && capitals >= 2).then(|| raw.to_owned());
        // "(jäljempänä laki)" is too common a word to be looked for.
        let named = letters.is_some() || !self.wording.heads.is_head(&tokens[length - 1].lemma);
        let lemmas = tokens.iter().map(|token| token.lemma.clone()).collect();
        let last = first + length - 1;
        named.then_some(Definition { first: before, last, lemmas, letters, act })
    }
}

impl Definition {
    /// The places after the definition where its name stands.
    fn uses<'a>(&'a self, reading: &'a Reading<'_>) -> impl Iterator<Item = NameHit> + 'a {
        let length = self.lemmas.len();
        let starts = self.last + 1..(reading.tokens.len() + 1).saturating_sub(length);
        starts.filter(move |at| self.stands_at(reading, *at)).map(move |first| NameHit {
            first,
            last: first + length - 1,
            acts: vec![self.act],
            rank: Rank::Defined,
            doubtful: false,
        })
    }

    fn stands_at(&self, reading: &Reading<'_>, at: usize) -> bool {
        let tokens = &reading.tokens[at..at + self.lemmas.len()];
        match &self.letters {
            Some(letters) => {
                let raw = tokens[0].span.of(reading.text);
                raw.split(':').next() == Some(letters.as_str())
            }
            None => tokens.iter().zip(&self.lemmas).all(|(token, lemma)| token.lemma == *lemma),
        }
    }
}
