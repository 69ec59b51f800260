//! What items of one make have in common (`rules/shapes/*.toml`), filled with the words of each item.

use std::collections::BTreeMap;

use toml::Spanned;

use super::clue::phrases;
use super::written::{ClueFile, ItemFile, ShapeFile, Use};
use crate::phrase::{Filling, PhraseBook};
use crate::rule::{AuthorError, RuleFile, RuleFiles};

/// The shapes by their paths.
pub(super) struct Shapes<'f> {
    files: &'f RuleFiles,
    read: BTreeMap<&'f str, ShapeFile>,
}

impl<'f> Shapes<'f> {
    pub(super) fn read(files: &'f RuleFiles) -> Result<Self, AuthorError> {
        let read = files.below("shapes").map(|(path, file)| Ok((path, file.parse()?)));
        Ok(Self { files, read: read.collect::<Result<_, _>>()? })
    }

    /// The evidence of the shape that an item has, in the item's own words, and the file in which it is written.
    pub(super) fn filled(
        &self,
        written: &ItemFile,
        file: &RuleFile,
        book: &mut PhraseBook,
    ) -> Result<Option<(&'f RuleFile, Vec<ClueFile>)>, AuthorError> {
        let Some(used) = &written.shape else { return Ok(None) };
        let path = format!("shapes/{}.toml", used.like.get_ref());
        let shape = self.files.required(&path);
        let shape = shape.map_err(|why| file.error_at(used.like.span().start, why.message))?;
        let Some(shared) = self.read.get(path.as_str()) else { return Ok(None) };
        if !file.is_built_in() {
            // A slip in a word is the item's, not the shape's.
            for words in used.words.values() {
                phrases(words, file, &mut self.files.phrase_book()?)?;
            }
        }
        let filling = filling(used);
        let without = filled(&used.without, &filling);
        phrases(&without, file, book)?;
        let clues = shared.evidence.iter().map(|clue| ClueFile {
            any: filled(&clue.any, &filling),
            with: filled(&clue.with, &filling),
            without: {
                let mut own = filled(&clue.without, &filling);
                // A sentence that is not meant does not spoil a section that counts as a whole.
                own.extend(without.iter().filter(|_| !clue.any.is_empty()).cloned());
                own
            },
            not_in: clue.not_in.iter().chain(&used.not_in).copied().collect(),
            ..clue.clone()
        });
        Ok(Some((shape, clues.collect())))
    }
}

fn filling(used: &Use) -> Filling {
    let classes = used.words.iter();
    Filling::of(
        classes.map(|(class, words)| {
            (class.as_str(), words.iter().map(|word| word.get_ref().as_str()))
        }),
    )
}

fn filled(phrases: &[Spanned<String>], filling: &Filling) -> Vec<Spanned<String>> {
    let filled = phrases.iter().map(|phrase| (phrase.span(), filling.fill(phrase.get_ref())));
    filled.map(|(span, phrase)| Spanned::new(span, phrase)).collect()
}
