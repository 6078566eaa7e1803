//! Which times of a document bind: sentences of a notice of 2022-03-25, and all the deadlines that each holds.
//!
//! A block of `deadline.cases` is a text, one line a paragraph, and under it one line `= kind start end` for each deadline
//! that must be found, in order; a text without any must hold none. `start` and `end` are `-` where there is none.

use gongwen::{
    Options,
    extract::deadline::{Deadline, Inferred, Moment},
};
use jiff::civil::date;

/// The text in a document: the paragraphs are those of its first section.
fn document(body: &str) -> String {
    format!(
        "海川市教育局关于开展2022年春季校园安全检查的通知\n\n海教发〔2022〕15号\n\n各县（市、区）教育局：\n\n现将有关事项通知如下：\n\n一、有关要求\n\n{body}\n\n\
         海川市教育局\n2022年3月25日\n"
    )
}

fn show(deadline: &Deadline) -> String {
    let kind = format!("{:?}", deadline.kind).to_lowercase();
    let day = |side: Option<Moment>| side.map_or("-".to_owned(), |moment| moment.date.to_string());
    format!("= {kind} {} {} {}", day(deadline.start), day(deadline.end), deadline.quote.text)
}

#[test]
fn deadlines_are_told_from_other_times() {
    let mut failures = Vec::new();
    let blocks: Vec<&str> = include_str!("deadline.cases").split("\n\n").filter(|block| !block.trim().is_empty()).collect();
    for block in &blocks {
        let lines = || block.lines().filter(|line| !line.starts_with('#'));
        let body = lines().filter(|line| !line.starts_with("= ")).collect::<Vec<_>>().join("\n");
        let expected = lines().filter(|line| line.starts_with("= ")).collect::<Vec<_>>();
        let record = gongwen::read(&document(&body), &Options::default()).unwrap();
        assert_eq!(record.header.date.as_ref().and_then(|day| day.date), Some(date(2022, 3, 25)), "{body}");
        let found = record.deadlines.iter().map(show).collect::<Vec<_>>();
        if found != expected {
            failures.push(format!("{body}\n  expected {expected:#?}\n  found    {found:#?}"));
        }
    }
    assert!(failures.is_empty(), "{} of {} texts fail\n{}", failures.len(), blocks.len(), failures.join("\n"));
    assert!(blocks.len() >= 199, "{} texts", blocks.len());
}

#[test]
fn lengths_and_rules_are_given() {
    let text = document("各校每月5日前报送进展。收到通知书后5个工作日内反馈。本通知自印发之日起施行，有效期2年。");
    let record = gongwen::read(&text, &Options::default()).unwrap();
    let [monthly, workdays, from, lasting] = &record.deadlines[..] else { panic!("{:#?}", record.deadlines) };
    assert_eq!(monthly.rrule.as_deref(), Some("FREQ=MONTHLY;BYMONTHDAY=5"));
    let anchor = workdays.anchor.as_ref().unwrap();
    assert_eq!((anchor.duration.to_string().as_str(), anchor.duration.workdays), ("P5D", true));
    assert_eq!(anchor.event.as_ref().unwrap().text, "收到通知书");
    let day = |year, month, day| Some(Moment { date: date(year, month, day), clock: None });
    assert_eq!((from.start, from.inferred), (day(2022, 3, 25), Inferred { event: true, ..Inferred::default() }));
    assert_eq!((lasting.end, lasting.anchor.as_ref().unwrap().duration.years), (day(2024, 3, 24), 2));
}

#[test]
fn a_day_that_only_leap_years_have_is_of_the_next() {
    let text = document("请于2月29日前完成。").replace("2022年3月25日", "2023年12月20日");
    let record = gongwen::read(&text, &Options::default()).unwrap();
    assert_eq!(record.deadlines[0].end.map(|end| end.date), Some(date(2024, 2, 29)));
}

#[test]
fn working_days_are_counted_over_the_holidays_that_are_given() {
    let text = document("收到通知后5个工作日内反馈。请在本通知印发之日起5个工作日内报送。各校于每月5日前报送，次月10日前公布。");
    let ends = |options: &Options| {
        let record = gongwen::read(&text, options).unwrap();
        let ends = record.deadlines.iter().map(|d| d.end.map(|end| end.date)).collect::<Vec<_>>();
        let said = record.diagnostics.iter().filter(|d| d.code == "holidays-unknown").count();
        (ends, said)
    };
    assert_eq!(ends(&Options::default()), (vec![None, Some(date(2022, 4, 1)), None, None], 1));
    let workdays = gongwen::phrase::workday::Workdays::read("2022-03-28..2022-03-29 off\n2022-03-26 work").ok();
    let (given, said) = ends(&Options { workdays, ..Options::default() });
    assert_eq!((given[1], said), (Some(date(2022, 4, 4)), 0));
}

