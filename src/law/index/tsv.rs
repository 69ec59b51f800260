//! The table from which an index is packed: a header, the names of the columns, a line for every act.

use super::header::Header;
use super::row::{COLUMNS, Row};

/// A table that was read.
#[derive(Debug, Clone)]
pub struct Table {
    /// What it says of itself.
    pub header: Header,
    /// Its acts, in order of their numbers.
    pub rows: Vec<Row>,
}

/// Writes a table, as [`read`] reads it.
pub fn written(header: &Header, rows: impl Iterator<Item = Row>) -> String {
    let mut table = format!("{header}{COLUMNS}\n");
    for row in rows {
        table.push_str(&row.to_string());
        table.push('\n');
    }
    table
}

/// Reads a table.
///
/// # Errors
/// With the number of the line and a sentence.
pub fn read(text: &str) -> Result<Table, (usize, String)> {
    let header = Header::read(text).map_err(|why| (1, why))?;
    let mut lines = text.lines().enumerate().skip_while(|(_, line)| line.starts_with('#'));
    match lines.next() {
        Some((_, line)) if line == COLUMNS => {}
        other => {
            let line = other.map_or(1, |(line, _)| line + 1);
            return Err((line, format!("expected the columns {}", COLUMNS.replace('\t', ", "))));
        }
    }
    let mut rows = Vec::new();
    for (n, line) in lines.filter(|(_, line)| !line.is_empty()) {
        rows.push(Row::read(line).ok_or_else(|| (n + 1, "this is no act".to_owned()))?);
    }
    rows.sort_by_cached_key(|row| (super::pack::place(row), row.id.clone()));
    if let Some(pair) = rows.windows(2).find(|pair| pair[0].id == pair[1].id) {
        return Err((1, format!("{} is told of twice", pair[0].id)));
    }
    Ok(Table { header, rows })
}
