//! The code quality report of GitLab.

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

use super::summary::Summary;
use super::words::{self, NOT_EXAMINED};
use super::{Report, Run};
use crate::finding::Level;
use crate::rule::hex;
use crate::{Examined, Outcome};

/// The report for GitLab, which itself compares it with that of the target branch: known findings are in it. What was
/// passed over is not, for here there is nothing but faults.
#[derive(Debug)]
pub struct Gitlab;

impl Report for Gitlab {
    fn opening(&self, _run: &Run<'_>) -> String {
        "[\n".to_owned()
    }

    fn document(&self, examined: &Examined, run: &Run<'_>) -> String {
        let path = examined.path.as_str();
        let unread =
            |sentence: String| issue(path, NOT_EXAMINED, &sentence, "critical", &sentence, 1);
        let issues: Vec<String> = match &examined.outcome {
            Outcome::Unexamined(why) => vec![unread(why.sentence(run.language)).to_string()],
            Outcome::Read(reading) => {
                let pages = reading.unread_pages.iter();
                let pages = pages.map(|page| unread(words::unread_page(*page, run.language)));
                let findings = reading.findings.iter().filter(|f| f.suppressed.is_none());
                let findings = findings.map(|finding| {
                    let place = finding.span.map(|span| reading.notice.script.place(span));
                    let line = place.and_then(|place| place.line).unwrap_or(1);
                    let severity = match finding.level {
                        Level::Error => "major",
                        Level::Warning => "minor",
                        Level::Note => "info",
                    };
                    let text = format!("{} {}", finding.message, finding.help);
                    let print = &finding.fingerprint;
                    issue(path, &finding.rule, text.trim(), severity, print, line)
                });
                pages.chain(findings).map(|issue| issue.to_string()).collect()
            }
        };
        issues.join(",\n")
    }

    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn closing(&self, _summary: &Summary, _run: &Run<'_>) -> String {
        "\n]\n".to_owned()
    }
}

/// GitLab takes two issues of one fingerprint for one: that of ours, which knows no file, is joined with the path.
fn issue(path: &str, name: &str, text: &str, severity: &str, print: &str, line: usize) -> Value {
    let fingerprint = hex(&Sha256::digest(format!("{path}\n{print}"))[..16]);
    json!({
        "description": text, "check_name": name, "fingerprint": fingerprint, "severity": severity,
        "location": { "path": path, "lines": { "begin": line } },
    })
}
