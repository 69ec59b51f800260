//! Faults in the make of a notice, each found by code of its own. What words it looks for stands in `rules/facts/`.

mod article;
mod authority;
mod choice;
mod contacts;
mod dates;
mod empty;
mod foreign;
mod former_name;
mod lost_tick;
mod mismatch;
mod numbering;
mod own;
mod placeholder;
mod register_name;
mod repeated;
mod title;
mod url;

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error as NotAnItem;

use super::fill::Filling;
use super::{Context, Known};
use crate::canon::Item;
use crate::finding::Finding;
use crate::law::Law;
use crate::recognise::{Fact, Notice, Organisation};
use crate::rule::{Rule, StructureFault};

/// What a check of the make looks at.
struct Look<'a> {
    rule: &'a Rule,
    notice: &'a Notice,
    context: Context,
    law: &'a Law,
    organisation: &'a Organisation,
}

/// The findings of a rule of the kind `structure`.
pub fn findings(
    rule: &Rule,
    fault: StructureFault,
    notice: &Notice,
    context: &Context,
    known: Known<'_>,
) -> Vec<Finding> {
    let Known { law, organisation } = known;
    let look = Look { rule, notice, context: *context, law, organisation };
    match fault {
        StructureFault::ArticleMismatch => article::findings(&look),
        StructureFault::AuthorityAddress => authority::findings(&look),
        StructureFault::ChoiceNotShown => choice::findings(&look),
        StructureFault::DatesDiffer => dates::findings(&look),
        StructureFault::EmptySection => empty::findings(&look),
        StructureFault::HeadingMismatch => mismatch::findings(&look),
        StructureFault::Numbering => numbering::findings(&look),
        StructureFault::Repeated => repeated::findings(&look),
        StructureFault::LostTick => lost_tick::findings(&look),
        StructureFault::FormerName => former_name::findings(&look),
        StructureFault::InexactTitle => title::findings(&look),
        StructureFault::BrokenUrl => url::findings(&look),
        StructureFault::OfficerTwice => contacts::officer_twice(&look),
        StructureFault::OfficerIndirect => contacts::officer_indirect(&look),
        StructureFault::SwitchboardsDiffer => contacts::switchboards(&look),
        StructureFault::OtherController => own::controller(&look),
        StructureFault::OtherOfficer => own::officer(&look),
        StructureFault::Placeholder => placeholder::findings(&look),
        StructureFault::RegisterNamedTwice => register_name::findings(&look),
        StructureFault::ForeignRegister => foreign::register(&look),
        StructureFault::ForeignRetention => foreign::retention(&look),
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

    /// The facts of a name, in order.
    fn facts(&self, name: &'static str) -> impl Iterator<Item = &'a Fact> {
        self.notice.facts.iter().filter(move |fact| fact.name == name)
    }
}
