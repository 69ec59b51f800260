//! Mechanical repairs.

/// A mechanical repair of the words at a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What to write there.
    pub replacement: String,
    /// Who may write it.
    pub safety: Safety,
}

/// Who may write a repair, from the least safe up.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Safety {
    /// A person only: what is right depends on what cannot be read in the words.
    Suggestion,
    /// The program, when it is asked to: a person should read it afterwards.
    Unsafe,
    /// The program: it is right whatever stands around it.
    Safe,
}

impl Fix {
    /// A repair that is right whatever stands around it.
    pub fn safe(replacement: String) -> Self {
        Self { replacement, safety: Safety::Safe }
    }

    /// Whether it can be written without a person reading it.
    pub fn is_safe(&self) -> bool {
        self.safety == Safety::Safe
    }
}

/// The output for machines tells the two that matter to them: what to write, and whether to do it unasked.
impl serde::Serialize for Fix {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct as _;
        let mut fix = serializer.serialize_struct("Fix", 2)?;
        fix.serialize_field("replacement", &self.replacement)?;
        fix.serialize_field("safe", &self.is_safe())?;
        fix.end()
    }
}
