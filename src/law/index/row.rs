//! One act of the index: a line of its table.

use jiff::civil::Date;

use crate::finding::Confidence;
use crate::law::names::StatuteKind;

/// The columns of the table, in their order.
pub(super) const COLUMNS: &str = "id\tkind\ttitle_fi\ttitle_sv\tissued\tin_force_from\trepealed_on\trepealed_by\t\
                                  replaced_by\tamends\tconfidence\tnotes";

/// One act, with the columns of its line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Number as it is cited.
    pub id: String,
    /// What kind of act it is.
    pub kind: StatuteKind,
    /// Finnish title; empty where none is known.
    pub title_fi: String,
    /// Swedish title; empty where none is known.
    pub title_sv: String,
    /// Day of issue.
    pub issued: Option<Date>,
    /// First day in force.
    pub in_force_from: Option<Date>,
    /// When it went out of force.
    pub repeal: Repeal,
    /// Act with the repeal clause.
    pub repealed_by: Option<String>,
    /// Acts that took its place.
    pub replaced_by: Vec<String>,
    /// Acts that it amends or repeals, the one probably meant by a citation of it first.
    pub amends: Vec<String>,
    /// How sure the row is.
    pub confidence: Confidence,
    /// How it was read.
    pub notes: String,
}

/// When an act went out of force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeal {
    /// No repeal was found.
    None,
    /// It was repealed, on a day that is not known.
    Undated,
    /// The first day out of force.
    On(Date),
}

impl Row {
    /// Reads a line; `None` when it is no row.
    pub fn read(line: &str) -> Option<Self> {
        let mut cells = line.split('\t');
        let mut cell = || cells.next();
        let list = |cell: &str| cell.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let id = cell()?;
        let kind = kind_of(cell()?)?;
        let (title_fi, title_sv) = (cell()?.to_owned(), cell()?.to_owned());
        let (issued, in_force_from) = (day(cell()?)?, day(cell()?)?);
        let repeal = match cell()? {
            "?" => Repeal::Undated,
            written => day(written)?.map_or(Repeal::None, Repeal::On),
        };
        let repealed_by = Some(cell()?).filter(|act| !act.is_empty()).map(str::to_owned);
        let (replaced_by, amends) = (list(cell()?), list(cell()?));
        let confidence = match cell()? {
            "high" => Confidence::High,
            "medium" => Confidence::Medium,
            "low" => Confidence::Low,
            _ => return None,
        };
        let notes = cell().unwrap_or_default().to_owned();
        let numbered = id.contains('/') && id.ends_with(|c: char| c.is_ascii_digit());
        numbered.then(|| Self {
            id: id.to_owned(),
            kind,
            title_fi,
            title_sv,
            issued,
            in_force_from,
            repeal,
            repealed_by,
            replaced_by,
            amends,
            confidence,
            notes,
        })
    }

    /// Its two titles as a line of the list of titles.
    pub(super) fn titles(&self) -> String {
        format!("{}\t{}", self.title_fi, self.title_sv)
    }

    /// Its line with the place of its titles in their list instead of them.
    pub(super) fn packed(&self, titles: &[String]) -> String {
        let at = titles.binary_search(&self.titles()).unwrap_or_default();
        Self { title_fi: at.to_string(), title_sv: String::new(), ..self.clone() }.to_string()
    }

    /// Reads such a line; `titles` gives the titles at a place.
    pub(super) fn read_packed(line: &str, titles: impl Fn(usize) -> String) -> Option<Self> {
        let row = Self::read(line)?;
        let titles = titles(row.title_fi.parse().ok()?);
        let (title_fi, title_sv) = titles.split_once('\t')?;
        Some(Self { title_fi: title_fi.to_owned(), title_sv: title_sv.to_owned(), ..row })
    }

    /// Whether its title is the one it was given, and not rebuilt from citations of it.
    pub fn has_own_title(&self) -> bool {
        let rebuilt = self.notes.contains("title from a citation")
            || self.notes.contains("known from citations only");
        !(rebuilt || self.title_fi.is_empty() || self.title_fi.contains('…'))
    }
}

impl std::fmt::Display for Row {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let day = |day: Option<Date>| day.map_or_else(String::new, |day| day.to_string());
        let repealed_on = match self.repeal {
            Repeal::None => String::new(),
            Repeal::Undated => "?".to_owned(),
            Repeal::On(day) => day.to_string(),
        };
        let cells = [
            self.id.clone(),
            self.kind.name().to_owned(),
            self.title_fi.clone(),
            self.title_sv.clone(),
            day(self.issued),
            day(self.in_force_from),
            repealed_on,
            self.repealed_by.clone().unwrap_or_default(),
            self.replaced_by.join(" "),
            self.amends.join(" "),
            self.confidence.name().to_owned(),
            self.notes.clone(),
        ];
        f.write_str(&cells.join("\t"))
    }
}

/// A day or an empty cell; `None` for what is neither.
#[expect(clippy::option_option, reason = "a cell that is no day makes the line no row")]
fn day(cell: &str) -> Option<Option<Date>> {
    if cell.is_empty() { Some(None) } else { cell.parse().ok().map(Some) }
}

fn kind_of(name: &str) -> Option<StatuteKind> {
    let kinds = [StatuteKind::Act, StatuteKind::Decree, StatuteKind::Decision, StatuteKind::Other];
    kinds.into_iter().find(|kind| kind.name() == name)
}
