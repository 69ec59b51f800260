//! Made pages: words at places, and how they are read. A line is printed as role, then text; an empty
//! line is white space that sets blocks apart.

use super::*;
use crate::layout::Role;

/// Letters of a made page are half as wide as they are high.
fn word(text: &str, left: f32, baseline: f32, size: f32) -> Run {
    let right = left + text.chars().filter(|c| *c != '\u{AD}').count() as f32 * size * 0.5;
    let text = text.to_owned();
    let (bold, after_space, furniture, heading, ocr) = (None, false, false, None, None);
    Run { text, left, right, baseline, size, bold, after_space, furniture, heading, ocr }
}

/// The words of a line, set with spaces of a quarter of their size.
fn line(text: &str, left: f32, baseline: f32) -> Vec<Run> {
    let mut at = left;
    let set = text.split(' ').map(|text| {
        let run = word(text, at, baseline, 10.0);
        at = run.right + 2.5;
        run
    });
    set.collect()
}

fn page(number: u32, lines: &[(&str, f32, f32)], rulings: &[BBox]) -> Page {
    let runs = lines.iter().flat_map(|(text, left, baseline)| line(text, *left, *baseline));
    let (width, height) = (595.0, 842.0);
    let (runs, rulings) = (runs.collect(), rulings.to_vec());
    Page { number, width, height, runs, rulings, ..Page::default() }
}

fn read(pages: Vec<Page>) -> String {
    let script = script(pages);
    let lines = script.lines.iter().map(|line| match (line.role, line.span.of(&script.text)) {
        (_, "") => "\n".to_owned(),
        (Role::Label, text) => format!("label: {text}\n"),
        (Role::Furniture, text) => format!("furniture: {text}\n"),
        (_, text) => format!("{text}\n"),
    });
    lines.collect()
}

fn read_page(lines: &[(&str, f32, f32)], rulings: &[BBox]) -> String {
    read(vec![page(1, lines, rulings)])
}

