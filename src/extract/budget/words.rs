//! The words by which noun phrases around amounts are told from the verbs and particles between; in rows, as lists of
//! words are read.

/// How nouns of money end.
pub(super) const NOUNS: &[&str] = &[
    "资金", "经费", "费用", "费", "款", "金", "补助", "补贴", "奖励", "奖补", "津贴", "工资", "薪酬", "待遇", "收入", "支出", "投资",
    "资本", "资产", "产值", "税", "税额", "纳税", "额", "额度", "价", "价格", "造价", "成本", "利息", "贷款", "预算", "罚款", "保费",
    "保险", "利润", "资助", "救助", "报酬", "出资", "债券", "债务", "缺口", "损失", "开支", "价款", "负担", "加价", "借款", "定额", "红利",
    "股本", "存款", "支付", "缴费", "投入",
];

/// Words that say that there is money, how it moves and who gives it, not what for.
#[rustfmt::skip]
pub(super) const GENERIC: &[&str] = &[
    // the money
    "资金", "专项资金", "财政资金", "总投资", "投资", "投入", "预算", "经费", "金额", "总额", "总", "额度", "费用", "标准", "扣除标准", "补助",
    "奖励", "资助", "补贴", "救助", "奖金", "人民币", "数额", "限额", "定额", "部分", "单价", "一次性", "万",
    // sums
    "共计", "合计", "小计", "总计", "共需", "共", "需要", "需", "累计", "预计", "计", "估算", "概算", "折合", "尚欠", "剩余", "其余", "其他",
    // how it moves
    "安排", "扣减", "缴纳", "达", "收取", "完成", "支付", "下达", "拨付", "落实", "筹集", "到位", "列支", "给予", "处", "予以", "增至", "至",
    "提高", "到", "调整", "降至", "降低", "增加", "新增", "减少", "节约", "核定", "批复", "发放", "得", "收", "取", "支", "收回",
    // what it belongs to and when
    "本项目", "该项目", "项目", "计划", "其中", "年度", "全年", "每年", "本年", "当年", "先期", "至今",
    // who gives it
    "市财政", "县财政", "省财政", "区财政", "镇财政", "各级财政", "中央财政", "省级财政", "市级财政", "县级财政", "本级财政",
    // particles
    "为", "约", "拟", "按照", "按", "的", "该", "本", "其", "在", "即", "分别", "已", "实际", "可", "并", "和", "或", "最高", "最低", "再", "不",
    "由", "从", "额外", "另", "也", "均", "都", "将", "且", "仅", "以上",
];

/// Verbs and particles that may stand between a noun phrase and its amount.
#[rustfmt::skip]
pub(super) const LINKS: &[&str] = &[
    "按照", "按", "为", "约", "达到", "达", "共计", "共需", "合计", "小计", "总计", "总共", "共", "计", "需要", "需",
    "分别", "都在", "均在", "在", "累计", "给予", "安排", "不得", "即", "折合", "可", "应", "由", "从", "增至", "提高到",
    "提高至", "调整为", "降至", "核定为", "是", "：", ":", "有", "应有", "最高可", "再", "将", "于", "以", "一般", "原则上", "先行", "不", "大约",
    "首次", "首超", "首", "各", "分为", "共分", "分", "平均", "严格控制在", "控制在", "严格", "先期", "完成", "实现", "设为", "设", "户均", "人均年", "最高支持", "最高奖励", "最高补助"
];

/// Verbs after which the noun phrase begins.
#[rustfmt::skip]
pub(super) const VERBS: &[&str] = &[
    "其中", "聘请", "印制", "购买", "采购", "购置", "承诺", "用于", "给予", "发放", "列支", "核定", "确保", "完成", "实现", "要求", "包括",
    "含有", "具有", "缴纳", "收取", "支付", "预计", "应当", "没收", "处以", "并处", "申请", "征收", "开展", "举办", "组织", "发生的", "以上或",
    "以下或", "且", "或者", "涉及", "投放", "落实", "造成", "发行",
];

