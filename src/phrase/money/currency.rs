//! Names and signs of currencies, with their codes of ISO 4217, and where they stand in a text.

use std::{fmt, ops::Range, str::FromStr, sync::LazyLock};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{
    error::{self, Malformed},
    lexicon::Prefixes,
};

/// A currency, by its three letters in ISO 4217. 币种（ISO 4217 代码）。
///
/// ```
/// use gongwen::phrase::money::Currency;
///
/// assert_eq!("CNY".parse(), Ok(Currency::CNY));
/// assert!("元".parse::<Currency>().is_err());
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(with = "String", inline))]
pub struct Currency([u8; 3]);

impl Currency {
    /// 人民币.
    pub const CNY: Self = Self(*b"CNY");

    /// What it is called behind a number, in Chinese: 元, 美元; its letters, where no name is known.
    ///
    /// ```
    /// use gongwen::phrase::money::Currency;
    ///
    /// assert_eq!("EUR".parse::<Currency>().unwrap().name(), "欧元");
    /// ```
    pub fn name(&self) -> &str {
        // 元港币 is how a number goes on, no name
        let named = |unit: &&Unit| unit.code == *self && (unit.name == "元" || !unit.name.starts_with('元'));
        UNITS.iter().find(named).map_or_else(|| self.code(), |unit| unit.name)
    }

