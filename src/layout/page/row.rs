//! Pieces of text on one line of sight, and the spaces between them.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::extract::page::Run;
use crate::place::BBox;

/// Gap that is a space, in sizes of the letters. Word spaces of the producers measured are a fifth at
/// least, kerning and letter spacing below an eighth.
const SPACE: f32 = 0.16;
/// The same where a space was drawn: justified lines squeeze theirs. A space drawn with no gap at
/// all is no space (Chromium draws such for soft hyphens it does not show).
const DRAWN_SPACE: f32 = 0.08;
/// So many single letters in a row are a word whose letters are set apart.
const SPACED_LETTERS: usize = 4;
/// A gap so many times as wide as that between such letters parts words.
const SPACED_WORDS: f32 = 1.8;
/// Gap that sets pieces apart: cells of a table, columns.
const APART: f32 = 1.2;
/// Letters whose feet are this close stand on one line (superscripts, small print beside large).
const SAME_LINE: f32 = 0.35;
/// Footnote numbers are smaller than this share of their line's letters, raised by less than that share of them, and
/// no further from a word than two spaces.
const SMALL_PRINT: f32 = 0.85;
const RAISED: f32 = 0.62;
const RAISED_GAP: f32 = 0.6;
/// Small print raised by less than this share of the letters stands on the line itself.
const LEAST_RAISED: f32 = 0.15;
const SUPERSCRIPTS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/// Pieces on one line, from left to right.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Row {
    /// Never empty.
    pub(super) runs: Vec<Run>,
}

/// The rows of `runs`, from the top.
pub(super) fn rows(mut runs: Vec<Run>) -> Vec<Row> {
    runs.sort_by(|a, b| a.baseline.total_cmp(&b.baseline).then(a.left.total_cmp(&b.left)));
    let mut rows: Vec<Row> = Vec::new();
    // Baseline and size of the largest piece of the row so far.
    let mut main = (f32::MIN, 0.0_f32);
    for run in runs {
        let em = main.1.min(run.size.max(0.6 * main.1));
        let joins = (main.0 - run.baseline).abs() < SAME_LINE * em;
        if !joins || run.size > main.1 {
            main = (run.baseline, run.size);
        }
        match rows.last_mut() {
            Some(row) if joins => row.runs.push(run),
            _ => rows.push(Row { runs: vec![run] }),
        }
    }
    for row in &mut rows {
        row.runs.sort_by(|a, b| a.left.total_cmp(&b.left));
    }
    raised(rows)
}

/// Takes raised numbers of footnotes into the row to which they belong, and writes them as such: "tiedot¹" is the word
/// that it is without its note.
fn raised(rows: Vec<Row>) -> Vec<Row> {
    let mut taken: Vec<Row> = Vec::with_capacity(rows.len());
    for mut row in rows {
        if let Some(above) = taken.pop_if(|above| above.is_raised_over(&row)) {
            row.runs.extend(above.runs);
            row.runs.sort_by(|a, b| a.left.total_cmp(&b.left));
        }
        row.raise_notes();
        row.name_bullet();
        taken.push(row);
    }
    taken
}

impl Row {
    pub(super) fn left(&self) -> f32 {
        self.runs[0].left
    }

    pub(super) fn right(&self) -> f32 {
        self.runs.iter().map(|run| run.right).fold(f32::MIN, f32::max)
    }

    pub(super) fn baseline(&self) -> f32 {
        self.runs.iter().fold(&self.runs[0], |a, b| if b.size > a.size { b } else { a }).baseline
    }

    pub(super) fn bbox(&self) -> BBox {
        self.runs.iter().map(Run::bbox).reduce(BBox::to).unwrap_or(BBox(0.0, 0.0, 0.0, 0.0))
    }

    /// The size of most of its letters.
    pub(super) fn size(&self) -> f32 {
        let mut letters: BTreeMap<i32, usize> = BTreeMap::new();
        for run in &self.runs {
            *letters.entry((run.size * 10.0).round() as i32).or_default() += run.text.len();
        }
        letters
            .into_iter()
            .max_by_key(|(_, count)| *count)
            .map_or(0.0, |(tenths, _)| tenths as f32 / 10.0)
    }

    /// Whether most of its letters are bold; unknown where most fonts say nothing.
    pub(super) fn bold(&self) -> Option<bool> {
        let letters = |wanted: Option<bool>| {
            let runs = self.runs.iter().filter(|run| run.bold == wanted);
            runs.map(|run| run.text.chars().count()).sum::<usize>()
        };
        let (bold, light, unknown) = (letters(Some(true)), letters(Some(false)), letters(None));
        (unknown <= bold + light).then_some(bold > light)
    }

    /// The level of the heading of which all its words are part, where the format says so.
    pub(super) fn heading(&self) -> Option<u8> {
        let words = self.runs.iter().filter(|run| run.text.contains(char::is_alphabetic));
        words.map(|run| run.heading).reduce(|a, b| Some(a?.min(b?))).flatten()
    }

    /// How sure text recognition is of its words on the whole.
    pub(super) fn ocr(&self) -> Option<u8> {
        let sure: Vec<u32> = self.runs.iter().filter_map(|run| run.ocr).map(u32::from).collect();
        let mean = sure.iter().sum::<u32>().checked_div(sure.len() as u32)?;
        u8::try_from(mean).ok()
    }

