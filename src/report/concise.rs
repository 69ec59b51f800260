//! One line a finding: `path:line:column: level[rule] message`, for editors and `grep`.

use std::fmt::Write as _;

use super::summary::Summary;
use super::{Report, Run, words};
use crate::language::Language;
use crate::{Examined, Outcome};

/// The report of one line a finding.
#[derive(Debug)]
pub struct Concise;

impl Report for Concise {
    fn document(&self, examined: &Examined, run: &Run<'_>) -> String {
        document(examined, run.language)
    }

    fn closing(&self, _summary: &Summary, run: &Run<'_>) -> String {
        run.passed_over.iter().fold(String::new(), |mut out, passed| {
            let _ = writeln!(out, "{}: {}", passed.path, words::passed_over(passed, run.language));
            out
        })
    }
}

/// The lines of one document; a clean one has none.
fn document(examined: &Examined, language: Language) -> String {
    let path = &examined.path;
    let mut out = String::new();
    match &examined.outcome {
        Outcome::Unexamined(why) => {
            let reason = serde_json::to_value(why.reason).unwrap_or_default();
            let reason = reason.as_str().unwrap_or_default();
            let _ = writeln!(out, "{path}: not examined ({reason}): {}", why.sentence(language));
        }
        Outcome::Read(reading) => {
            for page in &reading.unread_pages {
                let _ = writeln!(out, "{path}: page {page} not read");
            }
            for finding in reading.findings.iter().filter(|finding| finding.counts()) {
                // A finding about the whole document stands at its beginning, as editors expect.
                let place = finding.span.map(|span| reading.notice.script.place(span));
                let at = |number: Option<usize>| number.unwrap_or(1);
                let line = at(place.and_then(|place| place.line));
                let column = at(place.and_then(|place| place.column));
                let level = words::level(finding.level);
                let (rule, message) = (&finding.rule, &finding.message);
                let _ = writeln!(out, "{path}:{line}:{column}: {level}[{rule}] {message}");
            }
        }
    }
    out
}
