//! PDFs of many producers, and hostile ones, read as a whole.
#![cfg(feature = "pdf")]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use seloste::extract::{Extracted, Limits, UnexaminedReason, extract};
use seloste::layout::{self, Role};

mod support;

use support::words::{errors, split};

fn read(path: &Path) -> Result<Extracted, UnexaminedReason> {
    let bytes = std::fs::read(path).expect("the file is there");
    extract(&bytes, &path.to_string_lossy(), &Limits::default()).map_err(|why| why.reason)
}

/// The text in reading order, running headers and footers left out, broken words made whole.
fn words(extracted: Extracted) -> Vec<String> {
    let script = layout::script(extracted);
    let lines = script.lines.iter().filter(|line| line.role != Role::Furniture);
    let text: Vec<&str> = lines.map(|line| line.span.of(&script.text)).collect();
    split(&text.join("\n"))
}

/// The made PDFs with their truth, if they lie beside the project.
fn made_files() -> Option<Vec<PathBuf>> {
    support::files(&support::shared("pdf/files")?, "pdf")
}

fn group(path: &Path) -> String {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    name.split('_').next().unwrap_or_default().to_owned()
}

#[test]
fn the_notices_of_the_corpus_read_the_same_from_pdf_and_from_text() {
    let corpus = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus"));
    let mut seen = 0;
    for entry in std::fs::read_dir(corpus).expect("the corpus is there") {
        let folder = entry.expect("a folder").path();
        if !folder.join("notice.pdf").exists() {
            continue;
        }
        let text = std::fs::read_to_string(folder.join("notice.txt")).expect("its text");
        let mut read = words(read(&folder.join("notice.pdf")).expect("a readable PDF"));
        // Ticks are drawn in one of the PDFs and lost in its text, as other readers lose them.
        if !text.contains(['☐', '☒']) {
            read.retain(|word| !["☐", "☒"].contains(&word.as_str()));
        }
        // Running headers stand in the text and not in the PDF's; bullets differ between the two.
        let error = errors(&split(&text), &read);
        assert!(error < 6.0, "{}: {error:.1} %", folder.display());
        seen += 1;
    }
    assert!(seen > 10, "only {seen} PDFs in the corpus");
}

#[test]
fn made_pdfs_of_every_producer_are_read_to_the_word() {
    let Some(files) = made_files() else { return };
    let mut groups = std::collections::BTreeMap::<String, Vec<f64>>::new();
    for path in
        files.iter().filter(|path| !["x", "z", "scan", "nu"].contains(&group(path).as_str()))
    {
        let about = std::fs::read_to_string(path.with_extension("json")).unwrap_or_default();
        let about: serde_json::Value = serde_json::from_str(&about).unwrap_or_default();
        let truth: Vec<&str> =
            about["truth"].as_array().into_iter().flatten().filter_map(|p| p.as_str()).collect();
        // Nobody reads a file cut off at seventy per cent, and one asks for a password.
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        if truth.is_empty() || name == "br_trunc70" || name == "en_user" {
            continue;
        }
        let read = words(read(path).unwrap_or_else(|why| panic!("{}: {why:?}", path.display())));
        let error = errors(&split(&truth.join("\n")), &read);
        assert!(error < 1.0, "{}: {error:.1} %", path.display());
        groups.entry(group(path)).or_default().push(error);
    }
    for (group, errors) in groups {
        let mean = errors.iter().sum::<f64>() / errors.len() as f64;
        assert!(mean <= 0.5, "{group}: mean {mean:.2} %");
    }
}

#[cfg(feature = "pdf-extract")]
#[test]
fn the_second_engine_reads_too_and_its_panics_are_caught() {
    let sound =
        concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/oppilasrekisteri-numerointi/notice.pdf");
    let engine = seloste::extract::PdfEngine::PdfExtract;
    let limits = Limits { engine, ..Limits::default() };
    let bytes = std::fs::read(sound).expect("the corpus is there");
    let read = words(extract(&bytes, sound, &limits).expect("a readable PDF"));
    assert!(read.iter().any(|word| word == "Rekisterinpitäjä"), "{read:?}");
    for path in made_files().into_iter().flatten().filter(|path| group(path) == "x") {
        let bytes = std::fs::read(&path).expect("the file is there");
        let limits = Limits { max_time: Duration::from_secs(2), ..limits.clone() };
        // One of them overflows any stack in this engine, and no catching helps against that.
        if path.file_stem().is_some_and(|name| name != "x_formloop") {
            drop(extract(&bytes, "x.pdf", &limits));
        }
    }
}

