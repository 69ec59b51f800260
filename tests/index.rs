//! The index of all statutes: a thousand acts of it, cited in every way a notice cites, are found again.
//!
//! Decisions and other documents are cited by their number only, and so are acts whose title is not known.

use std::borrow::Cow;
use std::sync::LazyLock;

use seloste::finnish::words::words;
use seloste::law::index::{Index, Row};
use seloste::law::{ActNumber, Citation, CitationStatus, Law, Problem, StatuteKind};
use seloste::layout::Script;
use seloste::rule::RuleFiles;

const ACTS: usize = 1000;
/// Texts that are read as one notice.
const TOGETHER: usize = 50;

struct World {
    law: Law,
    /// Acts of any kind.
    acts: Vec<Row>,
    /// Acts that are cited by name, too.
    named: Vec<Row>,
}

fn as_of() -> jiff::civil::Date {
    "2026-11-22".parse().expect("a date")
}

static WORLD: LazyLock<World> = LazyLock::new(drawn);

/// A thousand acts of the index, drawn in the same order every time.
fn drawn() -> World {
    let files = RuleFiles::embedded();
    let law = Law::load(&files).expect("the registers load");
    let mut rows: Vec<Row> = law.register().index().rows().collect();
    let mut state: u64 = 20_261_122;
    for at in (1..rows.len()).rev() {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let other = usize::try_from(state >> 33).expect("31 bits") % (at + 1);
        rows.swap(at, other);
    }
    rows.retain(|row| ActNumber::of_id(&row.id).is_some());
    let named = rows.iter().filter(|row| is_cited_by_name(row)).take(ACTS).cloned().collect();
    rows.truncate(ACTS);
    World { law, acts: rows, named }
}

impl World {
    /// What each of the texts cites; they are read as the paragraphs of one notice, which is much faster.
    fn cited(&self, texts: &[String]) -> Vec<Vec<Citation>> {
        let mut cited = Vec::new();
        for some in texts.chunks(TOGETHER) {
            let script = Script::plain(some.join("\n\n"));
            let found = self.law.citations(&script, &words(&script.text), as_of(), None);
            let mut start = 0;
            for text in some {
                let end = start + text.len();
                let inside = |c: &&Citation| (start..end).contains(&c.span.start);
                cited.push(found.iter().filter(inside).cloned().collect());
                start = end + 2;
            }
        }
        cited
    }

    /// The citation of an act in a text, if there is one; acts of the same title count, as what is said is that the
    /// words are ambiguous or that the newest is meant.
    fn means(&self, cited: &[Citation], row: &Row) -> bool {
        let same_title = |id: &str| {
            let act = self.law.register().find(id).map(|id| self.law.register().statute(id));
            act.is_some_and(|act| {
                let key = |title: &str| title.to_lowercase().replace(['-', ','], "");
                let own = key(headed(&row.title_fi));
                own == key(headed(&act.name_fi))
                    || act.former_names.iter().chain(&act.short).any(|name| key(name) == own)
            })
        };
        cited.iter().any(|citation| {
            let ids = citation.id.iter().chain(&citation.others);
            ids.into_iter().any(|id| *id == row.id || same_title(id))
        })
    }
}

fn is_cited_by_name(row: &Row) -> bool {
    let kind = matches!(row.kind, StatuteKind::Act | StatuteKind::Decree);
    let title = headed(&row.title_fi);
    let long = title.split_whitespace().nth(2).is_some();
    kind && row.amends.is_empty() && row.has_own_title() && (long || !title.contains(' '))
}

/// A title from its head on: whoever issued it is often left out.
fn headed(title: &str) -> &str {
    let at = ["asetus ", "laki "].iter().filter_map(|head| {
        title.to_lowercase().find(head).filter(|at| *at == 0 || title[..*at].ends_with(' '))
    });
    at.min().map_or(title, |at| &title[at..])
}

/// The head and the rest of "laki turkistarhauksesta"; nothing for a title of one word.
fn parts(title: &str) -> Option<(&str, &str)> {
    headed(title)
        .split_once(' ')
        .filter(|(head, _)| matches!(head.to_lowercase().as_str(), "laki" | "asetus"))
}

/// Five forms of a title in a text.
fn forms(title: &str) -> Vec<String> {
    let inflected = |stem: &str, endings: [&str; 5]| -> Vec<String> {
        endings.iter().map(|ending| format!("{stem}{ending}")).collect()
    };
    let (law, decree) =
        (["ki", "in", "issa", "ista", "kiin"], ["s", "ksen", "ksessa", "ksesta", "kseen"]);
    if let Some((head, content)) = parts(title) {
        let small = content.to_owned();
        let heads = match head.to_lowercase().as_str() {
            "laki" => inflected("la", law),
            _ => inflected("asetu", decree),
        };
        let given = ["annettu", "annetun", "annetussa", "annetusta", "annettuun"];
        return heads
            .iter()
            .zip(given)
            .enumerate()
            .map(|(n, (head, given))| {
                if n == 0 {
                    format!("Käsittely perustuu: {head} {small}.")
                } else {
                    format!(
                        "Käsittely perustuu siihen, mitä {small} {given} {head} kohdalla sanotaan."
                    )
                }
            })
            .collect();
    }
    let lower = title.to_lowercase();
    let stems = [("laki", "la", law), ("asetus", "asetu", decree)];
    let stem = stems.iter().find_map(|(head, stem, endings)| {
        Some((format!("{}{stem}", lower.strip_suffix(head)?), endings))
    });
    stem.map_or_else(Vec::new, |(stem, endings)| {
        inflected(&stem, *endings)
            .iter()
            .map(|form| format!("Käsittely perustuu: {form}."))
            .collect()
    })
}

