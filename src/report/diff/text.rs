//! A change of a notice for people.

use std::fmt::Write as _;

use super::{Changes, Diff, ItemChange};
use crate::canon::Status;
use crate::finding::Finding;
use crate::language::Language;
use crate::recognise::Notice;
use crate::report::text::place;
use crate::report::words::{self, MAIN_ITEMS, count};
use crate::{Examined, Outcome};

/// The change for people to read.
pub fn text(diff: &Diff<'_>, language: Language) -> String {
    let mut out = format!("{} → {}\n", diff.old.path, diff.new.path);
    for examined in [diff.old, diff.new] {
        out += &unread(examined, language);
    }
    let Some(changes) = &diff.changes else { return out };
    let heading = ["Muuttuneet tiedot", "Ändrade uppgifter", "Items that changed"];
    let lines = changes.items.iter().filter_map(|change| item_line(*change, language));
    out += &part(language.pick(heading), lines.collect());
    let (old, new) = (&changes.old.notice, &changes.new.notice);
    for (heading, findings, notice) in [
        (["Uudet löydökset", "Nya anmärkningar", "Added findings"], &changes.added, new),
        (
            ["Poistuneet löydökset", "Åtgärdade anmärkningar", "Mended findings"],
            &changes.mended,
            old,
        ),
        (["Ennallaan", "Oförändrade", "Left as they were"], &changes.left, new),
    ] {
        let lines = findings.iter().map(|finding| finding_line(finding, notice, language));
        out += &part(language.pick(heading), lines.collect());
    }
    out + "\n" + &sums(changes, language)
}

/// What could not be read, so that the change is known in part or not at all.
fn unread(examined: &Examined, language: Language) -> String {
    let path = &examined.path;
    match &examined.outcome {
        Outcome::Unexamined(why) => {
            let what = language.pick(["ei tutkittu", "inte granskad", "not examined"]);
            format!("! {path}: {what}: {}\n", why.sentence(language))
        }
        Outcome::Read(reading) => reading.unread_pages.iter().fold(String::new(), |out, page| {
            out + &format!("! {path}: {}\n", words::unread_page(*page, language))
        }),
    }
}

fn part(heading: &str, lines: Vec<String>) -> String {
    if lines.is_empty() {
        return String::new();
    }
    lines.into_iter().fold(format!("\n{heading}\n"), |out, line| out + "  " + &line + "\n")
}

/// An item of the coverage table; the others stand in the JSON output.
fn item_line(change: ItemChange, language: Language) -> Option<String> {
    let ItemChange { item, before, after } = change;
    let (_, names) = MAIN_ITEMS.iter().find(|(main, _)| *main == item)?;
    let name = language.pick(*names);
    let sign = match (rank(before), rank(after)) {
        (Some(before), Some(after)) if after > before => '+',
        (Some(_), Some(_)) => '-',
        _ => ' ',
    };
    let [before, after] = [before, after].map(|status| language.pick(status_words(status)));
    Some(format!("{sign} {name:<32} {:<9} {before} → {after}", item.article()))
}

/// How much of an item there is, where that can be said.
fn rank(status: Status) -> Option<u8> {
    match status {
        Status::Absent => Some(0),
        Status::Weak => Some(1),
        Status::Present => Some(2),
        Status::NotApplicable | Status::Undetermined => None,
    }
}

fn status_words(status: Status) -> [&'static str; 3] {
    match status {
        Status::Present => ["on", "finns", "present"],
        Status::Weak => ["puutteellinen", "bristfällig", "weak"],
        Status::Absent => ["puuttuu", "saknas", "absent"],
        Status::NotApplicable => ["ei tarpeen", "behövs inte", "not applicable"],
        Status::Undetermined => ["ei tiedossa", "oklart", "undetermined"],
    }
}

fn finding_line(finding: &Finding, notice: &Notice, language: Language) -> String {
    let Finding { rule, message, .. } = finding;
    let level = words::level(finding.level);
    let at = finding.span.map(|span| format!(" ({})", place(span, notice, language)));
    format!("{level}[{rule}] {message}{}", at.unwrap_or_default())
}

fn sums(changes: &Changes<'_>, language: Language) -> String {
    let added = [["uusi", "uutta"], ["ny", "nya"], ["added", "added"]];
    let mended = [["poistunut", "poistunutta"], ["åtgärdad", "åtgärdade"], ["mended", "mended"]];
    let left = [["ennallaan"; 2], ["oförändrad", "oförändrade"], ["left", "left"]];
    let parts = [(&changes.added, added), (&changes.mended, mended), (&changes.left, left)];
    let mut line = String::new();
    for (findings, nouns) in parts {
        let comma = if line.is_empty() { "" } else { ", " };
        let _ = write!(line, "{comma}{}", count(findings.len(), language, nouns));
    }
    line + "\n"
}
