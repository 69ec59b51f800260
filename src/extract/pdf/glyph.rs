//! Glyphs as they are drawn become pieces of text: ligatures, accents, symbols, doubles.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use crate::extract::page::Run;
use crate::extract::symbol;

/// One glyph on a page, origin top left.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    pub(super) text: String,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) baseline: f32,
    pub(super) size: f32,
    pub(super) bold: Option<bool>,
    pub(super) furniture: bool,
    pub(super) heading: Option<u8>,
}

/// Gap between letters of one word, in sizes of a letter: more is a space. Measured on the producers
/// of the test set: word spaces are at least a fifth, kerning and letter spacing stay below an eighth.
const WORD_GAP: f32 = 0.16;
/// How far back a letter may stand and still go on the same word (kerning, accents).
const BACK: f32 = 0.35;
/// Two glyphs of the same text closer than this, in sizes of a letter, are one, drawn twice to look bold.
const DOUBLE: f32 = 0.08;

/// Collects glyphs into runs.
#[derive(Default)]
pub(super) struct Runs {
    done: Vec<Run>,
    space: bool,
    seen: HashMap<(String, i32, i32), Vec<(f32, f32)>>,
}

impl Runs {
    /// Takes the next glyph in drawing order.
    pub(super) fn push(&mut self, glyph: &Glyph) {
        let text = repaired(&glyph.text);
        if text.is_empty() {
            return;
        }
        if text.chars().all(char::is_whitespace) {
            self.space = true;
            return;
        }
        if self.is_double(&text, glyph) {
            return;
        }
        let space = std::mem::take(&mut self.space);
        if let Some(last) = self.done.last_mut()
            && !space
            && goes_on(last, glyph)
        {
            append(last, &text, glyph);
            return;
        }
        self.done.push(Run {
            text,
            left: glyph.left,
            right: glyph.right,
            baseline: glyph.baseline,
            size: glyph.size,
            bold: glyph.bold,
            after_space: space,
            furniture: glyph.furniture,
            heading: glyph.heading,
            ocr: None,
        });
    }

    /// Takes runs that are ready.
    pub(super) fn extend(&mut self, runs: impl IntoIterator<Item = Run>) {
        self.done.extend(runs);
    }

    /// Their texts.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        self.done.iter().map(|run| run.text.as_str())
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.done.len()
    }

    /// The runs of the page.
    pub(super) fn finish(self) -> Vec<Run> {
        let mut runs = self.done;
        for run in &mut runs {
            run.text = run.text.nfc().collect();
        }
        runs
    }

    /// Whether the same glyph was drawn here before. Positions are looked up in a coarse grid, its
    /// neighbours included.
    fn is_double(&mut self, text: &str, glyph: &Glyph) -> bool {
        let cell = |place: f32| (place / 4.0).floor() as i32;
        let (x, y) = (cell(glyph.left), cell(glyph.baseline));
        let near = DOUBLE * glyph.size.min(3.0 * (glyph.right - glyph.left));
        let here = |(left, baseline): &(f32, f32)| {
            (left - glyph.left).abs() < near && (baseline - glyph.baseline).abs() < near
        };
        let found = (-1..=1).flat_map(|dx| (-1..=1).map(move |dy| (dx, dy))).any(|(dx, dy)| {
            let key = (text.to_owned(), x.saturating_add(dx), y.saturating_add(dy));
            self.seen.get(&key).is_some_and(|places| places.iter().any(here))
        });
        let places = self.seen.entry((text.to_owned(), x, y)).or_default();
        // A crowd of the same glyph in four points is an attack, not a page.
        if places.len() < 16 {
            places.push((glyph.left, glyph.baseline));
        }
        found
    }
}

fn goes_on(run: &Run, glyph: &Glyph) -> bool {
    let em = run.size.max(glyph.size);
    let gap = glyph.left - run.right;
    let same_line = (run.baseline - glyph.baseline).abs() < 0.05 * em || is_accent(&glyph.text);
    same_line
        && (run.size - glyph.size).abs() < 0.05 * em
        && run.bold == glyph.bold
        && run.furniture == glyph.furniture
        && run.heading == glyph.heading
        && (-BACK * em..WORD_GAP * em).contains(&gap) | sits_on(run, glyph)
}

/// Whether an accent and a letter share their place: TeX draws "ä" as "a" and "¨".
fn sits_on(run: &Run, glyph: &Glyph) -> bool {
    let accent =
        is_accent(&glyph.text) || run.text.chars().next_back().is_some_and(is_spacing_accent);
    accent && glyph.left < run.right && glyph.left > run.right - 1.2 * run.size
}

fn is_accent(text: &str) -> bool {
    text.chars().all(is_spacing_accent)
}

fn is_spacing_accent(c: char) -> bool {
    combining(c).is_some()
}

/// The combining form of an accent that has a width of its own.
fn combining(c: char) -> Option<char> {
    Some(match c {
        '\u{A8}' => '\u{308}',
        '\u{B4}' | '\u{2CA}' => '\u{301}',
        '`' | '\u{2CB}' => '\u{300}',
        '\u{2DA}' | '\u{B0}' => '\u{30A}',
        '\u{2C6}' => '\u{302}',
        '\u{2DC}' => '\u{303}',
        '\u{2C7}' => '\u{30C}',
        _ => return None,
    })
}

fn append(run: &mut Run, text: &str, glyph: &Glyph) {
    let overlap = run.right - glyph.left > 0.3 * glyph.size.min(run.right - run.left);
    let last = run.text.chars().next_back();
    let next = text.chars().next();
    match (last.and_then(combining), next.and_then(combining)) {
        // The accent was drawn first, the letter over it.
        (Some(mark), None) if overlap => {
            run.text.pop();
            run.text.push_str(text);
            run.text.push(mark);
        }
        // The letter was drawn first.
        (None, Some(mark)) if overlap => run.text.push(mark),
        _ => run.text.push_str(text),
    }
    run.right = run.right.max(glyph.right);
}

/// The text of one glyph as a person would type it.
fn repaired(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\0' | '\u{200B}' | '\u{FEFF}' | '\u{2060}' => {}
            '\u{A0}' | '\u{202F}' | '\u{2007}' | '\n' | '\r' | '\t' => out.push(' '),
            '\u{FB00}'..='\u{FB06}' => out.extend([c].into_iter().nfkc()),
            '\u{F020}'..='\u{F0FF}' => out.push(symbol::of_private(c as u32 - 0xF000)),
            '\u{2}' => out.push('\u{AD}'),
            '\u{2011}' => out.push('-'),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Text of a font of symbols whose map says letters where the page shows boxes, at the codes of such fonts.
pub(super) fn symbol_of(font: &str, text: String) -> String {
    if !font.contains("Wingdings") {
        return text;
    }
    let to_private = |c: char| match c as u32 {
        code @ 0x21..=0xFF => char::from_u32(code + 0xF000).unwrap_or(c),
        _ => c,
    };
    text.chars().map(to_private).collect()
}

/// A character of the Cork encoding of TeX, as far as it differs from Latin-1.
pub(super) fn cork(code: u32) -> String {
    let special = match code {
        0x10 | 0x11 => "”",
        0x12 => "„",
        0x15 => "–",
        0x16 => "—",
        0x1B => "ff",
        0x1C => "fi",
        0x1D => "fl",
        0x1E => "ffi",
        0x1F => "ffl",
        0x9F => "§",
        0x7F => "-",
        0x20..=0x7E | 0xA1..=0xFF => {
            return char::from_u32(code).map(String::from).unwrap_or_default();
        }
        _ => "\u{FFFD}",
    };
    special.to_owned()
}