#[test]
fn acts_are_found_by_number() {
    let world = &*WORLD;
    let cited = |row: &Row| {
        let head = match row.kind {
            StatuteKind::Decree => "asetus",
            StatuteKind::Decision => "päätös",
            _ => "laki",
        };
        format!("Käsittely perustuu: {head} ({}).", row.id)
    };
    let texts: Vec<String> = world.acts.iter().map(cited).collect();
    let mut lost = Vec::new();
    for ((row, text), found) in world.acts.iter().zip(&texts).zip(world.cited(&texts)) {
        // A decision's number is also that of a thousand files: it is known, and never taken for a citation.
        let known = world.law.lookup(&row.id, as_of());
        let known = known.iter().any(|id| world.law.register().statute(*id).id == row.id);
        let cited = found.iter().any(|c| c.id.as_deref() == Some(row.id.as_str()));
        if !known || !(cited || matches!(row.kind, StatuteKind::Decision)) {
            lost.push(text.clone());
        }
    }
    assert_eq!(world.acts.len(), ACTS);
    assert!(lost.is_empty(), "{} lost:\n{}", lost.len(), lost.join("\n"));
}

#[test]
fn acts_are_found_by_title_in_five_forms() {
    let world = &*WORLD;
    let cases: Vec<(&Row, String)> = world
        .named
        .iter()
        .flat_map(|row| forms(&row.title_fi).into_iter().map(move |form| (row, form)))
        .collect();
    let texts: Vec<String> = cases.iter().map(|(_, text)| text.clone()).collect();
    let mut lost = Vec::new();
    for ((row, text), found) in cases.iter().zip(world.cited(&texts)) {
        if !world.means(&found, row) {
            lost.push(format!("{} {text} {found:?}", row.id));
        }
    }
    assert!(cases.len() > 4 * ACTS, "{} forms of {} titles", cases.len(), world.named.len());
    assert!(lost.is_empty(), "{} lost:\n{}", lost.len(), lost.join("\n"));
}

#[test]
fn acts_are_found_by_title_and_number() {
    let world = &*WORLD;
    let both = |row: &Row| format!("Käsittely perustuu: {} ({}).", row.title_fi, row.id);
    let texts: Vec<String> = world.named.iter().map(both).collect();
    let mut lost = Vec::new();
    for ((row, text), found) in world.named.iter().zip(&texts).zip(world.cited(&texts)) {
        let right = found.iter().any(|citation| {
            citation.id.as_deref() == Some(row.id.as_str())
                && citation.status != CitationStatus::Misnumbered
        });
        if !right {
            lost.push(format!("{text} {found:?}"));
        }
    }
    assert_eq!(world.named.len(), ACTS);
    assert!(lost.is_empty(), "{} lost:\n{}", lost.len(), lost.join("\n"));
}

#[test]
fn swapped_titles_are_always_found() {
    let world = &*WORLD;
    let key = |row: &Row| headed(&row.title_fi).to_lowercase();
    let pairs = world.named.windows(2).filter(|pair| key(&pair[0]) != key(&pair[1]));
    let swapped = |(title, number): (&Row, &Row)| {
        format!("Käsittely perustuu: {} ({}).", title.title_fi, number.id)
    };
    let texts: Vec<String> =
        pairs.flat_map(|pair| [(&pair[0], &pair[1]), (&pair[1], &pair[0])]).map(swapped).collect();
    let faults = [Some(Problem::Misnumbered), Some(Problem::TitleMismatch)];
    let unnoticed: Vec<String> = texts
        .iter()
        .zip(world.cited(&texts))
        .filter(|(_, found)| !found.iter().any(|citation| faults.contains(&citation.problem)))
        .map(|(text, found)| format!("{text} {found:?}"))
        .collect();
    assert!(unnoticed.is_empty(), "{} unnoticed:\n{}", unnoticed.len(), unnoticed.join("\n"));
}

#[test]
fn an_index_that_was_cut_short_is_no_index() {
    let packed = RuleFiles::embedded().packed("finlex.index").expect("the index");
    for length in [0, 10, 400, 5_000, packed.len() / 2, packed.len() - 1] {
        let cut = Index::open(Cow::Owned(packed[..length].to_vec()));
        assert!(cut.is_err(), "{length} bytes were opened");
    }
}
