//! Finds running headers, footers and page numbers: what stands at the same place on most pages.

use std::collections::{BTreeMap, BTreeSet};

use super::MAX_RUNS;
use super::row::{Row, rows};
use crate::extract::page::Page;

/// Share of a page at its top and bottom in which furniture stands.
const MARGIN: f32 = 0.12;
/// Furniture stands on at least this share of the pages.
const PAGES: f32 = 0.6;
/// Lines of furniture are this close to the same height on every page, in points.
const SAME_HEIGHT: f32 = 4.0;

/// A letterhead of this many rows is text where it first stands: it names the controller.
const LETTERHEAD_ROWS: usize = 4;

/// Marks the runs that are furniture; those that the format itself marks stay so.
pub(super) fn mark(pages: &mut [Page]) {
    let candidates: Vec<Vec<Candidate>> = pages.iter().map(candidates).collect();
    let mut seen: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
    for (page, found) in pages.iter().zip(&candidates) {
        for candidate in found {
            seen.entry(candidate.masked.clone()).or_default().insert(page.number);
        }
    }
    let pages_of = |candidate: &Candidate| seen.get(&candidate.masked).map_or(0, BTreeSet::len);
    let total = pages.len() as f32;
    let is_repeated = |candidate: &&Candidate| {
        let on = pages_of(candidate);
        on >= 2 && on as f32 >= total * PAGES
    };
    for (page, found) in pages.iter_mut().zip(&candidates) {
        let repeated: Vec<&Candidate> = found.iter().filter(is_repeated).collect();
        let heights: BTreeSet<i32> =
            repeated.iter().filter(|c| c.at_top).map(|c| c.height).collect();
        let is_letterhead = page.number == 1 && heights.len() >= LETTERHEAD_ROWS;
        for candidate in repeated {
            if !(is_letterhead && candidate.at_top) {
                candidate.mark(page);
            }
        }
        for candidate in found.iter().filter(|candidate| candidate.is_page_number) {
            candidate.mark(page);
        }
    }
}

/// A piece of a line in the margin of a page.
struct Candidate {
    /// Its text with digits masked, and its height on the page: equal on every page.
    masked: String,
    at_top: bool,
    height: i32,
    is_page_number: bool,
    row: Row,
}

impl Candidate {
    fn mark(&self, page: &mut Page) {
        for run in &mut page.runs {
            run.furniture |= self.row.runs.contains(run);
        }
    }
}

fn candidates(page: &Page) -> Vec<Candidate> {
    if page.runs.len() > MAX_RUNS {
        return Vec::new();
    }
    let (top, bottom) = (page.height * MARGIN, page.height * (1.0 - MARGIN));
    let in_margin = |run: &&crate::extract::page::Run| {
        !run.furniture && (run.baseline < top || run.baseline > bottom)
    };
    let runs = page.runs.iter().filter(in_margin).cloned().collect();
    let rows = rows(runs);
    let segments = rows.iter().flat_map(Row::segments);
    segments.map(|row| candidate(row, page, top)).collect()
}

fn candidate(row: Row, page: &Page, top: f32) -> Candidate {
    let text = row.text();
    let height = (row.baseline() / SAME_HEIGHT).round() as i32;
    Candidate {
        masked: format!("{} {height}", masked(&text)),
        at_top: row.baseline() < top,
        height,
        is_page_number: is_page_number(&text, page.number),
        row,
    }
}

/// Digits become one `#` a number: page 9 and page 10 are the same line.
fn masked(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        match c {
            c if c.is_ascii_digit() && out.ends_with('#') => {}
            c if c.is_ascii_digit() => out.push('#'),
            c => out.push(c),
        }
    }
    out
}

/// Whether a line in the margin numbers its page out of all: "Sivu 2 (5)", "2/5", "– 2 / 5 –".
fn is_page_number(text: &str, page: u32) -> bool {
    let numbers: Vec<u32> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|number| number.parse().ok())
        .collect();
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).count();
    let [number, total] = numbers[..] else { return false };
    words <= 2 && number == page && number <= total && text.chars().count() < 24
}
