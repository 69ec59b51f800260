//! The words around a citation, as `rules/citations.toml` lists them: history, foreign numbers, sections.

use crate::finnish::fold::fold_word;
use crate::finnish::words::Word;
use crate::law::names::{Heads, WrittenHead};
use crate::phrase::{Hit, Hits, PhraseBook, PhraseId};
use crate::rule::{AuthorError, RuleFile, RuleFiles};

/// Where the wording lies below `rules/`.
pub(in crate::law) const PATH: &str = "citations.toml";

/// The wording, ready to be looked for.
#[derive(Debug)]
pub(crate) struct Wording {
    book: PhraseBook,
    /// The words that head the names of acts.
    pub(crate) heads: Heads,
    history: Sides,
    title_part: Sides,
    not_a_statute: Vec<PhraseId>,
    defines: Vec<PhraseId>,
    /// Heads that are common words too, so that a noun before them is mostly no part of a name.
    pub(super) common_heads: WordList,
    title_endings: Vec<String>,
    /// Words behind a bare head that speak of a law and begin no title.
    pub(super) no_title: WordList,
    places: Vec<(WordList, PlaceUnit)>,
    /// Words between a name and its number.
    pub(super) between: WordList,
    /// Words that say "number".
    pub(super) number_words: WordList,
    /// Marks of the Union at a number: "EU", "EY".
    pub(super) union_marks: WordList,
    /// Words between two names of one act: "eli".
    pub(super) apposition: WordList,
    /// Words that belong to the name behind them.
    pub(super) lead: WordList,
    /// Words that make a place in an act, after its name.
    pub(super) section_after: WordList,
    /// The same before its name.
    pub(super) section_before: WordList,
    /// Words that join parts of a place.
    pub(super) section_joins: WordList,
}

/// The parts of an act by which a place in it is named, the greatest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum PlaceUnit {
    /// Luku.
    Chapter,
    /// Pykälä.
    Section,
    /// Artikla.
    Article,
    /// Momentti.
    Paragraph,
    /// Kohta and alakohta.
    Point,
}

/// Where the phrases stand in one text.
pub(super) struct Around<'a> {
    wording: &'a Wording,
    hits: Hits,
}

/// Phrases before and after a citation.
#[derive(Debug, Default)]
struct Sides {
    before: Vec<PhraseId>,
    after: Vec<PhraseId>,
}

/// Folded words; a beginning where the author wrote `*`.
#[derive(Debug, Default)]
pub(in crate::law) struct WordList(Vec<(String, bool)>);

impl WordList {
    pub(in crate::law) fn read(words: &[String]) -> Self {
        let read = |word: &String| {
            let open = word.strip_suffix('*');
            (fold_word(open.unwrap_or(word)), open.is_some())
        };
        Self(words.iter().map(read).collect())
    }

    /// Whether a folded word is one of these.
    pub(in crate::law) fn holds(&self, word: &str) -> bool {
        let fits = |(own, open): &(String, bool)| word == own || (*open && word.starts_with(own));
        self.0.iter().any(fits)
    }
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(rename = "head")]
    heads: Vec<WrittenHead>,
    names: WrittenNames,
    history: WrittenSides,
    title_part: WrittenSides,
    not_a_statute: WrittenBefore,
    defines: WrittenBefore,
    between: WrittenWords,
    number: WrittenNumber,
    lead: WrittenWords,
    section: WrittenSection,
    place: WrittenPlace,
}

