//! The rows of a document: its lines with text, furniture left out, and what can be seen of each from outside.

use std::ops::Range;

use super::number::Number;
use crate::finnish::words::Word;
use crate::layout::{Role, Script};
use crate::place::Span;

/// A line with text.
#[derive(Debug)]
pub(super) struct Row {
    /// Index of its line.
    pub(super) line: usize,
    /// The line without blanks around it; begins with the number.
    pub(super) span: Span,
    /// The same without number, bullet and marks of emphasis.
    pub(super) text: Span,
    /// Its words, number left out.
    pub(super) words: Range<usize>,
    /// The number it begins with.
    pub(super) number: Option<Number>,
    /// Whether it begins with a bullet.
    pub(super) bullet: bool,
    /// Empty lines above and below, page ends counted as one.
    pub(super) above: usize,
    /// Empty lines below.
    pub(super) below: usize,
    /// Level by the format's own word or by Markdown's `#`.
    pub(super) level: Option<u8>,
    /// A cell of the label column of a table.
    pub(super) label: bool,
    /// How much it stands out by size, weight, underlining or capitals: 0 not at all.
    pub(super) emphasis: f32,
}

/// What the rows of a document share.
#[derive(Debug, Clone, Copy)]
struct Habit {
    font_size: Option<f32>,
    mostly_bold: bool,
}

/// The rows of a script.
pub(super) fn rows(script: &Script, words: &[Word]) -> Vec<Row> {
    let habit = habit(script);
    let mut rows: Vec<Row> = Vec::new();
    let mut blank = 1;
    let mut page = None;
    for (index, line) in script.lines.iter().enumerate() {
        if line.role == Role::Furniture {
            continue;
        }
        let text = line.span.of(&script.text);
        if line.page != page {
            blank += 1;
            page = line.page;
        }
        if text.trim().is_empty() {
            blank += 1;
            continue;
        }
        if is_rule(text) {
            if let Some(above) = rows.last_mut().filter(|_| blank == 0) {
                above.emphasis = 1.0;
            }
            blank += 1;
            continue;
        }
        let mut row = row(script, words, index, habit);
        row.above = blank;
        if let Some(before) = rows.last_mut() {
            before.below = blank;
        }
        blank = 0;
        rows.push(row);
    }
    if let Some(last) = rows.last_mut() {
        last.below = blank + 1;
    }
    join_lone_numbers(rows, words)
}

fn habit(script: &Script) -> Habit {
    let mut letters: Vec<(f32, usize)> = Vec::new();
    let (mut bold, mut all) = (0, 0);
    for line in script.lines.iter().filter(|line| line.role != Role::Furniture) {
        let length = line.span.end - line.span.start;
        all += length;
        if line.bold == Some(true) {
            bold += length;
        }
        if let Some(size) = line.font_size {
            match letters.iter_mut().find(|(known, _)| (*known - size).abs() < 0.1) {
                Some((_, count)) => *count += length,
                None => letters.push((size, length)),
            }
        }
    }
    let common = letters.into_iter().max_by_key(|(_, count)| *count);
    Habit { font_size: common.map(|(size, _)| size), mostly_bold: bold * 2 > all }
}

/// Whether a line is drawn rather than written: `-----`, `=====`, `_____`.
fn is_rule(text: &str) -> bool {
    let text = text.trim();
    text.chars().count() >= 3
        && text.chars().all(|c| matches!(c, '-' | '=' | '_' | '*' | '–' | '—'))
}

fn row(script: &Script, words: &[Word], index: usize, habit: Habit) -> Row {
    let line = &script.lines[index];
    let whole = line.span.of(&script.text);
    let indent = whole.len() - whole.trim_start().len();
    let start = line.span.start + indent;
    let end = line.span.start + whole.trim_end().len();
    let marked = Marked::read(&script.text[start..end]);
    let mut row = Row {
        line: index,
        span: Span::new(start, end),
        text: Span::new(start + marked.start, start + marked.end),
        words: 0..0,
        number: marked.number,
        bullet: marked.bullet,
        above: 0,
        below: 0,
        level: marked.level,
        label: line.role == Role::Label,
        emphasis: 0.0,
    };
    if let Role::Heading(level) = line.role {
        row.level = Some(level);
    }
    row.words = words_in(words, row.text);
    row.emphasis = emphasis(script, &row, habit, marked.strong);
    row
}

