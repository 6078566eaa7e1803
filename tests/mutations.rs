//! A short run of the fuzz targets (`fuzz/`) over our documents and mutations of them: the same ones every time.

#[allow(unreachable_pub, reason = "it is the library of another crate")]
#[path = "../fuzz/src/lib.rs"]
mod targets;

use std::{fs, path::Path};

use ignore::Walk;

/// How many mutations of each document are parsed; fewer are read to the end, which takes longer.
const MUTATIONS: usize = if cfg!(debug_assertions) { 24 } else { 240 };
/// Of so many parsed documents one is read to the end.
const WHOLE: usize = 6;
/// Longer documents are cut: what a mutation breaks, it breaks in a few pages.
const LONGEST: usize = 20_000;

/// What repairs and grammars look for.
const TOKENS: [&str; 28] = [
    "（",
    "）",
    "《",
    "》",
    "“",
    "一、",
    "（一）",
    "1.",
    "第一条",
    "①",
    "附件",
    "附件：1.",
    "抄送：",
    "2022年3月5日",
    "海政发〔2022〕1号",
    "\n",
    "\n\n",
    "\u{c}",
    "\u{3000}\u{3000}",
    "\t",
    "&nbsp;",
    "<p>",
    "<script>",
    "- 1 -",
    "印发",
    "组 长：",
    "：",
    "。",
];

/// SplitMix64: a generator that gives the same numbers everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number under `end`; 0 where there is none.
    fn below(&mut self, end: usize) -> usize {
        if end == 0 { 0 } else { (self.next() % end as u64) as usize }
    }

    /// A stretch of something of length `len`, of at most `most`.
    fn range(&mut self, len: usize, most: usize) -> std::ops::Range<usize> {
        let start = self.below(len);
        start..start + self.below((len - start).min(most) + 1)
    }
}

/// Our documents.
fn seeds() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let files = Walk::new(&folder).map(|entry| entry.expect("a readable entry").into_path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|e| e == "txt")).collect();
    files.sort();
    assert!(files.len() > 20, "the corpus was not found under {}", folder.display());
    let load = |path: &std::path::PathBuf| {
        let mut bytes = fs::read(path).expect("a file that was just listed");
        bytes.truncate(LONGEST);
        (path.display().to_string(), bytes)
    };
    files.iter().map(load).collect()
}

/// One mutation of `bytes`, or several one after another.
fn mutate(mut bytes: Vec<u8>, seeds: &[(String, Vec<u8>)], random: &mut Random) -> Vec<u8> {
    for _ in 0..=random.below(4) {
        bytes = match random.below(9) {
            0 => damaged(bytes, random),
            1 => cut(bytes, random),
            2 => repeated(bytes, random),
            3 => spliced(bytes, &seeds[random.below(seeds.len())].1, random),
            4 => with_token(bytes, random),
            5 => recoded(&bytes, random),
            6 => respaced(&bytes, random),
            7 => rewrapped(&bytes, random),
            _ => shuffled(&bytes, random),
        };
    }
    bytes
}

/// Some bytes are others.
fn damaged(mut bytes: Vec<u8>, random: &mut Random) -> Vec<u8> {
    for _ in 0..=random.below(16) {
        let at = random.below(bytes.len());
        if let Some(byte) = bytes.get_mut(at) {
            *byte = random.next() as u8;
        }
    }
    bytes
}

/// A stretch is missing, or the end.
fn cut(mut bytes: Vec<u8>, random: &mut Random) -> Vec<u8> {
    let range = random.range(bytes.len(), 2000);
    match random.below(3) {
        0 => bytes.truncate(range.end),
        _ => drop(bytes.drain(range)),
    }
    bytes
}

/// A stretch stands there twice.
fn repeated(mut bytes: Vec<u8>, random: &mut Random) -> Vec<u8> {
    let range = random.range(bytes.len(), 1500);
    let copy = bytes[range.clone()].to_vec();
    bytes.splice(range.end..range.end, copy);
    bytes
}

/// A stretch of another document, perhaps in another encoding.
fn spliced(mut bytes: Vec<u8>, other: &[u8], random: &mut Random) -> Vec<u8> {
    let (at, range) = (random.below(bytes.len()), random.range(other.len(), 1500));
    bytes.splice(at..at, other[range].iter().copied());
    bytes
}

fn with_token(bytes: Vec<u8>, random: &mut Random) -> Vec<u8> {
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let mut places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    places.push(text.len());
    let at = places[random.below(places.len())];
    let token = TOKENS[random.below(TOKENS.len())].repeat(1 + random.below(5));
    [&text[..at], &token, &text[at..]].concat().into_bytes()
}

fn recoded(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    match random.below(3) {
        0 => encoding_rs::GB18030.encode(&text).0.into_owned(),
        1 => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        _ => [0xfe, 0xff].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect(),
    }
}

/// Line ends are blanks, or nothing, or two; blanks are wider.
fn respaced(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let text = String::from_utf8_lossy(bytes);
    let line_end = ["", " ", "　　", "\n\n", "\r\n", "&nbsp;&nbsp;", "<br>"][random.below(7)];
    let blank = [" ", "　", "\u{2002}\u{2002}", ""][random.below(4)];
    text.replace(' ', blank).replace('\n', line_end).into_bytes()
}

/// Lines are broken at a column, whatever they are.
fn rewrapped(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let (text, column) = (String::from_utf8_lossy(bytes), 10 + random.below(60));
    let mut out = String::with_capacity(bytes.len() * 2);
    let mut at = 0;
    for c in text.chars() {
        at = if c == '\n' { 0 } else { at + 1 };
        out.push(c);
        if at == column {
            out.push('\n');
            at = 0;
        }
    }
    out.into_bytes()
}

/// Two stretches of lines change places.
fn shuffled(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut lines: Vec<&[u8]> = bytes.split(|b| *b == b'\n').collect();
    for _ in 0..=random.below(6) {
        let (a, b) = (random.below(lines.len()), random.below(lines.len()));
        lines.swap(a, b);
    }
    lines.join(&b'\n')
}

#[test]
fn no_mutation_breaks_a_law() {
    let seeds = seeds();
    let mut random = Random(20_240_401);
    for (name, seed) in &seeds {
        for n in 0..MUTATIONS {
            let bytes = mutate(seed.clone(), &seeds, &mut random);
            let run = std::panic::catch_unwind(|| {
                targets::decode(&bytes);
                targets::parse(&bytes);
                if n % WHOLE == 0 {
                    targets::whole(&bytes);
                }
            });
            if run.is_err() {
                let kept = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mutation.txt");
                let _ = fs::write(&kept, &bytes);
                panic!("mutation {n} of {name}, kept as {}", kept.display());
            }
        }
    }
}
