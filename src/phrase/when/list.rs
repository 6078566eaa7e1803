//! Times in a list that share the word which bounds one of them: `6月10日、12月10日前`, `到2022年、2025年`.

use super::{Kind, Point, Value, When};
use crate::{
    phrase::{
        month::Month,
        period::{Period, Unit},
    },
    span::Found,
};

/// Gives the last of `found` and those joined to it the bound that one of them says for all.
pub(super) fn share(text: &str, found: &mut [Found<When>]) {
    let Some((last, before)) = found.split_last_mut() else { return };
    if is_open(&last.value) {
        // 到2022年、2025年
        let led = before.last().filter(|first| joined(text, first, last) && first.value.kind == Kind::By && is_led(text, first));
        if led.is_some() {
            last.value.kind = Kind::By;
        }
    } else if last.value.kind == Kind::By && !is_led(text, last) {
        let mut next = &*last;
        for first in before.iter_mut().rev() {
            if !(joined(text, first, next) && is_open(&first.value)) {
                break;
            }
            first.value.kind = Kind::By;
            if let (Some(first), Some(next)) = (period(&mut first.value), period(&mut next.value.clone())) {
                first.unit = same_day(first.unit, next.unit);
            }
            next = first;
        }
    }
}

/// The period that a time names, where it is but one.
fn period(when: &mut When) -> Option<&mut Period> {
    match &mut when.value {
        Value::Point(Point { period, .. }) => period.as_mut(),
        _ => None,
    }
}

/// A month, on the day of the one behind it: 3月、6月25日前.
fn same_day(month: Unit, next: Unit) -> Unit {
    match (month, next) {
        (Unit::Months(a, b), Unit::Days(Month::Written(_), first, last)) if a == b => Unit::Days(a, first, last),
        _ => month,
    }
}

/// Whether nothing but a mark or word of a list stands between the two.
fn joined(text: &str, first: &Found<When>, last: &Found<When>) -> bool {
    let between = text[first.range.end..last.range.start].trim();
    matches!(between, "、" | "和" | "及" | "与" | "或" | "和到" | "及到")
}

/// Whether it is a time without a bound of its own.
fn is_open(when: &When) -> bool {
    matches!(when.kind, Kind::On | Kind::During) && matches!(when.value, Value::Point(_))
}

/// Whether the word that bounds it stands before it.
fn is_led(text: &str, found: &Found<When>) -> bool {
    text[found.range.clone()].starts_with(['到', '至', '截', '不', '最'])
}
