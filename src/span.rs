//! Two kinds of place, which the compiler keeps apart.
//!
//! A [`Span`] is a place in the *reading*: the text after its typesetting accidents were repaired, which
//! every layer above `source` looks at. An [`Origin`] is a place in the *source*: the decoded text as it
//! came in, which is what a record points to. [`Text::origin`](crate::source::Text::origin) leads from the
//! one to the other. Both are half-open byte ranges of UTF-8.

use std::ops::Range;

use serde::{Deserialize, Deserializer, Serialize, Serializer, ser::SerializeTuple};

/// A half-open range of bytes in the reading (the repaired text).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`. Texts are at most 4 GiB, which [`decode()`](crate::source::decode()) checks on the way in.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    /// This span as a range for slicing.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Its length in bytes.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether nothing stands in it.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// A part of this span: `range` counts from its start.
    pub const fn slice(self, range: Range<usize>) -> Self {
        Self { start: self.start + range.start as u32, end: self.start + range.end as u32 }
    }
}

/// A half-open range in the decoded source; printed as `[start, end]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "(u32, u32)"))]
pub struct Origin {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Origin {
    /// This place as a range for slicing the source, as long as places count bytes: they do in what the library reads, and no
    /// longer where they were [counted anew](crate::output::offsets::recount) or read back in another unit.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl<'de> Deserialize<'de> for Origin {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (start, end) = Deserialize::deserialize(deserializer)?;
        Ok(Self { start, end })
    }
}

impl Serialize for Origin {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut pair = serializer.serialize_tuple(2)?;
        pair.serialize_element(&self.start)?;
        pair.serialize_element(&self.end)?;
        pair.end()
    }
}

/// A value and the bytes that say it, counted from the start of the text that was searched.
#[derive(Clone, Debug, PartialEq)]
pub struct Found<T> {
    /// What it means.
    pub value: T,
    /// Where it stands.
    pub range: Range<usize>,
}

impl<T> Found<T> {
    /// The same place with another value.
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Found<U> {
        Found { value: f(self.value), range: self.range }
    }
}
