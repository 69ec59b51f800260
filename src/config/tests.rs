use super::*;
use crate::check::RuleSet;
use crate::finding::Level;
use crate::rule::RuleFiles;

/// The mistakes in a file, as they are told.
fn told(text: &str) -> String {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(FILE_NAME);
    std::fs::write(&path, text).expect("the file can be written");
    let rules = RuleSet::load(&RuleFiles::embedded()).expect("the rule files are right");
    let errors = Config::load(&path).and_then(|config| config.check_names(&rules.rules));
    let errors = errors.err().unwrap_or_default();
    let lines: Vec<String> =
        errors.iter().map(|error| format!("{}: {}", error.line, error.message)).collect();
    lines.join("\n")
}

#[test]
fn mistakes_are_told_with_line_and_the_nearest_right_word() {
    let cases = [
        ("langage = \"fi\"", "1: unknown field `langage`, expected one of"),
        ("langage = \"fi\"", "did you mean `language`?"),
        ("\nfail-on = \"eror\"", "2: unknown variant `eror`"),
        ("\nfail-on = \"eror\"", "did you mean `error`?"),
        ("\n\nas-of = \"1.2.2026\"", "3: `1.2.2026` is no day; write it as 2026-11-22"),
        (
            "[rules]\nignore = [\"sailytysaika-putuu\"]",
            "2: there is no rule, family or article `sailytysaika-putuu`; did you mean `sailytysaika-puuttuu`?",
        ),
        ("[rules.level]\n\"13(9)\" = \"note\"", "2: there is no rule, family or article `13(9)`"),
        ("exclude = [\"a***b\"]", "1: `a***b` is no pattern of paths"),
        ("[[override]]\nrules = { ignore = [\"art14\"] }", "missing field `path`"),
        (
            "[[organisation.vendor]]\nname = \"x\"\ncountry = \"Suomi\"",
            "3: `Suomi` is no country; write two letters: FI, US",
        ),
        ("[[organisation.vendor]]\nname = \"x\"\nphrases = [\"*\"]", "3: "),
        ("[[organisation.own-system]]\nname = \"–\"", "2: `–` is no name"),
        (
            "[organisation.general-notice]\nname = \"x\"\ncovers = [\"shoe_size\"]",
            "3: unknown variant `shoe_size`",
        ),
        // The words of a mistake may stand elsewhere before it.
        (
            "# customs\n[[organisation.vendor]]\nname = \"customs\"\ncountry = \"us\"",
            "4: `us` is no country",
        ),
        ("# – –\n[[organisation.own-system]]\nname = \"–\"", "3: `–` is no name"),
        ("# a***b\nexclude = [\n\"a\",\n\"a***b\"]", "4: `a***b` is no pattern of paths"),
        (
            "# art1\n[rules]\nignore = [\"art13\",\n\"art1\"]",
            "4: there is no rule, family or article `art1`",
        ),
        (
            "# [[ignore]] rule = \"art1\"\n[[ignore]]\npath = [\"*\"]\nrule = \"art1\"",
            "4: there is no rule",
        ),
    ];
    for (text, sentence) in cases {
        let told = told(text);
        assert!(told.contains(sentence), "{text}: {told}");
    }
}

#[test]
fn a_right_file_holds_no_mistakes() {
    let text = r#"
        language = "sv"
        fail-on = "warning"
        as-of = 2026-11-22
        exclude = ["arkisto/**"]
        [rules]
        select = ["art13", "13(2)(a)", "C74"]
        level = { kumottu-saados = "warning" }
        [[override]]
        path = ["vanhat/*.pdf"]
        rules = { ignore = ["art14"] }
        [organisation]
        name = ["Esimerkkilän kaupunki", "Exempelby stad"]
        public-body = true
        dpo = { email = "tietosuoja@esimerkkila.example", phone = ["000 000 0000"] }
        own-system = [{ name = "Kassi" }]
        vendor = [{ name = "Pilvitalo", country = "FI", phrases = ["pilvital*"] }]
        general-notice = { name = "Yleinen seloste", covers = ["complaint"] }
    "#;
    assert_eq!(told(text), "");
}

/// A suppression stands at the head of its entry, or where the entry is written on one line.
#[test]
fn a_suppression_has_the_place_of_its_entry() {
    let keys = "path = [\"*\"]\nrule = \"art13\"\n";
    let cases = [
        (
            format!("# [[ignore]]\n[[ignore]]\n{keys}[[ignore]]\n{keys}"),
            ["2 [[ignore]]", "5 [[ignore]]"],
        ),
        (format!("[[ ignore ]]\n{keys}[[ignore]] # b\n{keys}"), ["1 [[ ignore ]]", "4 [[ignore]]"]),
        (
            "# [[ignore]]\nignore = [{path=[\"ä\"],rule=\"a\"},\n{path=[],rule=\"b\"}]".to_owned(),
            ["2 {path=[\"ä\"],rule=\"a\"}", "3 {path=[],rule=\"b\"}"],
        ),
    ];
    for (text, places) in cases {
        let file = RuleFile::new(FILE_NAME.to_owned(), text.clone());
        let config = Config::checked(&file, absolute(Path::new("."))).expect("a right file");
        let spans = config.suppressions().map(|suppression| suppression.span);
        let found: Vec<String> = spans
            .map(|span| {
                format!(
                    "{} {}",
                    text[..span.start].matches('\n').count() + 1,
                    &text[span.start..span.end]
                )
            })
            .collect();
        assert_eq!(found, places);
    }
}

#[test]
fn overrides_hold_for_the_paths_that_they_name() {
    let text = "[rules]\nignore = [\"art14\"]\n[[override]]\npath = [\"vanhat/*.pdf\"]\nrules = { ignore = [\"C74\"], level = { art13 = \"note\" } }";
    let file = RuleFile::new(FILE_NAME.to_owned(), text.to_owned());
    let config = Config::checked(&file, absolute(Path::new("."))).expect("a right file");
    let here = config.selection("vanhat/a.pdf");
    assert_eq!(here.ignore, ["art14", "C74"]);
    assert_eq!(here.levels, [("art13".to_owned(), Level::Note)]);
    for elsewhere in ["a.pdf", "vanhat/b/a.pdf", "x/vanhat/a.pdf"] {
        assert_eq!(config.selection(elsewhere).ignore, ["art14"], "{elsewhere}");
    }
}
