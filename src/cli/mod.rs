//! The command line: arguments in, exit code out. The only room that knows clap, the clock and the terminal.

mod args;
mod check;
mod explain;
mod failure;
mod show;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

/// Runs the program.
pub fn main() -> ExitCode {
    let args = Args::parse();
    let done = match &args.command {
        Command::Check(args) => check::run(args),
        Command::Show(args) => show::run(args),
        Command::Explain(args) => explain::explain(args),
        Command::Rules(args) => explain::list(args),
    };
    match done {
        Ok(code) => code,
        Err(failure) => failure.report(),
    }
}
