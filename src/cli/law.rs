//! `seloste law`: what is known of a statute, and which statutes a notice cites.

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use jiff::civil::Date;

use super::check::{files, rules};
use super::clock::today;
use super::failure::Failure;
use crate::extract::Limits;
use crate::language::Language;
use crate::law::Law;
use crate::report::{act, cited};
use crate::rule::Selection;
use crate::source::{Document, inputs};
use crate::{Outcome, Request, examine};

#[derive(Debug, clap::Args)]
pub(super) struct LawArgs {
    /// Number, name or letters: 523/1999, henkilötietolaki, SHL.
    #[arg(required_unless_present = "notice", value_name = "QUERY")]
    query: Vec<String>,
    /// A notice whose citations are listed.
    #[arg(long = "in", value_name = "FILE", conflicts_with = "query")]
    notice: Option<OsString>,
    /// Day on which the law is looked at (default: today).
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// Language.
    #[arg(long, value_enum, default_value_t)]
    lang: Language,
    /// Format of the output.
    #[arg(long, value_enum, default_value_t)]
    format: LawFormat,
    /// Folder of rule files, laid over those built in.
    #[arg(long, value_name = "DIR")]
    rules: Option<PathBuf>,
}

/// Formats of `seloste law`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum LawFormat {
    /// For people.
    #[default]
    Text,
    /// For machines.
    Json,
}

pub(super) fn run(args: &LawArgs) -> Result<ExitCode, Failure> {
    match &args.notice {
        Some(path) => cited_in(path, args),
        None => known(&args.query.join(" "), args),
    }
}

fn known(query: &str, args: &LawArgs) -> Result<ExitCode, Failure> {
    let law = Law::load(&files(args.rules.as_deref())?)?;
    let as_of = args.as_of.unwrap_or_else(today);
    let acts = law.lookup(query, as_of);
    let known = match args.format {
        LawFormat::Text if acts.is_empty() => args.lang.pick([
            format!(
                "”{query}” ei ole tiedossa. Se voi silti olla olemassa: tarkista Finlexistä.\n"
            ),
            format!("”{query}” är inte känd. Den kan ändå finnas: kontrollera i Finlex.\n"),
            format!("“{query}” is not known. It may exist all the same: look into Finlex.\n"),
        ]),
        LawFormat::Text => act::text(law.register(), &acts, as_of, args.lang),
        LawFormat::Json => act::json(law.register(), &acts, as_of),
    };
    io::stdout().lock().write_all(known.as_bytes())?;
    Ok(ExitCode::from(u8::from(acts.is_empty())))
}

fn cited_in(path: &OsString, args: &LawArgs) -> Result<ExitCode, Failure> {
    let rules = rules(args.rules.as_deref())?;
    let request = Request {
        as_of: args.as_of.unwrap_or_else(today),
        today: None,
        horizon: None,
        language: args.lang,
        limits: Limits::default(),
        selection: Selection::default(),
        suppressions: Vec::new(),
    };
    let mut code = ExitCode::SUCCESS;
    for input in inputs(std::slice::from_ref(path), "-", |_| false).documents {
        let document = Document::read(&input, request.limits.max_size);
        let examined = examine(document, &rules, &request);
        match examined.outcome {
            Outcome::Read(reading) => {
                let told = match args.format {
                    LawFormat::Text => cited::table(&reading.notice, args.lang),
                    LawFormat::Json => cited::json(&reading.notice, &examined.path),
                };
                io::stdout().lock().write_all(told.as_bytes())?;
            }
            Outcome::Unexamined(why) => {
                writeln!(io::stderr().lock(), "{}: {}", examined.path, why.sentence(args.lang))?;
                code = ExitCode::from(3);
            }
        }
    }
    Ok(code)
}
