//! What the registers know of an act: what `seloste law` prints.

use std::fmt::Write as _;

use jiff::civil::Date;
use serde::Serialize;

use super::words::day;
use crate::finding::Confidence;
use crate::language::Language;
use crate::law::{CitationStatus, Origin, Register, Statute, StatuteId};

/// The acts for people to read.
pub fn text(register: &Register, acts: &[StatuteId], as_of: Date, language: Language) -> String {
    let pages: Vec<String> = acts.iter().map(|act| page(register, *act, as_of, language)).collect();
    pages.join("\n")
}

/// The acts as JSON; keys in no language.
pub fn json(register: &Register, acts: &[StatuteId], as_of: Date) -> String {
    let acts = acts.iter().map(|act| Entry::of(register, *act, as_of)).collect();
    let list = List { schema_version: 1, as_of: as_of.to_string(), acts };
    // Maps with string keys only: there is nothing that could fail.
    serde_json::to_string_pretty(&list).unwrap_or_default() + "\n"
}

/// "tietosuojalaki (1050/2018)", as one act is named in a line on another.
pub(super) fn named(statute: &Statute) -> String {
    let (title, id) = (statute.title(), &statute.id);
    match (title.is_empty(), title.contains(id.as_str()), id.starts_with('(')) {
        (true, ..) => id.clone(),
        (_, true, _) => title.to_owned(),
        (_, _, true) => format!("{title} {id}"),
        _ => format!("{title} ({id})"),
    }
}

/// The status of an act on a day; the register's hints say nothing of it.
fn status(statute: &Statute, day: Date) -> CitationStatus {
    if statute.is_a_hint() {
        CitationStatus::Unknown
    } else if statute.is_repealed(day) {
        CitationStatus::Repealed
    } else if statute.is_future(day) {
        CitationStatus::NotYetInForce
    } else {
        CitationStatus::InForce
    }
}

fn page(register: &Register, id: StatuteId, as_of: Date, language: Language) -> String {
    let act = register.statute(id);
    let mut out = format!("{}  {}\n", act.id, act.name_fi);
    let mut line = |label: [&str; 3], value: String| {
        if !value.is_empty() {
            let _ = writeln!(out, "  {:<14} {value}", language.pick(label));
        }
    };
    line(["ruotsiksi", "på svenska", "Swedish"], act.name_sv.clone().unwrap_or_default());
    line(["laji", "slag", "kind"], act.kind.name().to_owned());
    line(["tila", "status", "status"], told_status(&act, as_of, language));
    line(["voimassa", "i kraft", "in force"], period(&act, language));
    line(["kumosi", "upphävdes av", "repealed by"], act.repealed_by.clone().unwrap_or_default());
    let now = register.successors(&act, as_of).into_iter().map(|id| named(&register.statute(id)));
    line(["nyt", "nu", "now"], now.collect::<Vec<_>>().join("; "));
    line(["muuttaa", "ändrar", "amends"], amended(register, &act));
    let other = act.short.iter().chain(&act.short_sv).chain(&act.abbreviations);
    let other = other.chain(&act.name_en).map(String::as_str).collect::<Vec<_>>().join(", ");
    line(["muut nimet", "andra namn", "other names"], other);
    line(["ennen", "tidigare", "formerly"], act.former_names.join(", "));
    line(["osia kumottu", "delvis upphävd", "partly gone"], parts(&act, language));
    line(["huomautus", "anmärkning", "note"], act.note.clone().unwrap_or_default());
    line(["varmuus", "säkerhet", "confidence"], sureness(&act, language));
    line(["lähde", "källa", "source"], act.source.clone());
    out
}

fn told_status(act: &Statute, as_of: Date, language: Language) -> String {
    let on = day(as_of, language);
    let told = match status(act, as_of) {
        CitationStatus::InForce => ["voimassa", "i kraft", "in force"],
        CitationStatus::Repealed => ["kumottu", "upphävd", "repealed"],
        CitationStatus::NotYetInForce => {
            ["ei vielä voimassa", "ännu inte i kraft", "not yet in force"]
        }
        CitationStatus::Misnumbered | CitationStatus::Unknown => {
            ["ei tiedossa", "inte känd", "not known"]
        }
    };
    let ends = act.repealed_on.filter(|end| *end > as_of).map(|end| day(end, language));
    let ends = ends.map_or_else(String::new, |end| {
        language.pick([
            format!("; voimassaolo päättyy {end}"),
            format!("; upphör att gälla {end}"),
            format!("; goes out of force on {end}"),
        ])
    });
    format!("{} ({on}){ends}", language.pick(told))
}

