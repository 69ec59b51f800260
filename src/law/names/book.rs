//! All names by which the acts of the register go, in every order in which their words are written.

use std::collections::BTreeMap;

use super::act::ActNames;
use super::head::{GIVEN, Heads};
use crate::finnish::words::words;
use crate::table::{Keys, Lists, Numbers, Strings};

/// Kinds of name, the surest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
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

/// All names of the register. Acts are told by their places in it.
#[derive(Debug, Clone, Default)]
pub(crate) struct NameBook {
    /// The beginnings of names.
    pub(crate) drawers: Keys,
    /// Of each beginning where its names end.
    pub(crate) ends: Numbers,
    /// Names in alphabetical order: their words as lemmas, with blanks between.
    pub(crate) names: Strings,
    /// Of each name how many words it has.
    pub(crate) lengths: Numbers,
    /// Of each name whether it is a title.
    pub(crate) titles: Numbers,
    /// Of each name the acts that bear or bore it.
    pub(crate) acts: Lists,
    pub(crate) abbreviations: Keys,
    /// Of each abbreviation the acts for whose names it stands.
    pub(crate) abbreviated: Lists,
}

/// A name in one order of its words, and the acts that bear or bore it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Name<'b> {
    /// Its words as lemmas, with blanks between.
    pub(crate) lemmas: &'b str,
    /// How many they are.
    pub(crate) length: usize,
    pub(crate) acts: &'b [u32],
    /// [`Rank::Title`] where one of the acts has it for a title, else [`Rank::Short`].
    pub(crate) rank: Rank,
}

impl NameBook {
    /// The names of acts, in the order of the register.
    pub(crate) fn of<'a>(heads: &Heads, acts: impl Iterator<Item = ActNames<'a>>) -> Self {
        let mut forms: BTreeMap<String, (Vec<usize>, Rank)> = BTreeMap::new();
        let mut abbreviations: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (act, names) in acts.enumerate() {
            let titles = names.titles().map(|title| (title, Rank::Title));
            for (name, rank) in titles.chain(names.shorts().map(|name| (name, Rank::Short))) {
                for form in forms_of(heads, name) {
                    let (acts, highest) = forms.entry(form).or_insert((Vec::new(), rank));
                    if !acts.contains(&act) {
                        acts.push(act);
                    }
                    *highest = rank.max(*highest);
                }
            }
            for letters in names.abbreviations {
                abbreviations.entry(letters).or_default().push(act);
            }
        }
        let mut book = Self::default();
        for (lemmas, (acts, rank)) in forms {
            book.add(&lemmas, acts, rank);
        }
        for (letters, acts) in abbreviations {
            book.abbreviations.add(letters);
            book.abbreviated.push(acts);
        }
        book
    }

    /// Adds a name; they come in alphabetical order.
    fn add(&mut self, lemmas: &str, acts: Vec<usize>, rank: Rank) {
        if !self.drawers.holds(key(lemmas)) {
            if !self.names.is_empty() {
                self.ends.push(self.names.len());
            }
            self.drawers.add(key(lemmas));
        }
        self.names.push(lemmas);
        self.lengths.push(lemmas.split(' ').count());
        self.titles.push(usize::from(rank == Rank::Title));
        self.acts.push(acts);
    }

    /// The names that begin somewhat like a lemma, in alphabetical order.
    pub(crate) fn beginning_like(&self, lemma: &str) -> impl Iterator<Item = Name<'_>> {
        let names = self.drawers.find(key(lemma)).map(|drawer| {
            let start = drawer.checked_sub(1).and_then(|before| self.ends.get(before));
            start.unwrap_or(0)..self.ends.get(drawer).unwrap_or(self.names.len())
        });
        names.into_iter().flatten().map(|at| Name {
            lemmas: self.names.get(at),
            length: self.lengths.get(at).unwrap_or_default(),
            acts: self.acts.get(at),
            rank: if self.titles.get(at) == Some(1) { Rank::Title } else { Rank::Short },
        })
    }

    /// The acts for whose names letters stand.
    pub(crate) fn abbreviated(&self, letters: &str) -> Option<&[u32]> {
        self.abbreviations.find(letters).map(|at| self.abbreviated.get(at))
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
