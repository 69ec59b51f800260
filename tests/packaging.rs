//! What the README says of continuous integration does what it says: its section is copied into a scratch repository
//! and run as far as it can be run here, with the program that was built.
#![cfg(unix)]

use std::path::Path;
use std::process::Command;

use serde_json::Value;

mod support;

use support::root;

fn read(name: &str) -> String {
    std::fs::read_to_string(root().join(name)).expect("a file of the package")
}

/// The value of a key in the README's workflow: `{ …, path: .seloste }`.
fn value<'a>(workflow: &'a str, key: &str) -> &'a str {
    let (_, rest) =
        workflow.split_once(&format!("{key}: ")).unwrap_or_else(|| panic!("{key} in\n{workflow}"));
    rest.split([',', '}', '\n']).next().unwrap_or_default().trim()
}

/// The shell of a step of the action.
fn shell(action: &str, step: &str) -> String {
    let (_, rest) = action.split_once(&format!("- name: {step}\n")).expect("the step");
    let (_, rest) = rest.split_once("run: ").expect("its shell");
    match rest.strip_prefix("|\n") {
        Some(block) => block
            .lines()
            .take_while(|line| line.starts_with("        "))
            .collect::<Vec<_>>()
            .join("\n"),
        None => rest.lines().next().unwrap_or_default().to_owned(),
    }
}

/// The workflow of the README, its first block of YAML.
fn workflow() -> String {
    let readme = read("README.md");
    let (_, rest) = readme.split_once("```yaml\n").expect("a workflow");
    rest.split("```").next().unwrap_or_default().to_owned()
}

#[test]
fn the_workflow_of_the_readme_checks_the_notices_where_they_lie() {
    let (workflow, action) = (workflow(), read("action.yml"));
    let checkout = tempfile::tempdir().expect("a checkout");
    let at = |name: &str| checkout.path().join(name);
    let notices = value(&workflow, "paths");
    std::fs::create_dir_all(at(notices)).expect("a folder");
    let notice = root().join("corpus/seurakunta-diakonia/notice.txt");
    std::fs::copy(notice, at(notices).join("diakonia.txt")).expect("a notice");
    // The source of the action lies in the checkout, and is none of its notices.
    let source = value(&workflow, "path");
    assert!(workflow.contains(&format!("uses: ./{source}\n")), "{workflow}");
    std::fs::create_dir_all(at(source).join("corpus")).expect("a folder");
    std::fs::copy(root().join("action.yml"), at(source).join("action.yml")).expect("the action");

    // What the first step builds is the program that the tests have.
    let temp = tempfile::tempdir().expect("a folder for what is built");
    let bin = temp.path().join("seloste/bin");
    std::fs::create_dir_all(&bin).expect("a folder");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_seloste"), bin.join("seloste"))
        .expect("the program");
    assert!(shell(&action, "Build seloste").contains("--root \"$RUNNER_TEMP/seloste\""));
    let output = Command::new("bash")
        .args(["--noprofile", "--norc", "-eo", "pipefail", "-c", &shell(&action, "Check")])
        .current_dir(checkout.path())
        .env("RUNNER_TEMP", temp.path())
        .env("PATHS", notices)
        .env("ARGS", "--as-of 2026-11-22")
        .output()
        .expect("bash runs");
    let told = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{told}");
    let place = format!("file={notices}/diakonia.txt,line=25");
    assert!(told.contains(&place), "places are those of the repository: {told}");
    let sarif = sarif(&temp.path().join("seloste.sarif"));
    let first = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
    assert_eq!(first["artifactLocation"]["uri"], format!("{notices}/diakonia.txt"));
}

fn sarif(path: &Path) -> Value {
    serde_json::from_str(&std::fs::read_to_string(path).expect("the report")).expect("JSON")
}
