//! When a new name is not written without a person: what stands around the old one.

use super::new_name;
use crate::finding::Safety;
use crate::finnish::words::Word;
use crate::law::{Correction, Law, Term, TermHit};
use crate::place::Span;
use crate::recognise::Notice;

/// Whether the surroundings of a name make it a question for a person.
pub(super) fn is_doubtful(
    term: &Term,
    name: &Correction,
    span: Span,
    notice: &Notice,
    law: &Law,
) -> bool {
    let text = notice.script.text.as_str();
    let words = sentence(&notice.words, span);
    is_of_its_time(words, term, law)
        || stands_already(words, span, &name.to)
        || is_doubled(name, span, words, notice, law)
        || is_explained(text, span, notice, law)
        || is_quoted(text, span)
        || is_qualified(text, name, span, words)
        || is_in_longer_name(text, span, notice, law)
}

/// The words of the sentence in which a place stands.
pub(super) fn sentence(words: &[Word], span: Span) -> &[Word] {
    let at = words.partition_point(|word| word.span.end <= span.start);
    let Some(word) = words.get(at) else { return &[] };
    let first = words.partition_point(|other| other.sentence < word.sentence);
    let last = words.partition_point(|other| other.sentence <= word.sentence);
    &words[first..last]
}

/// A decision, an order or a year of the old authority is told under the name that it bore.
fn is_of_its_time(words: &[Word], term: &Term, law: &Law) -> bool {
    let tells = |word: &Word| {
        law.repair_words().doubtful_near.iter().any(|stem| word.folded.starts_with(stem))
    };
    let years = 1900..term.since.year();
    // "2012" and "1.3.2012".
    let year = |word: &Word| word.folded.rsplit('.').next().and_then(|year| year.parse().ok());
    let tells = |word: &Word| tells(word) || law.repair_words().past_near.contains(&word.folded);
    words.iter().any(|word| tells(word) || year(word).is_some_and(|year| years.contains(&year)))
}

/// Letters at the end of a name that bend: without them all of its forms are alike.
const BENDING: usize = 3;

/// Whether the new name stands in the same sentence: "Arkistolaitos, nykyisin Kansallisarkisto".
pub(super) fn stands_already(words: &[Word], span: Span, to: &str) -> bool {
    let last = to.rsplit(' ').next().unwrap_or(to).to_lowercase();
    let length = last.chars().count();
    let kept = if length > 2 * BENDING { length - BENDING } else { length };
    let stem: String = last.chars().filter(|c| *c != '-').take(kept).collect();
    words.iter().any(|word| !word.span.overlaps(span) && word.folded.starts_with(&stem))
}

/// Whether another old name in the sentence becomes the same new one: "Väestörekisterikeskuksesta ja maistraatista".
fn is_doubled(name: &Correction, span: Span, words: &[Word], notice: &Notice, law: &Law) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let around = Span::new(first.span.start.min(span.start), last.span.end.max(span.end));
    let others = notice.terms.iter().filter(|hit| hit.span != span && hit.span.overlaps(around));
    others
        .filter_map(|hit| renaming(hit, notice, law))
        .any(|other| other.to == name.to && other.from != name.from)
}

/// Whether a bracket behind the name gives a shorter one that stays as it is: "Maaseutuvirasto (Mavi)".
fn is_explained(text: &str, span: Span, notice: &Notice, law: &Law) -> bool {
    let behind = text[span.end..].trim_start();
    let start = text.len() - behind.len() + 1;
    let Some(inside) = behind.strip_prefix('(').and_then(|rest| rest.split(')').next()) else {
        return false;
    };
    let written_too = notice.terms.iter().any(|hit| {
        let renaming = renaming(hit, notice, law);
        hit.span.start == start && renaming.is_some_and(|name| name.safety == Safety::Safe)
    });
    inside.starts_with(char::is_uppercase) && !written_too
}

/// The new name of another old one.
fn renaming<'a>(hit: &TermHit, notice: &Notice, law: &'a Law) -> Option<&'a Correction> {
    let written = hit.span.of(&notice.script.text);
    law.term(&hit.id)?.rename.iter().find(|name| new_name(written, name).is_some())
}

/// Whether the name is quoted, as in the title of a document, or one of two names about a stroke.
fn is_quoted(text: &str, span: Span) -> bool {
    text[..span.start].ends_with(['"', '”', '“', '»', '\'', '’', '/'])
        || text[span.end..].starts_with('/')
}

/// Whether the name is a part of another one: "VRK ry", "Maistraatti Ravintola Oy". Other old names are none: they
/// change too.
fn is_in_longer_name(text: &str, span: Span, notice: &Notice, law: &Law) -> bool {
    let words = notice.words.as_slice();
    let is_company = |word: &Word| {
        let name = word.folded.split(':').next().unwrap_or_default();
        law.repair_words().company_words.iter().any(|known| known == name)
    };
    let touches =
        |from: usize, to: usize| text.get(from..to).is_some_and(|gap| gap.trim().is_empty());
    let first = words.partition_point(|word| word.span.end <= span.start);
    let before = first.checked_sub(1).map(|at| &words[at]);
    if before.is_some_and(|word| is_company(word) && touches(word.span.end, span.start)) {
        return true;
    }
    let behind = words.partition_point(|word| word.span.start < span.end);
    let Some(word) = words.get(behind).filter(|word| touches(span.end, word.span.start)) else {
        return false;
    };
    let is_old = || notice.terms.iter().any(|hit| hit.span.start == word.span.start);
    // A line of its own is the next entry of a list.
    let same_line = !text[span.end..word.span.start].contains('\n');
    is_company(word) || (same_line && word.capital && !is_old())
}

/// Whether a word right before the name says which one is meant, as if there were many: "Turun maistraatti",
/// "paikallinen maistraatti", "oman kunnan maistraatti".
fn is_qualified(text: &str, name: &Correction, span: Span, words: &[Word]) -> bool {
    let before = words.iter().rev().find(|word| word.span.end <= span.start);
    let Some(before) = before else { return false };
    let gap = &text[before.span.end..span.start];
    if gap.is_empty() || !gap.trim().is_empty() {
        return false;
    }
    let ends = |endings: &[&str]| endings.iter().any(|ending| before.folded.ends_with(ending));
    let is_capital = before.capital && before.span.of(text).contains(char::is_lowercase);
    let is_common = name.from.starts_with(char::is_lowercase);
    // "saadaan maistraatista": a verb in the passive is no genitive, but "Vantaan" is one.
    let is_genitive = ends(&["n"]) && (is_capital || (is_common && !ends(&["aan", "ään"])));
    let is_adjective =
        ends(&["inen", "isen", "isessa", "isesta", "iseen", "isella", "iselta", "iselle"]);
    is_genitive || is_adjective
}
