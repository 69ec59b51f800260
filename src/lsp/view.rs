//! A document that was read, as the answers to the client look at it.

use std::ops::Range;

use lsp_types::Position;

use super::client::Client;
use super::desk::Choices;
use super::document::{Open, Seen};
use crate::finding::Finding;
use crate::language::Language;
use crate::layout::Role;
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
        let first = || {
            let script = &self.reading.notice.script;
            let says = |line: &&crate::layout::Line| {
                line.role != Role::Furniture && !line.span.of(&script.text).trim().is_empty()
            };
            script.lines.iter().find(says).map_or(Span::new(0, 0), |line| line.span)
        };
        self.open.text.range(self.bytes(span.unwrap_or_else(first)))
    }

    pub(super) fn position(&self, at: usize) -> Position {
        self.open.text.position(self.bytes(Span::new(at, at)).start)
    }

    /// The bytes of the source in which a span of the text stands, with the marks between its words.
    fn bytes(&self, span: Span) -> Range<usize> {
        let script = &self.reading.notice.script;
        let found = script.around_in_source(span).unwrap_or(Span::new(0, 0));
        // A byte order mark is no part of the text.
        let length = script.source().map_or(0, str::len);
        let before = self.open.text.as_str().len().saturating_sub(length);
        found.start + before..found.end + before
    }
}
