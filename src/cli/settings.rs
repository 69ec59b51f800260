//! What a run does: the choices of `seloste.toml` with those of the arguments laid over them.

use std::ffi::OsString;
use std::path::Path;

use super::args::{CheckArgs, ConfigArgs};
use super::check::{rules, today};
use super::failure::Failure;
use crate::Request;
use crate::check::RuleSet;
use crate::config::{Config, FailOn};
use crate::extract::Limits;
use crate::language::Language;
use crate::recognise::{GeneralNotice, Organisation};
use crate::rule::Selection;

/// What a run does, checked.
pub(super) struct Settings {
    pub(super) config: Config,
    pub(super) rules: RuleSet,
    pub(super) fail_on: FailOn,
    /// What is asked of each document; its selection of rules is that of the arguments.
    base: Request,
}

impl Settings {
    pub(super) fn of(args: &CheckArgs) -> Result<Self, Failure> {
        let config = config(&args.config, args.paths.first())?;
        let written = &config.written;
        let folder = written.rules.folder.as_deref().map(|folder| config.resolve(folder));
        let mut rules = rules(args.rules.as_deref().or(folder.as_deref()))?;
        rules.knowledge.organisation = organisation(&config);
        let language = args.lang.or(written.language).unwrap_or_default();
        let base = request(args, &config, language);
        if let Some(name) = base.selection.unknown_names(&rules.rules).next() {
            return Err(Failure::unknown_rule(name, &rules, language));
        }
        config.check_names(&rules.rules)?;
        pinned_rules(&config, &rules, language)?;
        let fail_on = args.fail_on.or(written.fail_on).unwrap_or_default();
        Ok(Self { config, rules, fail_on, base })
    }

    /// What is asked of the document at `path`.
    pub(super) fn request(&self, path: &str) -> Request {
        let selection = self.config.selection(path).with(&self.base.selection);
        Request { selection, ..self.base.clone() }
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
    Request {
        as_of: args.as_of.or(pin).unwrap_or_else(today),
        today: pin.map(|_| today()),
        language,
        limits: Limits { max_size: args.max_size, ..args.reading.limits() },
        selection: Selection {
            select: args.select.clone(),
            pedantic: args.pedantic,
            ignore: args.ignore.clone(),
            levels: args.level.clone(),
        },
    }
}

fn organisation(config: &Config) -> Organisation {
    let written = &config.written.organisation;
    let general = written.general_notice.as_ref();
    Organisation {
        public_body: written.public_body,
        general_notice: general.map(|general| GeneralNotice {
            name: general.name.clone(),
            covers: general.covers.clone(),
        }),
    }
}

/// A repository that pins its rules is checked by those, or not at all.
fn pinned_rules(config: &Config, rules: &RuleSet, language: Language) -> Result<(), Failure> {
    let Some(pin) = config.written.rules.version.as_deref() else { return Ok(()) };
    let (used, pin) = (&rules.sha256, pin.to_lowercase());
    if !pin.is_empty() && used.starts_with(&pin) {
        return Ok(());
    }
    Err(Failure::Usage(language.pick([
        format!("asetukset vaativat säännöstön {pin}, mutta käytössä on {used}. Asenna se versio, jossa säännöstö on, tai vaihda rules.version."),
        format!("inställningarna kräver regeluppsättningen {pin}, men {used} används. Installera den version som har den, eller ändra rules.version."),
        format!("the configuration asks for the rule set {pin}, but {used} is in use. Install the version that has it, or change rules.version."),
    ])))
}
