//! `seloste check`.

use std::io::{self, Write as _};
use std::process::ExitCode;

use jiff::ZonedDateTime;
use rayon::prelude::*;

use super::args::CheckArgs;
use super::failure::Failure;
use crate::check::RuleSet;
use crate::finding::Level;
use crate::report::json::{self, Summary};
use crate::rule::RuleFiles;
use crate::source::{Document, Input, inputs};
use crate::{Examined, Outcome, Request, examine};

/// Documents examined between two writes: enough for all threads, few enough to keep the memory low.
const AT_ONCE: usize = 64;

pub(super) fn run(args: &CheckArgs) -> Result<ExitCode, Failure> {
    let mut files = RuleFiles::embedded();
    if let Some(folder) = &args.rules {
        files.overlay(folder)?;
    }
    let rules = RuleSet::load(&files)?;
    let request = Request {
        as_of: args.as_of.unwrap_or_else(|| ZonedDateTime::now().date()),
        language: args.lang,
        max_size: args.max_size,
    };
    let inputs = inputs(&args.paths, &args.stdin_filename);
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(args.jobs.unwrap_or(0))
        .build()
        .map_err(|why| Failure::Usage(why.to_string()))?;
    let summary = pool.install(|| write_all(&inputs, &rules, &request))?;
    Ok(exit_code(&summary))
}

fn write_all(inputs: &[Input], rules: &RuleSet, request: &Request) -> io::Result<Summary> {
    let mut out = io::stdout().lock();
    let mut summary = Summary::default();
    write!(out, "{}", json::opening(&rules.sha256, request.as_of))?;
    for (n, some) in inputs.chunks(AT_ONCE).enumerate() {
        let done: Vec<(String, Summary)> = some
            .par_iter()
            .map(|input| {
                let document = Document::read(input, request.max_size);
                let examined = examine(document, rules, request);
                (json::document(&examined), count(&examined))
            })
            .collect();
        for (m, (text, sums)) in done.iter().enumerate() {
            write!(out, "{}\n{text}", if n + m == 0 { "" } else { "," })?;
            summary.documents += sums.documents;
            summary.examined += sums.examined;
            summary.errors += sums.errors;
            summary.warnings += sums.warnings;
            summary.notes += sums.notes;
        }
    }
    write!(out, "{}", json::closing(&summary))?;
    out.flush()?;
    Ok(summary)
}

fn count(examined: &Examined) -> Summary {
    let mut summary = Summary { documents: 1, ..Summary::default() };
    if let Outcome::Read(reading) = &examined.outcome {
        summary.examined = 1;
        for finding in &reading.findings {
            match finding.level {
                Level::Error => summary.errors += 1,
                Level::Warning => summary.warnings += 1,
                Level::Note => summary.notes += 1,
            }
        }
    }
    summary
}

fn exit_code(summary: &Summary) -> ExitCode {
    if summary.documents == 0 || summary.examined < summary.documents {
        ExitCode::from(3)
    } else if summary.errors > 0 {
        ExitCode::from(1)
    } else {
        ExitCode::SUCCESS
    }
}
