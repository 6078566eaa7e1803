//! What a time expression may begin with: a look at two or three signs tells at most places that none does, and elsewhere
//! which grammars can read it.
//!
//! What stands to the left can forbid it: 第, a figure that goes on. A look may let pass what is no time, and misses none.

use super::goes_on;
use crate::{
    lexicon::Sieve,
    phrase::{clock, date, head, numeral, period::joins},
};

/// The characters with which a time expression can begin, whatever stands behind, or before one of some others.
pub(crate) static OPENINGS: Sieve = Sieve::of_signs(
    "0123456789０１２３４５６７８９每自从到至",
    "〇○零一二三四五六七八九十廿卅两壹贰叁肆伍陆柒捌玖拾本上下今明后来去同翌当次年月季半元早晚第前“「截不最各首即高这中清凌傍国劳春端除重教周星",
    "年月季周星半个一午底末初内度小旦宵上晨间晚高至止迟得日峰秋明庆际动节夕阳师 \u{a0}\u{3000}号天分时点工自学到期规计以前后之当起劳和、\
     -—－–―─~～〜.．/／:：‐‑0123456789０１２３４５６７８９〇○零壹二贰貳两兩三叁參四肆五伍六陆陸七柒八捌九玖十百廿卅",
);

/// Which grammars can read what begins with a number or a word of the calendar.
#[derive(Default)]
pub(super) struct Tries {
    /// Days and longer.
    pub(super) calendar: bool,
    /// A day whose month was said before.
    pub(super) day: bool,
    /// Lengths.
    pub(super) length: bool,
    /// Times of day.
    pub(super) clock: bool,
    /// What comes again.
    pub(super) often: bool,
}

impl Tries {
    /// Those for `i`, where a time expression can begin so behind `before`.
    pub(super) fn at(before: char, i: &str) -> Option<Self> {
        let first = head(i);
        let counted = || if numeral::begins_number(first) { number(i) } else { ("", i) };
        if cut(before, first) { None } else { Self::of(i, counted()) }
    }

    /// Those for `i`, where a time expression can begin so; `counted` is its number, and what stands behind that. Most beginnings
    /// (一, 本, 上) are none before most others; a look at two saves reading grammars in vain.
    fn of(i: &str, counted: (&str, &str)) -> Option<Self> {
        let first = head(i);
        let rest = &i[first.len_utf8()..];
        let second = head(rest);
        let third = || head(&rest[second.len_utf8().min(rest.len())..]);
        let opens = match first {
            '0'..='9' | '０'..='９' => return Self::counting(counted),
            '〇' | '○' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '廿' | '卅' | '两' =>
            {
                return Self::counting(counted);
            }
            // 壹年, as contracts write it
            '壹' | '贰' | '叁' | '肆' | '伍' | '陆' | '柒' | '捌' | '玖' | '拾' => return Self::counting(counted),
            '半' => {
                let length = matches!(second, '年' | '月' | '个' | '小');
                return length.then(|| Self { length: true, often: comes_again(i), ..Self::default() });
            }
            // 自治区, 自主, 自行; 从事, 从业
            '自' if second == '行' => third() == '文',
            '自' => {
                !matches!(second, '治' | '主' | '身' | '己' | '然' | '愿' | '动' | '觉' | '我' | '律' | '查' | '评' | '由' | '有' | '筹')
            }
            '从' => !matches!(second, '事' | '业'),
            '每' => comes_round(second) || second == '个' && matches!(third(), '月' | '季' | '星' | '工' | '小' | '学' | '自' | '纳'),
            '到' | '至' => {
                date::is_blank(second) || numeral::begins_number(second) || names_time(second) || matches!(second, '于' | '在' | '迟')
            }
            '本' | '上' | '下' => matches!(second, '年' | '月' | '季' | '周' | '星' | '半' | '个' | '一' | '午'),
            '今' | '明' | '来' | '去' | '同' | '翌' | '当' | '次' => second == '年' || second == '月',
            '后' => second == '年' && (matches!(third(), '底' | '末' | '初' | '前' | '内') || numeral::begins_number(third())),
            '年' | '月' => matches!(second, '底' | '末' | '初' | '内'),
            '季' => matches!(second, '底' | '末' | '初' | '内' | '度'),
            '元' => matches!(second, '旦' | '月' | '宵'),
            '早' | '晚' => matches!(second, '上' | '晨' | '间' | '晚' | '高') || numeral::is_figure(second),
            // 周一至周五9:00—12:00
            '周' => numeral::digit(second).is_some(),
            '星' => second == '期' && numeral::digit(third()).is_some(),
            // 前三季度, 前两个季度
            '第' | '前' => numeral::begins_number(second) && goes_on_to_quarter(head(number(rest).1)),
            '“' | '「' => numeral::begins_number(second) && is_closed(number(rest).1),
            '不' => matches!(second, '迟' | '晚') || second == '得' && matches!(third(), '迟' | '晚'),
            _ => matches!(
                (first, second),
                ('截', '至' | '止')
                    | ('最', '迟' | '晚')
                    | ('各' | '首', '季')
                    | ('即', '日')
                    | ('高', '峰')
                    | ('这', '周' | '星')
                    | ('中', '午' | '秋')
                    | ('清', '晨' | '明')
                    | ('凌', '晨')
                    | ('傍', '晚')
                    | ('国', '庆' | '际')
                    | ('劳', '动')
                    | ('春', '节')
                    | ('端', '午')
                    | ('除', '夕')
                    | ('重', '阳')
                    | ('教', '师')
            ),
        };
        opens.then(|| Self { calendar: true, clock: clock::begins(first), ..Self::default() })
    }

