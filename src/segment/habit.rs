//! How a document sets its headings off, by what many of its lines do.

use super::candidate::{Candidate, View};
use super::look::Standing;

/// What an unnumbered line must reach to open a section.
pub(super) const ENOUGH: f32 = 3.0;
/// The same in a notice whose sections are numbered or marked as such by the format.
pub(super) const ENOUGH_AMONG_NUMBERS: f32 = 3.5;
/// So many labels with their values make a document a form of labels, where a lower mark is enough.
const LABELS: usize = 5;
const ENOUGH_AMONG_LABELS: f32 = 1.9;
/// So many questions make a document a row of questions and answers, each of which opens a section.
const QUESTIONS: usize = 4;
/// So many short lines over paragraphs, some of them known, make a document of such headings.
const STANDING: usize = 3;
/// So many make it the habit of the document.
const STANDING_HABIT: usize = 6;
/// So many rows that begin with a known label, with nothing but a blank behind it, make a form of such rows.
const ROWS: usize = 6;
/// So many lines that are known headings and nothing else show that a document sets them off by nothing more.
const BARE: usize = 5;
/// So many rights that stand so show that the section on rights is set in such headings.
const BARE_RIGHTS: usize = 3;
/// So many lines that the format calls headings make it believable that it calls all of them so.
pub(super) const MARKED: usize = 3;

/// The habit of a document.
pub(super) struct Habit {
    /// What an unnumbered line must reach.
    pub(super) enough: f32,
    /// What all of them have in common.
    pub(super) manner: Manner,
    /// As questions.
    pub(super) asks: bool,
    /// The single rights by nothing, also among numbered sections: each on its line, its sentence below.
    pub(super) bare_rights: bool,
}

/// How known headings stand that nothing marks as such.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// In no way that shows.
    None,
    /// By nothing: on lines of their own.
    Bare,
    /// As labels in front of their values.
    Rows,
}

impl Habit {
    pub(super) fn of(view: &View<'_>, candidates: &[Candidate], in_chain: &[bool]) -> Self {
        let count = |looks: &dyn Fn(&Candidate) -> bool| {
            candidates.iter().filter(|candidate| looks(candidate)).count()
        };
        let enough = enough(view, candidates, in_chain);
        let numbered = enough >= ENOUGH_AMONG_NUMBERS;
        let manner = match numbered {
            false if count(&|c| view.is_bare(c)) >= BARE => Manner::Bare,
            false if count(&|c| view.is_label_row(c)) >= ROWS => Manner::Rows,
            _ => Manner::None,
        };
        let asks = count(&|c| view.asks(c)) >= QUESTIONS;
        let bare_rights = count(&|c| is_bare_right(view, c)) >= BARE_RIGHTS;
        Self { enough, manner, asks, bare_rights }
    }

    /// For every candidate whether it stands over its paragraph as a heading. Where such lines are the habit, those
    /// that say nothing known are headings, too ("Sinä päätät").
    pub(super) fn standing(&self, view: &View<'_>, candidates: &[Candidate]) -> Vec<bool> {
        if self.enough >= ENOUGH_AMONG_NUMBERS {
            return vec![false; candidates.len()];
        }
        let over: Vec<Option<Standing>> = candidates.iter().map(|c| view.standing(c)).collect();
        let stands = [false, true].map(|apart| {
            let alike = || over.iter().flatten().filter(|standing| standing.apart == apart);
            let known = alike().filter(|standing| standing.known).count();
            let sentences = alike().filter(|standing| standing.sentences).count();
            let all = known >= STANDING_HABIT && known * 2 >= sentences;
            move |standing: Standing| {
                known >= STANDING && (standing.known || all && standing.sentences)
            }
        });
        over.iter().map(|over| over.is_some_and(|it| stands[usize::from(it.apart)](it))).collect()
    }
}

/// Whether a whole row is the name of one right with a sentence below it: a row of names alone is a list.
pub(super) fn is_bare_right(view: &View<'_>, candidate: &Candidate) -> bool {
    let kinds = &candidate.reading.kinds;
    let single = !kinds.is_empty() && kinds.iter().all(|kind| kind.is_single_right());
    single && view.is_bare(candidate) && view.is_over_sentence(candidate)
}

/// What an unnumbered line must reach, by the habit of the document.
fn enough(view: &View<'_>, candidates: &[Candidate], in_chain: &[bool]) -> f32 {
    if in_chain.iter().filter(|taken| **taken).count() >= 3 {
        return ENOUGH_AMONG_NUMBERS;
    }
    if candidates.iter().filter(|c| view.rows[c.row].level.is_some()).count() >= MARKED {
        return ENOUGH_AMONG_NUMBERS;
    }
    let labels = candidates.iter().filter(|c| c.set_off && view.number(c).is_none()).count();
    if labels >= LABELS { ENOUGH_AMONG_LABELS } else { ENOUGH }
}
