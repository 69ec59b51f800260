//! Names of statutes in a text, in any case and order: "laki X:stä", "X:stä annetun lain", "henkilötietolaissa".

use std::collections::{BTreeMap, HashMap};

use super::lemma::{head_of, lemma};
use super::register::{Register, Statute, StatuteId, StatuteKind};
use crate::finnish::fold::is_hyphen;
use crate::finnish::words::{Word, words};
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
pub(super) fn tokens(words: &[Word]) -> Vec<Token> {
    words
        .iter()
        .map(|word| Token {
            lemma: lemma(&word.folded),
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
    /// A present or former title, not a short name.
    pub(super) official: bool,
    /// Capital letters that could mean something else: counts only beside a number or a section.
    pub(super) doubtful: bool,
}

/// All names of the register.
#[derive(Debug)]
pub(super) struct NameBook {
    names: HashMap<String, Vec<Name>>,
    abbreviations: HashMap<String, Vec<StatuteId>>,
}

#[derive(Debug)]
struct Name {
    lemmas: Vec<String>,
    acts: Vec<StatuteId>,
    official: bool,
}

/// The Finnish names of a statute: titles, short names and abbreviations. EU titles are too long to be cited
/// word for word, and a decision is cited by its number only.
pub(super) fn names_of(statute: &Statute) -> impl Iterator<Item = &str> {
    titles(statute)
        .chain(statute.short.iter().map(String::as_str))
        .chain(statute.abbreviations.iter().map(String::as_str))
}

fn titles(statute: &Statute) -> impl Iterator<Item = &str> {
    let own = matches!(statute.kind, StatuteKind::Act | StatuteKind::Decree);
    let titles = std::iter::once(&statute.name_fi)
        .chain(&statute.former_names)
        .chain(&statute.name_sv)
        .map(String::as_str);
    titles.take_while(move |_| own).chain(statute.name_en.iter().map(String::as_str))
}

impl NameBook {
    pub(super) fn new(register: &Register) -> Self {
        let mut forms: BTreeMap<Vec<String>, (Vec<StatuteId>, bool)> = BTreeMap::new();
        let mut abbreviations: HashMap<String, Vec<StatuteId>> = HashMap::new();
        for (id, statute) in register.statutes() {
            let short = statute.short.iter().chain(&statute.short_sv).map(String::as_str);
            let all = titles(statute).map(|t| (t, true)).chain(short.map(|t| (t, false)));
            for (name, official) in all {
                for form in forms_of(name) {
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
    pub(super) fn find(&self, text: &str, tokens: &[Token]) -> Vec<NameHit> {
        let mut hits = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match self.at(text, tokens, at) {
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
    fn at(&self, text: &str, tokens: &[Token], at: usize) -> Option<NameHit> {
        let named = self.names.get(&key(&tokens[at].lemma)).into_iter().flatten();
        let best = named
            .filter_map(|name| {
                let (last, exact) = matches(&name.lemmas, text, tokens, at)?;
                Some((name.lemmas.len(), exact, last, name))
            })
            .max_by_key(|(length, exact, _, _)| (*length, *exact));
        if let Some((_, _, last, name)) = best {
            let last = with_annettu(text, tokens, last);
            let (acts, official) = (name.acts.clone(), name.official);
            return Some(NameHit { first: at, last, acts, official, doubtful: false });
        }
        self.abbreviation(text, tokens, at)
    }

    fn abbreviation(&self, text: &str, tokens: &[Token], at: usize) -> Option<NameHit> {
        let raw = tokens[at].span.of(text);
        let letters = raw.split(':').next().unwrap_or(raw);
        let acts = self.abbreviations.get(letters)?.clone();
        let small = letters.chars().filter(|c| c.is_lowercase()).count();
        Some(NameHit { first: at, last: at, acts, official: false, doubtful: small < 2 })
    }
}

/// The end of a name with "annetun lain" behind it, which some write even where the name begins with "laki".
fn with_annettu(text: &str, tokens: &[Token], last: usize) -> usize {
    let follows = tokens.get(last + 2).is_some_and(|head| {
        tokens[last + 1].lemma == "annettu"
            && head_of(&head.lemma).is_some_and(|(stem, _)| stem.is_empty())
            && runs_on(&text[tokens[last].span.end..tokens[last + 1].span.start])
    });
    if follows { last + 2 } else { last }
}

/// Names lie in drawers by the beginning of their first word.
fn key(lemma: &str) -> String {
    lemma.chars().take(2).collect()
}

/// The orders of words in which a name is written, as lemmas.
fn forms_of(name: &str) -> Vec<Vec<String>> {
    let lemmas: Vec<String> = words(name).iter().map(|word| lemma(&word.folded)).collect();
    let head =
        lemmas.iter().position(|lemma| head_of(lemma).is_some_and(|(stem, _)| stem.is_empty()));
    let Some(head) = head.filter(|head| head + 1 < lemmas.len()) else {
        return vec![lemmas].into_iter().filter(|lemmas| !lemmas.is_empty()).collect();
    };
    if matches!(lemmas[head].as_str(), "lag" | "förordning") {
        return vec![lemmas[head..].to_vec()];
    }
    let (issuer, content) = (&lemmas[..head], &lemmas[head + 1..]);
    let mut annettu = content.to_vec();
    annettu.push("annettu".to_owned());
    let mut with_issuer = annettu.clone();
    with_issuer.extend_from_slice(issuer);
    let forms = [lemmas[head..].to_vec(), lemmas.clone(), annettu, with_issuer];
    let mut forms: Vec<Vec<String>> = forms
        .into_iter()
        .enumerate()
        .map(|(n, mut form)| {
            if n >= 2 {
                form.push(lemmas[head].clone());
            }
            form
        })
        .collect();
    forms.dedup();
    forms
}

/// Whether the tokens from `at` spell a name: its last token, and whether word for word.
fn matches(lemmas: &[String], text: &str, tokens: &[Token], at: usize) -> Option<(usize, bool)> {
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
        } else if parted(wanted, text, tokens, next) {
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
/// ("tietosuoja- asetuksen", "henkilötieto lain").
fn parted(wanted: &str, text: &str, tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else { return false };
    let Some(rest) = wanted.strip_prefix(tokens[at].lemma.as_str()) else { return false };
    let gap = &text[tokens[at].span.end..next.span.start];
    let small = !next.span.of(text).starts_with(char::is_uppercase)
        || tokens[at].span.of(text).ends_with(char::is_uppercase);
    let a_slip = gap.trim_start_matches(is_hyphen).chars().all(char::is_whitespace);
    rest == next.lemma && small && a_slip
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

    #[test]
    fn a_title_is_met_in_both_orders() {
        let forms: Vec<String> =
            forms_of("Valtioneuvoston asetus jätteistä").iter().map(|f| f.join(" ")).collect();
        assert_eq!(
            forms,
            [
                "asetus jätteistä",
                "valtioneuvoston asetus jätteistä",
                "jätteistä annettu asetus",
                "jätteistä annettu valtioneuvoston asetus",
            ]
        );
        assert_eq!(forms_of("Henkilötietolaki"), [["henkilötietolaki"]]);
    }

    #[test]
    fn forms_of_one_word_are_alike_and_other_words_are_not() {
        assert!(alike("viranomaisten", "viranomaisen"));
        assert!(alike("julkisesta", "julkisista"));
        assert!(!alike("toiminnan", "toimesta"));
        assert!(!alike("asemasta", "oikeuksista"));
    }
}
