//! The command line: arguments in, exit code out. The only room that knows clap, the clock and the terminal.

mod args;
mod check;
mod failure;

use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

/// Runs the program.
pub fn main() -> ExitCode {
    let args = Args::parse();
    let done = match &args.command {
        Command::Check(check) => check::run(check),
    };
    match done {
        Ok(code) => code,
        Err(failure) => failure.report(),
    }
}
