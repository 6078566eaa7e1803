//! The divisions of laws and plans that are counted with 第: 第一编, 第一篇, 第一部分, 第一章, 第一节, 第一条.
//!
//! Repairs and structure both ask for them behind a number, and read the number each in its own way: repairs a text that blanks
//! may still tear apart (第 1 0 条), structure one in which 第五条的 and 第五条、 go on with a sentence.

/// A division.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Division {
    /// 编, 篇.
    Book,
    /// 部分.
    Part,
    /// 章.
    Chapter,
    /// 节.
    Section,
    /// 条.
    Article,
}

/// The division at the head of `i`, and what stands behind it.
pub(crate) fn division(i: &str) -> Option<(Division, &str)> {
    let first = i.chars().next()?;
    let rest = &i[first.len_utf8()..];
    match first {
        '编' | '篇' => Some((Division::Book, rest)),
        '部' => Some((Division::Part, rest.strip_prefix('分')?)),
        '章' => Some((Division::Chapter, rest)),
        '节' => Some((Division::Section, rest)),
        '条' => Some((Division::Article, rest)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn divisions_stand_behind_numbers() {
        assert_eq!(division("部分　总则"), Some((Division::Part, "　总则")));
        assert_eq!(
            (division("篇"), division("条件"), division("部"), division("")),
            (Some((Division::Book, "")), Some((Division::Article, "件")), None, None)
        );
    }
}
