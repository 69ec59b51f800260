//! All names by which the acts of the register go, in every order in which their words are written.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::head::{GIVEN, Heads};
use crate::finnish::words::words;
use crate::law::register::{Register, StatuteId};

/// Kinds of name, the surest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// One word that is a title in the index only: others may use it as a short name for another act.
    IndexedWord,
    /// A short name of the register.
    Short,
    /// A title of several words in the index.
    IndexedTitle,
    /// A title of the register.
    Title,
    /// A short name that the notice itself gives an act.
    Defined,
}

/// All names of the register.
#[derive(Debug)]
pub(crate) struct NameBook {
    /// In drawers by the beginning of their first word.
    names: FxHashMap<String, Vec<Name>>,
    abbreviations: FxHashMap<String, Vec<StatuteId>>,
}

/// A name in one order of its words, and the acts that bear or bore it.
#[derive(Debug)]
pub(super) struct Name {
    /// Its words as lemmas, with blanks between.
    pub(super) lemmas: String,
    /// How many they are.
    pub(super) length: usize,
    pub(super) acts: Vec<StatuteId>,
    /// [`Rank::Title`] where one of the acts has it for a title, else [`Rank::Short`].
    pub(super) rank: Rank,
}

impl NameBook {
    pub(crate) fn new(register: &Register, heads: &Heads) -> Self {
        let mut forms: BTreeMap<String, (Vec<StatuteId>, Rank)> = BTreeMap::new();
        let mut abbreviations: FxHashMap<String, Vec<StatuteId>> = FxHashMap::default();
        for (id, statute) in register.statutes() {
            let short = statute.short.iter().chain(&statute.short_sv).map(String::as_str);
            let titles = statute.titles().map(|title| (title, Rank::Title));
            for (name, rank) in titles.chain(short.map(|name| (name, Rank::Short))) {
                for form in forms_of(heads, name) {
                    let (acts, highest) = forms.entry(form).or_insert((Vec::new(), rank));
                    if !acts.contains(&id) {
                        acts.push(id);
                    }
                    *highest = rank.max(*highest);
                }
            }
            for letters in &statute.abbreviations {
                abbreviations.entry(letters.clone()).or_default().push(id);
            }
        }
        let mut names: FxHashMap<String, Vec<Name>> = FxHashMap::default();
        for (lemmas, (acts, rank)) in forms {
            let length = lemmas.split(' ').count();
            let drawer = names.entry(key(&lemmas).to_owned()).or_default();
            drawer.push(Name { lemmas, length, acts, rank });
        }
        Self { names, abbreviations }
    }

    /// The names that begin somewhat like a lemma, in alphabetical order.
    pub(super) fn beginning_like(&self, lemma: &str) -> impl Iterator<Item = &Name> {
        self.names.get(key(lemma)).into_iter().flatten()
    }

    /// The acts for whose names letters stand.
    pub(super) fn abbreviated(&self, letters: &str) -> Option<&[StatuteId]> {
        self.abbreviations.get(letters).map(Vec::as_slice)
    }
}

/// The drawer of a name, or of the lemma with which it begins.
fn key(lemma: &str) -> &str {
    lemma.char_indices().nth(2).map_or(lemma, |(end, _)| &lemma[..end])
}

/// The orders of words in which a name is written, as lemmas with blanks between.
fn forms_of(heads: &Heads, name: &str) -> Vec<String> {
    let lemmas: Vec<String> =
        words(name).into_iter().map(|word| heads.lemma(&word.folded)).collect();
    let head = lemmas.iter().position(|lemma| heads.is_head(lemma));
    let Some(head) = head.filter(|head| head + 1 < lemmas.len()) else {
        return vec![lemmas.join(" ")].into_iter().filter(|lemmas| !lemmas.is_empty()).collect();
    };
    if heads.head_of(&lemmas[head]).is_some_and(|headed| headed.swedish) {
        return vec![lemmas[head..].join(" ")];
    }
    let issuer = lemmas[..head].join(" ");
    let content = lemmas[head + 1..].join(" ");
    let last = &lemmas[head];
    let head_first = format!("{last} {content}");
    if issuer.is_empty() {
        return vec![head_first, format!("{content} {GIVEN} {last}")];
    }
    vec![
        format!("{issuer} {head_first}"),
        format!("{content} {GIVEN} {last}"),
        format!("{content} {GIVEN} {issuer} {last}"),
        head_first,
    ]
}

#[cfg(test)]
mod tests {
    use super::forms_of;
    use crate::law::cite::Wording;
    use crate::rule::RuleFiles;

    #[test]
    fn a_title_is_met_in_both_orders() {
        let wording = Wording::load(&RuleFiles::embedded()).expect("the wording loads");
        let forms = |name| forms_of(&wording.heads, name);
        assert_eq!(
            forms("Valtioneuvoston asetus jätteistä"),
            [
                "valtioneuvoston asetus jätteistä",
                "jätteistä annettu asetus",
                "jätteistä annettu valtioneuvoston asetus",
                "asetus jätteistä",
            ]
        );
        assert_eq!(forms("Henkilötietolaki"), ["henkilötietolaki"]);
    }
}
