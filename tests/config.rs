//! A repository of notices with its `seloste.toml`: what the choices in it do to a run.

use std::path::Path;
use std::process::{Command, Output};

/// A folder of two notices and the choices made for them.
fn repository(config: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for (slug, to) in
        [("seurakunta-diakonia", "notices/a.txt"), ("kirjasto-kerroksellinen", "notices/old/b.txt")]
    {
        let to = folder.path().join(to);
        std::fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
        std::fs::copy(corpus.join(slug).join("notice.txt"), to).expect("a notice");
    }
    std::fs::write(folder.path().join("seloste.toml"), config).expect("the choices");
    folder
}

fn run(folder: &Path, args: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_seloste"))
        .current_dir(folder)
        .args(args.split_whitespace())
        .output()
        .expect("the program runs")
}

/// The lines of a concise report on one document that name a rule.
fn lines(config: &str, args: &str, path: &str, rule: &str) -> Vec<String> {
    let folder = repository(config);
    let output = run(folder.path(), &format!("check notices --format concise {args}"));
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let wanted = |line: &&str| line.starts_with(path) && line.contains(rule);
    text.lines().filter(wanted).map(str::to_owned).collect()
}

#[test]
fn choices_hold_where_they_are_made() {
    let cases = [
        ("", "", "notices/a.txt", "[kumottu-saados]", 1),
        ("rules.ignore = [\"kumottu-saados\"]", "", "notices/a.txt", "[kumottu-saados]", 0),
        (
            "rules.ignore = [\"kumottu-saados\"]",
            "--isolated",
            "notices/a.txt",
            "[kumottu-saados]",
            1,
        ),
        ("rules.select = [\"13(1)(b)\"]", "", "notices/a.txt", "[kumottu-saados]", 0),
        ("rules.select = [\"13(1)(b)\"]", "", "notices/a.txt", "[tietosuojavastaava-puuttuu]", 1),
        (
            "rules.select = [\"13(1)(b)\"]",
            "--select saadokset",
            "notices/a.txt",
            "[kumottu-saados]",
            1,
        ),
        ("exclude = [\"notices/old\"]", "", "notices/old/b.txt", "", 0),
        ("exclude = [\"**/*.txt\"]", "notices/a.txt", "notices/a.txt", "[kumottu-saados]", 1),
        (
            "[[override]]\npath = [\"notices/old/*\"]\nrules.ignore = [\"art13\"]",
            "",
            "notices/old/b.txt",
            "[valitusoikeus-puuttuu]",
            0,
        ),
        (
            "[[override]]\npath = [\"notices/old/*\"]\nrules.ignore = [\"art13\"]",
            "",
            "notices/a.txt",
            "[poisto-oikeus-puuttuu]",
            1,
        ),
        ("language = \"en\"", "", "notices/a.txt", "has not been in force", 1),
        ("language = \"en\"", "--lang sv", "notices/a.txt", "är inte i kraft", 1),
        ("as-of = 2023-01-01", "--as-of 2022-01-01", "notices/a.txt", "[kumottu-saados]", 0),
    ];
    for (config, args, path, rule, expected) in cases {
        let found = lines(config, args, path, rule);
        assert_eq!(found.len(), expected, "{config} {args}: {found:?}");
    }
}

/// An act of Parliament breaks no build overnight, and does not go untold.
#[test]
fn what_was_repealed_after_the_pinned_day_is_a_warning() {
    let before = lines("as-of = 2023-06-30", "", "notices/a.txt", "[kumottu-saados]");
    assert!(
        before[0].contains("warning[") && before[0].contains("30.6.2023 lain mukaan"),
        "{before:?}"
    );
    let after = lines("as-of = 2023-07-01", "", "notices/a.txt", "[kumottu-saados]");
    assert!(after[0].contains("error[") && !after[0].contains("lain mukaan"), "{after:?}");
}

