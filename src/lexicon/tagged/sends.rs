//! Verbs that hand something over.
//!
//! With 至 stand here only those that are no verbs of sending without it, and the one that `words.txt` has as a word.

marks! {
    /// Who gets it may stand right behind, or behind 至, 到 or 给: 报送市教育局, 报送至市教育局. Of several in a clause the first of
    /// this list is asked first: 报告 and 报 are also what is sent.
    sends,
    /// A single sign that does so and ends or begins other words as well: 推送, 交通局.
    sign,
    /// Who gets it stands before, behind 向: 向市教育局报告.
    faces,
    /// It tells what is done with what 将 sets before it: 将材料报送…. Not 报告 and 汇报, which are as often nouns behind 将
    /// (将作报告), and no word that `words.txt` does not have.
    disposes,
}

words! {
    "报送" sends faces disposes;
    "上报" sends faces disposes;
    "提交" sends faces disposes;
    "反馈" sends faces disposes;
    "投递" sends;
    "推送" sends;
    "发送" sends faces disposes;
    "发给" sends;
    "送至" sends;
    "寄至" sends;
    "发至" sends;
    "传至" sends;
    "送交" sends faces disposes;
    "送达" sends faces disposes;
    "抄送" sends faces disposes;
    "抄报" sends faces;
    "抄告" sends faces disposes;
    "寄送" sends faces disposes;
    "移交" sends faces disposes;
    "递交" sends faces disposes;
    "送" sign;
    "报告" sends faces;
    "报" sends disposes;
    "交" sign;
    "报备" faces;
    "备案" faces;
    "汇报" faces;
    "缴纳" faces;
    "提交至" disposes;
    "归档" disposes;
    "存档" disposes;
    "纳入" disposes;
    "列入" disposes;
    "作为" disposes;
}
