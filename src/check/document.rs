//! Rules about the document as a whole: is it a filled-in notice at all?

use super::Context;
use super::fill::raised;
use crate::finding::Finding;
use crate::recognise::{DocumentKind, Notice};
use crate::rule::Rule;

/// Fires when the document is of the kind that is a fault.
pub fn findings(
    rule: &Rule,
    fault: DocumentKind,
    notice: &Notice,
    context: &Context,
) -> Vec<Finding> {
    if notice.profile.kind != fault {
        return Vec::new();
    }
    let message = rule.message.in_language(context.language).to_owned();
    let help = rule.help.in_language(context.language).to_owned();
    vec![raised(rule, context.language, message, help)]
}