/// The words for the parts of an act.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenPlace {
    chapter: Vec<String>,
    section: Vec<String>,
    article: Vec<String>,
    paragraph: Vec<String>,
    point: Vec<String>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenNames {
    given: Vec<String>,
    clitics: Vec<String>,
    common_heads: Vec<String>,
    apposition: Vec<String>,
    title_endings: Vec<String>,
    no_title: Vec<String>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenNumber {
    words: Vec<String>,
    union_marks: Vec<String>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSides {
    before: Vec<String>,
    after: Vec<String>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenBefore {
    before: Vec<String>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenWords {
    words: Vec<String>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSection {
    after: Vec<String>,
    before: Vec<String>,
    joins: Vec<String>,
}

impl Wording {
    /// Reads the wording.
    pub(crate) fn load(files: &RuleFiles) -> Result<Self, AuthorError> {
        let file = files.required(PATH)?;
        let written: Written = file.parse()?;
        let mut book = files.phrase_book()?;
        let mut sides = |written: &WrittenSides| {
            Ok::<_, AuthorError>(Sides {
                before: phrases(&mut book, file, &written.before)?,
                after: phrases(&mut book, file, &written.after)?,
            })
        };
        let history = sides(&written.history)?;
        let title_part = sides(&written.title_part)?;
        let not_a_statute = phrases(&mut book, file, &written.not_a_statute.before)?;
        let defines = phrases(&mut book, file, &written.defines.before)?;
        let names = written.names;
        Ok(Self {
            heads: Heads::new(written.heads, names.given, names.clitics),
            title_endings: names.title_endings,
            no_title: WordList::read(&names.no_title),
            places: places(&written.place),
            common_heads: WordList::read(&names.common_heads),
            apposition: WordList::read(&names.apposition),
            number_words: WordList::read(&written.number.words),
            union_marks: WordList::read(&written.number.union_marks),
            history,
            title_part,
            not_a_statute,
            defines,
            between: WordList::read(&written.between.words),
            lead: WordList::read(&written.lead.words),
            section_after: WordList::read(&written.section.after),
            section_before: WordList::read(&written.section.before),
            section_joins: WordList::read(&written.section.joins),
            book,
        })
    }

    /// The part of an act that a word names.
    pub(super) fn place_unit(&self, word: &str) -> Option<PlaceUnit> {
        self.places.iter().find(|(words, _)| words.holds(word)).map(|(_, unit)| *unit)
    }

    /// Whether a word has the case in which titles tell what an act is about.
    pub(super) fn goes_on_in_title(&self, lemma: &str) -> bool {
        self.title_endings.iter().any(|ending| lemma.ends_with(ending.as_str()))
    }

    /// Looks for the phrases in a text.
    pub(super) fn around(&self, words: &[Word]) -> Around<'_> {
        Around { wording: self, hits: self.book.find(words) }
    }
}

impl Around<'_> {
    /// Whether what stands from word `first` to `last` is told as history.
    pub(super) fn is_history(&self, words: &[Word], first: usize, last: usize) -> bool {
        self.before(&self.wording.history.before, words, first, 3)
            || self.after(&self.wording.history.after, words, last, 6)
    }

    /// Whether it is a part of another act's title.
    pub(super) fn is_title_part(&self, words: &[Word], first: usize, last: usize) -> bool {
        self.before(&self.wording.title_part.before, words, first, 1)
            || self.after(&self.wording.title_part.after, words, last, 1)
    }

    /// Whether a number that begins at `first` is that of something else than a statute.
    pub(super) fn is_foreign(&self, words: &[Word], first: usize) -> bool {
        self.before(&self.wording.not_a_statute, words, first, 1)
    }

    /// The last word of a phrase that defines a name, where one begins right after `last`: "jäljempänä".
    pub(super) fn definition_after(&self, words: &[Word], last: usize) -> Option<usize> {
        let hits = self.wording.defines.iter().flat_map(|phrase| self.hits.of(*phrase));
        let next = |hit: &&Hit| hit.first == last + 1 && same_sentence(words, last, hit.first);
        hits.filter(next).map(|hit| hit.last).max()
    }

    /// Whether a phrase ends at most `reach` words before `first`, in its sentence.
    fn before(&self, phrases: &[PhraseId], words: &[Word], first: usize, reach: usize) -> bool {
        let near = |hit: &Hit| hit.last < first && first - hit.last <= reach;
        self.any(phrases, |hit| near(hit) && same_sentence(words, hit.last, first))
    }

    /// Whether a phrase begins at most `reach` words after `last`, in its sentence.
    fn after(&self, phrases: &[PhraseId], words: &[Word], last: usize, reach: usize) -> bool {
        let near = |hit: &Hit| hit.first > last && hit.first - last <= reach;
        self.any(phrases, |hit| near(hit) && same_sentence(words, last, hit.first))
    }

    fn any(&self, phrases: &[PhraseId], wanted: impl Fn(&Hit) -> bool) -> bool {
        phrases.iter().any(|phrase| self.hits.of(*phrase).iter().any(&wanted))
    }
}

fn same_sentence(words: &[Word], a: usize, b: usize) -> bool {
    words[a].sentence == words[b].sentence
}

fn places(written: &WrittenPlace) -> Vec<(WordList, PlaceUnit)> {
    let units = [
        (&written.chapter, PlaceUnit::Chapter),
        (&written.section, PlaceUnit::Section),
        (&written.article, PlaceUnit::Article),
        (&written.paragraph, PlaceUnit::Paragraph),
        (&written.point, PlaceUnit::Point),
    ];
    units.map(|(words, unit)| (WordList::read(words), unit)).into()
}

fn phrases(
    book: &mut PhraseBook,
    file: &RuleFile,
    written: &[String],
) -> Result<Vec<PhraseId>, AuthorError> {
    written
        .iter()
        .map(|phrase| {
            let place = file.text.find(phrase.as_str()).unwrap_or(0);
            book.add(phrase).map_err(|why| file.error_at(place, why.to_string()))
        })
        .collect()
}
