//! The language of headings and of values that name a choice, in the formats that people read.

pub use crate::lang::Lang;

use crate::{
    Severity,
    extract::{
        budget, deadline, reference,
        task::{Modality, Relation},
    },
};

/// What has a name for people in both languages.
pub(super) trait Named {
    /// Chinese and English.
    fn names(&self) -> (&'static str, &'static str);
}

impl Lang {
    /// What people call it.
    pub(super) fn name(self, it: &impl Named) -> &'static str {
        let (zh, en) = it.names();
        self.say(zh, en)
    }
}

impl Named for Severity {
    fn names(&self) -> (&'static str, &'static str) {
        match self {
            Self::Error => ("错误", "error"),
            Self::Warning => ("警告", "warning"),
            Self::Info => ("提示", "info"),
        }
    }
}

impl Named for Modality {
    fn names(&self) -> (&'static str, &'static str) {
        match self {
            Self::Must => ("必须", "must"),
            Self::MustNot => ("不得", "must not"),
            Self::Should => ("应当", "should"),
            Self::May => ("可以", "may"),
            Self::Plan => ("计划", "plan"),
        }
    }
}

impl Named for Relation {
    fn names(&self) -> (&'static str, &'static str) {
        match self {
            Self::Ge => ("≥", ">="),
            Self::Le => ("≤", "<="),
            Self::Eq => ("=", "="),
            Self::Gt => (">", ">"),
            Self::Lt => ("<", "<"),
        }
    }
}

impl Named for deadline::Kind {
    fn names(&self) -> (&'static str, &'static str) {
        match self {
            Self::By => ("截止", "by"),
            Self::On => ("当日", "on"),
            Self::During => ("期间", "during"),
            Self::From => ("起始", "from"),
            Self::Recurring => ("定期", "recurring"),
            Self::Relative => ("相对", "relative"),
        }
    }
}

impl Named for budget::Role {
    fn names(&self) -> (&'static str, &'static str) {
        match self {
            Self::Item => ("单项", "item"),
            Self::Subtotal => ("小计", "subtotal"),
            Self::Total => ("合计", "total"),
            Self::UnitPrice => ("单价", "unit price"),
            Self::Cap => ("上限", "cap"),
            Self::Floor => ("下限", "floor"),
            Self::Standard => ("标准", "standard"),
        }
    }
}

impl Named for reference::Kind {
    fn names(&self) -> (&'static str, &'static str) {
        match self {
            Self::Law => ("法律法规", "law"),
            Self::Document => ("文件", "document"),
        }
    }
}
