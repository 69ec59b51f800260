//! A statute must be cited by its right number and be in force.

use std::collections::BTreeMap;

use super::Context;
use super::fill::{Filling, day, further_repaired, raised};
use super::repair;
use crate::finding::{Confidence, Finding, Fix, Level};
use crate::language::Language;
use crate::law::{Citation, CitationStatus, Law, Problem, Statute, StatuteKind};
use crate::place::on_one_line;
use crate::recognise::Notice;
use crate::rule::Rule;

/// One finding for every act with the problem; the other places where the notice cites it belong to it.
pub fn findings(
    rule: &Rule,
    problem: Problem,
    notice: &Notice,
    context: &Context,
    law: &Law,
) -> Vec<Finding> {
    let mut faults: BTreeMap<Key, Vec<&Citation>> = BTreeMap::new();
    for citation in &notice.citations {
        if has_problem(citation, problem, *context, law) && is_fault(citation, notice) {
            faults.entry(Key::of(citation, notice)).or_default().push(citation);
        }
    }
    faults
        .into_values()
        .map(|places| finding(rule, problem, &places, notice, *context, law))
        .collect()
}

/// Whether a citation has a problem. A repeal that lies ahead is none of the citation's own: it depends on how far the
/// user looks.
fn has_problem(citation: &Citation, problem: Problem, context: Context, law: &Law) -> bool {
    if problem != Problem::RepealAhead {
        return citation.problem == Some(problem);
    }
    let in_force = citation.status == CitationStatus::InForce;
    let Some(until) = context.horizon.filter(|_| in_force) else { return false };
    let act = citation.id.as_deref().and_then(|id| law.register().find(id));
    let end = act.and_then(|act| law.register().statute(act).repealed_on);
    end.is_some_and(|end| context.as_of < end && end <= until)
}

/// What makes two citations the same fault.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    id: Option<String>,
    /// The section, or the wrong number: another one is another fault.
    detail: Option<String>,
}

impl Key {
    fn of(citation: &Citation, notice: &Notice) -> Self {
        let detail = match citation.problem {
            Some(Problem::SectionRepealed | Problem::NoSuchProvision) => citation.section.clone(),
            Some(Problem::Unknown) => Some(on_one_line(citation.span.of(&notice.script.text))),
            Some(Problem::Misnumbered | Problem::TitleMismatch) => {
                written_number(citation.span.of(&notice.script.text))
            }
            _ => None,
        };
        Self { id: citation.id.clone(), detail }
    }
}

/// History is no fault; a register that is not sure accuses nobody; and what the register of obsolete terms
/// knows better (an annulled decision on transfers) is told there.
fn is_fault(citation: &Citation, notice: &Notice) -> bool {
    let hedged = citation.confidence == Confidence::Low;
    let told_as_term = citation.problem == Some(Problem::Repealed)
        && notice.terms.iter().any(|term| term.span.overlaps(citation.span));
    !(citation.history || hedged || told_as_term)
}

fn finding(
    rule: &Rule,
    problem: Problem,
    places: &[&Citation],
    notice: &Notice,
    context: Context,
    law: &Law,
) -> Finding {
    let citation = places[0];
    let text = notice.script.text.as_str();
    let statute = citation.id.as_deref().and_then(|id| law.register().find(id));
    let statute = statute.map(|id| law.register().statute(id));
    let mut filling = Filling::of(rule, context);
    let written = citation.span.of(text);
    filling.set("written", on_one_line(written));
    filling.set("number", written_number(written).unwrap_or_default());
    filling.set("section", citation.section.clone().unwrap_or_default());
    let parts = statute
        .as_ref()
        .map_or_else(Vec::new, |statute| tell(&mut filling, statute, notice, context, law));
    let confidence = rule.confidence.min(citation.confidence);
    let level = match (rule.level, confidence) {
        (Level::Error, Confidence::Medium | Confidence::Low) => Level::Warning,
        (level, _) => level,
    };
    let repair = |citation: &Citation| {
        let written = citation.span.of(text);
        match problem {
            Problem::NumberReversed => {
                Some(repair::of_number(turned(written)?, citation.span, notice, law))
            }
            Problem::Repealed => succeeded(written, statute.as_deref()?, context, law),
            _ => None,
        }
    };
    let help = filling.help_or("no_successor", citation.replaced_by.is_empty());
    Finding {
        level,
        confidence,
        span: Some(citation.span),
        related: further_repaired(
            places[1..].iter().map(|other| (other.span, repair(other))),
            text,
        ),
        fix: repair(citation),
        ..raised(rule, context.language, filling.message(&parts), help)
    }
}

