//! The arguments, as they are typed.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use super::output::OutputFile;
use crate::config::FailOn;
use crate::extract::{Limits, PdfEngine};
use crate::finding::Level;
use crate::language::Language;
use crate::report::Format;

/// The most bytes a document may have, where nobody says.
pub(super) const MAX_SIZE: u64 = 64 * 1024 * 1024;

const EXIT_CODES: &str = "\
Exit codes:
  0  every document was examined; nothing at or above --fail-on was found
  1  every document was examined; something at or above --fail-on was found
  2  wrong arguments, configuration or rule files: nothing was examined
  3  a document, or a page of one, could not be examined, or none was given";

/// Reads existing Finnish privacy notices and says what they lack.
#[derive(Debug, Parser)]
#[command(name = "seloste", version, after_help = EXIT_CODES)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Examines notices.
    Check(CheckArgs),
    /// Shows what a stage saw of a document.
    Show(ShowArgs),
    /// Says what a change of a notice adds, mends and leaves.
    Diff(super::diff::DiffArgs),
    /// Writes mechanical repairs, and suggests what needs a person.
    Fix(super::fix::FixArgs),
    /// Says what a rule wants and why.
    Explain(ExplainArgs),
    /// Lists the rules.
    Rules(RulesArgs),
    /// Keeps what is found today, so that only what is new fails.
    #[command(subcommand)]
    Baseline(BaselineCommand),
    /// Writes completions for a shell.
    Completions {
        /// The shell.
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// Writes the manual page.
    #[command(hide = true)]
    Man,
    /// Shows the choices in effect: those of seloste.toml.
    Config(ShowConfigArgs),
    /// Serves editors over the Language Server Protocol, on standard input and output.
    Lsp(super::lsp::LspArgs),
    /// Says what is known of a statute, or which ones a notice cites.
    Law(super::law::LawArgs),
    /// Lists the registers of law, renews them, or tells which notices a change touches.
    Registers(super::registers::RegistersArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct ShowArgs {
    /// The document.
    #[arg(value_name = "FILE")]
    pub(super) path: OsString,
    /// The stage.
    #[arg(long, value_enum, default_value_t)]
    pub(super) stage: Stage,
    /// Day on which the law is looked at (default: today).
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<Date>,
    /// Language of sentences.
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Language,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    /// Folder of rule files, laid over those built in.
    #[arg(long, value_name = "DIR")]
    pub(super) rules: Option<PathBuf>,
}

/// How documents are read.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct ReadingArgs {
    /// What reads PDFs.
    #[arg(long, value_enum, default_value_t)]
    pub(super) pdf_engine: PdfEngine,
    /// Password of encrypted documents.
    #[arg(long, value_name = "PASSWORD", default_value = "", hide_default_value = true)]
    pub(super) password: String,
    /// Read pages without text through text recognition (tesseract, if it is installed).
    #[arg(long)]
    pub(super) ocr: bool,
}

impl ReadingArgs {
    /// The limits that these arguments ask for.
    pub(super) fn limits(&self) -> Limits {
        Limits {
            engine: self.pdf_engine,
            password: self.password.clone(),
            ocr: self.ocr,
            ..Limits::default()
        }
    }
}

/// What `seloste show` shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Stage {
    /// Every line with its number, page and box.
    Lines,
    /// The text in reading order, without running headers.
    Text,
    /// The tick boxes, their options and states.
    Boxes,
    /// The sections and their kinds.
    #[default]
    Outline,
    /// The items and their evidence.
    Items,
    /// What the notice says, and how it says it.
    Facts,
    /// The statutes cited.
    Citations,
}

