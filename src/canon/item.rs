//! The items of the catalogue: what Art. 13 and 14 (and practice) ask of a notice.

/// The items of the catalogue, in catalogue order; names are those of the JSON output.
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
pub enum Item {
    /// Rekisterinpitäjän nimi.
    ControllerIdentity,
    /// Rekisterinpitäjän yhteystiedot.
    ControllerContact,
    /// Yhteisrekisterinpitäjät (Art. 26).
    JointControllers,
    /// Edustaja unionissa (Art. 27).
    EuRepresentative,
    /// Tietosuojavastaavan yhteystiedot.
    DpoContact,
    /// Käsittelyn tarkoitukset.
    Purposes,
    /// Käsittelyn oikeusperuste.
    LegalBasis,
    /// Laki, johon tehtävä perustuu (Art. 6(3)).
    LegalBasisStatute,
    /// Erityisten henkilötietoryhmien käsittelyn peruste (Art. 9(2)).
    SpecialCategoryBasis,
    /// Rikostietojen käsittelyn peruste (Art. 10).
    CriminalDataBasis,
    /// Oikeutetut edut.
    LegitimateInterests,
    /// Vastaanottajat tai vastaanottajaryhmät.
    Recipients,
    /// Siirto kolmanteen maahan.
    ThirdCountryTransfer,
    /// Siirron suojatoimet (Art. 44–49).
    TransferSafeguards,
    /// Säilytysaika.
    Retention,
    /// Oikeus saada pääsy tietoihin.
    RightAccess,
    /// Oikeus tietojen oikaisemiseen.
    RightRectification,
    /// Oikeus tietojen poistamiseen.
    RightErasure,
    /// Oikeus käsittelyn rajoittamiseen.
    RightRestriction,
    /// Oikeus vastustaa käsittelyä.
    RightObject,
    /// Oikeus siirtää tiedot järjestelmästä toiseen.
    RightPortability,
    /// Oikeuksien käyttäminen.
    RightsHowto,
    /// Suostumuksen peruuttaminen.
    WithdrawConsent,
    /// Oikeus tehdä valitus valvontaviranomaiselle.
    Complaint,
    /// Tietojen antamisen pakollisuus ja seuraukset.
    ProvisionRequirement,
    /// Automaattinen päätöksenteko.
    AutomatedDecisions,
    /// Jatkokäsittely muuhun tarkoitukseen.
    FurtherPurposes,
    /// Henkilötietoryhmät.
    DataCategories,
    /// Tietolähteet.
    DataSource,
    /// Julkinen lähde.
    PublicSource,
    /// Henkilötunnuksen käsittelyn peruste (TSL 29 §).
    NationalId,
    /// Rekisterin nimi.
    RegisterName,
    /// Rekisteröityjen ryhmät.
    DataSubjects,
    /// Suojauksen periaatteet.
    SecurityMeasures,
    /// Selosteen päiväys.
    NoticeDate,
    /// Tieto selosteen muuttumisesta.
    ChangeInformation,
    /// Julkisuus ja salassapito (julkisuuslaki).
    PublicityRules,
    /// Oikeuksien kansalliset rajoitukset (TSL 31–34 §).
    RightsLimitsNational,
}

/// What was found of an item.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Stands in the notice with substance.
    Present,
    /// Touched, but a data subject could not act on it.
    Weak,
    /// Nothing, though its condition holds.
    Absent,
    /// Its condition is not met on the face of the notice.
    NotApplicable,
    /// Cannot be judged, because a part of the document could not be read.
    Undetermined,
}
