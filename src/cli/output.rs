//! Where reports go: to standard output, and to files beside it.

use std::fs::File;
use std::io::{self, BufWriter, IsTerminal as _, Write};
use std::path::{Path, PathBuf};

use super::args::{CheckArgs, Color};
use super::failure::Failure;
use crate::report::text::Style;
use crate::report::{Format, Report, report};

/// Columns beyond which lines get hard to read.
const WIDEST: usize = 100;

/// A file for a report, as it is typed: `FORMAT=FILE`, or a name that tells the format.
#[derive(Debug, Clone)]
pub(super) struct OutputFile {
    format: Format,
    path: PathBuf,
}

impl std::str::FromStr for OutputFile {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if let Some((name, path)) = text.split_once('=')
            && let Ok(format) = <Format as clap::ValueEnum>::from_str(name, false)
        {
            return Ok(Self { format, path: path.into() });
        }
        let path = PathBuf::from(text);
        let format = Format::of_name(&path).ok_or("expected FORMAT=FILE")?;
        Ok(Self { format, path })
    }
}

/// The reports of a run: what each writes.
pub(super) fn reports(args: &CheckArgs) -> Vec<Box<dyn Report>> {
    let plain = Style::default();
    let files = args.output.iter().map(|file| report(file.format, plain));
    std::iter::once(report(args.format, style(args))).chain(files).collect()
}

/// Where the reports of a run go, in their order.
pub(super) fn sinks(args: &CheckArgs) -> Result<Vec<Sink>, Failure> {
    let files = args.output.iter().map(|file| Sink::file(&file.path));
    std::iter::once(Ok(Sink::new(Box::new(io::stdout())))).chain(files).collect()
}

/// Where one report goes.
pub(super) struct Sink {
    out: Box<dyn Write + Send>,
    parted: &'static str,
}

impl Sink {
    fn new(out: Box<dyn Write + Send>) -> Self {
        Self { out, parted: "" }
    }

    fn file(path: &Path) -> Result<Self, Failure> {
        let file = File::create(path)
            .map_err(|why| Failure::Usage(format!("{}: {why}", path.display())))?;
        Ok(Self::new(Box::new(BufWriter::new(file))))
    }

    /// Writes what stands before or after the documents.
    pub(super) fn write(&mut self, text: &str) -> io::Result<()> {
        self.out.write_all(text.as_bytes())
    }

    /// Writes what is said of a document.
    pub(super) fn document(&mut self, text: &str, report: &dyn Report) -> io::Result<()> {
        if !text.is_empty() {
            self.write(self.parted)?;
            self.write(text)?;
            self.parted = report.separator();
        }
        Ok(())
    }

    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// How text is drawn on standard output.
pub(super) fn style(args: &CheckArgs) -> Style {
    let terminal = if io::stdout().is_terminal() { textwrap::termwidth() } else { WIDEST };
    Style {
        colour: colour(args.color),
        ascii: args.ascii,
        columns: args.width.unwrap_or(terminal.min(WIDEST)),
    }
}

/// `NO_COLOR` and `FORCE_COLOR` as other programs read them: set and not empty.
fn colour(choice: Color) -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    match choice {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => {
            set("FORCE_COLOR") || (!set("NO_COLOR") && io::stdout().is_terminal() && draws_colour())
        }
    }
}

/// Whether the terminal takes colours as signs in the text; an old console of Windows would print them.
#[cfg(windows)]
fn draws_colour() -> bool {
    anstyle_query::windows::enable_ansi_colors().unwrap_or(false)
}

#[cfg(not(windows))]
fn draws_colour() -> bool {
    true
}
