//! `seloste check`.

use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;

use jiff::ZonedDateTime;
use jiff::civil::Date;
use rayon::prelude::*;

use super::args::{CheckArgs, Color};
use super::failure::Failure;
use super::settings::Settings;
use crate::check::RuleSet;
use crate::config::FailOn;
use crate::examine;
use crate::finding::Level;
use crate::report::summary::Summary;
use crate::report::text::Style;
use crate::report::{Report, Run, report};
use crate::rule::RuleFiles;
use crate::source::{Document, Input, inputs};

/// Documents examined between two writes: enough for all threads, few enough to keep the memory low.
const AT_ONCE: usize = 64;

/// Columns beyond which lines get hard to read.
const WIDEST: usize = 100;

pub(super) fn run(args: &CheckArgs) -> Result<ExitCode, Failure> {
    let settings = Settings::of(args)?;
    let is_excluded = |path: &str| settings.config.is_excluded(path);
    let inputs = inputs(&args.paths, &args.stdin_filename, is_excluded);
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(args.jobs.unwrap_or(0))
        .build()
        .map_err(|why| Failure::Usage(why.to_string()))?;
    let run = Run {
        rules: &settings.rules,
        as_of: settings.base().as_of,
        language: settings.base().language,
        passed_over: &inputs.passed_over,
    };
    let report = report(args.format, style(args));
    let summary =
        pool.install(|| write_all(&inputs.documents, &settings, &run, report.as_ref()))?;
    Ok(exit_code(&summary, settings.fail_on, args.exit_zero))
}

/// The rules built in, with a folder of one's own over them.
pub(super) fn rules(folder: Option<&std::path::Path>) -> Result<RuleSet, Failure> {
    Ok(RuleSet::load(&files(folder)?)?)
}

/// The rule files built in, with a folder of one's own over them.
pub(super) fn files(folder: Option<&std::path::Path>) -> Result<RuleFiles, Failure> {
    let mut files = RuleFiles::embedded();
    if let Some(folder) = folder {
        files.overlay(folder)?;
    }
    Ok(files)
}

/// The one reading of the clock.
pub(super) fn today() -> Date {
    ZonedDateTime::now().date()
}

/// Examines all documents and writes what is said of them, in their order whatever the threads do.
fn write_all(
    inputs: &[Input],
    settings: &Settings,
    run: &Run<'_>,
    report: &dyn Report,
) -> io::Result<Summary> {
    let mut out = io::stdout().lock();
    let mut summary = Summary::default();
    let mut parted = "";
    write!(out, "{}", report.opening(run))?;
    for some in inputs.chunks(AT_ONCE) {
        let done: Vec<(String, Summary)> = some
            .par_iter()
            .map(|input| {
                let request = settings.request(&input.path);
                let document = Document::read(input, request.limits.max_size);
                let examined = examine(document, run.rules, &request);
                (report.document(&examined, run), Summary::of(&examined))
            })
            .collect();
        for (text, sums) in &done {
            summary += *sums;
            if !text.is_empty() {
                write!(out, "{parted}{text}")?;
                parted = report.separator();
            }
        }
    }
    write!(out, "{}", report.closing(&summary, run))?;
    out.flush()?;
    Ok(summary)
}

fn style(args: &CheckArgs) -> Style {
    let terminal = if io::stdout().is_terminal() { textwrap::termwidth() } else { WIDEST };
    Style {
        colour: colour(args.color),
        ascii: args.ascii,
        columns: args.width.unwrap_or(terminal.min(WIDEST)),
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
fn exit_code(summary: &Summary, fail_on: FailOn, zero: bool) -> ExitCode {
    let fails = match fail_on {
        FailOn::Never => false,
        FailOn::Error => summary.has(Level::Error),
        FailOn::Warning => summary.has(Level::Warning),
        FailOn::Note => summary.has(Level::Note),
    };
    if zero {
        ExitCode::SUCCESS
    } else if summary.documents == 0 || summary.read_whole < summary.documents {
        ExitCode::from(3)
    } else {
        ExitCode::from(u8::from(fails))
    }
}
