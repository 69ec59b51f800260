//! The canonical kinds of section: what a heading can announce.

/// The canonical kinds of section, in the order of a typical notice.
/// Names are those of the evaluation guide and of the JSON output.
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
pub enum Kind {
    /// Rekisterin nimi.
    RegisterName,
    /// Rekisterinpitäjä (Art. 4(7)).
    Controller,
    /// Edustaja (Art. 27): of a controller outside the Union, never the old "rekisterinpitäjän edustaja".
    Representative,
    /// Yhteyshenkilö, vastuuhenkilö.
    ContactPerson,
    /// Tietosuojavastaava (Art. 37–39).
    Dpo,
    /// Käsittelyn tarkoitus.
    Purposes,
    /// Oikeusperuste (Art. 6).
    LegalBasis,
    /// Oikeutettu etu (Art. 6(1)(f)).
    LegitimateInterests,
    /// Rekisteröityjen ryhmät.
    DataSubjects,
    /// Henkilötietoryhmät, tietosisältö.
    DataCategories,
    /// Erityiset henkilötietoryhmät (Art. 9).
    SpecialCategories,
    /// Tietolähteet.
    DataSources,
    /// Vastaanottajat, luovutukset.
    Recipients,
    /// Henkilötietojen käsittelijät (Art. 28).
    Processors,
    /// Siirrot EU:n tai ETA:n ulkopuolelle.
    Transfers,
    /// Säilytysaika.
    Retention,
    /// Suojaus, tietoturva.
    Security,
    /// Tietojärjestelmät, rekisterin muoto.
    Systems,
    /// Automaattinen päätöksenteko, profilointi (Art. 22).
    AutomatedDecisions,
    /// Rekisteröidyn oikeudet, as an umbrella.
    Rights,
    /// Pääsy tietoihin, tarkastusoikeus (Art. 15).
    RightAccess,
    /// Oikaisu (Art. 16).
    RightRectification,
    /// Poistaminen (Art. 17).
    RightErasure,
    /// Käsittelyn rajoittaminen (Art. 18).
    RightRestriction,
    /// Vastustaminen, kielto-oikeus (Art. 21).
    RightObject,
    /// Siirto järjestelmästä toiseen (Art. 20).
    RightPortability,
    /// Suostumuksen peruuttaminen (Art. 7(3)).
    ConsentWithdrawal,
    /// Oikeuksien käyttäminen (Art. 12).
    ExercisingRights,
    /// Valitus valvontaviranomaiselle (Art. 77).
    Complaint,
    /// Tietojen antamisen pakollisuus (Art. 13(2)(e)).
    ProvisionRequirement,
    /// Evästeet.
    Cookies,
    /// Selosteen muutokset.
    Changes,
    /// Suoramarkkinointi.
    Marketing,
    /// Julkisuus ja salassapito.
    Publicity,
    /// Päiväys.
    Date,
    /// Anything else.
    Other,
}

impl Kind {
    /// Whether it is one of the rights of Art. 7(3) and 15–21, as against the umbrella of all.
    pub fn is_single_right(self) -> bool {
        (Self::RightAccess..=Self::ConsentWithdrawal).contains(&self)
    }

    /// Whether it, or one of the single rights where it is the umbrella, is among some kinds.
    pub fn holds_any(self, kinds: &[Self]) -> bool {
        kinds.iter().any(|kind| *kind == self || self == Self::Rights && kind.is_single_right())
    }
}
