//! Whether words that stand before a number can be the title of the act of that number.

use super::name::{NameHit, alike};
use super::token::Token;
use super::{Reader, Reading};
use crate::law::names::GIVEN;
use crate::law::names::StatuteKind;
use crate::law::register::{Statute, StatuteId};

/// Longer titles occur, yet then the first words say enough.
const REACH: usize = 24;
/// Letters of a word that must stand in a title: short names bend and shorten ("kotihoitolaki" for "laki lasten
/// kotihoidon tuesta"), words of a full title do not.
const LETTERS: (usize, usize) = (4, 5);

/// The words before a number that make a title, first to last.
#[derive(Clone, Copy)]
pub(super) struct Title {
    pub(super) first: usize,
    pub(super) last: usize,
}

impl Reader<'_> {
    /// The words directly before a number that make the title of a law: "Metsälaki (", "laki X:stä (", "annetun lain (".
    pub(super) fn title_before(&self, reading: &Reading<'_>, number: usize) -> Option<Title> {
        let tokens = &reading.tokens;
        let heads = &self.wording.heads;
        let last = number.checked_sub(1)?;
        let gap = &reading.text[tokens[last].span.end..tokens[number].span.start];
        let near = gap.chars().count() <= 10 && !gap.contains(['.', ';', ',']);
        if !near || tokens[last].sentence != tokens[number].sentence {
            return None;
        }
        let clause = tokens[last].clause;
        let same = |at: &usize| tokens[*at].clause == clause;
        if let Some(headed) = heads.head_of(&tokens[last].lemma) {
            let given = last > 0 && tokens[last - 1].lemma == GIVEN;
            let reach = if headed.stem.is_empty() && given { 5 } else { 0 };
            let first = (last.saturating_sub(reach)..=last).rev().take_while(same).last()?;
            return Some(Title { first, last });
        }
        let opens = |at: &usize| {
            let headed = heads.head_of(&tokens[*at].lemma);
            let bare =
                headed.is_some_and(|headed| headed.stem.is_empty() && headed.head != "kaari");
            // "Lain nojalla ilman suostumusta (812/2000)" has no title in front of the number.
            bare && !self.wording.no_title.holds(&tokens[at + 1].lemma)
        };
        let row = (last.saturating_sub(REACH)..last).rev();
        row.take_while(same).find(opens).map(|first| Title { first, last })
    }

    /// Whether a title can be that of an act. Of an act whose own title is not known nothing can be said.
    pub(super) fn fits(&self, reading: &Reading<'_>, title: Title, act: &Statute) -> bool {
        if act.name_fi.is_empty() {
            return true;
        }
        let tokens = &reading.tokens[title.first..=title.last];
        if !self.kind_fits(tokens, act) {
            return false;
        }
        let letters = if tokens.len() == 1 { LETTERS.0 } else { LETTERS.1 };
        let said = tokens.iter().map(|token| self.content(&token.lemma)).filter(|w| w.len() >= 4);
        let mut said = said.peekable();
        said.peek().is_none() || said.any(|word| names_word(act, word, letters))
    }

    /// An act of parliament is no decree: "kirjastoasetus" cannot be the name of a "laki".
    fn kind_fits(&self, tokens: &[Token], act: &Statute) -> bool {
        let heads = &self.wording.heads;
        let edges = [tokens.first(), tokens.last()].into_iter().flatten();
        let mut kinds = edges.filter_map(|token| heads.head_of(&token.lemma)?.kind).peekable();
        let told = matches!(act.kind, StatuteKind::Act | StatuteKind::Decree);
        !told || kinds.peek().is_none() || kinds.any(|kind| kind == act.kind)
    }

    /// A lemma without its head: of "asiakastietolaki" the part "asiakastieto".
    fn content<'l>(&'l self, lemma: &'l str) -> &'l str {
        match self.wording.heads.head_of(lemma) {
            Some(headed) => headed.stem,
            None if lemma == GIVEN => "",
            None => lemma,
        }
    }

    /// Whether an act could be meant by a short name that the registers give to another: their titles share a word.
    pub(super) fn could_mean(&self, act: StatuteId, name: &NameHit) -> bool {
        let act = self.register.statute(act);
        let shares =
            |other: &StatuteId| shares_a_word(&act.name_fi, &self.register.statute(*other).name_fi);
        name.acts.iter().any(shares)
    }

    /// Whether an act is of the same kind as one that bears a name.
    pub(super) fn is_of_kind(&self, act: StatuteId, name: &NameHit) -> bool {
        let kind = self.register.statute(act).kind;
        name.acts.iter().any(|other| self.register.statute(*other).kind == kind)
    }
}

/// Whether a word of a title, or the beginning of a compound, occurs in the names of an act.
fn names_word(statute: &Statute, word: &str, letters: usize) -> bool {
    let beginning: String = word.chars().take(letters).collect();
    let mut names = statute.names().chain([statute.name_fi.as_str()]);
    names.any(|name| name.to_lowercase().replace('-', "").contains(&beginning))
}

fn shares_a_word(a: &str, b: &str) -> bool {
    let words = |title: &str| -> Vec<String> {
        title.to_lowercase().split_whitespace().map(str::to_owned).collect()
    };
    let theirs = words(b);
    words(a).iter().any(|word| theirs.iter().any(|other| alike(word, other)))
}
