//! `seloste explain` and `seloste rules`: what the rules want.

use std::io::{self, Write as _};
use std::process::ExitCode;

use super::args::{ExplainArgs, RulesArgs};
use super::check::rules;
use super::failure::Failure;
use crate::report::rule_page;

pub(super) fn explain(args: &ExplainArgs) -> Result<ExitCode, Failure> {
    let rules = rules(args.rules.as_deref())?;
    let rule = rules.rule(&args.rule).ok_or_else(|| Failure::unknown_rule(&args.rule, &rules))?;
    io::stdout().lock().write_all(rule_page::page(rule, args.lang).as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

pub(super) fn list(args: &RulesArgs) -> Result<ExitCode, Failure> {
    let rules = rules(args.rules.as_deref())?;
    let mut out = io::stdout().lock();
    for rule in &rules.rules {
        let level = rule_page::level(rule.level, args.lang);
        let title = rule.title.in_language(args.lang);
        writeln!(out, "{:<48} {:<9} {:<12} {title}", rule.name, level, rule.family)?;
    }
    Ok(ExitCode::SUCCESS)
}