    /// Those for what begins with a number, by the unit that it counts and that begins `rest`.
    fn counting((number, rest): (&str, &str)) -> Option<Self> {
        let unit = head(rest);
        let behind = &rest[unit.len_utf8().min(rest.len())..];
        let (next, none) = (head(behind), Self::default());
        let year = || numeral::few_figures(number, 5).1 == 4;
        // 3—5天, 3、4月
        let goes_on =
            || matches!(next, '第' | '—' | '―' | '─' | '-' | ' ') || numeral::begins_number(next) && (year() || counts_on(behind));
        Some(match (unit, next) {
            ('年', _) => {
                let year = number.chars().count() == 4;
                Self { calendar: true, length: !year, often: !year && comes_again(rest), ..none }
            }
            ('月' | '学', _) => Self { calendar: true, often: comes_again(rest), ..none },
            ('日', _) => Self { calendar: true, day: true, length: true, often: comes_again(rest), ..none },
            ('季' | '半', _) => Self { calendar: true, length: true, often: comes_again(rest), ..none },
            ('周' | '天' | '星', _) | ('小', '时') | ('个', '月' | '季' | '星' | '工' | '小' | '学' | '自' | '日') => {
                Self { length: true, often: comes_again(rest), ..none }
            }
            // 个年度, 个纳税年度
            ('个', _) if behind.chars().take(5).any(|c| c == '年') => Self { length: true, often: comes_again(rest), ..none },
            ('分', '钟') | ('工', '作') | ('自', '然') => Self { length: true, ..none },
            ('时' | '点', _) => Self { clock: true, ..none },
            (':' | '：', _) if numeral::begins_number(next) => Self { clock: true, ..none },
            ('号', _) if is_day(behind) => Self { calendar: true, day: true, ..none },
            ('、' | '和', _) if goes_on() => Self { calendar: true, day: true, ..none },
            ('.' | '．' | '/' | '／' | '‐' | '‑', _) if year() && numeral::begins_number(next) => Self { calendar: true, ..none },
            ('期' | '末' | '规' | '计' | '初' | '以' | '前' | '后' | '之' | '当' | '起' | '劳' | '节', _)
                if number.ends_with(['五', '一']) =>
            {
                Self { calendar: true, ..none }
            }
            _ if joins(unit) && goes_on() => Self { calendar: true, day: true, length: true, ..none },
            _ => return None,
        })
    }
}

/// Whether something may be told in `rest` to come again so often: 一次, 2期.
fn comes_again(rest: &str) -> bool {
    rest.chars().take(8).any(|c| matches!(c, '次' | '期' | '轮' | '一'))
}

/// Whether a day of the month may end with 号 before `rest`: 10号前, 10号至15号, 10号、11号; 10号文件 is none, nor 10号、11号机组.
fn is_day(rest: &str) -> bool {
    const MOST: usize = 31;
    let mut rest = rest;
    for _ in 0..MOST {
        let c = head(rest);
        let next = rest.strip_prefix(['、', '和']).filter(|next| numeral::begins_number(head(next)));
        let Some(listed) = next.and_then(|next| number(next).1.strip_prefix('号')) else {
            return goes_on(c)
                || joins(c)
                || date::is_blank(c)
                || matches!(c, '、' | '和' | '起' | '开' | '前' | '后' | '之' | '以' | '伊' | '为' | '止' | '内' | '期' | '时');
        };
        rest = listed;
    }
    false
}

/// Whether `c` stands behind the number of a quarter, or of the first of two.
const fn goes_on_to_quarter(c: char) -> bool {
    matches!(c, '季' | '个' | '、' | '和') || joins(c)
}

/// Whether a word of the calendar may begin with `c`, of which another says that a time reaches to it.
const fn names_time(c: char) -> bool {
    matches!(
        c,
        '年' | '月'
            | '季'
            | '本'
            | '今'
            | '明'
            | '来'
            | '下'
            | '去'
            | '上'
            | '当'
            | '同'
            | '次'
            | '翌'
            | '这'
            | '即'
            | '现'
            | '第'
            | '前'
            | '首'
            | '元'
            | '春'
            | '除'
            | '清'
            | '国'
            | '劳'
            | '教'
            | '端'
            | '中'
            | '重'
            | '“'
            | '"'
            | '「'
            | '＂'
    )
}

