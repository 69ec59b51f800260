//! Where sentences and clauses end, told by the characters between words.

/// Counts sentences and clauses while the characters between words pass by.
#[derive(Default)]
pub(super) struct Breaks {
    pub(super) sentence: u32,
    pub(super) clause: u32,
}

impl Breaks {
    /// Passes one character at a place of a text.
    pub(super) fn pass(&mut self, text: &str, at: usize, c: char) {
        let rest = &text[at + c.len_utf8()..];
        match c {
            '.' | '!' | '?' if ends_sentence(&text[..at], c, rest) => self.next_sentence(),
            '\n' if opens_new_block(rest) => self.next_sentence(),
            ',' | ';' | ':' | '–' | '—' | '(' | ')' => self.clause += 1,
            _ => {}
        }
    }

    fn next_sentence(&mut self) {
        self.sentence += 1;
        self.clause += 1;
    }
}

/// Whether the stop `c` before `rest` ends a sentence: a capital or a digit follows, and it is no
/// ordinal, abbreviation or initial ("6. artikla", "esim. Kela", "S. Virtanen").
fn ends_sentence(before: &str, c: char, rest: &str) -> bool {
    let Some(next) = rest.trim_start().chars().find(|c| !matches!(c, '"' | '”' | '(')) else {
        return true;
    };
    if !rest.starts_with(char::is_whitespace) || !(next.is_uppercase() || next.is_numeric()) {
        return false;
    }
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    c != '.' || !is_abbreviation(last)
}

fn is_abbreviation(word: &str) -> bool {
    let single = word.chars().count() == 1 && word.chars().all(char::is_alphabetic);
    let known =
        ["esim", "ks", "mm", "ym", "jne", "puh", "nro", "tel", "art", "mom", "em", "ns", "vrt"];
    single || known.contains(&word.to_lowercase().as_str())
}

/// Whether the line after a line end opens a new block: blank, a bullet, or a number with a stop.
fn opens_new_block(rest: &str) -> bool {
    let line = rest.split('\n').next().unwrap_or("").trim_start();
    let Some(first) = line.chars().next() else { return !goes_on_below(rest) };
    if is_bullet(first) || matches!(first, '#' | '|') {
        return true;
    }
    if line.starts_with("o ") {
        return true;
    }
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    (1..=2).contains(&digits) && line[digits..].starts_with(['.', ')'])
}

/// Whether the text goes on in the middle of a sentence below a blank line: some producers set one after every line.
fn goes_on_below(rest: &str) -> bool {
    let below = rest.trim_start();
    below.starts_with(char::is_lowercase) && !below.starts_with("o ")
}

/// Whether a sign opens an item of a list; in the text layers of PDFs they come from many fonts.
pub(crate) fn is_bullet(c: char) -> bool {
    matches!(
        c,
        '-' | '–'
            | '*'
            | '·'
            | '•'
            | '●'
            | '○'
            | '◦'
            | '▪'
            | '■'
            | '‣'
            | '⁃'
            | '➢'
            | '✓'
            | '☐'
            | '☒'
            | '☑'
            | '\u{f0b7}'
            | '\u{f0a7}'
            | '\u{f0d8}'
            | '\u{f0fc}'
    )
}
