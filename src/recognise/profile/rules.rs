//! `rules/profile.toml`, read and checked.

use rustc_hash::FxHashMap;

use crate::language::Language;
use crate::phrase::{PhraseBook, PhraseId};
use crate::rule::{AuthorError, RuleFile, RuleFiles};

/// What the profile of a document is told by.
#[derive(Debug, Default)]
pub struct ProfileRules {
    pub(super) book: PhraseBook,
    pub(super) small_words: FxHashMap<String, Language>,
    pub(super) titles: Vec<PhraseId>,
    pub(super) notice_words: Vec<PhraseId>,
    pub(super) blanks: Vec<PhraseId>,
    pub(super) dating: Vec<PhraseId>,
    pub(super) drawn_up: Vec<PhraseId>,
    pub(super) updated: Vec<PhraseId>,
    pub(super) dated_notice: Vec<PhraseId>,
    pub(super) never_dating: Vec<PhraseId>,
    /// Phrases of the months, January first.
    pub(super) months: Vec<Vec<PhraseId>>,
    pub(super) public: Vec<PhraseId>,
    pub(super) private: Vec<PhraseId>,
    pub(super) controller: Vec<PhraseId>,
}

/// The file as it is written.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct ProfileFile {
    language: LanguageWords,
    notice: NoticeWords,
    template: TemplateWords,
    date: DateWords,
    public: PublicWords,
}

/// Small words of each language, in full.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct LanguageWords {
    fi: Vec<String>,
    sv: Vec<String>,
    en: Vec<String>,
}

/// What names a privacy notice, and what it speaks of.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct NoticeWords {
    titles: Vec<String>,
    words: Vec<String>,
}

/// What stands where a form was left empty.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct TemplateWords {
    blanks: Vec<String>,
}

/// What makes a date the notice's own, and what forbids it.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct DateWords {
    dating: Vec<String>,
    drawn_up: Vec<String>,
    updated: Vec<String>,
    notice: Vec<String>,
    never: Vec<String>,
    months: Vec<Vec<String>>,
}

/// What names public bodies, private ones, and the controller.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct PublicWords {
    bodies: Vec<String>,
    private: Vec<String>,
    controller: Vec<String>,
}

const FILE: &str = "profile.toml";

impl ProfileRules {
    /// Reads `profile.toml`.
    ///
    /// # Errors
    /// When it is missing, not as it should be, or a phrase in it is malformed.
    pub fn load(files: &RuleFiles) -> Result<Self, AuthorError> {
        let file = files.required(FILE)?;
        let written: ProfileFile = file.parse()?;
        if written.date.months.len() != 12 {
            return Err(file.error_at(0, "`months` needs twelve lists of words"));
        }
        let mut rules = Self { book: files.phrase_book()?, ..Self::default() };
        for (words, language) in [
            (&written.language.fi, Language::Fi),
            (&written.language.sv, Language::Sv),
            (&written.language.en, Language::En),
        ] {
            rules.small_words.extend(words.iter().map(|word| (word.clone(), language)));
        }
        let mut add =
            |phrases: &[String]| phrases.iter().map(|p| phrase(&mut rules.book, p, file)).collect();
        let months =
            written.date.months.iter().map(|month| add(month)).collect::<Result<_, _>>()?;
        let titles = add(&written.notice.titles)?;
        let notice_words = add(&written.notice.words)?;
        let blanks = add(&written.template.blanks)?;
        let dating = add(&written.date.dating)?;
        let drawn_up = add(&written.date.drawn_up)?;
        let updated = add(&written.date.updated)?;
        let dated_notice = add(&written.date.notice)?;
        let never_dating = add(&written.date.never)?;
        let public = add(&written.public.bodies)?;
        let private = add(&written.public.private)?;
        let controller = add(&written.public.controller)?;
        Ok(Self {
            titles,
            notice_words,
            blanks,
            dating,
            drawn_up,
            updated,
            dated_notice,
            never_dating,
            months,
            public,
            private,
            controller,
            ..rules
        })
    }
}

fn phrase(book: &mut PhraseBook, phrase: &str, file: &RuleFile) -> Result<PhraseId, AuthorError> {
    book.add(phrase).map_err(|why| {
        let at = file.text.find(&format!("\"{phrase}\"")).unwrap_or(0);
        file.error_at(at, why.to_string())
    })
}
