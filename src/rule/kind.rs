//! What a rule looks at: one variant a kind, with the choices that a rule file makes for it.

use super::consistency::{Consistency, FactTest};
use super::unlisted::Unlisted;
use crate::canon::{Item, Kind, Status};
use crate::finding::Level;
use crate::law::Problem;
use crate::recognise::DocumentKind;

/// What a rule looks at.
#[derive(Debug, Clone, serde::Deserialize, schemars::JsonSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum RuleKind {
    /// An item must be there, with substance: fires on the status named (`absent` or `weak`).
    Requires {
        /// The item.
        item: Item,
        /// The status that is a fault.
        status: Status,
    },
    /// A citation must be right: fires on the problem named.
    Citation {
        /// The problem.
        problem: Problem,
    },
    /// No obsolete entry of this kind may stand in the notice.
    Term {
        /// Kind of the register's entries.
        term: TermKind,
        /// What stands in a sentence with one of these facts is told of the past.
        #[serde(default)]
        unless_in_sentence: Vec<FactTest>,
    },
    /// The document must be a filled-in notice.
    Document {
        /// The kind of document that is a fault.
        document: DocumentKind,
    },
    /// What two places say must go together.
    Consistency {
        /// When it does not.
        when: Box<Consistency>,
        /// Other circumstances of the same fault; the first that hold speak.
        #[serde(default)]
        or_when: Vec<Consistency>,
    },
    /// What is named in one place must stand in the list where it belongs.
    Unlisted {
        /// What, and which list.
        when: Box<Unlisted>,
    },
    /// References to the notice's own sections must be right.
    Reference {
        /// Which references, and what they must lead to.
        to: Vec<Reference>,
    },
    /// What puts findings aside must be in order.
    Suppression {
        /// What is wrong with it.
        suppression: SuppressionFault,
    },
    /// A notice must not be too old.
    Age {
        /// From which age the rule speaks, and how loud; the greatest age reached counts.
        from: Vec<Age>,
    },
    /// Nothing may have been obsolete on the notice's own day.
    Stale {
        /// What stands in a sentence with one of these facts is told of the past.
        #[serde(default)]
        unless_in_sentence: Vec<FactTest>,
    },
    /// A fault in the make of the notice, found by code of its own.
    Structure {
        /// The fault.
        fault: StructureFault,
    },
}

/// References to the notice's own sections.
#[derive(Debug, Clone, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// Facts that end in the number referred to.
    pub facts: Vec<String>,
    /// The section must be about one of these; empty: it must be there.
    #[serde(default)]
    pub kinds: Vec<Kind>,
}

/// An age of notices and the level of a finding from then on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Age {
    /// Full years.
    pub years: i16,
    /// The level.
    pub level: Level,
}

/// Faults in the make of a notice.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum StructureFault {
    /// An address of the supervisory authority that is none of its own.
    AuthorityAddress,
    /// Dates that cannot all be right.
    DatesDiffer,
    /// A data protection officer with two different mailboxes.
    OfficerTwice,
    /// A data protection officer reached only through the registry or the switchboard.
    OfficerIndirect,
    /// Different numbers of one switchboard.
    SwitchboardsDiffer,
    /// A controller that is none of those of the configuration.
    OtherController,
    /// A data protection officer who is reached otherwise than the configuration says.
    OtherOfficer,
    /// A place of the form that nobody filled in.
    Placeholder,
    /// A register that the title calls otherwise than the section that names it.
    RegisterNamedTwice,
    /// Another register than the notice's own, from which data are said to be disclosed.
    ForeignRegister,
    /// Periods that are told of another service only.
    ForeignRetention,
    /// Tick boxes that do not show what was chosen.
    ChoiceNotShown,
    /// A heading with nothing below it.
    EmptySection,
    /// A section that tells something else than its heading announces.
    HeadingMismatch,
    /// Section numbers that skip or repeat.
    Numbering,
    /// The same sentence twice.
    Repeated,
    /// Yes and no without a tick.
    LostTick,
    /// The title of an act in another form than its own.
    InexactTitle,
    /// The title that an act bore before.
    FormerName,
    /// A web address with a blank inside.
    BrokenUrl,
    /// An article of the GDPR beside words that another article says.
    ArticleMismatch,
}

/// Faults of what puts findings aside.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum SuppressionFault {
    /// No reason is given.
    NoReason,
    /// Its last day is past.
    Expired,
    /// There is nothing that it puts aside.
    Unused,
    /// It cannot be understood.
    Malformed,
}

/// Kinds of entry in the register of obsolete terms.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum TermKind {
    /// An authority that ended or changed its name.
    Authority,
    /// A term of the old law.
    Term,
    /// A contact that is out of date.
    Contact,
    /// A mechanism of transfer that ended.
    TransferMechanism,
}
