//! What the registers hold and how they changed: what `seloste registers` prints.

use std::fmt::Write as _;

use super::act::named;
use crate::language::Language;
use crate::law::index::{Change, Repeal};
use crate::law::{Law, Statute};

/// How many changes of one kind are named; the rest is counted.
const NAMED: usize = 40;

/// Whether a change is of some kind.
type IsIt = fn(&Change) -> bool;

/// The registers with their sizes, licences and days of knowledge.
pub fn listed(law: &Law, language: Language) -> String {
    let register = law.register();
    let index = register.index();
    let header = index.header();
    let (kept, terms) = (register.kept_count(), law.all_terms().len());
    let wrong = register.misnumberings().len();
    let labels = language.pick([
        [
            "säädöstä, ylläpidetty",
            "väärää numeroa",
            "vanhentunutta viranomaista, termiä ja yhteystietoa",
        ],
        [
            "författningar, underhållet",
            "felaktiga nummer",
            "föråldrade myndigheter, termer och kontakter",
        ],
        ["statutes, kept", "wrong numbers", "obsolete authorities, terms and contacts"],
    ]);
    let mut out = String::new();
    let _ = writeln!(out, "statutes.toml  {kept} {}; {wrong} {}", labels[0], labels[1]);
    let _ = writeln!(out, "terms.toml     {terms} {}", labels[2]);
    let rows = index.len();
    let _ = writeln!(
        out,
        "{}",
        language.pick([
            format!("finlex.index   {rows} Suomen säädöstä, {} kt", index.size() / 1024),
            format!("finlex.index   {rows} finländska författningar, {} kB", index.size() / 1024),
            format!("finlex.index   {rows} Finnish statutes, {} kB", index.size() / 1024),
        ])
    );
    let mut line = |label: [&str; 3], value: &str| {
        let _ = writeln!(out, "  {:<18} {value}", language.pick(label));
    };
    line(["tiedot asti", "känt till och med", "known to"], &header.known_to);
    line(["koottu", "sammanställt", "compiled"], &header.compiled);
    let (from, until) = header.whole;
    line(["kattaa kaikki", "täcker allt", "whole for"], &format!("{from}–{until}"));
    line(["lähteet", "källor", "sources"], &header.sources);
    line(["lisenssi", "licens", "licence"], &header.licence);
    out
}

/// The difference between two indexes.
pub fn difference(changes: &[Change], language: Language) -> String {
    let kinds: [(IsIt, [&str; 3]); 6] = [
        (|c| matches!(c, Change::Repealed(_)), ["Kumottu", "Upphävda", "Repealed"]),
        (|c| matches!(c, Change::Revived(_)), ["Taas voimassa", "Åter i kraft", "In force again"]),
        (|c| matches!(c, Change::Renamed(..)), ["Uusi nimi", "Nytt namn", "Renamed"]),
        (|c| matches!(c, Change::Added(_)), ["Uusia", "Nya", "New"]),
        (|c| matches!(c, Change::Gone(_)), ["Poistunut", "Borttagna", "Gone"]),
        (|c| matches!(c, Change::Corrected(_)), ["Korjattu", "Rättade", "Corrected"]),
    ];
    let mut out = String::new();
    for (is_it, title) in kinds {
        let some: Vec<&Change> = changes.iter().filter(|change| is_it(change)).collect();
        if some.is_empty() {
            continue;
        }
        let _ = writeln!(out, "{}: {}", language.pick(title), some.len());
        for change in some.iter().take(NAMED) {
            let _ = writeln!(out, "  {}", line(change));
        }
        if some.len() > NAMED {
            let _ = writeln!(out, "  … {}", some.len() - NAMED);
        }
    }
    if out.is_empty() {
        out += language.pick(["Ei eroja.\n", "Inga skillnader.\n", "No differences.\n"]);
    }
    out
}

fn line(change: &Change) -> String {
    let row = change.row();
    let end = match row.repeal {
        Repeal::On(day) => format!(" {day}"),
        Repeal::Undated => " ?".to_owned(),
        Repeal::None => String::new(),
    };
    let by = row.repealed_by.as_ref().map(|by| format!(" ({by})")).unwrap_or_default();
    match change {
        Change::Renamed(old, _) => format!("{} {old} → {}", row.id, row.title_fi),
        Change::Repealed(_) => format!("{} {}{end}{by}", row.id, row.title_fi),
        _ => format!("{} {}", row.id, row.title_fi),
    }
}

/// Facts of the kept registers that are not sure, for a lawyer to check: the page `docs/registers.md`.
pub fn doubtful(law: &Law) -> String {
    let mut out = String::from(DOUBTFUL);
    for (level, title) in [("medium", "Partly inferred (medium)"), ("low", "Hints (low)")] {
        let _ = writeln!(out, "\n## {title}\n\n### Statutes\n");
        let acts = law.register().statutes().map(|(_, act)| act);
        for act in acts.filter(|act| act.confidence.name() == level) {
            let _ = writeln!(out, "- {}{}", named(act), why(act));
        }
        let _ = writeln!(out, "\n### Authorities, terms and contacts\n");
        for term in law.all_terms().iter().filter(|term| term.confidence.name() == level) {
            let note = term.note.as_deref().map(|note| format!(" {note}")).unwrap_or_default();
            let (id, obsolete, since) = (&term.id, &term.obsolete, term.since);
            let _ = writeln!(
                out,
                "- `{id}`: “{obsolete}” since {since}.{note} Source: {}",
                term.source
            );
        }
    }
    out
}

fn why(act: &Statute) -> String {
    let dates = [("in force", act.in_force_from), ("repealed", act.repealed_on)];
    let dates = dates.map(|(what, day)| day.map(|day| format!("{what} {day}")));
    let dates: Vec<String> = dates.into_iter().flatten().collect();
    let note = act.note.as_deref().map(|note| format!(" {note}")).unwrap_or_default();
    format!(": {}.{note} Source: {}", dates.join(", "), act.source)
}

const DOUBTFUL: &str = "# Facts of the registers that are not sure

Made from `rules/statutes.toml` and `rules/terms.toml` by a test; do not edit. A lawyer who has checked one of these sets its `confidence` to `high`
and names the source. What is medium is told as a warning, what is low is told to nobody. How the index of all statutes was made, and how sure it is,
stands in `docs/maintaining-registers.md`.
";