    /// Its letters.
    pub fn code(&self) -> &str {
        str::from_utf8(&self.0).expect("letters of ASCII")
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl FromStr for Currency {
    type Err = Malformed;

    fn from_str(code: &str) -> Result<Self, Malformed> {
        let letters = code.as_bytes().try_into().ok().filter(|letters: &[u8; 3]| letters.iter().all(u8::is_ascii_uppercase));
        letters.map(Self).ok_or_else(|| Malformed::new("code of a currency", code))
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        error::from_string(deserializer)
    }
}

impl Serialize for Currency {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// A name behind the number: the code, and how many of it make one whole unit.
pub(super) struct Unit {
    pub(super) name: &'static str,
    pub(super) code: Currency,
    pub(super) parts: u32,
}

const fn unit(name: &'static str, code: [u8; 3]) -> Unit {
    part(name, code, 1)
}

const fn part(name: &'static str, code: [u8; 3], parts: u32) -> Unit {
    Unit { name, code: Currency(code), parts }
}

/// Names behind a number; where one is the beginning of another the longer stands first.
pub(super) static UNITS: [Unit; 66] = [
    unit("元人民币", *b"CNY"),
    unit("元港币", *b"HKD"),
    unit("元新台币", *b"TWD"),
    unit("元", *b"CNY"),
    unit("圆", *b"CNY"),
    unit("块钱", *b"CNY"),
    unit("人民币", *b"CNY"),
    unit("RMB", *b"CNY"),
    unit("CNY", *b"CNY"),
    part("角钱", *b"CNY", 10),
    part("毛钱", *b"CNY", 10),
    part("分钱", *b"CNY", 100),
    part("角", *b"CNY", 10),
    unit("美元", *b"USD"),
    unit("美圆", *b"USD"),
    unit("美金", *b"USD"),
    unit("USD", *b"USD"),
    unit("港元", *b"HKD"),
    unit("港币", *b"HKD"),
    unit("澳门元", *b"MOP"),
    unit("澳门币", *b"MOP"),
    unit("新台币", *b"TWD"),
    unit("台币", *b"TWD"),
    unit("欧元", *b"EUR"),
    unit("EUR", *b"EUR"),
    unit("英镑", *b"GBP"),
    unit("日元", *b"JPY"),
    unit("日圆", *b"JPY"),
    unit("韩元", *b"KRW"),
    unit("韩圆", *b"KRW"),
    unit("澳大利亚元", *b"AUD"),
    unit("澳元", *b"AUD"),
    unit("加拿大元", *b"CAD"),
    unit("加元", *b"CAD"),
    unit("新加坡元", *b"SGD"),
    unit("新西兰元", *b"NZD"),
    unit("瑞士法郎", *b"CHF"),
    unit("瑞郎", *b"CHF"),
    unit("俄罗斯卢布", *b"RUB"),
    unit("卢布", *b"RUB"),
    unit("泰国铢", *b"THB"),
    unit("泰铢", *b"THB"),
    unit("印度卢比", *b"INR"),
    unit("卢比", *b"INR"),
    unit("巴基斯坦卢比", *b"PKR"),
    unit("林吉特", *b"MYR"),
    unit("越南盾", *b"VND"),
    unit("印尼盾", *b"IDR"),
    unit("菲律宾比索", *b"PHP"),
    unit("坚戈", *b"KZT"),
    unit("瑞典克朗", *b"SEK"),
    unit("丹麦克朗", *b"DKK"),
    unit("挪威克朗", *b"NOK"),
    unit("雷亚尔", *b"BRL"),
    unit("兰特", *b"ZAR"),
    unit("土耳其里拉", *b"TRY"),
    unit("墨西哥比索", *b"MXN"),
    unit("沙特里亚尔", *b"SAR"),
    unit("迪拉姆", *b"AED"),
    unit("图格里克", *b"MNT"),
    unit("老挝基普", *b"LAK"),
    unit("缅甸元", *b"MMK"),
    unit("缅币", *b"MMK"),
    unit("奈拉", *b"NGN"),
    unit("埃及镑", *b"EGP"),
    unit("特别提款权", *b"XDR"),
];

/// Signs and names before a number.
pub(super) const PREFIXES: [(&str, Currency); 24] = [
    ("人民币", Currency::CNY),
    ("￥", Currency::CNY),
    ("¥", Currency::CNY),
    ("RMB", Currency::CNY),
    ("CNY", Currency::CNY),
    ("HK$", Currency(*b"HKD")),
    ("US$", Currency(*b"USD")),
    ("$", Currency(*b"USD")),
    ("＄", Currency(*b"USD")),
    ("USD", Currency(*b"USD")),
    ("HKD", Currency(*b"HKD")),
    ("€", Currency(*b"EUR")),
    ("EUR", Currency(*b"EUR")),
    ("£", Currency(*b"GBP")),
    ("￡", Currency(*b"GBP")),
    ("GBP", Currency(*b"GBP")),
    ("JPY", Currency(*b"JPY")),
    ("美元", Currency(*b"USD")),
    ("美金", Currency(*b"USD")),
    ("港币", Currency(*b"HKD")),
    ("港元", Currency(*b"HKD")),
    ("欧元", Currency(*b"EUR")),
    ("日元", Currency(*b"JPY")),
    ("新台币", Currency(*b"TWD")),
];

static NAMED: LazyLock<Prefixes<&Unit>> = LazyLock::new(|| Prefixes::meaning(UNITS.iter().map(|unit| (unit.name, unit))));

static SIGNS: LazyLock<Prefixes<Currency>> = LazyLock::new(|| Prefixes::meaning(PREFIXES));

/// The name of a currency at the head of `i`, which stands behind a number, and what stands behind it.
pub(super) fn by_name(i: &str) -> Option<(&str, &'static Unit)> {
    NAMED.behind(i)
}

/// The currency of the sign or name at the head of `i`, which stands before a number, and what stands behind it.
pub(super) fn by_sign(i: &str) -> Option<(&str, Currency)> {
    SIGNS.behind(i)
}

/// The names and signs of currencies at `places` of `text`: of those that begin together the longest, none within another.
pub(super) fn find_at(text: &str, places: impl Iterator<Item = usize>) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    places.filter_map(move |at| {
        let i = text.get(at..).filter(|_| from <= at)?;
        let behind = [by_name(i).map(|(rest, _)| rest), by_sign(i).map(|(rest, _)| rest)].into_iter().flatten().map(str::len).min()?;
        from = text.len() - behind;
        Some(at..from)
    })
}