#[derive(Debug, clap::Args)]
pub(super) struct ExplainArgs {
    /// Name of the rule, or its number in the catalogue.
    pub(super) rule: String,
    /// Language.
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Language,
    /// Folder of rule files, laid over those built in.
    #[arg(long, value_name = "DIR")]
    pub(super) rules: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct RulesArgs {
    #[command(subcommand)]
    pub(super) command: Option<RulesCommand>,
    /// Format of the list.
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: RulesFormat,
    /// Language.
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Language,
    /// Folder of rule files, laid over those built in.
    #[arg(long, value_name = "DIR")]
    pub(super) rules: Option<PathBuf>,
}

/// What those who write rules of their own do.
#[derive(Debug, Subcommand)]
pub(super) enum RulesCommand {
    /// Writes the files of a new rule, to be changed.
    New(RulesNewArgs),
    /// Runs the examples of the rules in a folder, and says what was found where.
    Test(RulesTestArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct RulesNewArgs {
    /// Name of the rule: it says the fault (vanha-palvelun-nimi).
    pub(super) name: String,
    /// Folder of rule files.
    #[arg(long, value_name = "DIR", default_value = "saannot")]
    pub(super) folder: PathBuf,
    /// Language.
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Language,
}

#[derive(Debug, clap::Args)]
pub(super) struct RulesTestArgs {
    /// Folder of rule files.
    #[arg(value_name = "DIR")]
    pub(super) folder: PathBuf,
    /// Day on which the law is looked at, where an example names none (default: today).
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<Date>,
    /// Language.
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Language,
}

/// Formats of the list of rules.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum RulesFormat {
    /// One line a rule.
    #[default]
    Text,
    /// For machines.
    Json,
}

#[derive(Debug, clap::Args)]
#[command(after_help = EXIT_CODES)]
pub(super) struct CheckArgs {
    /// Files, folders, wildcards, or - for standard input.
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<OsString>,
    /// Name of the document on standard input.
    #[arg(long, value_name = "NAME", default_value = "-")]
    pub(super) stdin_filename: String,
    /// Day on which the law is looked at (default: today).
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<Date>,
    /// Days ahead for which repeals that are known already are told.
    #[arg(long, value_name = "DAYS")]
    pub(super) horizon: Option<u16>,
    /// Language of messages (default: fi).
    #[arg(long, value_enum)]
    pub(super) lang: Option<Language>,
    /// Format of the output.
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
    /// Only documents that differ from this revision in the git work tree here; none is a clean run.
    #[arg(long, value_name = "REV")]
    pub(super) changed_since: Option<String>,
    /// A report into a file as well; the name tells the format (.json, .sarif, .xml, .md, .csv, .txt), or FORMAT=FILE.
    #[arg(long, value_name = "[FORMAT=]FILE")]
    pub(super) output: Vec<OutputFile>,
    /// Only these rules: by name, family or article (13(2)(a)).
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) select: Vec<String>,
    /// Not these rules.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) ignore: Vec<String>,
    /// Let the pedantic rules speak, too.
    #[arg(long)]
    pub(super) pedantic: bool,
    /// Another level for a rule.
    #[arg(long, value_name = "RULE=LEVEL", value_parser = rule_level)]
    pub(super) level: Vec<(String, Level)>,
    /// Level from which a finding makes the exit code 1 (default: error).
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub(super) fail_on: Option<FailOn>,
    /// Always exit with 0 when the run itself was in order.
    #[arg(long)]
    pub(super) exit_zero: bool,
    /// Colour in text output.
    #[arg(long, value_enum, default_value_t)]
    pub(super) color: Color,
    /// Columns of text output (default: those of the terminal, at most 100).
    #[arg(long, value_name = "N")]
    pub(super) width: Option<usize>,
    /// Plain signs instead of symbols and lines.
    #[arg(long)]
    pub(super) ascii: bool,
    #[command(flatten)]
    pub(super) reading: ReadingArgs,
    #[command(flatten)]
    pub(super) config: ConfigArgs,
    /// What was found before: such findings are known and fail nothing (default: seloste-baseline.json beside
    /// seloste.toml, if it is there).
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// Folder of rule files, laid over those built in.
    #[arg(long, value_name = "DIR")]
    pub(super) rules: Option<PathBuf>,
    /// Threads (default: as many as there are processors).
    #[arg(long, value_name = "N")]
    pub(super) jobs: Option<usize>,
    /// The most bytes a document may have.
    #[arg(long, value_name = "BYTES", default_value_t = MAX_SIZE)]
    pub(super) max_size: u64,
}

impl CheckArgs {
    /// The check of one path, with nothing else chosen.
    pub(super) fn of(path: OsString) -> Self {
        Self {
            paths: vec![path],
            stdin_filename: String::new(),
            as_of: None,
            horizon: None,
            lang: None,
            format: Format::default(),
            changed_since: None,
            output: Vec::new(),
            select: Vec::new(),
            ignore: Vec::new(),
            pedantic: false,
            level: Vec::new(),
            fail_on: None,
            exit_zero: false,
            color: Color::default(),
            width: None,
            ascii: false,
            reading: ReadingArgs::default(),
            config: ConfigArgs::default(),
            baseline: None,
            rules: None,
            jobs: None,
            max_size: MAX_SIZE,
        }
    }
}

/// What is done with the file of what was found before.
#[derive(Debug, Subcommand)]
pub(super) enum BaselineCommand {
    /// Makes the file of what is found now.
    Create(BaselineArgs),
    /// Takes in what is found now, new findings too.
    Update(BaselineArgs),
    /// Takes out what is not found any more; takes in nothing.
    Prune(BaselineArgs),
}

#[derive(Debug, clap::Args)]
pub(super) struct BaselineArgs {
    #[command(flatten)]
    pub(super) check: CheckArgs,
}

/// Where the choices of a repository are read from.
#[derive(Debug, Clone, Default, clap::Args)]
pub(super) struct ConfigArgs {
    /// The file of choices (default: the nearest seloste.toml at or above the first path).
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    pub(super) config: Option<PathBuf>,
    /// Read no seloste.toml.
    #[arg(long)]
    pub(super) isolated: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct ShowConfigArgs {
    /// The file or folder whose choices are shown (default: this folder).
    #[arg(value_name = "PATH")]
    pub(super) path: Option<OsString>,
    #[command(flatten)]
    pub(super) config: ConfigArgs,
    /// Language.
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Language,
}

/// When to use colour.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless `NO_COLOR` is set; elsewhere when `FORCE_COLOR` is.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

fn rule_level(text: &str) -> Result<(String, Level), String> {
    let (rule, name) = text.split_once('=').ok_or("expected RULE=LEVEL")?;
    Ok((rule.to_owned(), level(name)?))
}

fn level(name: &str) -> Result<Level, String> {
    Level::from_str(name, false).map_err(|_| format!("`{name}` is not error, warning or note"))
}
