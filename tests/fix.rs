//! `seloste fix`: what it writes, what it only suggests, and what it leaves as it is.

mod support;

use std::path::Path;
use std::process::{Command, Output};

use serde::Deserialize;
use serde_json::Value;
use support::{AS_OF, list, root};

/// A run of the program in a folder.
fn fix(folder: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_seloste"))
        .args(["fix", "--as-of", AS_OF])
        .args(args)
        .current_dir(folder)
        .env_remove("FORCE_COLOR")
        .output()
        .expect("the program runs")
}

fn told(folder: &Path, args: &[&str]) -> String {
    String::from_utf8(fix(folder, args).stdout).expect("UTF-8")
}

fn folder_with(name: &str, bytes: impl AsRef<[u8]>) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join(name), bytes).expect("a file");
    folder
}

fn read(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).expect("the file")
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    before: String,
    after: Option<String>,
    r#unsafe: Option<String>,
    #[serde(default)]
    suggested: Vec<String>,
    #[serde(default)]
    format: String,
}

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

/// A notice round the words of a case.
fn notice(words: &str, format: &str) -> String {
    if format == "html" {
        return format!(
            "<!DOCTYPE html>\n<html lang=\"fi\"><head><meta charset=\"utf-8\"><title>Tietosuojaseloste</title></head>\n\
             <body><main><h1>Tietosuojaseloste</h1>\n<h2>1. Rekisterinpitäjä</h2>\n<p>Esimerkkilän kunta</p>\n\
             <h2>2. Henkilötietojen käsittely</h2>\n{words}\n<h2>3. Rekisteröidyn oikeudet</h2>\n\
             <p>Oikeus tarkastaa tiedot.</p></main></body></html>\n"
        );
    }
    let mark = if format == "md" { "## " } else { "" };
    format!(
        "{mark}Tietosuojaseloste\n\n{mark}1. Rekisterinpitäjä\n\nEsimerkkilän kunta, Kuntakatu 1, 99999 Esimerkkilä\n\n\
         {mark}2. Henkilötietojen käsittely\n\n{words}\n\n{mark}3. Rekisteröidyn oikeudet\n\nOikeus tarkastaa tiedot.\n"
    )
}

impl Case {
    /// The file of the case, the same number of digits for all, so that they keep their order.
    fn file(&self, n: usize) -> String {
        let ending = if self.format.is_empty() { "txt" } else { &self.format };
        format!("{n:03}.{ending}")
    }

    /// What stands in it after a run.
    fn expected(&self, with_unsafe: bool) -> String {
        let after = self.after.as_ref().unwrap_or(&self.before);
        let after = self.r#unsafe.as_ref().filter(|_| with_unsafe).unwrap_or(after);
        notice(after, &self.format)
    }
}

