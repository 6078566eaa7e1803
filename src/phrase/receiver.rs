//! Who gets what is handed over: 市水务局 in 报市水务局备案, 交至市水务局, 报请市水务局审定; several at once, as in 报送省财政厅、省水利厅.
//!
//! What stands behind the verb is read, and not the verb itself: whether 报 is one or part of a word (报名) is told by that, too.

use std::{ops::Range, sync::LazyLock};

use super::agency;
use crate::{
    lexicon::{Lists, Prefixes, picked},
    pattern::head,
};

/// What is done with it there, or beside that: 报市水利局│备案.
const THERE: [&str; 18] = [
    "并抄", "并报", "备案", "审批", "审核", "审查", "审定", "审议", "批准", "核准", "核定", "汇总", "存档", "归档", "研究", "同意", "登记",
    "处理",
];

static STOPS: LazyLock<Lists> = LazyLock::new(|| Lists::of_one(&THERE));

/// Words that begin as a verb that hands over, and what is said of what was handed over (报告已经…).
static OTHERS: LazyLock<Prefixes> = LazyLock::new(|| {
    Prefixes::new([
        "报名",
        "报销",
        "报警",
        "报废",
        "报表",
        "报刊",
        "报纸",
        "报酬",
        "报告",
        "报人员",
        "报考单位",
        "报考人",
        "报考者",
        "报考条件",
        "报考资格",
        "报价单",
        "报价文",
        "报价表",
        "交通",
        "交流",
        "交易",
        "交往",
        "交付",
        "交纳",
        "交接",
        "交费",
        "交叉",
        "交警",
        "送检",
        "告已",
        "报已",
        "交已",
        "送已",
    ])
});

/// What stands between verb and receiver: 报请, 交由, 送往.
const LINKS: [char; 7] = ['至', '到', '给', '往', '请', '由', '经'];

/// The most signs of a receiver's name.
const LONGEST: usize = 40;

/// The organs or the mailbox named right behind a verb that ends at byte `from` of `text`, or behind what it hands over
/// (提交材料至…).
pub(crate) fn behind(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = near(text, from, ends);
    // 报告经市政府同意: what was reported on is told
    let noun = || text[..from].ends_with("报告") && rest.starts_with(LINKS);
    let sign = text[..from].chars().next_back().map_or(0, char::len_utf8);
    if OTHERS.of(&text[from - sign..]).is_some() || noun() {
        return None;
    }
    let before = STOPS.held_by(rest).of(&THERE).filter_map(|verb| rest.find(verb)).filter(|at| *at > 0).min();
    let names = before.map(|at| &rest[..at]).into_iter().chain([rest]);
    let place = |name: &str| from + (name.as_ptr() as usize - rest.as_ptr() as usize);
    // 申报单位审核后: what is no name is told to whom only behind 至
    let kind = |name: &str| matches!(name, "单位" | "部门" | "机构" | "机关" | "企业" | "公司");
    let names = names.map(|name| without_link(name.trim())).filter(|name| is_receiver(name));
    let name = { names }.find(|name| !kind(name) || text[..place(name)].ends_with(['至', '到']))?;
    let start = place(name);
    Some(start..with_others(text, start + name.len()))
}

/// The organs behind 向, which ends at byte `from`, and before a verb that hands over: 向市委、市政府报告.
pub(crate) fn faced(text: &str, from: usize) -> Option<Range<usize>> {
    let rest = near(text, from, |c| matches!(c, '，' | '。' | '；'));
    const VERBS: &[&str] = picked!(sends: faces);
    let said = &rest[..VERBS.iter().filter_map(|verb| rest.find(verb)).min()?];
    let name = ["及时", "书面", "如实", "立即", "按时"].iter().find_map(|how| said.strip_suffix(how)).unwrap_or(said);
    name.split('、').all(is_receiver).then(|| from..from + name.len())
}

/// Whether `c` ends what a receiver's name may stand in.
const fn ends(c: char) -> bool {
    matches!(c, '，' | '。' | '；' | '（' | '(' | '：' | ':' | '、' | '《' | '》' | '“' | '”' | '\n') || c.is_ascii_alphanumeric()
}

/// Where the list of receivers ends of which the first ends at byte `end`.
fn with_others(text: &str, mut end: usize) -> usize {
    /// Nothing is handed to more: what goes on longer is a text without stops, which is asked again at its next verb.
    const MOST: usize = 16;
    for _ in 0..MOST {
        let Some(from) = text[end..].starts_with('、').then(|| end + '、'.len_utf8()) else { break };
        let piece = near(text, from, ends);
        let before = STOPS.held_by(piece).of(&THERE).filter_map(|verb| piece.find(verb)).min();
        let name = piece[..before.unwrap_or(piece.len())].trim_end();
        // 报市水务局、抄送市财政局: another verb
        if !is_receiver(name) || name.starts_with(['报', '抄', '送']) {
            break;
        }
        end = from + name.len();
    }
    end
}

/// The text behind byte `from` as far as a receiver and what is done there may reach, before a sign that `ends` it.
fn near(text: &str, from: usize, ends: impl Fn(char) -> bool) -> &str {
    let rest = head(&text[from..], LONGEST * 2);
    &rest[..rest.find(ends).unwrap_or(rest.len())]
}

/// What stands behind the last 至 of `name`, or the link with which it begins: 所有材料至│水务科, 请│本级人民政府.
fn without_link(name: &str) -> &str {
    name.rfind('至').map(|at| &name[at + '至'.len_utf8()..]).or_else(|| name.strip_prefix(LINKS)).unwrap_or(name)
}

fn is_receiver(name: &str) -> bool {
    (agency::ends_like_organ(name) || name.ends_with('股') || name.ends_with("邮箱")) && (2..=LONGEST).contains(&name.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn receivers_stand_behind_their_verb() {
        for (text, expected) in [
            ("报市水务局备案", Some("市水务局")),
            ("报请本级人民政府审定", Some("本级人民政府")),
            ("报经海川银行审核后实施", Some("海川银行")),
            ("报所有材料至水务科", Some("水务科")),
            ("报省财政厅、省水利厅", Some("省财政厅、省水利厅")),
            ("报市水务局、市林业局、市审计局等部门审核", Some("市水务局、市林业局、市审计局等部门")),
            ("报市水务局、抄送市财政局", Some("市水务局")),
            ("报市水务局审核、市财政局批准", Some("市水务局")),
            ("报名参加培训的单位", None),
            ("报考点办公室", Some("考点办公室")),
            ("报单位审核后", None),
            ("报至单位审核", Some("单位")),
            ("报县政府并抄报市水务局", Some("县政府")),
            ("报》已经市政府同意", None),
            ("报告已经市政府同意", None),
            ("报告经市政府同意", None),
        ] {
            let from = ["报告", "报"].iter().find(|verb| text.starts_with(**verb)).map_or(0, |verb| verb.len());
            assert_eq!(behind(text, from).map(|range| &text[range]), expected, "{text}");
        }
        let text = "向市委、市政府报告";
        assert_eq!(faced(text, '向'.len_utf8()).map(|range| &text[range]), Some("市委、市政府"));
    }
}
