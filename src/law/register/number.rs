//! What identifies an act.

/// What identifies an act apart from the order and marks of its number: year and running number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActNumber {
    /// Year of issue, four digits.
    pub year: u32,
    /// Number within the year.
    pub number: u32,
    /// Whether it is an act of the European Union.
    pub union: bool,
}

impl ActNumber {
    /// The number in an id of the register: "523/1999", "(EU) N:o 910/2014", "95/46/EY".
    pub fn of_id(id: &str) -> Option<Self> {
        let union = id.starts_with('(') || id.matches('/').count() == 2;
        let digits = id.rsplit([' ', ')']).next()?;
        let mut parts = digits.split('/').map_while(|part| part.parse::<u32>().ok());
        let (first, second) = (parts.next()?, parts.next()?);
        let year_first = union && !id.contains("N:o");
        let (year, number) = if year_first { (first, second) } else { (second, first) };
        let year = if year < 100 { year + 1900 } else { year };
        Some(Self { year, number, union })
    }
}
