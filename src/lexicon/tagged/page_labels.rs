//! What a page says of a document and of itself, before a colon.

marks! {
    /// Stands in the block of data above a document.
    block,
    /// Begins a line of its own, for repairs, which know of no block: others begin lines of a text, too.
    apart,
    /// Stands in the line under its title.
    line,
    /// Tells by itself that a line at the top is of such a block; other labels are also words of documents.
    sure,
    /// The document's title follows.
    title,
    /// Its number in the index of what is made public.
    index,
    /// Who issued it.
    publisher,
    /// The day of which it is.
    written,
    /// Its 发文字号.
    number,
    /// What it is about.
    topic,
    /// How far it is public.
    disclosure,
    /// When the page showed it, and no day of the document.
    day,
    /// The same in the line under a title; elsewhere a time of the matter.
    time,
    /// Whence the page has it.
    source,
    /// What the page counts or lets its reader choose; a day before it is that of the page, too.
    reader,
    /// Who made the page; elsewhere verbs (编辑) and people of the matter.
    editor,
}

words! {
    "信息名称" block title;
    "公文名称" block title;
    "发文标题" block title;
    "标题" block apart title;
    "名称" block title;
    "文件名称" block title;
    "法规标题" block title;
    "法规名称" block title;
    "索引号" block apart sure index;
    "信息索引号" block index;
    "发布单位" block line publisher;
    "发布机构" block line publisher;
    "公开主体" block publisher;
    "公开责任部门" block publisher;
    "公布机关" block publisher;
    "发文机关" block apart publisher;
    "发文机构" block publisher;
    "发文单位" block publisher;
    "发布部门" block publisher;
    "发布机关" block publisher;
    "发文部门" block publisher;
    "颁布单位" block publisher;
    "颁布机关" block publisher;
    "制定机关" block publisher;
    "公布日期" block written;
    "公布时间" block written;
    "发文日期" block written;
    "发文时间" block written;
    "成文日期" block apart written;
    "成文时间" block written;
    "生成日期" block written;
    "颁布日期" block written;
    "颁布时间" block written;
    "发文字号" block apart number;
    "发文文号" block number;
    "发布文号" block number;
    "文号" block number;
    "文件编号" block number;
    "分类" block line topic;
    "信息分类" block topic;
    "主题分类" block apart sure topic;
    "组配分类" block sure topic;
    "公文种类" block topic;
    "公开方式" block apart disclosure;
    "公开形式" block disclosure;
    "公开类型" block disclosure;
    "发布时间" block line sure day;
    "发布日期" block apart line sure day;
    "发表时间" line day;
    "发表日期" line day;
    "发稿时间" block line day;
    "更新时间" block line sure day;
    "更新日期" block line sure day;
    "最后更新" line day;
    "录入时间" line day;
    "添加时间" line day;
    "创建时间" line day;
    "上传时间" line day;
    "公开日期" block day;
    "公开时间" block day;
    "时间" line time;
    "日期" block line time;
    "来源" block apart line source;
    "文章来源" line source;
    "本文来源" line source;
    "信息来源" block line sure source;
    "稿件来源" line source;
    "内容来源" line source;
    "新闻来源" line source;
    "稿源" block line source;
    "浏览量" line reader;
    "浏览数" line reader;
    "浏览次数" line reader;
    "阅读数" line reader;
    "阅读量" line reader;
    "阅读次数" line reader;
    "点击数" line reader;
    "点击量" line reader;
    "点击率" line reader;
    "点击次数" line reader;
    "访问量" line reader;
    "访问次数" line reader;
    "下载次数" line reader;
    "字号" block line number reader;
    "字体" line reader;
    "字体大小" line reader;
    "视力保护色" line reader;
    "编辑" line editor;
    "编辑人" line editor;
    "责任编辑" line editor;
    "责编" line editor;
    "主题词" block apart;
    "公文目录" block;
    "公开范围" block;
    "公开时限" block;
    "公开程序" block;
    "体裁分类" block;
    "服务对象" block;
    "生效日期" block;
    "生效时间" block;
    "关键词" block;
    "有效性" block;
    "其他信息" block;
    "时效" block;
    "时效性" block;
    "效力等级" block;
    "效力注释" block;
    "效力状态" block;
    "效力属性" block;
    "效力级别" block;
    "效力层级" block;
    "统一编号" block;
    "登记号" block;
    "规范性文件编号" block;
    "废止日期" block;
    "废止时间" block;
    "失效日期" block;
    "失效时间" block;
    "施行日期" block;
    "内容概述" block;
    "内容概要" block;
    "法规类别" block;
    "法规类型" block;
    "实施日期" block;
    "实施时间" block;
    "作者" line;
    "发布人" line;
    "发布者" line;
    "信息员" line;
    "审核" line;
    "审核人" line;
    "录入" line;
    "录入者" line;
    "供稿" line;
    "投稿" line;
    "上传人" line;
    "浏览" line;
    "阅读" line;
    "点击" line;
    "人气" line;
    "本文作者" line;
    "发布" line;
    "栏目" line;
    "标签" line;
}
