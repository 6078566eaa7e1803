//! How work is shared out behind a name: 市财政局负责, 市水务局牵头, 县商务局配合.

marks! {
    /// He has the work himself.
    does,
    /// He leads, helps or watches.
    helps,
}

words! {
    "负责" does;
    "落实" does;
    "配合" helps;
    "牵头" helps;
    "协助" helps;
    "参与" helps;
    "参加" helps;
    "指导" helps;
    "督促" helps;
    "监督" helps;
}
