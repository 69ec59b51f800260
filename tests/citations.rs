//! Forms in which statutes are cited, one a line: the text, `=>`, and what must be read in it.
//!
//! What is read is written as the id and, where there is one, the problem, the section in brackets and `history`;
//! several citations are parted by `;`, none is `-`.

use seloste::finnish::words::words;
use seloste::law::{Law, Problem};
use seloste::layout::Script;
use seloste::rule::RuleFiles;

const CASES: &str = include_str!("citations.txt");

fn read(law: &Law, text: &str, notice_date: Option<&str>) -> String {
    let script = Script::plain(text.replace("\\n", "\n"));
    let words = words(&script.text);
    let as_of = "2026-11-22".parse().expect("a date");
    let date = notice_date.map(|date| date.parse().expect("a date"));
    let told: Vec<String> = law
        .citations(&script, &words, as_of, date)
        .iter()
        .map(|citation| {
            let mut told = citation.id.clone().unwrap_or_else(|| "?".to_owned());
            let problem = citation.problem.map(|problem| match problem {
                Problem::Repealed => " repealed",
                Problem::SectionRepealed => " section-repealed",
                Problem::NotYetInForce => " not-yet",
                Problem::Misnumbered => " misnumbered",
                Problem::TitleMismatch => " mismatch",
                Problem::NumberReversed => " reversed",
                Problem::RepealAhead => " ends",
                Problem::NoSuchProvision => " no-such-place",
                Problem::NoSuchNumber => " no-such-number",
                Problem::Unknown => " unknown",
            });
            told.push_str(problem.unwrap_or(""));
            if let Some(section) = &citation.section {
                told = format!("{told} [{section}]");
            }
            if citation.history {
                told.push_str(" history");
            }
            told
        })
        .collect();
    if told.is_empty() { "-".to_owned() } else { told.join("; ") }
}

#[test]
fn every_form_is_read_as_it_is_meant() {
    let law = Law::load(&RuleFiles::embedded()).expect("the registers load");
    let cases = CASES.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let mut wrong = Vec::new();
    let mut count = 0;
    for case in cases {
        let (text, expected) = case.split_once(" => ").expect("a case has `=>`");
        let (text, date) = match text.split_once(" @") {
            Some((text, date)) => (text, Some(date)),
            None => (text, None),
        };
        let found = read(&law, text, date);
        if found != expected.trim() {
            wrong.push(format!("{text}\n    expected {expected}\n    found    {found}"));
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}
