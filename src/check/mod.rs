//! Fifth stage: the rules are run over what was recognised. One kind of rule a file.

pub mod requires;

use jiff::civil::Date;

use crate::language::Language;

/// What a check needs to know beside the notice.
#[derive(Debug, Clone, Copy)]
pub struct Context {
    /// The day on which the law is looked at.
    pub as_of: Date,
    /// The language of messages.
    pub language: Language,
}
