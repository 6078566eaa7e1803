//! The tables.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    reading::{Quote, Reading},
    span::Origin,
};

/// A table that the dump flattened. 表格。
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Table {
    /// `tb1`, `tb2`, … 编号。
    pub id: String,
    /// Its caption. 表题。
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<Quote>,
    /// The words of its head row. 表头各栏。
    pub columns: Vec<String>,
    /// Its rows, cell by cell. 各行各格。
    pub rows: Vec<Vec<String>>,
    /// Where it stands. 所在位置。
    pub span: Origin,
}

/// Finds the tables.
pub(super) fn extract(reading: &Reading<'_>) -> Vec<Table> {
    let _ = reading;
    Vec::new()
}
