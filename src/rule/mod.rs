//! The rules: read from files, checked once, then trusted.

mod consistency;
mod files;
mod rule_file;
mod select;

pub use consistency::{Consistency, FactTest, Reach};
pub(crate) use files::hex;
pub use files::{AuthorError, RuleFile, RuleFiles};
pub use rule_file::{
    Example, LevelWhen, Reference, Rule, RuleKind, Source, StructureFault, TermKind,
};
pub use select::Selection;
