//! The parsed form of rule files, and how it is read into types. Files that are built in were parsed by the build script,
//! which shares the writer; others are parsed first. Either way they are read by the same code.

mod late;
mod tag;
mod write;

use std::borrow::Cow;
use std::fmt::Display;

use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer};
use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, Error as _, IntoDeserializer, MapAccess,
    SeqAccess, Visitor,
};
use serde::forward_to_deserialize_any;

pub(crate) use late::Late;
pub(super) use write::parsed;

/// How the reader of TOML is asked for a value with its place, and the fields it answers with.
const SPANNED: &str = "$__serde_spanned_private_Spanned";
const SPANNED_FIELDS: [&str; 3] = [
    "$__serde_spanned_private_start",
    "$__serde_spanned_private_end",
    "$__serde_spanned_private_value",
];

/// A file, parsed.
#[derive(Debug, Clone)]
pub(crate) struct Form {
    pub(super) text: Cow<'static, str>,
    pub(super) parsed: Cow<'static, [u8]>,
}

impl Form {
    /// Reads it into a type.
    ///
    /// # Errors
    /// When it does not fit: the place, and a sentence.
    pub(crate) fn read<T: DeserializeOwned>(&self) -> Result<T, (usize, String)> {
        self.read_at(0)
    }

    /// Reads the value that stands somewhere in the parsed form.
    fn read_at<T: DeserializeOwned>(&self, at: usize) -> Result<T, (usize, String)> {
        let (text, rest) = (&*self.text, self.parsed.get(at..).unwrap_or_default());
        let read = T::deserialize(&mut Cursor { text, rest, length: self.parsed.len() });
        read.map_err(|Error(wrong)| (wrong.at.unwrap_or(0), wrong.message))
    }
}

/// Why a file does not fit a type. It is small, for every value that is read could be one.
#[derive(Debug, thiserror::Error)]
#[error("{}", .0.message)]
struct Error(Box<Wrong>);

#[derive(Debug)]
struct Wrong {
    /// Where the innermost value or key stands that does not.
    at: Option<usize>,
    message: String,
}

impl serde::de::Error for Error {
    fn custom<T: Display>(message: T) -> Self {
        Self(Box::new(Wrong { at: None, message: message.to_string() }))
    }
}

impl Error {
    /// In the value that comes next to a cursor, or within it.
    fn within(mut self, value: &Cursor<'_>) -> Self {
        self.0.at = self.0.at.or_else(|| value.next_head().ok().map(|head| head.start));
        self
    }
}

struct Cursor<'a> {
    text: &'a str,
    rest: &'a [u8],
    /// Of the whole parsed form.
    length: usize,
}

/// What stands before a value.
#[derive(Clone, Copy)]
struct Head {
    tag: u8,
    start: usize,
    /// Bytes in the text; told of tables, for which alone somebody asks.
    length: usize,
    /// Bytes behind the head; told of tables only.
    size: usize,
}

impl<'a> Cursor<'a> {
    fn head(&mut self) -> Result<Head, Error> {
        let (tag, rest) = self.rest.split_first().ok_or_else(torn)?;
        let tag = *tag;
        self.rest = rest;
        let start = self.number()?;
        let is_table = tag == tag::TABLE;
        let (length, size) = if is_table { (self.number()?, self.number()?) } else { (0, 0) };
        Ok(Head { tag, start, length, size })
    }

    /// The head of what comes next, which stays there.
    fn next_head(&self) -> Result<Head, Error> {
        Cursor { ..*self }.head()
    }

