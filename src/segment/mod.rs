//! Third stage: the lines become sections with number, heading, level and place.

mod candidate;
mod choose;
mod furniture;
mod habit;
mod look;
mod number;
mod row;

use crate::canon::{Kind, Lexicon};
use crate::finding::Confidence;
use crate::finnish::words::Word;
use crate::layout::{Role, Script};
use crate::place::{Span, on_one_line};
use candidate::{Candidate, View};

pub use furniture::mark_furniture;

/// The sections of a document in order of their headings.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// What stands before the first heading (title, introduction, a date).
    pub preamble: Option<Span>,
    /// The sections; their bodies do not overlap and cover the rest of the text.
    pub sections: Vec<Section>,
}

impl Outline {
    /// For every section its kinds and those of the sections around it: a sub-section belongs to what they are about,
    /// too.
    pub fn kinds_with_parents(&self) -> Vec<Vec<Kind>> {
        let mut above: Vec<(u8, Vec<Kind>)> = Vec::new();
        let mut all = Vec::with_capacity(self.sections.len());
        for section in &self.sections {
            above.retain(|(level, _)| *level < section.level);
            let mut kinds = section.kinds.clone();
            kinds.extend(above.last().map(|(_, kinds)| kinds.clone()).unwrap_or_default());
            above.push((section.level, kinds.clone()));
            all.push(kinds);
        }
        all
    }
}

/// A section: a heading and the text up to the next heading.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its number as written, without stops at the end: "2", "10.1".
    pub number: Option<String>,
    /// The heading in one line, without number and closing colon.
    pub heading: String,
    /// Bytes of the heading, its number included; over several lines where it was wrapped.
    pub heading_span: Span,
    /// Bytes of the text below (or beside, or glued behind) the heading; may be empty.
    pub body: Span,
    /// 1 for the notice's own sections, 2 for sub-sections, and so on.
    pub level: u8,
    /// What it is about, by its heading or, where that says nothing, by its content. Never empty:
    /// a section of which nothing is known is `Other`.
    pub kinds: Vec<Kind>,
    /// How sure the kinds are.
    pub confidence: Confidence,
    /// What decided the kinds: the variant or the phrases of the lexicon.
    pub because: Vec<String>,
}

impl Outline {
    /// The section in which the byte `at` stands.
    pub fn section_at(&self, at: usize) -> Option<&Section> {
        self.sections
            .iter()
            .rev()
            .find(|section| section.heading_span.to(section.body).contains(at))
    }
}

/// Of all words of a script those that are no furniture.
pub fn body_words(script: &Script, mut words: Vec<Word>) -> Vec<Word> {
    if script.lines.iter().any(|line| line.role == Role::Furniture) {
        words.retain(|word| script.lines[script.line_at(word.span.start)].role != Role::Furniture);
    }
    words
}

/// The outline of a script; `words` are its words, furniture left out.
pub fn outline(script: &Script, words: &[Word], lexicon: &Lexicon) -> Outline {
    let rows = row::rows(script, words);
    let scan = lexicon.scan(words);
    let view = View { text: &script.text, rows: &rows, scan: &scan };
    let candidates = (0..rows.len()).filter_map(|at| view.candidate(at)).collect();
    let headings = choose::choose(&view, candidates);
    let first = headings.first().map_or(script.text.len(), |heading| heading.span.start);
    let mut sections: Vec<Section> = Vec::with_capacity(headings.len());
    for at in 0..headings.len() {
        let before = sections.last().map_or(&[][..], |before| &before.kinds);
        let section = section(&view, &headings, at, before);
        sections.push(section);
    }
    Outline {
        sections,
        preamble: rows
            .first()
            .filter(|row| row.span.start < first)
            .map(|row| Span::new(row.span.start, first)),
    }
}

fn section(view: &View<'_>, headings: &[Candidate], at: usize, before: &[Kind]) -> Section {
    let heading = &headings[at];
    let next = headings.get(at + 1);
    let end = next.map_or(view.text.len(), |next| next.span.start);
    let body_words = heading.words.end
        ..next.map_or(view.scan.words().len(), |next| next.words.start.max(heading.words.end));
    let reading = view.scan.read_with_body(heading.words.clone(), body_words, before);
    Section {
        number: view.number(heading).map(|number| number.written.clone()),
        heading: title(view, heading),
        heading_span: heading.span,
        body: body(view.text, heading.span.end, end),
        level: level(view, headings, heading),
        confidence: reading.confidence(),
        kinds: reading.kinds,
        because: reading.because,
    }
}

/// The text between two headings, without blanks and the colon of the heading.
fn body(text: &str, start: usize, end: usize) -> Span {
    let body = &text[start..end];
    let skipped = body.len() - body.trim_start_matches([':', '*', '_']).trim_start().len();
    let start = start + skipped;
    Span::new(start, start + text[start..end].trim_end().len())
}

/// The heading in one line, without number, closing colon and marks.
fn title(view: &View<'_>, heading: &Candidate) -> String {
    let first = &view.rows[heading.row];
    let raw = &view.text[first.text.start..heading.span.end.max(first.text.start)];
    let raw = if heading.row == heading.last_row && !heading.glued {
        first.text.of(view.text)
    } else {
        raw
    };
    let mut line = String::new();
    for piece in raw.lines().map(str::trim).filter(|piece| !piece.is_empty()) {
        // A word broken over two lines loses its hyphen; "vastuu- ja" keeps it.
        let broken = line.ends_with('-') && piece.starts_with(char::is_lowercase);
        let first = piece.split_whitespace().next().unwrap_or("");
        if broken && !view.scan.is_joining(first) {
            line.pop();
        } else if !line.is_empty() {
            line.push(' ');
        }
        line += piece;
    }
    on_one_line(&line).trim_end_matches([':', '*', ' ', '\\']).to_owned()
}

fn level(view: &View<'_>, headings: &[Candidate], heading: &Candidate) -> u8 {
    let row = &view.rows[heading.row];
    if let Some(level) = row.level {
        let top = headings.iter().filter_map(|h| view.rows[h.row].level).min().unwrap_or(level);
        return level - top + 1;
    }
    match &row.number {
        Some(number) => u8::try_from(number.depth()).unwrap_or(u8::MAX),
        None if headings
            .iter()
            .take_while(|h| h.row != heading.row)
            .any(|h| view.number(h).is_some()) =>
        {
            2
        }
        None => 1,
    }
}
