//! Tick boxes: what may be chosen, out of which choices, and whether it is.
//!
//! A box is a character of the text: drawn boxes and the fields of forms were written into it by `extract`.

use super::{Role, Script};
use crate::place::Span;

/// Lines of choices that one question can have above it.
const MOST_CHOICES: usize = 24;

/// A tick box with what it stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TickBox {
    /// The box itself.
    pub span: Span,
    /// What it says.
    pub state: TickState,
    /// The words it ticks; empty where none stand beside it.
    pub option: Span,
    /// What is asked: the line above the choices, or the words before them.
    pub group: Option<Span>,
}

/// What a tick box says.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum TickState {
    /// The option is chosen.
    Checked,
    /// It is not.
    Unchecked,
    /// There is something in the box, and nobody can tell what: a picture, a letter of an unknown font.
    Unreadable,
}

/// A box on a line.
#[derive(Clone, Copy)]
struct Mark {
    span: Span,
    state: TickState,
}

/// The tick boxes of a script in order.
pub fn tick_boxes(script: &Script) -> Vec<TickBox> {
    let marks: Vec<Vec<Mark>> = (0..script.lines.len()).map(|line| marks(script, line)).collect();
    let mut boxes = Vec::new();
    for (line, on_line) in marks.iter().enumerate() {
        if !on_line.is_empty() {
            boxes.extend(read(script, &marks, line));
        }
    }
    boxes
}

/// The boxes of one line.
fn marks(script: &Script, line: usize) -> Vec<Mark> {
    let span = script.lines[line].span;
    if script.lines[line].role == Role::Furniture {
        return Vec::new();
    }
    let text = span.of(&script.text);
    let mut found = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let rest = &text[at..];
        let typed = typed(rest).filter(|_| text[..at].chars().all(|c| !c.is_alphanumeric()));
        let Some((length, state)) = drawn(c).map(|state| (c.len_utf8(), state)).or(typed) else {
            continue;
        };
        let start = span.start + at;
        found.push(Mark { span: Span::new(start, start + length), state });
        while chars.peek().is_some_and(|(next, _)| *next < at + length) {
            chars.next();
        }
    }
    found
}

fn drawn(c: char) -> Option<TickState> {
    match c {
        '☐' | '□' | '❏' | '❐' | '❑' | '❒' | '▢' => Some(TickState::Unchecked),
        '☒' | '☑' | '🗹' | '🗷' | '⌧' => Some(TickState::Checked),
        '▣' => Some(TickState::Unreadable),
        _ => None,
    }
}

/// A box made of brackets at the start of a line: "[ ]", "[x]", "( )", "(X)".
fn typed(text: &str) -> Option<(usize, TickState)> {
    let [open, inside, close] = text.as_bytes().first_chunk::<3>()?;
    let state = match (open, inside, close) {
        (b'[', b' ' | b'_', b']') | (b'(', b' ' | b'_', b')') => TickState::Unchecked,
        (b'[', b'x' | b'X', b']') | (b'(', b'x' | b'X', b')') => TickState::Checked,
        _ => return None,
    };
    text[3..].starts_with(char::is_whitespace).then_some((3, state))
}

/// The boxes of a line with their options.
fn read(script: &Script, marks: &[Vec<Mark>], line: usize) -> Vec<TickBox> {
    let span = script.lines[line].span;
    let on_line = &marks[line];
    let (first, last) = (on_line[0], on_line[on_line.len() - 1]);
    let before = trimmed(script, Span::new(span.start, first.span.start));
    let after = trimmed(script, Span::new(last.span.end, span.end));
    // "Ei ☐ Kyllä ☒": the options stand before their boxes.
    let precede = is_worded(script, before) && !is_worded(script, after);
    let asked = if precede || !is_worded(script, before) {
        question(script, marks, line)
    } else {
        Some(before)
    };
    let option = |at: usize| {
        if precede {
            let start = if at == 0 { span.start } else { on_line[at - 1].span.end };
            return trimmed(script, Span::new(start, on_line[at].span.start));
        }
        match on_line.get(at + 1) {
            Some(next) => trimmed(script, Span::new(on_line[at].span.end, next.span.start)),
            None => to_end(script, marks, line, on_line[at].span.end),
        }
    };
    let boxes = on_line.iter().enumerate().map(|(at, mark)| TickBox {
        span: mark.span,
        state: mark.state,
        option: option(at),
        group: asked,
    });
    boxes.collect()
}