    /// Its pieces, cut where a wide gap sets them apart.
    pub(super) fn segments(&self) -> Vec<Row> {
        let mut segments: Vec<Row> = Vec::new();
        for run in &self.runs {
            match segments.last_mut() {
                Some(last) if run.left - last.right() < APART * run.size => {
                    last.runs.push(run.clone());
                }
                _ => segments.push(Row { runs: vec![run.clone()] }),
            }
        }
        segments
    }

    /// Where its pieces begin and end, cut where a wide gap or `cut`, which is asked by where a run begins, sets them
    /// apart.
    pub(super) fn pieces_apart(&self, cut: impl Fn(f32) -> bool) -> Vec<(f32, f32)> {
        let mut pieces: Vec<(f32, f32)> = Vec::new();
        for run in &self.runs {
            match pieces.last_mut() {
                Some(last) if run.left - last.1 < APART * run.size && !cut(run.left) => {
                    last.1 = last.1.max(run.right);
                }
                _ => pieces.push((run.left, run.right)),
            }
        }
        pieces
    }

    /// A sign that no font names, alone at the beginning of a line, is the bullet of a list.
    fn name_bullet(&mut self) {
        if let [first, _, ..] = &mut self.runs[..]
            && first.text == "\u{FFFD}"
        {
            "•".clone_into(&mut first.text);
        }
    }

    /// Writes numbers as raised that are small and stand above the line.
    fn raise_notes(&mut self) {
        let largest = self.runs.iter().map(|run| run.size).fold(0.0, f32::max);
        if self.runs.iter().all(|run| run.size >= SMALL_PRINT * largest) {
            return;
        }
        let (line, size) = (self.baseline(), self.size());
        for run in &mut self.runs {
            let is_small =
                run.size < SMALL_PRINT * size && line - run.baseline > LEAST_RAISED * size;
            if is_small && run.text.chars().all(|c| c.is_ascii_digit()) {
                let digit =
                    |c: char| SUPERSCRIPTS.chars().nth((c as usize).wrapping_sub('0' as usize));
                run.text = run.text.chars().filter_map(digit).collect();
            }
        }
    }

    /// Whether every piece of it is small print over the line of `row`, close to a piece of that.
    fn is_raised_over(&self, row: &Row) -> bool {
        let (line, size) = (row.baseline(), row.size());
        let close = |run: &Run| {
            let gap =
                |other: &Run| (run.left - other.right).abs().min((other.left - run.right).abs());
            row.runs.iter().any(|other| gap(other) < RAISED_GAP * size)
        };
        self.runs.iter().all(|run| {
            run.size < SMALL_PRINT * size && line - run.baseline < RAISED * size && close(run)
        })
    }

    /// Its text, with spaces where the gaps are; soft hyphens are still in it.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for (run, space) in self.runs.iter().zip(self.spaces()) {
            if space {
                text.push(' ');
            }
            text.push_str(&run.text);
        }
        text
    }

    /// Where its runs stand in its text, first byte and one past the last, with their boxes.
    pub(super) fn pieces(&self) -> Vec<(usize, usize, BBox)> {
        let mut at = 0;
        let runs = self.runs.iter().zip(self.spaces());
        let pieces = runs.map(|(run, space)| {
            let start = at + usize::from(space);
            at = start + run.text.len();
            (start, at, run.bbox())
        });
        pieces.collect()
    }

    /// Whether a space stands before each of its runs. Letters that are set apart to look important
    /// ("S E L O S T E") are one word.
    fn spaces(&self) -> Vec<bool> {
        let mut spaces = vec![false; self.runs.len()];
        for (at, pair) in self.runs.windows(2).enumerate() {
            spaces[at + 1] = is_space(&pair[0], &pair[1]);
        }
        let mut from = 0;
        while from < self.runs.len() {
            let letters = self.runs[from..].iter().take_while(|run| is_letter(run)).count();
            if letters >= SPACED_LETTERS {
                self.close(from..from + letters, &mut spaces);
            }
            from += letters.max(1);
        }
        spaces
    }

    /// Takes the spaces out of a row of single letters where their gaps are alike; wider ones part words.
    fn close(&self, letters: Range<usize>, spaces: &mut [bool]) {
        let gap = |at: usize| self.runs[at].left - self.runs[at - 1].right;
        let mut gaps: Vec<f32> = (letters.start + 1..letters.end).map(gap).collect();
        gaps.sort_by(f32::total_cmp);
        let usual = gaps[gaps.len() / 2];
        let parts = spaces.iter_mut().enumerate().take(letters.end).skip(letters.start + 1);
        for (at, space) in parts {
            *space = gap(at) > SPACED_WORDS * usual;
        }
    }
}

fn is_letter(run: &Run) -> bool {
    let mut letters = run.text.chars();
    matches!((letters.next(), letters.next()), (Some(letter), None) if letter.is_alphabetic())
}

fn is_space(last: &Run, run: &Run) -> bool {
    let em = last.size.min(run.size);
    let gap = run.left - last.right;
    let needed = if run.after_space { DRAWN_SPACE } else { SPACE };
    gap > needed * em
}
