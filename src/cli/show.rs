//! `seloste show`: what a stage saw of one document.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::process::ExitCode;

use super::args::{ShowArgs, Stage};
use super::check::rules;
use super::clock::today;
use super::failure::Failure;
use crate::extract::{Limits, Unexamined};
use crate::layout::{Role, Script, tick_boxes};
use crate::place::{Span, on_one_line};
use crate::recognise::Notice;
use crate::report::name_of;
use crate::rule::Selection;
use crate::source::{Document, inputs};
use crate::{Outcome, Request, examine, script};

/// Characters of a quotation.
const QUOTED: usize = 70;

pub(super) fn run(args: &ShowArgs) -> Result<ExitCode, Failure> {
    let limits = args.reading.limits();
    let inputs = inputs(std::slice::from_ref(&args.path), "-", |_| false);
    let documents = inputs.documents.iter().map(|input| Document::read(input, limits.max_size));
    match args.stage {
        Stage::Lines => laid_out(documents, args, &limits, lines),
        Stage::Text => laid_out(documents, args, &limits, text),
        Stage::Boxes => laid_out(documents, args, &limits, boxes),
        Stage::Outline => understood(documents, args, &limits, outline),
        Stage::Items => understood(documents, args, &limits, items),
        Stage::Facts => understood(documents, args, &limits, facts),
        Stage::Citations => understood(documents, args, &limits, citations),
    }
}

/// Shows what needs no rules.
fn laid_out(
    documents: impl Iterator<Item = Document>,
    args: &ShowArgs,
    limits: &Limits,
    shown: fn(&Script) -> String,
) -> Result<ExitCode, Failure> {
    print(documents, args, |document| {
        let (script, unread_pages) = script(document, limits)?;
        Ok((shown(&script), unread_pages))
    })
}

/// Shows what only the rules make of a document.
fn understood(
    documents: impl Iterator<Item = Document>,
    args: &ShowArgs,
    limits: &Limits,
    shown: fn(&Notice) -> String,
) -> Result<ExitCode, Failure> {
    let rules = rules(args.rules.as_deref())?;
    let request = Request {
        as_of: args.as_of.unwrap_or_else(today),
        today: None,
        horizon: None,
        language: args.lang,
        limits: limits.clone(),
        selection: Selection::default(),
        suppressions: Vec::new(),
    };
    print(documents, args, |document| match examine(document, &rules, &request).outcome {
        Outcome::Read(reading) => Ok((shown(&reading.notice), reading.unread_pages)),
        Outcome::Unexamined(why) => Err(why),
    })
}

/// Prints the documents one by one; one that was not read, or not whole, makes the exit code 3.
fn print(
    documents: impl Iterator<Item = Document>,
    args: &ShowArgs,
    shown: impl Fn(Document) -> Result<(String, Vec<u32>), Unexamined>,
) -> Result<ExitCode, Failure> {
    let mut code = ExitCode::SUCCESS;
    for document in documents {
        let path = document.path.clone();
        match shown(document) {
            Ok((text, unread_pages)) => {
                io::stdout().lock().write_all(text.as_bytes())?;
                if !unread_pages.is_empty() {
                    code = ExitCode::from(3);
                }
            }
            Err(why) => {
                writeln!(io::stderr().lock(), "{path}: {}", why.sentence(args.lang))?;
                code = ExitCode::from(3);
            }
        }
    }
    Ok(code)
}

/// Every line with its number, page, role and box: what the line numbers of a finding mean.
fn lines(script: &Script) -> String {
    let mut out = String::new();
    for line in &script.lines {
        let number = script.line_number(line.span.start);
        let page = line.page.map(|page| format!("s.{page} ")).unwrap_or_default();
        let role = match line.role {
            Role::Body => String::new(),
            Role::Label => "[label] ".to_owned(),
            Role::Heading(level) => format!("[heading {level}] "),
            Role::Furniture => "[furniture] ".to_owned(),
        };
        let bbox = line.bbox.map_or_else(String::new, |b| {
            format!("({:.0},{:.0},{:.0},{:.0}) ", b.0, b.1, b.2, b.3)
        });
        let text = line.span.of(&script.text);
        let links = script.links.iter().filter(|link| line.span.contains(link.span.start));
        let targets: Vec<&str> = links.flat_map(|link| [" → ", &link.target]).collect();
        let links = targets.concat();
        let _ = writeln!(out, "{number:>5} {page}{bbox}{role}{text}{links}");
    }
    out
}

