//! The script that makes the table of statutes, on invented acts in the format of the open data of Finlex.

#![allow(clippy::print_stderr, reason = "why it was skipped")]

use std::process::Command;

const OLD: &str = "# licence = made for a test\n# sources = none\n# compiled = 2026-01-01\n# known_to = 1.1.2026\n\
    # whole = 1990-2024\n\
    id\tkind\ttitle_fi\ttitle_sv\tissued\tin_force_from\trepealed_on\trepealed_by\treplaced_by\tamends\tconfidence\tnotes\n\
    77/2001\tlaki\tPilvenveistolaki\tMolnhuggarlag\t2001-02-09\t2001-03-01\t\t\t\t\thigh\t\n\
    78/2001\tlaki\tSumulaki\t\t2001-02-09\t2001-03-01\t\t\t\t\thigh\t\n";

#[test]
fn newer_statutes_are_laid_over_an_older_table() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("old.tsv"), OLD).expect("the test can write");
    let root = env!("CARGO_MANIFEST_DIR");
    let made = Command::new("python3")
        .arg(format!("{root}/scripts/finlex_index.py"))
        .args(["table", &format!("{root}/tests/finlex")])
        .args(["--base", "old.tsv", "--out", "new.tsv"])
        .args(["--known-to", "5.6.2026", "--compiled", "2026-11-22"])
        .current_dir(folder.path())
        .output();
    let Ok(made) = made else {
        eprintln!("skipped: there is no python3");
        return;
    };
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let table = std::fs::read_to_string(folder.path().join("new.tsv")).expect("a table");
    let rows: Vec<&str> =
        table.lines().skip_while(|line| !line.starts_with("id\t")).skip(1).collect();
    assert_eq!(
        rows,
        [
            "77/2001\tlaki\tPilvenveistolaki\tMolnhuggarlag\t2001-02-09\t2001-03-01\t2026-10-01\t9/2026\t\t\thigh\t",
            "78/2001\tlaki\tSumulaki\t\t2001-02-09\t2001-03-01\t\t\t\t\thigh\t",
            "505/2010\tlaki\t\t\t\t\t\t\t\t77/2001\thigh\t",
            "11/2025\tasetus\tValtioneuvoston asetus pilvien väliaikaisesta veistämisestä\t\t2025-01-10\t2025-02-01\t\
             2027-01-01\t\t\t\thigh\texpiry clause",
            "9/2026\tlaki\tLaki pilvien veistämisestä\tLag om molnhuggning\t2026-06-05\t2026-10-01\t\t\t\t\thigh\t",
        ]
    );
    assert!(table.contains("# known_to = 5.6.2026\n# whole = 1990-2024\n"), "{table}");
    let read = seloste::law::index::read(&table).expect("a table that can be packed");
    assert_eq!(read.rows.len(), 5);
}
