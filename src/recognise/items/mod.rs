//! The items of the catalogue: which of them stand in a notice, where, and which are not asked of it.
//!
//! Clues (`rules/items/*.toml`) are looked for in the words and sections; the best status found counts.
//! What is not found is absent, unless its condition (`rules/signals.toml`) is not met or a part of the
//! document was not read.

mod clue;
mod facts;
mod item;
mod judge;
mod reason;
mod sentences;
mod shape;
mod signals;
#[cfg(test)]
mod tests;
mod view;
mod written;

use std::collections::BTreeMap;

use self::facts::FactRules;
use self::item::ItemRule;
use self::judge::Seen;
use self::shape::Shapes;
use self::signals::SignalRules;
use self::view::View;
use crate::canon::{Item, Status};
use crate::finnish::words::Word;
use crate::language::Language;
use crate::law::Citation;
use crate::layout::Script;
use crate::phrase::PhraseBook;
use crate::recognise::{DocumentKind, Fact, ItemFound, Profile, SignalFound};
use crate::rule::{AuthorError, RuleFiles};
use crate::segment::Outline;

/// How items and facts are recognised: `rules/items/`, `rules/facts/` and `rules/signals.toml`, checked.
#[derive(Debug)]
pub struct ItemRules {
    book: PhraseBook,
    items: BTreeMap<Item, ItemRule>,
    signals: SignalRules,
    facts: FactRules,
}

/// What was recognised of the items.
#[derive(Debug, Default)]
pub struct Recognised {
    /// Every item of the catalogue, in catalogue order.
    pub items: Vec<ItemFound>,
    /// The circumstances that decided which items are asked for.
    pub signals: Vec<SignalFound>,
    /// What the notice says, in order of places.
    pub facts: Vec<Fact>,
}

/// What a notice read so far is asked about its items.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    /// Its text.
    pub script: &'a Script,
    /// Its words, furniture left out.
    pub words: &'a [Word],
    /// Its sections.
    pub outline: &'a Outline,
    /// What it is and whose.
    pub profile: &'a Profile,
    /// The statutes it cites.
    pub citations: &'a [Citation],
    /// Whether a part of the document could not be read.
    pub unread: bool,
    /// The language of reasons.
    pub language: Language,
}

impl ItemRules {
    /// Reads the files.
    ///
    /// # Errors
    /// With file and line, when an author made a mistake, or an item has no file.
    pub fn load(files: &RuleFiles) -> Result<Self, AuthorError> {
        let mut book = files.phrase_book()?;
        let signals = SignalRules::load(files, &mut book)?;
        let facts = FactRules::load(files, &signals, &mut book)?;
        let shapes = Shapes::read(files)?;
        let mut items = BTreeMap::new();
        for (_, file) in files.below("items") {
            let rule = ItemRule::read(file, &shapes, &mut book)?;
            if items.insert(rule.item, rule).is_some() {
                return Err(file.error_at(0, "another file of `items/` is about the same item"));
            }
        }
        match Item::ALL.iter().find(|item| !items.contains_key(item)) {
            None => Ok(Self { book, items, signals, facts }),
            Some(item) => Err(AuthorError {
                file: "rules/items".to_owned(),
                line: 1,
                message: format!("no file says how the item {item:?} is recognised"),
            }),
        }
    }

    /// Whether some file of `rules/facts/` has a fact of this name.
    pub fn knows_fact(&self, name: &str) -> bool {
        self.facts.knows(name)
    }

    /// The names of all facts, in order.
    pub fn facts(&self) -> impl Iterator<Item = &str> {
        self.facts.names()
    }
}

/// A document tells so many of these only when it is a notice, whatever it is called.
const ENOUGH_TOLD: usize = 5;
const TOLD_BY_NOTICES: [Item; 15] = [
    Item::Purposes,
    Item::LegalBasis,
    Item::Recipients,
    Item::ThirdCountryTransfer,
    Item::Retention,
    Item::RightAccess,
    Item::RightRectification,
    Item::RightErasure,
    Item::RightRestriction,
    Item::RightObject,
    Item::WithdrawConsent,
    Item::Complaint,
    Item::ProvisionRequirement,
    Item::AutomatedDecisions,
    Item::DataSource,
];

/// Recognises the items of a notice. Of an unfilled form nothing is asked, nor of another document, unless
/// it tells what only notices tell.
pub fn find(rules: &ItemRules, reading: &Reading<'_>) -> Recognised {
    if reading.profile.kind == DocumentKind::Template {
        return Recognised::default();
    }
    let view = View::new(reading, &rules.book, &rules.signals);
    let basis = rules.items.get(&Item::LegalBasis);
    let seen = Seen::new(&view, rules.signals.seen(&view), basis);
    let items: Vec<_> = rules.items.values().map(|rule| judge::item(rule, &view, &seen)).collect();
    if reading.profile.kind == DocumentKind::Other && told(&items) < ENOUGH_TOLD {
        return Recognised::default();
    }
    let facts = rules.facts.found(&view, &seen.signals);
    Recognised { items, signals: seen.signals, facts }
}

fn told(items: &[ItemFound]) -> usize {
    let is_told = |found: &&ItemFound| {
        TOLD_BY_NOTICES.contains(&found.item)
            && matches!(found.status, Status::Present | Status::Weak)
    };
    items.iter().filter(is_told).count()
}
