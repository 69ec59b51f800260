//! `seloste check`.

use std::collections::BTreeMap;
use std::io;
use std::process::ExitCode;

use rayon::prelude::*;

use super::args::CheckArgs;
use super::failure::Failure;
use super::output::{Sink, reports, sinks};
use super::settings::Settings;
use crate::baseline::Baseline;
use crate::check::RuleSet;
use crate::config::FailOn;
use crate::finding::Level;
use crate::report::summary::Summary;
use crate::report::{Report, Run};
use crate::rule::RuleFiles;
use crate::source::{Document, Input};
use crate::{Examined, Outcome, examine};

/// Documents examined between two writes: enough for all threads, few enough to keep the memory low.
const AT_ONCE: usize = 64;

pub(super) fn run(args: &CheckArgs) -> Result<ExitCode, Failure> {
    // They live as long as the program: to give back their many small pieces of memory takes longer than to read a notice.
    let settings: &Settings = Box::leak(Box::new(Settings::of(args)?));
    let (inputs, unchanged) = settings.inputs(args)?;
    let baseline = settings.baseline(args.baseline.as_deref())?;
    let run = Run {
        rules: &settings.rules,
        as_of: settings.base().as_of,
        language: settings.base().language,
        has_baseline: baseline.is_some(),
        passed_over: &inputs.passed_over,
    };
    let (reports, sinks) = (reports(args), sinks(args)?);
    let documents = inputs.documents.as_slice();
    let write = || write_all(documents, settings, &run, &reports, sinks, baseline.as_ref());
    // To start threads for one notice takes longer than to read it.
    let summary = if documents.len() > 1 { pool(args)?.install(write)? } else { write()? };
    // Where nothing has changed, nothing is unread.
    let is_unchanged = unchanged > 0 && inputs.documents.is_empty();
    Ok(exit_code(&summary, settings.fail_on, args.exit_zero, is_unchanged))
}

fn pool(args: &CheckArgs) -> Result<rayon::ThreadPool, Failure> {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(args.jobs.unwrap_or(0)).build();
    pool.map_err(|why| Failure::Usage(why.to_string()))
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

/// One document, written, with what it adds to the sums.
struct Done {
    /// What each report says.
    texts: Vec<String>,
    summary: Summary,
    /// The suppressions of the configuration that hold for the document, and whether each met a finding.
    suppressions: Vec<(usize, bool)>,
}

/// Examines all documents and writes what is said of them, in their order whatever the threads do.
fn write_all(
    inputs: &[Input],
    settings: &Settings,
    run: &Run<'_>,
    reports: &[Box<dyn Report>],
    mut sinks: Vec<Sink>,
    baseline: Option<&Baseline>,
) -> io::Result<Summary> {
    let mut summary = Summary::default();
    let mut met: BTreeMap<usize, bool> = BTreeMap::new();
    let each = |sinks: &mut [Sink], text: &dyn Fn(&dyn Report) -> String| {
        sinks.iter_mut().zip(reports).try_for_each(|(sink, to)| sink.write(&text(to.as_ref())))
    };
    each(&mut sinks, &|report| report.opening(run))?;
    let mut put = |sinks: &mut [Sink], done: &Done| {
        summary += done.summary;
        let texts = done.texts.iter().zip(reports);
        sinks
            .iter_mut()
            .zip(texts)
            .try_for_each(|(sink, (text, to))| sink.document(text, to.as_ref()))
    };
    for some in inputs.chunks(AT_ONCE) {
        let done = |input| one(input, settings, run, reports, baseline);
        let done: Vec<Done> = match some {
            [input] => vec![done(input)],
            several => several.par_iter().map(done).collect(),
        };
        for done in &done {
            put(&mut sinks, done)?;
            for (n, is_met) in &done.suppressions {
                *met.entry(*n).or_default() |= is_met;
            }
        }
    }
    if let Some(config) = settings.faulty_config(&met) {
        put(&mut sinks, &Done::of(&config, run, reports, Vec::new()))?;
    }
    each(&mut sinks, &|report| report.closing(&summary, run))?;
    sinks.iter_mut().try_for_each(Sink::flush)?;
    Ok(summary)
}

impl Done {
    fn of(
        examined: &Examined,
        run: &Run<'_>,
        reports: &[Box<dyn Report>],
        suppressions: Vec<(usize, bool)>,
    ) -> Self {
        let texts = reports.iter().map(|report| report.document(examined, run)).collect();
        Self { texts, summary: Summary::of(examined), suppressions }
    }
}

fn one(
    input: &Input,
    settings: &Settings,
    run: &Run<'_>,
    reports: &[Box<dyn Report>],
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
    Done::of(&examined, run, reports, holding.zip(met.iter().copied()).collect())
}

/// Worst wins: an unread notice must never look like a clean one.
fn exit_code(summary: &Summary, fail_on: FailOn, zero: bool, is_unchanged: bool) -> ExitCode {
    let fails = match fail_on {
        FailOn::Never => false,
        FailOn::Error => summary.has(Level::Error),
        FailOn::Warning => summary.has(Level::Warning),
        FailOn::Note => summary.has(Level::Note),
    };
    if zero {
        ExitCode::SUCCESS
    } else if (summary.documents == 0 && !is_unchanged) || summary.read_whole < summary.documents {
        ExitCode::from(3)
    } else {
        ExitCode::from(u8::from(fails))
    }
}
