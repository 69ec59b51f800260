//! A repository of notices from its first commit to a build that fails for the right reason, run end to end as its
//! maintainers would. The snapshots were read line by line before they were kept.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

mod support;

use support::root;
use support::sarif::leave_out_versions;

/// Twenty notices of the corpus, as an organisation might keep them.
const NOTICES: [&str; 20] = [
    "artikla-artiklalta/notice.txt",
    "biblioteket-exempelby/notice.txt",
    "hyvinvointialue-kenttalomake/notice.txt",
    "jasenrekisteri-soutajat/notice.txt",
    "kameravalvonta-taloyhtio/notice.txt",
    "kirjasto-kerroksellinen/notice.txt",
    "ministerio-hankeavustus/notice.txt",
    "newsletter-en/notice.txt",
    "oppilasrekisteri-numerointi/notice.pdf",
    "palautelomake-nimeton/notice.txt",
    "rekisteriseloste-hammashoitola/notice.txt",
    "rekrytointi-isoin-otsikoin/notice.txt",
    "sahkoyhtio-markdown/notice.md",
    "selkokieli-omaishoito/notice.txt",
    "seurakunta-diakonia/notice.txt",
    "tutkimusrekisteri-kuvittelu/notice.txt",
    "tyollisyysalue-historia/notice.txt",
    "tyollisyyspalvelut-taulukko/notice.txt",
    "varhaiskasvatus-esimerkkila/notice.txt",
    "verkkokauppa-kuvittelu/notice.txt",
];

/// What its maintainers decided: one finding is put aside until the end of the year.
const CHOICES: &str = r#"language = "fi"
fail-on = "warning"
exclude = ["notices/luonnokset/**"]

[[ignore]]
path = ["notices/ministerio-hankeavustus.txt"]
rule = "kumottu-saados"
reason = "Arkistolaki vaihdetaan, kun tiedonohjaussuunnitelma on hyväksytty"
owner = "tietosuoja"
until = 2026-12-31
"#;

/// The change that someone proposes: a notice that was clean loses its period of storage and gains an old act.
const CHANGED: &str = "notices/verkkokauppa-kuvittelu.txt";

struct Repository {
    folder: tempfile::TempDir,
    told: String,
}

#[test]
fn a_repository_from_its_first_commit_to_a_change_that_fails() {
    let Some(mut repository) = Repository::new() else { return };
    let it = &mut repository;
    it.says("Everything as it is found, on the first day");
    it.runs("check notices --format concise --select kumottu-saados --as-of 2026-11-22");
    it.runs("baseline create notices --as-of 2026-11-22");
    it.runs("check notices --format github --as-of 2026-11-22");
    it.commits("Notices, choices and baseline");

    it.says("A change is proposed: one notice is worse than it was, another is moved");
    it.change();
    it.git(&["mv", "notices/selkokieli-omaishoito.txt", "notices/omaishoito.txt"]);
    it.commits("Web shop revised");
    it.runs("check notices --changed-since HEAD~1 --format github --output result.sarif --as-of 2026-11-22");
    insta::assert_snapshot!("sarif_of_the_change", it.sarif());

    it.says("The change is taken back: what is left is known");
    it.git(&["revert", "--no-edit", "HEAD"]);
    it.runs("check notices --format github --as-of 2026-11-22");

    it.says(
        "The new year: what was put aside until then is back, and the suppression itself is told",
    );
    it.runs("check notices --format github --as-of 2027-01-02");

    it.says("A scan is added: it is not examined, and that is no clean run");
    it.copies("tests/pdf/skannattu.pdf", "notices/skannattu.pdf");
    it.runs("check notices --format github --as-of 2026-11-22");
    it.removes("notices/skannattu.pdf");

    it.says("A slip in the choices stops the run");
    it.writes("seloste.toml", &CHOICES.replace("fail-on", "fail-onn"));
    it.runs("check notices --format github --as-of 2026-11-22");
    insta::assert_snapshot!("demonstration", it.told);
}

impl Repository {
    /// The repository before its first run; nothing where git is not installed.
    fn new() -> Option<Self> {
        let folder = tempfile::tempdir().expect("a folder for the test");
        let repository = Self { folder, told: String::new() };
        if Command::new("git").arg("--version").output().is_err() {
            #[expect(clippy::print_stderr, reason = "a skipped test says so")]
            {
                eprintln!("skipped: git is not installed");
            }
            return None;
        }
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        for notice in NOTICES {
            let (slug, file) = notice.split_once('/').expect("a notice of the corpus");
            let ending = Path::new(file).extension().expect("an ending").to_string_lossy();
            repository.copies(&format!("corpus/{notice}"), &format!("notices/{slug}.{ending}"));
        }
        repository.writes("seloste.toml", CHOICES);
        repository.writes(
            "notices/luonnokset/luonnos.md",
            "# Tietosuojaseloste\n\n## 1. Rekisterinpitäjä\n",
        );
        Some(repository)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn writes(&self, name: &str, text: &str) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("a file");
    }

    fn copies(&self, from: &str, to: &str) {
        let path = self.path(to);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::copy(root().join(from), path).expect("a copy");
    }

    fn removes(&self, name: &str) {
        std::fs::remove_file(self.path(name)).expect("a file");
    }

    /// Makes the change that is proposed.
    fn change(&self) {
        let old = std::fs::read_to_string(self.path(CHANGED)).expect("the notice");
        let (before, rest) = old.split_once("Kuinka kauan säilytämme").expect("the period");
        let (_, after) = rest.split_once("perut tilauksen\n\n").expect("the end of the period");
        let source = "Saamme tiedot sinulta itseltäsi";
        assert!(before.contains(source), "{before}");
        let act = "Tiedot kerätään henkilötietolain (523/1999) mukaisesti. ";
        self.writes(CHANGED, &(before.replace(source, &format!("{act}{source}")) + after));
    }

    fn says(&mut self, what: &str) {
        let _ = writeln!(self.told, "# {what}");
    }

    /// Runs the program and notes what it prints and how it ends.
    fn runs(&mut self, args: &str) {
        let output = Command::new(env!("CARGO_BIN_EXE_seloste"))
            .current_dir(self.folder.path())
            .env_remove("FORCE_COLOR")
            .args(args.split_whitespace())
            .output()
            .expect("the program runs");
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8(said).expect("UTF-8");
        // The folder of the test is another each time, and may be known by another name.
        let here = self.folder.path().canonicalize().expect("the folder");
        let said = said
            .replace(&*here.to_string_lossy(), "")
            .replace(&*self.folder.path().to_string_lossy(), "");
        let code = output.status.code().expect("it ends by itself");
        let _ = writeln!(self.told, "$ seloste {args}\n{said}[exit code {code}]\n");
    }

    fn commits(&self, message: &str) {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--message", message]);
    }

    fn git(&self, args: &[&str]) {
        let output = Command::new("git")
            .current_dir(self.folder.path())
            // Whoever runs the tests has habits of their own.
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .args(["-c", "user.name=Testi", "-c", "user.email=testi@esimerkkila.example"])
            .args(args)
            .output()
            .expect("git runs");
        assert!(
            output.status.success(),
            "git {args:?}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
    }

    /// The SARIF report of the change.
    fn sarif(&self) -> String {
        let text = std::fs::read_to_string(self.path("result.sarif")).expect("the report");
        let mut log: Value = serde_json::from_str(&text).expect("JSON");
        leave_out_versions(&mut log, usize::MAX);
        serde_json::to_string_pretty(&log).expect("JSON")
    }
}
