//! Last stage: what was found becomes what a user reads. One format a file.

pub mod act;
pub mod cited;
pub mod concise;
pub mod csv;
pub mod diff;
pub mod fix;
pub mod github;
pub mod gitlab;
pub mod json;
pub mod junit;
pub mod markdown;
pub mod registers;
pub mod rule_list;
pub mod rule_page;
pub mod sarif;
pub mod summary;
pub mod text;
mod words;

pub use words::{NOT_EXAMINED, name_of};

use jiff::civil::Date;

use crate::Examined;
use crate::check::RuleSet;
use crate::language::Language;
use crate::source::PassedOver;
use summary::Summary;

/// Formats of the report on a run.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people.
    #[default]
    Text,
    /// One line a finding.
    Concise,
    /// For machines.
    Json,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Annotations of GitHub Actions.
    Github,
    /// The code quality report of GitLab.
    Gitlab,
    /// `JUnit` XML.
    Junit,
    /// Markdown, for a comment on a pull request.
    Markdown,
    /// The matrix of documents and items, for a spreadsheet.
    Csv,
}

impl Format {
    /// The format that the name of a file tells.
    pub fn of_name(name: &std::path::Path) -> Option<Self> {
        match name.extension()?.to_str()? {
            "txt" => Some(Self::Text),
            "json" => Some(Self::Json),
            "sarif" => Some(Self::Sarif),
            "xml" => Some(Self::Junit),
            "md" => Some(Self::Markdown),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }
}

/// What every report knows of its run.
#[derive(Debug, Clone, Copy)]
pub struct Run<'a> {
    /// The rules in use.
    pub rules: &'a RuleSet,
    /// The day on which the law is looked at.
    pub as_of: Date,
    /// The language of what people read.
    pub language: Language,
    /// Whether what was found before is known.
    pub has_baseline: bool,
    /// What lay in the folders and was not examined.
    pub passed_over: &'a [PassedOver],
}

/// A report: what stands before the documents, what is said of each, and what stands after them. Documents are
/// written as they come, so that a run over thousands holds few of them.
pub trait Report: Sync {
    /// What stands before the first document.
    fn opening(&self, _run: &Run<'_>) -> String {
        String::new()
    }

    /// What is said of a document; may be nothing.
    fn document(&self, examined: &Examined, run: &Run<'_>) -> String;

    /// What stands between two documents of which something is said.
    fn separator(&self) -> &'static str {
        ""
    }

    /// What stands after the last document.
    fn closing(&self, _summary: &Summary, _run: &Run<'_>) -> String {
        String::new()
    }
}

/// The report of a format; `style` is how those for people are drawn.
pub fn report(format: Format, style: text::Style) -> Box<dyn Report> {
    match format {
        Format::Text => Box::new(text::Text(style)),
        Format::Concise => Box::new(concise::Concise),
        Format::Json => Box::new(json::Json),
        Format::Sarif => Box::new(sarif::Sarif),
        Format::Github => Box::new(github::Github),
        Format::Gitlab => Box::new(gitlab::Gitlab),
        Format::Junit => Box::new(junit::Junit),
        Format::Markdown => Box::new(markdown::Markdown),
        Format::Csv => Box::new(csv::Csv),
    }
}
