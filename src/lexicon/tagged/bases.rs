//! Words that lead to what an act rests on: a document, a rule, a standard.
//!
//! A new word of a known kind is entered here and nowhere else; `words.txt` says besides whether it is a verb or a preposition.

marks! {
    /// Says why something is done, whatever verbs it governs.
    ground,
    /// Says by what it is done, or why: 按照规定开展检查 is done and 按照…要求 is why.
    rule,
    /// What something is held beside.
    model,
    /// What is carried out; names of documents stand behind it.
    duty,
    /// What something agrees with or not.
    test,
    /// The sign that other words end with or begin with, asked for only where a word is cut off before or behind it.
    by,
    /// Other words behind which the organs of a document's title begin.
    about,
}

words! {
    "根据" ground;
    "依据" ground;
    "按照" rule;
    "依照" rule;
    "遵照" rule;
    "参照" model;
    "比照" model;
    "对照" model;
    "贯彻" duty;
    "落实" duty;
    "执行" duty;
    "符合" test;
    "违反" test;
    "按" by;
    "关于" about;
    "结合" about;
    "严格" about;
    "深入" about;
}
