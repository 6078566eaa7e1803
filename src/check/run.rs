//! Steps through a text: a rule finds the sign that it needs and reads from there, forwards or backwards, one step
//! after the other. A step takes what it can and leaves the rest; none looks further than it is told.

/// The run of characters `of` a kind at the head of `text`, at most so many, and what stands behind it.
pub(super) fn run(text: &str, most: usize, of: impl Fn(char) -> bool) -> (&str, &str) {
    text.split_at(text.chars().take(most).take_while(|c| of(*c)).map(char::len_utf8).sum())
}

/// What stands before it, and the run of characters `of` a kind at the end of `text`, at most so many.
pub(super) fn run_back(text: &str, most: usize, of: impl Fn(char) -> bool) -> (&str, &str) {
    let run: usize = text.chars().rev().take(most).take_while(|c| of(*c)).map(char::len_utf8).sum();
    text.split_at(text.len() - run)
}

/// `text` without one blank at its head.
pub(super) fn blank(text: &str) -> &str {
    text.strip_prefix(char::is_whitespace).unwrap_or(text)
}

/// `text` without one blank at its end.
pub(super) fn blank_back(text: &str) -> &str {
    text.strip_suffix(char::is_whitespace).unwrap_or(text)
}

/// A number at the head of `text`, in at most so many `figures` or so many numerals, and what stands behind it.
pub(super) fn number(text: &str, figures: usize, numerals: usize, is_numeral: impl Fn(char) -> bool) -> Option<(&str, &str)> {
    let in_figures = run(text, figures, is_figure);
    let (number, rest) = if in_figures.0.is_empty() { run(text, numerals, is_numeral) } else { in_figures };
    (!number.is_empty()).then_some((number, rest))
}

/// What stands before it, and the number at the end of `text`.
pub(super) fn number_back(text: &str, figures: usize, numerals: usize, is_numeral: impl Fn(char) -> bool) -> Option<(&str, &str)> {
    let in_figures = run_back(text, figures, is_figure);
    let (before, number) = if in_figures.1.is_empty() { run_back(text, numerals, is_numeral) } else { in_figures };
    (!number.is_empty()).then_some((before, number))
}

/// Half-width figures alone.
pub(super) const fn is_figure(c: char) -> bool {
    c.is_ascii_digit()
}

/// 一 to 十, with which things are numbered.
pub(super) const fn is_numeral(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_takes_what_it_can() {
        assert_eq!(run("123号", 2, is_figure), ("12", "3号"));
        assert_eq!(run("号", 2, is_figure), ("", "号"));
        assert_eq!(run_back("第一二三", 2, is_numeral), ("第一", "二三"));
        assert_eq!((blank("　 号"), blank("号"), blank_back("号 \t")), (" 号", "号", "号 "));
    }

    #[test]
    fn a_number_is_in_figures_or_in_words() {
        for (text, read) in [("12项", Some(("12", "项"))), ("三项", Some(("三", "项"))), ("123项", Some(("12", "3项"))), ("项", None)]
        {
            assert_eq!(number(text, 2, 3, is_numeral), read, "{text}");
        }
        for (text, read) in [("第12", Some(("第", "12"))), ("2三", Some(("2", "三"))), ("三2", Some(("三", "2"))), ("第", None)] {
            assert_eq!(number_back(text, 2, 3, is_numeral), read, "{text}");
        }
    }
}
