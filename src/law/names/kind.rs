//! Kinds of act.

/// Kinds of act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
pub enum StatuteKind {
    /// An act of the Finnish parliament.
    #[serde(rename = "laki")]
    Act,
    /// A Finnish decree.
    #[serde(rename = "asetus")]
    Decree,
    /// A regulation of the Union.
    #[serde(rename = "EU-asetus")]
    Regulation,
    /// A directive of the Union.
    #[serde(rename = "EU-direktiivi")]
    Directive,
    /// A decision; recognised by its number only.
    #[serde(rename = "päätös")]
    Decision,
    /// Anything else that has a number among the statutes: an announcement, rules of procedure.
    #[serde(rename = "muu")]
    Other,
}

impl StatuteKind {
    /// Its name in the registers.
    pub fn name(self) -> &'static str {
        match self {
            Self::Act => "laki",
            Self::Decree => "asetus",
            Self::Regulation => "EU-asetus",
            Self::Directive => "EU-direktiivi",
            Self::Decision => "päätös",
            Self::Other => "muu",
        }
    }
}
