//! `JUnit` XML: a document is a suite, a finding a test that did not pass.

use std::fmt::Write as _;

use super::summary::Summary;
use super::words::{self, NOT_EXAMINED};
use super::{Report, Run};
use crate::finding::{Finding, Level};
use crate::recognise::Notice;
use crate::{Examined, Outcome};

/// The `JUnit` report. Errors fail; what is milder passes with its words, so that a run that exits with 0 is green.
#[derive(Debug)]
pub struct Junit;

impl Report for Junit {
    fn opening(&self, _run: &Run<'_>) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"seloste\">\n".to_owned()
    }

    fn document(&self, examined: &Examined, run: &Run<'_>) -> String {
        let name = escaped(&examined.path);
        let unread = |sentence: &str| {
            let text = escaped(sentence);
            format!(
                "<testcase classname=\"{name}\" name=\"{NOT_EXAMINED}\"><error message=\"{text}\"/></testcase>\n"
            )
        };
        let (mut cases, mut errors) = (String::new(), 0);
        let (mut tests, mut failures, mut skipped) = (0, 0, 0);
        match &examined.outcome {
            Outcome::Unexamined(why) => {
                errors += 1;
                cases += &unread(&why.sentence(run.language));
            }
            Outcome::Read(reading) => {
                for page in &reading.unread_pages {
                    errors += 1;
                    cases += &unread(&words::unread_page(*page, run.language));
                }
                for finding in &reading.findings {
                    tests += 1;
                    skipped += usize::from(!finding.counts());
                    failures += usize::from(finding.counts() && finding.level == Level::Error);
                    cases += &case(finding, &name, &reading.notice);
                }
            }
        }
        if cases.is_empty() {
            tests = 1;
            cases = format!("<testcase classname=\"{name}\" name=\"seloste\"/>\n");
        }
        tests += errors;
        format!(
            "<testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"{errors}\" skipped=\"{skipped}\">\n{cases}</testsuite>\n"
        )
    }

    fn closing(&self, _summary: &Summary, run: &Run<'_>) -> String {
        let passed = run.passed_over.iter().map(|passed| {
            let name = escaped(&passed.path);
            let why = escaped(words::passed_over(passed, run.language));
            format!(
                "<testsuite name=\"{name}\" tests=\"1\" failures=\"0\" errors=\"0\" skipped=\"1\">\n\
                 <testcase classname=\"{name}\" name=\"seloste\"><skipped message=\"{why}\"/></testcase>\n</testsuite>\n"
            )
        });
        passed.chain(["</testsuites>\n".to_owned()]).collect()
    }
}

fn case(finding: &Finding, document: &str, notice: &Notice) -> String {
    let line = finding.span.and_then(|span| notice.script.place(span).line);
    let (rule, message) = (escaped(&finding.rule), escaped(&finding.message));
    let mut out = format!("<testcase classname=\"{document}\" name=\"{rule}");
    if let Some(line) = line {
        let _ = write!(out, ":{line}");
    }
    out += "\">";
    let more = escaped(&format!("{}\n{}", finding.help, finding.basis));
    let body = match (&finding.suppressed, finding.known, finding.level) {
        (Some(suppressed), ..) => format!("<skipped message=\"{}\"/>", escaped(&suppressed.reason)),
        (None, true, _) => "<skipped message=\"baseline\"/>".to_owned(),
        (None, false, Level::Error) => {
            format!("<failure type=\"error\" message=\"{message}\">{more}</failure>")
        }
        (None, false, level) => {
            format!("<system-out>{}: {message}\n{more}</system-out>", words::level(level))
        }
    };
    out + &body + "</testcase>\n"
}

/// Text for XML 1.0, which cannot hold most control characters at all.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\n' | '\t' => out.push(c),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c if c.is_control() => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}
