//! Whom to call.
//!
//! The fields of a contact (names, numbers, addresses) are found block by block (`field`) and put together where they
//! belong together (`group`): one clause, one line, or lines that follow one another. What has no number, no e-mail
//! and no address is no contact.

mod field;
mod group;
mod halves;
mod label;
mod organ;
mod table;

use serde::{Deserialize, Serialize};

use super::Id;
use crate::{
    phrase::phone,
    reading::{Cues, Place, Quote, Reading},
};

/// A person or desk with numbers, addresses and what they are for. 联系人或联系部门及其联系方式。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Contact {
    /// `c1`, `c2`, … 编号。
    pub id: Id,
    /// The words that give it, from the first to the last. 原文，从首字到末字。
    #[serde(flatten)]
    pub quote: Quote,
    /// The person's name. 姓名。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Quote>,
    /// What the person is called: 联系人, 经办人, … 称谓。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Quote>,
    /// The organ or desk. 单位或科室。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization: Option<Quote>,
    /// The numbers. 电话号码。
    pub phones: Vec<Phone>,
    /// The e-mail addresses. 电子邮箱。
    pub emails: Vec<Quote>,
    /// The postal address. 地址。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Quote>,
    /// The postcode. 邮政编码。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postcode: Option<Quote>,
    /// A web address. 网址。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Quote>,
    /// What the contact is for. 联系事由。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Quote>,
}

/// A telephone number as written. 电话号码。
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Phone {
    /// The number. 号码。
    #[serde(flatten)]
    pub quote: Quote,
    /// What kind of line. 号码类别。
    pub kind: PhoneKind,
    /// Whether figures are masked (138****1234), so that it cannot be called. 号码是否打码（打码的不完整）。
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub masked: bool,
}

/// What kind of line. 号码类别。
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum PhoneKind {
    /// A desk: 0750-3380216. 固定电话。
    Landline,
    /// A pocket: 13800138000. 手机。
    Mobile,
    /// A fax machine. 传真。
    Fax,
    /// A hotline: 12345, 400 lines. 热线。
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
    let mut columns = table::Columns::default();
    let mut fields = Vec::new();
    let mut last = Cues::empty();
    for (n, block) in reading.blocks.iter().enumerate() {
        let cues = std::mem::replace(&mut last, block.cues) | block.cues;
        if block.place != Place::Row && !cues.intersects(Cues::CONTACT) {
            columns.forget();
            continue;
        }
        let mut own = field::find(reading, n);
        field::add(&mut own, columns.read(reading.text(block), block));
        if own.iter().all(|field| field.kind == field::Kind::Name) {
            let asked = n.checked_sub(1).is_some_and(|above| field::asks_for_numbers(reading.text(&reading.blocks[above])));
            if asked || fields.last().is_some_and(|(line, _)| line + 1 == n) {
                own = Some(field::listed(reading.text(block), asked)).filter(|listed| !listed.is_empty()).unwrap_or(own);
            }
        }
        fields.extend(own.into_iter().map(|field| (n, field)));
    }
    if fields.is_empty() { Vec::new() } else { group::contacts(reading, &fields) }
}
