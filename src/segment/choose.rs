//! Which candidates are headings: the numbered ones must make a chain, the others must look like headings.

use std::iter;

use super::candidate::{Candidate, View};
use super::look::Standing;
use super::number::{Number, Style};
use crate::canon::{Fit, Kind};

/// What an unnumbered line must reach to open a section.
const ENOUGH: f32 = 3.0;
/// The same in a notice whose sections are numbered or marked as such by the format.
const ENOUGH_AMONG_NUMBERS: f32 = 3.5;
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
const MARKED: usize = 3;
/// What no chain makes good: a step from the numbers of sections to those of a list.
const OTHER_LIST: f32 = -1000.0;
/// What a line loses in a chain that looks like a point of a list.
const POINT: f32 = 2.0;
/// How many numbered lines a chain looks back.
const REACH: usize = 80;

/// Chooses the headings, in order.
pub(super) fn choose(view: &View<'_>, candidates: Vec<Candidate>) -> Vec<Candidate> {
    let in_chain = chain(view, &candidates);
    let habit = Habit::of(view, &candidates, &in_chain);
    let standing = habit.standing(view, &candidates);
    let mut chosen: Vec<Candidate> = Vec::new();
    let mut main: Option<u16> = None;
    for ((candidate, in_chain), stands) in candidates.into_iter().zip(in_chain).zip(standing) {
        if chosen.last().is_some_and(|before| candidate.row <= before.last_row) {
            continue;
        }
        let taken = match view.number(&candidate) {
            Some(number) if in_chain => {
                main = number.parts.first().copied();
                true
            }
            Some(number) if number.depth() > 1 => {
                (main.is_none() || main == number.parts.first().copied())
                    && !view.is_paragraph(&candidate)
            }
            Some(_) => {
                candidate.reading.fit == Fit::Variant && candidate.score >= ENOUGH_AMONG_NUMBERS
            }
            // Where headings stand on lines of their own, a known word before a capital or a number is text.
            None if chosen.last().is_some_and(|label| is_beside(view, &candidate, label)) => false,
            None if habit.manner == Manner::Bare && candidate.glued && !candidate.set_off => false,
            None if candidate.glued
                && !candidate.set_off
                && candidate.reading.fit < Fit::Variant
                && habit.manner != Manner::Rows =>
            {
                false
            }
            None => {
                stands
                    || habit.manner == Manner::Rows && view.is_label_row(&candidate)
                    || habit.manner == Manner::Bare
                        && view.is_bare(&candidate)
                        && !is_dated(view, &candidate)
                    || habit.asks && view.asks(&candidate)
                    || habit.bare_rights && is_bare_right(view, &candidate)
                    || is_heading(view, &candidate, habit.enough, chosen.last())
            }
        };
        if taken {
            chosen.push(candidate);
        }
    }
    if is_title(view, &chosen) {
        chosen.remove(0);
    }
    chosen
}

/// Whether the first heading is the title of the document: its first row, without number or text of its own.
fn is_title(view: &View<'_>, chosen: &[Candidate]) -> bool {
    let [first, second, ..] = chosen else { return false };
    let bare = !first.glued && view.number(first).is_none() && !view.rows[first.row].label;
    first.row == 0
        && bare
        && second.row == first.last_row + 1
        && second.reading.kinds != first.reading.kinds
}

/// How a document sets its headings off, by what many of its lines do.
struct Habit {
    /// What an unnumbered line must reach.
    enough: f32,
    /// What all of them have in common.
    manner: Manner,
    /// As questions.
    asks: bool,
    /// The single rights by nothing, also among numbered sections: each on its line, its sentence below.
    bare_rights: bool,
}

/// How known headings stand that nothing marks as such.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// In no way that shows.
    None,
    /// By nothing: on lines of their own.
    Bare,
    /// As labels in front of their values.
    Rows,
}

