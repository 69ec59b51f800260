//! TOML, parsed: its tree in a few bytes, with every string told by its place in the text.
//! `src/rule/parsed/` reads it.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

#[path = "../src/rule/parsed/tag.rs"]
mod tag;

/// The parsed form of a file; empty where it is no TOML, or holds what rule files never hold (a date without quotes):
/// the program then tells the author what is wrong, with the line.
pub(crate) fn parsed(text: &str) -> Vec<u8> {
    let mut writer = Writer { text, bytes: Vec::new() };
    let table = DeTable::parse(text).ok();
    match table.and_then(|table| writer.table(0, table.get_ref())) {
        Some(()) => writer.bytes,
        None => Vec::new(),
    }
}

struct Writer<'a> {
    text: &'a str,
    bytes: Vec<u8>,
}

impl Writer<'_> {
    fn value(&mut self, value: &Spanned<DeValue<'_>>) -> Option<()> {
        let start = value.span().start;
        match value.get_ref() {
            DeValue::String(string) => self.string(start, string),
            DeValue::Integer(number) => {
                let number = i64::from_str_radix(number.as_str(), number.radix()).ok()?;
                self.head(tag::INTEGER, start);
                self.bytes.extend(number.to_le_bytes());
            }
            DeValue::Float(number) => {
                self.head(tag::FLOAT, start);
                self.bytes.extend(number.as_str().parse::<f64>().ok()?.to_le_bytes());
            }
            DeValue::Boolean(set) => self.head(if *set { tag::TRUE } else { tag::FALSE }, start),
            DeValue::Array(values) => {
                self.head(tag::ARRAY, start);
                self.number(values.len());
                return values.iter().try_for_each(|value| self.value(value));
            }
            DeValue::Table(table) => return self.table(start, table),
            DeValue::Datetime(_) => return None,
        }
        Some(())
    }

    fn table(&mut self, start: usize, table: &DeTable<'_>) -> Option<()> {
        self.head(tag::TABLE, start);
        self.number(table.len());
        table.iter().try_for_each(|(key, value)| {
            self.string(key.span().start, key.get_ref());
            self.value(value)
        })
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
