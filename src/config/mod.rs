//! `seloste.toml`: what a repository of notices decided once for all its runs.
//!
//! What was written ([`ConfigFile`]) becomes [`Config`] in one place that knows every mistake an author can make.

mod file;
mod glossary;

use std::ops::Range;
use std::path::{Path, PathBuf};

use glob::{MatchOptions, Pattern};
use toml::Spanned;

use crate::check::suppress::Suppression;
use crate::place::Span;
use crate::rule::{AuthorError, Rule, RuleFile, Selection, names_rule};
use crate::source::absolute;

pub use file::{ConfigFile, Day, FailOn, IgnoreFile, OverrideFile, RulesFile, schema};
pub use glossary::GLOSSARY;

/// The name under which the file is looked for.
pub const FILE_NAME: &str = "seloste.toml";

/// The choices of a repository, checked.
#[derive(Debug, Default)]
pub struct Config {
    /// The file, if there is one.
    pub path: Option<PathBuf>,
    /// What it says.
    pub written: ConfigFile,
    /// The folder in which it lies: patterns and paths in it are relative to that.
    folder: PathBuf,
    exclude: Vec<Pattern>,
    overrides: Vec<Override>,
    ignores: Vec<Ignore>,
    /// The text of the file, in which its suppressions have their places.
    pub text: String,
}

/// A suppression and the documents for which it holds.
#[derive(Debug)]
struct Ignore {
    patterns: Vec<Pattern>,
    suppression: Suppression,
}

/// Other choices for some of the documents.
#[derive(Debug)]
struct Override {
    patterns: Vec<Pattern>,
    selection: Selection,
}

impl Config {
    /// The nearest file at or above `start`; the defaults where there is none.
    ///
    /// # Errors
    /// When the file cannot be read, or holds mistakes.
    pub fn discover(start: &Path) -> Result<Self, Vec<AuthorError>> {
        let start = absolute(start);
        let found = start.ancestors().map(|folder| folder.join(FILE_NAME)).find(|at| at.is_file());
        found.map_or_else(|| Ok(Self::default()), |path| Self::load(&path))
    }

    /// Reads the file at `path`.
    ///
    /// # Errors
    /// When it cannot be read, or holds mistakes.
    pub fn load(path: &Path) -> Result<Self, Vec<AuthorError>> {
        let name = path.display().to_string();
        let text = std::fs::read_to_string(path).map_err(|why| {
            vec![AuthorError {
                file: name.clone(),
                line: 1,
                message: format!("cannot be read: {why}"),
            }]
        })?;
        let path = absolute(path);
        let folder = path.parent().unwrap_or(Path::new("")).to_owned();
        let config = Self::checked(&RuleFile::new(name, text), folder)?;
        Ok(Self { path: Some(path), ..config })
    }

    fn checked(file: &RuleFile, folder: PathBuf) -> Result<Self, Vec<AuthorError>> {
        let written: ConfigFile = file.parse().map_err(|why| vec![why])?;
        let mut errors = Vec::new();
        let exclude = patterns(&written.exclude, file, &mut errors);
        let overrides = written
            .overrides
            .iter()
            .map(|other| Override {
                patterns: patterns(&other.path, file, &mut errors),
                selection: selection(&other.rules),
            })
            .collect();
        let ignores = ignores(&written, file, &mut errors);
        errors.extend(glossary::mistakes(&written.organisation, file));
        if errors.is_empty() {
            let text = file.text.clone().into_owned();
            Ok(Self { path: None, folder, exclude, overrides, ignores, text, written })
        } else {
            Err(errors)
        }
    }

    /// Names of rules that no rule bears are told, each with its line and the nearest right name.
    ///
    /// # Errors
    /// With every such name.
    pub fn check_names(&self, rules: &[Rule]) -> Result<(), Vec<AuthorError>> {
        let Some(path) = &self.path else { return Ok(()) };
        let file = RuleFile::new(path.display().to_string(), self.text.clone());
        let written = &self.written;
        let named = written
            .rules
            .names()
            .chain(written.overrides.iter().flat_map(|other| other.rules.names()))
            .chain(written.ignores.iter().map(|ignore| &ignore.get_ref().rule));
        let errors: Vec<AuthorError> = named
            .filter(|name| !rules.iter().any(|rule| names_rule(name.get_ref(), rule)))
            .map(|name| unknown_name(name, rules, &file))
            .collect();
        if errors.is_empty() { Ok(()) } else { Err(errors) }
    }

    /// The rules that speak on the document at `path`: those of the file, with every override that matches laid over
    /// them in order.
    pub fn selection(&self, path: &str) -> Selection {
        let mut chosen = selection(&self.written.rules);
        for other in self.overrides.iter().filter(|other| self.matches(&other.patterns, path)) {
            chosen = chosen.with(&other.selection);
        }
        chosen
    }

