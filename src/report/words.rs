//! The fixed words of the reports for people, in their three languages.

use std::fmt::Write as _;

use jiff::civil::Date;

use super::summary::Summary;
use crate::canon::Item;
use crate::finding::{Fix, Level, Safety};
use crate::language::Language;
use crate::place::on_one_line;
use crate::source::{PassedOver, PassedOverReason};

/// A day as it is written in a language.
pub(super) fn day(date: Date, language: Language) -> String {
    match language {
        Language::Fi | Language::Sv => format!("{}.{}.{}", date.day(), date.month(), date.year()),
        Language::En => date.strftime("%-d %B %Y").to_string(),
    }
}

/// A number with its noun: `[one, many]` in each language.
pub(super) fn count(n: usize, language: Language, nouns: [[&str; 2]; 3]) -> String {
    let [one, many] = language.pick(nouns);
    format!("{n} {}", if n == 1 { one } else { many })
}

/// The counts of findings, worst first.
pub(super) fn levels(errors: usize, warnings: usize, notes: usize, language: Language) -> String {
    let error = [["virhe", "virhettä"], ["fel", "fel"], ["error", "errors"]];
    let warning = [["varoitus", "varoitusta"], ["varning", "varningar"], ["warning", "warnings"]];
    let note = [["huomautus", "huomautusta"], ["anmärkning", "anmärkningar"], ["note", "notes"]];
    [(errors, error), (warnings, warning), (notes, note)]
        .map(|(n, nouns)| count(n, language, nouns))
        .join(", ")
}

/// The findings that do not count, where there are any: "; 3 tunnettua, 1 ohitettu".
pub(super) fn aside(summary: &Summary, language: Language) -> String {
    let known = [["tunnettu", "tunnettua"], ["känd", "kända"], ["known", "known"]];
    let suppressed =
        [["ohitettu", "ohitettua"], ["undantagen", "undantagna"], ["suppressed", "suppressed"]];
    let parts = [(summary.known, known), (summary.suppressed, suppressed)];
    let told: Vec<String> = parts
        .into_iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, nouns)| count(n, language, nouns))
        .collect();
    if told.is_empty() { String::new() } else { format!("; {}", told.join(", ")) }
}

/// The name under which reports for machines tell what was not examined, for an unread notice must not look like a
/// clean one. No rule bears it.
pub const NOT_EXAMINED: &str = "ei-tutkittu";

/// What is said of a page that could not be read.
pub(super) fn unread_page(page: u32, language: Language) -> String {
    language.pick([
        format!("Sivua {page} ei saatu luettua. Sillä voi olla tietoja, joita muualta ei löydy."),
        format!(
            "Sidan {page} kunde inte läsas. Där kan finnas uppgifter som saknas på annat håll."
        ),
        format!("Page {page} could not be read. It may hold what is missing elsewhere."),
    ])
}

/// A name as the JSON output has it.
pub fn name_of(what: &impl serde::Serialize) -> String {
    match serde_json::to_value(what) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

/// The last line of a run.
pub(super) fn sums(summary: &Summary, language: Language) -> String {
    let nouns = [["asiakirja", "asiakirjaa"], ["dokument", "dokument"], ["document", "documents"]];
    let mut line = count(summary.documents, language, nouns);
    let found = levels(summary.errors, summary.warnings, summary.notes, language);
    let _ = write!(line, ", {found}");
    line += &aside(summary, language);
    let not = summary.documents - summary.examined;
    if not > 0 {
        let words = ["jäi tutkimatta", "granskades inte", "not examined"];
        let _ = write!(line, "; {not} {}", language.pick(words));
    }
    line.push('\n');
    line
}

/// How many findings can be repaired by command, where any can.
pub(super) fn fixable(summary: &Summary, language: Language) -> String {
    let can = [
        ["löydös on korjattavissa", "löydöstä on korjattavissa"],
        ["anmärkning kan rättas", "anmärkningar kan rättas"],
        ["finding can be fixed", "findings can be fixed"],
    ];
    let commands =
        [(summary.fixable, "seloste fix"), (summary.fixable_unsafe, "seloste fix --unsafe")];
    let some = commands.into_iter().filter(|(n, _)| *n > 0);
    let lines = some.map(|(n, command)| count(n, language, can) + ": " + command + "\n");
    lines.collect()
}

/// What is said of a repair, and how it is written: `seloste fix`, where it can be.
pub(super) fn repair(fix: &Fix, in_source: bool, language: Language) -> (&'static str, String) {
    let command = match fix.safety {
        Safety::Safe if in_source => Some("seloste fix"),
        Safety::Unsafe if in_source => Some("seloste fix --unsafe"),
        _ => None,
    };
    let new = on_one_line(&fix.replacement);
    let new = language.pick([format!("”{new}”"), format!("”{new}”"), format!("“{new}”")]);
    match command {
        Some(command) => {
            (language.pick(["korjaus", "rättelse", "fix"]), format!("{new} ({command})"))
        }
        None => (language.pick(["ehdotus", "förslag", "suggestion"]), new),
    }
}

/// The name of a level in the grammar of `path:line:col: level[rule]`, the same in all languages.
pub(super) fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
    }
}

