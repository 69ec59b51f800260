//! The machine contract: JSON, version 1. Its schema is `docs/output.schema.json`.
//!
//! One document a line, so that two runs can be compared with `diff`.

use serde::Serialize;

use super::summary::Summary;
use super::{Report, Run};
use crate::canon::{Item, Kind, Status};
use crate::extract::about::About;
use crate::extract::{Format, Trouble, UnexaminedReason};
use crate::finding::{Confidence, Finding, Fix, Level, Suppressed};
use crate::language::Language;
use crate::law::{Citation, CitationStatus};
use crate::layout::Script;
use crate::place::{Place, Span, on_one_line};
use crate::recognise::{DocumentKind, ItemFound};
use crate::segment::Section;
use crate::{Examined, Outcome, Reading};

/// The JSON report.
#[derive(Debug)]
pub struct Json;

impl Report for Json {
    fn opening(&self, run: &Run<'_>) -> String {
        let rules = run.rules.sha256();
        let tool = Tool { name: "seloste", version: env!("CARGO_PKG_VERSION"), rules: &rules };
        let (tool, as_of) = (written(&tool), run.as_of);
        format!("{{\"schema_version\":1,\"tool\":{tool},\"as_of\":\"{as_of}\",\"documents\":[\n")
    }

    fn document(&self, examined: &Examined, _run: &Run<'_>) -> String {
        written(&Document::of(examined))
    }

    fn separator(&self) -> &'static str {
        ",\n"
    }

    fn closing(&self, summary: &Summary, run: &Run<'_>) -> String {
        let passed_over = written(&run.passed_over);
        format!("\n],\"passed_over\":{passed_over},\"summary\":{}}}\n", written(summary))
    }
}

fn written(what: &impl Serialize) -> String {
    serde_json::to_string(what).expect("maps with string keys and finite numbers only")
}

#[derive(Serialize)]
struct Tool<'a> {
    name: &'a str,
    version: &'a str,
    rules: &'a str,
}

#[derive(Serialize)]
struct Document<'a> {
    path: &'a str,
    sha256: Option<&'a str>,
    format: Option<Format>,
    examined: bool,
    unexamined_reason: Option<UnexaminedReason>,
    language: Option<Language>,
    kind: Option<DocumentKind>,
    title: Option<&'a str>,
    date: Option<&'a str>,
    public_body: Option<bool>,
    pages: Option<u32>,
    unread_pages: &'a [u32],
    troubles: &'a [Trouble],
    metadata: Option<&'a About>,
    sections: Vec<SectionOut<'a>>,
    items: Vec<ItemOut<'a>>,
    citations: Vec<CitationOut<'a>>,
    findings: Vec<FindingOut<'a>>,
}

impl<'a> Document<'a> {
    fn of(examined: &'a Examined) -> Self {
        let document = Self {
            path: &examined.path,
            sha256: examined.sha256.as_deref(),
            format: examined.format,
            examined: false,
            unexamined_reason: None,
            language: None,
            kind: None,
            title: None,
            date: None,
            public_body: None,
            pages: None,
            unread_pages: &[],
            troubles: &[],
            metadata: None,
            sections: Vec::new(),
            items: Vec::new(),
            citations: Vec::new(),
            findings: Vec::new(),
        };
        match &examined.outcome {
            Outcome::Unexamined(why) => Self { unexamined_reason: Some(why.reason), ..document },
            Outcome::Read(reading) => document.with(reading),
        }
    }

    fn with(self, reading: &'a Reading) -> Self {
        let notice = &reading.notice;
        let script = &notice.script;
        let profile = &notice.profile;
        Self {
            examined: true,
            language: Some(profile.language),
            kind: Some(profile.kind),
            title: profile.title.as_deref(),
            date: profile.date.as_ref().map(|date| date.iso.as_str()),
            public_body: Some(profile.public_body),
            pages: reading.pages,
            unread_pages: &reading.unread_pages,
            troubles: &reading.troubles,
            metadata: reading.about.as_ref(),
            sections: notice.outline.sections.iter().map(|s| SectionOut::of(s, script)).collect(),
            items: notice.items.iter().map(|item| ItemOut::of(item, script)).collect(),
            citations: notice.citations.iter().map(|c| CitationOut::of(c, script)).collect(),
            findings: reading.findings.iter().map(|f| FindingOut::of(f, script)).collect(),
            ..self
        }
    }
}

