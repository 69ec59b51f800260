//! The pipeline: one document through all stages.

use std::panic::{AssertUnwindSafe, catch_unwind};

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use crate::check::suppress::{self, Suppression};
use crate::check::{self, Context, RuleSet};
use crate::config::Config;
use crate::extract::about::About;
use crate::extract::{self, Content, Format, Limits, Trouble, Unexamined, UnexaminedReason};
use crate::finding::{self, Finding};
use crate::finnish::words::words;
use crate::language::Language;
use crate::layout::{self, Script};
use crate::recognise::{self, Notice};
use crate::rule::{Selection, hex};
use crate::segment;
use crate::source::{Document, ReadError};

/// What a run asks for, beside the rules.
#[derive(Debug, Clone)]
pub struct Request {
    /// The day on which the law is looked at.
    pub as_of: Date,
    /// The day that it is, where `as_of` is an earlier one to which the user is pinned: what the law has changed since
    /// is told as well.
    pub today: Option<Date>,
    /// The last day of the time ahead for which repeals that are known are told.
    pub horizon: Option<Date>,
    /// The language of messages.
    pub language: Language,
    /// What a document may cost.
    pub limits: Limits,
    /// Which rules speak.
    pub selection: Selection,
    /// What the configuration puts aside in this document.
    pub suppressions: Vec<Suppression>,
}

impl Request {
    /// What is asked of the document at `path`: the choices of a configuration for it, with those of this request laid
    /// over them.
    #[must_use]
    pub fn within(&self, config: &Config, path: &str) -> Self {
        let selection = config.selection(path).with(&self.selection);
        let holds = config.suppressed(path);
        let held = config.suppressions().zip(holds).filter(|(_, holds)| *holds);
        let suppressions = held.map(|(suppression, _)| suppression.clone()).collect();
        Self { selection, suppressions, ..self.clone() }
    }

    fn context(&self) -> Context {
        Context { as_of: self.as_of, horizon: self.horizon, language: self.language }
    }
}

