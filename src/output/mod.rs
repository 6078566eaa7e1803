//! Records to bytes: one file a format.

pub mod json;
