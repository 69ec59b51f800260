//! `seloste lsp`: the language server on standard input and output.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;
use std::time::SystemTime;

use jiff::civil::Date;

use super::args::{CheckArgs, ConfigArgs};
use super::clock::today;
use super::failure::Failure;
use super::settings::{self, Settings};
use crate::config::Config;
use crate::language::Language;
use crate::lsp::{self, Choices, Ending, Unready};

#[derive(Debug, clap::Args)]
pub(super) struct LspArgs {
    /// Day on which the law is looked at (default: today).
    #[arg(long, value_name = "DATE")]
    as_of: Option<Date>,
    /// Language of messages (default: that of seloste.toml, or fi).
    #[arg(long, value_enum)]
    lang: Option<Language>,
    #[command(flatten)]
    config: ConfigArgs,
    /// Folder of rule files, laid over those built in.
    #[arg(long, value_name = "DIR")]
    rules: Option<PathBuf>,
    /// Standard input and output, as many editors ask for it; there is no other way.
    #[arg(long, hide = true)]
    stdio: bool,
}

pub(super) fn run(args: &LspArgs) -> ExitCode {
    let mut known = Known { args, choices: BTreeMap::new() };
    let ended = lsp::serve(io::stdin(), &mut io::stdout(), &mut |path| known.choices(path));
    match ended {
        Ok(Ending::Orderly) => ExitCode::SUCCESS,
        // Whoever stops reading has left without a word.
        Ok(Ending::Abrupt) | Err(_) => ExitCode::FAILURE,
    }
}

/// The choices that were read, by the configuration that says them (or by none).
struct Known<'a> {
    args: &'a LspArgs,
    choices: BTreeMap<Option<PathBuf>, Kept>,
}

/// Choices that hold until something of what they were read from is another.
struct Kept {
    choices: Rc<Choices>,
    today: Date,
    baseline: PathBuf,
    baseline_state: Option<(SystemTime, u64)>,
}

impl Known<'_> {
    /// The choices for the document at `path`: the registers are read once, and again when `seloste.toml` changes.
    fn choices(&mut self, path: &Path) -> Result<Rc<Choices>, Unready> {
        let args = self.args;
        let unready = |failure: Failure, file: Option<&Path>| Unready {
            errors: failure.mistakes(file),
            language: args.lang.unwrap_or_default(),
        };
        let config = settings::config(&args.config, Some(&path.as_os_str().to_owned()))
            .map_err(|failure| unready(failure, None))?;
        if let Some(kept) = self.choices.get(&config.path).filter(|kept| kept.holds(&config)) {
            return Ok(Rc::clone(&kept.choices));
        }
        let kept = Kept::read(args, path).map_err(|why| unready(why, config.path.as_deref()))?;
        let choices = Rc::clone(&kept.choices);
        self.choices.insert(config.path, kept);
        Ok(choices)
    }
}

impl Kept {
    fn read(args: &LspArgs, path: &Path) -> Result<Self, Failure> {
        let settings = Settings::of(&CheckArgs {
            as_of: args.as_of,
            lang: args.lang,
            config: args.config.clone(),
            rules: args.rules.clone(),
            ..CheckArgs::of(path.as_os_str().to_owned())
        })?;
        let baseline = settings.baseline_path(None);
        let baseline_state = state_of(&baseline);
        let choices = Rc::new(settings.into_choices()?);
        Ok(Self { choices, today: today(), baseline, baseline_state })
    }

    fn holds(&self, config: &Config) -> bool {
        self.choices.config.text == config.text
            && self.today == today()
            && self.baseline_state == state_of(&self.baseline)
    }
}

/// What tells a file that was changed: when, and how long it is.
fn state_of(path: &Path) -> Option<(SystemTime, u64)> {
    let about = fs::metadata(path).ok()?;
    Some((about.modified().ok()?, about.len()))
}
