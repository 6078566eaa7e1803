//! What is done with a document: how it comes about, is put out and takes effect.
//!
//! Forms of these verbs (印发的, 现印发, 施行之日) are made by who asks for them.

marks! {
    /// An organ puts out what it has made or decided; its day is that of the document: 印发之日.
    issues,
    /// It passes on that of another.
    forwards,
    /// Is not said in titles, but its day is that of the document as well: 签发之日, 发文之日.
    dated,
    /// Its author brings it about; this may stand between him and its title: 市教育局制定的《…》.
    makes,
    /// Who may pass or change a regulation does so; captions under titles tell it.
    passes,
    /// It is in force then.
    effect,
}

words! {
    "印发" issues;
    "发布" issues;
    "公布" issues;
    "颁布" issues;
    "下发" issues;
    "颁发" issues;
    "转发" forwards;
    "批转" forwards;
    "签发" dated;
    "制发" dated;
    "发文" dated;
    "下文" dated;
    "行文" dated;
    "制定" makes;
    "制订" makes;
    "编制" makes;
    "起草" makes;
    "拟定" makes;
    "拟订" makes;
    "出台" makes;
    "修订" makes passes;
    "修正" passes;
    "通过" passes;
    "批准" passes;
    "施行" effect;
    "实施" effect;
    "执行" effect;
    "生效" effect;
    "试行" effect;
}
