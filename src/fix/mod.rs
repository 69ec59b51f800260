//! Repairs are written: the fixes of findings become edits of the document's source, and its new bytes.

use crate::extract::Source;
use crate::finding::{Finding, Safety};
use crate::layout::Script;
use crate::place::Span;

/// One change of a document's source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes of the decoded source that go.
    pub span: Span,
    /// What comes in their place.
    pub replacement: String,
    /// Who may write it.
    pub safety: Safety,
    /// Index of the finding that it repairs.
    pub finding: usize,
}

/// The edits that repair findings, in order of place, none over another: those that are `least` safe or safer.
///
/// What a person has put aside, and what was there before, is left as it is. Where two repairs meet, the safer one
/// holds, then the one that begins first, then the longer one, then that of the earlier finding.
pub fn edits(script: &Script, findings: &[Finding], least: Safety) -> Vec<Edit> {
    let counting = findings.iter().enumerate().filter(|(_, finding)| finding.counts());
    let mut edits: Vec<Edit> = counting
        .flat_map(|(index, finding)| finding.fixes().map(move |fix| (index, fix)))
        .filter(|(_, (_, fix))| fix.safety >= least)
        .filter_map(|(finding, (span, fix))| {
            let span = script.in_source(span)?;
            Some(Edit { span, replacement: fix.replacement.clone(), safety: fix.safety, finding })
        })
        .collect();
    edits.sort_by_key(|edit| {
        let Edit { span, safety, finding, .. } = edit;
        (std::cmp::Reverse(*safety), span.start, std::cmp::Reverse(span.end), *finding)
    });
    let mut kept: Vec<Edit> = Vec::new();
    for edit in edits {
        if !kept.iter().any(|other| other.span.overlaps(edit.span)) {
            kept.push(edit);
        }
    }
    kept.sort_by_key(|edit| edit.span.start);
    kept
}

/// The text with its edits made.
pub fn edited(text: &str, edits: &[Edit]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        // Edits of another text may miss a letter's edge; they are left out.
        let kept = text
            .get(at..edit.span.start)
            .filter(|_| text.get(edit.span.start..edit.span.end).is_some());
        let Some(kept) = kept else { continue };
        out.push_str(kept);
        out.push_str(&edit.replacement);
        at = edit.span.end;
    }
    out.push_str(&text[at..]);
    out
}

/// Why a document cannot be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Its bytes do not come back the same from their encoding.
    Encoding,
    /// Its encoding lacks a letter of what was to be written.
    Letter,
}

/// The bytes of a document with its edits made; encoding, byte order mark and line ends stay as they are.
///
/// # Errors
/// When something else than the edits would change.
pub fn rewritten(bytes: &[u8], edits: &[Edit]) -> Result<Vec<u8>, Refusal> {
    let source = Source::read(bytes).ok_or(Refusal::Encoding)?;
    source.written(&edited(&source.text, edits)).ok_or(Refusal::Letter)
}

#[cfg(test)]
mod tests;
