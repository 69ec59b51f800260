//! What no register may say: the checks that a new entry must pass before anything runs.

use std::collections::BTreeMap;

use super::{Register, Statute};
use crate::rule::{AuthorError, RuleFile};

/// Checks a register against itself.
pub(super) fn check(register: &Register, file: &RuleFile) -> Result<(), AuthorError> {
    for (_, statute) in register.statutes() {
        check_successors(register, file, statute)?;
        check_dates(file, statute)?;
        check_succession(register, file, statute)?;
    }
    for wrong in register.misnumberings() {
        if register.find_curated(&wrong.meant).is_none() {
            return Err(at(file, &wrong.meant, "is meant by a wrong number, and is not here"));
        }
    }
    check_names(register, file)
}

/// Every successor has an entry of its own, so that a chain never ends in the dark.
fn check_successors(
    register: &Register,
    file: &RuleFile,
    statute: &Statute,
) -> Result<(), AuthorError> {
    let missing = |id: &&String| register.find_curated(id).is_none();
    match statute.replaced_by.iter().find(missing) {
        Some(successor) => {
            let message = format!("names a successor that is not here: {successor}");
            Err(at(file, &statute.id, &message))
        }
        None => Ok(()),
    }
}

/// An act comes into force, may be renamed or lose parts, and is repealed, in this order.
fn check_dates(file: &RuleFile, statute: &Statute) -> Result<(), AuthorError> {
    let Some(until) = statute.repealed_on else { return Ok(()) };
    let orders = [
        (statute.in_force_from, "was repealed before it came into force"),
        (statute.renamed_on, "was repealed before it was renamed"),
        (statute.partially_repealed_on, "was repealed before it lost parts"),
    ];
    match orders.iter().find(|(day, _)| day.is_some_and(|day| until <= day)) {
        Some((_, message)) => Err(at(file, &statute.id, message)),
        None => Ok(()),
    }
}

/// Successors never lead back to the act itself.
fn check_succession(
    register: &Register,
    file: &RuleFile,
    statute: &Statute,
) -> Result<(), AuthorError> {
    let mut open = statute.replaced_by.clone();
    let mut seen: Vec<String> = Vec::new();
    while let Some(next) = open.pop() {
        if next == statute.id {
            return Err(at(file, &statute.id, "is its own successor"));
        }
        if !seen.contains(&next) {
            if let Some(id) = register.find_curated(&next) {
                open.extend(register.statute(id).replaced_by.iter().cloned());
            }
            seen.push(next);
        }
    }
    Ok(())
}

/// One name may pass from act to act, yet on one day it must mean one act.
fn check_names(register: &Register, file: &RuleFile) -> Result<(), AuthorError> {
    let mut bearers: BTreeMap<String, Vec<&Statute>> = BTreeMap::new();
    for (_, statute) in register.statutes() {
        for name in statute.names() {
            let bearers = bearers.entry(name.to_lowercase()).or_default();
            if bearers.last().is_none_or(|last| last.id != statute.id) {
                bearers.push(statute);
            }
        }
    }
    for (name, acts) in &bearers {
        for (n, a) in acts.iter().enumerate() {
            if let Some(b) = acts[n + 1..].iter().find(|b| a.overlaps(b)) {
                let message = format!("bears the name “{name}” together with {}", b.id);
                return Err(at(file, &a.id, &message));
            }
        }
    }
    Ok(())
}

/// An error at the entry of an act.
pub(super) fn at(file: &RuleFile, id: &str, what: &str) -> AuthorError {
    let place = file.text.find(&format!("id = \"{id}\"")).unwrap_or(0);
    file.error_at(place, format!("{id} {what}"))
}
