//! Findings that rest on text recognition: it misreads, so none of them is as sure as its rule is.

use crate::finding::{Confidence, Finding};
use crate::recognise::Notice;

/// Under this many hundredths a line is hardly read.
const HARDLY: u8 = 70;

/// Marks the findings whose words, or whose want of words, text recognition gave.
pub(super) fn mark(findings: &mut [Finding], notice: &Notice) {
    if notice.script.recognised(None).is_none() {
        return;
    }
    for finding in findings {
        finding.ocr = notice.script.recognised(finding.span);
        if let Some(sure) = finding.ocr {
            let most = if sure < HARDLY { Confidence::Low } else { Confidence::Medium };
            finding.confidence = finding.confidence.min(most);
        }
    }
}
