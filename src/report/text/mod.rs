//! The report for people at a terminal.

mod coverage;
mod pages;
mod view;

use std::fmt::Write as _;

use codespan_reporting::diagnostic::{Diagnostic, Label, Severity};
use codespan_reporting::term::{self, Chars, Config};
use termcolor::Buffer;

use self::view::View;
use super::summary::Summary;
use super::words;
use super::{Report, Run};
use crate::extract::Unexamined;
use crate::finding::{Finding, Level};
use crate::language::Language;
use crate::place::Span;
use crate::recognise::Notice;
use crate::{Examined, Outcome, Reading};

/// Columns that line numbers and lines take, at most.
const GUTTER: usize = 16;

/// The narrowest note that can be read.
const LEAST: usize = 24;

/// How the report is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Whether to colour, with ANSI sequences.
    pub colour: bool,
    /// Whether to draw with ASCII only; the words of the notice stay as they are.
    pub ascii: bool,
    /// Columns of the terminal.
    pub columns: usize,
}

impl Default for Style {
    fn default() -> Self {
        Self { colour: false, ascii: false, columns: 100 }
    }
}

/// The report for people.
#[derive(Debug)]
pub struct Text(pub Style);

impl Report for Text {
    fn document(&self, examined: &Examined, run: &Run<'_>) -> String {
        let options = TextOptions { language: run.language, style: self.0 };
        let mut out = if self.0.colour { Buffer::ansi() } else { Buffer::no_color() };
        match &examined.outcome {
            Outcome::Unexamined(why) => unexamined(&mut out, &examined.path, *why, options),
            Outcome::Read(reading) => read(&mut out, examined, reading, options),
        }
        // What is written there is text, all of it.
        String::from_utf8_lossy(&out.into_inner()).into_owned()
    }

    fn closing(&self, summary: &Summary, run: &Run<'_>) -> String {
        let mut out = String::new();
        for passed in run.passed_over {
            let _ =
                writeln!(out, "! {}: {}", passed.path, words::passed_over(passed, run.language));
        }
        if !run.passed_over.is_empty() {
            out.push('\n');
        }
        out + &words::sums(summary, run.language) + &words::fixable(summary, run.language)
    }
}

/// How to write: the language and the style.
#[derive(Debug, Clone, Copy)]
struct TextOptions {
    language: Language,
    style: Style,
}

impl TextOptions {
    /// Columns of a note; beside the gutter it fits the terminal.
    fn note_columns(self) -> usize {
        self.style.columns.saturating_sub(GUTTER).max(LEAST)
    }
}

fn unexamined(out: &mut Buffer, path: &str, why: Unexamined, options: TextOptions) {
    let what = options.language.pick(["ei tutkittu", "inte granskad", "not examined"]);
    let note = wrapped(&why.sentence(options.language), options);
    let diagnostic = Diagnostic::error().with_message(format!("{path}: {what}"));
    emit(
        out,
        &View::new(path, &crate::layout::Script::default(), options.note_columns()),
        &diagnostic.with_note(note),
        options,
    );
}

fn read(out: &mut Buffer, examined: &Examined, reading: &Reading, options: TextOptions) {
    let (path, notice) = (examined.path.as_str(), &reading.notice);
    let view = View::new(path, &notice.script, options.note_columns());
    for finding in reading.findings.iter().filter(|finding| finding.counts()) {
        emit(out, &view, &diagnostic(finding, notice, &view, options), options);
    }
    let sums = Summary::of(examined);
    let found = words::levels(sums.errors, sums.warnings, sums.notes, options.language);
    let mut end = format!("{path}\n{}", coverage::table(notice, options));
    end += &pages::remarks(reading, options.language);
    let attached = reading.about.iter().flat_map(|about| &about.attachments);
    let attached: Vec<&str> = attached.map(String::as_str).collect();
    if !attached.is_empty() {
        let what = ["liitteitä ei tutkittu", "bilagor granskades inte", "attachments not examined"];
        let _ = writeln!(end, "  ! {}: {}", options.language.pick(what), attached.join(", "));
    }
    let _ = writeln!(end, "  {found}{}\n", words::aside(&sums, options.language));
    // A buffer in memory takes every write.
    let _ = std::io::Write::write_all(out, end.as_bytes());
}