/// One document, examined or not.
#[derive(Debug)]
pub struct Examined {
    /// The path as it was given.
    pub path: String,
    /// SHA-256 of the bytes in hexadecimal; `None` when they could not be read.
    pub sha256: Option<String>,
    /// The format by content; `None` when there was nothing to tell it by.
    pub format: Option<Format>,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a document.
#[derive(Debug)]
pub enum Outcome {
    /// It was read.
    Read(Box<Reading>),
    /// It was not, and never looks like a clean one.
    Unexamined(Unexamined),
}

/// A document that was read.
#[derive(Debug)]
pub struct Reading {
    /// What was understood.
    pub notice: Notice,
    /// What is wrong, in order of place.
    pub findings: Vec<Finding>,
    /// Number of pages, in formats that have them.
    pub pages: Option<u32>,
    /// Pages that could not be read.
    pub unread_pages: Vec<u32>,
    /// What the file says of itself, in formats that do.
    pub about: Option<About>,
    /// Of the request's suppressions, which met a finding.
    pub suppressions_met: Vec<bool>,
    /// What troubled the reading without stopping it.
    pub troubles: Vec<Trouble>,
}

/// Examines one document: bytes in, findings out.
///
/// Whatever goes wrong inside, a fault of ours included, becomes a document that was not examined.
pub fn examine(document: Document, rules: &RuleSet, request: &Request) -> Examined {
    let Document { path, bytes } = document;
    let sha256 = bytes.as_ref().ok().map(|bytes| hex(&Sha256::digest(bytes)));
    let format = bytes.as_ref().ok().map(|bytes| extract::format_of(bytes, &path));
    let read = bytes.map_err(|why| Unexamined::new(unread(&why), "")).and_then(|bytes| {
        catch_unwind(AssertUnwindSafe(|| read(&bytes, &path, rules, request)))
            .unwrap_or_else(|_| Err(Unexamined::new(UnexaminedReason::Fault, "")))
    });
    let outcome = match read {
        Ok(reading) => Outcome::Read(Box::new(reading)),
        Err(why) => Outcome::Unexamined(why),
    };
    Examined { path, sha256, format, outcome }
}

/// A repository's configuration as a document of its own, with what is found fault with in it.
pub fn configuration(path: String, text: &str, mut findings: Vec<Finding>) -> Examined {
    let script = Script::plain(text.to_owned());
    let notice = Notice::unread(script);
    finding::stamp(&mut findings, &words(text));
    let reading = Reading {
        notice,
        findings,
        pages: None,
        unread_pages: Vec::new(),
        about: None,
        suppressions_met: Vec::new(),
        troubles: Vec::new(),
    };
    let sha256 = Some(hex(&Sha256::digest(text)));
    let outcome = Outcome::Read(Box::new(reading));
    Examined { path, sha256, format: Some(Format::Config), outcome }
}

/// The text of one document in reading order, and the pages of it that could not be read: the first two stages,
/// which need no rules.
///
/// # Errors
/// When there is nothing to read; the reason says why.
pub fn script(document: Document, limits: &Limits) -> Result<(Script, Vec<u32>), Unexamined> {
    let Document { path, bytes } = document;
    let bytes = bytes.map_err(|why| Unexamined::new(unread(&why), ""))?;
    let laid_out = || {
        let extracted = extract::extract(&bytes, &path, limits)?;
        let unread_pages = extracted.unread_pages.clone();
        let mut script = layout::script(extracted);
        segment::mark_furniture(&mut script);
        Ok((script, unread_pages))
    };
    catch_unwind(AssertUnwindSafe(laid_out))
        .unwrap_or_else(|_| Err(Unexamined::new(UnexaminedReason::Fault, "")))
}

/// The stages in their order.
fn read(
    bytes: &[u8],
    name: &str,
    rules: &RuleSet,
    request: &Request,
) -> Result<Reading, Unexamined> {
    let extracted = extract::extract(bytes, name, &request.limits)?;
    let pages = match &extracted.content {
        Content::Pages(pages) => u32::try_from(pages.len()).ok(),
        Content::Text(_) | Content::Markdown(_) | Content::Flow(_) => None,
    };
    let unread_pages = extracted.unread_pages.clone();
    let troubles = extracted.troubles.clone();
    let about = extracted.about.clone();
    let script = layout::script(extracted);
    let in_part = !unread_pages.is_empty();
    let notice =
        recognise::notice(script, &rules.knowledge, request.as_of, request.language, in_part);
    let context = request.context();
    let mut findings = check::all(&notice, rules, &context);
    if let Some(today) = request.today.filter(|today| *today > request.as_of) {
        findings.extend(since_pin(&notice, today, &findings, rules, request));
        findings.sort_by(|a, b| (a.span, &a.rule).cmp(&(b.span, &b.rule)));
    }
    let entries = &request.suppressions;
    let suppressions_met =
        suppress::by_entries(&mut findings, entries, &notice, &rules.rules, request.as_of);
    request.selection.apply(&mut findings, &rules.rules);
    Ok(Reading { notice, findings, pages, unread_pages, about, suppressions_met, troubles })
}

/// What today's law finds beyond that of the pinned day.
fn since_pin(
    notice: &Notice,
    today: Date,
    pinned: &[Finding],
    rules: &RuleSet,
    request: &Request,
) -> Vec<Finding> {
    let language = request.language;
    let script = notice.script.clone();
    let later = recognise::notice(script, &rules.knowledge, today, language, false);
    let context = Context { as_of: today, ..request.context() };
    let later = check::all(&later, rules, &context);
    check::since(pinned, later, &rules.rules, request.as_of, language)
}

fn unread(why: &ReadError) -> UnexaminedReason {
    match why {
        ReadError::TooLarge => UnexaminedReason::TooLarge,
        ReadError::Io(_) => UnexaminedReason::NotOpened,
    }
}
