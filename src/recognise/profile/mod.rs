//! What a document is and whose: language, kind, title, date, whether its controller is public.
//! What to look for stands in `rules/profile.toml`.

mod dates;
mod kind;
mod own_date;
mod public;
mod rules;
mod title;

use std::borrow::Cow;

use super::Profile;
use crate::finnish::words::{Word, words as all_words};
use crate::language::Language;
use crate::layout::{Role, Script};
use crate::phrase::{Hit, Hits, PhraseId};
use crate::place::Span;
use crate::segment::Outline;

pub use rules::ProfileRules;

/// What every part of the profile looks at.
struct Look<'a> {
    script: &'a Script,
    words: &'a [Word],
    outline: &'a Outline,
    rules: &'a ProfileRules,
    hits: Hits,
}

/// The profile of a document; `words` are its words, furniture left out.
pub fn profile(
    rules: &ProfileRules,
    script: &Script,
    words: &[Word],
    outline: &Outline,
) -> Profile {
    // Title and date often stand in the running head.
    let furnished = script.lines.iter().any(|line| line.role == Role::Furniture);
    let all = if furnished { Cow::Owned(all_words(&script.text)) } else { Cow::Borrowed(words) };
    let words = all.as_ref();
    let look = Look { script, words, outline, rules, hits: rules.book.find(words) };
    let (date, dates) = own_date::own_dates(&look);
    Profile {
        language: language(rules, words),
        kind: kind::kind(&look),
        title: title::title(&look),
        date,
        dates,
        public_body: public::is_public(&look),
    }
}

/// The language with the most small words of its own; Finnish where none has any.
fn language(rules: &ProfileRules, words: &[Word]) -> Language {
    let mut counts = [(0, Language::Fi), (0, Language::Sv), (0, Language::En)];
    for word in words {
        if let Some(language) = rules.small_words.get(&word.folded) {
            for (count, own) in &mut counts {
                *count += usize::from(own == language);
            }
        }
    }
    counts
        .into_iter()
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .unwrap_or_default()
        .1
}

impl Look<'_> {
    /// The hits of several phrases.
    fn hits<'h>(&'h self, phrases: &'h [PhraseId]) -> impl Iterator<Item = Hit> + 'h {
        phrases.iter().flat_map(|phrase| self.hits.of(*phrase)).copied()
    }

    /// Whether one of the phrases stands inside a span.
    fn stands_in(&self, phrases: &[PhraseId], span: Span) -> bool {
        self.hits(phrases).any(|hit| {
            let found = hit.span(self.words);
            span.start <= found.start && found.end <= span.end
        })
    }

    /// Indices of the lines that hold text, in order.
    fn lines(&self) -> impl DoubleEndedIterator<Item = usize> + '_ {
        (0..self.script.lines.len()).filter(|line| !self.script.line(*line).trim().is_empty())
    }
}
