//! `seloste fix`: mechanical repairs are written, and what needs a person is suggested.

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use jiff::civil::Date;
use rayon::prelude::*;

use super::args::{CheckArgs, Color, ConfigArgs, ReadingArgs};
use super::failure::Failure;
use super::output::style;
use super::settings::Settings;
use crate::baseline::Baseline;
use crate::extract::Source;
use crate::finding::Safety;
use crate::fix::{Edit, edited, edits, rewritten};
use crate::language::Language;
use crate::report::fix::{Fate, Repaired, Sums};
use crate::report::{self, fix as out};
use crate::source::{self, Document, Input, Origin};
use crate::{Outcome, examine};

const EXIT_CODES: &str = "\
Exit codes:
  0  every document was examined; its repairs were written, or there were none
  1  with --check: something would be repaired
  2  wrong arguments, configuration or rule files: nothing was examined
  3  a document, or a page of one, could not be examined or written, or none was given";

#[derive(Debug, clap::Args)]
#[command(after_help = EXIT_CODES)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of its own")]
pub(super) struct FixArgs {
    /// Files, folders, wildcards, or - for standard input, whose repaired text goes to standard output.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<OsString>,
    /// Name of the document on standard input.
    #[arg(long, value_name = "NAME", default_value = "-")]
    stdin_filename: String,
    /// Write the repairs that a person should read afterwards, too: acts that bear another name now.
    #[arg(long = "unsafe")]
    with_unsafe: bool,
    /// Show what would be written as a unified difference, and write nothing; all else is told on standard error.
    #[arg(long)]
    diff: bool,
    /// Write nothing, and exit with 1 when something would be repaired.
    #[arg(long)]
    check: bool,
    /// Only these rules: by name, family or article (13(2)(a)).
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    select: Vec<String>,
    /// Not these rules.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    ignore: Vec<String>,
    /// Day on which the law is looked at (default: today).
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// Language of messages (default: fi).
    #[arg(long, value_enum)]
    lang: Option<Language>,
    /// Format of the output.
    #[arg(long, value_enum, default_value_t)]
    format: FixFormat,
    /// Colour in text output.
    #[arg(long, value_enum, default_value_t)]
    color: Color,
    /// Plain signs instead of symbols.
    #[arg(long)]
    ascii: bool,
    #[command(flatten)]
    reading: ReadingArgs,
    #[command(flatten)]
    config: ConfigArgs,
    /// What was found before: it is left as it is (default: seloste-baseline.json beside seloste.toml, if it is there).
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Folder of rule files, laid over those built in.
    #[arg(long, value_name = "DIR")]
    rules: Option<PathBuf>,
}

/// Formats of `seloste fix`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum FixFormat {
    /// For people.
    #[default]
    Text,
    /// For machines.
    Json,
}

/// A document with its repairs, and what goes to standard output beside what is told of them.
struct Done {
    repaired: Repaired,
    diff: String,
    /// The repaired bytes of standard input.
    output: Vec<u8>,
    /// Whether the rest of standard input follows them as it is: more came than is examined.
    goes_on: bool,
}

pub(super) fn run(args: &FixArgs) -> Result<ExitCode, Failure> {
    let check = args.as_check();
    let settings = Settings::of(&check)?;
    let (mut inputs, _) = settings.inputs(&check)?;
    source::once(&mut inputs.documents);
    let baseline = settings.baseline(args.baseline.as_deref())?;
    let done: Vec<Done> = inputs
        .documents
        .par_iter()
        .map(|input| one(input, args, &settings, baseline.as_ref()))
        .collect();
    let text = out::Text { language: settings.base().language, style: style(&check) };
    let mut sums = Sums::default();
    for done in &done {
        sums += done.repaired.sums();
    }
    let documents = done.iter().map(|done| &done.repaired);
    let told = match args.format {
        FixFormat::Text => {
            let told: String = documents.map(|repaired| text.document(repaired)).collect();
            told + &text.closing(&sums, args.is_dry())
        }
        FixFormat::Json => out::json(documents, &sums, settings.base().as_of),
    };
    // What other programs take stands alone on standard output.
    let is_filter = inputs.documents.iter().any(|input| input.origin == Origin::Stdin);
    if args.diff || (is_filter && !args.is_dry()) {
        shown(&done, text)?;
        io::stderr().lock().write_all(told.as_bytes())?;
    } else {
        io::stdout().lock().write_all(told.as_bytes())?;
    }
    Ok(exit_code(&sums, args.check, done.iter().all(Done::is_read_whole)))
}

