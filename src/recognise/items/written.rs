//! What an author writes: `rules/items/*.toml` and `rules/signals.toml`, field by field.

use std::collections::BTreeMap;

use toml::Spanned;

use crate::canon::{Item, Kind, Signal, Status};
use crate::finding::Confidence;
use crate::language::Localised;

/// A file of `rules/items/`: how one item is recognised, and when it is asked for.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ItemFile {
    /// The item.
    pub(super) item: Item,
    /// The kinds of section in which it belongs: where was looked when it is absent.
    #[serde(default)]
    pub(super) belongs: Vec<Kind>,
    /// Whether a page that the notice links to may hold it (a layered notice).
    #[serde(default)]
    pub(super) may_stand_elsewhere: bool,
    /// When it is asked for; without this always.
    #[serde(default)]
    pub(super) asked: Asked,
    /// What it has in common with its like.
    #[serde(default)]
    pub(super) shape: Option<Use>,
    /// What shows that it is there, beside the evidence of its shape. Of all that is found the best status counts.
    #[serde(default)]
    pub(super) evidence: Vec<ClueFile>,
    /// Words that look like it and are not: named when it is absent.
    #[serde(default)]
    pub(super) near: Option<NearFile>,
}

/// A shape and the words that fill it.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Use {
    /// The file of `rules/shapes/`, without its ending.
    pub(super) like: Spanned<String>,
    /// What the classes that the shape leaves open stand for.
    pub(super) words: BTreeMap<String, Vec<Spanned<String>>>,
    /// Phrases that none of the shape's evidence bears in its sentence.
    #[serde(default)]
    pub(super) without: Vec<Spanned<String>>,
    /// Kinds of section in which none of the shape's evidence counts.
    #[serde(default)]
    pub(super) not_in: Vec<Kind>,
}

/// A file of `rules/shapes/`: evidence with classes of words that each item fills.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ShapeFile {
    /// The evidence.
    pub(super) evidence: Vec<ClueFile>,
}

/// When an item is asked for. Both conditions must hold.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    /// One of these signals must be seen; empty: no matter.
    #[serde(default)]
    pub(super) when: Vec<Signal>,
    /// Not asked for when bases are told and all of them are among these.
    #[serde(default)]
    pub(super) unless_only: Vec<Signal>,
    /// Says nothing (the item is then not applicable) unless it is found.
    #[serde(default)]
    pub(super) never: bool,
    /// Not applicable when the condition is not met, even where words of it are found.
    #[serde(default)]
    pub(super) strictly: bool,
}

impl Asked {
    /// Whether an item that is not asked for is reported when it is there.
    pub(super) fn counts_when_found(&self) -> bool {
        !self.strictly
    }
}

/// One clue: words to look for and where, or a section that says enough, or a statute.
#[derive(Debug, Clone, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClueFile {
    /// What the clue shows: `present` or `weak`. Only in files of items.
    #[serde(default)]
    pub(super) status: Option<Status>,
    /// One of these phrases must be there.
    #[serde(default)]
    pub(super) any: Vec<Spanned<String>>,
    /// Only in sections of these kinds; `rights` covers the single rights too.
    #[serde(default, rename = "in")]
    pub(super) within: Vec<Kind>,
    /// Only in the section of the item itself: the first kind of its `belongs`.
    #[serde(default)]
    pub(super) own_section: bool,
    /// Not in sections of these kinds.
    #[serde(default)]
    pub(super) not_in: Vec<Kind>,
    /// Only in a notice that has no section of these kinds.
    #[serde(default)]
    pub(super) where_no_section: Vec<Kind>,
    /// One of these must stand in the same sentence, or in the sentence that leads its list in.
    #[serde(default)]
    pub(super) with: Vec<Spanned<String>>,
    /// None of these may stand in the same sentence.
    #[serde(default)]
    pub(super) without: Vec<Spanned<String>>,
    /// What a negation in the same clause means.
    #[serde(default)]
    pub(super) negated: Negated,
    /// Whether headings count.
    #[serde(default)]
    pub(super) part: Part,
    /// Instead of phrases: a section of the kinds of `in` with at least so many words of text.
    #[serde(default)]
    pub(super) words: Option<usize>,
    /// The section is of no other kind than those of `in`: of a heading that names three rights the text may tell one.
    #[serde(default)]
    pub(super) alone: bool,
    /// With `words`: at most so many, for sections that say next to nothing.
    #[serde(default)]
    pub(super) words_at_most: Option<usize>,
    /// Instead of phrases: a statute is cited that is none of these.
    #[serde(default)]
    pub(super) statute_other_than: Option<Vec<String>>,
    /// Only when all of these signals are seen.
    #[serde(default)]
    pub(super) signals: Vec<Signal>,
    /// Whether the clue decides, whatever else is found: one hedge spoils a clear no.
    #[serde(default)]
    pub(super) decides: bool,
    /// How sure the clue is.
    #[serde(default)]
    pub(super) confidence: Option<Confidence>,
    /// Why no more than weak, in one sentence.
    #[serde(default)]
    pub(super) why: Option<Localised>,
}

/// A file of `rules/facts/`: facts by name, with their clues.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FactsFile {
    /// The clues of each fact.
    pub(super) fact: BTreeMap<String, Vec<ClueFile>>,
}

/// `rules/modality.toml`: how something is said.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ModalityFile {
    /// Words that leave a way out, in the same clause.
    pub(super) hedges: Vec<Spanned<String>>,
    /// Words that set a condition, in the same sentence.
    pub(super) conditions: Vec<Spanned<String>>,
    /// Words that exclude all else, in the same clause.
    pub(super) only: Vec<Spanned<String>>,
}

/// Words that look like an item and are not.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NearFile {
    /// The phrases.
    pub(super) any: Vec<Spanned<String>>,
    /// Why they do not count, in one sentence.
    pub(super) why_not: Localised,
}

/// What a negation in the same clause means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Negated {
    /// Nothing: "ei siirretä" tells of transfers as well.
    #[default]
    Counts,
    /// The words do not count.
    Refused,
    /// Only negated words count.
    Required,
}

/// Which parts of a section are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Part {
    /// Headings and text.
    #[default]
    All,
    /// Text only: a heading promises, it does not tell.
    Text,
    /// Headings only.
    Heading,
}

/// `rules/signals.toml`.
#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SignalsFile {
    /// Words that turn a clause into its opposite.
    pub(super) negations: Vec<Spanned<String>>,
    /// Phrases of sentences that give the person a right.
    pub(super) rights_cues: Vec<Spanned<String>>,
    /// Phrases by which a sentence outside of all known sections speaks of a kind of section.
    #[serde(default)]
    pub(super) topics: BTreeMap<Kind, Vec<Spanned<String>>>,
    /// The clues of each signal.
    pub(super) signal: BTreeMap<Signal, Vec<ClueFile>>,
}
