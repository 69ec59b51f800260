//! Folding of single words: what makes two spellings of one word equal.

use unicode_normalization::UnicodeNormalization;

use super::ligature;

/// Folds a word for comparison: lower case, composed accents, no soft hyphens and no hyphens, so that
/// "Tietosuoja-asetus", "tietosuoja­asetus" and a word broken over two lines become one.
/// A case ending after a colon ("EU:n", "TE-toimiston" keeps its own) is cut off.
pub fn fold_word(word: &str) -> String {
    let mut folded: String = word
        .nfc()
        .filter(|c| !is_hyphen(*c) && !matches!(c, '\u{200b}' | '\u{feff}' | '\u{2060}'))
        .map(|c| ligature::letters(c).map_or_else(|| c.to_lowercase().collect(), str::to_owned))
        .collect();
    if let Some(colon) = folded.rfind(':') {
        folded.truncate(colon);
    }
    folded
}

/// Whether a character is one of the hyphens met inside words, the soft hyphen among them.
pub fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{ad}' | '\u{2010}' | '\u{2011}' | '\u{2012}')
}
