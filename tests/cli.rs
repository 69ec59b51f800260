//! What a run says by its exit code, and by its one line on what it could not read.

use std::path::Path;
use std::process::{Command, Output};

/// Runs the program in `folder` with arguments parted by blanks.
fn run(folder: &Path, args: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_seloste"))
        .current_dir(folder)
        .env_remove("FORCE_COLOR")
        .args(args.split_whitespace())
        .output()
        .expect("the program runs")
}

/// A folder with one document of every kind that ends differently.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let copy = |from: &str, to: &str| {
        std::fs::copy(corpus.join(from), folder.path().join(to)).expect("the corpus can be copied");
    };
    copy("verkkokauppa-kuvittelu/notice.txt", "clean.txt");
    copy("seurakunta-diakonia/notice.txt", "faulty.txt");
    copy("recept/notice.txt", "recept.txt");
    let pdf = std::fs::read(corpus.join("verkkokauppa-kuvittelu/notice.pdf")).expect("a PDF");
    let write = |name: &str, bytes: &[u8]| {
        std::fs::write(folder.path().join(name), bytes).expect("the test can write");
    };
    write("empty.txt", b"");
    write("empty.pdf", b"");
    write("blank.txt", b" \n\n");
    write("truncated.pdf", &pdf[..pdf.len() / 3]);
    write("letter.docx", b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0word/document.xml");
    folder
}

#[test]
fn exit_codes_tell_clean_found_broken_and_unread_apart() {
    let folder = folder();
    let cases = [
        ("check clean.txt", 0),
        ("check faulty.txt", 1),
        ("check faulty.txt --fail-on never", 0),
        ("check faulty.txt --select paivays-puuttuu", 0),
        ("check faulty.txt --select kumottu-saados", 1),
        ("check faulty.txt --select kumottu-saados --level kumottu-saados=warning", 0),
        ("check clean.txt faulty.txt", 1),
        ("check recept.txt", 0),
        ("check empty.txt", 3),
        ("check empty.pdf", 3),
        ("check blank.txt", 3),
        ("check truncated.pdf", 3),
        ("check letter.docx", 3),
        ("check missing.txt", 3),
        ("check faulty.txt letter.docx", 3),
        ("check letter.docx --exit-zero", 0),
        ("check clean.txt --max-size 100", 3),
        ("check clean.txt --select no-such-rule", 2),
        ("check clean.txt --no-such-flag", 2),
        ("check c*.txt", 0),
        ("show clean.txt", 0),
        ("show letter.docx", 3),
        ("explain kumottu-saados", 0),
        ("explain kumotu-saados", 2),
        ("rules", 0),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .filter_map(|(args, expected)| {
            let output = run(folder.path(), &format!("{args} "));
            let code = output.status.code();
            (code != Some(*expected)).then(|| format!("{args}: {code:?}, expected {expected}"))
        })
        .collect();
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn what_was_not_examined_is_told_with_what_to_do() {
    let folder = folder();
    for format in ["text", "concise", "json"] {
        let args = format!("check empty.pdf truncated.pdf letter.docx --format {format}");
        let output = String::from_utf8(run(folder.path(), &args).stdout).expect("UTF-8");
        for name in ["empty.pdf", "truncated.pdf", "letter.docx"] {
            assert!(output.contains(name), "{format} says nothing of {name}");
        }
    }
}

#[test]
fn a_wrong_name_gets_the_nearest_right_one() {
    let folder = folder();
    let output = run(folder.path(), "check clean.txt --ignore sailytysaika-putuu");
    let told = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(told.contains("sailytysaika-puuttuu"), "{told}");
}

#[test]
fn the_number_of_threads_changes_no_byte() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let with = |jobs| {
        let args = format!("check . --format json --as-of 2026-11-22 --jobs {jobs}");
        run(&corpus, &args).stdout
    };
    assert!(with(1) == with(8), "the output differs");
}
