//! The tables.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    reading::{Quote, Reading},
    span::Origin,
};

/// A table that the dump flattened.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Table {
    /// `tb1`, `tb2`, …
    pub id: String,
    /// Its caption.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caption: Option<Quote>,
    /// The words of its head row.
    pub columns: Vec<String>,
    /// Its rows, cell by cell.
    pub rows: Vec<Vec<String>>,
    /// Where it stands.
    pub span: Origin,
}

/// Finds the tables.
pub(super) fn extract(reading: &Reading<'_>) -> Vec<Table> {
    let _ = reading;
    Vec::new()
}
