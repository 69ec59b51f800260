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
    let mut seen: BTreeMap<&str, Seen> = BTreeMap::new();
    for candidate in candidates.iter().flatten() {
        seen.entry(&candidate.masked).or_default().take(candidate);
    }
    let needed = (pages.len() as f32 * PAGES).max(2.0);
    let is_repeated =
        |candidate: &&Candidate| seen[candidate.masked.as_str()].repeats(candidate, needed);
    for (page, found) in pages.iter_mut().zip(&candidates) {
        // The cell of a table may say the same on two pages; the rest of its row does not.
        let apart = |candidate: &&Candidate| !is_repeated(candidate) && !candidate.is_page_number;
        let broken: BTreeSet<usize> = found.iter().filter(apart).map(|c| c.line).collect();
        let stands_alone = |candidate: &&Candidate| {
            !broken.contains(&candidate.line) || !candidate.masked.contains(char::is_alphabetic)
        };
        let repeated: Vec<&Candidate> =
            found.iter().filter(is_repeated).filter(stands_alone).collect();
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

/// What was seen of lines that are the same but for their numbers.
#[derive(Default)]
struct Seen {
    pages: BTreeSet<u32>,
    /// How often each number stood at its place in the line, by itself and counted from the number of its page.
    numbers: BTreeMap<(usize, u32), usize>,
    counted: BTreeMap<(usize, i64), usize>,
}

impl Seen {
    fn take(&mut self, candidate: &Candidate) {
        self.pages.insert(candidate.page);
        for (place, number) in candidate.numbers.iter().enumerate() {
            *self.numbers.entry((place, *number)).or_default() += 1;
            *self.counted.entry((place, candidate.after_page(*number))).or_default() += 1;
        }
    }

    /// Whether a line stands on so many pages, with numbers that stay or count the pages.
    fn repeats(&self, candidate: &Candidate, needed: f32) -> bool {
        let enough = |count: usize| count as f32 >= needed;
        let tells_pages = |(place, number): (usize, &u32)| {
            enough(self.numbers[&(place, *number)])
                || enough(self.counted[&(place, candidate.after_page(*number))])
        };
        enough(self.pages.len()) && candidate.numbers.iter().enumerate().all(tells_pages)
    }
}

/// A piece of a line in the margin of a page.
struct Candidate {
    /// Its text with digits masked, and its height on the page: equal on every page.
    masked: String,
    /// The numbers in it, and the page it stands on.
    numbers: Vec<u32>,
    page: u32,
    at_top: bool,
    height: i32,
    /// Which line of the margins it is a piece of.
    line: usize,
    is_page_number: bool,
    row: Row,
}

impl Candidate {
    fn mark(&self, page: &mut Page) {
        for run in &mut page.runs {
            run.furniture |= self.row.runs.contains(run);
        }
    }

    /// A number of it, counted from that of its page.
    fn after_page(&self, number: u32) -> i64 {
        i64::from(number) - i64::from(self.page)
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
    let segments = rows.iter().enumerate().flat_map(|(line, row)| {
        let segments = row.segments().into_iter();
        segments.map(move |segment| candidate(segment, line, page, top))
    });
    segments.collect()
}

fn candidate(row: Row, line: usize, page: &Page, top: f32) -> Candidate {
    let text = row.text();
    let height = (row.baseline() / SAME_HEIGHT).round() as i32;
    Candidate {
        masked: format!("{} {height}", masked(&text)),
        numbers: numbers(&text),
        page: page.number,
        at_top: row.baseline() < top,
        height,
        line,
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

/// The numbers in a text; one that is none of a page counts as the largest.
fn numbers(text: &str) -> Vec<u32> {
    let digits = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    digits.map(|digits| digits.parse().unwrap_or(u32::MAX)).collect()
}

/// Whether a line in the margin numbers its page out of all: "Sivu 2 (5)", "2/5", "– 2 / 5 –".
fn is_page_number(text: &str, page: u32) -> bool {
    let numbers = numbers(text);
    let words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).count();
    let [number, total] = numbers[..] else { return false };
    words <= 2 && number == page && number <= total && text.chars().count() < 24
}
