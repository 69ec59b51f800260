//! How one item is recognised, checked.

use super::clue::{Clue, phrases};
use super::shape::Shapes;
use super::written::{Asked, ClueFile, ItemFile};
use crate::canon::{Item, Kind, Signal, Status};
use crate::finding::Confidence;
use crate::language::Localised;
use crate::phrase::{PhraseBook, PhraseId};
use crate::rule::{AuthorError, RuleFile};

/// How one item is recognised.
#[derive(Debug)]
pub(super) struct ItemRule {
    pub(super) item: Item,
    pub(super) belongs: Vec<Kind>,
    pub(super) may_stand_elsewhere: bool,
    pub(super) asked: Asked,
    pub(super) evidence: Vec<Evidence>,
    pub(super) near: Option<Near>,
}

/// A clue and what it shows.
#[derive(Debug)]
pub(super) struct Evidence {
    pub(super) clue: Clue,
    pub(super) present: bool,
    pub(super) decides: bool,
    pub(super) signals: Vec<Signal>,
    pub(super) confidence: Confidence,
    pub(super) why: Option<Localised>,
}

/// Words that look like the item and are not.
#[derive(Debug)]
pub(super) struct Near {
    pub(super) any: Vec<PhraseId>,
    pub(super) why_not: Localised,
}

impl Evidence {
    /// Checks a clue of an item whose own kind of section is `own`.
    fn read(
        mut clue: ClueFile,
        own: Option<Kind>,
        file: &RuleFile,
        book: &mut PhraseBook,
    ) -> Result<Self, AuthorError> {
        let present = match clue.status {
            Some(Status::Present) => true,
            Some(Status::Weak) => false,
            _ => {
                let message = "`status` of an evidence must be \"present\" or \"weak\"";
                return Err(file.error_at(0, message));
            }
        };
        if clue.own_section {
            clue.within.extend(own);
        }
        Ok(Self {
            clue: Clue::compile(&clue, file, book)?,
            present,
            decides: clue.decides,
            signals: clue.signals,
            confidence: clue.confidence.unwrap_or(Confidence::High),
            why: clue.why,
        })
    }
}

impl ItemRule {
    pub(super) fn read(
        file: &RuleFile,
        shapes: &Shapes<'_>,
        book: &mut PhraseBook,
    ) -> Result<Self, AuthorError> {
        let written: ItemFile = file.parse()?;
        let own = written.belongs.first().copied();
        let mut evidence = Vec::new();
        if let Some((shape, clues)) = shapes.filled(&written, file, book)? {
            for clue in clues {
                evidence.push(Evidence::read(clue, own, shape, book)?);
            }
        }
        for clue in written.evidence {
            evidence.push(Evidence::read(clue, own, file, book)?);
        }
        let near = match written.near {
            None => None,
            Some(near) => {
                Some(Near { any: phrases(&near.any, file, book)?, why_not: near.why_not })
            }
        };
        Ok(Self {
            item: written.item,
            belongs: written.belongs,
            may_stand_elsewhere: written.may_stand_elsewhere,
            asked: written.asked,
            evidence,
            near,
        })
    }
}
