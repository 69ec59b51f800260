//! What items of one make have in common (`rules/shapes/*.toml`), filled with the words of each item.

use std::collections::BTreeMap;

use toml::Spanned;

use super::clue::phrases;
use super::written::{ClueFile, ItemFile, ShapeFile};
use crate::phrase::{PhraseBook, fill};
use crate::rule::{AuthorError, RuleFile, RuleFiles};

/// The evidence of the shape that an item has, in the item's own words, and the file in which it is written.
pub(super) fn filled<'f>(
    written: &ItemFile,
    file: &RuleFile,
    files: &'f RuleFiles,
    book: &mut PhraseBook,
) -> Result<Option<(&'f RuleFile, Vec<ClueFile>)>, AuthorError> {
    let Some(used) = &written.shape else { return Ok(None) };
    let path = format!("shapes/{}.toml", used.like.get_ref());
    let shape = files.required(&path);
    let shape = shape.map_err(|why| file.error_at(used.like.span().start, why.message))?;
    if !file.is_built_in() {
        // A slip in a word is the item's, not the shape's.
        for words in used.words.values() {
            phrases(words, file, &mut files.phrase_book()?)?;
        }
    }
    let plain =
        |words: &Vec<Spanned<String>>| words.iter().map(|it| it.get_ref().clone()).collect();
    let words: BTreeMap<String, Vec<String>> =
        used.words.iter().map(|(class, words)| (class.clone(), plain(words))).collect();
    let own = |phrases: &[Spanned<String>]| -> Vec<_> {
        let filled = |phrase: &Spanned<String>| fill(phrase.get_ref(), &words);
        phrases.iter().map(|phrase| Spanned::new(phrase.span(), filled(phrase))).collect()
    };
    let without = own(&used.without);
    phrases(&without, file, book)?;
    let mut clues = shape.parse::<ShapeFile>()?.evidence;
    for clue in &mut clues {
        for phrases in [&mut clue.any, &mut clue.with, &mut clue.without] {
            *phrases = own(phrases);
        }
        // A sentence that is not meant does not spoil a section that counts as a whole.
        if !clue.any.is_empty() {
            clue.without.extend(without.iter().cloned());
        }
        clue.not_in.extend(&used.not_in);
    }
    Ok(Some((shape, clues)))
}