fn emit(out: &mut Buffer, view: &View<'_>, diagnostic: &Diagnostic<()>, options: TextOptions) {
    let chars = if options.style.ascii { Chars::ascii() } else { Chars::box_drawing() };
    let config = Config { chars, ..Config::default() };
    // Spans come from the text shown and the buffer is in memory: there is nothing that could fail.
    let _ = term::emit_to_write_style(out, &config, view, diagnostic);
}

fn diagnostic(
    finding: &Finding,
    notice: &Notice,
    view: &View<'_>,
    options: TextOptions,
) -> Diagnostic<()> {
    let language = options.language;
    let severity = match finding.level {
        Level::Error => Severity::Error,
        Level::Warning => Severity::Warning,
        Level::Note => Severity::Note,
    };
    let first = finding.span.map(|span| {
        Label::primary((), view.label(span)).with_message(place(span, notice, language))
    });
    // Their words stand in the notes: beside an underline they would run off the terminal.
    let more = finding.related.iter().map(|at| Label::secondary((), view.label(at.span)));
    let mut related: Vec<&str> = finding.related.iter().map(|at| at.message.as_str()).collect();
    related.dedup();
    let related = related.into_iter().map(|words| wrapped(words, options));
    let basis = language.pick(["peruste", "grund", "basis"]);
    let help = language.pick(["ohje", "råd", "help"]);
    let recognised = finding.ocr.map_or_else(String::new, |sure| format!("OCR, {sure} %"));
    let source = language.pick(["luettu", "läst", "read"]);
    let in_source = finding.span.is_some_and(|span| notice.script.in_source(span).is_some());
    let fix = finding.fix.as_ref().map(|fix| words::repair(fix, in_source, language));
    let (repair, replacement) = fix.unwrap_or_default();
    let notes = [
        (help, finding.help.as_str()),
        (repair, &replacement),
        (basis, &finding.basis),
        (source, &recognised),
    ];
    let notes = notes.into_iter().filter(|(_, text)| !text.is_empty());
    let notes = notes.map(|(what, text)| wrapped(&format!("{what}: {text}"), options));
    // Without a label nothing else names the document.
    let named = first.is_none() && finding.related.is_empty();
    let document = language.pick(["asiakirja", "dokument", "document"]);
    let name = named.then(|| format!("{document}: {}", view.path()));
    Diagnostic::new(severity)
        .with_code(&finding.rule)
        .with_message(&finding.message)
        .with_labels(first.into_iter().chain(more).collect())
        .with_notes(name.into_iter().chain(related).chain(notes).collect())
}

fn wrapped(note: &str, options: TextOptions) -> String {
    textwrap::fill(note, options.note_columns())
}

/// Where a span stands as a person says it: the page, and the section with its number and heading.
pub(super) fn place(span: Span, notice: &Notice, language: Language) -> String {
    let at = notice.script.place(span);
    let page = at.page.map(|page| format!("{} {page}", language.pick(["sivu", "sida", "page"])));
    let section = notice.outline.section_at(span.start);
    let section = section.map(|section| match &section.number {
        Some(number) => {
            let word = language.pick(["kohta", "punkt", "section"]);
            format!("{word} {number} {}", section.heading)
        }
        None => section.heading.clone(),
    });
    let line = || {
        let word = language.pick(["rivi", "rad", "line"]);
        at.line.map(|line| format!("{word} {line}"))
    };
    let known: Vec<String> = page.into_iter().chain(section.or_else(line)).collect();
    known.join(", ")
}
