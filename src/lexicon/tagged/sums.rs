//! What says that an amount is a sum of others.

marks! {
    /// It adds up what stands before it.
    sum,
    /// It adds up some of that.
    subtotal,
    /// It names a whole, whose parts need not be told.
    whole,
    /// The row or column of a table does so that has this name.
    row,
}

words! {
    "合计" sum row;
    "总计" sum row;
    "共计" sum;
    "小计" subtotal row;
    "总投资" whole;
    "总资金" whole;
    "总额" whole;
    "安排资金" whole;
}
