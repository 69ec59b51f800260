//! What the recogniser knows: headings, items and law, read from the rule files.

use super::items::ItemRules;
use crate::rule::{AuthorError, RuleFiles};

/// What the recogniser knows, checked once.
#[derive(Debug)]
pub struct Knowledge {
    /// How the items are recognised.
    pub items: ItemRules,
}

impl Knowledge {
    /// Reads all of it.
    ///
    /// # Errors
    /// With every mistake in the files, not just the first.
    pub fn load(files: &RuleFiles) -> Result<Self, Vec<AuthorError>> {
        Ok(Self { items: ItemRules::load(files).map_err(|why| vec![why])? })
    }
}
