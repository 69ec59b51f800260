//! Which candidates are headings: the numbered ones must make a chain, the others must look like headings.

use std::iter;

use super::candidate::{Candidate, View};
use super::habit::{ENOUGH, ENOUGH_AMONG_NUMBERS, Habit, MARKED, Manner, is_bare_right};
use super::number::{Number, Style};
use crate::canon::{Fit, Kind};

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
            None if chosen.last().is_some_and(|label| is_beside(view, &candidate, label)) => false,
            // Where headings stand on lines of their own, a known word before a capital or a number is text.
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
