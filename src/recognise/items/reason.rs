//! The sentences that say why an item has its status.

use crate::language::Language;

/// Of an item whose condition is not met.
pub(super) fn not_asked(language: Language) -> &'static str {
    match language {
        Language::Fi => "Selosteen mukaan tämän tiedon edellytys ei täyty.",
        Language::Sv => "Enligt beskrivningen uppfylls inte villkoret för denna uppgift.",
        Language::En => "On the face of the notice the condition of this item is not met.",
    }
}

/// Of an item that was not found in a document read in part.
pub(super) fn unread(language: Language) -> &'static str {
    match language {
        Language::Fi => "Osaa asiakirjasta ei voitu lukea, eikä tietoa löytynyt luetusta osasta.",
        Language::Sv => {
            "En del av dokumentet kunde inte läsas, och uppgiften fanns inte i det som lästes."
        }
        Language::En => {
            "A part of the document could not be read, and the item is not in what was."
        }
    }
}

/// Of a section that was read in vain.
pub(super) fn not_in_section(language: Language) -> &'static str {
    match language {
        Language::Fi => "Tämä kohta luettiin, eikä tietoa ole siinä.",
        Language::Sv => "Det här avsnittet lästes, och uppgiften finns inte där.",
        Language::En => "This section was read, and the item is not in it.",
    }
}

/// Of an absent item in a notice that links to a general page.
pub(super) fn elsewhere(language: Language) -> &'static str {
    match language {
        Language::Fi => {
            "Seloste viittaa toiseen sivuun, jota ei ole luettu; tieto voi olla siellä."
        }
        Language::Sv => {
            "Beskrivningen hänvisar till en annan sida som inte har lästs; uppgiften kan finnas där."
        }
        Language::En => {
            "The notice refers to another page, which was not read; the item may stand there."
        }
    }
}

/// Of a date without a day.
pub(super) fn month_only(language: Language) -> &'static str {
    match language {
        Language::Fi => "Päiväyksestä puuttuu päivä.",
        Language::Sv => "Dateringen saknar dag.",
        Language::En => "The date has no day.",
    }
}
