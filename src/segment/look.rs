//! The looks of a line by which a document shows its habit: labels with values, questions, short lines over paragraphs.

use std::ops::Range;

use super::candidate::{Candidate, MOST_LABEL_WORDS, View};
use crate::canon::Fit;

/// A heading in words of its own may be a clause.
const MOST_STANDING_WORDS: usize = 8;
/// A heading that nothing sets off from the text is short.
const MOST_BARE_WORDS: usize = 6;
/// A question that opens a section is short.
const MOST_ASKED_WORDS: usize = 10;

/// A short row over a paragraph.
#[derive(Debug, Clone, Copy)]
pub(super) struct Standing {
    /// Whether the two are about something that a notice has a section for.
    pub(super) known: bool,
    /// Whether the paragraph is written in sentences.
    pub(super) sentences: bool,
    /// Whether a blank line stands between the two.
    pub(super) apart: bool,
}

impl View<'_> {
    /// Whether a whole row is a known heading in a few words that stands as one.
    pub(super) fn is_bare(&self, candidate: &Candidate) -> bool {
        let row = &self.rows[candidate.row];
        let last = &self.rows[candidate.last_row];
        let reading = &candidate.reading;
        let set_off = row.above > 0 || reading.fit >= Fit::Cue || self.ends_with(last, &[':']);
        !candidate.glued
            && !row.bullet
            && row.number.is_none()
            && reading.fit >= Fit::Hint
            && reading.coverage >= 0.9
            && !reading.title
            && set_off
            && candidate.words.len() <= MOST_BARE_WORDS
            && self.text[row.text.start..].starts_with(char::is_uppercase)
            && !self.ends_with(last, &['.', ',', ';'])
            && !self.scan.is_sentence(&candidate.words)
            && !self.continues(candidate.row, true)
    }

    /// The words of the paragraph over which a short row stands as its heading, whatever it says.
    fn stands_over(&self, candidate: &Candidate) -> Option<Range<usize>> {
        let row = &self.rows[candidate.row];
        let last = &self.rows[candidate.last_row];
        let written = candidate.span.of(self.text);
        let looks = !candidate.glued
            && !row.bullet
            && row.number.is_none()
            && row.above > 0
            && last.below <= 1
            && candidate.words.len() <= MOST_STANDING_WORDS
            && written.starts_with(char::is_uppercase)
            && !written.contains(['@', ',', ';', ':'])
            && !written.contains(|c: char| c.is_ascii_digit())
            && !written.contains(". ")
            && !written.ends_with('.')
            && !candidate.reading.names_document;
        let below = &self.rows[candidate.last_row + 1..];
        // The first line of a paragraph goes on below.
        let goes_on = below.first().is_some_and(|next| next.bullet || self.begins_small(next));
        let paragraph = below.iter().enumerate().take_while(|(at, row)| *at == 0 || row.above == 0);
        let (_, end) = paragraph.last().filter(|_| looks && !goes_on)?;
        Some(candidate.words.end..end.words.end)
    }

    /// Whether a sentence stands in the row below.
    pub(super) fn is_over_sentence(&self, candidate: &Candidate) -> bool {
        self.rows.get(candidate.last_row + 1).is_some_and(|below| {
            !below.bullet && below.number.is_none() && self.scan.is_sentence(&below.words)
        })
    }

    /// How a short row stands over a paragraph, if it does.
    pub(super) fn standing(&self, candidate: &Candidate) -> Option<Standing> {
        let body = self.stands_over(candidate)?;
        let sentences = self.scan.is_sentence(&body);
        let reading = self.scan.read_with_body(candidate.words.clone(), body, &[]);
        let apart = self.rows[candidate.last_row].below > 0;
        Some(Standing { known: reading.fit > Fit::Nothing, sentences, apart })
    }

    /// Whether a row is the beginning of a numbered paragraph ("9.1 Jokainen voi pyytää …"), not a heading.
    pub(super) fn is_paragraph(&self, candidate: &Candidate) -> bool {
        let last = &self.rows[candidate.last_row];
        let long = candidate.words.len() > MOST_ASKED_WORDS || self.goes_on(candidate.last_row);
        !candidate.glued
            && candidate.reading.fit < Fit::Variant
            && !self.ends_with(last, &['?', ':'])
            && (self.ends_with(last, &['.', ';', ',']) || long)
    }

    /// Whether the row below goes on with the sentence of a row.
    fn goes_on(&self, at: usize) -> bool {
        self.rows.get(at + 1).is_some_and(|next| {
            next.above == 0 && next.number.is_none() && !next.bullet && self.begins_small(next)
        })
    }

    /// Whether a row is a known label with its value behind it.
    pub(super) fn is_label_row(&self, candidate: &Candidate) -> bool {
        let row = &self.rows[candidate.row];
        candidate.glued
            && row.number.is_none()
            && !row.bullet
            && candidate.reading.fit >= Fit::Cue
            && candidate.reading.coverage >= 0.99
            && !candidate.reading.names_document
            && candidate.words.len() <= MOST_LABEL_WORDS
            && self.text[row.text.start..].starts_with(char::is_uppercase)
            && !self.continues(candidate.row, true)
    }

    /// Whether a whole row is a short question, in whatever words.
    pub(super) fn asks(&self, candidate: &Candidate) -> bool {
        let row = &self.rows[candidate.row];
        !candidate.glued
            && row.words.len() <= MOST_ASKED_WORDS
            && self.ends_with(&self.rows[candidate.last_row], &['?'])
            && self.text[row.text.start..].starts_with(char::is_uppercase)
            && !self.continues(candidate.row, true)
    }
}
