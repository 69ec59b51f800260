//! Markdown, for a comment on a pull request.

use std::fmt::Write as _;

use super::summary::Summary;
use super::words::{self, NOT_EXAMINED};
use super::{Report, Run};
use crate::{Examined, Outcome, Reading};

/// The report in Markdown: a table a document, of what is new.
#[derive(Debug)]
pub struct Markdown;

impl Report for Markdown {
    fn opening(&self, run: &Run<'_>) -> String {
        let title = run.language.pick([
            "Tietosuojaselosteiden tarkastus",
            "Granskning av dataskyddsbeskrivningar",
            "Check of privacy notices",
        ]);
        format!("## {title}\n\n")
    }

    fn document(&self, examined: &Examined, run: &Run<'_>) -> String {
        let path = escaped(&examined.path);
        match &examined.outcome {
            Outcome::Unexamined(why) => {
                let sentence = escaped(&why.sentence(run.language));
                format!("### {path}\n\n**{NOT_EXAMINED}**: {sentence}\n\n")
            }
            Outcome::Read(reading) => table(&path, reading, run),
        }
    }

    fn closing(&self, summary: &Summary, run: &Run<'_>) -> String {
        let mut out = String::new();
        for passed in run.passed_over {
            let (path, why) = (escaped(&passed.path), words::passed_over(passed, run.language));
            let _ = writeln!(out, "- {path}: {why}");
        }
        if !out.is_empty() {
            out.push('\n');
        }
        out + &words::sums(summary, run.language) + "\n"
    }
}

fn table(path: &str, reading: &Reading, run: &Run<'_>) -> String {
    let new: Vec<_> = reading.findings.iter().filter(|finding| finding.counts()).collect();
    if new.is_empty() && reading.unread_pages.is_empty() {
        return String::new();
    }
    let mut out = format!("### {path}\n\n");
    for page in &reading.unread_pages {
        let _ = writeln!(out, "**{NOT_EXAMINED}**: {}\n", words::unread_page(*page, run.language));
    }
    let [level, line, message] = run.language.pick([
        ["Taso", "Rivi", "Huomautus"],
        ["Nivå", "Rad", "Anmärkning"],
        ["Level", "Line", "Finding"],
    ]);
    let _ = writeln!(out, "| {level} | {line} | {message} |\n|---|---|---|");
    for finding in new {
        let place = finding.span.map(|span| reading.notice.script.place(span));
        let line = place.and_then(|place| place.line).map(|line| line.to_string());
        let level = super::rule_page::level(finding.level, run.language);
        let (text, basis) = (escaped(&finding.message), escaped(&finding.basis));
        let (line, rule) = (line.unwrap_or_default(), &finding.rule);
        let _ = writeln!(out, "| {level} | {line} | {text}<br>`{rule}` · {basis} |");
    }
    out + "\n"
}

/// Words of a notice are no Markdown: they must draw no table, link or picture of their own.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '!' | '~' => {
                out.push('\\');
                out.push(c);
            }
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '@' => out += "&#64;",
            '\n' | '\r' => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