#[derive(Serialize)]
struct SectionOut<'a> {
    number: Option<&'a str>,
    heading: &'a str,
    level: u8,
    kinds: &'a [Kind],
    place: Place,
}

impl<'a> SectionOut<'a> {
    /// The place is that of the whole section: from its heading to the end of its text.
    fn of(section: &'a Section, script: &Script) -> Self {
        Self {
            number: section.number.as_deref(),
            heading: &section.heading,
            level: section.level,
            kinds: &section.kinds,
            place: script.place(trimmed(section.heading_span.to(section.body), script)),
        }
    }
}

#[derive(Serialize)]
struct ItemOut<'a> {
    item: Item,
    article: &'static str,
    status: Status,
    reason: Option<&'a str>,
    evidence: Vec<Evidence>,
    searched: Vec<SearchedOut<'a>>,
}

#[derive(Serialize)]
struct Evidence {
    place: Place,
    quote: String,
}

#[derive(Serialize)]
struct SearchedOut<'a> {
    place: Place,
    why_not: &'a str,
}

impl<'a> ItemOut<'a> {
    fn of(found: &'a ItemFound, script: &Script) -> Self {
        let evidence =
            |span: &Span| Evidence { place: script.place(*span), quote: quote(*span, script) };
        let searched = found.searched.iter().map(|searched| SearchedOut {
            place: script.place(searched.span),
            why_not: &searched.why_not,
        });
        Self {
            item: found.item,
            article: found.item.article(),
            status: found.status,
            reason: found.reason.as_deref(),
            evidence: found.evidence.iter().map(evidence).collect(),
            searched: searched.collect(),
        }
    }
}

#[derive(Serialize)]
struct CitationOut<'a> {
    quote: String,
    id: Option<&'a str>,
    name: Option<&'a str>,
    section: Option<&'a str>,
    status: CitationStatus,
    repealed_on: Option<&'a str>,
    replaced_by: &'a [String],
    /// Other acts of the same title that could be meant; not part of the contract's first version.
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    others: &'a [String],
    place: Place,
}

impl<'a> CitationOut<'a> {
    fn of(citation: &'a Citation, script: &Script) -> Self {
        Self {
            quote: quote(citation.span, script),
            id: citation.id.as_deref(),
            name: citation.name.as_deref(),
            section: citation.section.as_deref(),
            status: citation.status,
            repealed_on: citation.repealed_on.as_deref(),
            replaced_by: &citation.replaced_by,
            others: &citation.others,
            place: script.place(citation.span),
        }
    }
}

#[derive(Serialize)]
pub(super) struct FindingOut<'a> {
    rule: &'a str,
    catalogue: Option<&'a str>,
    term: Option<&'a str>,
    level: Level,
    confidence: Confidence,
    item: Option<Item>,
    message: &'a str,
    help: &'a str,
    basis: &'a str,
    place: Option<Place>,
    related: Vec<RelatedOut<'a>>,
    also: &'a [String],
    fix: Option<&'a Fix>,
    ocr: Option<u8>,
    fingerprint: &'a str,
    suppressed: Option<&'a Suppressed>,
    baseline: &'static str,
}

#[derive(Serialize)]
struct RelatedOut<'a> {
    place: Place,
    message: &'a str,
}

impl<'a> FindingOut<'a> {
    pub(super) fn of(finding: &'a Finding, script: &Script) -> Self {
        let related = finding.related.iter().map(|related| RelatedOut {
            place: script.place(related.span),
            message: &related.message,
        });
        Self {
            rule: &finding.rule,
            catalogue: finding.catalogue.as_deref(),
            term: finding.term.as_deref(),
            level: finding.level,
            confidence: finding.confidence,
            item: finding.item,
            message: &finding.message,
            help: &finding.help,
            basis: &finding.basis,
            place: finding.span.map(|span| script.place(span)),
            related: related.collect(),
            also: &finding.also,
            fix: finding.fix.as_ref(),
            ocr: finding.ocr,
            fingerprint: &finding.fingerprint,
            suppressed: finding.suppressed.as_ref(),
            baseline: if finding.known { "known" } else { "new" },
        }
    }
}

/// The words of a span in one line.
fn quote(span: Span, script: &Script) -> String {
    on_one_line(span.of(&script.text))
}

/// The span without the blank at its end.
fn trimmed(span: Span, script: &Script) -> Span {
    Span::new(span.start, span.start + span.of(&script.text).trim_end().len())
}
