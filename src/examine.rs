//! The pipeline: one document through all stages.

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use crate::check::{self, Context, RuleSet};
use crate::extract::{Format, Trouble, UnexaminedReason};
use crate::finding::Finding;
use crate::language::Language;
use crate::layout::Script;
use crate::recognise::{self, Notice};
use crate::rule::hex;
use crate::source::{Document, ReadError};

/// What a run asks for, beside the rules.
#[derive(Debug, Clone)]
pub struct Request {
    /// The day on which the law is looked at.
    pub as_of: Date,
    /// The language of messages.
    pub language: Language,
    /// The most bytes a document may have.
    pub max_size: u64,
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
    Unexamined(UnexaminedReason),
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
    /// What troubled the reading without stopping it.
    pub troubles: Vec<Trouble>,
}

/// Examines one document: bytes in, findings out.
pub fn examine(document: Document, rules: &RuleSet, request: &Request) -> Examined {
    let Document { path, bytes } = document;
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(why) => {
            let outcome = Outcome::Unexamined(unread(&why));
            return Examined { path, sha256: None, format: None, outcome };
        }
    };
    let sha256 = Some(hex(&Sha256::digest(&bytes)));
    let script = Script::plain(String::from_utf8_lossy(&bytes).into_owned());
    let notice =
        recognise::notice(script, &rules.knowledge, request.as_of, request.language, false);
    let context = Context { as_of: request.as_of, language: request.language };
    let findings = check::all(&notice, rules, &context);
    let reading =
        Reading { notice, findings, pages: None, unread_pages: Vec::new(), troubles: Vec::new() };
    Examined { path, sha256, format: Some(Format::Text), outcome: Outcome::Read(Box::new(reading)) }
}

fn unread(why: &ReadError) -> UnexaminedReason {
    match why {
        ReadError::TooLarge => UnexaminedReason::TooLarge,
        ReadError::Io(_) => UnexaminedReason::Unreadable,
    }
}