#[test]
fn what_hangs_on_a_cycle_has_its_rule() {
    let text = document("每年11月30日前开展考核，次年1月31日前公布结果。每月底通报，次月5日前报送。");
    let record = gongwen::read(&text, &Options::default()).unwrap();
    let rules = record.deadlines.iter().filter_map(|d| d.rrule.as_deref()).collect::<Vec<_>>();
    assert_eq!(
        rules,
        [
            "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=30",
            "FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=31",
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "FREQ=MONTHLY;BYMONTHDAY=5"
        ]
    );
}

#[test]
fn a_document_without_date_takes_the_year_of_its_title() {
    let text = "海川市2023年公开招聘公告\n一、报名时间：5月8日至5月15日。\n二、笔试时间：5月27日。\n三、考试当天须携带身份证。\n";
    let record = gongwen::read(text, &Options::default()).unwrap();
    let found = record.deadlines.iter().map(show).collect::<Vec<_>>();
    assert_eq!(
        found,
        ["= during 2023-05-08 2023-05-15 5月8日至5月15日", "= on 2023-05-27 2023-05-27 5月27日", "= on 2023-05-27 2023-05-27 考试当天"]
    );
}

/// What a document finds and shows of its deadlines.
fn deadlines_of(text: &str) -> Vec<String> {
    gongwen::read(text, &Options::default()).unwrap().deadlines.iter().map(show).collect()
}

#[test]
fn a_text_without_a_date_sets_times_too() {
    let holiday = "各乡镇人民政府：\n\n我县2009年春节放假7天，1月25日至31日放假。\n";
    assert_eq!(deadlines_of(holiday).last().unwrap(), "= during 2009-01-25 2009-01-31 1月25日至31日");
    let notice = "云岭县人民政府关于假日安排的通知\n\n各乡镇人民政府：\n\n经研究，县政府决定自2021年7月1日起提高低保标准。\n\n\
                  一、春节：1月31日至2月6日放假。2月8日（星期六）上班。\n\n二、清明节：4月5日放假。\n";
    assert_eq!(
        deadlines_of(notice),
        [
            "= from 2021-07-01 - 自2021年7月1日起",
            "= during 2021-01-31 2021-02-06 1月31日至2月6日",
            "= on 2021-02-08 2021-02-08 2月8日（星期六）",
            "= on 2021-04-05 2021-04-05 4月5日",
        ]
    );
}

#[test]
fn headings_that_look_back_tell_history() {
    let report = "云岭县人民政府工作报告\n\n一、2021年工作回顾\n\n一年来，完成地区生产总值120亿元。3月，建成政务服务中心。5月底，全面完成换届。\
                  12月31日前兑现了全部承诺。\n\n二、2022年工作安排\n\n2022年，全县要实现生产总值增长7%。6月底前，完成东环路改造。\
                  县医院新院区10月投入使用。\n\n到2025年，基本建成现代化新云岭。\n";
    assert_eq!(
        deadlines_of(report),
        [
            "= during 2022-01-01 2022-12-31 2022年",
            "= by - 2022-06-30 6月底前",
            "= during 2022-10-01 2022-10-31 10月",
            "= by - 2025-12-31 到2025年"
        ]
    );
    let circular = "海川市水务局关于2021年度防汛工作情况的通报\n\n各县（市、区）水务局：\n\n2021年汛期，7月20日至23日，我市遭遇强降雨，8月2日解除响应。\
                    现将有关情况通报如下：\n\n一、主要做法\n\n5月1日前，完成水库除险加固12座；6月15日，组织开展防汛演练。\n\n二、下一步要求\n\n\
                    各地要在4月15日前完成汛前检查，每周五报送进度。\n\n海川市水务局\n2021年12月30日\n";
    assert_eq!(deadlines_of(circular), ["= by - 2022-04-15 4月15日前", "= recurring - - 每周五"]);
}

#[test]
fn what_stands_under_a_heading_that_looks_back_may_still_be_told_to_do() {
    let text = "海川市教育局关于2021年工作总结的通知\n\n一、主要做法\n\n5月1日前完成摸底。各校要于6月1日前完成总结。\n\n海川市教育局\n2022年3月1日\n";
    assert_eq!(deadlines_of(text), ["= by - 2022-06-01 6月1日前"]);
}

#[test]
fn a_date_of_birth_lends_its_year_to_nothing() {
    let text = document("年满6周岁（2016年8月31日前出生）的儿童，于6月20日至22日到校报名。");
    assert_eq!(deadlines_of(&text), ["= during 2022-06-20 2022-06-22 6月20日至22日"]);
}

