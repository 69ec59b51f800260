//! What a general notice tells need not stand in a notice that refers to it (WP260 35–37).

use super::Context;
use crate::canon::Status;
use crate::finding::{Finding, Level};
use crate::recognise::{GeneralNotice, Notice};

/// Makes a note of every finding on an item that the general notice tells, where this notice refers to another page.
pub(super) fn cover(
    findings: &mut [Finding],
    general: &GeneralNotice,
    notice: &Notice,
    context: Context,
) {
    let is_elsewhere = |finding: &Finding| {
        notice.items.iter().any(|found| {
            Some(found.item) == finding.item
                && found.status == Status::Absent
                && found.elsewhere.is_some()
        })
    };
    for finding in findings.iter_mut().filter(|finding| is_elsewhere(finding)) {
        if finding.item.is_some_and(|item| general.covers.contains(&item)) {
            let name = &general.name;
            finding.level = Level::Note;
            finding.message += &context.language.pick([
                format!(" Asetusten mukaan siitä kertoo yleinen seloste, johon tässä viitataan: {name}."),
                format!(" Enligt inställningarna berättar den allmänna informationen, som det hänvisas till här, om saken: {name}."),
                format!(" By the configuration the general notice, which is referred to here, tells it: {name}."),
            ]);
        }
    }
}
