use super::same_form;

/// Every name of the list in its form.
#[test]
fn a_new_name_stands_in_the_form_of_the_old_one() {
    let mut names = ("", "");
    let mut tried = 0;
    let mut wrong = Vec::new();
    for line in include_str!("cases.txt").lines() {
        if let Some(pair) = line.split_once(" > ") {
            names = pair;
        } else if let Some((written, expected)) = line.split_once(" | ") {
            tried += 1;
            let found = same_form(written, names.0, names.1);
            let found = found.as_deref().unwrap_or("-");
            if found != expected {
                wrong.push(format!("{written}: {found}, not {expected}"));
            }
        }
    }
    assert!(tried >= 150, "the list has only {tried} forms");
    assert!(wrong.is_empty(), "{wrong:#?}");
}