/// Files on which the two engines differ by more than two words in a hundred are listed, each with its reason.
#[cfg(feature = "pdf-extract")]
#[test]
fn where_the_engines_differ_is_known() {
    let Some(mut files) = made_files() else { return };
    files.retain(|path| !["x", "z"].contains(&group(path).as_str()));
    for folder in [support::root().join("corpus"), support::shared("eval/dev").unwrap_or_default()]
    {
        let entries = std::fs::read_dir(folder).expect("a folder of notices");
        files.extend(entries.filter_map(|entry| Some(entry.ok()?.path().join("notice.pdf"))));
    }
    files.retain(|path| path.exists());
    let second = Limits { engine: seloste::extract::PdfEngine::PdfExtract, ..Limits::default() };
    let mut differ = std::collections::BTreeSet::new();
    for path in &files {
        let bytes = std::fs::read(path).expect("the file is there");
        let read = |limits: &Limits| extract(&bytes, "a.pdf", limits).map(words).ok();
        let (first, second) = (read(&Limits::default()), read(&second));
        let share = match (&first, &second) {
            (None, None) => continue,
            (Some(first), Some(second)) => errors(first, second).min(100.0),
            _ => 100.0,
        };
        if share > 2.0 {
            let side = if first.is_none() { "only the second reads it" } else { "" };
            let side = if second.is_none() { "only the first reads it" } else { side };
            differ.insert(format!("{} {side}", name(path)).trim().to_owned());
        }
    }
    let known = include_str!("pdf-engines-differ.txt").lines().filter(|line| line.contains(" # "));
    let known = known.map(|line| line.split(" # ").next().unwrap_or_default().trim().to_owned());
    let known: std::collections::BTreeSet<String> = known.collect();
    let new: Vec<_> = differ.difference(&known).collect();
    let gone: Vec<_> = known.difference(&differ).collect();
    assert!(new.is_empty() && gone.is_empty(), "new: {new:#?}\nno longer: {gone:#?}");
}

/// The name of a made file, or the folder of a notice; of a real one its number.
#[cfg(feature = "pdf-extract")]
fn name(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    if stem != "notice" {
        return format!("made {stem}");
    }
    let folder = path.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy();
    if path.starts_with(support::root().join("corpus")) {
        format!("corpus {folder}")
    } else {
        format!("dev {}", &folder[..3])
    }
}

#[test]
fn a_pdf_that_cannot_be_read_says_why() {
    let Some(files) = made_files() else { return };
    let cases = [
        ("scan", UnexaminedReason::NoTextLayer),
        ("en_user", UnexaminedReason::Encrypted),
        ("br_trunc70", UnexaminedReason::Corrupt),
        ("nu_lo", UnexaminedReason::Unreadable),
        ("x_bomb1", UnexaminedReason::TooLarge),
        ("x_bomb2", UnexaminedReason::TooLarge),
        ("x_fanout", UnexaminedReason::NoTextLayer),
        ("x_badfont", UnexaminedReason::NoTextLayer),
    ];
    for path in &files {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if let Some((_, reason)) = cases.iter().find(|(case, _)| *case == name) {
            assert_eq!(read(path).err(), Some(*reason), "{name}");
        }
    }
}

/// A font that names no letter and numbers ä and ö anew still draws them as a and o with two dots.
#[test]
fn letters_put_together_are_known_by_their_parts() {
    let path = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/pdf/osakartta.pdf"));
    let extracted = read(path).expect("a readable PDF");
    assert_eq!((extracted.unread_pages.len(), extracted.troubles.len()), (0, 0));
    let read = words(extracted).join(" ");
    assert!(read.contains("henkilötietojen käsittelystä. 2. Säilytysaika"), "{read}");
}

#[test]
fn pages_read_in_part_are_named() {
    let Some(files) = made_files() else { return };
    let cases: [(&str, &[u32]); 4] =
        [("z_tok11", &[1, 2]), ("z_tok29", &[2]), ("x_bombtext", &[1]), ("lo_hf1", &[])];
    for (case, expected) in cases {
        let path = files.iter().find(|path| path.file_stem().is_some_and(|name| name == case));
        let extracted = read(path.expect("the file is there")).expect("a readable PDF");
        assert_eq!(extracted.unread_pages, expected, "{case}");
    }
}

#[test]
fn hostile_and_broken_pdfs_end_soon_and_never_look_whole() {
    let Some(files) = made_files() else { return };
    let whole = words(read(&files[0]).expect("a readable PDF")).len();
    assert!(whole > 100);
    for path in files.iter().filter(|path| ["x", "z"].contains(&group(path).as_str())) {
        let started = Instant::now();
        let read = read(path);
        assert!(started.elapsed() < Duration::from_secs(10), "{}", path.display());
        if let Ok(extracted) = read {
            let unread = extracted.unread_pages.clone();
            let named = |page: &u32| {
                let places = extracted.troubles.iter().filter_map(|trouble| trouble.place);
                places.filter_map(|place| place.page).any(|at| at == *page)
            };
            assert!(unread.iter().all(named), "{}: {unread:?}", path.display());
        }
    }
}

proptest::proptest! {
    #![proptest_config(proptest::test_runner::Config::with_cases(48))]

    #[test]
    fn no_damage_to_a_pdf_panics(at in proptest::collection::vec((0usize.., 0u8..), 1..40), cut in 20usize..100) {
        let sound = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/oppilasrekisteri-numerointi/notice.pdf");
        let mut bytes = std::fs::read(sound).expect("the corpus is there");
        let length = bytes.len();
        for (place, byte) in at {
            bytes[place % length] = byte;
        }
        bytes.truncate(length * cut / 100);
        if let Ok(extracted) = extract(&bytes, "a.pdf", &Limits::default()) {
            let script = layout::script(extracted);
            let lines: Vec<&str> = script.lines.iter().map(|line| line.span.of(&script.text)).collect();
            proptest::prop_assert_eq!(lines.join("\n"), script.text);
        }
    }

    #[test]
    fn no_bytes_after_the_header_panic(rest: Vec<u8>) {
        drop(extract(&[b"%PDF-1.7\n", &rest[..]].concat(), "a.pdf", &Limits::default()));
    }
}
