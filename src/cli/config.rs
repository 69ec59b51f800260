//! `seloste config`: the choices in effect, as a file that would make them.

use std::io::{self, Write as _};
use std::process::ExitCode;

use super::args::ShowConfigArgs;
use super::check::rules;
use super::failure::Failure;
use super::settings;

pub(super) fn run(args: &ShowConfigArgs) -> Result<ExitCode, Failure> {
    let config = settings::config(&args.config, args.path.as_ref())?;
    let folder = config.written.rules.folder.as_deref().map(|folder| config.resolve(folder));
    config.check_names(&rules(folder.as_deref())?.rules)?;
    let from = match &config.path {
        Some(path) => path.display().to_string(),
        None => args
            .lang
            .pick([
                "oletukset: tiedostoa seloste.toml ei ole",
                "standardvärden: det finns ingen seloste.toml",
                "defaults: there is no seloste.toml",
            ])
            .to_owned(),
    };
    let text = toml::to_string_pretty(&config.written).unwrap_or_default();
    write!(io::stdout().lock(), "# {from}\n{text}")?;
    Ok(ExitCode::SUCCESS)
}