/// Writes what other programs take: differences, and what came on standard input, all of it.
fn shown(done: &[Done], text: out::Text) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    for done in done {
        stdout.write_all(text.diff(&done.diff).as_bytes())?;
        stdout.write_all(&done.output)?;
        if done.goes_on {
            io::copy(&mut io::stdin().lock(), &mut stdout)?;
        }
    }
    stdout.flush()
}

fn exit_code(sums: &Sums, check: bool, read_whole: bool) -> ExitCode {
    if sums.documents == 0 || sums.done < sums.documents || !read_whole {
        return ExitCode::from(3);
    }
    ExitCode::from(u8::from(check && sums.repairs > 0))
}

fn one(input: &Input, args: &FixArgs, settings: &Settings, baseline: Option<&Baseline>) -> Done {
    let request = settings.request(&input.path);
    let max_size = request.limits.max_size;
    let (document, bytes) = if input.origin == Origin::Stdin {
        Document::read_through(input, max_size)
    } else {
        let document = Document::read(input, max_size);
        let bytes = document.bytes.clone().unwrap_or_default();
        (document, bytes)
    };
    let goes_on = input.origin == Origin::Stdin && !args.is_dry() && document.bytes.is_err();
    let mut examined = examine(document, &settings.rules, &request);
    if let Some(baseline) = baseline {
        baseline.mark(&mut examined);
    }
    let least = if args.with_unsafe { Safety::Unsafe } else { Safety::Safe };
    let edits = match &examined.outcome {
        Outcome::Read(reading) => edits(&reading.notice.script, &reading.findings, least),
        Outcome::Unexamined(_) => Vec::new(),
    };
    let (fate, output) = written(input, &bytes, &edits, args.is_dry());
    let diff = if args.diff { diff(&input.path, &bytes, &edits) } else { String::new() };
    Done { repaired: Repaired { examined, edits, fate }, diff, output, goes_on }
}

/// Writes the edits of a document; of standard input, gives its new bytes back.
fn written(input: &Input, bytes: &[u8], edits: &[Edit], is_dry: bool) -> (Fate, Vec<u8>) {
    let is_stdin = input.origin == Origin::Stdin;
    if edits.is_empty() {
        let fate = if is_dry { Fate::Shown } else { Fate::Written };
        return (fate, if is_stdin && !is_dry { bytes.to_vec() } else { Vec::new() });
    }
    let new = match rewritten(bytes, edits) {
        Ok(new) => new,
        Err(refusal) => {
            // What goes through standard input must not get lost on its way.
            let old = if is_stdin && !is_dry { bytes.to_vec() } else { Vec::new() };
            return (Fate::Refused(refusal), old);
        }
    };
    match &input.origin {
        _ if is_dry => (Fate::Shown, Vec::new()),
        Origin::File(path) => match source::replace(path, &new) {
            Ok(()) => (Fate::Written, Vec::new()),
            Err(why) => (Fate::NotWritten(why.to_string()), Vec::new()),
        },
        Origin::Stdin => (Fate::Written, new),
        Origin::Nothing(why) => (Fate::NotWritten(why.clone()), Vec::new()),
    }
}

fn diff(path: &str, bytes: &[u8], edits: &[Edit]) -> String {
    let Some(source) = Source::read(bytes).filter(|_| !edits.is_empty()) else {
        return String::new();
    };
    out::unified(path, &source.text, &edited(&source.text, edits))
}

impl Done {
    /// Whether every page was read: what is not known cannot be repaired.
    fn is_read_whole(&self) -> bool {
        match &self.repaired.examined.outcome {
            Outcome::Read(reading) => reading.unread_pages.is_empty(),
            Outcome::Unexamined(_) => false,
        }
    }
}

impl FixArgs {
    /// Whether nothing is written.
    fn is_dry(&self) -> bool {
        self.diff || self.check
    }

    /// The check that finds what is to be repaired. What is pedantic to point out costs nothing to repair.
    fn as_check(&self) -> CheckArgs {
        CheckArgs {
            paths: self.paths.clone(),
            stdin_filename: self.stdin_filename.clone(),
            as_of: self.as_of,
            horizon: None,
            lang: self.lang,
            format: report::Format::default(),
            changed_since: None,
            output: Vec::new(),
            select: self.select.clone(),
            ignore: self.ignore.clone(),
            pedantic: true,
            level: Vec::new(),
            fail_on: None,
            exit_zero: false,
            color: self.color,
            width: None,
            ascii: self.ascii,
            reading: self.reading.clone(),
            config: self.config.clone(),
            baseline: self.baseline.clone(),
            rules: self.rules.clone(),
            jobs: None,
            max_size: super::args::MAX_SIZE,
        }
    }
}
