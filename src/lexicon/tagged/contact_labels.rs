//! What is said before a number to call, an address or a name.
//!
//! Labels with blanks between their characters (电　话) are those of two, wherever a reader looks for them so.

marks! {
    /// A telephone number follows.
    phone,
    /// One of a fax machine.
    fax,
    /// An address of mail.
    mail,
    /// An address.
    place,
    /// A postcode.
    post,
    /// What else one is reached by.
    net,
    /// Any of these may follow, or a name.
    reach,
    /// A name follows.
    name,
    /// So it does, and the signs of the label may be set apart: 负 责 人.
    name_apart,
    /// So it does, or what is to be done by one who is called so.
    name_acts,
    /// What a number is for: 报名电话. Of several in a label the first of this list counts.
    purpose,
    /// Those of complaints, whose desk is another than the one that the rest of a line is about.
    complaint,
    /// Figures beside it are the short number of a service, a few of which are verbs or purposes (拨打, 举报).
    service,
}

words! {
    "电话" phone service;
    "手机" phone;
    "热线" phone service;
    "座机" phone;
    "固话" phone;
    "传真" fax;
    "邮箱" mail;
    "电子邮箱" mail;
    "电子邮件" mail;
    "E-mail" mail;
    "Email" mail;
    "地址" place;
    "联系地址" place;
    "通讯地址" place;
    "邮编" post;
    "邮政编码" post;
    "网址" net;
    "微信" net;
    "联系人" reach name_apart;
    "联络人" name_apart;
    "联络员" name_apart;
    "经办人" name_apart;
    "负责人" name_apart;
    "责任人" name_acts;
    "收件人" name;
    "承办人" name;
    "填报人" name;
    "填表人" name;
    "报名人" name;
    "咨询人" name;
    "解读人" name;
    "解释人" name;
    "签发人" name;
    "审核人" name;
    "联系老师" name_acts;
    "信息员" name_acts;
    "分管领导" name_acts;
    "联系方式" reach;
    "联系电话" reach;
    "拨打" service;
    "致电" service;
    "专线" service;
    "客服" service;
    "短号" service;
    "报警" service;
    "火警" service;
    "急救" service;
    "求助" service;
    "监督" purpose complaint;
    "举报" purpose complaint service;
    "投诉" purpose complaint service;
    "咨询" purpose service;
    "报名" purpose;
    "技术支持" purpose;
    "技术" purpose;
    "服务" purpose;
    "值班" purpose;
    "业务" purpose;
}
