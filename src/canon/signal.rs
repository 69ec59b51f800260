//! The signals: what a notice says of its processing that decides which items it must hold.

/// A circumstance read from the notice; the wordings stand in `rules/signals.toml`.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Signal {
    /// The controller is a public authority or body.
    Public,
    /// Consent is a basis (Art. 6(1)(a)).
    BasisA,
    /// Consent is asked for a single disclosure, not for the processing.
    ConsentToDisclose,
    /// A contract is a basis (Art. 6(1)(b)).
    BasisB,
    /// A legal obligation is a basis (Art. 6(1)(c)).
    BasisC,
    /// A vital interest is a basis (Art. 6(1)(d)).
    BasisD,
    /// A task in the public interest or official authority is a basis (Art. 6(1)(e)).
    BasisE,
    /// A legitimate interest is a basis (Art. 6(1)(f)).
    BasisF,
    /// Special categories of data are named (Art. 9).
    Art9,
    /// Data on convictions or offences are named (Art. 10).
    Art10,
    /// The personal identity code is processed.
    Hetu,
    /// Data come from others than the person.
    OtherSource,
    /// Data come from the person.
    FromSubject,
    /// A transfer out of the EU or EEA is told of, or left open.
    Transfer,
    /// A service of a provider in the United States is named.
    UsTool,
    /// Automated decisions are made.
    Adm,
    /// There are joint controllers.
    Joint,
    /// The controller is established outside the EU and EEA.
    Foreign,
    /// Use for a further purpose is told of.
    Further,
    /// A publicly accessible source is used.
    PublicSource,
    /// Direct marketing or a newsletter is told of.
    Marketing,
    /// A national limit of the rights is told of (tietosuojalaki 31–34 §).
    RightsLimited,
    /// The notice sends the reader to another page for more on data protection.
    Layered,
}

impl std::fmt::Display for Signal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        serde::Serialize::serialize(self, f)
    }
}

impl Signal {
    /// The bases of Art. 6(1), in its order.
    pub const BASES: [Self; 6] =
        [Self::BasisA, Self::BasisB, Self::BasisC, Self::BasisD, Self::BasisE, Self::BasisF];
}
