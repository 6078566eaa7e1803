//! How records refer to each other.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Kind;
use crate::error::{self, Malformed};

/// The id of a record: its kind and its number, which counts from one: `t1`, `tb2`. 记录的编号。
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String", inline))]
pub struct Id {
    /// What it is the id of.
    pub kind: Kind,
    /// Which of them.
    pub number: u32,
}

/// Letters of a kind, and the figures of the largest number.
const LONGEST: usize = 12;

impl Id {
    /// The id of the record of that number.
    ///
    /// ```
    /// use gongwen::{Kind, extract::Id};
    ///
    /// assert_eq!(Id::new(Kind::Tables, 2).to_string(), "tb2");
    /// assert_eq!("tb2".parse(), Ok(Id::new(Kind::Tables, 2)));
    /// ```
    pub const fn new(kind: Kind, number: u32) -> Self {
        Self { kind, number }
    }

    /// It as it is written, at the end of `room`: most of a record's ids are only printed.
    fn written(self, room: &mut [u8; LONGEST]) -> &str {
        let (mut at, mut rest) = (LONGEST, self.number);
        while at == LONGEST || rest > 0 {
            at -= 1;
            room[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        for letter in self.kind.letters().bytes().rev() {
            at -= 1;
            room[at] = letter;
        }
        str::from_utf8(&room[at..]).unwrap_or_default()
    }

    /// The id of the record at `index`, where all records of its kind stand in one list.
    pub(super) const fn at(kind: Kind, index: usize) -> Self {
        Self::new(kind, index as u32 + 1)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.written(&mut [0; LONGEST]))
    }
}

impl FromStr for Id {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Self, Malformed> {
        let (letters, number) = text.split_at(text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len()));
        let kind = Kind::ALL.into_iter().find(|kind| kind.letters() == letters);
        let id = kind.and_then(|kind| Some(Self::new(kind, number.parse().ok()?)));
        id.ok_or_else(|| Malformed::new("id of a record", text))
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        error::from_string(deserializer)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.written(&mut [0; LONGEST]))
    }
}
