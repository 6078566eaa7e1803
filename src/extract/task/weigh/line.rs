//! The lines of `weights.tsv`: `about:found`, a tab, a number with two decimals. Read by the compiler, since the weights
//! are the same in every run; a line that is none does not compile.

/// The weights as they were learned.
const LINES: &[u8] = include_bytes!("../weights.tsv");

/// A line of the weights.
#[derive(Clone, Copy)]
pub(super) struct Line {
    about: Stretch,
    found: Stretch,
    /// What the evidence weighs.
    pub(super) weight: f64,
    end: usize,
}

/// Some of the bytes of all lines.
#[derive(Clone, Copy)]
pub(super) struct Stretch {
    from: u32,
    to: u32,
}

impl Line {
    /// The first line.
    pub(super) const fn first() -> Self {
        Self::at(0)
    }

    /// The line behind this one.
    pub(super) const fn next(self) -> Option<Self> {
        if self.end < LINES.len() { Some(Self::at(self.end)) } else { None }
    }

    /// The line that begins at byte `at`; a comment is about nothing.
    const fn at(at: usize) -> Self {
        let (mut colon, mut tab, mut end) = (at, at, at);
        while end < LINES.len() && LINES[end] != b'\n' {
            if LINES[end] == b':' && colon == at {
                colon = end;
            }
            if LINES[end] == b'\t' {
                tab = end;
            }
            end += 1;
        }
        let nothing = Stretch::new(at, at);
        if LINES[at] == b'#' {
            return Self { about: nothing, found: nothing, weight: 0.0, end: end + 1 };
        }
        assert!(at < colon && colon < tab, "a line has a name of two parts, and a weight");
        Self { about: Stretch::new(at, colon), found: Stretch::new(colon + 1, tab), weight: decimal(tab + 1, end), end: end + 1 }
    }

    /// Whether the line is about `about`.
    pub(super) const fn is_about(self, about: &str) -> bool {
        self.about.is(about)
    }

    /// What was found.
    pub(super) const fn found(self) -> Stretch {
        self.found
    }
}

impl Stretch {
    const fn new(from: usize, to: usize) -> Self {
        Self { from: from as u32, to: to as u32 }
    }

    /// The bytes.
    pub(super) const fn bytes(self) -> &'static [u8] {
        LINES.split_at(self.to as usize).0.split_at(self.from as usize).1
    }

    /// Whether they are those of `word`.
    pub(super) const fn is(self, word: &str) -> bool {
        let (own, word) = (self.bytes(), word.as_bytes());
        let mut n = 0;
        while n < own.len() && n < word.len() && own[n] == word[n] {
            n += 1;
        }
        n == own.len() && n == word.len()
    }
}

/// The number with two decimals that stands from byte `at` to `end`.
const fn decimal(mut at: usize, end: usize) -> f64 {
    assert!(LINES[end - 3] == b'.', "a weight has two decimals");
    let sign = if LINES[at] == b'-' { -1.0 } else { 1.0 };
    let mut hundredths = 0;
    while at < end {
        match LINES[at] {
            digit @ b'0'..=b'9' => hundredths = hundredths * 10 + (digit - b'0') as i32,
            b'-' | b'.' => {}
            _ => panic!("a weight is a number"),
        }
        at += 1;
    }
    sign * hundredths as f64 / 100.0
}
