//! Days that the markup of a page tears into their parts: `请于` / `2024` / `年` / `10` / `月` / `5` / `日前报送`.
//!
//! Read as one are rows of figures and units that make a day, and what leads to it. An organ above a day stays a line of its own.

use super::{chars::is_figure, draft::Draft};

/// Whether the row `right` goes on with the day that `left`, the row before it, leads to, begins or goes on with.
pub(super) fn is_torn(draft: &Draft<'_>, left: usize, right: usize) -> bool {
    let (this, next) = (draft.row(left), draft.row(right));
    match (figures(this), figures(next)) {
        (Some(4), None) => goes_on(next, '年'),
        (Some(1 | 2), None) => {
            next == "月" || (goes_on(next, '月') || is_day(next)) && draft.before(left).ends_with(['年', '月', '于', '至', '到'])
        }
        (None, Some(1 | 2)) if this.ends_with(['年', '月']) => {
            let next = draft.behind(right);
            goes_on(next, '月') || is_day(next)
        }
        (None, Some(digits @ (1 | 2 | 4))) => {
            this.ends_with(['于', '在', '至', '到', '自', '从', '，', '、', '（'])
                && goes_on(draft.behind(right), if digits == 4 { '年' } else { '月' })
        }
        _ => false,
    }
}

/// Whether `row` is 年 or 月, or goes on behind it with a figure: 年10月5日.
fn goes_on(row: &str, unit: char) -> bool {
    row.strip_prefix(unit).is_some_and(|rest| rest.is_empty() || rest.starts_with(is_figure))
}

/// Whether `row` begins with the 日 of a day: 日前报送, but not 日常检查.
fn is_day(row: &str) -> bool {
    row.strip_prefix('日').is_some_and(|rest| !rest.starts_with(['常', '均', '报', '志', '程']))
}

/// How many figures a row has that holds nothing else.
fn figures(row: &str) -> Option<usize> {
    (row.len() <= 4 && row.bytes().all(|b| b.is_ascii_digit())).then_some(row.len())
}

#[cfg(test)]
mod tests {
    use super::super::{draft::Draft, wrap::join};

    fn read(text: &str) -> Vec<String> {
        let mut draft = Draft::new(text);
        join(&mut draft);
        draft.write().0.lines().map(str::to_owned).collect()
    }

    #[test]
    fn the_parts_of_a_day_are_one() {
        let text = "请各学校于\n2024\n年\n10\n月\n5\n日前报送。\n云岭县教育局\n2024\n年\n9\n月\n1\n日\n";
        assert_eq!(read(text), ["请各学校于2024年10月5日前报送。", "云岭县教育局", "2024年9月1日"]);
    }

    #[test]
    fn numbers_and_words_of_a_table_stay() {
        let text = "序号\n1\n年度总结\n2\n月度报告\n3\n日常检查\n合计\n12\n";
        assert_eq!(read(text).join("\n") + "\n", text);
    }
}