/// Whether what comes round may begin with `c`, or its number.
fn comes_round(c: char) -> bool {
    let cycle = matches!(c, '年' | '半' | '季' | '月' | '旬' | '周' | '星' | '日' | '天' | '工' | '小' | '分' | '学');
    cycle || matches!(c, '隔' | '满' | '逢') || date::is_blank(c) || numeral::begins_number(c)
}

/// Whether the mark behind the number of a plan or the day of a festival closes, and what makes that a time stands behind it.
fn is_closed(rest: &str) -> bool {
    let behind = rest.strip_prefix(['”', '"', '」', '＂']).map(head);
    behind.is_some_and(|c| {
        matches!(c, '末' | '初' | '前' | '后' | '规' | '计' | '期' | '时' | '以' | '之' | '当' | '起' | '国' | '劳' | '节')
    })
}

/// Whether the number at the head of `i`, the second of two, counts such a thing.
fn counts_on(i: &str) -> bool {
    let rest = number(i).1;
    let unit = head(rest);
    rest.strip_prefix('号').is_some_and(is_day)
        || matches!(unit, '年' | '月' | '日' | '季' | '个' | '周' | '天' | '小' | '分' | '工' | '自' | '星' | '千')
}

/// The figures or words of the number at the head of `i`, and what stands behind them and blanks.
fn number(i: &str) -> (&str, &str) {
    const LONGEST: usize = 6;
    let (_, count, mut rest) = numeral::few_figures(i, LONGEST);
    let digit = |c: char| numeral::digit(c).is_some() || matches!(c, '十' | '拾' | '百' | '廿' | '卅') || numeral::is_figure(c);
    for _ in count..LONGEST {
        match rest.chars().next() {
            Some(c) if digit(c) => rest = &rest[c.len_utf8()..],
            _ => break,
        }
    }
    let number = &i[..i.len() - rest.len()];
    (number, date::blanks(rest).map_or(rest, |(rest, ())| rest))
}

/// Whether `c` only goes on with what `left` began: 第十一, 1.1, 3-5, 基本月, 以上年度, 说明年度, 应当年底.
fn cut(left: char, c: char) -> bool {
    match c {
        '0'..='9' | '０'..='９' => date::goes_on(left) || matches!(left, '第' | '〔' | '［' | '['),
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '廿' | '卅' | '〇' | '○' | '零' | '两' => {
            numeral::digit(left).is_some() || matches!(left, '十' | '百' | '千' | '万' | '第' | '点' | '廿' | '卅')
        }
        '本' => matches!(left, '基' | '成' | '日' | '样' | '版' | '书' | '根' | '原' | '文' | '剧' | '标' | '资'),
        '上' | '下' => matches!(left, '以' | '之'),
        '明' => matches!(left, '说' | '证' | '注' | '申' | '表' | '文' | '声' | '光' | '透' | '发' | '阐'),
        '来' => matches!(left, '未' | '近' | '年' | '原' | '历' | '以'),
        '当' => left == '应',
        '后' => matches!(left, '以' | '之' | '今' | '此' | '最' | '然' | '随' | '事' | '前' | '先' | '落' | '滞'),
        '去' => matches!(left, '过' | '失'),
        '次' => matches!(left, '首' | '一' | '二' | '三' | '四' | '五' | '两' | '多' | '每' | '人' | '层' | '批') || left.is_ascii_digit(),
        '年' | '月' | '季' => {
            // 大年初一, 正月初七
            matches!(
                left,
                '大' | '正'
                    | '后'
                    | '腊'
                    | '数'
                    | '几'
                    | '多'
                    | '近'
                    | '每'
                    | '学'
                    | '周'
                    | '历'
                    | '青'
                    | '少'
                    | '老'
                    | '中'
                    | '常'
                    | '整'
                    | '半'
                    | '同'
                    | '个'
                    | '满'
                    | '逐'
                    | '岁'
                    | '两'
                    | '十'
                    | '百'
            ) || numeral::figure(left).is_some()
                || numeral::digit(left).is_some()
        }
        '到' => matches!(
            left,
            '收' | '接'
                | '达'
                | '做'
                | '得'
                | '感'
                | '受'
                | '看'
                | '遇'
                | '提'
                | '找'
                | '办'
                | '报'
                | '碰'
                | '拿'
                | '听'
                | '来'
                | '想'
                | '谈'
                | '回'
                | '签'
                | '见'
                | '涉'
        ),
        // 元至5月 is 1月至5月
        '至' => matches!(left, '甚' | '以' | '乃' | '冬' | '夏' | '元'),
        '自' => matches!(left, '各' | '亲' | '独' | '来'),
        '从' => matches!(left, '服' | '听' | '遵' | '随'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_opening_character_is_missing_from_the_table() {
        for c in '\0'..='\u{ffff}' {
            for second in "年月日号季周星半小0一两至止迟晚得底初宵旦节庆动午师明晨峰夕阳".chars() {
                let text = format!("{c}{second}");
                assert!(Tries::at('\n', &text).is_none() || OPENINGS.next(&text, 0) == Some(0), "{text}");
            }
        }
    }
}
