//! An item must be there, with substance.

use crate::check::Context;
use crate::finding::Finding;
use crate::recognise::Notice;
use crate::rule::Rule;

/// The findings of a rule of the kind `requires`: at most one.
pub fn findings(_rule: &Rule, _notice: &Notice, _context: &Context) -> Vec<Finding> {
    Vec::new()
}
