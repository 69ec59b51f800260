//! Scans, pages without text and passwords, as a user meets them.
#![cfg(all(feature = "pdf", unix))]

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

/// What stands in for the text recognition: a page with two lines, whatever it is given.
const TESSERACT: &str = r#"#!/bin/sh
if [ "$1" = "--list-langs" ]; then printf 'List of available languages:\nfin\nosd\n'; exit 0; fi
if [ "$4" != "fin" ]; then exit 1; fi
head -c 2 | grep -q P5 || exit 1
cat > /dev/null
printf 'level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n'
printf '4\t1\t1\t1\t1\t0\t300\t600\t900\t50\t-1\t\n'
printf '5\t1\t1\t1\t1\t1\t300\t600\t500\t50\t90\tTietosuojaseloste\n'
printf '4\t1\t1\t1\t2\t0\t300\t700\t900\t50\t-1\t\n'
printf '5\t1\t1\t1\t2\t1\t300\t700\t300\t50\t84\tHenkilötietolaki\n'
printf '5\t1\t1\t1\t2\t2\t620\t700\t200\t50\t80\t(523/1999)\n'
"#;

/// Runs the program with `path` before (or, empty, in place of) the folders of programs.
fn run(path: &str, args: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_seloste"))
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pdf"))
        .env("PATH", path)
        .args(args.split_whitespace())
        .output()
        .expect("the program runs")
}

/// A folder with the stand-in, and the folders of programs it needs itself.
fn recognition() -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let program = folder.path().join("tesseract");
    std::fs::write(&program, TESSERACT).expect("the test can write");
    let executable = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(&program, executable).expect("the test can make a program");
    let path = format!("{}:/usr/bin:/bin", folder.path().display());
    (folder, path)
}

