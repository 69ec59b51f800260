//! Findings that a person has judged and put aside, with a reason: by a comment in the document, or by an entry of the
//! configuration. What is put aside stays in the reports and is not counted.

mod comment;

use jiff::civil::Date;

use super::Context;
use super::fill::{Filling, day};
use crate::finding::{Finding, Suppressed};
use crate::place::{Span, on_one_line};
use crate::recognise::Notice;
use crate::rule::{Rule, RuleKind, SuppressionFault, names_rule};

/// What puts findings aside.
#[derive(Debug, Clone)]
pub struct Suppression {
    /// Rules, families or articles whose findings it puts aside.
    pub rules: Vec<String>,
    /// Why; without it nothing is put aside.
    pub reason: Option<String>,
    /// Who answers for it.
    pub owner: Option<String>,
    /// The last day on which it holds.
    pub until: Option<Date>,
    /// Only the finding of this fingerprint.
    pub fingerprint: Option<String>,
    /// Only findings at whose place these words stand.
    pub quote: Option<String>,
    /// Where it is written: in the document, or in the configuration.
    pub span: Span,
}

impl Suppression {
    /// What is wrong with it by itself on a day.
    pub fn fault(&self, on: Date) -> Option<SuppressionFault> {
        // A sign that keeps the place of a reason, as editors write it, is none.
        if !self.reason.as_deref().is_some_and(|reason| reason.contains(char::is_alphanumeric)) {
            Some(SuppressionFault::NoReason)
        } else if self.until.is_some_and(|until| until < on) {
            Some(SuppressionFault::Expired)
        } else {
            None
        }
    }

    fn names(&self, finding: &Finding, rules: &[Rule]) -> bool {
        let rule = rules.iter().find(|rule| rule.name == finding.rule);
        rule.is_some_and(|rule| self.rules.iter().any(|name| names_rule(name, rule)))
    }

    fn matches(&self, finding: &Finding, notice: &Notice, rules: &[Rule]) -> bool {
        let words = |span: Span| on_one_line(span.of(&notice.script.text)).to_lowercase();
        let stands = |quote: &String| {
            let quote = on_one_line(quote).to_lowercase();
            finding.span.is_some_and(|span| words(around(span, notice)).contains(&quote))
        };
        self.names(finding, rules)
            && self.fingerprint.as_ref().is_none_or(|print| finding.fingerprint.starts_with(print))
            && self.quote.as_ref().is_none_or(stands)
    }

    fn put_aside(&self, finding: &mut Finding, in_source: bool) {
        finding.suppressed = Some(Suppressed {
            reason: self.reason.clone().unwrap_or_default(),
            owner: self.owner.clone(),
            until: self.until.map(|day| day.to_string()),
            in_source,
        });
    }
}

/// Puts findings aside by the entries of the configuration that hold; returns for each whether it matched any.
pub fn by_entries(
    findings: &mut [Finding],
    entries: &[Suppression],
    notice: &Notice,
    rules: &[Rule],
    on: Date,
) -> Vec<bool> {
    let put_aside = |entry: &Suppression| {
        let mut met = false;
        for finding in findings.iter_mut().filter(|f| entry.matches(f, notice, rules)) {
            met = true;
            if entry.fault(on).is_none() {
                entry.put_aside(finding, false);
            }
        }
        met
    };
    entries.iter().map(put_aside).collect()
}

/// Puts findings aside by the comments of a document, and finds fault with the comments.
pub(super) fn by_comments(
    findings: &mut Vec<Finding>,
    notice: &Notice,
    rules: &[Rule],
    context: Context,
) {
    for written in comment::read(&notice.script.text) {
        let suppression = match written {
            Ok(suppression) => suppression,
            Err(span) => {
                let fault = SuppressionFault::Malformed;
                findings.extend(told(fault, &[], None, span, rules, context));
                continue;
            }
        };
        let known = |name: &String| rules.iter().any(|rule| names_rule(name, rule));
        let mut fault = suppression.fault(context.as_of);
        if !suppression.rules.iter().all(known) {
            fault = Some(SuppressionFault::Malformed);
        }
        let reach = reach(suppression.span, notice);
        let reached = |finding: &Finding| {
            let inside = |span: Span| reach.is_none_or(|reach| reach.contains(span.start));
            suppression.matches(finding, notice, rules) && finding.span.is_none_or(inside)
        };
        let mut met = false;
        for finding in findings.iter_mut().filter(|finding| reached(finding)) {
            met = true;
            if fault.is_none() {
                suppression.put_aside(finding, true);
            }
        }
        let fault = fault.or((!met).then_some(SuppressionFault::Unused));
        let Suppression { rules: names, until, span, .. } = &suppression;
        findings.extend(fault.and_then(|fault| told(fault, names, *until, *span, rules, context)));
    }
}

/// The finding on a suppression that is at fault.
pub fn told(
    fault: SuppressionFault,
    names: &[String],
    until: Option<Date>,
    span: Span,
    rules: &[Rule],
    context: Context,
) -> Option<Finding> {
    let rule = rules.iter().find(
        |rule| matches!(rule.kind, RuleKind::Suppression { suppression } if suppression == fault),
    )?;
    let mut filling = Filling::of(rule, context);
    filling.set("rules", names.join(", "));
    filling.set("date", until.map(|date| day(date, context.language)).unwrap_or_default());
    Some(filling.raised_at(span))
}

/// Where a comment holds: in its section; everywhere when it stands before the first. What has no place is always
/// within its reach.
fn reach(comment: Span, notice: &Notice) -> Option<Span> {
    let sections = notice.outline.sections.iter().rev();
    let mut before = sections.filter(|section| section.heading_span.start <= comment.start);
    before.next().map(|section| section.heading_span.to(section.body))
}

/// The lines in which a span lies: what a person quotes is more than what a rule underlines.
fn around(span: Span, notice: &Notice) -> Span {
    let script = &notice.script;
    let (first, last) =
        (script.line_at(span.start), script.line_at(span.end.max(span.start + 1) - 1));
    script.lines[first].span.to(script.lines[last].span)
}