#[test]
fn a_document_without_date_takes_the_only_year_of_which_it_speaks() {
    let text = "各乡镇人民政府：\n\n现将有关事项通知如下：\n\n一、动员部署阶段（5月）\n\n各乡镇制定方案。\n\n二、总结阶段（11月）\n\n\
                各乡镇对2022年专项行动进行总结，于10月30日前报送。\n";
    assert_eq!(
        deadlines_of(text),
        ["= during 2022-05-01 2022-05-31 5月", "= during 2022-11-01 2022-11-30 11月", "= by - 2022-10-30 10月30日前"]
    );
}

#[test]
fn days_in_a_sentence_that_comes_again_are_a_schedule() {
    let text = "各科室：\n\n一、第一期：每周一上午，即2022年4月4日、4月11日的上午。\n\n二、2022年3月1日，举办了开班式。\n";
    assert_eq!(
        deadlines_of(text),
        ["= recurring - - 每周一上午", "= on 2022-04-04 2022-04-04 2022年4月4日", "= on 2022-04-11 2022-04-11 4月11日"]
    );
}

#[test]
fn a_heading_with_a_time_in_brackets_binds_what_is_to_be_done_under_it() {
    let text = document(
        "（一）动员部署（2022年4月底前）。各校要制定方案，明确责任。\n\n（二）组织实施（2022年5月至8月）。各校要于6月15日前完成自查。",
    );
    let record = gongwen::read(&text, &Options::default()).unwrap();
    let due = |task: &gongwen::extract::task::Task| {
        let of = record.deadlines.iter().filter(|d| task.deadlines.contains(&d.id)).filter_map(|d| d.end);
        of.map(|end| end.date).collect::<Vec<_>>()
    };
    assert_eq!(record.tasks.iter().map(due).collect::<Vec<_>>(), [[date(2022, 4, 30)], [date(2022, 6, 15)]]);
}

#[test]
fn the_last_months_before_the_year_of_the_title_are_no_history() {
    let call = "海川市2022年食堂配送项目磋商公告\n\n一、供应商应于2021年12月16日13点30分前提交响应文件。\n\n二、截至2021年12月底，食堂共有12个。\n";
    assert_eq!(deadlines_of(call), ["= by - 2021-12-16 2021年12月16日13点30分前"]);
}

#[test]
fn the_lead_may_say_of_which_year_it_speaks() {
    let text = "各省人民政府：\n\n现将2023年部分节假日安排通知如下。\n\n一、元旦：1月1日至3日放假。\n\n二、国庆节：10月1日至7日放假。\n\n江北省人民政府办公厅\n2022年10月25日\n";
    assert_eq!(deadlines_of(text), ["= during 2023-01-01 2023-01-03 1月1日至3日", "= during 2023-10-01 2023-10-07 10月1日至7日"]);
    let plan = "（一）自查阶段（7月3日至7月15日）。各县对2003年以来的工作进行检查，将《2005年工作总结》报市局。\n";
    assert_eq!(deadlines_of(plan), ["= during 2005-07-03 2005-07-15 7月3日至7月15日"]);
}

#[test]
fn a_text_without_a_date_sets_the_days_of_a_label_and_of_what_is_handed_over() {
    let text = "各教研组：\n\n一、各教研组于6月3日将教案报教导处。\n\n二、公布名次：6月15日左右。\n\n三、复赛阶段：6月20日举行复赛。\n\n\
                四、恢复办公时间暂定为：2023年7月10日。\n";
    assert_eq!(
        deadlines_of(text),
        [
            "= on 2023-06-03 2023-06-03 6月3日",
            "= on 2023-06-15 2023-06-15 6月15日",
            "= on 2023-06-20 2023-06-20 6月20日",
            "= on 2023-07-10 2023-07-10 2023年7月10日"
        ]
    );
}

#[test]
fn an_approval_counts_from_its_own_day() {
    let text = "海川市水务局关于柳沟水库加固工程的批复\n\n云川县水务局：\n\n你局的请示收悉，现批复如下：\n\n一、工期10个月。\n\n\
                本批复自批复之日起2年内有效。\n\n海川市水务局\n2023年11月3日\n";
    assert_eq!(deadlines_of(text), ["= relative - - 10个月", "= relative - 2025-11-03 自批复之日起2年内"]);
}

#[test]
fn a_whole_county_has_a_day_off() {
    let text = "关于放假的通知\n\n各乡（镇）人民政府：\n\n1.8月30日全县放假1天，8月28日、29日正常休息。\n\n2.各乡镇要安排好值班。\n";
    let found = deadlines_of(text);
    assert!(found[0].contains("8月30日") && found.iter().any(|shown| shown.contains("8月28日、29日")), "{found:?}");
}
