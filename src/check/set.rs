//! All that stands in the rule files, checked once, then trusted.

use crate::recognise::Knowledge;
use crate::rule::{AuthorError, Rule, RuleFiles};

/// The rules of a run and what they are run with.
#[derive(Debug)]
pub struct RuleSet {
    /// The rules, in order of their names.
    pub rules: Vec<Rule>,
    /// What the recogniser knows.
    pub knowledge: Knowledge,
    /// SHA-256 over all rule files: names the set in a report.
    pub sha256: String,
}

/// Folders of `rules/` whose files are registers and vocabulary, not rules.
const DATA_FOLDERS: [&str; 2] = ["headings", "items"];

impl RuleSet {
    /// Reads all rule files.
    ///
    /// # Errors
    /// With every mistake that the authors made, in order of files.
    pub fn load(files: &RuleFiles) -> Result<Self, Vec<AuthorError>> {
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
        match Knowledge::load(files) {
            Ok(knowledge) if errors.is_empty() => {
                Ok(Self { rules, knowledge, sha256: files.sha256() })
            }
            Ok(_) => Err(errors),
            Err(more) => Err(errors.into_iter().chain(more).collect()),
        }
    }

    /// The rule of a name, or of a number in the catalogue.
    pub fn rule(&self, name: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.answers_to(name))
    }

    /// The name of the rule that is written most like `name`, if any is near.
    pub fn nearest(&self, name: &str) -> Option<&str> {
        let near = |rule: &Rule| strsim::jaro_winkler(name, &rule.name);
        let best = self.rules.iter().max_by(|a, b| near(a).total_cmp(&near(b)))?;
        (near(best) > 0.8).then_some(best.name.as_str())
    }
}