#[test]
fn what_a_general_notice_tells_is_a_note_in_a_notice_that_refers_to_it() {
    let config = "[organisation.general-notice]\nname = \"Esimerkkilän yleinen seloste\"\ncovers = [\"right_access\"]";
    let found = lines(config, "", "notices/old/b.txt", "[paasyoikeus-puuttuu]");
    assert!(
        found[0].contains("note[") && found[0].contains("Esimerkkilän yleinen seloste"),
        "{found:?}"
    );
    let found = lines(config, "", "notices/old/b.txt", "[poisto-oikeus-puuttuu]");
    assert!(found[0].contains("warning["), "{found:?}");
}

/// A notice of an invented association, whose system and supplier nobody else knows.
const OWN_WORDS: &str = "Tietosuojaseloste

1. Rekisterinpitäjä
Esimerkkilän soutajat ry, Rantatie 1, 00000 Esimerkkilä

2. Tietojärjestelmät
Tiedot ovat Soutukirja-järjestelmässä, jonka on toimittanut Airopaja Oy. Uutiskirje lähtee Lautturilla.

3. Tietojen luovutukset
Tietoja saa kirjanpitäjä Tase Oy. Tietoja ei siirretä EU:n tai ETA:n ulkopuolelle.
";

/// What a rule says of the notice when the organisation is described so.
fn of_own_words(organisation: &str, rule: &str) -> Vec<String> {
    let folder = repository(&format!("[organisation]\n{organisation}"));
    std::fs::write(folder.path().join("notices/own.txt"), OWN_WORDS).expect("a notice");
    let output = run(folder.path(), "check notices/own.txt --format concise");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    assert_ne!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    text.lines().filter(|line| line.contains(rule)).map(str::to_owned).collect()
}

#[test]
fn the_name_and_the_officer_of_the_organisation_are_held_against_its_notices() {
    let rule = "[rekisterinpitaja-on-toinen]";
    assert_eq!(of_own_words("name = \"Esimerkkilän soutajat\"", rule), Vec::<String>::new());
    let other = of_own_words("name = [\"Mallilan soutajat\", \"Mallby roddare\"]", rule);
    assert!(other.is_empty(), "an association of rowers may be a part of another: {other:?}");
    let other = of_own_words("name = \"Mallilan kaupunki\"", rule);
    assert!(other[0].contains("Mallilan kaupunki") && other[0].contains("soutajat"), "{other:?}");
}

#[test]
fn systems_and_suppliers_of_the_organisation_are_known_by_its_own_words() {
    let rule = "[toimittaja-ei-vastaanottajissa]";
    let found = of_own_words("", rule);
    assert!(found[0].contains("Airopaja Oy"), "{found:?}");
    let own = of_own_words("own-system = [{ name = \"Soutukirja\" }]", rule);
    assert_eq!(own, Vec::<String>::new(), "nobody else runs it");
    let vendor = "vendor = [{ name = \"Lautturi\", country = \"FI\" }]";
    let found = of_own_words(vendor, rule);
    assert!(found[0].contains("Lautturilla"), "{found:?}");

    let rule = "[siirto-kielletaan-mutta-palvelu-yhdysvalloista]";
    assert_eq!(of_own_words(vendor, rule), Vec::<String>::new());
    let found = of_own_words(&vendor.replace("FI", "IN"), rule);
    assert!(found[0].contains("Lautturilla"), "{found:?}");
    let named = "vendor = [{ name = \"Ferry\", country = \"US\", phrases = [\"lauttur*\"] }]";
    assert_eq!(of_own_words(named, rule), found);
}

/// A repository that pins its rules can name a new system.
#[test]
fn own_words_leave_the_name_of_the_rule_set_as_it_is() {
    let version = |config: &str| {
        let folder = repository(config);
        let output = run(folder.path(), "check notices/a.txt --format json");
        let shown: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        shown["tool"]["rules"].clone()
    };
    assert_eq!(version(""), version("[[organisation.own-system]]\nname = \"Soutukirja\""));
}