#[test]
fn words_are_put_in_order_whatever_order_they_were_drawn_in() {
    let mut page =
        page(1, &[("Rekisterin nimi", 50.0, 200.0), ("Asiakasrekisteri", 50.0, 214.0)], &[]);
    page.runs.reverse();
    insta::assert_snapshot!(read(vec![page]), @r"
    Rekisterin nimi
    Asiakasrekisteri
    ");
}

#[test]
fn pieces_without_a_gap_are_one_word_and_a_drawn_space_needs_less_of_one() {
    let mut runs = vec![word("tieto", 50.0, 200.0, 10.0), word("suoja", 75.5, 200.0, 10.0)];
    let mut squeezed = word("laki", 101.5, 200.0, 10.0);
    squeezed.after_space = true;
    runs.push(squeezed);
    let page = Page { number: 1, width: 595.0, height: 842.0, runs, ..Page::default() };
    insta::assert_snapshot!(read(vec![page]), @"tietosuoja laki");
}

#[test]
fn letters_set_apart_are_a_word() {
    let letters = |text: &str, from: f32| -> Vec<Run> {
        let places = text.chars().enumerate();
        places.map(|(at, c)| word(&c.to_string(), from + 8.0 * at as f32, 200.0, 10.0)).collect()
    };
    let runs = [letters("REKISTERIN", 50.0), letters("NIMI", 140.0), letters("AB", 400.0)].concat();
    let page = Page { number: 1, width: 595.0, height: 842.0, runs, ..Page::default() };
    insta::assert_snapshot!(read(vec![page]), @"REKISTERIN NIMI AB");
}

#[test]
fn a_link_and_a_place_have_the_words_they_stand_on() {
    let mut page = page(1, &[("lue tietosuojasta lisää", 50.0, 200.0)], &[]);
    let target = "https://www.esimerkkila.example/tietosuoja".to_owned();
    let bbox = BBox(66.0, 190.0, 125.0, 205.0);
    page.links.push(crate::extract::page::Link { bbox, target });
    let script = script(vec![page]);
    assert_eq!(script.links[0].span.of(&script.text), "tietosuojasta");
    let place = script.place(script.links[0].span);
    assert_eq!(place.bbox.map(|b| (b.0, b.2)), Some((67.5, 132.5)));
}

#[test]
fn a_soft_hyphen_vanishes_and_a_typed_one_stays() {
    let lines = [
        ("sää\u{AD}dösten henkilö\u{AD}", 50.0, 200.0),
        ("tietoja tietosuoja-", 50.0, 214.0),
        ("asetuksen", 50.0, 228.0),
    ];
    insta::assert_snapshot!(read_page(&lines, &[]), @r"
    säädösten henkilötietoja
    tietosuoja-
    asetuksen
    ");
}

#[test]
fn a_hyphen_that_stands_for_a_first_part_goes_with_its_word() {
    let lines = [("työsuhteen ja -", 50.0, 200.0), ("tehtävän päättyessä", 50.0, 214.0)];
    insta::assert_snapshot!(read_page(&lines, &[]), @r"
    työsuhteen ja
    -tehtävän päättyessä
    ");
}

#[test]
fn a_letterhead_beside_the_name_of_the_document_is_no_label() {
    let lines = [
        ("KUVITTELUN KUNTA", 50.0, 40.0),
        ("Torikatu 1", 50.0, 54.0),
        ("TIETOSUOJASELOSTE", 300.0, 40.0),
        ("Laatimispäivä", 300.0, 54.0),
        ("1.2.2024", 300.0, 68.0),
    ];
    insta::assert_snapshot!(read_page(&lines, &[]), @r"
    KUVITTELUN KUNTA
    Torikatu 1

    TIETOSUOJASELOSTE
    Laatimispäivä
    1.2.2024
    ");
}

#[test]
fn a_ruled_table_is_read_cell_by_cell_and_its_left_cells_are_labels() {
    let lines = [
        ("1. Rekisterin", 55.0, 215.0),
        ("nimi", 55.0, 229.0),
        ("Asiakasrekisteri, jota", 205.0, 215.0),
        ("kunta pitää", 205.0, 229.0),
        ("2. Rekisterinpitäjä", 55.0, 255.0),
        ("Kuvittelun kunta", 205.0, 255.0),
        ("Jälkeen", 50.0, 320.0),
    ];
    let across = [200.0, 240.0, 270.0].map(|y| BBox(50.0, y, 500.0, y + 0.5));
    let down = [50.0, 200.0, 500.0].map(|x| BBox(x, 200.0, x + 0.5, 270.5));
    insta::assert_snapshot!(read_page(&lines, &[across, down].concat()), @r"
    label: 1. Rekisterin
    label: nimi

    Asiakasrekisteri, jota
    kunta pitää

    label: 2. Rekisterinpitäjä

    Kuvittelun kunta

    Jälkeen
    ");
}

#[test]
fn a_column_of_headings_is_read_beside_its_texts() {
    let lines = [
        ("1. Käsittelyn", 50.0, 200.0),
        ("tarkoitus", 50.0, 212.0),
        ("Tietoja käytetään palvelun järjestämiseen ja", 200.0, 200.0),
        ("laskutukseen koko asiakkuuden ajan niin kuin", 200.0, 212.0),
        ("laissa säädetään.", 200.0, 224.0),
        ("2. Säilytys", 50.0, 248.0),
        ("Tiedot poistetaan kymmenen vuoden kuluttua", 200.0, 248.0),
        ("asiakkuuden päättymisestä.", 200.0, 260.0),
    ];
    insta::assert_snapshot!(read_page(&lines, &[]), @r"
    label: 1. Käsittelyn
    label: tarkoitus
    Tietoja käytetään palvelun järjestämiseen ja
    laskutukseen koko asiakkuuden ajan niin kuin
    laissa säädetään.

    label: 2. Säilytys
    Tiedot poistetaan kymmenen vuoden kuluttua
    asiakkuuden päättymisestä.
    ");
}

#[test]
fn a_label_cut_by_the_end_of_a_page_is_put_together() {
    let across = |rows: &[f32]| -> Vec<BBox> {
        let (top, bottom) = (rows[0], rows[rows.len() - 1]);
        let down = [50.0, 200.0, 500.0].map(|x| BBox(x, top, x + 0.5, bottom));
        rows.iter().map(|y| BBox(50.0, *y, 500.0, y + 0.5)).chain(down).collect()
    };
    let first = [
        ("8. Nimi", 55.0, 715.0),
        ("Asiakasrekisteri", 205.0, 715.0),
        ("9. Järjestelmät ja", 55.0, 745.0),
        ("Tiedot ovat", 205.0, 745.0),
    ];
    let second = [
        ("suojaus", 55.0, 75.0),
        ("palvelimella.", 205.0, 75.0),
        ("10. Oikeudet", 55.0, 105.0),
        ("Tarkastusoikeus", 205.0, 105.0),
    ];
    let pages = vec![
        page(1, &first, &across(&[700.0, 730.0, 760.0])),
        page(2, &second, &across(&[60.0, 90.0, 120.0])),
    ];
    insta::assert_snapshot!(read(pages), @r"
    label: 8. Nimi

    Asiakasrekisteri

    label: 9. Järjestelmät ja
    label: suojaus

    Tiedot ovat
    palvelimella.

    label: 10. Oikeudet

    Tarkastusoikeus
    ");
}

#[test]
fn labels_and_values_without_lines_are_read_row_by_row() {
    let lines = [
        ("Osoite:", 50.0, 200.0),
        ("Kuvittelukatu 1", 200.0, 200.0),
        ("Puhelin:", 50.0, 214.0),
        ("000 000 1234", 200.0, 214.0),
        ("Sähköposti:", 50.0, 228.0),
        ("kirjaamo@esimerkkila.example", 200.0, 228.0),
    ];
    insta::assert_snapshot!(read_page(&lines, &[]), @r"
    label: Osoite:
    Kuvittelukatu 1

    label: Puhelin:
    000 000 1234

    label: Sähköposti:
    kirjaamo@esimerkkila.example
    ");
}

#[test]
fn newspaper_columns_are_read_one_after_the_other() {
    let left = "vasen palsta jatkuu tässä yhä";
    let right = "oikea palsta jatkuu tässä yhä";
    let lines: Vec<(&str, f32, f32)> = (0..5u8)
        .flat_map(|row| {
            let baseline = 200.0 + 12.0 * f32::from(row);
            [(left, 50.0, baseline), (right, 300.0, baseline)]
        })
        .collect();
    let read = read_page(&lines, &[]);
    assert_eq!(read.replace('\n', "|").matches(left).count(), 5);
    assert!(read.rfind(left) < read.find(right), "{read}");
}

#[test]
fn bullets_stay_with_their_lines() {
    let lines =
        [("•", 50.0, 200.0), ("nimi", 70.0, 200.0), ("•", 50.0, 214.0), ("osoite", 70.0, 214.0)];
    insta::assert_snapshot!(read_page(&lines, &[]), @r"
    • nimi
    • osoite
    ");
}

#[test]
fn running_heads_and_page_numbers_are_furniture() {
    let pages = (1..=3).map(|number| {
        let numbered = format!("Sivu {number} (3)");
        let body = format!("Teksti sivulla {number}.");
        let lines = [
            ("Kuvittelun kunta", 50.0, 40.0),
            (numbered.as_str(), 450.0, 40.0),
            (body.as_str(), 50.0, 200.0),
        ];
        page(number, &lines, &[])
    });
    insta::assert_snapshot!(read(pages.collect()), @r"
    furniture: Kuvittelun kunta Sivu 1 (3)
    Teksti sivulla 1.
    furniture: Kuvittelun kunta Sivu 2 (3)

    Teksti sivulla 2.
    furniture: Kuvittelun kunta Sivu 3 (3)

    Teksti sivulla 3.
    ");
}

#[test]
fn rows_of_a_table_that_say_nearly_the_same_on_every_page_are_text() {
    let pages = (1..=3).map(|number| {
        let system = format!("Järjestelmä {}", 20 * number);
        let lines =
            [(system.as_str(), 50.0, 60.0), ("10 vuotta", 300.0, 60.0), ("Teksti", 50.0, 200.0)];
        page(number, &lines, &[])
    });
    let read = read(pages.collect());
    assert!(!read.contains("furniture"), "{read}");
    assert_eq!(read.matches("10 vuotta").count(), 3, "{read}");
}

#[test]
fn a_letterhead_is_text_on_the_first_page() {
    let pages = (1..=2).map(|number| {
        let head = ["Kuvittelun kunta", "Kirjaamo", "PL 1", "00000 Kuvittelu"];
        let baselines = [30.0, 44.0, 58.0, 72.0];
        let mut lines: Vec<(&str, f32, f32)> =
            head.iter().zip(baselines).map(|(text, baseline)| (*text, 50.0, baseline)).collect();
        lines.push((if number == 1 { "Alku" } else { "Loppu" }, 50.0, 200.0));
        page(number, &lines, &[])
    });
    insta::assert_snapshot!(read(pages.collect()), @r"
    Kuvittelun kunta
    Kirjaamo
    PL 1
    00000 Kuvittelu

    Alku
    furniture: Kuvittelun kunta
    furniture: Kirjaamo
    furniture: PL 1
    furniture: 00000 Kuvittelu
    Loppu
    ");
}

proptest::proptest! {
    #[test]
    fn no_page_panics_and_every_span_is_a_line(
        words in proptest::collection::vec(("[a-zäö1-9.\u{AD}\u{2010} -]{0,12}", 0f32..600.0, 0f32..850.0), 0..60),
        lines in proptest::collection::vec((0f32..600.0, 0f32..850.0, 0f32..300.0, proptest::bool::ANY), 0..20),
    ) {
        let words: Vec<(&str, f32, f32)> =
            words.iter().map(|(text, left, baseline)| (text.as_str(), *left, *baseline)).collect();
        let rulings: Vec<BBox> = lines
            .iter()
            .map(|(x, y, length, flat)| if *flat { BBox(*x, *y, x + length, *y) } else { BBox(*x, *y, *x, y + length) })
            .collect();
        let script = script(vec![page(1, &words, &rulings), page(2, &words, &[])]);
        let texts: Vec<&str> = script.lines.iter().map(|line| line.span.of(&script.text)).collect();
        proptest::prop_assert_eq!(texts.join("\n"), script.text);
    }
}

#[test]
fn the_number_of_a_footnote_stays_with_its_word() {
    let mut runs = line("Tiedot luovutetaan Kelalle", 50.0, 200.0);
    runs.push(word("1", 175.5, 196.0, 6.5));
    runs.extend(line("ja verottajalle.", 182.0, 200.0));
    runs.push(word("1", 50.0, 700.0, 5.0));
    runs.extend(line("Laki Kansaneläkelaitoksesta", 56.0, 703.0));
    let page = Page { number: 1, width: 595.0, height: 842.0, runs, ..Page::default() };
    insta::assert_snapshot!(read(vec![page]), @r"
    Tiedot luovutetaan Kelalle¹ ja verottajalle.
    ¹ Laki Kansaneläkelaitoksesta
    ");
}

#[test]
fn a_column_is_told_by_the_lines_that_begin_at_its_edge() {
    let lines = [
        ("1. Rekisterin nimi", 50.0, 300.0),
        ("Asukasrekisteri", 200.0, 300.0),
        // Its last word ends five points before the other column.
        ("2. Rekisteristä vastaava tahoo", 50.0, 330.0),
        ("Esimerkkilän kunta, keskushallinto", 200.0, 330.0),
        ("ja yhteystiedot", 50.0, 342.0),
        ("Kuntatie 1, Esimerkkilä", 200.0, 342.0),
        ("3. Tietolähteet", 50.0, 372.0),
        ("Asukas itse", 200.0, 372.0),
        ("4. Luovutukset", 50.0, 402.0),
        ("Tietoja ei luovuteta", 200.0, 402.0),
    ];
    insta::assert_snapshot!(read_page(&lines, &[]), @r"
    label: 1. Rekisterin nimi
    Asukasrekisteri

    label: 2. Rekisteristä vastaava tahoo
    label: ja yhteystiedot
    Esimerkkilän kunta, keskushallinto
    Kuntatie 1, Esimerkkilä

    label: 3. Tietolähteet
    Asukas itse

    label: 4. Luovutukset
    Tietoja ei luovuteta
    ");
}

#[test]
fn labels_at_the_middle_of_their_text_open_it() {
    let lines = [
        ("1. Rekisterin nimi", 50.0, 300.0),
        ("Asukasrekisteri", 200.0, 300.0),
        ("2. Tietolähteet", 50.0, 336.0),
        ("Asukas itse sekä viranomaiset,", 200.0, 330.0),
        ("joilla on siihen oikeus", 200.0, 342.0),
        ("3. Luovutukset", 50.0, 372.0),
        ("Tietoja ei luovuteta", 200.0, 372.0),
        ("4. Säilytys", 50.0, 402.0),
        ("Kymmenen vuotta", 200.0, 402.0),
    ];
    insta::assert_snapshot!(read_page(&lines, &[]), @r"
    label: 1. Rekisterin nimi
    Asukasrekisteri

    label: 2. Tietolähteet
    Asukas itse sekä viranomaiset,
    joilla on siihen oikeus

    label: 3. Luovutukset
    Tietoja ei luovuteta

    label: 4. Säilytys
    Kymmenen vuotta
    ");
}
