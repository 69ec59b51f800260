//! The repairs for machines.

use jiff::civil::Date;
use serde::Serialize;

use super::{Fate, Repaired, Sums};
use crate::extract::UnexaminedReason;
use crate::finding::Safety;
use crate::fix::Refusal;
use crate::place::Place;
use crate::{Examined, Outcome};

/// The report for machines; its schema is `docs/fix.schema.json`.
pub fn json<'a>(documents: impl Iterator<Item = &'a Repaired>, sums: &Sums, as_of: Date) -> String {
    let documents: Vec<String> =
        documents.map(|repaired| written(&Document::of(repaired))).collect();
    format!(
        "{{\"schema_version\":1,\"as_of\":\"{as_of}\",\"documents\":[\n{}\n],\"summary\":{}}}\n",
        documents.join(",\n"),
        written(sums)
    )
}

fn written(what: &impl Serialize) -> String {
    // Maps with string keys only: there is nothing that could fail.
    serde_json::to_string(what).unwrap_or_default()
}

#[derive(Serialize)]
struct Document<'a> {
    path: &'a str,
    examined: bool,
    unexamined_reason: Option<UnexaminedReason>,
    written: bool,
    not_written: Option<&'static str>,
    fixes: Vec<FixOut<'a>>,
}

#[derive(Serialize)]
struct FixOut<'a> {
    rule: &'a str,
    term: Option<&'a str>,
    place: Place,
    written: String,
    replacement: &'a str,
    safety: Safety,
    applied: bool,
}

impl<'a> Document<'a> {
    fn of(repaired: &'a Repaired) -> Self {
        let Examined { path, outcome, .. } = &repaired.examined;
        let reason = match outcome {
            Outcome::Unexamined(why) => Some(why.reason),
            Outcome::Read(_) => None,
        };
        let fixes = repaired.repairs().into_iter().map(|repair| FixOut {
            rule: &repair.finding.rule,
            term: repair.finding.term.as_deref(),
            place: repair.place,
            written: repair.old,
            replacement: &repair.fix.replacement,
            safety: repair.fix.safety,
            applied: repair.is_made && repaired.fate == Fate::Written,
        });
        let fixes: Vec<_> = fixes.collect();
        Self {
            path,
            examined: reason.is_none(),
            unexamined_reason: reason,
            written: fixes.iter().any(|fix| fix.applied),
            not_written: match &repaired.fate {
                Fate::Written | Fate::Shown => None,
                Fate::Refused(Refusal::Encoding) => Some("encoding"),
                Fate::Refused(Refusal::Letter) => Some("letter"),
                Fate::NotWritten(_) => Some("not_writable"),
            },
            fixes,
        }
    }
}
