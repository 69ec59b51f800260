//! What a run does: the choices of `seloste.toml` with those of the arguments laid over them.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use jiff::ToSpan as _;

use super::args::{CheckArgs, ConfigArgs};
use super::changed;
use super::check::files;
use super::clock::today;
use super::failure::Failure;
use crate::baseline::{self, Baseline};
use crate::check::suppress::{self, Suppression};
use crate::check::{Context, RuleSet};
use crate::config::{Config, FailOn, GLOSSARY};
use crate::extract::Limits;
use crate::finding::Finding;
use crate::language::Language;
use crate::lsp::Choices;
use crate::rule::{Selection, SuppressionFault};
use crate::source::{Inputs, inputs};
use crate::{Examined, Request, configuration};

/// What a run does, checked.
pub(super) struct Settings {
    pub(super) config: Config,
    pub(super) rules: RuleSet,
    pub(super) fail_on: FailOn,
    /// What is asked of each document; its selection of rules is that of the arguments.
    base: Request,
    /// Whether only what has changed is examined: what is met nowhere there may be met elsewhere.
    in_part: bool,
}

impl Settings {
    pub(super) fn of(args: &CheckArgs) -> Result<Self, Failure> {
        let config = config(&args.config, args.paths.first())?;
        let written = &config.written;
        let folder = written.rules.folder.as_deref().map(|folder| config.resolve(folder));
        let rules = rules(args.rules.as_deref().or(folder.as_deref()), &config)?;
        let language = args.lang.or(written.language).unwrap_or_default();
        let base = request(args, &config, language);
        if let Some(name) = base.selection.unknown_names(&rules.rules).next() {
            return Err(Failure::unknown_rule(name, &rules.rules, language));
        }
        config.check_names(&rules.rules)?;
        pinned_rules(&config, &rules, language)?;
        let fail_on = args.fail_on.or(written.fail_on).unwrap_or_default();
        let in_part = args.changed_since.is_some();
        Ok(Self { config, rules, fail_on, base, in_part })
    }

    /// What the paths stand for, and the number of documents left out as unchanged (`--changed-since`).
    pub(super) fn inputs(&self, args: &CheckArgs) -> Result<(Inputs, usize), Failure> {
        let is_excluded = |path: &str| self.config.is_excluded(path);
        let mut inputs = inputs(&args.paths, &args.stdin_filename, is_excluded);
        let unchanged = match &args.changed_since {
            Some(revision) => changed::since(revision, &mut inputs.documents, self.base.language)?,
            None => 0,
        };
        Ok((inputs, unchanged))
    }

    /// What is asked of the document at `path`.
    pub(super) fn request(&self, path: &str) -> Request {
        self.base.within(&self.config, path)
    }

    /// The configuration, where its suppressions are at fault. `met` says of those that held for a document whether
    /// they met a finding in any; whether the others are needed is not known.
    pub(super) fn faulty_config(&self, met: &BTreeMap<usize, bool>) -> Option<Examined> {
        let base = &self.base;
        let context = Context { as_of: base.as_of, horizon: base.horizon, language: base.language };
        let fault = |(n, suppression): (usize, &Suppression)| {
            let is_idle = !self.in_part && met.get(&n).is_some_and(|met| !met);
            let idle = is_idle.then_some(SuppressionFault::Unused);
            let fault = suppression.fault(base.as_of).or(idle)?;
            let Suppression { rules, until, span, .. } = suppression;
            suppress::told(fault, rules, *until, *span, &self.rules.rules, context)
        };
        let mut findings: Vec<Finding> =
            self.config.suppressions().enumerate().filter_map(fault).collect();
        let path = self.config.path.as_ref()?.to_string_lossy().into_owned();
        self.request(&path).selection.apply(&mut findings, &self.rules.rules);
        (!findings.is_empty())
            .then(|| configuration(self.shown_path(), &self.config.text, findings))
    }

    /// The path of the configuration as a report prints it: from where the program runs, if it lies below.
    fn shown_path(&self) -> String {
        let path = self.config.path.as_deref().unwrap_or(Path::new(""));
        let here = crate::source::absolute(Path::new("."));
        let path = path.strip_prefix(&here).unwrap_or(path).to_string_lossy();
        if cfg!(windows) { path.replace('\\', "/") } else { path.into_owned() }
    }

