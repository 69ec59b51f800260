//! Folding of single words: what makes two spellings of one word equal.

use unicode_normalization::UnicodeNormalization;

use super::ligature;

/// Folds a word for comparison: lower case, composed accents, no soft hyphens and no hyphens, so that
/// "Tietosuoja-asetus", "tietosuoja­asetus" and a word broken over two lines become one.
/// A case ending after a colon ("EU:n", "TE-toimiston" keeps its own) is cut off.
pub fn fold_word(word: &str) -> String {
    // Combining marks begin there: what lies below is composed already, as nearly every word is.
    if word.chars().all(|c| c < '\u{300}') { folded(word.chars()) } else { folded(word.nfc()) }
}

fn folded(composed: impl Iterator<Item = char>) -> String {
    let mut folded = String::with_capacity(composed.size_hint().1.unwrap_or(16));
    for c in composed {
        match c {
            'a'..='z' | '0'..='9' => folded.push(c),
            'A'..='Z' => folded.push(c.to_ascii_lowercase()),
            _ if is_hyphen(c) || matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}') => {}
            _ => match ligature::letters(c) {
                Some(letters) => folded.push_str(letters),
                None => folded.extend(c.to_lowercase()),
            },
        }
    }
    if let Some(colon) = folded.rfind(':') {
        folded.truncate(colon);
    }
    folded
}

/// Whether a character is one of the hyphens met inside words, the soft hyphen among them.
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{ad}' | '\u{2010}' | '\u{2011}' | '\u{2012}')
}
