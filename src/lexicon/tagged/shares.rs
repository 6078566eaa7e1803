//! How work is shared out behind a name: 市财政局负责, 市水务局牵头, 县商务局配合.

marks! {
    /// He has the work himself.
    does,
    /// He leads, helps or watches.
    helps,
    /// A bracket that ends with it, and says nothing else, says who works: （市水务局牵头）.
    notes,
}

words! {
    "负责" does notes;
    "落实" does notes;
    "配合" helps notes;
    "牵头" helps notes;
    "协助" helps notes;
    "参与" helps;
    "参加" helps;
    "指导" helps;
    "督促" helps;
    "监督" helps;
}