    /// The file of what was found before: the one named, that of the configuration, or the usual one beside it.
    pub(super) fn baseline_path(&self, named: Option<&Path>) -> PathBuf {
        let written = self.config.written.baseline.as_deref();
        let named = named.map(Path::to_owned);
        named.unwrap_or_else(|| {
            self.config.resolve(written.unwrap_or(Path::new(baseline::FILE_NAME)))
        })
    }

    /// What was found before, if a file of that is named or lies in its usual place beside the configuration.
    pub(super) fn baseline(&self, named: Option<&Path>) -> Result<Option<Baseline>, Failure> {
        let path = self.baseline_path(named);
        let wanted = named.is_some() || self.config.written.baseline.is_some();
        if !wanted && (self.config.path.is_none() || !path.exists()) {
            return Ok(None);
        }
        Ok(Some(Baseline::load(&path)?))
    }

    /// The same for an editor, where documents come one by one: whether a suppression is needed is not known there.
    pub(super) fn into_choices(self) -> Result<Choices, Failure> {
        let baseline = self.baseline(None)?;
        let faulty = self.faulty_config(&BTreeMap::new());
        let Self { rules, config, base, .. } = self;
        Ok(Choices { rules, config, base, baseline, faulty })
    }

    /// What is asked of every document, but for the choices of the file on which rules speak.
    pub(super) fn base(&self) -> &Request {
        &self.base
    }
}

/// The file named, the nearest to the first path, or none.
pub(super) fn config(args: &ConfigArgs, first: Option<&OsString>) -> Result<Config, Failure> {
    if args.isolated {
        return Ok(Config::default());
    }
    if let Some(path) = &args.config {
        return Ok(Config::load(path)?);
    }
    let first = first.map_or(Path::new("."), Path::new);
    // Of a file, of standard input and of what is not there, the folder.
    let start = if first.is_dir() { first } else { first.parent().unwrap_or(Path::new(".")) };
    Ok(Config::discover(start)?)
}

fn request(args: &CheckArgs, config: &Config, language: Language) -> Request {
    let pin = config.written.as_of.map(|day| day.0).filter(|_| args.as_of.is_none());
    let as_of = args.as_of.or(pin).unwrap_or_else(today);
    Request {
        as_of,
        horizon: args.horizon.map(|days| as_of.saturating_add(i64::from(days).days())),
        today: pin.map(|_| today()),
        language,
        limits: Limits { max_size: args.max_size, ..args.reading.limits() },
        selection: Selection {
            select: args.select.clone(),
            pedantic: args.pedantic,
            ignore: args.ignore.clone(),
            levels: args.level.clone(),
        },
        suppressions: Vec::new(),
    }
}

/// The rules, with what the configuration tells of its organisation. The name of the set stays that of the rules
/// themselves: a repository that pins it must be able to name a new system.
fn rules(folder: Option<&Path>, config: &Config) -> Result<RuleSet, Failure> {
    let files = files(folder)?;
    let mut rules = match config.glossary() {
        Some(facts) => RuleSet::with(&files, GLOSSARY, facts)?,
        None => RuleSet::load(&files)?,
    };
    rules.knowledge.organisation = config.written.organisation.clone();
    Ok(rules)
}

/// A repository that pins its rules is checked by those, or not at all.
fn pinned_rules(config: &Config, rules: &RuleSet, language: Language) -> Result<(), Failure> {
    let Some(pin) = config.written.rules.version.as_deref() else { return Ok(()) };
    let (used, pin) = (rules.sha256(), pin.to_lowercase());
    if !pin.is_empty() && used.starts_with(&pin) {
        return Ok(());
    }
    Err(Failure::Usage(language.pick([
        format!("asetukset vaativat säännöstön {pin}, mutta käytössä on {used}. Asenna se versio, jossa säännöstö on, tai vaihda rules.version."),
        format!("inställningarna kräver regeluppsättningen {pin}, men {used} används. Installera den version som har den, eller ändra rules.version."),
        format!("the configuration asks for the rule set {pin}, but {used} is in use. Install the version that has it, or change rules.version."),
    ])))
}
