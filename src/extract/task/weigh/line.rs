//! The lines of `weights.tsv`: `about:found`, a tab, a number with two decimals. Read by the compiler, since the weights
//! are the same in every run; a line that is none does not compile.

/// The weights as they were learned.
const TEXT: &[u8] = include_bytes!("../weights.tsv");

/// The lines, cut once: the compiler looks in them for each piece of evidence that the code names.
pub(super) const LINES: &[Line] = &{
    let mut lines = [Line::at(0); COUNT];
    let mut n = 1;
    while n < COUNT {
        lines[n] = Line::at(lines[n - 1].end);
        n += 1;
    }
    lines
};

/// How many lines there are.
const COUNT: usize = {
    let (mut count, mut at) = (0, 0);
    while at < TEXT.len() {
        if TEXT[at] == b'\n' {
            count += 1;
        }
        at += 1;
    }
    count
};

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
    /// The line that begins at byte `at`; a comment is about nothing.
    const fn at(at: usize) -> Self {
        let (mut colon, mut tab, mut end) = (at, at, at);
        while end < TEXT.len() && TEXT[end] != b'\n' {
            if TEXT[end] == b':' && colon == at {
                colon = end;
            }
            if TEXT[end] == b'\t' {
                tab = end;
            }
            end += 1;
        }
        let nothing = Stretch::new(at, at);
        if TEXT[at] == b'#' {
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
        TEXT.split_at(self.to as usize).0.split_at(self.from as usize).1
    }

    /// Whether they are those of `word`.
    pub(super) const fn is(self, word: &str) -> bool {
        let (from, word) = (self.from as usize, word.as_bytes());
        if self.to as usize - from != word.len() {
            return false;
        }
        let mut n = 0;
        while n < word.len() && TEXT[from + n] == word[n] {
            n += 1;
        }
        n == word.len()
    }
}

/// The number with two decimals that stands from byte `at` to `end`.
const fn decimal(mut at: usize, end: usize) -> f64 {
    assert!(TEXT[end - 3] == b'.', "a weight has two decimals");
    let sign = if TEXT[at] == b'-' { -1.0 } else { 1.0 };
    let mut hundredths = 0;
    while at < end {
        match TEXT[at] {
            digit @ b'0'..=b'9' => hundredths = hundredths * 10 + (digit - b'0') as i32,
            b'-' | b'.' => {}
            _ => panic!("a weight is a number"),
        }
        at += 1;
    }
    sign * hundredths as f64 / 100.0
}
