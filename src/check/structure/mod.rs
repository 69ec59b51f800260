//! Faults in the make of a notice, each found by code of its own. What words it looks for stands in `rules/facts/`.

mod choice;
mod empty;
mod lost_tick;
mod mismatch;
mod numbering;
mod repeated;
mod title;
mod url;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error as NotAnItem;

use super::Context;
use super::fill::{Filling, raised};
use crate::canon::Item;
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
        StructureFault::HeadingMismatch => mismatch::findings(&look),
        StructureFault::Numbering => numbering::findings(&look),
        StructureFault::Repeated => repeated::findings(&look),
        StructureFault::LostTick => lost_tick::findings(&look),
        StructureFault::InexactTitle => title::findings(&look),
        StructureFault::BrokenUrl => url::findings(&look),
    }
}

impl<'a> Look<'a> {
    /// The rule's sentences, to be filled.
    fn filling(&self) -> Filling<'a> {
        Filling::of(self.rule, self.context)
    }

    /// One of the rule's parts; empty where it has none of that name.
    fn part(&self, name: &str) -> String {
        self.filling().part(name)
    }

    /// The part that bears the key of an item.
    fn part_on(&self, item: Item) -> Option<String> {
        let is_on = |name: &&String| {
            let read: Result<Item, NotAnItem> =
                Item::deserialize(name.as_str().into_deserializer());
            read == Ok(item)
        };
        self.rule.parts.keys().find(is_on).map(|name| self.part(name))
    }

    /// A finding at a place, with the filled sentences of the rule.
    fn at(&self, span: Span, filling: &Filling<'_>) -> Finding {
        Finding {
            span: Some(span),
            ..raised(self.rule, self.context.language, filling.message(&[]), filling.help())
        }
    }
}
