//! Which numbered lines are headings, as `seloste show --stage outline` tells.

use std::io::Write as _;
use std::process::{Command, Stdio};

/// The numbers and headings of a text.
fn outline_of(text: &str) -> Vec<String> {
    let mut child = Command::new(env!("CARGO_BIN_EXE_seloste"))
        .args(["show", "--stage", "outline", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program runs");
    child.stdin.take().expect("its input").write_all(text.as_bytes()).expect("it listens");
    let output = child.wait_with_output().expect("it ends");
    let shown = String::from_utf8(output.stdout).expect("UTF-8");
    let sections = shown.lines().skip(1).filter_map(|line| line.trim().split_once("  "));
    let heading = |line: &str| line.trim().split("  [").next().unwrap_or_default().to_owned();
    sections.map(|(_, heading_and_kinds)| heading(heading_and_kinds)).collect()
}

#[test]
fn the_fourth_entry_of_a_list_in_section_4_is_no_heading() {
    let text = "Tietosuojaseloste\n\n1. Rekisterinpitäjä\n\nEsimerkkilän kunta\n\n2. Yhteyshenkilö\n\nKeiju Keksitty\n\n\
                3. Rekisterin nimi\n\nRetkirekisteri\n\n4. Käsittelyn tarkoitus\n\nTietoja käytetään:\n\n\
                1. Retkien järjestämiseen\n2. Maksujen perimiseen\n3. Ilmoittautuneille tiedottamiseen\n\
                4. Retkikuvien näyttäminen ja jakaminen\n\nTietoja ei käytetä mainontaan.\n\n\
                5. Tietosisältö\n\nNimi ja osoite.\n\n6. Tietolähteet\n\nIlmoittautuja itse.\n";
    let headings = [
        "1 Rekisterinpitäjä",
        "2 Yhteyshenkilö",
        "3 Rekisterin nimi",
        "4 Käsittelyn tarkoitus",
        "5 Tietosisältö",
        "6 Tietolähteet",
    ];
    assert_eq!(outline_of(text), headings);
}
