//! The lexicon of headings: which words announce which kinds of section. Its data are `rules/headings/*.toml`.

use std::borrow::Cow;

use super::{Kind, variants::Variants};
use crate::finnish::fold::fold_word;
use crate::phrase::{PhraseBook, PhraseId};
use crate::rule::{AuthorError, HEADINGS, RuleFile, RuleFiles};

/// What is known of headings, ready to be looked for.
#[derive(Debug)]
pub struct Lexicon {
    pub(super) book: PhraseBook,
    pub(super) entries: Vec<Entry>,
    pub(super) cues: Vec<Cue>,
    pub(super) variants: Cow<'static, Variants>,
    /// Words that only sentences hold.
    pub(super) verbs: Vec<PhraseId>,
    /// Words with which a question begins.
    pub(super) questions: Vec<PhraseId>,
}

/// One file of `rules/headings`, checked.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) kinds: Vec<Kind>,
    pub(super) title: bool,
    pub(super) content: Vec<PhraseId>,
    pub(super) beside: Vec<Kind>,
}

/// A phrase that announces the kinds of its entry.
#[derive(Debug)]
pub(super) struct Cue {
    pub(super) phrase: PhraseId,
    pub(super) written: String,
    /// Letters in the phrase: of two cues at one place the longer one says more.
    pub(super) letters: usize,
    /// Words in the phrase: a hit that spans more has a gap.
    pub(super) steps: usize,
    pub(super) force: Force,
    pub(super) entry: usize,
}

/// How much a cue counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Force {
    /// Announces its kinds.
    Cue,
    /// Announces them only where the heading says nothing clearer.
    Hint,
    /// Announces them only where the text below agrees.
    IfContent,
}

/// A file of `rules/headings`: what announces one kind of section, or several at once.
///
/// Several files may speak of the same kinds, so that a folder of one's own can add to ours.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct HeadingFile {
    /// The kinds that all of this announces; empty for words that announce nothing and are not to be heard.
    kinds: Vec<Kind>,
    /// Whether such a line names the document and opens a section only where it carries a number.
    #[serde(default)]
    title: bool,
    /// Whole headings as they were met; word order, inflection and slips of the pen do not matter.
    #[serde(default)]
    variants: Vec<String>,
    /// Phrases that announce the kinds in a heading of any wording.
    #[serde(default)]
    cues: Vec<String>,
    /// Phrases that count only where no cue stands in the heading.
    #[serde(default)]
    hints: Vec<String>,
    /// Phrases that count only where the text below holds one of `content`, or the section before is of a kind of
    /// `beside`.
    #[serde(default)]
    if_content: Vec<String>,
    /// Kinds of the section before that settle `if_content`; `rights` covers the single rights too.
    #[serde(default)]
    beside: Vec<Kind>,
    /// What the text of such a section says: decides where its heading does not.
    #[serde(default)]
    content: Vec<String>,
    /// Words that make a line a sentence rather than a heading, whatever else it says.
    #[serde(default)]
    sentences: Vec<String>,
    /// Words with which a question begins, which may hold any verb.
    #[serde(default)]
    questions: Vec<String>,
    /// Words that join the parts of a heading and say nothing.
    #[serde(default)]
    joins: Vec<String>,
}

impl Lexicon {
    /// Reads the files below `headings/`.
    ///
    /// # Errors
    /// When a file is not as the head of this file says, or a phrase in it is malformed.
    pub fn load(files: &RuleFiles) -> Result<Self, AuthorError> {
        let written: Vec<(&RuleFile, HeadingFile)> = files
            .below("headings")
            .map(|(_, file)| Ok((file, file.parse()?)))
            .collect::<Result<_, AuthorError>>()?;
        let mut lexicon = Self {
            book: files.phrase_book()?,
            entries: Vec::new(),
            cues: Vec::new(),
            variants: variants(&written),
            verbs: Vec::new(),
            questions: Vec::new(),
        };
        for (file, written) in written {
            lexicon.add(file, written)?;
        }
        Ok(lexicon)
    }

    fn add(&mut self, file: &RuleFile, written: HeadingFile) -> Result<(), AuthorError> {
        let entry = self.entries.len();
        for (force, phrases) in [
            (Force::Cue, &written.cues),
            (Force::Hint, &written.hints),
            (Force::IfContent, &written.if_content),
        ] {
            for phrase in phrases {
                let id = self.phrase(phrase, file)?;
                let letters = phrase.chars().filter(|c| c.is_alphanumeric()).count();
                let steps = phrase.split_whitespace().filter(|w| !w.starts_with("..")).count();
                let written = phrase.clone();
                self.cues.push(Cue { phrase: id, written, letters, steps, force, entry });
            }
        }
        let verbs = self.phrases(&written.sentences, file)?;
        self.verbs.extend(verbs);
        let questions = self.phrases(&written.questions, file)?;
        self.questions.extend(questions);
        let content = self.phrases(&written.content, file)?;
        self.entries.push(Entry {
            kinds: written.kinds,
            title: written.title,
            content,
            beside: written.beside,
        });
        Ok(())
    }

    fn phrases(
        &mut self,
        phrases: &[String],
        file: &RuleFile,
    ) -> Result<Vec<PhraseId>, AuthorError> {
        phrases.iter().map(|phrase| self.phrase(phrase, file)).collect()
    }

    fn phrase(&mut self, phrase: &str, file: &RuleFile) -> Result<PhraseId, AuthorError> {
        self.book.add(phrase).map_err(|why| {
            let at = file.text.find(&format!("\"{phrase}\"")).unwrap_or(0);
            file.error_at(at, why.to_string())
        })
    }
}

/// The headings of all files: as the build script found them, unless a folder adds to them.
fn variants(files: &[(&RuleFile, HeadingFile)]) -> Cow<'static, Variants> {
    if files.iter().all(|(file, _)| file.is_built_in()) {
        return Cow::Borrowed(&HEADINGS);
    }
    let joins = files.iter().flat_map(|(_, file)| &file.joins).map(|word| fold_word(word));
    let headings = files.iter().enumerate().flat_map(|(entry, (_, file))| {
        file.variants.iter().map(move |heading| (heading.as_str(), entry))
    });
    Cow::Owned(Variants::of(joins, headings))
}
