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
    "联系人" reach;
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
    "咨询" service;
    "举报" service;
    "投诉" service;
}
