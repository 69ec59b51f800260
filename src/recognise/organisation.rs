//! What a user tells of the organisation whose notices are read, because a single notice may not: the table
//! `organisation` of `seloste.toml`, every key documented, for this is its reference.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};
use toml::Spanned;

use crate::canon::Item;

/// Whose notices these are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Organisation {
    /// Its name, or its names: in other languages, in short. A notice in which none of them stands names another
    /// controller.
    #[serde(default, deserialize_with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "OneOrMany")]
    pub name: Vec<String>,
    /// Whether the controller is a public authority or body; read from each notice where it is not said here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub public_body: Option<bool>,
    /// How its data protection officer is reached.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dpo: Option<Officer>,
    /// The general notice to which layered notices refer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub general_notice: Option<GeneralNotice>,
    /// Systems that it runs itself, whoever made them: nobody else handles the data in them.
    #[serde(default, rename = "own-system", skip_serializing_if = "Vec::is_empty")]
    pub own_systems: Vec<OwnSystem>,
    /// Suppliers whose services handle its data.
    #[serde(default, rename = "vendor", skip_serializing_if = "Vec::is_empty")]
    pub vendors: Vec<Vendor>,
}

/// How a data protection officer is reached. A notice that gives another mailbox, or another number, is told.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Officer {
    /// The mailbox, or the mailboxes.
    #[serde(default, deserialize_with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "OneOrMany")]
    pub email: Vec<String>,
    /// The telephone number, or the numbers.
    #[serde(default, deserialize_with = "one_or_many", skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "OneOrMany")]
    pub phone: Vec<String>,
}

/// A general notice: what it tells need not stand in a notice that refers to it (a layered notice, WP260 35–37).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct GeneralNotice {
    /// Its name or address, as messages name it.
    pub name: String,
    /// The items it tells.
    pub covers: Vec<Item>,
}

/// A system that the organisation runs itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OwnSystem {
    /// Its name.
    #[schemars(with = "String")]
    pub name: Spanned<String>,
    /// What it is called in notices, in the phrase language of rule files; without this its name with any ending.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub phrases: Vec<Spanned<String>>,
}

/// A supplier whose services handle data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Vendor {
    /// Its name, or that of its service.
    #[schemars(with = "String")]
    pub name: Spanned<String>,
    /// The country from which it has access to the data, in two letters: FI, US.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub country: Option<Spanned<String>>,
    /// What it is called in notices, in the phrase language of rule files; without this its name with any ending.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(with = "Vec<String>")]
    pub phrases: Vec<Spanned<String>>,
}

/// One, or a list.
#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
enum OneOrMany {
    One(String),
    Many(Vec<String>),
}

fn one_or_many<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    Ok(match OneOrMany::deserialize(from)? {
        OneOrMany::One(one) => vec![one],
        OneOrMany::Many(many) => many,
    })
}
