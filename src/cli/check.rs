//! `seloste check`.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;

use jiff::ZonedDateTime;
use jiff::civil::Date;
use rayon::prelude::*;

use super::args::{CheckArgs, Color};
use super::failure::Failure;
use super::settings::Settings;
use crate::baseline::Baseline;
use crate::check::RuleSet;
use crate::config::FailOn;
use crate::finding::Level;
use crate::report::summary::Summary;
use crate::report::text::Style;
use crate::report::{Report, Run, report};
use crate::rule::RuleFiles;
use crate::source::{Document, Input, inputs};
use crate::{Outcome, examine};

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
    let baseline = settings.baseline(args.baseline.as_deref())?;
    let summary = pool.install(|| {
        write_all(&inputs.documents, &settings, &run, report.as_ref(), baseline.as_ref())
    })?;
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

/// One document, written, with what it adds to the sums.
struct Done {
    text: String,
    summary: Summary,
    /// The suppressions of the configuration that hold for the document, and whether each met a finding.
    suppressions: Vec<(usize, bool)>,
}

/// Examines all documents and writes what is said of them, in their order whatever the threads do.
fn write_all(
    inputs: &[Input],
    settings: &Settings,
    run: &Run<'_>,
    report: &dyn Report,
    baseline: Option<&Baseline>,
) -> io::Result<Summary> {
    let mut out = io::stdout().lock();
    let mut summary = Summary::default();
    let mut parted = "";
    let mut met: BTreeMap<usize, bool> = BTreeMap::new();
    write!(out, "{}", report.opening(run))?;
    let mut put = |out: &mut io::StdoutLock<'_>, done: &Done| {
        summary += done.summary;
        if !done.text.is_empty() {
            write!(out, "{parted}{}", done.text)?;
            parted = report.separator();
        }
        io::Result::Ok(())
    };
    for some in inputs.chunks(AT_ONCE) {
        let done: Vec<Done> =
            some.par_iter().map(|input| one(input, settings, run, report, baseline)).collect();
        for done in &done {
            put(&mut out, done)?;
            for (n, is_met) in &done.suppressions {
                *met.entry(*n).or_default() |= is_met;
            }
        }
    }
    if let Some(config) = settings.faulty_config(&met) {
        let (text, summary) = (report.document(&config, run), Summary::of(&config));
        put(&mut out, &Done { text, summary, suppressions: Vec::new() })?;
    }
    write!(out, "{}", report.closing(&summary, run))?;
    out.flush()?;
    Ok(summary)
}

fn one(
    input: &Input,
    settings: &Settings,
    run: &Run<'_>,
    report: &dyn Report,
    baseline: Option<&Baseline>,
) -> Done {
    let request = settings.request(&input.path);
    let document = Document::read(input, request.limits.max_size);
    let mut examined = examine(document, run.rules, &request);
    if let Some(baseline) = baseline {
        baseline.mark(&mut examined);
    }
    let met = match &examined.outcome {
        Outcome::Read(reading) => reading.suppressions_met.as_slice(),
        Outcome::Unexamined(_) => &[],
    };
    let holds = settings.config.suppressed(&input.path);
    let holding = (0..holds.len()).filter(|n| holds[*n]);
    Done {
        text: report.document(&examined, run),
        summary: Summary::of(&examined),
        suppressions: holding.zip(met.iter().copied()).collect(),
    }
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
