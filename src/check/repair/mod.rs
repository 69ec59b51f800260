//! What may be written in the place of an obsolete name or number, and who may write it.
//!
//! A repair is safe when it is right whatever stands around it. A name that is bent, qualified, explained or dated by
//! its neighbours is a question for a person, and so is one whose line it would spoil.

mod address;
mod doubt;
mod shape;

use doubt::is_doubtful;

use crate::finding::{Confidence, Fix, Safety};
use crate::finnish::inflect::{in_singular, is_plural, same_form};
use crate::law::{Correction, Law, Statute, Term};
use crate::place::Span;
use crate::recognise::Notice;

/// The repair of an obsolete form at a place, where the register knows one.
pub(super) fn of_term(term: &Term, span: Span, notice: &Notice, law: &Law) -> Option<Fix> {
    let text = notice.script.text.as_str();
    let written = span.of(text);
    let hint = term.confidence == Confidence::Low;
    let most = if hint { Safety::Suggestion } else { Safety::Safe };
    let foreign = |owner| !address::is_of(owner, span, notice, law);
    if let Some(part) = term.fix.iter().find(|part| written.contains(&part.from)) {
        if shape::is_inside_address(text, span) {
            return None;
        }
        let replacement = written.replacen(&part.from, &part.to, 1);
        let doubtful = is_linked(span, notice) || term.owner.as_ref().is_some_and(foreign);
        let most = if doubtful { Safety::Suggestion } else { most };
        return Some(Fix { replacement, safety: part.safety.min(most) });
    }
    if !shape::stands_free(text, span, &notice.words) {
        return None;
    }
    let (name, new) = term.rename.iter().find_map(|name| Some((name, new_name(written, name)?)))?;
    let doubtful = is_plural(written, &name.from) || is_doubtful(term, name, span, notice, law);
    let most = if doubtful { Safety::Suggestion } else { most };
    Some(shape::wrapped_as(written, &new, name.safety.min(most)))
}

/// The repair of the name of an act that bears another one now, where it stands without the new one.
pub(super) fn of_act(span: Span, former: &[String], name: &str, notice: &Notice) -> Option<Fix> {
    let written = span.of(&notice.script.text);
    let new = former.iter().find_map(|old| {
        let new = same_form(written, old, name)?;
        Some(shape::with_capitals_of(written, old, new))
    })?;
    let is_known = doubt::stands_already(doubt::sentence(&notice.words, span), span, name);
    (!is_known).then(|| shape::wrapped_as(written, &new, Safety::Unsafe))
}

/// The name of the one act that took the place of another, with its number, in the form in which the old one is
/// written. Whether the new one says the same is for a lawyer to read.
pub(super) fn of_repealed(written: &str, old: &Statute, new: &Statute) -> Option<Fix> {
    let name = written.split(|c: char| c == '(' || c.is_ascii_digit()).next()?.trim_end();
    let renamed = same_form(name, old.title(), new.title())?;
    let renamed = shape::with_capitals_of(name, old.title(), renamed);
    Some(Fix { replacement: format!("{renamed} ({})", new.id), safety: Safety::Suggestion })
}

/// The repair of the number of an act of the Union: only suggested in the sentence of those who make Finnish acts,
/// for "valtioneuvoston asetus (679/2016)" is one of them.
pub(super) fn of_number(fix: Fix, span: Span, notice: &Notice, law: &Law) -> Fix {
    let makers = &law.repair_words().national_makers;
    let is_made_here = doubt::sentence(&notice.words, span)
        .iter()
        .any(|word| makers.iter().any(|maker| word.folded.ends_with(maker)));
    let most = if is_made_here { Safety::Suggestion } else { Safety::Safe };
    Fix { safety: fix.safety.min(most), ..fix }
}

/// Whether the words are a link to a mailbox or a telephone: they would change, and what is behind them would not.
fn is_linked(span: Span, notice: &Notice) -> bool {
    notice.script.links.iter().any(|link| {
        link.span.overlaps(span) && ["mailto:", "tel:"].iter().any(|to| link.target.starts_with(to))
    })
}

/// A new name in the form of the old one: of many that are one now, in the singular.
fn new_name(written: &str, name: &Correction) -> Option<String> {
    let new = if is_plural(written, &name.from) {
        in_singular(written, &name.from, &name.to)
    } else {
        same_form(written, &name.from, &name.to)
    };
    Some(shape::with_capitals_of(written, &name.from, new?))
}
