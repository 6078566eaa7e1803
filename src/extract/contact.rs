//! Whom to call.

use schemars::JsonSchema;
use serde::Serialize;

use crate::reading::{Quote, Reading};

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

/// Finds the contacts.
pub(super) fn extract(reading: &Reading<'_>) -> Vec<Contact> {
    let _ = reading;
    Vec::new()
}