fn words_in(words: &[Word], span: Span) -> Range<usize> {
    let from = words.partition_point(|word| word.span.start < span.start);
    let to = words.partition_point(|word| word.span.start < span.end);
    from..to
}

/// A line with its marks taken off.
struct Marked {
    number: Option<Number>,
    bullet: bool,
    level: Option<u8>,
    strong: bool,
    start: usize,
    end: usize,
}

impl Marked {
    fn read(line: &str) -> Self {
        let hashes = line.len() - line.trim_start_matches('#').len();
        let level = (1..=6).contains(&hashes).then(|| u8::try_from(hashes).unwrap_or(6));
        let mut marked =
            Self { number: None, bullet: false, level, strong: false, start: 0, end: line.len() };
        if level.is_some() {
            marked.skip(line, line.len() - line[hashes..].trim_start().len());
        }
        marked.unwrap_strong(line);
        if let Some(bullet) = bullet(&line[marked.start..marked.end]) {
            marked.bullet = true;
            marked.skip(line, marked.start + bullet);
        }
        if let Some((number, taken)) = Number::read(&line[marked.start..marked.end]) {
            marked.number = Some(number);
            marked.skip(line, marked.start + taken);
            marked.unwrap_strong(line);
        }
        marked
    }

    fn skip(&mut self, line: &str, to: usize) {
        self.start = to.min(self.end);
        let rest = &line[self.start..self.end];
        self.start += rest.len() - rest.trim_start().len();
    }

    /// Takes off `**` or `__` around a whole line.
    fn unwrap_strong(&mut self, line: &str) {
        for mark in ["**", "__"] {
            let text = &line[self.start..self.end];
            let inner = text.strip_prefix(mark).and_then(|rest| {
                rest.strip_suffix(mark)
                    .or_else(|| rest.strip_suffix(':').and_then(|r| r.strip_suffix(mark)))
            });
            if inner.is_some_and(|inner| !inner.is_empty() && !inner.contains(mark)) {
                self.strong = true;
                self.start += mark.len();
                self.end -= mark.len();
            }
        }
    }
}

/// The bytes of a bullet and the blanks behind it. `o` and the private-use signs are what word processors leave.
fn bullet(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let known = matches!(
        first,
        '|' | '-'
            | '–'
            | '•'
            | '●'
            | '○'
            | '▪'
            | '■'
            | '□'
            | '·'
            | '◦'
            | '‣'
            | '*'
            | '+'
            | '>'
            | '☐'
            | '☒'
            | '☑'
            | '✓'
    ) || ('\u{e000}'..='\u{f8ff}').contains(&first);
    let rest = &line[first.len_utf8()..];
    let letter = first == 'o' && rest.starts_with(' ');
    let apart =
        rest.starts_with(char::is_whitespace) || !matches!(first, '-' | '–' | '*' | '+' | '>');
    (letter || known && apart).then(|| line.len() - rest.trim_start().len())
}

fn emphasis(script: &Script, row: &Row, habit: Habit, strong: bool) -> f32 {
    let line = &script.lines[row.line];
    let larger = match (line.font_size, habit.font_size) {
        (Some(size), Some(usual)) if size >= usual * 1.08 => 1.0,
        _ => 0.0,
    };
    let bolder = if line.bold == Some(true) && !habit.mostly_bold || strong { 1.0 } else { 0.0 };
    let text = row.text.of(&script.text);
    let capitals = text.chars().filter(|c| c.is_alphabetic()).count() >= 4
        && !text.chars().any(char::is_lowercase);
    larger + bolder + if capitals { 0.5 } else { 0.0 }
}

/// A number alone on its line belongs to the row below.
fn join_lone_numbers(rows: Vec<Row>, words: &[Word]) -> Vec<Row> {
    let mut joined: Vec<Row> = Vec::with_capacity(rows.len());
    let mut lone: Option<Row> = None;
    for mut row in rows {
        if let Some(number) = lone.take() {
            let near = row.line - number.line <= 2;
            let capital = row.words.clone().next().is_some_and(|first| words[first].capital);
            if near && capital && row.number.is_none() && !row.bullet {
                row.span = number.span.to(row.span);
                row.number = number.number;
                row.above = number.above;
            } else {
                joined.push(number);
            }
        }
        if row.number.is_some() && row.words.is_empty() && !row.bullet {
            lone = Some(row);
        } else {
            joined.push(row);
        }
    }
    joined.extend(lone);
    joined
}
