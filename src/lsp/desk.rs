//! What the server works with: the rules and choices that hold for a document, handed in by the program.

use std::path::Path;
use std::rc::Rc;

use crate::baseline::Baseline;
use crate::check::RuleSet;
use crate::config::Config;
use crate::language::Language;
use crate::rule::AuthorError;
use crate::source::Document;
use crate::{Examined, Request, examine};

/// Where the choices for the document at a path come from. It is asked each time a document is looked at, so that
/// what was changed in `seloste.toml` holds; keeping what is unchanged is its own affair.
pub type Ask<'a> = dyn FnMut(&Path) -> Result<Rc<Choices>, Unready> + 'a;

/// The rules and choices of one `seloste.toml`, or of none.
#[derive(Debug)]
pub struct Choices {
    /// The rules.
    pub rules: RuleSet,
    /// The choices.
    pub config: Config,
    /// What is asked of every document.
    pub base: Request,
    /// What was found before.
    pub baseline: Option<Baseline>,
    /// The configuration, where what it puts aside is at fault.
    pub faulty: Option<Examined>,
}

/// Nothing can be examined before these mistakes are mended.
#[derive(Debug)]
pub struct Unready {
    /// The mistakes, with their files.
    pub errors: Vec<AuthorError>,
    /// The language in which to say so.
    pub language: Language,
}

impl Choices {
    /// Examines a text as the document at `path`; `name` tells its format where its content does not.
    pub(super) fn examine(&self, path: &str, name: String, text: &str) -> Examined {
        let request = self.base.within(&self.config, path);
        let document = Document { path: name, bytes: Ok(text.as_bytes().to_vec()) };
        let mut examined = examine(document, &self.rules, &request);
        path.clone_into(&mut examined.path);
        if let Some(baseline) = &self.baseline {
            baseline.mark(&mut examined);
        }
        examined
    }
}