impl Habit {
    fn of(view: &View<'_>, candidates: &[Candidate], in_chain: &[bool]) -> Self {
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
    fn standing(&self, view: &View<'_>, candidates: &[Candidate]) -> Vec<bool> {
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
fn is_bare_right(view: &View<'_>, candidate: &Candidate) -> bool {
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

fn is_heading(
    view: &View<'_>,
    candidate: &Candidate,
    enough: f32,
    before: Option<&Candidate>,
) -> bool {
    if candidate.reading.title || before.is_none() && candidate.reading.names_document {
        return false;
    }
    let repeats = candidate.glued && before.is_some_and(|before| is_covered(candidate, before));
    let enough = if candidate.glued && !candidate.set_off { enough.max(ENOUGH) } else { enough };
    !is_dated(view, candidate) && !repeats && candidate.score >= enough
}

/// "Laadittu 29.5.2019" is the date, not a section about it.
fn is_dated(view: &View<'_>, candidate: &Candidate) -> bool {
    candidate.reading.kinds == [Kind::Date]
        && (candidate.glued || candidate.span.of(view.text).contains(|c: char| c.is_ascii_digit()))
}

/// Whether a row is the first line beside the label of a table and says what the label says: "Tietosuojavastaava |
/// Esimerkkilän tietosuojavastaava".
fn is_beside(view: &View<'_>, candidate: &Candidate, label: &Candidate) -> bool {
    let first = view.rows[label.row].label && candidate.row == label.last_row + 1;
    first && !view.rows[candidate.row].label && is_covered(candidate, label)
}

/// Whether a label only takes up what its section is about: "Rekisterinpitäjä: Esimerkkilän kunta" in the section on
/// the controller, "Oikeus vastustaa: …" in the section on rights.
fn is_covered(label: &Candidate, section: &Candidate) -> bool {
    let about = &section.reading.kinds;
    label
        .reading
        .kinds
        .iter()
        .all(|kind| about.contains(kind) || about.contains(&Kind::Rights) && kind.is_single_right())
}

/// For every candidate whether it is a link of the best chain of numbers.
fn chain(view: &View<'_>, candidates: &[Candidate]) -> Vec<bool> {
    let is_marked = |candidate: &Candidate| view.rows[candidate.row].level.is_some();
    let marked = candidates.iter().filter(|c| is_marked(c)).count() >= MARKED;
    let links: Vec<(usize, Number)> = candidates
        .iter()
        .enumerate()
        .filter(|(_, candidate)| !marked || is_marked(candidate))
        .filter_map(|(at, candidate)| Some((at, view.number(candidate)?)))
        .filter(|(_, number)| number.depth() == 1)
        // The points of a list stand close to one another.
        .filter(|(at, number)| {
            number.style != Style::SmallLetter || view.rows[candidates[*at].row].above > 0
        })
        .flat_map(|(at, number)| {
            iter::once(number.clone()).chain(number.as_letter()).map(move |number| (at, number))
        })
        .collect();
    let own = links.iter().enumerate().map(|(link, (at, number))| {
        let point = is_point(view, candidates, &links, link);
        worth(&candidates[*at], number) - if point { POINT } else { 0.0 }
    });
    let own: Vec<f32> = own.collect();
    let mut best: Vec<(f32, Option<usize>)> = Vec::with_capacity(links.len());
    for (at, (_, number)) in links.iter().enumerate() {
        let start = (0.4 * (1.0 - f32::from(number.parts[0]))).max(-2.0);
        let mut top = (start, None);
        for before in at.saturating_sub(REACH)..at {
            let from = &links[before].1;
            let step = if goes_on_in_list(from, &links[before + 1..at], number) {
                OTHER_LIST
            } else {
                step(from, number, own[at])
            };
            let so_far = best[before].0 + step;
            if so_far > top.0 {
                top = (so_far, Some(before));
            }
        }
        best.push((top.0 + own[at], top.1));
    }
    let mut taken = vec![false; candidates.len()];
    let mut at = (0..best.len()).reduce(|a, b| if best[b].0 > best[a].0 { b } else { a });
    while let Some(link) = at {
        taken[links[link].0] = true;
        at = best[link].1;
    }
    let known =
        |at: &usize| candidates[*at].reading.fit >= Fit::Hint || candidates[*at].score >= 3.0;
    let links: Vec<usize> = (0..taken.len()).filter(|at| taken[*at]).collect();
    if links.iter().filter(|at| known(at)).count() * 3 < links.len() {
        taken.fill(false);
    }
    taken
}

/// What a numbered line is worth in a chain.
fn worth(candidate: &Candidate, number: &Number) -> f32 {
    let bare = if number.style == Style::Bare { -0.75 } else { 0.25 };
    (candidate.score.min(4.0) + bare).max(-3.0)
}

/// Whether a numbered line that names nothing known stands right below or above the one whose number is next to its own:
/// the points of a list do.
fn is_point(
    view: &View<'_>,
    candidates: &[Candidate],
    links: &[(usize, Number)],
    at: usize,
) -> bool {
    let this = &candidates[links[at].0];
    let meets = |above: &(usize, Number), below: &(usize, Number)| {
        let (row, over) = (candidates[below.0].row, candidates[above.0].last_row);
        let touch = row == over + 1 && view.rows[row].above == 0;
        touch && above.1.style == below.1.style && above.1.parts[0] + 1 == below.1.parts[0]
    };
    let above = at.checked_sub(1).is_some_and(|before| meets(&links[before], &links[at]));
    let below = links.get(at + 1).is_some_and(|next| meets(&links[at], next));
    this.reading.fit < Fit::Hint && (above || below)
}

/// Whether a number that repeats the one before it comes after "1.", "2.", "3." between the two: the fourth entry of a
/// list in section 4.
fn goes_on_in_list(from: &Number, between: &[(usize, Number)], to: &Number) -> bool {
    let (a, b) = (from.parts[0], to.parts[0]);
    let before = between.last().filter(|(_, before)| before.style == to.style);
    a == b && before.is_some_and(|(_, before)| before.parts[0] + 1 == b)
}

/// What it costs or gains to go from one number to the next.
fn step(from: &Number, to: &Number, worth: f32) -> f32 {
    let (a, b) = (from.parts[0], to.parts[0]);
    // "1)" or "A." below "6." opens an item of a list, whatever it names.
    let alone = [Style::Bracket, Style::Sign, Style::Letter, Style::SmallLetter];
    if from.style != to.style && (alone.contains(&from.style) || alone.contains(&to.style)) {
        return OTHER_LIST;
    }
    let same_dress = if from.style == to.style { 0.0 } else { -1.0 };
    same_dress
        + match b.checked_sub(a) {
            Some(1) if worth >= 1.0 => 1.0,
            Some(1) => 0.3,
            Some(0) => -0.5,
            Some(2 | 3) => -0.3,
            Some(_) => -2.0,
            None if b == 1 && worth >= 2.0 => -1.0,
            None => -3.0,
        }
}
