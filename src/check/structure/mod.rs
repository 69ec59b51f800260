//! Faults in the make of a notice, each found by code of its own. What words it looks for stands in `rules/facts/`.

mod choice;
mod empty;

use super::Context;
use super::fill::{Filling, raised};
use crate::finding::Finding;
use crate::place::Span;
use crate::recognise::Notice;
use crate::rule::{Rule, StructureFault};

/// What a check of the make looks at.
struct Look<'a> {
    rule: &'a Rule,
    notice: &'a Notice,
    context: Context,
}

/// The findings of a rule of the kind `structure`.
pub fn findings(
    rule: &Rule,
    fault: StructureFault,
    notice: &Notice,
    context: &Context,
) -> Vec<Finding> {
    let look = Look { rule, notice, context: *context };
    match fault {
        StructureFault::ChoiceNotShown => choice::findings(&look),
        StructureFault::EmptySection => empty::findings(&look),
    }
}

impl<'a> Look<'a> {
    /// The rule's sentences, to be filled.
    fn filling(&self) -> Filling<'a> {
        Filling::of(self.rule, self.context)
    }

    /// A finding at a place, with the filled sentences of the rule.
    fn at(&self, span: Span, filling: &Filling<'_>) -> Finding {
        Finding {
            span: Some(span),
            ..raised(self.rule, self.context.language, filling.message(&[]), filling.help())
        }
    }
}
