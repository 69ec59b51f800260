//! Lines that could open a section: how far the heading reaches, and how much it looks like one.

use std::ops::Range;

use super::number::Number;
use super::row::Row;
use crate::canon::{Fit, Reading, Scan};
use crate::place::Span;

/// A heading that may be one.
#[derive(Debug)]
pub(super) struct Candidate {
    /// Index of its first row.
    pub(super) row: usize,
    /// Its last row.
    pub(super) last_row: usize,
    /// Its words.
    pub(super) words: Range<usize>,
    /// Its bytes, number included.
    pub(super) span: Span,
    /// What it announces by itself.
    pub(super) reading: Reading,
    /// Whether text goes on behind it on the same line.
    pub(super) glued: bool,
    /// Whether it is glued by a colon: a label with its value.
    pub(super) colon: bool,
    /// Whether it is glued by a colon or a wide gap.
    pub(super) set_off: bool,
    /// How much it looks like a heading, its number apart.
    pub(super) score: f32,
}

/// The left column of a table wraps a heading over up to six lines.
const MOST_LINES: usize = 6;
/// A line so much of which is known is a heading as a whole.
const MOSTLY_KNOWN: f32 = 0.75;
/// A label with nothing but a blank before its value is shorter still.
pub(super) const MOST_LABEL_WORDS: usize = 3;
/// A heading glued to its text is short.
const MOST_GLUED_WORDS: usize = 9;

/// What is looked at: the text, its rows, and what the lexicon hears in it.
pub(super) struct View<'a> {
    pub(super) text: &'a str,
    pub(super) rows: &'a [Row],
    pub(super) scan: &'a Scan<'a>,
}

