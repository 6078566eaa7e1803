//! Verbs of building and of growing, behind which so much of something stands.

marks! {
    /// Something is built, or built anew.
    builds,
    /// So much of it is made, which is no building.
    makes,
    /// A figure grows or shrinks by so much.
    turns,
    /// So it does, and the verb is a noun as well: an amount behind 产值同比增长 is that growth.
    grows,
}

words! {
    "新建" builds;
    "建成" builds;
    "建设" builds;
    "修建" builds;
    "扩建" builds;
    "改建" builds;
    "改造" builds;
    "新增" builds;
    "打造" builds;
    "维修" builds;
    "修缮" builds;
    "完成" makes;
    "培育" makes;
    "创建" makes;
    "培训" makes;
    "整治" makes;
    "栽植" makes;
    "增长" grows;
    "增加" turns;
    "提高" turns;
    "上升" turns;
    "上涨" turns;
    "上调" turns;
    "降低" turns;
    "下降" turns;
    "下调" turns;
    "减少" turns;
    "压减" turns;
}
