//! The items of the invented notices in `corpus/` against what a person wrote down about them.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::civil::date;
use seloste::language::Language;
use seloste::layout::Script;
use seloste::recognise::{Knowledge, notice};
use seloste::rule::RuleFiles;

/// What is read otherwise today: folder, item, what the program says, and why.
/// A row that begins to agree shows when another fails, and should leave.
const KNOWN_MISSES: &[(&str, &str, &str, &str)] = &[
    (
        "artikla-artiklalta",
        "legal_basis",
        "present",
        "A consent of its own section counts; the rest says only \"laki\".",
    ),
    (
        "artikla-artiklalta",
        "right_object",
        "present",
        "The wrong condition of the right is not noticed.",
    ),
    (
        "fiskevard-enkelt-sprak",
        "right_portability",
        "na",
        "The contract is not seen as a basis, see above.",
    ),
    ("newsletter-en", "controller_identity", "weak", "A trade name without a form of company."),
    (
        "vapaateksti-kilta",
        "recipients",
        "absent",
        "A form made with a foreign service, told in passing.",
    ),
    (
        "vuokra-asunnot-vanhat-sanat",
        "rights_howto",
        "weak",
        "The officer to ask is named by title only.",
    ),
];

#[derive(serde::Deserialize)]
struct Expected {
    is_notice: serde_json::Value,
    /// Status, line, quote, and whether a careful colleague could pick the neighbouring status.
    items: BTreeMap<String, (String, Option<usize>, String, bool)>,
}

fn misses(knowledge: &Knowledge, folder: &Path) -> Vec<(String, String, String)> {
    let read = |name: &str| std::fs::read_to_string(folder.join(name));
    let Ok(expected) = read("expected.json") else { return Vec::new() };
    let expected: Expected = serde_json::from_str(&expected).expect("labels as the guide says");
    if expected.is_notice != serde_json::json!(true) {
        return Vec::new();
    }
    let text = read("notice.txt").or_else(|_| read("notice.md")).expect("a notice");
    let read = notice(Script::plain(text), knowledge, date(2026, 11, 22), Language::Fi, false);
    let word = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let mut misses = Vec::new();
    for found in &read.items {
        let item = word(serde_json::json!(found.item));
        let says = word(serde_json::json!(found.status)).replace("not_applicable", "na");
        let Some((want, _, _, doubtful)) = expected.items.get(&item) else { continue };
        if !doubtful && *want != says {
            let name = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
            misses.push((name, item, says));
        }
    }
    misses
}

#[test]
fn items_of_invented_notices_have_the_status_that_was_written_down() {
    let knowledge = Knowledge::load(&RuleFiles::embedded()).expect("the rule files are right");
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut folders: Vec<_> = std::fs::read_dir(corpus)
        .expect("the corpus")
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    let found: Vec<_> = folders.iter().flat_map(|folder| misses(&knowledge, folder)).collect();
    let found: Vec<_> =
        found.iter().map(|(f, i, s)| (f.as_str(), i.as_str(), s.as_str())).collect();
    let known: Vec<_> = KNOWN_MISSES.iter().map(|(f, i, s, _)| (*f, *i, *s)).collect();
    let fresh: Vec<_> = found.iter().filter(|miss| !known.contains(miss)).collect();
    let gone: Vec<_> = known.iter().filter(|miss| !found.contains(miss)).collect();
    assert!(fresh.is_empty(), "new misses: {fresh:#?}\nno longer: {gone:#?}");
}