/// Verbs of giving after which the noun phrase begins, even where it says nothing definite: 市财政安排专项资金.
pub(super) const SPENDS: &[&str] = &["安排", "投入", "拨付", "下达", "筹集", "争取"];

/// Words at the head of a list member or clause.
#[rustfmt::skip]
pub(super) const HEADS: &[&str] = &[
    "现将", "但是", "但", "“", "\"", "全市", "全县", "除",
    "一是", "二是", "三是", "四是", "五是", "六是", "七是", "八是", "九是", "十是", "其中", "同时", "另外", "另有", "另", "并",
    "且", "其", "该", "对", "按照", "按", "以及", "和", "还", "主要", "拟", "可", "将", "须", "应", "再", "明确", "的",
    "及", "、", "对于", "凡", "由", "在",
];

/// Words that begin like one of those and are whole.
#[rustfmt::skip]
pub(super) const WHOLE: &[&str] = &[
    "其他", "应急", "应用", "应收", "应付", "可再生", "可持续", "再就业", "再生", "在建", "在职", "在校", "在岗", "对外", "对口", "并购", "还款",
    "按揭", "除雪", "除险", "和谐", "及时",
];

/// Verbs by which money is given.
#[rustfmt::skip]
pub(super) const GIVES: &[&str] = &["给予", "予以", "发放", "支付", "拨付", "安排", "奖励", "补助", "补贴", "资助", "奖补", "一次性"];

/// Words before those for whom something is done.
#[rustfmt::skip]
pub(super) const TOWARD: &[&str] = &["对于", "对", "凡是", "凡", "鼓励", "支持", "引导", "扶持"];

/// Words that begin a clause about the basis, the payer or the time of an amount.
#[rustfmt::skip]
pub(super) const BASES: &[&str] = &["按照", "按", "根据", "依据", "由", "经", "从", "自", "以", "在", "为"];

/// Words before what money is spent on.
#[rustfmt::skip]
pub(super) const FOR: &[&str] =
    &[
    "主要用于", "专项用于", "全部用于", "重点用于", "统筹用于", "用于", "作为", "用作", "专门支持", "重点支持", "支持",
];

/// Verbs of building and buying.
#[rustfmt::skip]
pub(super) const BUILDS: &[&str] = &["建设", "新建", "改造", "扩建", "购置", "实施", "改建", "新增", "修建", "建成"];

/// How works are called.
#[rustfmt::skip]
pub(super) const WORKS: &[&str] =
    &[
    "工程", "项目", "计划", "建设", "行动", "中心", "基地", "基金", "厂", "园区", "产业园", "大桥", "公路", "改造", "资金池", "平台", "系统",
];

/// Those to whom money is given, without a word that tells them from others.
#[rustfmt::skip]
pub(super) const PARTIES: &[&str] = &[
    "企业", "单位", "个人", "人员", "机构", "项目", "对象", "家庭", "主体", "农户", "组织", "学校", "团队", "集体", "人", "用户", "居民", "公司", "工业企业", "市场主体", "经营主体", "各类主体",
    "申报单位", "投资者", "部分",
];

/// Words that say that something is attained, and when, but not what.
#[rustfmt::skip]
pub(super) const ATTAINED: &[&str] = &[
    "当年", "当年度", "年度", "年内", "首次", "首个", "新", "成功", "再次", "重新", "每", "被", "获得", "获评", "获批", "获", "荣获", "取得", "通过", "认定为", "认定", "评为", "评定为", "确认为",
    "命名为", "列为", "列入", "入选", "成为", "企业", "单位", "经", "且", "已", "并",
];

/// Who pays.
#[rustfmt::skip]
pub(super) const PAYERS: &[&str] = &[
    "财政", "政府", "资金", "预算", "局", "委", "办", "部门", "基金", "中央",
];

/// Adverbs before a verb of giving.
#[rustfmt::skip]
pub(super) const ADVERBS: &[&str] =
    &[
    "分别", "各", "再", "可", "另", "一次性", "最高", "最多", "每", "均", "都", "将", "给予", "并", "额外", "再次",
];
