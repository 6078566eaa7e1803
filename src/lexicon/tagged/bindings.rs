//! Words with which a document binds whoever stands before them.

marks! {
    /// As rules do.
    binds,
    /// As plans and speeches do; the word stands in many others (主要, 重要).
    wants,
    /// With force.
    urges,
    /// Not to do something.
    bans,
    /// Whoever stands behind it.
    asks,
}

words! {
    "应当" binds;
    "必须" binds;
    "应" binds;
    "须" binds;
    "要" wants;
    "务必" urges;
    "不得" bans;
    "禁止" bans;
    "严禁" bans;
    "不准" bans;
    "请" asks;
    "恳请" asks;
    "特恳请" asks;
    "商请" asks;
}
