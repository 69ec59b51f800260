//! SARIF 2.1.0, for code scanning.

use serde_json::{Value, json};

use super::summary::Summary;
use super::words::{self, NOT_EXAMINED};
use super::{Report, Run};
use crate::finding::{Finding, Level};
use crate::language::Language;
use crate::place::{Place, Span};
use crate::recognise::Notice;
use crate::rule::Rule;
use crate::source::PassedOver;
use crate::{Examined, Outcome};

/// The SARIF report. Results are written as they come; what was put aside or known is marked, not left out.
#[derive(Debug)]
pub struct Sarif;

impl Report for Sarif {
    fn opening(&self, run: &Run<'_>) -> String {
        let rules: Vec<Value> = run.rules.rules.iter().map(|r| rule(r, run.language)).collect();
        let driver = json!({
            "name": "seloste",
            "semanticVersion": env!("CARGO_PKG_VERSION"),
            "properties": { "rules": run.rules.sha256(), "asOf": run.as_of.to_string() },
            "rules": rules,
        });
        format!(
            "{{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{{\
             \"tool\":{{\"driver\":{driver}}},\"columnKind\":\"unicodeCodePoints\",\"results\":[\n"
        )
    }

    fn document(&self, examined: &Examined, run: &Run<'_>) -> String {
        let results: Vec<String> = match &examined.outcome {
            Outcome::Unexamined(why) => {
                vec![not_examined(&examined.path, &why.sentence(run.language))]
            }
            Outcome::Read(reading) => {
                let (path, notice) = (examined.path.as_str(), &reading.notice);
                let unread = reading
                    .unread_pages
                    .iter()
                    .map(|page| not_examined(path, &words::unread_page(*page, run.language)));
                let found = reading.findings.iter();
                unread.chain(found.map(|f| result(f, path, notice, run).to_string())).collect()
            }
        };
        results.join(",\n")
    }

    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn closing(&self, summary: &Summary, run: &Run<'_>) -> String {
        let whole = summary.documents > 0 && summary.read_whole == summary.documents;
        let mut invocation = json!({ "executionSuccessful": whole });
        if !run.passed_over.is_empty() {
            let passed = run.passed_over.iter().map(|passed| notification(passed, run.language));
            invocation["toolExecutionNotifications"] = passed.collect();
        }
        format!("\n],\"invocations\":[{invocation}]}}]}}\n")
    }
}

/// A document, or a part of one, that was not examined must not look clean.
fn not_examined(path: &str, sentence: &str) -> String {
    let location = json!({ "physicalLocation": { "artifactLocation": { "uri": uri(path) } } });
    json!({
        "ruleId": NOT_EXAMINED, "level": "error",
        "message": { "text": sentence }, "locations": [location],
    })
    .to_string()
}

/// What was passed over is no result, and is told all the same.
fn notification(passed: &PassedOver, language: Language) -> Value {
    let location =
        json!({ "physicalLocation": { "artifactLocation": { "uri": uri(&passed.path) } } });
    json!({
        "level": "note", "locations": [location],
        "message": { "text": words::passed_over(passed, language) },
    })
}

fn rule(rule: &Rule, language: Language) -> Value {
    let text = |of: &dyn Fn(Language) -> String| json!({ "fi": of(Language::Fi), "sv": of(Language::Sv), "en": of(Language::En) });
    let help = |language| without_placeholders(rule.help.in_language(language));
    json!({
        "id": rule.name,
        "shortDescription": { "text": rule.title.in_language(language) },
        "fullDescription": { "text": rule.why.in_language(language) },
        "help": { "text": help(language) },
        "defaultConfiguration": { "level": level(rule.level) },
        "properties": {
            "tags": [rule.family],
            "title": text(&|language| rule.title.in_language(language).to_owned()),
            "help": text(&help),
            "basis": text(&|language| rule.source.cited(language)),
        },
    })
}

/// A sentence of a rule as it is without a finding: nobody knows yet what will stand for `{written}`.
fn without_placeholders(sentence: &str) -> String {
    let mut out = String::with_capacity(sentence.len());
    let mut rest = sentence;
    while let Some((before, after)) = rest.split_once('{')
        && let Some((_, after)) = after.split_once('}')
    {
        out += before;
        out.push('…');
        rest = after;
    }
    out + rest
}

fn result(finding: &Finding, path: &str, notice: &Notice, run: &Run<'_>) -> Value {
    let index = run.rules.rules.iter().position(|rule| rule.name == finding.rule);
    let related: Vec<Value> = finding
        .related
        .iter()
        .map(|related| {
            let mut at = location(Some(related.span), path, notice);
            at["message"] = json!({ "text": related.message });
            at
        })
        .collect();
    let page = finding.span.and_then(|span| notice.script.place(span).page);
    let mut result = json!({
        "ruleId": finding.rule,
        "level": level(finding.level),
        "message": { "text": format!("{} {}", finding.message, finding.help).trim() },
        "locations": [location(finding.span, path, notice)],
        "relatedLocations": related,
        "partialFingerprints": { "seloste/v1": finding.fingerprint },
        "properties": {
            "confidence": finding.confidence, "basis": finding.basis,
            "item": finding.item, "page": page,
        },
    });
    if let Some(index) = index {
        result["ruleIndex"] = json!(index);
    }
    if let Some(suppressed) = &finding.suppressed {
        let kind = if suppressed.in_source { "inSource" } else { "external" };
        result["suppressions"] = json!([{
            "kind": kind, "status": "accepted", "justification": suppressed.reason,
            "properties": { "owner": suppressed.owner, "until": suppressed.until },
        }]);
    }
    if run.has_baseline {
        result["baselineState"] = json!(if finding.known { "unchanged" } else { "new" });
    }
    result
}

/// Where a span stands: file, lines and columns, and the section.
fn location(span: Option<Span>, path: &str, notice: &Notice) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(path) } });
    let Some(span) = span else { return json!({ "physicalLocation": physical }) };
    physical["region"] = region(notice.script.place(span));
    let mut location = json!({ "physicalLocation": physical });
    if let Some(section) = notice.outline.section_at(span.start) {
        let numbered = match &section.number {
            Some(number) => format!("{number} {}", section.heading),
            None => section.heading.clone(),
        };
        location["logicalLocations"] =
            json!([{ "name": section.heading, "fullyQualifiedName": numbered, "kind": "section" }]);
    }
    location
}

fn region(place: Place) -> Value {
    let numbers = [
        ("startLine", place.line),
        ("startColumn", place.column),
        ("endLine", place.end_line),
        ("endColumn", place.end_column),
    ];
    let known = numbers.into_iter().filter_map(|(name, n)| Some((name.to_owned(), json!(n?))));
    Value::Object(known.collect())
}

fn level(level: Level) -> &'static str {
    words::level(level)
}

/// A path as a relative URI.
fn uri(path: &str) -> String {
    use std::fmt::Write as _;
    path.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}
