//! `seloste diff`: what a change of a notice adds, mends and leaves.

use std::ffi::{OsStr, OsString};
use std::io::{self, Write as _};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::ValueEnum;
use jiff::civil::Date;

use super::args::{CheckArgs, ConfigArgs, ReadingArgs};
use super::failure::Failure;
use super::settings::Settings;
use crate::config::FailOn;
use crate::finding::Level;
use crate::language::Language;
use crate::report::diff;
use crate::source::{Document, Input, inputs};
use crate::{Examined, examine};

const EXIT_CODES: &str = "\
Exit codes:
  0  both were examined; nothing new at or above --fail-on
  1  both were examined; something new at or above --fail-on
  2  wrong arguments, configuration or rule files: nothing was examined
  3  one of them, or a page of one, could not be examined";

#[derive(Debug, clap::Args)]
#[command(after_help = EXIT_CODES)]
pub(super) struct DiffArgs {
    /// The notice before; - for standard input, read as if it bore the name of NEW.
    #[arg(value_name = "OLD")]
    old: OsString,
    /// The notice after. The choices of its seloste.toml hold for both.
    #[arg(value_name = "NEW")]
    new: OsString,
    /// Day on which the law is looked at (default: today).
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// Language of messages (default: fi).
    #[arg(long, value_enum)]
    lang: Option<Language>,
    /// Format of the output.
    #[arg(long, value_enum, default_value_t)]
    format: DiffFormat,
    /// Level from which something new makes the exit code 1 (default: error).
    #[arg(long, value_enum, value_name = "LEVEL")]
    fail_on: Option<FailOn>,
    #[command(flatten)]
    reading: ReadingArgs,
    #[command(flatten)]
    config: ConfigArgs,
    /// Folder of rule files, laid over those built in.
    #[arg(long, value_name = "DIR")]
    rules: Option<PathBuf>,
}

/// Formats of `seloste diff`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
enum DiffFormat {
    /// For people.
    #[default]
    Text,
    /// For machines.
    Json,
}

pub(super) fn run(args: &DiffArgs) -> Result<ExitCode, Failure> {
    let settings = Settings::of(&args.as_check())?;
    let (language, as_of) = (settings.base().language, settings.base().as_of);
    let name = args.new.to_string_lossy();
    let [old, new] = [&args.old, &args.new].map(|path| one(path, &name, language));
    let (old, new) = (old?, new?);
    // Both under the choices for the new one: where they lie is not what has changed.
    let examined = |input: &Input| -> Examined {
        let request = settings.request(&new.path);
        examine(Document::read(input, request.limits.max_size), &settings.rules, &request)
    };
    let (old, new) = (examined(&old), examined(&new));
    let change = diff::Diff::of(&old, &new);
    let told = match args.format {
        DiffFormat::Text => diff::text(&change, language),
        DiffFormat::Json => diff::json(&change, as_of),
    };
    io::stdout().lock().write_all(told.as_bytes())?;
    let least = match settings.fail_on {
        FailOn::Error => Some(Level::Error),
        FailOn::Warning => Some(Level::Warning),
        FailOn::Note => Some(Level::Note),
        FailOn::Never => None,
    };
    let fails = least.is_some_and(|least| change.worst_added() >= Some(least));
    Ok(ExitCode::from(if change.is_whole() { u8::from(fails) } else { 3 }))
}

/// The one document that a path names.
fn one(path: &OsStr, stdin_name: &str, language: Language) -> Result<Input, Failure> {
    let mut found = inputs(&[path.to_owned()], stdin_name, |_| false).documents;
    match found.pop() {
        Some(input) if found.is_empty() && !std::path::Path::new(path).is_dir() => Ok(input),
        _ => {
            let path = path.to_string_lossy();
            Err(Failure::Usage(language.pick([
                format!("{path} ei ole yksi asiakirja. Vertailuun annetaan kaksi tiedostoa."),
                format!("{path} är inte ett dokument. Två filer jämförs."),
                format!("{path} is not one document. Two files are compared."),
            ])))
        }
    }
}

impl DiffArgs {
    /// The check that is made of each state.
    fn as_check(&self) -> CheckArgs {
        CheckArgs {
            as_of: self.as_of,
            lang: self.lang,
            fail_on: self.fail_on,
            reading: self.reading.clone(),
            config: self.config.clone(),
            rules: self.rules.clone(),
            ..CheckArgs::of(self.new.clone())
        }
    }
}