/// The option that ends its line, with the lines on which it goes on.
fn to_end(script: &Script, marks: &[Vec<Mark>], line: usize, start: usize) -> Span {
    let mut option = trimmed(script, Span::new(start, script.lines[line].span.end));
    for (below, on_line) in marks.iter().enumerate().skip(line + 1) {
        let text = script.line(below).trim();
        let goes_on = text.starts_with(char::is_lowercase) || option.start == option.end;
        if text.is_empty() || !on_line.is_empty() || !goes_on {
            break;
        }
        let span = script.lines[below].span;
        option = if option.start == option.end { span } else { option.to(span) };
    }
    trimmed(script, option)
}

/// The line above a run of choices that has no box.
fn question(script: &Script, marks: &[Vec<Mark>], line: usize) -> Option<Span> {
    (line.saturating_sub(MOST_CHOICES)..line)
        .rev()
        .filter(|above| marks[*above].is_empty())
        .filter(|above| script.lines[*above].role != Role::Furniture)
        .map(|above| trimmed(script, script.lines[above].span))
        .find(|span| {
            is_worded(script, *span) && !span.of(&script.text).starts_with(char::is_lowercase)
        })
}

fn is_worded(script: &Script, span: Span) -> bool {
    span.of(&script.text).chars().any(char::is_alphanumeric)
}

/// A span without the blanks and commas around it.
fn trimmed(script: &Script, span: Span) -> Span {
    let text = span.of(&script.text);
    let start = span.start + (text.len() - text.trim_start().len());
    let end = start + text.trim().trim_end_matches([':', ',', ';', ' ']).len();
    Span::new(start, end.max(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every box as "question: state option".
    fn boxes(text: &str) -> String {
        let script = Script::plain(text.to_owned());
        let lines = tick_boxes(&script).into_iter().map(|found| {
            let state = match found.state {
                TickState::Checked => "yes",
                TickState::Unchecked => "no",
                TickState::Unreadable => "?",
            };
            let group = found.group.map_or("–", |span| span.of(&script.text));
            format!("{group}: {state} {}\n", found.option.of(&script.text).replace('\n', " "))
        });
        lines.collect()
    }

    #[test]
    fn choices_below_each_other_belong_to_the_line_above() {
        insta::assert_snapshot!(
            boxes("5. Peruste\n☐ suostumus\n☒ lakisääteinen velvoite, jonka\nkunta täyttää\n▣ sopimus\n\n6. Muuta"),
            @r"
        5. Peruste: no suostumus
        5. Peruste: yes lakisääteinen velvoite, jonka kunta täyttää
        5. Peruste: ? sopimus
        ");
    }

    #[test]
    fn choices_beside_each_other_stand_after_or_before_their_boxes() {
        insta::assert_snapshot!(
            boxes("6. Profilointi\nEi ☒ Kyllä ☐\n\nTietoja siirretään: ☐ ei ☒ kyllä\n[x] Kela\n( ) muu"),
            @r"
        6. Profilointi: yes Ei
        6. Profilointi: no Kyllä
        Tietoja siirretään: no ei
        Tietoja siirretään: yes kyllä
        6. Profilointi: yes Kela
        6. Profilointi: no muu
        ");
    }

    #[test]
    fn an_option_may_stand_below_its_box_and_brackets_in_a_sentence_are_no_box() {
        insta::assert_snapshot!(
            boxes("Peruste\n☒\nSuostumus\nKohta (x) laissa ja liite [x] kirjassa"),
            @"Peruste: yes Suostumus");
    }
}
