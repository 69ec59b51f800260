//! Pages without text, read through the text recognition of another program (tesseract), where it is installed.

use std::io::{self, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use super::page::Run;

/// Dots an inch of the picture handed over: what the program was trained on.
pub(super) const DOTS: f32 = 300.0;
/// Points an inch.
const POINTS: f32 = 72.0;
/// A page takes a few seconds.
const PATIENCE: Duration = Duration::from_mins(1);
/// Languages of notices, as the program names them.
const LANGUAGES: [&str; 3] = ["fin", "swe", "eng"];
/// The program.
const PROGRAM: &str = "tesseract";

/// A page as a picture: grey, one byte a dot, 255 is white.
pub(super) struct Picture {
    pub(super) width: usize,
    pub(super) height: usize,
    pub(super) dots: Vec<u8>,
}

/// Why a page was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Failed {
    /// The program is not installed.
    Missing,
    /// It did not read the page.
    Unread,
}

/// The words of a page, with what the program thinks of each.
pub(super) fn read(picture: &Picture) -> Result<Vec<Run>, Failed> {
    let languages = languages()?;
    let mut child = Command::new(PROGRAM)
        // Its threads wait for each other more than they gain.
        .env("OMP_THREAD_LIMIT", "1")
        .args(["stdin", "stdout", "-l", &languages, "--dpi", "300", "tsv"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|_| Failed::Missing)?;
    let written = feed(&mut child, picture);
    let output = finished(child).ok_or(Failed::Unread)?;
    written.map_err(|_| Failed::Unread)?;
    Ok(words(&output))
}

/// Those of the languages that are installed.
fn languages() -> Result<String, Failed> {
    let listed = Command::new(PROGRAM)
        .arg("--list-langs")
        .stdin(Stdio::null())
        .output()
        .map_err(|_| Failed::Missing)?;
    let listed = [listed.stdout, listed.stderr].concat();
    let listed = String::from_utf8_lossy(&listed);
    let known = |language: &&&str| listed.lines().any(|line| line.trim() == **language);
    let found: Vec<&str> = LANGUAGES.iter().filter(known).copied().collect();
    if found.is_empty() { Err(Failed::Missing) } else { Ok(found.join("+")) }
}

/// Writes the picture as a portable grey map.
fn feed(child: &mut Child, picture: &Picture) -> io::Result<()> {
    let Some(mut stdin) = child.stdin.take() else { return Ok(()) };
    write!(stdin, "P5\n{} {}\n255\n", picture.width, picture.height)?;
    stdin.write_all(&picture.dots)
}

/// What the program wrote, if it ends in time.
fn finished(child: Child) -> Option<String> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        // Nobody listens any more once the time is up.
        let _ = sender.send(child.wait_with_output());
    });
    let output = receiver.recv_timeout(PATIENCE).ok()?.ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The words of the program's table: level, page, block, paragraph, line, word, left, top, width, height,
/// confidence, text.
fn words(table: &str) -> Vec<Run> {
    let mut runs = Vec::new();
    // Top and height of the line of which words follow.
    let mut line = (0.0, 0.0);
    for row in table.lines() {
        let cells: Vec<&str> = row.splitn(12, '\t').collect();
        let number = |at: usize| cells.get(at).and_then(|cell| cell.parse::<f32>().ok());
        let (Some(left), Some(top), Some(width), Some(height)) =
            (number(6), number(7), number(8), number(9))
        else {
            continue;
        };
        match cells[0] {
            "4" => line = (top, height),
            "5" => {
                let text = cells.get(11).map_or("", |text| text.trim());
                let sure = number(10).unwrap_or(0.0).clamp(0.0, 100.0);
                runs.extend((!text.is_empty()).then(|| word(text, left, width, line, sure)));
            }
            _ => {}
        }
    }
    runs
}

/// A word on its line: letters rise over four fifths of the line's height.
#[expect(clippy::cast_sign_loss, reason = "hundredths were clamped")]
fn word(text: &str, left: f32, width: f32, (top, height): (f32, f32), sure: f32) -> Run {
    let points = |dots: f32| dots * POINTS / DOTS;
    Run {
        text: text.to_owned(),
        left: points(left),
        right: points(left + width),
        baseline: points(top + 0.8 * height),
        size: points(height),
        bold: None,
        after_space: true,
        furniture: false,
        heading: None,
        ocr: Some(sure as u8),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_table_stand_at_their_places() {
        let table = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n\
                     4\t1\t1\t1\t1\t0\t300\t600\t900\t50\t-1\t\n\
                     5\t1\t1\t1\t1\t1\t300\t600\t400\t50\t96.5\tRekisterin\n\
                     5\t1\t1\t1\t1\t2\t720\t600\t200\t50\t41.2\tnimi\n\
                     5\t1\t1\t1\t1\t3\t980\t600\t20\t50\t10\t \n";
        let found: Vec<String> = words(table)
            .iter()
            .map(|run| {
                format!(
                    "{} {:.0} {:.0} {:?}",
                    run.text,
                    run.left,
                    run.baseline,
                    run.ocr.unwrap_or(0)
                )
            })
            .collect();
        assert_eq!(found, ["Rekisterin 72 154 96", "nimi 173 154 41"]);
    }
}
