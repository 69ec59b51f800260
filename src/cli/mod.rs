//! The command line: arguments in, exit code out. The only room that knows clap, the clock and the terminal.

mod args;
mod authoring;
mod baseline;
mod changed;
mod check;
mod clock;
mod config;
mod diff;
mod explain;
mod failure;
mod fix;
mod law;
mod lsp;
mod manual;
mod output;
mod panic;
mod registers;
mod settings;
mod show;
mod usage;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser as _;

use crate::language::Language;
use args::{Args, Command, RulesCommand};
use failure::Failure;

/// Runs the program.
pub fn main() -> ExitCode {
    let words: Vec<OsString> = std::env::args_os().collect();
    let language = usage::language(&words);
    panic::quiet();
    panic::guarded(language, || match Args::try_parse_from(&words) {
        Ok(args) => run(&args.command).unwrap_or_else(|failure| failure.report()),
        Err(error) => misused(&error, language),
    })
}

fn run(command: &Command) -> Result<ExitCode, Failure> {
    match command {
        Command::Check(args) => check::run(args),
        Command::Show(args) => show::run(args),
        Command::Diff(args) => diff::run(args),
        Command::Fix(args) => fix::run(args),
        Command::Explain(args) => explain::explain(args),
        Command::Rules(args) => match &args.command {
            Some(RulesCommand::New(args)) => authoring::new(args),
            Some(RulesCommand::Test(args)) => authoring::test(args),
            None => explain::list(args),
        },
        Command::Baseline(command) => baseline::run(command),
        Command::Completions { shell } => manual::completions(*shell),
        Command::Man => manual::page(),
        Command::Config(args) => config::run(args),
        Command::Lsp(args) => Ok(lsp::run(args)),
        Command::Law(args) => law::run(args),
        Command::Registers(args) => registers::run(args),
    }
}

/// Help and version were asked for and come as clap writes them; a mistake is told in the language asked for.
fn misused(error: &clap::Error, language: Language) -> ExitCode {
    use clap::error::ErrorKind::{
        DisplayHelp, DisplayHelpOnMissingArgumentOrSubcommand, DisplayVersion,
    };
    match error.kind() {
        DisplayHelp | DisplayVersion | DisplayHelpOnMissingArgumentOrSubcommand => {
            // When the reader went away there is nobody left to tell.
            let _ = error.print();
            ExitCode::from(if error.use_stderr() { 2 } else { 0 })
        }
        _ => Failure::Usage(usage::sentence(error, language)).report(),
    }
}
