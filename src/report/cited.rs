//! The statutes that a notice cites as a table: what `seloste law --in` prints.

use std::fmt::Write as _;

use serde::Serialize;

use crate::language::Language;
use crate::law::{Citation, CitationStatus, Problem};
use crate::place::on_one_line;
use crate::recognise::Notice;

/// A line a citation: where, which act, its status, the place in it, the words.
pub fn table(notice: &Notice, language: Language) -> String {
    let rows: Vec<[String; 5]> =
        notice.citations.iter().map(|citation| row(notice, citation, language)).collect();
    let head = language.pick([
        ["rivi", "säädös", "tila", "kohta", "viittaus"],
        ["rad", "författning", "status", "ställe", "hänvisning"],
        ["line", "act", "status", "place", "citation"],
    ]);
    let head = head.map(str::to_owned);
    let width = |column: usize| {
        let cells = rows.iter().chain([&head]).map(|row| row[column].chars().count());
        cells.max().unwrap_or_default()
    };
    let widths = [width(0), width(1), width(2), width(3)];
    let mut out = String::new();
    for row in [&head].into_iter().chain(&rows) {
        let [line, act, status, place, words] = row;
        let [a, b, c, d] = widths;
        let _ = writeln!(out, "{line:>a$}  {act:<b$}  {status:<c$}  {place:<d$}  {words}");
    }
    out
}

/// The same for machines, a line a citation.
pub fn json(notice: &Notice, path: &str) -> String {
    let citations = notice.citations.iter().map(|citation| Entry::of(notice, citation));
    let list = List { schema_version: 1, path, citations: citations.collect() };
    // Maps with string keys only: there is nothing that could fail.
    serde_json::to_string_pretty(&list).unwrap_or_default() + "\n"
}

fn row(notice: &Notice, citation: &Citation, language: Language) -> [String; 5] {
    let text = &notice.script.text;
    [
        (notice.script.line_at(citation.span.start) + 1).to_string(),
        citation.id.clone().unwrap_or_else(|| "?".to_owned()),
        told(citation, language),
        citation.section.clone().unwrap_or_default(),
        on_one_line(citation.span.of(text)),
    ]
}

fn told(citation: &Citation, language: Language) -> String {
    let since = citation.repealed_on.as_deref().unwrap_or_default();
    let status = language.pick(match (citation.status, citation.problem) {
        (_, Some(Problem::SectionRepealed)) => {
            ["pykälä kumottu", "paragrafen upphävd", "section repealed"]
        }
        (_, Some(Problem::NoSuchProvision)) => {
            ["kohtaa ei ole", "stället finns inte", "no such place"]
        }
        (_, Some(Problem::NumberReversed)) => {
            ["voimassa, numero väärin päin", "i kraft, numret bakvänt", "in force, number reversed"]
        }
        (CitationStatus::InForce, _) => ["voimassa", "i kraft", "in force"],
        (CitationStatus::Repealed, _) if citation.history => {
            ["kumottu, historiaa", "upphävd, historik", "repealed, history"]
        }
        (CitationStatus::Repealed, _) => ["kumottu", "upphävd", "repealed"],
        (CitationStatus::NotYetInForce, _) => {
            ["ei vielä voimassa", "ännu inte i kraft", "not yet in force"]
        }
        (CitationStatus::Misnumbered, _) => ["väärä numero", "fel nummer", "wrong number"],
        (CitationStatus::Unknown, Some(Problem::NoSuchNumber)) => {
            ["numeroa ei ole", "numret finns inte", "no such number"]
        }
        (CitationStatus::Unknown, _) => ["ei tiedossa", "inte känd", "not known"],
    });
    format!("{status} {since}").trim_end().to_owned()
}

#[derive(Serialize)]
struct List<'a> {
    schema_version: u8,
    path: &'a str,
    citations: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    line: usize,
    quote: String,
    id: Option<&'a str>,
    name: Option<&'a str>,
    section: Option<&'a str>,
    status: CitationStatus,
    problem: Option<Problem>,
    history: bool,
    repealed_on: Option<&'a str>,
    replaced_by: &'a [String],
    others: &'a [String],
}

impl<'a> Entry<'a> {
    fn of(notice: &Notice, citation: &'a Citation) -> Self {
        Self {
            line: notice.script.line_at(citation.span.start) + 1,
            quote: on_one_line(citation.span.of(&notice.script.text)),
            id: citation.id.as_deref(),
            name: citation.name.as_deref(),
            section: citation.section.as_deref(),
            status: citation.status,
            problem: citation.problem,
            history: citation.history,
            repealed_on: citation.repealed_on.as_deref(),
            replaced_by: &citation.replaced_by,
            others: &citation.others,
        }
    }
}
