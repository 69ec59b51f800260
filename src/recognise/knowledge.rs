//! What the recogniser knows: headings, items and law, read from the rule files.

use super::Organisation;
use super::items::ItemRules;
use super::profile::ProfileRules;
use crate::canon::Lexicon;
use crate::law::Law;
use crate::rule::{AuthorError, RuleFiles};

/// What the recogniser knows, checked once.
#[derive(Debug)]
pub struct Knowledge {
    /// What headings announce.
    pub lexicon: Lexicon,
    /// What a document and its controller are told by.
    pub profile: ProfileRules,
    /// How the items are recognised.
    pub items: ItemRules,
    /// Statutes and obsolete terms.
    pub law: Law,
    /// Whose notices are read; nothing is known of it unless a user tells.
    pub organisation: Organisation,
}

impl Knowledge {
    /// Reads all of it.
    ///
    /// # Errors
    /// With every mistake in the files, not just the first.
    pub fn load(files: &RuleFiles) -> Result<Self, Vec<AuthorError>> {
        let mut errors = Vec::new();
        let lexicon = keep(Lexicon::load(files), &mut errors);
        let profile = keep(ProfileRules::load(files), &mut errors);
        let items = keep(ItemRules::load(files), &mut errors);
        let law = keep(Law::load(files).inspect(Law::make_ready), &mut errors);
        match (lexicon, profile, items, law) {
            (Some(lexicon), Some(profile), Some(items), Some(law)) => {
                Ok(Self { lexicon, profile, items, law, organisation: Organisation::default() })
            }
            _ => Err(errors),
        }
    }
}

fn keep<T>(loaded: Result<T, AuthorError>, errors: &mut Vec<AuthorError>) -> Option<T> {
    loaded.map_err(|why| errors.push(why)).ok()
}
