//! The words of a text in the form in which names of statutes are compared.

use crate::finnish::words::Word;
use crate::law::names::Heads;
use crate::place::Span;

/// A word of the text in the form in which names are compared; as many as there are words.
#[derive(Debug)]
pub(super) struct Token {
    pub(super) lemma: String,
    pub(super) span: Span,
    pub(super) sentence: u32,
    pub(super) clause: u32,
}

/// The tokens of a text.
pub(super) fn tokens(heads: &Heads, words: &[Word]) -> Vec<Token> {
    words
        .iter()
        .map(|word| Token {
            lemma: heads.lemma(&word.folded),
            span: word.span,
            sentence: word.sentence,
            clause: word.clause,
        })
        .collect()
}