/// The reading order, running headers and page numbers left out.
fn text(script: &Script) -> String {
    let mut out = String::new();
    for line in script.lines.iter().filter(|line| line.role != Role::Furniture) {
        let _ = writeln!(out, "{}", line.span.of(&script.text));
    }
    out
}

/// Every tick box: its state, its option and what is asked.
fn boxes(script: &Script) -> String {
    let mut out = String::new();
    for found in tick_boxes(script) {
        let line = script.line_number(found.span.start);
        let [option, asked] = [Some(found.option), found.group]
            .map(|span| span.map_or("–", |s| s.of(&script.text)));
        let (option, asked) = (on_one_line(option), on_one_line(asked));
        let _ = writeln!(out, "{line:>5} {:<11} {option} · {asked}", name_of(&found.state));
    }
    out
}

fn outline(notice: &Notice) -> String {
    let profile = &notice.profile;
    let mut out = format!(
        "{} · {} · {}\n",
        profile.title.as_deref().unwrap_or("–"),
        name_of(&profile.kind),
        profile.date.as_ref().map_or("–", |date| &date.iso),
    );
    for section in &notice.outline.sections {
        let place = notice.script.place(section.heading_span.to(section.body));
        let kinds: Vec<String> = section.kinds.iter().map(name_of).collect();
        let _ = writeln!(
            out,
            "{:>5}–{:<5} {}{} {}  [{}] {}",
            place.line.unwrap_or_default(),
            place.end_line.unwrap_or_default(),
            "  ".repeat(usize::from(section.level.saturating_sub(1))),
            section.number.as_deref().unwrap_or("·"),
            section.heading,
            kinds.join(", "),
            name_of(&section.confidence),
        );
    }
    out
}

fn items(notice: &Notice) -> String {
    let mut out = String::new();
    for found in &notice.items {
        let evidence = found.evidence.first().map(|span| quoted(notice, *span)).unwrap_or_default();
        let reason = found.reason.as_deref().unwrap_or_default();
        let _ = writeln!(
            out,
            "{:<24} {:<15} {:<7} {evidence} {reason}",
            name_of(&found.item),
            name_of(&found.status),
            name_of(&found.confidence),
        );
    }
    out
}

fn facts(notice: &Notice) -> String {
    let mut out = String::new();
    for fact in &notice.facts {
        let told = [
            (fact.negated, "negated"),
            (fact.hedged, "hedged"),
            (fact.conditional, "conditional"),
            (fact.only, "only"),
        ];
        let told: Vec<_> = told.iter().filter(|(is, _)| *is).map(|(_, name)| *name).collect();
        let _ =
            writeln!(out, "{:<28} {:<20} {}", fact.name, told.join(" "), quoted(notice, fact.span));
    }
    out
}

fn citations(notice: &Notice) -> String {
    let mut out = String::new();
    for citation in &notice.citations {
        let _ = writeln!(
            out,
            "{:<18} {:<17} {} {}",
            citation.id.as_deref().unwrap_or("?"),
            name_of(&citation.status),
            quoted(notice, citation.span),
            citation.name.as_deref().unwrap_or_default(),
        );
    }
    out
}

/// Line and words of a span.
fn quoted(notice: &Notice, span: Span) -> String {
    let words = on_one_line(span.of(&notice.script.text));
    let short: String = words.chars().take(QUOTED).collect();
    let line = notice.script.line_number(span.start);
    format!("r.{line} ”{short}{}”", if short.len() < words.len() { "…" } else { "" })
}
