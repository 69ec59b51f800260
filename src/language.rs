//! The languages of notices and of messages.

/// A language of a notice, and of what a user reads.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Default,
    serde::Serialize,
    serde::Deserialize,
    clap::ValueEnum,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Finnish.
    #[default]
    Fi,
    /// Swedish.
    Sv,
    /// English.
    En,
}

impl Language {
    /// The one of Finnish, Swedish and English that is meant.
    pub fn pick<T>(self, [fi, sv, en]: [T; 3]) -> T {
        match self {
            Self::Fi => fi,
            Self::Sv => sv,
            Self::En => en,
        }
    }
}

/// One sentence in all three languages; a missing one does not load.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Localised {
    /// In Finnish.
    pub fi: String,
    /// In Swedish.
    pub sv: String,
    /// In English.
    pub en: String,
}

impl Localised {
    /// The sentence in one language.
    pub fn in_language(&self, language: Language) -> &str {
        language.pick([&self.fi, &self.sv, &self.en])
    }
}
