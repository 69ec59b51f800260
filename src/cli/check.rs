//! `seloste check`.

use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;

use jiff::ZonedDateTime;
use jiff::civil::Date;
use rayon::prelude::*;

use super::args::{CheckArgs, Color, FailOn, Format};
use super::failure::Failure;
use crate::check::RuleSet;
use crate::extract::Limits;
use crate::report::summary::Summary;
use crate::report::text::{self, TextOptions};
use crate::report::{concise, json};
use crate::rule::{RuleFiles, Selection};
use crate::source::{Document, Input, inputs};
use crate::{Examined, Request, examine};

/// Documents examined between two writes: enough for all threads, few enough to keep the memory low.
const AT_ONCE: usize = 64;

pub(super) fn run(args: &CheckArgs) -> Result<ExitCode, Failure> {
    let rules = rules(args.rules.as_deref())?;
    let request = request(args);
    if let Some(name) = request.selection.unknown(&rules.rules) {
        return Err(Failure::unknown_rule(name, &rules));
    }
    let inputs = inputs(&args.paths, &args.stdin_filename);
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(args.jobs.unwrap_or(0))
        .build()
        .map_err(|why| Failure::Usage(why.to_string()))?;
    let summary = pool.install(|| write_all(&inputs, &rules, &request, args))?;
    Ok(exit_code(&summary, args))
}

/// The rules built in, with a folder of one's own over them.
pub(super) fn rules(folder: Option<&std::path::Path>) -> Result<RuleSet, Failure> {
    let mut files = RuleFiles::embedded();
    if let Some(folder) = folder {
        files.overlay(folder)?;
    }
    Ok(RuleSet::load(&files)?)
}

/// The one reading of the clock.
pub(super) fn today() -> Date {
    ZonedDateTime::now().date()
}

fn request(args: &CheckArgs) -> Request {
    Request {
        as_of: args.as_of.unwrap_or_else(today),
        language: args.lang,
        limits: Limits { max_size: args.max_size, engine: args.pdf_engine, ..Limits::default() },
        selection: Selection {
            select: args.select.clone(),
            pedantic: args.pedantic,
            ignore: args.ignore.clone(),
            levels: args.level.clone(),
        },
    }
}

fn write_all(
    inputs: &[Input],
    rules: &RuleSet,
    request: &Request,
    args: &CheckArgs,
) -> io::Result<Summary> {
    let mut out = io::stdout().lock();
    let mut summary = Summary::default();
    if args.format == Format::Json {
        write!(out, "{}", json::opening(&rules.sha256, request.as_of))?;
    }
    for (n, some) in inputs.chunks(AT_ONCE).enumerate() {
        let done: Vec<(String, Summary)> = some
            .par_iter()
            .map(|input| {
                let document = Document::read(input, request.limits.max_size);
                let examined = examine(document, rules, request);
                (shown(&examined, request, args), Summary::of(&examined))
            })
            .collect();
        for (m, (text, sums)) in done.iter().enumerate() {
            if args.format == Format::Json {
                writeln!(out, "{}", if n + m == 0 { "" } else { "," })?;
            }
            write!(out, "{text}")?;
            summary += *sums;
        }
    }
    match args.format {
        Format::Json => write!(out, "{}", json::closing(&summary))?,
        Format::Text => write!(out, "{}", text::summary(&summary, request.language))?,
        Format::Concise => {}
    }
    out.flush()?;
    Ok(summary)
}

fn shown(examined: &Examined, request: &Request, args: &CheckArgs) -> String {
    match args.format {
        Format::Json => json::document(examined),
        Format::Concise => concise::document(examined, request.language),
        Format::Text => {
            let options = TextOptions {
                language: request.language,
                colour: colour(args.color),
                ascii: args.ascii,
            };
            text::document(examined, options)
        }
    }
}

/// `NO_COLOR` and `FORCE_COLOR` as other programs read them: set and not empty.
fn colour(choice: Color) -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    match choice {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => set("FORCE_COLOR") || (!set("NO_COLOR") && io::stdout().is_terminal()),
    }
}

/// Worst wins: an unread notice must never look like a clean one.
fn exit_code(summary: &Summary, args: &CheckArgs) -> ExitCode {
    let fails = match args.fail_on {
        FailOn::Never => false,
        FailOn::Level(level) => summary.has(level),
    };
    if args.exit_zero {
        ExitCode::SUCCESS
    } else if summary.documents == 0 || summary.read_whole < summary.documents {
        ExitCode::from(3)
    } else {
        ExitCode::from(u8::from(fails))
    }
}
