//! The rules: read from files, checked once, then trusted.

mod consistency;
mod files;
mod rule_file;
mod scaffold;
mod schema;
mod select;
mod source;
mod unlisted;

pub use consistency::{Consistency, FactTest, Reach};
pub(crate) use files::hex;
pub use files::{AuthorError, RuleFile, RuleFiles, save_packed};
pub use rule_file::{
    Age, Example, LevelWhen, Reference, Rule, RuleKind, StructureFault, SuppressionFault, TermKind,
};
pub use scaffold::scaffold;
pub use schema::schema;
pub use select::{Selection, names_rule};
pub use source::Source;
pub use unlisted::{Unlisted, within_family};
