//! Names of statutes in a text, in any case and order: "laki X:stä", "X:stä annetun lain", "henkilötietolaissa".

use std::collections::{BTreeMap, HashMap};

use super::head::{GIVEN, Heads};
use super::title_in_text::TitlesInText;
use super::wording::Wording;
use crate::finnish::fold::is_hyphen;
use crate::finnish::words::{Word, words};
use crate::law::register::{Register, StatuteId};
use crate::place::Span;

/// A word of the text in the form in which names are compared; as many as there are words.
#[derive(Debug)]
pub(super) struct Token {
    pub(super) lemma: String,
    pub(super) span: Span,
    pub(super) sentence: u32,
    pub(super) clause: u32,
}

/// The tokens of a text.
pub(super) fn tokens(heads: &Heads, words: &[Word]) -> Vec<Token> {
    words
        .iter()
        .map(|word| Token {
            lemma: heads.lemma(&word.folded),
            span: word.span,
            sentence: word.sentence,
            clause: word.clause,
        })
        .collect()
}

/// A name found: the words from `first` to `last`, and the acts that bear or bore it.
#[derive(Debug, Clone)]
pub(super) struct NameHit {
    pub(super) first: usize,
    pub(super) last: usize,
    pub(super) acts: Vec<StatuteId>,
    /// What kind of name it is.
    pub(super) rank: Rank,
    /// Capital letters that could mean something else: counts only beside a number or a section.
    pub(super) doubtful: bool,
}

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
    names: HashMap<String, Vec<Name>>,
    abbreviations: HashMap<String, Vec<StatuteId>>,
}

#[derive(Debug)]
struct Name {
    lemmas: Vec<String>,
    acts: Vec<StatuteId>,
    official: bool,
}

/// A text in which names are looked for.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) wording: &'a Wording,
}

impl NameBook {
    pub(crate) fn new(register: &Register, heads: &Heads) -> Self {
        let mut forms: BTreeMap<Vec<String>, (Vec<StatuteId>, bool)> = BTreeMap::new();
        let mut abbreviations: HashMap<String, Vec<StatuteId>> = HashMap::new();
        for (id, statute) in register.statutes() {
            let short = statute.short.iter().chain(&statute.short_sv).map(String::as_str);
            let all = statute.titles().map(|t| (t, true)).chain(short.map(|t| (t, false)));
            for (name, official) in all {
                for form in forms_of(heads, name) {
                    let entry = forms.entry(form).or_insert_with(|| (Vec::new(), false));
                    if !entry.0.contains(&id) {
                        entry.0.push(id);
                    }
                    entry.1 |= official;
                }
            }
            for letters in &statute.abbreviations {
                abbreviations.entry(letters.clone()).or_default().push(id);
            }
        }
        let mut names: HashMap<String, Vec<Name>> = HashMap::new();
        for (lemmas, (acts, official)) in forms {
            names.entry(key(&lemmas[0])).or_default().push(Name { lemmas, acts, official });
        }
        Self { names, abbreviations }
    }

    /// The names in a text, in order, none inside another.
    pub(super) fn find(&self, place: Place<'_>, register: &Register) -> Vec<NameHit> {
        let titles = TitlesInText::find(place, register);
        let mut hits = Vec::new();
        let mut at = 0;
        while at < place.tokens.len() {
            match self.at(place, &titles, at) {
                Some(hit) => {
                    at = hit.last + 1;
                    hits.push(hit);
                }
                None => at += 1,
            }
        }
        hits
    }

    /// The longest name that begins at a token; an exact one before an inexact.
    fn at(&self, place: Place<'_>, titles: &TitlesInText, at: usize) -> Option<NameHit> {
        let Place { text, tokens, wording } = place;
        let named = self.names.get(&key(&tokens[at].lemma)).into_iter().flatten();
        let best = named
            .filter_map(|name| {
                let (last, exact) = matches(&name.lemmas, place, at)?;
                Some((name.lemmas.len(), exact, last, name))
            })
            .max_by_key(|(length, exact, _, _)| (*length, *exact));
        let kept = best.map(|(_, _, last, name)| NameHit {
            first: at,
            last: with_annettu(&wording.heads, text, tokens, last),
            acts: name.acts.clone(),
            rank: if name.official { Rank::Title } else { Rank::Short },
            doubtful: false,
        });
        let indexed = titles.at(at).map(|hit| NameHit {
            last: with_annettu(&wording.heads, text, tokens, hit.last),
            ..hit
        });
        match (kept, indexed) {
            (Some(kept), Some(indexed)) => Some(both(kept, indexed)),
            (kept, indexed) => kept.or(indexed).or_else(|| self.abbreviation(text, tokens, at)),
        }
    }

    fn abbreviation(&self, text: &str, tokens: &[Token], at: usize) -> Option<NameHit> {
        let raw = tokens[at].span.of(text);
        let letters = raw.split(':').next().unwrap_or(raw);
        let acts = self.abbreviations.get(letters)?.clone();
        let small = letters.chars().filter(|c| c.is_lowercase()).count();
        Some(NameHit { first: at, last: at, acts, rank: Rank::Short, doubtful: small < 2 })
    }
}

/// Of a name of the register and a title of the index the longer one; where both are the same words, the acts of both.
fn both(kept: NameHit, indexed: NameHit) -> NameHit {
    if indexed.last > kept.last {
        return indexed;
    }
    if indexed.last < kept.last {
        return kept;
    }
    let others: Vec<StatuteId> =
        indexed.acts.iter().filter(|act| !kept.acts.contains(act)).copied().collect();
    NameHit { acts: kept.acts.iter().copied().chain(others).collect(), ..kept }
}

