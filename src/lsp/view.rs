//! A document that was read, as the answers to the client look at it.

use super::client::Client;
use super::desk::Choices;
use super::document::{Open, Seen};
use crate::finding::Finding;
use crate::language::Language;
use crate::layout::{Line, Role, Script};
use crate::place::Span;
use crate::rule::Rule;
use crate::{Examined, Outcome, Reading};

/// A document that was read, with all that an answer needs.
#[derive(Debug, Clone, Copy)]
pub(super) struct View<'a> {
    pub(super) open: &'a Open,
    pub(super) choices: &'a Choices,
    pub(super) examined: &'a Examined,
    pub(super) reading: &'a Reading,
    pub(super) client: &'a Client,
}

impl<'a> View<'a> {
    /// The view of what was seen; nothing where it was not read.
    pub(super) fn of(open: &'a Open, seen: &'a Seen, client: &'a Client) -> Option<Self> {
        let Seen::Examined(choices, examined) = seen else { return None };
        let Outcome::Read(reading) = &examined.outcome else { return None };
        Some(Self { open, choices, examined, reading, client })
    }

    pub(super) fn language(&self) -> Language {
        self.choices.base.language
    }

    /// The findings that count, each with its place.
    pub(super) fn findings(&self) -> impl Iterator<Item = (&'a Finding, lsp_types::Range)> {
        let found = self.reading.findings.iter().filter(|finding| finding.counts());
        found.map(|finding| (finding, self.place(finding.span)))
    }

    /// The findings at a position, or at one of a range.
    pub(super) fn findings_at(
        &self,
        range: lsp_types::Range,
    ) -> impl Iterator<Item = (&'a Finding, lsp_types::Range)> {
        self.findings().filter(move |(_, at)| at.start <= range.end && range.start <= at.end)
    }

    pub(super) fn rule(&self, finding: &Finding) -> Option<&'a Rule> {
        self.choices.rules.rules.iter().find(|rule| rule.name == finding.rule)
    }

    /// The place of a span; what has none stands at the first line that says something.
    pub(super) fn place(&self, span: Option<Span>) -> lsp_types::Range {
        let script = self.script();
        let first = || {
            let says = |line: &&Line| {
                line.role != Role::Furniture && !line.span.of(&script.text).trim().is_empty()
            };
            script.lines.iter().find(says).map_or(Span::new(0, 0), |line| line.span)
        };
        let source = script.around_in_source(span.unwrap_or_else(first));
        self.range(source.unwrap_or(Span::new(0, 0)))
    }

    /// Where the words of a span stand in the source, if they stand there as they are.
    pub(super) fn in_source(&self, span: Span) -> Option<lsp_types::Range> {
        self.script().in_source(span).map(|source| self.range(source))
    }

    /// Bytes of the source as a range of the editor's text, where a mark of the encoding may stand before them.
    pub(super) fn range(&self, source: Span) -> lsp_types::Range {
        let text = &self.open.text;
        let mark = if text.as_str().starts_with(MARK) { MARK.len_utf8() } else { 0 };
        text.range(source.start + mark..source.end + mark)
    }

    fn script(&self) -> &'a Script {
        &self.reading.notice.script
    }
}

/// The mark of an encoding, which is no part of a text.
const MARK: char = '\u{feff}';
