//! Annotations of GitHub Actions: one workflow command a finding.

use std::fmt::Write as _;

use super::summary::Summary;
use super::words::{self, NOT_EXAMINED};
use super::{Report, Run};
use crate::finding::{Finding, Level};
use crate::recognise::Notice;
use crate::{Examined, Outcome};

/// The report of GitHub annotations: what is new, nothing else.
#[derive(Debug)]
pub struct Github;

impl Report for Github {
    fn document(&self, examined: &Examined, run: &Run<'_>) -> String {
        let path = property(&examined.path);
        let mut out = String::new();
        let mut unread = |sentence: String| {
            let _ = writeln!(out, "::error file={path},title={NOT_EXAMINED}::{}", data(&sentence));
        };
        match &examined.outcome {
            Outcome::Unexamined(why) => unread(why.sentence(run.language)),
            Outcome::Read(reading) => {
                for page in &reading.unread_pages {
                    unread(words::unread_page(*page, run.language));
                }
                for finding in reading.findings.iter().filter(|finding| finding.counts()) {
                    out += &command(finding, &path, &reading.notice);
                }
            }
        }
        out
    }

    fn closing(&self, _summary: &Summary, run: &Run<'_>) -> String {
        let passed = run.passed_over.iter().map(|passed| {
            let (path, text) = (property(&passed.path), words::passed_over(passed, run.language));
            format!("::notice file={path}::{}\n", data(text))
        });
        passed.collect()
    }
}

fn command(finding: &Finding, path: &str, notice: &Notice) -> String {
    let name = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "notice",
    };
    let mut at = format!("file={path}");
    if let Some(span) = finding.span {
        let place = notice.script.place(span);
        // Columns are dropped, with a complaint, where a place has several lines.
        let column = |column: Option<usize>| column.filter(|_| place.line == place.end_line);
        let numbers = [
            ("line", place.line),
            ("endLine", place.end_line),
            ("col", column(place.column)),
            ("endColumn", column(place.end_column)),
        ];
        for (name, number) in numbers.into_iter().filter_map(|(name, n)| Some((name, n?))) {
            let _ = write!(at, ",{name}={number}");
        }
    }
    let (rule, basis) = (property(&finding.rule), data(&finding.basis));
    let text = [data(&finding.message), data(&finding.help), basis].join("%0A");
    format!("::{name} {at},title={rule}::{text}\n")
}

/// Text after the colons: a line end would end the command.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A value before the colons, where they and commas part what stands there.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