    /// The organisation's own systems and suppliers, as a file of facts beside those of the rules; nothing where it
    /// names none.
    pub fn glossary(&self) -> Option<RuleFile> {
        let name = self.path.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
        glossary::facts(&self.written.organisation).map(|text| RuleFile::new(name, text))
    }

    /// Whether the document at `path`, or a folder above it, is left out.
    pub fn is_excluded(&self, path: &str) -> bool {
        let path = self.relative(path);
        let excluded =
            |at: &Path| self.exclude.iter().any(|pattern| pattern.matches_path_with(at, OPTIONS));
        !self.exclude.is_empty() && Path::new(&path).ancestors().any(excluded)
    }

    /// All suppressions of the file, in order.
    pub fn suppressions(&self) -> impl Iterator<Item = &Suppression> {
        self.ignores.iter().map(|ignore| &ignore.suppression)
    }

    /// For each suppression of the file, whether it holds for the document at `path`.
    pub fn suppressed(&self, path: &str) -> Vec<bool> {
        self.ignores.iter().map(|ignore| self.matches(&ignore.patterns, path)).collect()
    }

    /// A path of the file, seen from where the program runs.
    pub fn resolve(&self, path: &Path) -> PathBuf {
        self.folder.join(path)
    }

    /// The path of a document as patterns see it: from the folder of the file, with forward slashes.
    pub fn relative(&self, path: &str) -> String {
        let absolute = absolute(Path::new(path));
        let relative = absolute.strip_prefix(&self.folder).unwrap_or(&absolute);
        relative.to_string_lossy().replace('\\', "/")
    }

    fn matches(&self, patterns: &[Pattern], path: &str) -> bool {
        let path = self.relative(path);
        patterns.iter().any(|pattern| pattern.matches_with(&path, OPTIONS))
    }
}

/// A star stays within one folder; two stars cross them.
const OPTIONS: MatchOptions = MatchOptions {
    case_sensitive: true,
    require_literal_separator: true,
    require_literal_leading_dot: false,
};

fn selection(rules: &RulesFile) -> Selection {
    Selection {
        select: bare(&rules.select),
        pedantic: rules.pedantic,
        ignore: bare(&rules.ignore),
        levels: rules.level.iter().map(|(rule, level)| (rule.get_ref().clone(), *level)).collect(),
    }
}

/// What is written, without its places.
fn bare(written: &[Spanned<String>]) -> Vec<String> {
    written.iter().map(|text| text.get_ref().clone()).collect()
}

/// The suppressions of the file, each with the place of its entry.
fn ignores(written: &ConfigFile, file: &RuleFile, errors: &mut Vec<AuthorError>) -> Vec<Ignore> {
    let suppression = |ignore: &IgnoreFile, place: Range<usize>| Suppression {
        rules: vec![ignore.rule.get_ref().clone()],
        reason: ignore.reason.clone(),
        owner: ignore.owner.clone(),
        until: ignore.until.map(|day| day.0),
        fingerprint: ignore.fingerprint.clone(),
        quote: ignore.quote.clone(),
        span: Span::new(place.start, place.end),
    };
    written
        .ignores
        .iter()
        .map(|ignore| Ignore {
            patterns: patterns(&ignore.get_ref().path, file, errors),
            suppression: suppression(ignore.get_ref(), ignore.span()),
        })
        .collect()
}

fn patterns(
    written: &[Spanned<String>],
    file: &RuleFile,
    errors: &mut Vec<AuthorError>,
) -> Vec<Pattern> {
    let compiled =
        written.iter().filter_map(|place| {
            let text = place.get_ref();
            let why = match Pattern::new(text) {
                Ok(pattern) => return Some(pattern),
                Err(why) => why,
            };
            errors.push(file.error_at(
                place.span().start,
                format!("`{text}` is no pattern of paths: {}", why.msg),
            ));
            None
        });
    compiled.collect()
}

fn unknown_name(written: &Spanned<String>, rules: &[Rule], file: &RuleFile) -> AuthorError {
    let name = written.get_ref();
    let likeness = |rule: &&Rule| strsim::jaro_winkler(name, &rule.name);
    let nearest = rules.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
    let nearest = nearest.filter(|rule| likeness(rule) > 0.8);
    let hint = nearest.map(|rule| format!("; did you mean `{}`?", rule.name)).unwrap_or_default();
    file.error_at(
        written.span().start,
        format!("there is no rule, family or article `{name}`{hint}"),
    )
}

#[cfg(test)]
mod tests;