#[test]
fn a_mistake_in_the_file_stops_the_run() {
    for (config, sentence) in [
        ("\nlangage = \"fi\"", "seloste.toml:2: unknown field `langage`"),
        ("rules.version = \"0123abcd\"", "asetukset vaativat säännöstön 0123abcd"),
        (
            "rules.ignore = [\"kumotu-saados\"]",
            "seloste.toml:1: there is no rule, family or article `kumotu-saados`; did you mean `kumottu-saados`?",
        ),
    ] {
        let folder = repository(config);
        let output = run(folder.path(), "check notices");
        let told = String::from_utf8(output.stderr).expect("UTF-8");
        assert!(told.contains(sentence), "{config}: {told}");
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn the_choices_in_effect_are_shown() {
    let folder = repository("language = \"sv\"\n[rules]\nignore = [\"art14\"]");
    let shown = run(folder.path(), "config notices/old").stdout;
    let shown = String::from_utf8(shown).expect("UTF-8");
    assert!(shown.contains("seloste.toml\nlanguage = \"sv\""), "{shown}");
    let isolated = run(folder.path(), "config --isolated --lang en").stdout;
    assert!(String::from_utf8_lossy(&isolated).starts_with("# defaults: there is no seloste.toml"));
}

/// A repository of git with everything in it, or nothing where git is not installed.
fn committed(config: &str) -> Option<tempfile::TempDir> {
    let folder = repository(config);
    for args in ["init -q", "add .", "commit -q -m Alku"] {
        let git = Command::new("git")
            .current_dir(folder.path())
            .args(["-c", "user.name=Esimerkki", "-c", "user.email=e@esimerkkila.example"])
            .args(args.split_whitespace())
            .output();
        let Ok(output) = git else {
            #[expect(clippy::print_stderr, reason = "a skipped test says so")]
            {
                eprintln!("skipped: git is not installed");
            }
            return None;
        };
        assert!(output.status.success(), "{args}: {}", String::from_utf8_lossy(&output.stderr));
    }
    Some(folder)
}

/// A change is checked by itself; what git does not know yet is a change as well.
#[test]
fn only_what_has_changed_since_a_revision_is_checked() {
    let Some(folder) = committed("") else { return };
    let checked = |from: &str, args: &str| {
        let output = run(&folder.path().join(from), &format!("check --format csv {args}"));
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        let paths = text.lines().skip(1).filter_map(|line| line.split(',').next());
        (output.status.code(), paths.map(str::to_owned).collect::<Vec<_>>())
    };
    let write = |path: &str| {
        std::fs::write(folder.path().join(path), "Tietosuojaseloste").expect("a change");
    };
    assert_eq!(checked("", "notices --changed-since HEAD"), (Some(0), Vec::new()));
    assert_eq!(checked("", "missing.txt --changed-since HEAD").0, Some(3));
    write("notices/old/b.txt");
    write("notices/uusi.txt");
    let both = ["notices/old/b.txt", "notices/uusi.txt"];
    assert_eq!(checked("", "notices --changed-since HEAD").1, both);
    let from_within = ["../old/b.txt", "../uusi.txt"];
    assert_eq!(checked("notices/old", ".. --changed-since HEAD").1, from_within);
    for revision in ["no-such-revision", "--output=x"] {
        let (code, paths) = checked("", &format!("notices --changed-since={revision}"));
        assert_eq!((code, paths.len()), (Some(2), 0), "{revision}");
    }
    assert!(!folder.path().join("x").exists(), "a revision is no option of git");
}

/// What is suppressed may lie in the documents that have not changed.
#[test]
fn no_suppression_is_unused_where_only_changes_are_checked() {
    let config =
        "[[ignore]]\npath = [\"notices/**\"]\nrule = \"kumottu-saados\"\nreason = \"Nimi\"\n";
    let Some(folder) = committed(config) else { return };
    std::fs::write(folder.path().join("notices/uusi.txt"), "Tietosuojaseloste").expect("a notice");
    let told = |args: &str| {
        let output = run(folder.path(), &format!("check --format concise {args}"));
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    assert!(told("notices/uusi.txt").contains("[ohitus-"), "{}", told("notices/uusi.txt"));
    let changed = told("notices --changed-since HEAD");
    assert!(changed.contains("uusi.txt") && !changed.contains("[ohitus-"), "{changed}");
}
