//! Paragraphs torn at the end of a page in a text that is not wrapped otherwise, and what the next page says
//! twice: `…各类安全隐患` / `患的能力…` is read 各类安全隐患的能力.

use std::cell::LazyCell;

use super::{
    chars::{hangs, head, is_ended, is_figure, is_mark},
    draft::{Draft, Row},
    fact::Fact,
};
use crate::diagnostic::{Rule, Severity};
use crate::pattern::is_han;

/// Words that a page break prints twice.
pub(crate) static DOUBLING: Rule = Rule {
    code: "doubling",
    severity: Severity::Info,
    zh: "跨页处“{0}”重复出现，只读一次。",
    en: "“{0}” stands at the end of a page and again at the head of the next; it is read once.",
    basis: "Words of a page break",
};

/// A word parted by a hyphen.
pub(crate) static HYPHEN: Rule = Rule {
    code: "hyphen",
    severity: Severity::Info,
    zh: "行末以连字符断开的单词已并合。",
    en: "A word parted at the end of a line was joined.",
    basis: "A wrap of a foreign word",
};

/// The longest stretch that is looked for at the head of the next page, in characters.
const LONGEST: usize = 40;

/// A paragraph that is torn has at least this many columns before the tear.
const SHORTEST: usize = 40;

/// Characters that are rightly said twice, as in 人人, 层层: the second may stand on the next page.
const REDUPLICATED: &str = "人层个往环面久天家事处时刻常仅渐代年月日种样项条件户村逐步点件";

/// Whether `next` is the rest of the paragraph that `this` begins. `far` says that more than a line end stands
/// between them.
pub(super) fn is_torn(draft: &Draft<'_>, this: &Fact, next: &Fact, far: bool) -> bool {
    if this.ended || this.table || next.table {
        return false;
    }
    let right = draft.row(next.index);
    // no line begins with a mark that closes or parts
    if right.starts_with(hangs) {
        return true;
    }
    if next.opens {
        return false;
    }
    closes_bracket(draft, &draft.rows[this.index], next.index) || is_stub(draft, this, next) || goes_on(draft, this, next, far)
}

/// Whether `next` is but the last words of the sentence that `this`, a long line, breaks off: `…依法做好` / `相关工作。`
fn is_stub(draft: &Draft<'_>, this: &Fact, next: &Fact) -> bool {
    const WORDS: usize = 16;
    let flush = next.indent <= this.indent && next.blanks == 0;
    let few = this.prose && flush && this.edge - this.indent >= SHORTEST && next.edge - next.indent <= WORDS;
    few && draft.row(next.index).strip_suffix('。').is_some_and(|words| !words.contains(is_mark) && words.starts_with(is_han))
}

/// Whether a sentence breaks off in `this` and ends in `next`.
fn goes_on(draft: &Draft<'_>, this: &Fact, next: &Fact, far: bool) -> bool {
    let (left, right) = (draft.row(this.index), draft.row(next.index));
    if !this.prose || !right.starts_with(|c| is_han(c) || is_figure(c)) {
        return false;
    }
    let twice = LazyCell::new(|| overlap(left, right, far) > 0);
    let short = this.edge - this.indent < SHORTEST && !left.ends_with(['，', '、']);
    let ends = is_ended(right) && (next.stops || right.contains('）'));
    (!short || next.page && *twice) && (ends || next.page && next.prose && *twice) && (breaks_off(left) || *twice)
}

/// Whether `text` breaks off in the middle of a sentence: behind a mark that never ends a paragraph, behind a
/// word that needs another, or with a bracket open.
fn breaks_off(text: &str) -> bool {
    let Some(last) = text.chars().next_back() else { return false };
    if matches!(
        last,
        '，' | '、' | '的' | '和' | '与' | '及' | '或' | '在' | '对' | '将' | '把' | '被' | '由' | '为' | '以' | '从' | '按' | '并'
    ) {
        return true;
    }
    if is_mark(last) || !(is_han(last) || is_figure(last) || last.is_ascii_alphabetic()) {
        return false;
    }
    // a sentence that ended, and the beginning of another
    text.rfind('。').is_some_and(|at| !text[at..].contains(['）', '：']))
}

/// Whether a bracket that is open at the end of `left` is closed in row `next` before another is opened; the name of a
/// document may take more rows than two.
fn closes_bracket(draft: &Draft<'_>, left: &Row, next: usize) -> bool {
    /// Bytes of the longest name, that of what many organs put out together, and of a bracket.
    const NAME: usize = 450;
    const BRACKET: usize = 300;
    let right = draft.row(next);
    let near = |open: u32, longest: usize| open > 0 && open as usize + longest > left.range.end;
    let closes = |opening, closing| head(right, 150).chars().find(|c| *c == opening || *c == closing).is_some_and(|first| first == closing);
    let below = || head(&draft.text[draft.rows[next].range.start..], NAME);
    let named = || below().split_once('》').is_some_and(|(name, _)| !name.contains(['《', '。', '：', '；']));
    near(left.open.angle, NAME) && (closes('《', '》') || named()) || near(left.open.round, BRACKET) && closes('（', '）')
}

