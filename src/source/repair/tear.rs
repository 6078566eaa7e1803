//! Paragraphs torn at the end of a page in a text that is not wrapped otherwise, and what the next page says
//! twice: `…各类欺诈骗` / `骗保行为…` is read 各类欺诈骗保行为.

use super::{
    chars::{is_ended, is_figure, is_han},
    draft::Draft,
    wrap::{Fact, breaks_off},
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
    if this.ended || this.table || next.opens || this.edge - this.indent < SHORTEST || !this.prose {
        return false;
    }
    let (left, right) = (draft.row(this.index), draft.row(next.index));
    let goes_on = right.starts_with(|c: char| is_han(c) || is_figure(c) || matches!(c, '，' | '。' | '、' | '）' | '》' | '”'));
    goes_on && right.contains(['。', '；', '）']) && is_ended(right) && (breaks_off(left) || overlap(draft, this, next, far) > 0)
}

/// Cuts what `next` repeats of the end of `this`.
pub(super) fn mend(draft: &mut Draft<'_>, this: &Fact, next: &Fact, far: bool) {
    let len = overlap(draft, this, next, far);
    if len > 0 {
        let start = draft.rows[next.index].range.start;
        let message =
            format!("“{}” stands at the end of a page and again at the head of the next; read once", &draft.row(next.index)[..len]);
        draft.cuts.push(start..start + len);
        draft.note("doubling", message, start..start + len);
    }
}

/// How many bytes at the head of `next` repeat the end of `this`. One or two characters count only where more
/// than a line end stands between, one only if the language does not double it.
fn overlap(draft: &Draft<'_>, this: &Fact, next: &Fact, far: bool) -> usize {
    let (left, right) = (draft.row(this.index), draft.row(next.index));
    let ends = right.char_indices().map(|(at, c)| at + c.len_utf8()).take(LONGEST);
    let repeated = |end: &usize| left.ends_with(&right[..*end]) && right[..*end].chars().all(|c| is_han(c) || is_figure(c));
    let Some(end) = ends.filter(repeated).last() else { return 0 };
    let head = &right[..end];
    match head.chars().count() {
        1 if !far || !head.chars().all(is_han) || head.chars().all(|c| REDUPLICATED.contains(c)) => 0,
        2 if !far || !head.chars().all(is_han) => 0,
        _ if !head.contains(is_han) => 0,
        _ => end,
    }
}
