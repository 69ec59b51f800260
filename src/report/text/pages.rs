//! What is said of pages that were not read, or not as a person reads them.

use std::fmt::Write as _;

use crate::Reading;
use crate::language::Language;

/// Troubles of pages that were not read, with the reason as a user is told it.
const UNREAD: &[(&str, [&str; 3])] = &[
    ("page_without_text", ["kuvia ilman tekstiä", "bilder utan text", "pictures without text"]),
    ("text_in_pictures", ["teksti on kuvassa", "texten är en bild", "the text is a picture"]),
    ("page_read_in_part", ["vain osa luettiin", "bara delvis läst", "read in part only"]),
    (
        "replacement_characters",
        [
            "kirjaimia, joita fontti ei nimeä",
            "bokstäver som teckensnittet inte namnger",
            "letters that the font does not name",
        ],
    ),
    (
        "unreadable_text",
        ["merkit eivät ole kieltä", "tecknen är inget språk", "the characters are no language"],
    ),
];

/// Troubles of pages that were read all the same.
const READ: &[(&str, [&str; 3])] = &[
    (
        "page_from_ocr",
        [
            "sivut luettu tekstintunnistuksella",
            "sidor lästa med textigenkänning",
            "pages read with text recognition",
        ],
    ),
    (
        "page_from_ocr_layer",
        [
            "sivut luettu skannerin tunnistamasta tekstistä",
            "sidor lästa ur skannerns text",
            "pages read from the scanner's own text",
        ],
    ),
    (
        "hidden_text",
        [
            "sivuilla on tekstiä, jota lukija ei näe (ei tutkittu)",
            "sidor med text som läsaren inte ser (inte granskad)",
            "pages with text that no reader sees (not examined)",
        ],
    ),
];

/// The lines about pages, each with its line end.
pub(super) fn remarks(reading: &Reading, language: Language) -> String {
    let mut out = String::new();
    let unread = |page: &u32| reading.unread_pages.contains(page);
    if !reading.unread_pages.is_empty() {
        let what = ["sivuja ei saatu luettua", "sidor som inte kunde läsas", "pages not read"];
        let mut groups: Vec<String> = Vec::new();
        for (trouble, why) in UNREAD {
            let mut pages = pages(reading, trouble);
            pages.retain(unread);
            if !pages.is_empty() {
                groups.push(format!("{} ({})", joined(&pages), language.pick(*why)));
            }
        }
        if groups.is_empty() {
            groups.push(joined(&reading.unread_pages));
        }
        let _ = writeln!(out, "  ! {}: {}", language.pick(what), groups.join("; "));
    }
    for (trouble, what) in READ {
        let pages = pages(reading, trouble);
        if !pages.is_empty() {
            let _ = writeln!(out, "  ! {}: {}", language.pick(*what), joined(&pages));
        }
    }
    out
}

/// The pages with a trouble.
fn pages(reading: &Reading, trouble: &str) -> Vec<u32> {
    let found = reading.troubles.iter().filter(|found| found.what == trouble);
    found.filter_map(|found| found.place?.page).collect()
}

fn joined(pages: &[u32]) -> String {
    pages.iter().map(u32::to_string).collect::<Vec<_>>().join(", ")
}