fn document(output: &Output) -> Value {
    let json: Value = serde_json::from_slice(&output.stdout).expect("JSON on standard output");
    json["documents"][0].clone()
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_scan_is_not_examined_and_told_how_to_read_it() {
    let output = run("", "show --stage text skannattu.pdf");
    assert_eq!(output.status.code(), Some(3));
    assert!(told(&output).contains("--ocr"), "{}", told(&output));
    let checked = document(&run("", "check --format json skannattu.pdf"));
    assert_eq!(
        (&checked["examined"], &checked["unexamined_reason"]),
        (&false.into(), &"no_text_layer".into())
    );
}

#[test]
fn without_a_program_for_it_recognition_is_told_what_to_install() {
    let output = run("", "show --stage text --ocr skannattu.pdf");
    assert_eq!(output.status.code(), Some(3));
    assert!(told(&output).contains("tesseract-ocr-fin"), "{}", told(&output));
    let checked = document(&run("", "check --format json --ocr skannattu.pdf"));
    assert_eq!(checked["unexamined_reason"], "no_text_layer");
}

#[test]
fn findings_on_recognised_words_are_marked_and_less_sure() {
    let (_folder, path) = recognition();
    let checked = document(&run(&path, "check --format json --ocr skannattu.pdf"));
    assert_eq!(checked["unread_pages"], serde_json::json!([]), "{checked}");
    assert_eq!(checked["troubles"][0]["what"], "page_from_ocr");
    let findings = checked["findings"].as_array().expect("findings");
    let repealed = findings.iter().find(|finding| finding["rule"] == "kumottu-saados");
    let repealed = repealed.expect("a repealed Act was recognised");
    assert_eq!((&repealed["ocr"], &repealed["confidence"]), (&82.into(), &"medium".into()));
    // Seven hundred dots down, at three hundred an inch, are 168 points.
    let top = repealed["place"]["bbox"][1].as_f64().expect("a place on the page");
    assert!((165.0..175.0).contains(&top), "{repealed}");
    assert!(findings.iter().all(|finding| finding["ocr"].is_u64()), "all rest on it: {checked}");
}

#[test]
fn a_page_without_text_among_others_is_named_or_recognised() {
    let (_folder, path) = recognition();
    let plain = document(&run("", "check --format json sekamuoto.pdf"));
    assert_eq!(plain["unread_pages"], serde_json::json!([2]));
    let recognised = document(&run(&path, "check --format json --ocr sekamuoto.pdf"));
    assert_eq!(recognised["unread_pages"], serde_json::json!([]));
    let text = run(&path, "show --stage text --ocr sekamuoto.pdf");
    let text = String::from_utf8_lossy(&text.stdout).into_owned();
    assert!(text.contains("Kuvittelun") && text.contains("Henkilötietolaki (523/1999)"), "{text}");
}

/// Fonts that do not say which letters they show, and a scanner's own reading that is no language, are of no use; an
/// archive's stamp on a scan is not its text.
#[test]
fn text_of_no_use_is_refused_in_words_and_read_from_the_picture_of_the_page() {
    let (_folder, path) = recognition();
    let cases = [
        ("kartaton.pdf", "unreadable"),
        ("kerros-sotku.pdf", "no_text_layer"),
        ("leimattu.pdf", "no_text_layer"),
    ];
    for (file, reason) in cases {
        let output = run("", &format!("check --format json {file}"));
        assert_eq!(output.status.code(), Some(3), "{file}");
        assert_eq!(document(&output)["unexamined_reason"], reason, "{file}");
        let told = told(&run("", &format!("show --stage text {file}")));
        assert!(told.contains("--ocr"), "{file}: {told}");
        let recognised = document(&run(&path, &format!("check --format json --ocr {file}")));
        assert_eq!(recognised["unread_pages"], serde_json::json!([]), "{file}");
        assert_eq!(recognised["troubles"][0]["what"], "page_from_ocr", "{file}");
        let findings = recognised["findings"].as_array().expect("findings");
        assert!(findings.iter().all(|finding| finding["ocr"].is_u64()), "{file}: {recognised}");
        let text = run(&path, &format!("show --stage text --ocr {file}"));
        let text = String::from_utf8_lossy(&text.stdout).into_owned();
        assert_eq!(text.split_whitespace().last(), Some("(523/1999)"), "{file}");
    }
}

#[test]
fn what_a_scanner_read_is_used_and_marked() {
    for args in ["", "--ocr"] {
        let checked = document(&run("", &format!("check --format json kerros.pdf {args}")));
        assert_eq!(checked["troubles"][0]["what"], "page_from_ocr_layer");
        assert_eq!(checked["unread_pages"], serde_json::json!([]));
        let items = checked["items"].as_array().expect("items");
        let purposes = items.iter().find(|item| item["item"] == "purposes").expect("an item");
        assert_eq!(purposes["status"], "present", "{purposes}");
        let findings = checked["findings"].as_array().expect("findings");
        assert!(findings.iter().all(|finding| finding["ocr"].is_u64()), "{checked}");
    }
}

#[test]
fn a_password_opens_what_it_locks() {
    for (args, code) in [("", 3), ("--password väärä", 3), ("--password avain", 0)] {
        let output = run("", &format!("show --stage text salattu.pdf {args}"));
        assert_eq!(output.status.code(), Some(code), "{args}");
        assert_eq!(told(&output).contains("--password"), code == 3, "{}", told(&output));
    }
}

/// The recognition itself, where it is installed.
#[test]
fn a_scanned_notice_is_read_to_its_items() {
    let has = |folder: &&str| Path::new(folder).join("tesseract").exists();
    let path = std::env::var("PATH").unwrap_or_default();
    // The first page of the notice has fewer items than the two pages of the scan.
    for (file, least) in [("skannattu.pdf", 15), ("kartaton.pdf", 8), ("leimattu.pdf", 8)] {
        let checked = document(&run(&path, &format!("check --format json --ocr {file}")));
        if !path.split(':').collect::<Vec<_>>().iter().any(has) || checked["examined"] == false {
            #[expect(clippy::print_stderr, reason = "a skipped test says so")]
            {
                eprintln!("skipped: no text recognition is installed");
            }
            return;
        }
        let items = checked["items"].as_array().expect("items");
        let present = items.iter().filter(|item| item["status"] == "present").count();
        assert!(present > least, "{file}: only {present} items: {checked}");
    }
}
