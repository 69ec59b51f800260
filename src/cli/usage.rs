//! Mistakes in the arguments, told in the language that the arguments ask for.

use std::ffi::OsString;

use clap::ValueEnum as _;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::language::Language;

/// The language that `--lang` asks for, read before the arguments are known to be right.
pub(super) fn language(args: &[OsString]) -> Language {
    let mut values = args.iter().enumerate().filter_map(|(n, arg)| {
        let arg = arg.to_str()?;
        match arg.strip_prefix("--lang=") {
            Some(value) => Some(value),
            None => args.get(n + 1).filter(|_| arg == "--lang").and_then(|next| next.to_str()),
        }
    });
    values.find_map(|value| Language::from_str(value, false).ok()).unwrap_or_default()
}

/// What is wrong with the arguments, in one sentence, and where to find help.
pub(super) fn sentence(error: &clap::Error, language: Language) -> String {
    let said = |kind| error.get(kind).map(written).filter(|text| !text.is_empty());
    let arg = said(ContextKind::InvalidArg).unwrap_or_default();
    let value = said(ContextKind::InvalidValue).unwrap_or_default();
    let what = match error.kind() {
        ErrorKind::UnknownArgument => language.pick([
            format!("valitsinta {arg} ei ole"),
            format!("flaggan {arg} finns inte"),
            format!("there is no option {arg}"),
        ]),
        ErrorKind::InvalidSubcommand => {
            let name = said(ContextKind::InvalidSubcommand).unwrap_or_default();
            language.pick([
                format!("komentoa {name} ei ole"),
                format!("kommandot {name} finns inte"),
                format!("there is no command {name}"),
            ])
        }
        ErrorKind::InvalidValue if value.is_empty() => language.pick([
            format!("valitsimelta {arg} puuttuu arvo"),
            format!("flaggan {arg} saknar värde"),
            format!("the option {arg} needs a value"),
        ]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => language.pick([
            format!("arvo {value} ei käy valitsimelle {arg}"),
            format!("värdet {value} duger inte för {arg}"),
            format!("the value {value} does not do for {arg}"),
        ]),
        ErrorKind::MissingRequiredArgument => language.pick([
            format!("puuttuu: {arg}"),
            format!("saknas: {arg}"),
            format!("missing: {arg}"),
        ]),
        ErrorKind::ArgumentConflict => {
            let other = said(ContextKind::PriorArg).unwrap_or_default();
            language.pick([
                format!("{arg} ja {other} eivät sovi yhteen"),
                format!("{arg} och {other} går inte ihop"),
                format!("{arg} and {other} do not go together"),
            ])
        }
        _ => first_line(error),
    };
    format!("{}.{}{}", what.trim_end_matches('.'), choices(error, language), help(error, language))
}

/// The nearest right word, or else all that there are.
fn choices(error: &clap::Error, language: Language) -> String {
    let near =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(near) = near.into_iter().find_map(|kind| error.get(kind)) {
        let ask = language.pick(["Tarkoititko", "Menade du", "Did you mean"]);
        return format!(" {ask}: {}?", written(near));
    }
    match error.get(ContextKind::ValidValue).map(written).filter(|all| !all.is_empty()) {
        Some(all) => format!(" {}: {all}.", language.pick(["Käyvät", "Dessa duger", "These do"])),
        None => String::new(),
    }
}

fn help(error: &clap::Error, language: Language) -> String {
    let usage = error.get(ContextKind::Usage).map(written).unwrap_or_default();
    // The command of "Usage: seloste check [OPTIONS] …", if one was met.
    let command =
        usage.split_whitespace().nth(2).filter(|word| word.starts_with(char::is_lowercase));
    let command = command.map(|command| format!("{command} ")).unwrap_or_default();
    format!(" {}: seloste {command}--help", language.pick(["Apua", "Hjälp", "Help"]))
}

fn written(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => {
            texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
        }
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

/// What clap itself says, for mistakes that have no sentence of ours.
fn first_line(error: &clap::Error) -> String {
    let text = error.to_string();
    let line = text.lines().next().unwrap_or_default();
    line.trim_start_matches("error: ").trim_end_matches('.').to_owned()
}
