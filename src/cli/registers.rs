//! `seloste registers`: what the registers of law hold, a newer index, and which notices a change of law touches.

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use jiff::civil::Date;

use super::check::files;
use super::clock::today;
use super::failure::Failure;
use crate::extract::Limits;
use crate::finnish::words::words;
use crate::language::Language;
use crate::law::index::{self, Index, Row, Table};
use crate::law::{Citation, INDEX_PATH, Law};
use crate::layout::Script;
use crate::report::registers;
use crate::rule::{AuthorError, RuleFiles};
use crate::script;
use crate::source::{Document, Input, Origin, inputs};

#[derive(Debug, clap::Args)]
pub(super) struct RegistersArgs {
    #[command(subcommand)]
    command: Option<RegistersCommand>,
    /// Language.
    #[arg(long, value_enum, default_value_t, global = true)]
    lang: Language,
    /// Folder of rule files, laid over those built in.
    #[arg(long, value_name = "DIR", global = true)]
    rules: Option<PathBuf>,
}

#[derive(Debug, clap::Subcommand)]
enum RegistersCommand {
    /// Prints the index as the table from which it is packed.
    Table,
    /// Shows what a newer table of statutes changes, and with --rules packs it into that folder.
    Update {
        /// The table that `scripts/finlex_index.py` made.
        #[arg(value_name = "FILE")]
        table: PathBuf,
    },
    /// Tells which acts two states of the registers know otherwise, and which notices that touches.
    Diff {
        /// The older state: a table, a packed index, or a folder of rule files.
        #[arg(value_name = "OLD")]
        old: PathBuf,
        /// The newer state.
        #[arg(value_name = "NEW")]
        new: PathBuf,
        /// Notices whose citations are compared.
        #[arg(long, value_name = "PATH", num_args = 1..)]
        notices: Vec<OsString>,
        /// Day on which the law is looked at (default: today).
        #[arg(long, value_name = "DATE")]
        as_of: Option<Date>,
    },
}

pub(super) fn run(args: &RegistersArgs) -> Result<ExitCode, Failure> {
    let told = match &args.command {
        None => registers::listed(&Law::load(&files(args.rules.as_deref())?)?, args.lang),
        Some(RegistersCommand::Table) => table_of(&files(args.rules.as_deref())?)?,
        Some(RegistersCommand::Update { table }) => update(table, args)?,
        Some(RegistersCommand::Diff { old, new, notices, as_of }) => {
            let (before, after) = (state(old)?, state(new)?);
            let mut told = registers::difference(&changes(&before, &after)?, args.lang);
            let (before, after) = (Law::load(&before)?, Law::load(&after)?);
            let as_of = as_of.unwrap_or_else(today);
            told += &touched(&before, &after, notices, as_of, args.lang);
            told
        }
    };
    io::stdout().lock().write_all(told.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn table_of(files: &RuleFiles) -> Result<String, Failure> {
    let opened = Index::open(files.packed(INDEX_PATH)?);
    let index = opened.map_err(|why| wrong(Path::new(INDEX_PATH), 1, why))?;
    Ok(index::written(index.header(), index.rows()))
}

/// The difference that a table makes; with a folder of rules it is packed into it.
fn update(path: &Path, args: &RegistersArgs) -> Result<String, Failure> {
    let files = files(args.rules.as_deref())?;
    let table = table(path)?;
    // An index that cannot be opened is no reason not to replace it.
    let old = files.packed(INDEX_PATH).ok().and_then(|bytes| Index::open(bytes).ok());
    let old_rows: Vec<Row> = old.iter().flat_map(Index::rows).collect();
    let changes = index::changes(old_rows.into_iter(), table.rows.iter().cloned());
    let packed = Law::packed_index(&files, &table)?;
    if let Some(folder) = &args.rules {
        crate::rule::save_packed(folder, INDEX_PATH, &packed)?;
    }
    Ok(registers::difference(&changes, args.lang))
}

fn table(path: &Path) -> Result<Table, Failure> {
    let text = String::from_utf8(bytes(path)?).map_err(|why| wrong(path, 1, why.to_string()))?;
    index::read(&text).map_err(|(line, why)| wrong(path, line, why))
}

/// The registers as a table, a packed index or a folder of rule files has them, over those built in.
fn state(path: &Path) -> Result<RuleFiles, Failure> {
    if path.is_dir() {
        return files(Some(path));
    }
    let mut files = files(None)?;
    let packed = if path.extension().is_some_and(|extension| extension == "index") {
        bytes(path)?
    } else {
        Law::packed_index(&files, &table(path)?)?
    };
    files.lay_packed(INDEX_PATH, packed);
    Ok(files)
}

fn changes(old: &RuleFiles, new: &RuleFiles) -> Result<Vec<index::Change>, Failure> {
    let open = |files: &RuleFiles| {
        let opened = Index::open(files.packed(INDEX_PATH)?);
        opened.map_err(|why| wrong(Path::new(INDEX_PATH), 1, why))
    };
    let (old, new) = (open(old)?, open(new)?);
    Ok(index::changes(old.rows(), new.rows()))
}

/// The notices whose citations the two states tell otherwise, with the citations.
fn touched(old: &Law, new: &Law, notices: &[OsString], as_of: Date, language: Language) -> String {
    let told = inputs(notices, "-", |_| false).documents.into_iter().map(|input| {
        let document = Document::read(&input, Limits::default().max_size);
        match script(document, &Limits::default()) {
            Ok((script, _)) => compared(old, new, &input.path, &script, as_of),
            Err(why) => format!("{}: {}\n", input.path, why.sentence(language)),
        }
    });
    told.collect()
}

fn compared(old: &Law, new: &Law, path: &str, script: &Script, as_of: Date) -> String {
    let words = words(&script.text);
    let cited = |law: &Law| law.citations(script, &words, as_of, None);
    let (before, after) = (cited(old), cited(new));
    let differs = |citation: &&Citation| !before.contains(citation);
    let line = |citation: &Citation| {
        let was = before.iter().find(|other| other.span.overlaps(citation.span));
        let line = script.line_at(citation.span.start) + 1;
        let words = crate::place::on_one_line(citation.span.of(&script.text));
        let (was, is) = (was.map_or("–".to_owned(), status), status(citation));
        format!("{path}:{line}: {words}: {was} → {is}\n")
    };
    after.iter().filter(differs).map(line).collect()
}

fn status(citation: &Citation) -> String {
    let id = citation.id.as_deref().unwrap_or("?");
    let name = serde_json::to_value(citation.status).ok();
    let name = name.as_ref().and_then(|name| name.as_str()).unwrap_or_default();
    let since = citation.repealed_on.as_deref().unwrap_or_default();
    format!("{id} {name} {since}").trim_end().to_owned()
}

fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let name = path.display().to_string();
    let input = Input { path: name.clone(), origin: Origin::File(path.to_path_buf()) };
    let document = Document::read(&input, u64::MAX);
    document.bytes.map_err(|why| Failure::Usage(format!("{name}: {why:?}")))
}

fn wrong(path: &Path, line: usize, message: String) -> Failure {
    let file = path.display().to_string();
    Failure::Rules(vec![AuthorError { file, line, message }])
}