impl View<'_> {
    /// The heading that may begin in a row.
    pub(super) fn candidate(&self, at: usize) -> Option<Candidate> {
        let row = &self.rows[at];
        let marked = row.level.is_some() || row.label;
        if row.words.is_empty() || row.bullet && !marked {
            return None;
        }
        let whole = self.whole(at);
        if whole.reading.fit == Fit::Variant || marked {
            return Some(whole);
        }
        // A heading that goes on is not cut at a capital ("Tietojen luovutus | EU:n ulkopuolelle").
        let is_all = whole.reading.fit == Fit::Cue && whole.reading.coverage >= MOSTLY_KNOWN;
        let glued = self.glued(at).filter(|glued| glued.set_off || !is_all);
        Some(glued.unwrap_or(whole))
    }

    /// The number of a candidate.
    pub(super) fn number(&self, candidate: &Candidate) -> Option<&Number> {
        self.rows[candidate.row].number.as_ref()
    }

    /// The row, and those below into which the heading wraps.
    fn whole(&self, at: usize) -> Candidate {
        let mut last_row = at;
        let mut reading = self.scan.read(self.rows[at].words.clone());
        for next in at + 1..self.rows.len().min(at + MOST_LINES) {
            match self.wrapped(at, next, &reading) {
                Some(longer) => (last_row, reading) = (next, longer),
                None => break,
            }
        }
        let words = self.rows[at].words.start..self.rows[last_row].words.end;
        let span = self.rows[at].span.to(self.rows[last_row].span);
        let mut candidate = Candidate {
            row: at,
            last_row,
            words,
            span,
            reading,
            glued: false,
            colon: false,
            set_off: false,
            score: 0.0,
        };
        candidate.score = self.score(&candidate);
        candidate
    }

    /// What the heading announces when the row `next` goes on with it, if it does.
    fn wrapped(&self, at: usize, next: usize, so_far: &Reading) -> Option<Reading> {
        let (before, row) = (&self.rows[next - 1], &self.rows[next]);
        let fits = row.number.is_none()
            && !row.bullet
            && !opens_list(row.text.of(self.text))
            && row.level == before.level
            && (!row.words.is_empty() || self.ends_with(before, &['-']))
            && row.above <= 1
            && row.text.end - row.text.start <= 90;
        if !fits || self.ends_with(before, &['.', ':', '?', '!']) {
            return None;
        }
        let joined = self.scan.read(self.rows[at].words.start..row.words.end);
        let lower = self.begins_small(row) || self.text[row.text.start..].starts_with('(');
        let open = self.is_open(before);
        let capitals = [before, row].iter().all(|row| is_capitals(row.text.of(self.text)));
        let alone = self.scan.read(row.words.clone());
        let goes_on = match (so_far.fit, joined.fit) {
            (_, Fit::Variant) => lower || open || alone.fit < Fit::Variant,
            (Fit::Variant, _) => open && (lower || capitals),
            _ => lower && (open || alone.coverage >= 0.5) || open && alone.coverage >= 0.75,
        };
        (goes_on && !self.ends_with(row, &['.', ';', ','])).then_some(joined)
    }

    /// A heading at the beginning of a row with its text behind it: set off by a colon or a wide gap, or a
    /// heading met before with a capital or a number behind it.
    fn glued(&self, at: usize) -> Option<Candidate> {
        let row = &self.rows[at];
        let known = |end: usize| {
            let reading = self.scan.read(row.words.start..end);
            (reading.fit >= Fit::Cue).then_some(reading)
        };
        let longest = row.words.len().saturating_sub(1).min(MOST_GLUED_WORDS);
        for end in (row.words.start + 1..=row.words.start + longest).rev() {
            let (heading, next) = (&self.scan.words()[end - 1], &self.scan.words()[end]);
            let between = &self.text[heading.span.end..next.span.start];
            // "EU:N ULKOPUOLELLE": an ending, not a value.
            let ending = between == ":" && next.folded.chars().count() <= 3;
            let colon = between.starts_with(':') && !ending;
            let gap = between.contains(['\t', '|']) || between.contains("   ");
            // In a line of capitals a capital says nothing.
            let sharp = !is_capitals(row.text.of(self.text))
                && (next.capital || next.folded.starts_with(|c: char| c.is_numeric()))
                && between.chars().all(|c| c.is_whitespace() || matches!(c, '.' | '-' | '–' | '—'));
            if !(colon || gap || sharp) {
                continue;
            }
            let Some(reading) = known(end) else { continue };
            let question = colon && row.above > 0 && self.scan.is_question(row.words.start);
            let set_off = (colon || gap) && (reading.coverage >= 0.99 || question);
            let label = sharp
                && reading.coverage >= 0.99
                && end - row.words.start <= MOST_LABEL_WORDS
                && !self.text[row.text.start..heading.span.end].contains([':', '@', ',', '.']);
            if reading.fit != Fit::Variant && !set_off && !label {
                continue;
            }
            let mut candidate = Candidate {
                row: at,
                last_row: at,
                words: row.words.start..end,
                span: Span::new(row.span.start, heading.span.end),
                reading,
                glued: true,
                colon,
                set_off: colon || gap,
                score: 0.0,
            };
            candidate.score = self.score(&candidate) - if colon || gap { 0.5 } else { 1.0 };
            return Some(candidate);
        }
        None
    }

    /// How much a candidate looks like a heading, from what it says and how it stands.
    fn score(&self, candidate: &Candidate) -> f32 {
        let (first, last) = (&self.rows[candidate.row], &self.rows[candidate.last_row]);
        let reading = &candidate.reading;
        let coverage = self.before_brackets(candidate).unwrap_or(reading.coverage);
        let says = match reading.fit {
            Fit::Variant => 3.0,
            Fit::Cue if coverage >= 0.75 => 2.5,
            Fit::Cue if coverage >= 0.6 && candidate.words.len() <= 6 => 2.0,
            Fit::Cue if coverage >= 0.5 => 1.5,
            Fit::Cue => 0.75,
            Fit::Hint if reading.coverage >= 0.9 => 1.0,
            _ => 0.0,
        };
        let marked = if first.level.is_some() {
            4.0
        } else if first.label {
            2.0
        } else {
            0.0
        };
        let stands = if first.above > 0 { 1.0 } else { 0.0 }
            + if last.below > 0 && !candidate.glued { 0.5 } else { 0.0 }
            + first.emphasis.min(1.5);
        let question = self.ends_with(last, &['?']) && !candidate.glued;
        let mut against = 0.0;
        if question {
            against -= 1.0;
        }
        if !candidate.glued {
            against += if self.ends_with(last, &['.', ';']) { 2.0 } else { 0.0 };
            against += if self.ends_with(last, &[',']) { 1.5 } else { 0.0 };
        }
        if self.begins_small(first) {
            against += 1.5;
        }
        against += match candidate.words.len() {
            0..=10 => 0.0,
            11..=16 => 1.0,
            _ => 3.0,
        };
        if reading.fit != Fit::Variant && !question && self.scan.is_sentence(&candidate.words) {
            against += 2.0;
        }
        if candidate.span.of(self.text).contains(['@', '<']) {
            against += 2.0;
        }
        let whole = candidate.colon || !candidate.glued;
        let known = whole && reading.fit >= Fit::Cue && reading.coverage >= 0.99;
        if self.continues(candidate.row, known) {
            against += 2.0;
        }
        says + marked + stands - against
    }

    /// How much of a heading is known without the remark in brackets behind it: "Oikeusperuste (merkitse rasti):".
    fn before_brackets(&self, candidate: &Candidate) -> Option<f32> {
        let words = &self.scan.words()[candidate.words.clone()];
        let open = self.rows[candidate.row].text.start.min(candidate.span.start);
        let bracket = open + self.text[open..candidate.span.end].find('(')?;
        let before = words.partition_point(|word| word.span.start < bracket);
        let words = candidate.words.start..candidate.words.start + before;
        (before > 0).then(|| self.scan.read(words).coverage)
    }

    /// Whether a row goes on with the sentence of the row above. Where all of it is a known heading or label
    /// ("Säilytysaika: vuosi"), only a mark shows so: the rows of forms and lists end without a stop however long.
    pub(super) fn continues(&self, at: usize, known: bool) -> bool {
        let row = &self.rows[at];
        if at == 0 || row.above > 0 || row.number.is_some() {
            return false;
        }
        let before = &self.rows[at - 1];
        if known {
            return self.ends_with(before, &[',', '/', '-', '(']);
        }
        let long = before.text.end - before.text.start >= 60;
        self.is_open(before) || long && !self.ends_with(before, &['.', ':', '?', '!', ')'])
    }

    /// Whether a row breaks off: after a comma, a slash, a conjunction or a genitive.
    fn is_open(&self, row: &Row) -> bool {
        if self.ends_with(row, &[',', '/', '-', '(']) {
            return true;
        }
        if !row.text.of(self.text).ends_with(char::is_alphabetic) {
            return false;
        }
        let Some(last) = self.scan.words()[row.words.clone()].last() else { return false };
        // "Rajoittaminen" is no genitive: these end in "-sen".
        let genitive = last.folded.ends_with('n') && !last.folded.ends_with("nen");
        self.scan.is_joining(&last.folded) || last.folded.chars().count() > 4 && genitive
    }

    pub(super) fn begins_small(&self, row: &Row) -> bool {
        self.text[row.text.start..].starts_with(char::is_lowercase)
    }

    pub(super) fn ends_with(&self, row: &Row, marks: &[char]) -> bool {
        row.text.of(self.text).ends_with(marks)
    }
}

/// Whether a row begins as an item of a list does: "a) saada pääsy tietoihinsa".
fn opens_list(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(char::is_alphanumeric) && chars.next() == Some(')')
}

fn is_capitals(text: &str) -> bool {
    text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
}