/// Why something in a folder was passed over, in one sentence.
pub(super) fn passed_over(passed: &PassedOver, language: Language) -> &'static str {
    language.pick(match passed.reason {
        PassedOverReason::Symlink => [
            "ei tutkittu: symbolinen linkki. Anna sen polku, jos haluat tutkia kohteen.",
            "inte granskad: en symbolisk länk. Ange dess sökväg om målet ska granskas.",
            "not examined: a symbolic link. Give its path to have what it leads to examined.",
        ],
        PassedOverReason::UnsupportedFormat => [
            "ei tutkittu: tiedostomuotoa ei lueta. Tallenna seloste DOCX-, ODT-, PDF-, HTML-, teksti- tai Markdown-tiedostona.",
            "inte granskad: filformatet läses inte. Spara den som DOCX, ODT, PDF, HTML, text eller Markdown.",
            "not examined: the format is not read. Save the notice as DOCX, ODT, PDF, HTML, text or Markdown.",
        ],
    })
}

/// The items of the coverage table with their names, in catalogue order.
pub(super) const MAIN_ITEMS: [(Item, [&str; 3]); 25] = [
    (Item::ControllerIdentity, ["Rekisterinpitäjä", "Personuppgiftsansvarig", "Controller"]),
    (
        Item::ControllerContact,
        ["Rekisterinpitäjän yhteystiedot", "Ansvarigs kontaktuppgifter", "Controller's contact"],
    ),
    (Item::DpoContact, ["Tietosuojavastaava", "Dataskyddsombud", "Data protection officer"]),
    (Item::Purposes, ["Käsittelyn tarkoitukset", "Ändamål", "Purposes"]),
    (Item::LegalBasis, ["Oikeusperuste", "Rättslig grund", "Legal basis"]),
    (
        Item::SpecialCategoryBasis,
        ["Erityisten ryhmien peruste", "Grund för särskilda kategorier", "Special category basis"],
    ),
    (
        Item::LegitimateInterests,
        ["Oikeutetut edut", "Berättigade intressen", "Legitimate interests"],
    ),
    (Item::Recipients, ["Vastaanottajat", "Mottagare", "Recipients"]),
    (
        Item::ThirdCountryTransfer,
        ["Siirto kolmanteen maahan", "Överföring till tredjeland", "Third country transfer"],
    ),
    (
        Item::TransferSafeguards,
        ["Siirron suojatoimet", "Skyddsåtgärder vid överföring", "Transfer safeguards"],
    ),
    (Item::Retention, ["Säilytysaika", "Lagringstid", "Retention"]),
    (Item::RightAccess, ["Oikeus saada pääsy tietoihin", "Rätt till tillgång", "Right of access"]),
    (
        Item::RightRectification,
        ["Oikeus oikaisuun", "Rätt till rättelse", "Right to rectification"],
    ),
    (Item::RightErasure, ["Oikeus poistamiseen", "Rätt till radering", "Right to erasure"]),
    (
        Item::RightRestriction,
        ["Oikeus rajoittamiseen", "Rätt till begränsning", "Right to restriction"],
    ),
    (Item::RightObject, ["Vastustamisoikeus", "Rätt att göra invändningar", "Right to object"]),
    (
        Item::RightPortability,
        ["Oikeus siirtää tiedot", "Rätt till dataportabilitet", "Right to portability"],
    ),
    (
        Item::RightsHowto,
        ["Oikeuksien käyttäminen", "Hur rättigheterna utövas", "How to use the rights"],
    ),
    (
        Item::WithdrawConsent,
        ["Suostumuksen peruuttaminen", "Återkallande av samtycke", "Withdrawal of consent"],
    ),
    (Item::Complaint, ["Valitusoikeus", "Rätt att lämna in klagomål", "Right to complain"]),
    (
        Item::ProvisionRequirement,
        [
            "Tietojen antamisen pakollisuus",
            "Skyldighet att lämna uppgifter",
            "Duty to provide data",
        ],
    ),
    (
        Item::AutomatedDecisions,
        ["Automaattinen päätöksenteko", "Automatiserat beslutsfattande", "Automated decisions"],
    ),
    (
        Item::DataCategories,
        ["Henkilötietoryhmät", "Kategorier av personuppgifter", "Categories of data"],
    ),
    (Item::DataSource, ["Tietolähteet", "Uppgiftskällor", "Sources of data"]),
    (Item::NoticeDate, ["Selosteen päiväys", "Informationens datum", "Date of the notice"]),
];
