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

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
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
    write("letter.rtf", b"{\\rtf1 Seloste}");
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
        ("check letter.rtf", 3),
        ("check missing.txt", 3),
        ("check faulty.txt letter.rtf", 3),
        ("check letter.rtf --exit-zero", 0),
        ("check clean.txt --max-size 100", 3),
        ("check clean.txt --select no-such-rule", 2),
        ("check clean.txt --no-such-flag", 2),
        ("check c*.txt", 0),
        ("show clean.txt", 0),
        ("show letter.rtf", 3),
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

/// What a run prints, on both outputs.
fn told(folder: &Path, args: &str) -> String {
    let output = run(folder, args);
    let both = [output.stdout, output.stderr].concat();
    // Notes are wrapped; a sentence is looked for as it is spoken.
    let text = String::from_utf8(both).expect("UTF-8");
    text.split_whitespace()
        .filter(|word| *word != "=" && *word != "│")
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn what_was_not_examined_is_told_with_what_to_do() {
    let folder = folder();
    let cases = [
        ("empty.txt", "Tiedosto on tyhjä. Tarkista, että annoit oikean tiedoston."),
        ("empty.pdf", "Tiedosto on tyhjä. Tarkista, että annoit oikean tiedoston."),
        ("blank.txt", "Tiedosto on tyhjä. Tarkista, että annoit oikean tiedoston."),
        (
            "truncated.pdf",
            "Tiedosto on vioittunut, eikä siitä saatu luettua mitään. Lataa tai tallenna se uudelleen.",
        ),
        ("letter.rtf", "Tiedostomuotoa RTF ei lueta. Tallenna asiakirja DOCX-"),
        ("missing.txt", "Tiedostoa tai kansiota ei saatu avattua: sitä ei ole"),
        ("clean.txt --max-size 100", "Tiedosto on liian suuri"),
        ("recept.txt", "note[ei-tietosuojaseloste]"),
    ];
    for (args, sentence) in cases {
        for format in ["text", "concise"] {
            let told = told(folder.path(), &format!("check {args} --format {format}"));
            assert!(told.contains(sentence), "{args} as {format}: {told}");
        }
        let output = run(folder.path(), &format!("check {args} --format json")).stdout;
        let json: serde_json::Value = serde_json::from_slice(&output).expect("JSON");
        let name = args.split(' ').next().unwrap_or_default();
        assert_eq!(json["documents"][0]["path"], name);
        assert_eq!(json["documents"][0]["examined"], args == "recept.txt", "{args}");
    }
}

#[test]
fn mistakes_are_told_in_the_language_asked_for_and_examine_nothing() {
    let folder = folder();
    let cases = [
        ("check clean.txt --ignore sailytysaika-putuu", "Tarkoititko: sailytysaika-puuttuu?"),
        (
            "check clean.txt --ignore sailytysaika-putuu --lang sv",
            "Menade du: sailytysaika-puuttuu?",
        ),
        (
            "check clean.txt --lang en --ignore nope",
            "there is no rule “nope”. To list the rules: seloste rules",
        ),
        ("chek clean.txt", "komentoa chek ei ole. Tarkoititko: check? Apua: seloste --help"),
        ("check clean.txt --formt json", "valitsinta --formt ei ole. Tarkoititko: --format?"),
        (
            "check clean.txt --formt json --lang=sv",
            "flaggan --formt finns inte. Menade du: --format?",
        ),
        (
            "check clean.txt --lang en --format poem",
            "the value poem does not do for --format <FORMAT>. These do: text,",
        ),
        ("check clean.txt --as-of 1.2.2025", "arvo 1.2.2025 ei käy valitsimelle --as-of <DATE>"),
        ("check", "puuttuu: <PATH>"),
        ("explain kumotu-saados --lang en", "Did you mean: kumottu-saados?"),
    ];
    for (args, sentence) in cases {
        let output = run(folder.path(), args);
        let told = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(told.contains(sentence), "{args}: {told}");
        assert!(told.starts_with("seloste: ") && told.lines().count() == 1, "{args}: {told}");
        assert!(output.stdout.is_empty(), "{args} printed something");
    }
}

#[test]
fn help_names_what_there_is_and_the_exit_codes() {
    let folder = folder();
    for (args, names) in [
        ("--help", ["check", "explain", "Exit codes:"]),
        ("check --help", ["--changed-since", "--fail-on", "could not be examined"]),
        ("diff --help", ["--as-of", "--fail-on", "something new"]),
        ("show --help", ["--stage", "outline", "--pdf-engine"]),
        ("rules --help", ["--format", "--lang", "--rules"]),
    ] {
        let told = told(folder.path(), args);
        assert!(names.iter().all(|name| told.contains(name)), "{args}: {told}");
        assert_eq!(run(folder.path(), args).status.code(), Some(0));
    }
}

#[test]
fn rules_are_listed_with_their_basis_in_each_language() {
    let folder = folder();
    for (lang, basis) in [
        ("fi", "tietosuoja-asetus (EU) 2016/679 13 artiklan 2 kohdan a alakohta"),
        ("sv", "dataskyddsförordningen (EU) 2016/679 artikel 13.2 a"),
        ("en", "GDPR (EU) 2016/679 Article 13(2)(a)"),
    ] {
        for args in ["rules", "rules --format json", "explain sailytysaika-puuttuu"] {
            let told = told(folder.path(), &format!("{args} --lang {lang}"));
            assert!(told.contains(basis), "{args} in {lang}: {told}");
        }
    }
    let list = run(folder.path(), "rules --format json").stdout;
    let list: serde_json::Value = serde_json::from_slice(&list).expect("JSON");
    assert!(list["rules"].as_array().is_some_and(|rules| rules.len() > 50));
}

/// What lies in a folder and is not examined must not be taken for a clean notice: it is named, and fails nothing,
/// for nobody asked for it by name.
#[test]
fn what_is_passed_over_in_a_folder_is_told_and_fails_nothing() {
    let folder = folder();
    let notices = folder.path().join("notices");
    std::fs::create_dir(&notices).expect("a folder");
    for name in ["clean.txt", "letter.rtf"] {
        std::fs::copy(folder.path().join(name), notices.join(name)).expect("a copy");
    }
    std::fs::write(notices.join("logo.png"), b"\x89PNG\r\n").expect("a picture");
    #[cfg(unix)]
    std::os::unix::fs::symlink("clean.txt", notices.join("link.txt")).expect("a link");
    for format in ["text", "concise", "json"] {
        let args = format!("check notices --format {format}");
        let told = told(folder.path(), &args);
        assert!(told.contains("notices/letter.rtf"), "{format}: {told}");
        assert!(!told.contains("logo.png"), "{format}: {told}");
        assert!(cfg!(not(unix)) || told.contains("notices/link.txt"), "{format}: {told}");
        assert_eq!(run(folder.path(), &args).status.code(), Some(0));
    }
    // Named outright, it is what was asked for.
    let args = "check notices notices/letter.rtf --format json";
    assert_eq!(run(folder.path(), args).status.code(), Some(3));
}

/// 50 megabytes of text are within the limit and examined. Unoptimised it takes minutes:
/// `cargo test --release --test cli -- --ignored`.
#[test]
#[ignore = "takes minutes without optimisation"]
fn a_long_text_within_the_limit_is_examined() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let notice = std::fs::read(root().join("corpus/recept/notice.txt")).expect("a recipe");
    let long = notice.repeat((50 << 20) / notice.len());
    std::fs::write(folder.path().join("long.txt"), long).expect("the test can write");
    let output = run(folder.path(), "check long.txt --format concise");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
}

