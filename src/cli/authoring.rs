//! `seloste rules new` and `seloste rules test`: for those who write rules of their own.

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use jiff::civil::Date;

use super::args::{RulesNewArgs, RulesTestArgs};
use super::check::rules;
use super::clock::today;
use super::failure::Failure;
use crate::check::{RuleSet, Tried};
use crate::language::Language;
use crate::place::on_one_line;
use crate::rule::{self, Example, Rule, RuleFiles};

/// Writes the two files of a new rule: what it looks for, and what it says.
pub(super) fn new(args: &RulesNewArgs) -> Result<ExitCode, Failure> {
    let name = &args.name;
    let is_name = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if name.is_empty() || !name.chars().all(is_name) || name.starts_with('-') {
        return Err(Failure::Usage(args.lang.pick([
            format!("”{name}” ei käy säännön nimeksi: vain a–z, numeroita ja väliviivoja. Nimi sanoo vian."),
            format!("”{name}” duger inte som namn: bara a–z, siffror och bindestreck. Namnet säger felet."),
            format!("“{name}” is no name of a rule: only a–z, digits and hyphens. A name says the fault."),
        ])));
    }
    let mut out = io::stdout().lock();
    for path in rule::scaffold(&args.folder, name)? {
        writeln!(out, "{}", path.display())?;
    }
    writeln!(out, "seloste rules test {}", args.folder.display())?;
    Ok(ExitCode::SUCCESS)
}

/// Runs the examples of the rules in a folder and says what was found where.
pub(super) fn test(args: &RulesTestArgs) -> Result<ExitCode, Failure> {
    let own = names_in(&args.folder)?;
    let rules = rules(Some(&args.folder))?;
    let as_of = args.as_of.unwrap_or_else(today);
    let (mut out, mut wrong, mut tried) = (String::new(), 0, 0);
    for rule in rules.rules.iter().filter(|rule| own.contains(&rule.name)) {
        let _ = writeln!(out, "{}", rule.name);
        for (n, case) in rule.examples.iter().enumerate() {
            tried += 1;
            wrong += usize::from(!one(&mut out, n + 1, case, rule, &rules, as_of, args.lang));
        }
    }
    let sums = args.lang.pick([
        format!("{tried} esimerkkiä, {wrong} väärin"),
        format!("{tried} exempel, {wrong} fel"),
        format!("{tried} examples, {wrong} wrong"),
    ]);
    let _ = writeln!(out, "{sums}");
    io::stdout().lock().write_all(out.as_bytes())?;
    Ok(ExitCode::from(u8::from(wrong > 0)))
}

/// The rules that have a file in the folder.
fn names_in(folder: &Path) -> Result<Vec<String>, Failure> {
    let files = RuleFiles::of(folder)?;
    let name =
        |path: &str| path.rsplit('/').next().map(|file| file.trim_end_matches(".toml").to_owned());
    Ok(files.all().filter_map(|(path, _)| name(path)).collect())
}

/// Tells of one example; returns whether the rule does what the example says.
fn one(
    out: &mut String,
    n: usize,
    case: &Example,
    rule: &Rule,
    rules: &RuleSet,
    as_of: Date,
    language: Language,
) -> bool {
    let tried = Tried::of(case, rule, rules, as_of, language);
    let is_right = tried.findings.is_empty() != case.fires;
    let [right, wrong] = language.pick([["oikein", "VÄÄRIN"], ["rätt", "FEL"], ["right", "WRONG"]]);
    let [fires, silent] = language.pick([
        ["pitää huomauttaa", "pitää vaieta"],
        ["ska anmärka", "ska tiga"],
        ["must fire", "must stay silent"],
    ]);
    let (word, wanted) =
        (if is_right { right } else { wrong }, if case.fires { fires } else { silent });
    let _ = writeln!(out, "  {n} {word} ({wanted})");
    for finding in &tried.findings {
        let at = finding.span.map(|span| {
            let script = &tried.notice.script;
            format!("”{}” ", on_one_line(span.of(&script.text)))
        });
        let _ = writeln!(out, "    {}{}", at.unwrap_or_default(), finding.message);
    }
    is_right
}
