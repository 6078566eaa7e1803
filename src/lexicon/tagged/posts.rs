//! Posts, and other words by which a person is called beside his name. Of two that end alike the longer stands first.

marks! {
    /// Heads an organ, and signs and speaks for it: 省长 李明远, 海川市人民政府市长.
    heads,
    /// Leads what is no organ, or a part of one; he speaks at the head of a text as well: 党组书记、局长李明远：.
    leads,
    /// Stands for one who leads.
    deputy,
    /// Is held in an organ, a school or a company, without leading it.
    held,
    /// Is how one is called, and no post.
    called,
    /// Is held in a group that is set up for a purpose, whose members are listed behind it and a colon.
    group,
    /// Documents are addressed to such: 各位委员：.
    addressed,
}

words! {
    "自治区主席" heads;
    "总理" heads;
    "省长" heads;
    "市长" heads;
    "县长" heads;
    "区长" heads;
    "州长" heads;
    "盟长" heads;
    "旗长" heads;
    "镇长" heads;
    "乡长" heads;
    "主席" heads addressed;
    "主任" heads group;
    "部长" heads;
    "厅长" heads;
    "局长" heads;
    "署长" heads;
    "行长" heads;
    "院长" heads addressed;
    "检察长" heads;
    "书记" leads addressed;
    "校长" leads addressed;
    "园长" leads addressed;
    "处长" leads;
    "科长" leads;
    "所长" leads;
    "站长" leads;
    "股长" leads;
    "队长" leads;
    "组长" leads group;
    "总经理" leads;
    "经理" leads;
    "主任委员" group;
    "委员" leads group addressed;
    "秘书长" group;
    "总指挥长" group;
    "指挥长" group;
    "总指挥" group;
    "指挥" group;
    "总召集人" group;
    "召集人" group;
    "顾问" group;
    "联络员" group;
    "成员单位" group;
    "成员" group;
    "副主任" deputy;
    "副局长" deputy;
    "副处长" deputy;
    "副科长" deputy;
    "副部长" deputy;
    "副书记" deputy;
    "副校长" deputy;
    "副院长" deputy;
    "副所长" deputy;
    "副站长" deputy;
    "副股长" deputy;
    "副主席" deputy;
    "副总经理" deputy;
    "副经理" deputy;
    "副市长" deputy;
    "副县长" deputy;
    "副区长" deputy;
    "副镇长" deputy;
    "副乡长" deputy;
    "副组长" deputy;
    "副队长" deputy;
    "工程师" held;
    "会计" held;
    "秘书" held;
    "干事" held;
    "助理" held;
    "主管" held;
    "总监" held;
    "总裁" held;
    "政委" held;
    "教授" held;
    "研究员" held;
    "医生" held;
    "护士长" held;
    "律师" held;
    "警官" held;
    "干部" held;
    "科员" held;
    "大夫" called;
    "老师" called addressed;
    "先生" called addressed;
    "女士" called addressed;
    "小姐" called;
    "同志" called addressed;
}
