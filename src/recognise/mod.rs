//! Fourth stage: sections, facts and items of the canonical schema are recognised.

mod choice;
pub mod items;
mod knowledge;
mod organisation;
pub mod profile;

use jiff::civil::Date;

use crate::canon::{Item, Signal, Status};
use crate::finnish::{self, words::Word};
use crate::language::Language;
use crate::law::{Citation, TermHit};
use crate::layout::{self, Script, TickBox};
use crate::place::Span;
use crate::segment::{self, Outline};

pub use knowledge::Knowledge;
pub use organisation::{GeneralNotice, Officer, Organisation, OwnSystem, Vendor};

/// Recognises what a text holds. `unread` says that a part of the document could not be read, so that
/// nothing can be called absent.
pub fn notice(
    mut script: Script,
    knowledge: &Knowledge,
    as_of: Date,
    language: Language,
    unread: bool,
) -> Notice {
    segment::mark_furniture(&mut script);
    let all_words = finnish::words::words(&script.text);
    let words = segment::body_words(&script, all_words.clone());
    let outline = segment::outline(&script, &words, &knowledge.lexicon);
    let mut profile = profile::profile(&knowledge.profile, &script, &words, &outline);
    if let Some(public_body) = knowledge.organisation.public_body {
        profile.public_body = public_body;
    }
    let law = &knowledge.law;
    let notice_date = profile.date.as_ref().and_then(NoticeDate::day);
    // A running header cites, too: the old forms name the Act they are made under at the top of every page.
    let citations = law.citations(&script, &all_words, as_of, notice_date);
    let terms = law.terms(&script, &words, profile.language, as_of, &citations);
    let tick_boxes = layout::tick_boxes(&script);
    let said = choice::said(&words, &tick_boxes);
    let reading = items::Reading {
        script: &script,
        words: &said,
        outline: &outline,
        profile: &profile,
        citations: &citations,
        unread,
        language,
    };
    let found = items::find(&knowledge.items, &reading);
    let (items, signals, facts) = (found.items, found.signals, found.facts);
    // Plain-language notices call themselves nothing; what they tell shows what they are.
    if profile.kind == DocumentKind::Other && !items.is_empty() {
        profile.kind = DocumentKind::Notice;
    }
    Notice { script, words, outline, profile, tick_boxes, items, signals, facts, citations, terms }
}

/// A notice as far as it was understood.
#[derive(Debug)]
pub struct Notice {
    /// Its text.
    pub script: Script,
    /// The words of the text, furniture left out.
    pub words: Vec<Word>,
    /// Its sections.
    pub outline: Outline,
    /// What it is and whose.
    pub profile: Profile,
    /// Its tick boxes, in order of places.
    pub tick_boxes: Vec<TickBox>,
    /// Every item of the catalogue, in catalogue order; empty for what is no notice.
    pub items: Vec<ItemFound>,
    /// The circumstances that decide which items it must hold, in order of the signals.
    pub signals: Vec<SignalFound>,
    /// What it says, in order of places.
    pub facts: Vec<Fact>,
    /// Statutes cited, in order of their places.
    pub citations: Vec<Citation>,
    /// Obsolete authorities, terms and contacts, in order of their places.
    pub terms: Vec<TermHit>,
}

impl Notice {
    /// Whether the notice tells of a circumstance.
    pub fn has(&self, signal: Signal) -> bool {
        self.signals.iter().any(|found| found.signal == signal)
    }

    /// A text of which nothing was recognised.
    pub fn unread(script: Script) -> Self {
        let profile = Profile {
            language: Language::Fi,
            kind: DocumentKind::Other,
            title: None,
            date: None,
            dates: Vec::new(),
            public_body: false,
        };
        Self {
            script,
            profile,
            words: Vec::new(),
            outline: Outline::default(),
            tick_boxes: Vec::new(),
            items: Vec::new(),
            signals: Vec::new(),
            facts: Vec::new(),
            citations: Vec::new(),
            terms: Vec::new(),
        }
    }
}

/// What a document is and whose.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// Its main language.
    pub language: Language,
    /// Notice, unfilled form or something else.
    pub kind: DocumentKind,
    /// The title line.
    pub title: Option<String>,
    /// The newest date the notice gives for itself.
    pub date: Option<NoticeDate>,
    /// All dates it gives for itself, in order; more than `date` looks at: a label on the line above is enough.
    pub dates: Vec<NoticeDate>,
    /// Whether the controller is a public authority or body (`S.public` of the legal model).
    pub public_body: bool,
}

/// What a document is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum DocumentKind {
    /// A privacy notice.
    Notice,
    /// A form that nobody filled in.
    Template,
    /// Not a privacy notice at all.
    Other,
}

/// A date that a notice gives for itself, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct NoticeDate {
    /// ISO: `2019-05-29`, or `2019-05` where no day is told.
    pub iso: String,
    /// Where it stands.
    pub span: Span,
    /// What it dates, where a word says so.
    pub role: Option<DateRole>,
}

/// What a date of a notice dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateRole {
    /// The first version.
    DrawnUp,
    /// The version at hand.
    Updated,
}

impl NoticeDate {
    /// The first day it can mean, for comparing with the law.
    pub fn day(&self) -> Option<jiff::civil::Date> {
        let full = if self.iso.len() == 7 { format!("{}-01", self.iso) } else { self.iso.clone() };
        full.parse().ok()
    }
}

/// What was found of one item.
#[derive(Debug, Clone, PartialEq)]
pub struct ItemFound {
    /// Which.
    pub item: Item,
    /// What was found.
    pub status: Status,
    /// How sure.
    pub confidence: crate::finding::Confidence,
    /// Why this status, in one sentence of the language asked for; where nothing needs saying, none.
    pub reason: Option<String>,
    /// Where it stands.
    pub evidence: Vec<Span>,
    /// For an absent item: where was looked, and why that was not it.
    pub searched: Vec<Searched>,
    /// The heading of the section where the item belongs, if there is such a section.
    pub belongs: Option<Span>,
    /// For an absent item: where the notice sends the reader to another page on which the item may
    /// stand (a layered notice, WP260 35–37), which lowers what its absence may claim.
    pub elsewhere: Option<Span>,
}

/// A circumstance that the notice tells of, and where.
#[derive(Debug, Clone, PartialEq)]
pub struct SignalFound {
    /// Which.
    pub signal: Signal,
    /// Where; empty for what is known of the document as a whole.
    pub spans: Vec<Span>,
}

/// Something that the notice says, and how it says it. What facts there are stands in `rules/facts/`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four ways of saying that do not exclude each other"
)]
pub struct Fact {
    /// Its name in the rule files.
    pub name: String,
    /// The words that say it.
    pub span: Span,
    /// Their sentence.
    pub sentence: Span,
    /// Index of their section in the outline; `None` before the first.
    pub section: Option<usize>,
    /// Whether a negation stands in the same clause.
    pub negated: bool,
    /// Whether the clause leaves a way out ("pääsääntöisesti").
    pub hedged: bool,
    /// Whether the sentence sets a condition ("ellei", "mikäli").
    pub conditional: bool,
    /// Whether the clause excludes all else ("vain").
    pub only: bool,
}

/// A place that was read in vain.
#[derive(Debug, Clone, PartialEq)]
pub struct Searched {
    /// Where.
    pub span: Span,
    /// Why it does not count, in one sentence of the language asked for.
    pub why_not: String,
}
