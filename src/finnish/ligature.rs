//! Ligatures that PDF fonts lose: what some text layers put where "tt" and "ti" stood.
//!
//! Word on a Mac writes PDFs whose copied text says "käsi;elyä" and "henkilö%edot"; other producers put the
//! letters Ʃ and Ɵ there. A text with many such places is read as it was meant.

/// So many broken words are no accident.
const MANY: usize = 5;

/// Whether a text says `;` and `%` inside words where it means "tt" and "ti".
pub(crate) fn are_lost(text: &str) -> bool {
    text.char_indices().filter(|(at, c)| is_broken(text, *at, *c)).nth(MANY - 1).is_some()
}

/// Whether the sign `c` at `at` stands for a ligature: a letter follows, and for `;` one stands before.
pub(crate) fn is_broken(text: &str, at: usize, c: char) -> bool {
    let next = || text[at + c.len_utf8()..].chars().next();
    let before = || text[..at].chars().next_back();
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && c.is_lowercase());
    match c {
        ';' => letter(before()) && letter(next()),
        '%' => letter(next()) && !before().is_some_and(char::is_numeric),
        _ => false,
    }
}

/// A word with its ligatures put back.
pub(crate) fn mended(word: &str) -> String {
    word.replace(';', "tt").replace('%', "ti")
}

/// The letters for which some producers put one of another script, or a ligature of their own.
pub(crate) fn letters(c: char) -> Option<&'static str> {
    Some(match c {
        'Ɵ' | 'ɵ' => "ti",
        'Ʃ' | 'ʃ' => "tt",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬀ' => "ff",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        _ => return None,
    })
}
