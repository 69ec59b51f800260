//! Rules about the document as a whole: is it a filled-in notice at all?

use super::Context;
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
    vec![Finding {
        fingerprint: String::new(),
        rule: rule.name.clone(),
        catalogue: rule.catalogue.clone(),
        term: None,
        level: rule.level,
        confidence: rule.confidence,
        item: None,
        message: rule.message.in_language(context.language).to_owned(),
        help: rule.help.in_language(context.language).to_owned(),
        basis: rule.source.to_string(),
        span: None,
        related: Vec::new(),
        fix: None,
    }]
}
