//! What stands before every value of a parsed file.

/// A string that stands word for word in the text: bytes from the value's place to it, its length.
pub(crate) const SLICE: u8 = 0;
/// A string with escapes: its length, its bytes.
pub(crate) const STRING: u8 = 1;
/// Eight bytes, little end first.
pub(crate) const INTEGER: u8 = 2;
/// Eight bytes, little end first.
pub(crate) const FLOAT: u8 = 3;
pub(crate) const FALSE: u8 = 4;
pub(crate) const TRUE: u8 = 5;
/// How many values, then they.
pub(crate) const ARRAY: u8 = 6;
/// How many bytes it takes in the text and how many here from then on, how many pairs, then each key as a string, and its
/// value.
pub(crate) const TABLE: u8 = 7;
