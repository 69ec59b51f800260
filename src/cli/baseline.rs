//! `seloste baseline`: what is found today is what was found before, from now on.

use std::io::{self, Write as _};
use std::process::ExitCode;

use rayon::prelude::*;

use super::args::{BaselineArgs, BaselineCommand};
use super::failure::Failure;
use super::settings::Settings;
use crate::baseline::Baseline;
use crate::source::Document;
use crate::{Examined, Outcome, examine};

pub(super) fn run(command: &BaselineCommand) -> Result<ExitCode, Failure> {
    let (BaselineCommand::Create(args)
    | BaselineCommand::Update(args)
    | BaselineCommand::Prune(args)) = command;
    let settings = Settings::of(&args.check)?;
    let language = settings.base().language;
    let path = settings.baseline_path(args.check.baseline.as_deref());
    let mut baseline = match command {
        BaselineCommand::Create(_) if path.exists() => {
            let path = path.display();
            return Err(Failure::Usage(language.pick([
                format!("{path} on jo olemassa. Päivitä se: seloste baseline update"),
                format!("{path} finns redan. Uppdatera den: seloste baseline update"),
                format!("{path} exists already. To update it: seloste baseline update"),
            ])));
        }
        BaselineCommand::Create(_) => Baseline::empty(&path),
        BaselineCommand::Update(_) | BaselineCommand::Prune(_) => Baseline::load(&path)?,
    };
    let mut code = ExitCode::SUCCESS;
    for examined in all(args, &settings)? {
        match &examined.outcome {
            Outcome::Read(reading) if reading.unread_pages.is_empty() => {}
            Outcome::Read(_) | Outcome::Unexamined(_) => code = ExitCode::from(3),
        }
        match command {
            BaselineCommand::Prune(_) => baseline.prune(&examined),
            BaselineCommand::Create(_) | BaselineCommand::Update(_) => baseline.update(&examined),
        }
    }
    baseline.save(&path)?;
    let (n, path) = (baseline.findings(), path.display());
    let told = language.pick([
        format!("{path}: {n} tunnettua löydöstä"),
        format!("{path}: {n} kända anmärkningar"),
        format!("{path}: {n} known findings"),
    ]);
    writeln!(io::stdout().lock(), "{told}")?;
    Ok(code)
}

fn all(args: &BaselineArgs, settings: &Settings) -> Result<Vec<Examined>, Failure> {
    let (inputs, _) = settings.inputs(&args.check)?;
    let examined = inputs.documents.par_iter().map(|input| {
        let request = settings.request(&input.path);
        examine(Document::read(input, request.limits.max_size), &settings.rules, &request)
    });
    Ok(examined.collect())
}
