//! Names and signs of currencies, with their codes of ISO 4217, and where they stand in a text.

use std::{ops::Range, sync::LazyLock};

use crate::lexicon::Prefixes;

/// A name behind the number: the code, and how many of it make one whole unit.
pub(super) struct Unit {
    pub(super) name: &'static str,
    pub(super) code: &'static str,
    pub(super) parts: u32,
}

const fn unit(name: &'static str, code: &'static str) -> Unit {
    Unit { name, code, parts: 1 }
}

const fn part(name: &'static str, code: &'static str, parts: u32) -> Unit {
    Unit { name, code, parts }
}

/// Names behind a number; where one is the beginning of another the longer stands first.
pub(super) static UNITS: [Unit; 66] = [
    unit("元人民币", "CNY"),
    unit("元港币", "HKD"),
    unit("元新台币", "TWD"),
    unit("元", "CNY"),
    unit("圆", "CNY"),
    unit("块钱", "CNY"),
    unit("人民币", "CNY"),
    unit("RMB", "CNY"),
    unit("CNY", "CNY"),
    part("角钱", "CNY", 10),
    part("毛钱", "CNY", 10),
    part("分钱", "CNY", 100),
    part("角", "CNY", 10),
    unit("美元", "USD"),
    unit("美圆", "USD"),
    unit("美金", "USD"),
    unit("USD", "USD"),
    unit("港元", "HKD"),
    unit("港币", "HKD"),
    unit("澳门元", "MOP"),
    unit("澳门币", "MOP"),
    unit("新台币", "TWD"),
    unit("台币", "TWD"),
    unit("欧元", "EUR"),
    unit("EUR", "EUR"),
    unit("英镑", "GBP"),
    unit("日元", "JPY"),
    unit("日圆", "JPY"),
    unit("韩元", "KRW"),
    unit("韩圆", "KRW"),
    unit("澳大利亚元", "AUD"),
    unit("澳元", "AUD"),
    unit("加拿大元", "CAD"),
    unit("加元", "CAD"),
    unit("新加坡元", "SGD"),
    unit("新西兰元", "NZD"),
    unit("瑞士法郎", "CHF"),
    unit("瑞郎", "CHF"),
    unit("俄罗斯卢布", "RUB"),
    unit("卢布", "RUB"),
    unit("泰国铢", "THB"),
    unit("泰铢", "THB"),
    unit("印度卢比", "INR"),
    unit("卢比", "INR"),
    unit("巴基斯坦卢比", "PKR"),
    unit("林吉特", "MYR"),
    unit("越南盾", "VND"),
    unit("印尼盾", "IDR"),
    unit("菲律宾比索", "PHP"),
    unit("坚戈", "KZT"),
    unit("瑞典克朗", "SEK"),
    unit("丹麦克朗", "DKK"),
    unit("挪威克朗", "NOK"),
    unit("雷亚尔", "BRL"),
    unit("兰特", "ZAR"),
    unit("土耳其里拉", "TRY"),
    unit("墨西哥比索", "MXN"),
    unit("沙特里亚尔", "SAR"),
    unit("迪拉姆", "AED"),
    unit("图格里克", "MNT"),
    unit("老挝基普", "LAK"),
    unit("缅甸元", "MMK"),
    unit("缅币", "MMK"),
    unit("奈拉", "NGN"),
    unit("埃及镑", "EGP"),
    unit("特别提款权", "XDR"),
];

/// Signs and names before a number.
pub(super) const PREFIXES: [(&str, &str); 24] = [
    ("人民币", "CNY"),
    ("￥", "CNY"),
    ("¥", "CNY"),
    ("RMB", "CNY"),
    ("CNY", "CNY"),
    ("HK$", "HKD"),
    ("US$", "USD"),
    ("$", "USD"),
    ("＄", "USD"),
    ("USD", "USD"),
    ("HKD", "HKD"),
    ("€", "EUR"),
    ("EUR", "EUR"),
    ("£", "GBP"),
    ("￡", "GBP"),
    ("GBP", "GBP"),
    ("JPY", "JPY"),
    ("美元", "USD"),
    ("美金", "USD"),
    ("港币", "HKD"),
    ("港元", "HKD"),
    ("欧元", "EUR"),
    ("日元", "JPY"),
    ("新台币", "TWD"),
];

static NAMED: LazyLock<Prefixes<&Unit>> = LazyLock::new(|| Prefixes::meaning(UNITS.iter().map(|unit| (unit.name, unit))));

static SIGNS: LazyLock<Prefixes<&str>> = LazyLock::new(|| Prefixes::meaning(PREFIXES));

/// The name of a currency at the head of `i`, which stands behind a number, and what stands behind it.
pub(super) fn named(i: &str) -> Option<(&str, &'static Unit)> {
    NAMED.behind(i)
}

/// The code of the sign or name at the head of `i`, which stands before a number, and what stands behind it.
pub(super) fn signed(i: &str) -> Option<(&str, &'static str)> {
    SIGNS.behind(i)
}

/// The names and signs of currencies at `places` of `text`: of those that begin together the longest, none within another.
pub(super) fn find_at(text: &str, places: impl Iterator<Item = usize>) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    places.filter_map(move |at| {
        let i = text.get(at..).filter(|_| from <= at)?;
        let behind = [named(i).map(|(rest, _)| rest), signed(i).map(|(rest, _)| rest)].into_iter().flatten().map(str::len).min()?;
        from = text.len() - behind;
        Some(at..from)
    })
}