/// The end of a name with "annetun lain" behind it, which some write even where the name begins with "laki".
fn with_annettu(heads: &Heads, text: &str, tokens: &[Token], last: usize) -> usize {
    let follows = tokens.get(last + 2).is_some_and(|head| {
        tokens[last + 1].lemma == GIVEN
            && heads.is_head(&head.lemma)
            && runs_on(&text[tokens[last].span.end..tokens[last + 1].span.start])
    });
    if follows { last + 2 } else { last }
}

/// Names lie in drawers by the beginning of their first word.
fn key(lemma: &str) -> String {
    lemma.chars().take(2).collect()
}

/// The orders of words in which a name is written, as lemmas.
fn forms_of(heads: &Heads, name: &str) -> Vec<Vec<String>> {
    let lemmas: Vec<String> = words(name).iter().map(|word| heads.lemma(&word.folded)).collect();
    let head = lemmas.iter().position(|lemma| heads.is_head(lemma));
    let Some(head) = head.filter(|head| head + 1 < lemmas.len()) else {
        return vec![lemmas].into_iter().filter(|lemmas| !lemmas.is_empty()).collect();
    };
    if heads.head_of(&lemmas[head]).is_some_and(|headed| headed.swedish) {
        return vec![lemmas[head..].to_vec()];
    }
    let (issuer, content) = (&lemmas[..head], &lemmas[head + 1..]);
    let last = std::slice::from_ref(&lemmas[head]);
    let given = [GIVEN.to_owned()];
    let mut forms = vec![
        lemmas[head..].to_vec(),
        lemmas.clone(),
        [content, &given, last].concat(),
        [content, &given, issuer, last].concat(),
    ];
    forms.dedup();
    forms
}

/// Whether the tokens from `at` spell a name: its last token, and whether word for word.
fn matches(lemmas: &[String], place: Place<'_>, at: usize) -> Option<(usize, bool)> {
    let Place { text, tokens, .. } = place;
    let loose = lemmas.len() >= 4;
    let mut next = at;
    let mut exact = true;
    for wanted in lemmas {
        let token = tokens.get(next)?;
        if next > at && !runs_on(&text[tokens[next - 1].span.end..token.span.start]) {
            return None;
        }
        if token.lemma == *wanted {
            next += 1;
        } else if parted(wanted, place, next) {
            next += 2;
        } else if loose && alike(wanted, &token.lemma) {
            exact = false;
            next += 1;
        } else {
            return None;
        }
    }
    Some((next - 1, exact))
}

/// Whether a name can go on over what stands between two of its words. Line ends and blank lines can: the text
/// layers of some producers part every line from the next.
pub(super) fn runs_on(gap: &str) -> bool {
    gap.chars().all(|c| c.is_whitespace() || is_hyphen(c) || c == ',')
}

/// Whether a word of a name stands there in two parts, as layout and typing slips part them
/// ("tietosuoja- asetuksen", "henkilötieto lain"). A noun before "lain" is mostly no part of it ("vakuutusyhtiö lain
/// nojalla"), so that there a hyphen, a line end, a number or a section must speak for it.
fn parted(wanted: &str, place: Place<'_>, at: usize) -> bool {
    let Place { text, tokens, wording } = place;
    let Some(next) = tokens.get(at + 1) else { return false };
    let Some(rest) = wanted.strip_prefix(tokens[at].lemma.as_str()) else { return false };
    let gap = &text[tokens[at].span.end..next.span.start];
    let small = !next.span.of(text).starts_with(char::is_uppercase)
        || tokens[at].span.of(text).ends_with(char::is_uppercase);
    let a_slip = gap.trim_start_matches(is_hyphen).chars().all(char::is_whitespace);
    let marked = gap.contains(|c: char| is_hyphen(c) || c == '\n');
    let cited = || {
        let after = tokens.get(at + 2).map_or("", |token| token.span.of(text));
        after.starts_with(|c: char| c.is_ascii_digit() || c == '§')
    };
    let common = wording.common_heads.holds(rest);
    rest == next.lemma && small && a_slip && (marked || !common || cited())
}

/// Whether two words are one word in different forms: "viranomaisen" for "viranomaisten".
pub(super) fn alike(a: &str, b: &str) -> bool {
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    let shorter = a.chars().count().min(b.chars().count());
    shorter >= 6 && shared * 10 >= shorter * 6 && shared >= 5
}

#[cfg(test)]
mod tests {
    use super::{alike, forms_of};
    use crate::law::cite::Wording;
    use crate::rule::RuleFiles;

    #[test]
    fn a_title_is_met_in_both_orders() {
        let wording = Wording::load(&RuleFiles::embedded()).expect("the wording loads");
        let forms = |name| forms_of(&wording.heads, name);
        let jatteista: Vec<String> =
            forms("Valtioneuvoston asetus jätteistä").iter().map(|f| f.join(" ")).collect();
        assert_eq!(
            jatteista,
            [
                "asetus jätteistä",
                "valtioneuvoston asetus jätteistä",
                "jätteistä annettu asetus",
                "jätteistä annettu valtioneuvoston asetus",
            ]
        );
        assert_eq!(forms("Henkilötietolaki"), [["henkilötietolaki"]]);
    }

    #[test]
    fn forms_of_one_word_are_alike_and_other_words_are_not() {
        assert!(alike("viranomaisten", "viranomaisen"));
        assert!(alike("julkisesta", "julkisista"));
        assert!(!alike("toiminnan", "toimesta"));
        assert!(!alike("asemasta", "oikeuksista"));
    }
}
