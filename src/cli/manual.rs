//! What the arguments tell of themselves: completions for shells and the manual page.

use std::io::{self, Write as _};
use std::process::ExitCode;

use clap::CommandFactory as _;
use clap_complete::Shell;

use super::args::Args;
use super::failure::Failure;

/// Completions for a shell, to be kept where it looks for them.
pub(super) fn completions(shell: Shell) -> Result<ExitCode, Failure> {
    let mut made = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "seloste", &mut made);
    io::stdout().lock().write_all(&made)?;
    Ok(ExitCode::SUCCESS)
}

/// The manual page, with a section a command.
pub(super) fn page() -> Result<ExitCode, Failure> {
    let mut made = Vec::new();
    let mut command = Args::command();
    command.build();
    clap_mangen::Man::new(command.clone()).render(&mut made)?;
    for below in command.get_subcommands().filter(|below| !below.is_hide_set()) {
        let page = clap_mangen::Man::new(below.clone());
        page.render_name_section(&mut made)?;
        page.render_synopsis_section(&mut made)?;
        page.render_options_section(&mut made)?;
    }
    io::stdout().lock().write_all(&made)?;
    Ok(ExitCode::SUCCESS)
}
