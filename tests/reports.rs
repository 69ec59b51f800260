//! What a user reads of a notice, whole.

use std::error::Error;

use jiff::civil::date;
use seloste::check::RuleSet;
use seloste::extract::Limits;
use seloste::language::Language;
use seloste::report::text::{self, TextOptions};
use seloste::rule::{RuleFiles, Selection};
use seloste::source::Document;
use seloste::{Examined, Request, examine};

fn examined(slug: &str) -> Result<Examined, Box<dyn Error>> {
    let path = format!("corpus/{slug}/notice.txt");
    let bytes = std::fs::read(format!("{}/{path}", env!("CARGO_MANIFEST_DIR")))?;
    let rules = RuleSet::load(&RuleFiles::embedded()).map_err(|errors| format!("{errors:?}"))?;
    let request = Request {
        as_of: date(2026, 1, 1),
        language: Language::Fi,
        limits: Limits::default(),
        selection: Selection::default(),
    };
    Ok(examine(Document { path, bytes: Ok(bytes) }, &rules, &request))
}

#[test]
fn shown_lines_fit_a_terminal() -> Result<(), Box<dyn Error>> {
    for slug in ["kirjasto-kerroksellinen", "sovellus-niukka", "vapaateksti-kilta"] {
        let options = TextOptions::default();
        let shown = text::document(&examined(slug)?, options);
        // The one line that is not wrapped is the message itself.
        let lines = shown.lines().filter(|line| line.contains('│') || line.contains(" = "));
        for line in lines {
            assert!(line.chars().count() <= 140, "{slug}: {line}");
        }
        assert!(shown.contains("Säilytysaika"), "{slug} has no coverage table");
    }
    Ok(())
}