/// Cuts what `next` repeats of the end of `this`.
pub(super) fn mend(draft: &mut Draft<'_>, this: &Fact, next: &Fact, far: bool) {
    let len = overlap(draft.row(this.index), draft.row(next.index), far);
    if len > 0 {
        let start = draft.rows[next.index].range.start;
        let words = vec![draft.row(next.index)[..len].to_owned()];
        draft.cuts.push(start..start + len);
        draft.note(&DOUBLING, words, start..start + len);
    }
}

/// Whether `right` begins with most of `left`: a title below a headline that holds it, and no rest of a paragraph.
pub(super) fn says_again(left: &str, right: &str) -> bool {
    overlap(left, right, true) * 2 > left.len()
}

/// A word that was parted at a hyphen: `develop-` / `ment`. The place of the hyphen.
pub(super) fn hyphen(left: &str, right: &str) -> Option<usize> {
    let stem = left.strip_suffix('-')?;
    let whole = stem.ends_with(|c: char| c.is_ascii_lowercase()) && right.starts_with(|c: char| c.is_ascii_lowercase());
    whole.then_some(stem.len())
}

/// How many bytes at the head of `right` repeat the end of `left`. One or two characters count only where more
/// than a line end stands between, one only if the language does not double it.
fn overlap(left: &str, right: &str, far: bool) -> usize {
    let Some(last) = left.chars().next_back() else { return 0 };
    let words = right.char_indices().take(LONGEST).take_while(|(_, c)| is_han(*c) || is_figure(*c));
    let ends = words.filter(|(_, c)| *c == last).map(|(at, c)| at + c.len_utf8());
    let Some(end) = ends.filter(|end| left.ends_with(&right[..*end])).last() else { return 0 };
    let head = &right[..end];
    match head.chars().count() {
        1 if !far || !head.chars().all(is_han) || head.chars().all(|c| REDUPLICATED.contains(c)) => 0,
        2 if !far || !head.chars().all(is_han) => 0,
        _ if !head.contains(is_han) => 0,
        _ => end,
    }
}

#[cfg(test)]
mod tests {
    use super::super::wrap::join;
    use crate::source::repair::draft::Draft;

    fn read(text: &str) -> (Vec<String>, Vec<&'static str>) {
        let mut draft = Draft::new(text);
        join(&mut draft);
        let (reading, _, _, findings) = draft.write();
        (reading.lines().map(str::to_owned).collect(), findings.iter().map(|f| f.rule.code).collect())
    }

    const LEFT: &str = "（一）加强监督检查。各单位要严格执行养护管理规定，定期巡查，提高发现各类安全隐";

    #[test]
    fn what_two_pages_say_is_read_once() {
        let (lines, codes) = read(&format!("{LEFT}患\n\n患的能力，及时处置。\n"));
        assert_eq!((lines, codes), (vec![format!("{LEFT}患的能力，及时处置。")], vec!["doubling"]));
    }

    #[test]
    fn words_that_double_a_character_are_left_alone() {
        let (lines, codes) = read("（一）加强宣传引导。充分利用各类媒体宣传养护知识，努力营造道路养护人\n\n人有责、事事尽责的良好氛围。\n");
        assert!(lines[0].contains("养护人人有责") && codes.is_empty(), "{lines:?}");
    }

    #[test]
    fn a_bracket_or_mark_left_behind_is_fetched() {
        let text = "（责任单位：市教育局、市财政局\n\n市交通局）\n根据《海川市农村公路\n养护管理办法》的规定\n加强领导\n，落实责任。\n";
        assert_eq!(
            read(text).0,
            ["（责任单位：市教育局、市财政局市交通局）", "根据《海川市农村公路养护管理办法》的规定", "加强领导，落实责任。"]
        );
    }

    #[test]
    fn the_name_of_a_document_takes_several_rows() {
        let text = "要按照《海川市水务局\n        海川市财政局关于加强节水的\n        若干规定》要求报送数据。\n下一段。\n";
        assert_eq!(read(text).0, ["要按照《海川市水务局海川市财政局关于加强节水的若干规定》要求报送数据。", "下一段。"]);
        let long = "按照《海川市农业农村局\n海川市财政局 海川市水务局关于进一步规范农田水利设施管护资金使用管理\n\
            切实做好节水灌溉工程运行维护工作的通知》执行。\n";
        assert_eq!(read(long).0.len(), 1);
    }

    #[test]
    fn the_last_words_of_a_sentence_are_fetched() {
        let text = "二、请你镇按照《海川市农村公路养护办法》的规定，依法做好\n相关工作。\n";
        assert_eq!(read(text).0, [text.replace("好\n", "好").trim_end()]);
    }

    #[test]
    fn headings_and_fields_are_not_torn() {
        for text in [
            "（一）加强组织领导，压实工作责任，确保各项任务按时完成\n各单位要成立专班，落实责任。\n",
            "各单位要落实责任，报市教育局办公室，联系人李明远\n\n联系电话：0000-1234567。\n",
            "各单位要加强组织领导，压实工作责任，确保各项任务按时完成\n　　按期办结。\n",
            "各单位要落实责任。特此通知，请认真贯彻执行海川市人民政府\n2022年3月21日\n",
        ] {
            assert_eq!(read(text).0.len(), 2, "{text}");
        }
    }
}
