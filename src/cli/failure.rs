//! What stops a run before anything is examined.

use std::io::Write as _;
use std::process::ExitCode;

use crate::check::nearest;
use crate::language::Language;
use crate::rule::{AuthorError, Rule};

/// What stops a run, as sentences for the user.
#[derive(Debug)]
pub(super) enum Failure {
    /// The arguments make no sense.
    Usage(String),
    /// The rule files hold mistakes.
    Rules(Vec<AuthorError>),
    /// The output could not be written.
    Output(std::io::Error),
}

impl Failure {
    /// A name that names no rule, with the nearest one that does.
    pub(super) fn unknown_rule(name: &str, rules: &[Rule], language: Language) -> Self {
        let ask = language.pick(["Tarkoititko", "Menade du", "Did you mean"]);
        let near = nearest(rules, name).map(|near| format!(" {ask}: {near}?")).unwrap_or_default();
        Self::Usage(language.pick([
            format!("sääntöä ”{name}” ei ole.{near} Säännöt luettelee: seloste rules"),
            format!("regeln ”{name}” finns inte.{near} Reglerna visas av: seloste rules"),
            format!("there is no rule “{name}”.{near} To list the rules: seloste rules"),
        ]))
    }

    /// The same as mistakes in files, for who shows them there; what names no file is laid to `file`.
    pub(super) fn mistakes(self, file: Option<&std::path::Path>) -> Vec<AuthorError> {
        let message = match self {
            Self::Rules(errors) => return errors,
            Self::Usage(what) => what,
            Self::Output(why) => why.to_string(),
        };
        let file = file.map(|file| file.display().to_string()).unwrap_or_default();
        vec![AuthorError { file, line: 1, message }]
    }

    /// Tells the user and gives the exit code. A reader that went away (`| head`) is a clean end.
    pub(super) fn report(&self) -> ExitCode {
        let mut err = std::io::stderr().lock();
        // When even standard error is gone there is nobody left to tell.
        let _ = match self {
            Self::Output(why) if why.kind() == std::io::ErrorKind::BrokenPipe => {
                return ExitCode::SUCCESS;
            }
            Self::Output(why) => writeln!(err, "seloste: {why}"),
            Self::Usage(what) => writeln!(err, "seloste: {what}"),
            Self::Rules(errors) => errors.iter().try_for_each(|error| writeln!(err, "{error}")),
        };
        ExitCode::from(2)
    }
}

impl From<std::io::Error> for Failure {
    fn from(why: std::io::Error) -> Self {
        Self::Output(why)
    }
}

impl From<Vec<AuthorError>> for Failure {
    fn from(errors: Vec<AuthorError>) -> Self {
        Self::Rules(errors)
    }
}

impl From<AuthorError> for Failure {
    fn from(error: AuthorError) -> Self {
        Self::Rules(vec![error])
    }
}
