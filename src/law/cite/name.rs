//! Names of statutes in a text, in any case and order: "laki X:stä", "X:stä annetun lain", "henkilötietolaissa".

use super::title_in_text::TitlesInText;
use super::token::Token;
use super::wording::Wording;
use crate::finnish::fold::is_hyphen;
use crate::law::names::{GIVEN, Heads, NameBook, Rank};
use crate::law::register::{Register, StatuteId};

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

/// A text in which names are looked for.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) wording: &'a Wording,
}

impl NameBook {
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
        let best = self
            .beginning_like(&tokens[at].lemma)
            .filter_map(|name| {
                Some((name.length, matches(name.lemmas, name.length, place, at)?, name))
            })
            .max_by_key(|(length, (_, exact), _)| (*length, *exact));
        let kept = best.map(|(_, (last, _), name)| NameHit {
            first: at,
            last: with_annettu(&wording.heads, text, tokens, last),
            acts: name.acts.iter().copied().map(StatuteId::kept).collect(),
            rank: name.rank,
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
        let acts = self.abbreviated(letters)?.iter().copied().map(StatuteId::kept).collect();
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

/// Whether the tokens from `at` spell a name of so many lemmas: its last token, and whether word for word.
fn matches(lemmas: &str, length: usize, place: Place<'_>, at: usize) -> Option<(usize, bool)> {
    let Place { text, tokens, .. } = place;
    let loose = length >= 4;
    let mut next = at;
    let mut exact = true;
    for wanted in lemmas.split(' ') {
        let token = tokens.get(next)?;
        if next > at && !runs_on(&text[tokens[next - 1].span.end..token.span.start]) {
            return None;
        }
        if token.lemma == wanted {
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
/// layers of some producers part every line from the next. So can a dash without blanks: "EU–US Privacy Shield".
pub(super) fn runs_on(gap: &str) -> bool {
    gap == "–" || gap.chars().all(|c| c.is_whitespace() || is_hyphen(c) || c == ',')
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
    use super::alike;

    #[test]
    fn forms_of_one_word_are_alike_and_other_words_are_not() {
        assert!(alike("viranomaisten", "viranomaisen"));
        assert!(alike("julkisesta", "julkisista"));
        assert!(!alike("toiminnan", "toimesta"));
        assert!(!alike("asemasta", "oikeuksista"));
    }
}
