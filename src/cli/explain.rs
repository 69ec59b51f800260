//! `seloste explain` and `seloste rules`: what the rules want.

use std::io::{self, Write as _};
use std::process::ExitCode;

use super::args::{ExplainArgs, RulesArgs, RulesFormat};
use super::check::files;
use super::failure::Failure;
use crate::check::{RuleSet, named};
use crate::report::{rule_list, rule_page};

pub(super) fn explain(args: &ExplainArgs) -> Result<ExitCode, Failure> {
    let rules = RuleSet::rules_only(&files(args.rules.as_deref())?)?;
    let pages: Vec<String> =
        named(&rules, &args.rule).map(|rule| rule_page::page(rule, args.lang)).collect();
    if pages.is_empty() {
        return Err(Failure::unknown_rule(&args.rule, &rules, args.lang));
    }
    io::stdout().lock().write_all(pages.join("\n").as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

pub(super) fn list(args: &RulesArgs) -> Result<ExitCode, Failure> {
    let rules = RuleSet::rules_only(&files(args.rules.as_deref())?)?;
    let list = match args.format {
        RulesFormat::Text => rule_list::table(&rules, args.lang),
        RulesFormat::Json => rule_list::json(&rules, args.lang),
    };
    io::stdout().lock().write_all(list.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}
