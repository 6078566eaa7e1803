//! Budgets: `amount role item`, and `=` or `≠` where something was computed.

use super::compare;

fn show(record: &gongwen::Record) -> Vec<String> {
    let one = |budget: &gongwen::extract::Budget| {
        let role = serde_json::to_value(budget.role).expect("a role is a word");
        let item = budget.item.as_ref().map_or("–", |item| item.text.as_str());
        let check = budget.check.as_ref().map_or("", |check| if check.ok { " =" } else { " ≠" });
        format!("{} {} {item}{check}", budget.amount.value, role.as_str().unwrap_or_default())
    };
    record.budgets.iter().map(one).collect()
}

#[test]
fn what_the_money_is_for() {
    super::hold(include_str!("budget.cases"), 240, |body| show(&super::read(&format!("一、有关事项\n{body}"))));
}

#[test]
fn the_noun_before_the_amount() {
    compare(
        &[
            ("一、安排宣传印刷费3.5万元。", &["35000 item 宣传印刷费"]),
            ("一、办公设备购置经费12万元，会议费2万元。", &["120000 item 办公设备购置经费", "20000 item 会议费"]),
            ("一、2024年收入预算总计1,234.5万元，比上年增加100万元。", &["12345000 total 收入预算", "1000000 item 收入预算"]),
            ("一、一等奖1万元，二等奖5000元。", &["10000 item 一等奖", "5000 item 二等奖"]),
            ("一、违法所得不足1万元的，从轻处理。", &["10000 cap 违法所得"]),
            ("一、征收配套费（中心城区每平方米60元，其他区域每平方米30元）。", &["60 unit_price 配套费", "30 unit_price 配套费"]),
            ("一、注册资本不低于500万元。", &["5000000 floor 注册资本"]),
            ("一、合同金额为1,234.56元。", &["1234.56 item 合同金额"]),
            ("一、预算金额：50万元", &["500000 item 预算金额"]),
            ("一、聘请监测人员2人待遇4.8万元。", &["48000 item 监测人员2人待遇"]),
            ("一、投标保证金2万元。", &["20000 item 投标保证金"]),
            ("一、单个项目资助金额最高不超过30万元，最低5万元。", &["300000 cap 单个项目资助金额", "50000 floor 单个项目资助金额"]),
            ("一、年营业收入达到2000万元以上的企业可以申报。", &["20000000 floor 年营业收入"]),
            ("一、企业年研发投入在100万元以上。", &["1000000 floor 企业年研发投入"]),
            ("一、培训费每人每天300元。", &["300 standard 培训费"]),
            ("一、城乡居民医保个人缴费标准为每人每年380元。", &["380 standard 城乡居民医保个人缴费标准"]),
            ("一、绿化养护费按5元/平方米计算。", &["5 unit_price 绿化养护费"]),
        ],
        show,
    );
}

#[test]
fn the_noun_behind_the_amount() {
    compare(
        &[
            ("一、可享受最高不超过20万元的技能提升贷款。", &["200000 cap 技能提升贷款"]),
            ("一、对新认定的示范基地，给予10万元一次性奖励。", &["100000 item 示范基地"]),
            ("一、处5000元以上3万元以下罚款。", &["5000 floor 罚款", "30000 cap 罚款"]),
            ("一、每户给予2000元补贴。", &["2000 standard 补贴"]),
            ("一、享受每月1200元的生活补助。", &["1200 standard 生活补助"]),
            ("一、按每亩200元的标准给予补贴。", &["200 standard 补贴"]),
            ("一、对困难家庭按每户800元标准发放慰问金。", &["800 standard 慰问金"]),
        ],
        show,
    );
}

#[test]
fn the_noun_in_an_earlier_or_later_clause() {
    compare(
        &[
            ("一、科普画册2500册，每册12元，小计3万元。", &["12 unit_price 科普画册", "30000 subtotal 科普画册 ="]),
            ("一、印制宣传折页5000.0份，每份2.00元，小计1.20万元。", &["2 unit_price 宣传折页", "12000 subtotal 宣传折页 ≠"]),
            ("一、校徽6元/枚，制作800枚，小计0.48万元。", &["6 unit_price 校徽", "4800 subtotal 校徽 ="]),
            ("一、投资4亿元，建设年产10万吨的有机肥项目。", &["400000000 item 建设年产10万吨的有机肥项目"]),
            ("一、安排资金20万元，用于校舍维修。", &["200000 total 校舍维修"]),
            ("一、子女接受全日制教育的学费支出，按照每月800元的标准补助。", &["800 standard 学费支出"]),
            ("一、窗口岗位3人，巡查岗位2人，待遇9万元。", &["90000 item 窗口岗位3人，巡查岗位2人，待遇"]),
        ],
        show,
    );
}

#[test]
fn totals_and_their_parts() {
    compare(
        &[
            (
                "一、校园安全补助资金\n安排保安服务费6万元；消防器材购置费3万元；合计9万元。",
                &["60000 item 保安服务费", "30000 item 消防器材购置费", "90000 total 校园安全补助资金 ="],
            ),
            (
                "一、校园安全补助资金\n本项目计划安排资金9万元。一是保安服务费6万元；二是消防器材购置费3万元。",
                &["90000 total 校园安全补助资金 =", "60000 item 保安服务费", "30000 item 消防器材购置费"],
            ),
            ("一、项目名称\n校园安全补助资金。\n二、资金安排情况\n项目安排资金9万元。", &["90000 total 校园安全补助资金"]),
        ],
        show,
    );
}

#[test]
fn tables_whose_head_gives_the_unit() {
    compare(
        &[
            (
                "一、分配如下。\n学校\t人数\t补助金额（万元）\n海川一中\t120\t36\n海川二中\t80\t24.5\n合计\t200\t60.5",
                &["360000 item 海川一中", "245000 item 海川二中", "605000 total 补助金额 ="],
            ),
            (
                "一、分配如下。\n单位：万元\n项目\t预算\t备注\n校舍维修费\t30\t无\n设备购置费\t1,200.5\t无\n总计\t1,231\t无",
                &["300000 item 校舍维修费", "12005000 item 设备购置费", "12310000 total 预算 ≠"],
            ),
            ("一、分配如下。\n学校\t人数\t教师\n海川一中\t120\t36\n海川二中\t80\t24", &[]),
        ],
        show,
    );
}
