//! Kinds of documents, with which titles end.
//!
//! The 15 statutory kinds first (党政机关公文处理工作条例, 第八条), then the usual others. Titles that nobody cites (forms, letters
//! of commitment) are neither [`law`] nor [`document`]. The marks that begin with `like` say how a kind binds, for the judge of
//! tasks, whose weights are learned by them.

marks! {
    /// Ends titles: a line that ends so may be one.
    title,
    /// A title in 《》 that ends so is cited: a law, regulation or standard.
    law,
    /// A title in 《》 that ends so is cited: an official document.
    document,
    /// A line of running text that ends so is a title, which repairs cannot tell but by its end; other kinds (计划, 要求) end
    /// sentences, too.
    line,
    /// Stands in no code of a document number (机关代字): where one is run on to a title, it begins behind such a word.
    code,
    /// Stands in codes as well (海川市民政局公告, 纪要): a code begins behind it only where a title is known to stand before.
    glued,
    /// An organ makes known or orders by it under its own name: 海川市民政局公告, 海川市人民政府令.
    notice,
    /// Is a title without more.
    alone,
    /// Is a short form without more: 以下简称《办法》.
    short,
    /// Has recipients.
    addressed,
    /// Has recipients and is signed below, not by its title alone.
    signed,
    like_plan,
    like_rules,
    like_notice,
    like_opinion,
    like_letter,
    like_public,
    like_circular,
    like_budget,
    like_list,
}

words! {
    "决议" title document code like_opinion;
    "决定" title document line code like_opinion alone short;
    "命令" title document notice alone;
    "令" title document notice;
    "公报" title document line alone;
    "公告" title document line glued like_public notice alone;
    "通告" title document line glued like_public notice alone;
    "意见" title document line code like_opinion short signed;
    "通知" title document line code like_notice alone short signed;
    "通报" title document line code like_circular alone signed;
    "报告" title document line like_circular addressed signed;
    "请示" title document line code like_circular addressed signed;
    "批复" title document line code like_letter addressed signed;
    "议案" title document;
    "函" title document line like_letter addressed signed;
    "复函" title line glued like_letter;
    "纪要" title document line glued like_circular;
    "方案" title document line code like_plan short;
    "要点" title document line like_plan;
    "办法" title law line like_rules short;
    "规划" title document line like_plan short;
    "计划" title document like_plan;
    "预算" title like_budget;
    "决算" title like_budget;
    "规定" title law line like_rules short;
    "规则" title law like_rules short;
    "细则" title law line code like_rules short;
    "条例" title law code like_rules short;
    "制度" title document like_rules;
    "章程" title law like_rules;
    "守则" title law like_rules;
    "准则" title law like_rules;
    "规范" title law like_rules short;
    "标准" title law short;
    "指南" title document;
    "指引" title document;
    "指导意见" title;
    "总结" title like_circular;
    "打算" title;
    "说明" title like_budget;
    "预案" title document like_plan;
    "措施" title document like_plan;
    "政策" title document;
    "清单" title document like_list;
    "目录" title document like_list;
    "名单" title like_list;
    "答复" title document like_letter;
    "公示" title like_public alone;
    "公开" title like_budget;
    "公约" title law;
    "协议" title;
    "合同" title;
    "安排" title document like_plan;
    "提纲" title;
    "建议" title document;
    "须知" title;
    "简章" title;
    "启事" title alone;
    "通稿" title;
    "解读" title;
    "讲话" title;
    "汇报" title;
    "倡议书" title;
    "承诺书" title;
    "责任书" title;
    "任务书" title;
    "建议书" title;
    "告知书" title;
    "告诫书" title;
    "决定书" title;
    "通知书" title;
    "意见书" title;
    "表" title like_list;
    "图" title;
    "大纲" title document;
    "纲要" title document short;
    "战略" title document;
    "声明" title document alone;
    "批示" title;
    "简报" title;
    "文本" title like_budget;
    "分工" title document like_plan;
    "流程" title document;
    "程序" title document;
    "要求" title document;
    "口号" title like_list;
    "标语" title like_list;
    "统计表" title;
    "汇总表" title;
    "登记表" title;
    "申报表" title;
    "审批表" title;
    "信息表" title;
    "一览表" title;
    "明细表" title;
    "模板" title;
    "样表" title;
    "回执" title;
    "证明" title;
    "范本" title document;
    "手册" title document;
    "公开信" title;
    "法" law;
    "法典" law;
    "规程" law;
    "通则" law;
    "总则" law;
    "导则" law;
    "基准" law;
    "修正案" law;
    "解释" law;
    "协定" law;
    "分类" law;
    "代码" law;
    "术语" law;
    "定额" law;
    "图集" law;
    "限值" law;
    "技术条件" law;
    "提案" document;
    "名录" document;
    "提示" document;
    "倡议" document;
    "宣言" document;
    "重点" document;
    "任务" document like_plan;
    "方法" document;
    "体系" document;
    "规约" document;
    "机制" document;
    "职责" document;
    "备忘录" document;
    "示范文本" document;
    "条件" document;
    "分类科目" document;
    "指标" document;
    "举措" document;
    "事项" document;
    "意见稿" document;
    "草案" document;
    "责任制" document;
    "白皮书" document;
    "路线图" document;
    "行动" like_plan;
}
