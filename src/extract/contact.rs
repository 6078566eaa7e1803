//! Whom to call.
//!
//! The fields of a contact (names, numbers, addresses) are found block by block ([`field`]) and put together where they
//! belong together ([`group`]): one clause, one line, or lines that follow one another. What has no number, no e-mail
//! and no address is no contact.

mod field;
mod group;

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    phrase::phone,
    reading::{Quote, Reading},
};

/// A person or desk with numbers, addresses and what they are for.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Contact {
    /// `c1`, `c2`, …
    pub id: String,
    /// The words that give it, from the first to the last.
    #[serde(flatten)]
    pub quote: Quote,
    /// The person's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Quote>,
    /// 联系人, 经办人, …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Quote>,
    /// The organ or desk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<Quote>,
    /// The numbers.
    pub phones: Vec<Phone>,
    /// The e-mail addresses.
    pub emails: Vec<Quote>,
    /// The postal address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Quote>,
    /// 邮编.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postcode: Option<Quote>,
    /// A web address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Quote>,
    /// What the contact is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Quote>,
}

/// A telephone number as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Phone {
    /// The number.
    #[serde(flatten)]
    pub quote: Quote,
    /// What kind of line.
    pub kind: PhoneKind,
}

/// What kind of line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum PhoneKind {
    /// 0750-3992986.
    Landline,
    /// 13800138000.
    Mobile,
    /// 传真.
    Fax,
    /// 12345, 400 lines.
    Hotline,
}

impl From<phone::Kind> for PhoneKind {
    fn from(kind: phone::Kind) -> Self {
        match kind {
            phone::Kind::Landline => Self::Landline,
            phone::Kind::Mobile => Self::Mobile,
            phone::Kind::Fax => Self::Fax,
            phone::Kind::Hotline => Self::Hotline,
        }
    }
}

/// Finds the contacts.
pub(super) fn extract(reading: &Reading<'_>) -> Vec<Contact> {
    let before = |n: usize| n.checked_sub(1).map_or("", |n| reading.text(&reading.blocks[n]));
    let lines: Vec<_> = reading.blocks.iter().enumerate().map(|(n, block)| field::find(reading, block, before(n))).collect();
    group::contacts(reading, &lines)
}
