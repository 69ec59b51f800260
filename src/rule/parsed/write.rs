//! TOML, parsed: its tree in a few bytes, with every string told by its place in the text.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::tag;

/// The parsed form of a file.
///
/// # Errors
/// Where it is no TOML: the place, and the sentence of the reader of TOML.
pub(crate) fn parsed(text: &str) -> Result<Vec<u8>, (usize, String)> {
    let table = DeTable::parse(text)
        .map_err(|why| (why.span().map_or(0, |span| span.start), why.message().to_owned()))?;
    let mut writer = Writer { text, bytes: Vec::new() };
    writer.table(table.span(), table.get_ref())?;
    Ok(writer.bytes)
}

struct Writer<'a> {
    text: &'a str,
    bytes: Vec<u8>,
}

impl Writer<'_> {
    fn value(&mut self, value: &Spanned<DeValue<'_>>) -> Result<(), (usize, String)> {
        let start = value.span().start;
        let out_of_range = |number: &dyn std::fmt::Display| {
            (start, format!("the number {number} is out of range"))
        };
        match value.get_ref() {
            DeValue::String(string) => self.string(start, string),
            DeValue::Integer(number) => {
                let read = i64::from_str_radix(number.as_str(), number.radix());
                self.head(tag::INTEGER, start);
                self.bytes.extend(read.map_err(|_| out_of_range(number))?.to_le_bytes());
            }
            DeValue::Float(number) => {
                let read = number.as_str().parse::<f64>();
                self.head(tag::FLOAT, start);
                self.bytes.extend(read.map_err(|_| out_of_range(number))?.to_le_bytes());
            }
            DeValue::Boolean(set) => self.head(if *set { tag::TRUE } else { tag::FALSE }, start),
            DeValue::Array(values) => {
                self.head(tag::ARRAY, start);
                self.number(values.len());
                return values.iter().try_for_each(|value| self.value(value));
            }
            DeValue::Table(table) => return self.table(value.span(), table),
            // Days are written with quotes or without, and read as text.
            DeValue::Datetime(day) => self.string(start, &day.to_string()),
        }
        Ok(())
    }

    fn table(&mut self, span: Range<usize>, table: &DeTable<'_>) -> Result<(), (usize, String)> {
        let before = std::mem::take(&mut self.bytes);
        self.number(table.len());
        for (key, value) in table {
            self.string(key.span().start, key.get_ref());
            self.value(value)?;
        }
        let pairs = std::mem::replace(&mut self.bytes, before);
        self.head(tag::TABLE, span.start);
        self.number(span.len());
        self.number(pairs.len());
        self.bytes.extend(pairs);
        Ok(())
    }

    fn string(&mut self, start: usize, string: &str) {
        // Behind the quotes, and the line end that may follow three of them.
        let skipped = (0..=5).find(|skip| {
            self.text.get(start + skip..).is_some_and(|rest| rest.starts_with(string))
        });
        if let Some(skipped) = skipped {
            self.head(tag::SLICE, start);
            self.number(skipped);
            self.number(string.len());
        } else {
            self.head(tag::STRING, start);
            self.number(string.len());
            self.bytes.extend(string.bytes());
        }
    }

    fn head(&mut self, tag: u8, start: usize) {
        self.bytes.push(tag);
        self.number(start);
    }

    /// Seven bits a byte, the lowest first; all bytes but the last have their highest bit set.
    fn number(&mut self, mut number: usize) {
        while number >= 0x80 {
            self.bytes.push(number as u8 | 0x80);
            number >>= 7;
        }
        self.bytes.push(number as u8);
    }
}
