//! What a user reads of a run, whole. The snapshots were read by a person before they were kept.

mod support;

use support::{AS_OF, root};

/// What a run over two documents of the corpus and one that is not there prints.
fn report(args: &str) -> String {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_seloste"))
        .current_dir(root().join("corpus"))
        .env_remove("FORCE_COLOR")
        .args(["check", "--as-of", AS_OF])
        .args(["seurakunta-diakonia/notice.txt", "recept/notice.txt", "missing.pdf"])
        .args(args.split_whitespace())
        .output()
        .expect("the program runs");
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn text_in_finnish() {
    insta::assert_snapshot!(report(""));
}

#[test]
fn text_in_swedish() {
    insta::assert_snapshot!(report("--lang sv"));
}

#[test]
fn text_in_english_with_plain_signs() {
    insta::assert_snapshot!(report("--lang en --ascii"));
}

#[test]
fn text_for_a_narrow_terminal() {
    insta::assert_snapshot!(report("--width 60 --select kumottu-saados"));
}

#[test]
fn concise() {
    insta::assert_snapshot!(report("--format concise"));
}

/// Notes and source are wrapped; the one line that is not is the message itself.
#[test]
fn shown_lines_fit_the_width_asked_for() {
    for line in report("--width 60").lines() {
        let wrapped = line.contains('│') || line.contains(" = ");
        assert!(!wrapped || line.chars().count() <= 90, "{line}");
    }
}