    /// The string behind its head.
    fn string(&mut self, head: Head) -> Result<&'a str, Error> {
        match head.tag {
            tag::SLICE => {
                let start = head.start + self.number()?;
                let end = start + self.number()?;
                self.text.get(start..end).ok_or_else(torn)
            }
            tag::STRING => {
                let length = self.number()?;
                std::str::from_utf8(self.bytes(length)?).map_err(Error::custom)
            }
            _ => Err(torn()),
        }
    }

    fn number(&mut self) -> Result<usize, Error> {
        let mut number = 0;
        let mut shift = 0;
        while let Some((byte, rest)) = self.rest.split_first().filter(|_| shift < usize::BITS) {
            self.rest = rest;
            number |= usize::from(byte & 0x7f) << shift;
            if *byte < 0x80 {
                return Ok(number);
            }
            shift += 7;
        }
        Err(torn())
    }

    fn eight(&mut self) -> Result<[u8; 8], Error> {
        self.bytes(8)?.first_chunk().copied().ok_or_else(torn)
    }

    fn bytes(&mut self, length: usize) -> Result<&'a [u8], Error> {
        let (bytes, rest) = self.rest.split_at_checked(length).ok_or_else(torn)?;
        self.rest = rest;
        Ok(bytes)
    }

    fn value<V: Visitor<'a>>(&mut self, head: Head, visitor: V) -> Result<V::Value, Error> {
        match head.tag {
            tag::SLICE | tag::STRING => visitor.visit_borrowed_str(self.string(head)?),
            tag::INTEGER => visitor.visit_i64(i64::from_le_bytes(self.eight()?)),
            tag::FLOAT => visitor.visit_f64(f64::from_le_bytes(self.eight()?)),
            tag::FALSE => visitor.visit_bool(false),
            tag::TRUE => visitor.visit_bool(true),
            tag::ARRAY => visitor.visit_seq(Items::of(self)?),
            tag::TABLE => visitor.visit_map(Items::of(self)?),
            _ => Err(torn()),
        }
    }
}

fn torn() -> Error {
    Error::custom("the parsed form does not fit the text")
}

impl<'de> Deserializer<'de> for &mut Cursor<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let head = self.head()?;
        self.value(head, visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        if name != late::LATE {
            return visitor.visit_newtype_struct(self);
        }
        let at = self.length - self.rest.len();
        let head = self.head()?;
        if head.tag != tag::TABLE {
            return self.value(head, visitor);
        }
        self.bytes(head.size)?;
        visitor.visit_u64(at as u64)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let head = self.head()?;
        if head.tag == tag::TABLE {
            let table = Items::of(self)?;
            MapAccessDeserializer::new(table).deserialize_enum(name, variants, visitor)
        } else {
            visitor.visit_enum(self.string(head)?.into_deserializer())
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        if name == SPANNED {
            let head = self.next_head()?;
            visitor.visit_map(Placed { cursor: self, head, told: 0 })
        } else {
            self.deserialize_any(visitor)
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier ignored_any
    }
}

/// The values of an array or a table, one after the other.
struct Items<'c, 'de> {
    cursor: &'c mut Cursor<'de>,
    left: usize,
}

impl<'c, 'de> Items<'c, 'de> {
    fn of(cursor: &'c mut Cursor<'de>) -> Result<Self, Error> {
        let left = cursor.number()?;
        Ok(Self { cursor, left })
    }

    /// Reads one more, if there is one left.
    fn next<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Error> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(None) };
        self.left = left;
        self.value(seed).map(Some)
    }

    fn value<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Error> {
        let before = Cursor { ..*self.cursor };
        seed.deserialize(&mut *self.cursor).map_err(|why| why.within(&before))
    }
}

impl<'de> SeqAccess<'de> for Items<'_, 'de> {
    type Error = Error;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        self.next(seed)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.left)
    }
}

impl<'de> MapAccess<'de> for Items<'_, 'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        self.next(seed)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        self.value(seed)
    }
}

/// One value, told with its place.
struct Placed<'c, 'de> {
    cursor: &'c mut Cursor<'de>,
    head: Head,
    told: usize,
}

impl<'de> MapAccess<'de> for Placed<'_, 'de> {
    type Error = Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Error> {
        let Some(field) = SPANNED_FIELDS.get(self.told) else { return Ok(None) };
        self.told += 1;
        seed.deserialize(BorrowedStrDeserializer::new(field)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Error> {
        let Head { start, length, .. } = self.head;
        match self.told {
            1 => seed.deserialize(start.into_deserializer()),
            2 => seed.deserialize((start + length).into_deserializer()),
            _ => seed.deserialize(&mut *self.cursor),
        }
    }
}
