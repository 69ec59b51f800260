//! The arguments, as they are typed.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum};
use jiff::civil::Date;

use crate::language::Language;

/// Lukee valmiita tietosuojaselosteita ja kertoo, mitä niistä puuttuu.
#[derive(Debug, Parser)]
#[command(name = "seloste", version)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Examines notices.
    Check(CheckArgs),
}

#[derive(Debug, clap::Args)]
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
    /// Language of messages.
    #[arg(long, value_enum, default_value_t)]
    pub(super) lang: Language,
    /// Format of the output.
    #[arg(long, value_enum, default_value_t)]
    pub(super) format: Format,
    /// Folder of rule files, laid over those built in.
    #[arg(long, value_name = "DIR")]
    pub(super) rules: Option<PathBuf>,
    /// Threads (default: as many as there are processors).
    #[arg(long, value_name = "N")]
    pub(super) jobs: Option<usize>,
    /// The most bytes a document may have.
    #[arg(long, value_name = "BYTES", default_value_t = 64 * 1024 * 1024)]
    pub(super) max_size: u64,
}

/// Formats of the output.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// For people.
    #[default]
    Text,
    /// One line a finding.
    Concise,
    /// For machines.
    Json,
}
