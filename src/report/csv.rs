//! The matrix of documents and items, for a spreadsheet.

use super::summary::Summary;
use super::words::name_of;
use super::{Report, Run};
use crate::canon::Item;
use crate::extract::Format;
use crate::{Examined, Outcome};

/// The matrix: one line a document, one column an item.
#[derive(Debug)]
pub struct Csv;

/// The columns before the items.
const FIRST: [&str; 10] = [
    "path",
    "examined",
    "language",
    "kind",
    "date",
    "errors",
    "warnings",
    "notes",
    "known",
    "suppressed",
];

impl Report for Csv {
    fn opening(&self, _run: &Run<'_>) -> String {
        let first = FIRST.into_iter().map(str::to_owned);
        line(first.chain(Item::ALL.iter().map(name_of)))
    }

    fn document(&self, examined: &Examined, _run: &Run<'_>) -> String {
        // What is said of the configuration is said of no document.
        if examined.format == Some(Format::Config) {
            return String::new();
        }
        let sums = Summary::of(examined);
        let mut cells = vec![examined.path.clone()];
        match &examined.outcome {
            Outcome::Unexamined(why) => cells.push(name_of(&why.reason)),
            Outcome::Read(reading) => {
                let profile = &reading.notice.profile;
                let whole = if reading.unread_pages.is_empty() { "whole" } else { "in_part" };
                let date = profile.date.as_ref().map(|date| date.iso.clone());
                cells.extend([
                    whole.to_owned(),
                    name_of(&profile.language),
                    name_of(&profile.kind),
                ]);
                cells.push(date.unwrap_or_default());
                let counts = [sums.errors, sums.warnings, sums.notes, sums.known, sums.suppressed];
                cells.extend(counts.map(|count| count.to_string()));
                cells.extend(Item::ALL.iter().map(|item| {
                    let found = reading.notice.items.iter().find(|found| found.item == *item);
                    found.map(|found| name_of(&found.status)).unwrap_or_default()
                }));
            }
        }
        row(cells)
    }

    fn closing(&self, _summary: &Summary, run: &Run<'_>) -> String {
        let passed = run.passed_over.iter();
        passed.map(|passed| row(vec![passed.path.clone(), name_of(&passed.reason)])).collect()
    }
}

/// The line of a document, of which the last cells may be unknown.
fn row(mut cells: Vec<String>) -> String {
    cells.resize(FIRST.len() + Item::ALL.len(), String::new());
    line(cells.into_iter())
}

fn line(cells: impl Iterator<Item = String>) -> String {
    cells.map(|text| cell(&text)).collect::<Vec<_>>().join(",") + "\r\n"
}

/// A cell as RFC 4180 has it. A path that begins like a formula must not become one.
fn cell(text: &str) -> String {
    let text =
        if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}
