//! The rules: read from files, checked once, then trusted.

mod files;
mod rule_file;
mod select;

pub(crate) use files::hex;
pub use files::{AuthorError, RuleFile, RuleFiles};
pub use rule_file::{Example, LevelWhen, Rule, RuleKind, Source, TermKind};
pub use select::Selection;
