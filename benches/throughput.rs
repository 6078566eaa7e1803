//! Bytes a second, layer by layer, over generated documents of every length, and the yardsticks beside them:
//! `cargo bench -p gongwen-bench`. What is worth keeping is the ratio of two figures of one run, see `ratios`.

use std::sync::LazyLock;

use divan::{Bencher, black_box, counter::BytesCount};
use gongwen::{
    Document, Kind, Options,
    output::json,
    reading::Reading,
    source::{Text, decode},
};
use gongwen_bench::{SIZES, Yardsticks, notice};

static YARDSTICKS: LazyLock<Yardsticks> = LazyLock::new(Yardsticks::new);

fn main() {
    divan::main();
}

/// Runs `work` on a text of `size` bytes.
fn measure<T>(bencher: Bencher, size: usize, work: impl Fn(&str) -> T + Sync) {
    let text = notice(size, 1);
    bencher.counter(BytesCount::of_str(&text)).bench(|| work(black_box(&text)));
}

fn parsed(size: usize) -> Document {
    Document::parse(Text::read(notice(size, 1)))
}

#[divan::bench(args = SIZES, max_time = 1)]
fn decoding(bencher: Bencher, size: usize) {
    measure(bencher, size, |text| decode(text.as_bytes(), None));
}

#[divan::bench(args = SIZES, max_time = 1)]
fn repairs(bencher: Bencher, size: usize) {
    measure(bencher, size, |text| Text::read(text.to_owned()));
}

#[divan::bench(args = SIZES, max_time = 1)]
fn structure(bencher: Bencher, size: usize) {
    let text = Text::read(notice(size, 1));
    bencher.counter(BytesCount::of_str(text.source())).with_inputs(|| text.clone()).bench_values(Document::parse);
}

#[divan::bench(args = SIZES, max_time = 1)]
fn mentions(bencher: Bencher, size: usize) {
    let document = parsed(size);
    bencher.counter(BytesCount::of_str(document.text.source())).bench(|| Reading::new(black_box(&document)));
}

/// A record with one kind alone, which takes all layers and what they have in common.
#[divan::bench(args = Kind::ALL.map(Kind::key), max_time = 1)]
fn one_kind(bencher: Bencher, key: &str) {
    let only = Kind::ALL.into_iter().filter(|kind| kind.key() == key).collect();
    let options = Options { only: Some(only), ..Options::default() };
    measure(bencher, 100_000, |text| gongwen::read(text, &options));
}

#[divan::bench(args = SIZES, max_time = 1)]
fn whole_record(bencher: Bencher, size: usize) {
    measure(bencher, size, |text| gongwen::read(text, &Options::default()));
}

#[divan::bench(args = SIZES, max_time = 1)]
fn writing_json(bencher: Bencher, size: usize) {
    let text = notice(size, 1);
    let record = gongwen::read(&text, &Options::default()).expect("a notice is text");
    bencher.counter(BytesCount::of_str(&text)).bench(|| json::pretty(black_box(&record)));
}

mod yardstick {
    use super::{Bencher, SIZES, YARDSTICKS, measure};

    #[divan::bench(args = SIZES, max_time = 1)]
    fn from_utf8(bencher: Bencher, size: usize) {
        measure(bencher, size, |text| std::str::from_utf8(text.as_bytes()).is_ok());
    }

    #[divan::bench(args = SIZES, max_time = 1)]
    fn one_pass_of_a_regex(bencher: Bencher, size: usize) {
        measure(bencher, size, |text| YARDSTICKS.words.find_iter(text).count());
    }

    #[divan::bench(args = SIZES, max_time = 1)]
    fn cut_by_jieba(bencher: Bencher, size: usize) {
        measure(bencher, size, |text| YARDSTICKS.jieba.cut(text, true).len());
    }
}
