//! Findings as diagnostics.

use lsp_types::{
    Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, DiagnosticTag, Location,
    NumberOrString, Range,
};

use super::client::Client;
use super::document::{Open, Seen};
use super::text::{Encoding, Text};
use super::view::View;
use crate::finding::{Finding, Level};
use crate::law::Problem;
use crate::report::NOT_EXAMINED;
use crate::rule::{Rule, RuleKind, SuppressionFault};
use crate::{Examined, Outcome};

/// What is told of a document.
pub(super) fn of(open: &Open, seen: &Seen, client: &Client) -> Vec<Diagnostic> {
    match seen {
        Seen::LeftOut => Vec::new(),
        Seen::Unready(why) => {
            let first = why.errors.first().map(ToString::to_string).unwrap_or_default();
            vec![not_examined(why.language.pick([
                format!("Asiakirjaa ei tutkittu, sillä asetuksissa on virhe: {first}"),
                format!("Dokumentet granskades inte, för inställningarna har ett fel: {first}"),
                format!(
                    "The document was not examined, for the configuration has a mistake: {first}"
                ),
            ]))]
        }
        Seen::Examined(choices, examined) => match &examined.outcome {
            Outcome::Unexamined(why) => vec![not_examined(why.sentence(choices.base.language))],
            Outcome::Read(_) => View::of(open, seen, client)
                .map(|view| view.findings().map(|(f, at)| diagnostic(&view, f, at)).collect())
                .unwrap_or_default(),
        },
    }
}

/// What is told of a configuration whose suppressions are at fault.
pub(super) fn of_configuration(examined: &Examined, encoding: Encoding) -> Vec<Diagnostic> {
    let Outcome::Read(reading) = &examined.outcome else { return Vec::new() };
    let script = &reading.notice.script;
    let text = Text::new(script.text.clone(), encoding);
    let counting = reading.findings.iter().filter(|finding| finding.counts());
    counting
        .map(|finding| {
            let bytes = finding.span.map_or(0..0, |span| span.start..span.end);
            plain(finding, text.range(bytes))
        })
        .collect()
}

/// A mistake in a file that people write.
pub(super) fn mistake(line: usize, message: &str) -> Diagnostic {
    let line = u32::try_from(line.saturating_sub(1)).unwrap_or_default();
    let range = Range::new(
        lsp_types::Position::new(line, 0),
        lsp_types::Position::new(line, u32::MAX >> 1),
    );
    Diagnostic {
        range,
        severity: Some(DiagnosticSeverity::ERROR),
        source: Some("seloste".to_owned()),
        message: message.to_owned(),
        ..Diagnostic::default()
    }
}

/// The finding as it is told at its place.
pub(super) fn diagnostic(view: &View<'_>, finding: &Finding, at: Range) -> Diagnostic {
    let tag = view.rule(finding).and_then(tag).filter(|tag| view.client.shows_tag(tag));
    let related: Vec<DiagnosticRelatedInformation> = finding
        .related
        .iter()
        .map(|related| DiagnosticRelatedInformation {
            location: Location::new(view.open.uri.clone(), view.place(Some(related.span))),
            message: related.message.clone(),
        })
        .collect();
    Diagnostic {
        related_information: (view.client.shows_related() && !related.is_empty())
            .then_some(related),
        tags: tag.map(|tag| vec![tag]),
        ..plain(finding, at)
    }
}

fn plain(finding: &Finding, range: Range) -> Diagnostic {
    Diagnostic {
        range,
        severity: Some(severity(finding.level)),
        code: Some(NumberOrString::String(finding.rule.clone())),
        source: Some("seloste".to_owned()),
        message: finding.message.clone(),
        ..Diagnostic::default()
    }
}

fn severity(level: Level) -> DiagnosticSeverity {
    match level {
        Level::Error => DiagnosticSeverity::ERROR,
        Level::Warning => DiagnosticSeverity::WARNING,
        Level::Note => DiagnosticSeverity::INFORMATION,
    }
}

/// What the words at the place are: out of date, or there for nothing.
fn tag(rule: &Rule) -> Option<DiagnosticTag> {
    match &rule.kind {
        RuleKind::Term { .. } | RuleKind::Citation { problem: Problem::Repealed } => {
            Some(DiagnosticTag::DEPRECATED)
        }
        RuleKind::Suppression {
            suppression: SuppressionFault::Unused | SuppressionFault::Expired,
        } => Some(DiagnosticTag::UNNECESSARY),
        _ => None,
    }
}

/// What was not examined must not look clean.
fn not_examined(message: String) -> Diagnostic {
    Diagnostic {
        severity: Some(DiagnosticSeverity::ERROR),
        code: Some(NumberOrString::String(NOT_EXAMINED.to_owned())),
        source: Some("seloste".to_owned()),
        message,
        ..Diagnostic::default()
    }
}