/// "1.6.1999–31.12.2018": the last day is the one before the first day out of force.
fn period(act: &Statute, language: Language) -> String {
    let from = act.in_force_from.map(|from| day(from, language)).unwrap_or_default();
    let last = act.repealed_on.and_then(|end| end.yesterday().ok());
    match last {
        _ if from.is_empty() && last.is_none() => String::new(),
        Some(last) => format!("{from}–{}", day(last, language)),
        None => format!("{from}–"),
    }
}

fn amended(register: &Register, act: &Statute) -> String {
    let named = |id: &String| {
        register.find(id).map_or_else(|| id.clone(), |id| named(&register.statute(id)))
    };
    act.amends.iter().map(named).collect::<Vec<_>>().join("; ")
}

fn parts(act: &Statute, language: Language) -> String {
    let Some(from) = act.partially_repealed_on else { return String::new() };
    let sections = act.repealed_sections.iter().map(|section| format!("{section} §"));
    let sections = sections.collect::<Vec<_>>().join(", ");
    let by = act.partially_repealed_by.as_ref().map(|by| format!(" ({by})")).unwrap_or_default();
    let note = act.partial_note.as_deref().unwrap_or_default();
    format!("{} {sections}{by}: {note}", day(from, language))
}

fn sureness(act: &Statute, language: Language) -> String {
    let sure = language.pick(match act.confidence {
        Confidence::High => ["luettu säädöksistä", "läst i författningarna", "read in the acts"],
        Confidence::Medium => ["osin päätelty", "delvis slutledd", "partly inferred"],
        Confidence::Low => ["vain viite", "bara en antydan", "hardly more than a hint"],
    });
    let register = language.pick(match act.origin {
        Origin::Curated => ["ylläpidetty luettelo", "underhållet register", "kept register"],
        Origin::Index => ["säädöshakemisto", "författningsindex", "index of statutes"],
    });
    format!("{sure}; {register}")
}

#[derive(Serialize)]
struct List {
    schema_version: u8,
    as_of: String,
    acts: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    id: String,
    kind: &'static str,
    name_fi: String,
    name_sv: Option<String>,
    other_names: Vec<String>,
    former_names: Vec<String>,
    status: CitationStatus,
    in_force_from: Option<String>,
    repealed_on: Option<String>,
    repealed_by: Option<String>,
    replaced_by: Vec<String>,
    successors_in_force: Vec<String>,
    amends: Vec<String>,
    partially_repealed_on: Option<String>,
    repealed_sections: Vec<String>,
    note: Option<String>,
    confidence: Confidence,
    register: Origin,
    source: String,
}

impl Entry {
    fn of(register: &Register, id: StatuteId, as_of: Date) -> Self {
        let act = register.statute(id).into_owned();
        let date = |day: Option<Date>| day.map(|day| day.to_string());
        let successors = register.successors(&act, as_of).into_iter();
        Self {
            kind: act.kind.name(),
            status: status(&act, as_of),
            in_force_from: date(act.in_force_from),
            repealed_on: date(act.repealed_on),
            partially_repealed_on: date(act.partially_repealed_on),
            successors_in_force: successors.map(|id| register.statute(id).id.clone()).collect(),
            other_names: [act.short, act.short_sv, act.abbreviations, act.name_en].concat(),
            id: act.id,
            name_fi: act.name_fi,
            name_sv: act.name_sv,
            former_names: act.former_names,
            repealed_by: act.repealed_by,
            replaced_by: act.replaced_by,
            amends: act.amends,
            repealed_sections: act.repealed_sections,
            note: act.note,
            confidence: act.confidence,
            register: act.origin,
            source: act.source,
        }
    }
}
