//! The rules: read from files, checked once, then trusted.

mod compiled;
mod consistency;
mod embedded;
mod files;
mod kind;
mod parsed;
mod rule_file;
mod scaffold;
mod schema;
mod select;
mod source;
mod unlisted;

pub(crate) use compiled::{HEADINGS, IDS, NAMES};
pub use consistency::{Consistency, FactTest, Reach};
pub(crate) use files::hex;
pub use files::{AuthorError, RuleFile, RuleFiles, save_packed};
pub use kind::{Age, Reference, RuleKind, StructureFault, SuppressionFault, TermKind};
pub(crate) use parsed::{Form, Late};
pub use rule_file::{Example, LevelWhen, Rule};
pub use scaffold::scaffold;
pub use schema::schema;
pub use select::{Selection, names_rule};
pub use source::Source;
pub use unlisted::{Unlisted, within_family};
