//! What `seloste law` and `seloste registers` print.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

mod support;
use support::root;

/// What the program prints, run in a folder.
fn printed(folder: &Path, args: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_seloste"))
        .current_dir(folder)
        .args(args)
        .output()
        .expect("the program runs");
    let told = String::from_utf8(output.stdout).expect("text");
    assert!(!told.is_empty(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    told
}

fn first_act(args: &[&str]) -> Value {
    let args = [&["law", "--format", "json"], args].concat();
    let told: Value = serde_json::from_str(&printed(root(), &args)).expect("JSON");
    told["acts"][0].clone()
}

#[test]
fn an_act_is_told_as_it_is_on_the_day_asked_for() {
    let cases = [
        ("523/1999", "2018-12-31", "523/1999", "in_force"),
        ("henkilötietolaissa", "2019-01-01", "523/1999", "repealed"),
        ("HetiL", "2020-01-01", "523/1999", "repealed"),
        ("asiakastietolaki", "2019-05-05", "159/2007", "in_force"),
        ("asiakastietolaki", "2022-05-05", "784/2021", "in_force"),
        ("asiakastietolaki", "2025-05-05", "703/2023", "in_force"),
        ("GDPR", "2018-01-01", "(EU) 2016/679", "not_yet_in_force"),
        ("(EU) 2016/679", "2026-01-01", "(EU) 2016/679", "in_force"),
        ("personuppgiftslagen", "2026-01-01", "523/1999", "repealed"),
        ("1370/2014", "2026-01-01", "1370/2014", "in_force"),
        ("kirjastoasetus 1078/1998", "2010-01-01", "1078/1998", "in_force"),
    ];
    for (query, as_of, id, status) in cases {
        let act = first_act(&[query, "--as-of", as_of]);
        assert_eq!(
            (act["id"].as_str(), act["status"].as_str()),
            (Some(id), Some(status)),
            "{query}"
        );
    }
}

#[test]
fn successors_are_followed_to_the_act_in_force() {
    let act = first_act(&["471/1987", "--as-of", "2026-11-22"]);
    assert_eq!(act["replaced_by"], serde_json::json!(["523/1999"]));
    assert_eq!(act["successors_in_force"], serde_json::json!(["(EU) 2016/679", "1050/2018"]));
}

#[test]
fn the_citations_of_a_notice_are_a_table() {
    let args =
        ["law", "--in", "corpus/kirjasto-kerroksellinen/notice.txt", "--as-of", "2026-11-22"];
    let table = printed(root(), &args);
    assert!(table.contains("20  1492/2016  väärä numero"), "{table}");
}

#[test]
fn the_registers_say_what_they_hold_and_under_which_licence() {
    let told = printed(root(), &["registers", "--lang", "en"]);
    for words in ["Finnish statutes", "CC BY 4.0", "Oikeusministeriö", "1987–2024", "17.8.2026"]
    {
        assert!(told.contains(words), "{words}: {told}");
    }
}

const HEAD: &str = "# licence = made for a test\n# sources = none\n# compiled = 2026-11-22\n\
    # known_to = 22.11.2026\n# whole = 1990-2024\n\
    id\tkind\ttitle_fi\ttitle_sv\tissued\tin_force_from\trepealed_on\trepealed_by\treplaced_by\tamends\tconfidence\tnotes\n";

#[test]
fn a_newer_table_is_packed_and_the_notices_it_touches_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, text: &str| {
        std::fs::write(folder.path().join(name), text).expect("the test can write");
    };
    let row = |repeal: &str| {
        format!("{HEAD}77/2001\tlaki\tPilvenveistolaki\t\t\t2001-03-01\t{repeal}\t\t\thigh\t\n")
    };
    write("old.tsv", &row("\t"));
    write("new.tsv", &row("2026-10-01\t9/2026"));
    write("a.txt", "Tietosuojaseloste\n\nPerusteena on pilvenveistolaki (77/2001).\n");
    write("b.txt", "Tietosuojaseloste\n\nPerusteena on kuntalaki (410/2015).\n");
    let day = ["--as-of", "2026-11-22", "--lang", "en"];
    let diff = [&["registers", "diff", "old.tsv", "new.tsv", "--notices", "."], &day[..]].concat();
    let told = printed(folder.path(), &diff);
    assert_eq!(
        told,
        "Repealed: 1\n  77/2001 Pilvenveistolaki 2026-10-01 (9/2026)\n\
         a.txt:3: pilvenveistolaki (77/2001): 77/2001 in_force → 77/2001 repealed 2026-10-01\n"
    );
    std::fs::create_dir(folder.path().join("own")).expect("a folder");
    printed(folder.path(), &["registers", "update", "new.tsv", "--rules", "own"]);
    let law =
        ["law", "pilvenveistolaissa", "--rules", "own", "--as-of", "2026-09-30", "--lang", "en"];
    let told = printed(folder.path(), &law);
    assert!(
        told.contains("in force (30 September 2026); goes out of force on 1 October 2026"),
        "{told}"
    );
}

#[test]
fn a_table_with_a_mistake_is_refused_with_its_line() {
    let folder = tempfile::tempdir().expect("a folder");
    let table = format!("{HEAD}77/2001\tlaki\tPilvenveistolaki\t\t\tkevät\t\t\t\t\thigh\t\n");
    std::fs::write(folder.path().join("bad.tsv"), table).expect("the test can write");
    let output = Command::new(env!("CARGO_BIN_EXE_seloste"))
        .current_dir(folder.path())
        .args(["registers", "update", "bad.tsv"])
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "bad.tsv:7: this is no act\n");
}
