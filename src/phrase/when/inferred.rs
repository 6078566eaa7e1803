//! What a time expression leaves out and the document supplies.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};

/// What the text left out and the document supplied. Prints as a list of names: `["year", "month"]`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "Vec<String>", inline))]
pub struct Inferred {
    /// The year of 4月25日.
    pub year: bool,
    /// The month of 25日.
    pub month: bool,
    /// The day of 8:50.
    pub day: bool,
    /// The day of an event: 印发之日.
    pub event: bool,
}

impl Inferred {
    /// The day of an event, and nothing else.
    pub(crate) const EVENT: Self = Self { year: false, month: false, day: false, event: true };

    /// The names of what was supplied.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let names = [(self.year, "year"), (self.month, "month"), (self.day, "day"), (self.event, "event")];
        names.into_iter().filter_map(|(supplied, name)| supplied.then_some(name))
    }

    /// Whether the text left out nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl<'de> Deserialize<'de> for Inferred {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut inferred = Self::default();
        for name in Vec::<Cow<'_, str>>::deserialize(deserializer)? {
            match &*name {
                "year" => inferred.year = true,
                "month" => inferred.month = true,
                "day" => inferred.day = true,
                "event" => inferred.event = true,
                other => return Err(D::Error::unknown_variant(other, &["year", "month", "day", "event"])),
            }
        }
        Ok(inferred)
    }
}

impl Serialize for Inferred {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.names())
    }
}
