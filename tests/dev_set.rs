//! Floors under the figures on the labelled real notices, which are not part of this package.
//!
//! They are looked for in `$SELOSTE_SHARED` or beside the package; without them, or without Python, the test says so
//! and passes.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "figures, and why it was skipped")]

use std::path::Path;
use std::process::Command;

mod support;

/// The line of the scorer, the word before the figure, and the floor, a little under what was measured.
const FLOORS: &[(&str, &str, f64)] = &[
    ("missing items", "P", 0.97),
    ("missing items", "R", 0.95),
    ("missing or weak", "F1", 0.90),
    ("item status accuracy", "accuracy:", 0.93),
    ("headings", "F1", 0.95),
    ("headings", "(Jaccard)", 0.93),
    ("citations", "F1", 0.97),
    ("dates right", "right:", 0.94),
];

#[test]
fn figures_stay_above_their_floors() {
    let Some(folder) = support::shared("eval") else { return };
    let output = tempfile::NamedTempFile::new().expect("a file");
    let json = support::check([folder.join("dev")]).to_string();
    std::fs::write(output.path(), json).expect("the output");
    let score = ["score.py", &output.path().to_string_lossy(), "dev"].map(str::to_owned);
    let Some(printed) = python(&folder, &score) else { return };
    println!("{printed}");
    for (start, word, floor) in FLOORS {
        let line = printed.lines().find(|line| line.starts_with(start));
        let line = line.unwrap_or_else(|| panic!("no line on {start}: {printed}"));
        let figure = after(line, word).unwrap_or_else(|| panic!("no {word} in: {line}"));
        assert!(figure >= *floor, "{start}, {word}: {figure} is under {floor}");
    }
}

#[test]
fn headings_of_many_organisations_keep_their_kinds() {
    let Some(folder) = support::shared("eval") else { return };
    let program = env!("CARGO_BIN_EXE_seloste").to_owned();
    let arguments = ["headings.py".to_owned(), program, "headings.tsv".to_owned()];
    let Some(printed) = python(&folder, &arguments) else { return };
    println!("{printed}");
    let exact = after(&printed, "=").expect("a figure");
    assert!(exact >= 0.92, "{exact} of the headings exact, under 0.92");
}

/// The figure after a word: `0.98`, or `34/36` as a share.
fn after(line: &str, word: &str) -> Option<f64> {
    let mut words = line.split_whitespace().skip_while(|one| *one != word).skip(1);
    let figure = words.next()?.trim_end_matches([',', ';']);
    match figure.split_once('/') {
        Some((part, all)) => Some(part.parse::<f64>().ok()? / all.parse::<f64>().ok()?),
        None => figure.parse().ok(),
    }
}

fn python(folder: &Path, arguments: &[String]) -> Option<String> {
    let Ok(output) = Command::new("python3").args(arguments).current_dir(folder).output() else {
        eprintln!("SKIPPED: python3 is not here to score");
        return None;
    };
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}