/// Fills in what the register knows of an act; returns the parts of the message that hold.
fn tell(
    filling: &mut Filling<'_>,
    statute: &Statute,
    notice: &Notice,
    context: Context,
    law: &Law,
) -> Vec<&'static str> {
    let language = context.language;
    filling.set("act", opening(&named(statute, language)));
    filling.set("id", statute.id.clone());
    let register = law.register();
    let successors: Vec<String> = register
        .successors(statute, context.as_of)
        .into_iter()
        .map(|id| named(&register.statute(id), language))
        .collect();
    filling.set("successors", listed(&successors, language));
    let mut parts = Vec::new();
    if !successors.is_empty() {
        parts.push("successors");
    }
    let gone = statute.repealed_on.filter(|end| *end <= context.as_of);
    let ahead = statute.repealed_on.filter(|end| context.horizon.is_some_and(|last| *end <= last));
    let end = gone.or(ahead).or(statute.partially_repealed_on).or(statute.in_force_from);
    if let Some(end) = end {
        filling.set("date", day(end, language));
    }
    parts.extend(end.and_then(|end| filling.set_notice_date(end, notice)));
    if gone.is_some() {
        parts.push("repealed");
    }
    parts
}

/// "tietosuojalaki (1050/2018)", "yleinen tietosuoja-asetus (EU) 2016/679".
pub(super) fn named(statute: &Statute, language: Language) -> String {
    let title = match language {
        Language::Fi => lower(statute.title(), statute.kind),
        Language::Sv => statute.title_sv().to_owned(),
        Language::En => statute.title_en().to_owned(),
    };
    if title.contains(&statute.id) {
        title
    } else if statute.id.starts_with('(') {
        format!("{title} {}", statute.id)
    } else {
        format!("{title} ({})", statute.id)
    }
}

/// Finnish titles begin small inside a sentence, but for those that begin with a name ("Suomen perustuslaki").
fn lower(title: &str, kind: StatuteKind) -> String {
    let proper = title.starts_with("Suomen") || title.starts_with("Euroopan");
    let abbreviation = title.chars().nth(1).is_some_and(char::is_uppercase);
    if proper || abbreviation || !matches!(kind, StatuteKind::Act | StatuteKind::Decree) {
        return title.to_owned();
    }
    let mut chars = title.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}

/// As it stands at the beginning of a sentence.
fn opening(named: &str) -> String {
    let mut chars = named.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn listed(names: &[String], language: Language) -> String {
    let and = language.pick([" ja ", " och ", " and "]);
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{}{and}{last}", most.join(", ")),
    }
}

/// The number in the words of a citation: the piece with a slash between digits.
fn written_number(written: &str) -> Option<String> {
    let pieces = written.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ',' | ';'));
    let is_number =
        |piece: &&str| piece.contains('/') && piece.starts_with(|c: char| c.is_ascii_digit());
    pieces.filter(|piece| !piece.is_empty()).find(is_number).map(str::to_owned)
}

/// The citation with the one act that took the place of a repealed one; where several did, nobody can tell which.
fn succeeded(written: &str, old: &Statute, context: Context, law: &Law) -> Option<Fix> {
    let register = law.register();
    let [only] = register.successors(old, context.as_of)[..] else { return None };
    repair::of_repealed(written, old, &register.statute(only))
}

/// The citation with year and number of the act of the Union in their right order: "679/2016" is "2016/679", as often
/// as it stands there. Other marks about the number ("679/2016/EU", "N:o") are left to a person.
fn turned(written: &str) -> Option<Fix> {
    let number = written_number(written)?;
    let number = number.trim_end_matches(|c: char| !c.is_ascii_digit());
    let (first, second) = number.split_once('/')?;
    let plain = second.bytes().all(|byte| byte.is_ascii_digit()) && !written.contains("N:o");
    let marked = written.contains(&format!("{number}/"));
    (plain && !marked).then(|| Fix::safe(written.replace(number, &format!("{second}/{first}"))))
}