/// A rule of one's own begins as two files that are right as they are.
#[test]
fn a_new_rule_can_be_tried_at_once() {
    let folder = folder();
    let at = folder.path();
    let run = |args: &str| (run(at, args).status.code(), told(at, args));
    assert_eq!(run("rules new Vanha nimi").0, Some(2));
    assert_eq!(self::run(at, "rules new vanha-palvelu").status.code(), Some(0));
    assert_eq!(run("rules new vanha-palvelu").0, Some(2), "nothing is written over");
    let (code, text) = run("rules test saannot");
    assert!(code == Some(0) && text.contains("2 esimerkkiä, 0 väärin"), "{text}");
    assert!(text.contains("”Vanhapalvelusta” ”Vanhapalvelusta” on palvelu"), "{text}");
    std::fs::write(
        at.join("a.txt"),
        "Tietosuojaseloste\n\nTietolähteet\nTiedot saadaan Vanhapalvelusta.\n",
    )
    .expect("a notice");
    let (_, text) = run("check a.txt --rules saannot --format concise --select omat");
    assert!(text.contains("warning[vanha-palvelu]"), "{text}");

    let path = at.join("saannot/omat/vanha-palvelu.toml");
    let rule = std::fs::read_to_string(&path).expect("the rule");
    std::fs::write(&path, rule.replace("ja Vanhapalvelusta", "")).expect("a slip");
    let (code, text) = run("rules test saannot");
    assert!(code == Some(1) && text.contains("1 VÄÄRIN (pitää huomauttaa)"), "{text}");
}

#[test]
fn completions_and_the_manual_name_the_commands() {
    let folder = folder();
    for args in ["completions bash", "completions fish", "completions powershell", "man"] {
        let told = told(folder.path(), args);
        assert!(["check", "baseline", "explain"].iter().all(|name| told.contains(name)), "{args}");
    }
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

/// What the README shows of the first run is what a new user sees, but for what it leaves out with "…".
#[test]
fn the_first_run_of_the_readme_is_real() {
    let readme = std::fs::read_to_string(root().join("README.md")).expect("a README");
    let first_run = readme.split("## First run").nth(1).expect("a first run");
    let mut blocks = first_run.split("```");
    let command = blocks.nth(1).expect("a command").lines().nth(1).expect("a line");
    let shown = blocks.nth(1).expect("its output");
    let output = run(root(), command.split(" -- ").nth(1).expect("arguments"));
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let printed: Vec<&str> = printed.lines().map(str::trim_end).collect();
    let mut at = 0;
    for line in shown.lines().skip(1).map(str::trim_end).filter(|line| !matches!(*line, "" | "…"))
    {
        let found = printed[at..].iter().position(|printed| *printed == line);
        at += found.unwrap_or_else(|| panic!("not printed, or not in this order: {line}")) + 1;
    }
}