#[test]
fn cases() {
    let text = include_str!("fix/cases.toml");
    let Cases { case: cases } = toml::from_str(text).expect("the cases");
    for args in [&[][..], &["--unsafe"]] {
        let folder = tempfile::tempdir().expect("a folder");
        for (n, case) in cases.iter().enumerate() {
            let before = notice(&case.before, &case.format);
            std::fs::write(folder.path().join(case.file(n)), before).expect("a file");
        }
        let output = told(folder.path(), &[args, &["--format", "json", "."]].concat());
        let output: Value = serde_json::from_str(&output).expect("JSON");
        let documents = list(&output, "documents");
        assert_eq!(documents.len(), cases.len());
        let mut wrong = Vec::new();
        for (n, (case, document)) in cases.iter().zip(documents).enumerate() {
            let waits = |fix: &&Value| args.is_empty() && fix["safety"] == "unsafe";
            let left = list(document, "fixes").iter();
            let left = left.filter(|fix| fix["applied"] == false && !waits(fix));
            let suggested: Vec<_> = left.filter_map(|fix| fix["replacement"].as_str()).collect();
            let found = read(folder.path(), &case.file(n));
            if found != case.expected(!args.is_empty()) || suggested != case.suggested {
                wrong.push(format!("{} {args:?}: {found}\nsuggested: {suggested:?}", case.name));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
        // Nothing that is fixed is found again.
        let again = fix(folder.path(), &[args, &["--check", "."]].concat());
        assert_eq!(again.status.code(), Some(0), "{}", String::from_utf8_lossy(&again.stdout));
    }
}

const OLD: &str =
    "Tietosuojaseloste\r\n\r\nPäivitetty 1.2.2026.\r\nTietoja saadaan Arkistolaitoksesta.\r\n";

#[test]
fn a_file_keeps_its_encoding_and_line_ends() {
    let new = OLD.replace("Arkistolaitoksesta", "Kansallisarkistosta");
    let latin = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
    let utf16 = |text: &str| -> Vec<u8> {
        format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect()
    };
    for (old, new) in [(latin(OLD), latin(&new)), (utf16(OLD), utf16(&new))] {
        let folder = folder_with("seloste.txt", old);
        fix(folder.path(), &["seloste.txt"]);
        assert_eq!(std::fs::read(folder.path().join("seloste.txt")).expect("the file"), new);
    }
}

#[test]
fn what_would_be_written_fails_a_check_and_stays_as_it_is() {
    let folder = folder_with("seloste.txt", OLD);
    assert_eq!(fix(folder.path(), &["--check", "seloste.txt"]).status.code(), Some(1));
    assert_eq!(fix(folder.path(), &["--diff", "seloste.txt"]).status.code(), Some(0));
    assert_eq!(read(folder.path(), "seloste.txt"), OLD);
    assert_eq!(fix(folder.path(), &["seloste.txt"]).status.code(), Some(0));
    assert_eq!(fix(folder.path(), &["--check", "seloste.txt"]).status.code(), Some(0));
    assert_eq!(fix(folder.path(), &["missing.txt"]).status.code(), Some(3));
    assert_eq!(fix(folder.path(), &["--select", "no-such-rule", "."]).status.code(), Some(2));
}

#[test]
fn what_a_person_has_put_aside_is_left() {
    let ignored = ["--ignore", "vanhentunut-viranomainen", "seloste.txt"];
    let folder = folder_with("seloste.txt", OLD);
    fix(folder.path(), &ignored);
    assert_eq!(read(folder.path(), "seloste.txt"), OLD, "ignored");

    let config = "[[ignore]]\npath = [\"*.txt\"]\nrule = \"vanhentunut-viranomainen\"\nreason = \"Nimi on lainaus.\"\n";
    std::fs::write(folder.path().join("seloste.toml"), config).expect("a file");
    fix(folder.path(), &["seloste.txt"]);
    assert_eq!(read(folder.path(), "seloste.txt"), OLD, "suppressed");

    std::fs::write(folder.path().join("seloste.toml"), "").expect("a file");
    let baseline = ["baseline", "create", "--pedantic", "--as-of", AS_OF, "seloste.txt"];
    let made = Command::new(env!("CARGO_BIN_EXE_seloste"))
        .args(baseline)
        .current_dir(folder.path())
        .output();
    assert!(made.expect("the program runs").status.success());
    fix(folder.path(), &["seloste.txt"]);
    assert_eq!(read(folder.path(), "seloste.txt"), OLD, "known");
}

#[test]
fn standard_input_goes_repaired_to_standard_output() {
    use std::io::Write as _;
    let mut child = Command::new(env!("CARGO_BIN_EXE_seloste"))
        .args(["fix", "--as-of", AS_OF, "-"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .expect("the program runs");
    child.stdin.take().expect("its input").write_all(OLD.as_bytes()).expect("it reads");
    let output = child.wait_with_output().expect("it ends");
    let new = OLD.replace("Arkistolaitoksesta", "Kansallisarkistosta");
    assert_eq!(String::from_utf8_lossy(&output.stdout), new);
}

#[test]
fn a_pdf_gets_suggestions_and_is_never_written() {
    let pdf = root().join("corpus/rekisteriseloste-hammashoitola/notice.pdf");
    let folder = folder_with("seloste.pdf", std::fs::read(&pdf).expect("the notice"));
    let output = told(folder.path(), &["--unsafe", "--format", "json", "seloste.pdf"]);
    let output: Value = serde_json::from_str(&output).expect("JSON");
    assert!(list(&output["documents"][0], "fixes").iter().all(|fix| fix["applied"] == false));
    assert!(!list(&output["documents"][0], "fixes").is_empty());
    assert_eq!(
        std::fs::read(folder.path().join("seloste.pdf")).expect("the file"),
        std::fs::read(&pdf).expect("the notice")
    );
}

const NOTICE: &str = "Tietosuojaseloste\n\nTietoja saadaan Arkistolaitoksesta. Luvat perustuvat maankäyttö- ja \
rakennuslakiin (132/1999).\nTietoja luovutetaan maistraateille.\n";

#[test]
fn for_people_in_three_languages() {
    let folder = folder_with("seloste.txt", NOTICE);
    let mut shown = String::new();
    for args in [&["--lang", "fi"][..], &["--lang", "sv"], &["--lang", "en", "--ascii"]] {
        shown += &told(folder.path(), &[args, &["--check", "seloste.txt"]].concat());
        shown += "\n";
    }
    shown += &told(folder.path(), &["--diff", "seloste.txt"]);
    shown += &told(folder.path(), &["--unsafe", "--color", "always", "seloste.txt"]);
    insta::assert_snapshot!(shown);
}

/// The notices of the corpus that are text, in a folder of their own.
fn corpus() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let mut names: Vec<_> = std::fs::read_dir(root().join("corpus"))
        .expect("the corpus")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    names.sort();
    for case in names {
        for ending in ["txt", "md", "html"] {
            let from = case.join("notice").with_extension(ending);
            if let (true, Some(name)) = (from.is_file(), case.file_name()) {
                let to = folder.path().join(name).with_extension(ending);
                std::fs::copy(from, to).expect("a copy");
            }
        }
    }
    folder
}

fn findings(folder: &Path) -> Vec<(String, Value)> {
    let found = support::check(["--pedantic".as_ref(), folder.as_os_str()]);
    let documents = list(&found, "documents").iter();
    documents
        .flat_map(|document| {
            let path = document["path"].as_str().unwrap_or_default().to_owned();
            list(document, "findings").iter().map(move |finding| (path.clone(), finding.clone()))
        })
        .collect()
}

#[test]
fn the_corpus_repaired() {
    let folder = corpus();
    let diff = told(folder.path(), &["--unsafe", "--diff", "."]);
    insta::assert_snapshot!(diff);

    let count = |found: &[(String, Value)], safe: bool| {
        found.iter().filter(|(_, found)| found["fix"]["safe"] == safe).count()
    };
    let before = findings(folder.path());
    assert!(count(&before, true) > 0);
    fix(folder.path(), &["--unsafe", "."]);
    let after = findings(folder.path());
    assert_eq!(count(&after, true), 0, "what is safe is gone");
    // A finding that is new after a repair would be one that the repair made.
    let old: Vec<_> =
        before.iter().map(|(path, found)| (path, &found["rule"], &found["term"])).collect();
    for (path, found) in &after {
        assert!(old.contains(&(path, &found["rule"], &found["term"])), "{path}: {found}");
    }
    assert_eq!(told(folder.path(), &["--unsafe", "--diff", "."]), "", "twice changes nothing");
}

#[test]
fn the_output_for_machines_is_as_its_schema_says() {
    let schema = std::fs::read_to_string(root().join("docs/fix.schema.json")).expect("the schema");
    let schema = serde_json::from_str(&schema).expect("JSON");
    let validator = jsonschema::draft202012::new(&schema).expect("a schema");
    let folder = folder_with("seloste.txt", NOTICE);
    for args in [&["--check"][..], &["--unsafe"], &["missing.pdf"]] {
        let output = told(folder.path(), &[args, &["--format", "json", "seloste.txt"]].concat());
        let output = serde_json::from_str(&output).expect("JSON");
        let errors: Vec<_> =
            validator.iter_errors(&output).map(|error| error.to_string()).collect();
        assert_eq!(errors, Vec::<String>::new(), "{args:?}");
    }
}

#[test]
fn a_file_with_several_names_is_written_once() {
    let folder = folder_with("seloste.txt", OLD);
    let twin = folder.path().join("sub");
    std::fs::create_dir(&twin).expect("a folder");
    let names = ["--format", "json", "seloste.txt", "./seloste.txt", "sub/../seloste.txt"];
    let output: Value = serde_json::from_str(&told(folder.path(), &names)).expect("JSON");
    assert_eq!(list(&output, "documents").len(), 1);
    assert_eq!(
        read(folder.path(), "seloste.txt"),
        OLD.replace("Arkistolaitoksesta", "Kansallisarkistosta")
    );
}

/// One byte more than is examined, and some more behind it.
#[test]
fn what_is_too_large_goes_through_as_it_is() {
    let mut big = OLD.as_bytes().repeat((64 << 20) / OLD.len() + 1000);
    big.extend(b"the end");
    let folder = folder_with("big.txt", &big);
    let output = Command::new(env!("CARGO_BIN_EXE_seloste"))
        .args(["fix", "--as-of", AS_OF, "--lang", "en", "-"])
        .stdin(std::fs::File::open(folder.path().join("big.txt")).expect("the file"))
        .output()
        .expect("the program runs");
    assert_eq!(output.status.code(), Some(3));
    assert!(output.stdout == big, "{} of {} bytes", output.stdout.len(), big.len());
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(told.contains("It was left as it is."), "{told}");
}
