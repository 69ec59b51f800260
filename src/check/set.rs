//! All that stands in the rule files, checked once, then trusted.

use std::collections::BTreeSet;

use crate::recognise::Knowledge;
use crate::rule::{AuthorError, Consistency, Rule, RuleFile, RuleFiles, RuleKind, within_family};

/// The rules of a run and what they are run with.
#[derive(Debug)]
pub struct RuleSet {
    /// The rules, in order of their names.
    pub rules: Vec<Rule>,
    /// What the recogniser knows.
    pub knowledge: Knowledge,
    files: RuleFiles,
}

/// Folders of `rules/` whose files are registers and vocabulary, not rules.
const DATA_FOLDERS: [&str; 4] = ["facts", "headings", "items", "shapes"];

impl RuleSet {
    /// Reads all rule files.
    ///
    /// # Errors
    /// With every mistake that the authors made, in order of files.
    pub fn load(files: &RuleFiles) -> Result<Self, Vec<AuthorError>> {
        let (rules, mut errors) = rules_of(files);
        let knowledge = match Knowledge::load(files) {
            Ok(knowledge) => knowledge,
            Err(more) => return Err(errors.into_iter().chain(more).collect()),
        };
        let names: BTreeSet<&str> = rules.iter().map(|rule| rule.name.as_str()).collect();
        errors.extend(rules.iter().filter_map(|rule| dangling(rule, &names, &knowledge)));
        let unknown = |fact: &&str| !knowledge.items.knows_fact(fact);
        errors.extend(knowledge.law.claims().facts().find(unknown).map(|fact| AuthorError {
            file: "rules/articles.toml".to_owned(),
            line: 1,
            message: format!("no file of `facts/` has the fact `{fact}` of a claim"),
        }));
        if errors.is_empty() {
            Ok(Self { rules, knowledge, files: files.clone() })
        } else {
            Err(errors)
        }
    }

    /// The same with one more file, which adds words to look for and is no part of the set: its name stays the same.
    ///
    /// # Errors
    /// With every mistake that the authors made, in order of files.
    pub fn with(files: &RuleFiles, path: &str, file: RuleFile) -> Result<Self, Vec<AuthorError>> {
        let mut all = files.clone();
        all.add(path, file);
        Ok(Self { files: files.clone(), ..Self::load(&all)? })
    }

    /// SHA-256 over all rule files: names the set in a report.
    pub fn sha256(&self) -> String {
        self.files.sha256()
    }

    /// The rules alone, for whoever only reads them: no register of law is opened for that.
    ///
    /// # Errors
    /// With every mistake in the rules.
    pub fn rules_only(files: &RuleFiles) -> Result<Vec<Rule>, Vec<AuthorError>> {
        let (rules, errors) = rules_of(files);
        if errors.is_empty() { Ok(rules) } else { Err(errors) }
    }
}

/// The rule of a name, or those of a number in the catalogue.
pub fn named<'a>(rules: &'a [Rule], name: &'a str) -> impl Iterator<Item = &'a Rule> {
    rules.iter().filter(move |rule| rule.answers_to(name))
}

/// The name of the rule that is written most like `name`, if any is near.
pub fn nearest<'a>(rules: &'a [Rule], name: &str) -> Option<&'a str> {
    let near = |rule: &Rule| strsim::jaro_winkler(name, &rule.name);
    let best = rules.iter().max_by(|a, b| near(a).total_cmp(&near(b)))?;
    (near(best) > 0.8).then_some(best.name.as_str())
}

/// The rules in order of their names, and what their authors did wrong.
fn rules_of(files: &RuleFiles) -> (Vec<Rule>, Vec<AuthorError>) {
    let mut errors = Vec::new();
    let mut rules = Vec::new();
    for (path, file) in files.all() {
        let Some((folder, _)) = path.split_once('/') else { continue };
        if DATA_FOLDERS.contains(&folder) {
            continue;
        }
        match Rule::read(path, file) {
            Ok(rule) => rules.push(rule),
            Err(why) => errors.push(why),
        }
    }
    rules.sort_by(|a, b| a.name.cmp(&b.name));
    (rules, errors)
}

/// What a rule names that is not there: a fact, or a rule that it carries.
fn dangling(rule: &Rule, rules: &BTreeSet<&str>, knowledge: &Knowledge) -> Option<AuthorError> {
    let facts: Vec<&str> = match &rule.kind {
        RuleKind::Consistency { when, or_when } => {
            std::iter::once(&**when).chain(or_when).flat_map(Consistency::facts).collect()
        }
        RuleKind::Stale { unless_in_sentence } | RuleKind::Term { unless_in_sentence, .. } => {
            unless_in_sentence.iter().map(|test| test.fact.as_str()).collect()
        }
        RuleKind::Reference { to } => {
            to.iter().flat_map(|reference| &reference.facts).map(String::as_str).collect()
        }
        RuleKind::Unlisted { when } => when.families().collect(),
        _ => Vec::new(),
    };
    let is_there = |wanted: &str| match &rule.kind {
        RuleKind::Unlisted { .. } => {
            knowledge.items.facts().any(|fact| within_family(fact, wanted).is_some())
        }
        _ => knowledge.items.knows_fact(wanted),
    };
    let fact = facts.into_iter().find(|fact| !is_there(fact));
    let is_known = |name: &str| rules.contains(name) || knowledge.law.term(name).is_some();
    let carried = rule.carries.iter().find(|name| !is_known(name));
    let message = match (fact, carried) {
        (Some(fact), _) => {
            let known = knowledge.items.facts();
            let nearest = known.max_by(|a, b| {
                strsim::jaro_winkler(a, fact).total_cmp(&strsim::jaro_winkler(b, fact))
            });
            let hint = nearest.map(|near| format!("; did you mean `{near}`?")).unwrap_or_default();
            format!("no file of `facts/` has the fact `{fact}`{hint}")
        }
        (None, Some(name)) => format!(
            "`carries` names `{name}`, which is neither a rule nor an entry of `terms.toml`"
        ),
        (None, None) => return None,
    };
    Some(AuthorError { file: rule.file(), line: 1, message })
}
