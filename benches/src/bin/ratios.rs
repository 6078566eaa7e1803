//! One table of ratios, measured in one run, and kept where a folder is named:
//! `cargo build --release && cargo run --profile bench -p gongwen-bench --bin ratios -- benches/results`.
//!
//! Every measurement is taken in turn, round after round, and the fastest of its rounds counts, so that what else the
//! machine does disturbs all of them alike. `--quick` takes one round of the short texts, to see that all is alive.

use std::{
    env,
    error::Error,
    fmt::Write as _,
    fs,
    hint::black_box,
    io::Write as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::{Duration, Instant, SystemTime},
};

use gongwen::{
    Document, Kind, Options,
    output::json,
    reading::Reading,
    source::{Text, decode},
};
use gongwen_bench::{Yardsticks, corpus, notice};
use nix::sys::resource::{UsageWho, getrusage};

/// How often everything is measured.
const ROUNDS: usize = 15;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let quick = arguments.iter().any(|argument| argument == "--quick");
    let folder = arguments.iter().find(|argument| !argument.starts_with("--"));
    let rounds = if quick { 1 } else { ROUNDS };
    // a compiler that cargo has just called counts among our children
    if folder.is_some() && getrusage(UsageWho::RUSAGE_CHILDREN)?.max_rss() > 0 {
        return Err("cargo compiled something before this, whose memory would be taken for the program's: run it again".into());
    }
    let report = report(rounds, quick)?;
    std::io::stdout().write_all(report.as_bytes())?;
    if let Some(folder) = folder {
        fs::create_dir_all(folder)?;
        fs::write(Path::new(folder).join(format!("{}.md", today()?)), report)?;
    }
    Ok(())
}

/// The day, by the system's clock.
fn today() -> Result<jiff::civil::Date, Box<dyn Error>> {
    let days = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH)?.as_secs() / 86_400;
    Ok(jiff::civil::date(1970, 1, 1).checked_add(jiff::Span::new().try_days(i64::try_from(days)?)?)?)
}

fn report(rounds: usize, quick: bool) -> Result<String, Box<dyn Error>> {
    let mut report = format!(
        "# Ratios of {}\n\nWritten by `cargo run --profile bench -p gongwen-bench --bin ratios -- benches/results` ({} rounds, the \
         fastest counts). Bytes are those of UTF-8. Only ratios within one table mean something.\n",
        today()?,
        rounds
    );
    // first, since a child's most memory is at least what its parent has when it is made
    match program() {
        Some(program) => write!(report, "{}", command_line(&program, rounds, quick)?)?,
        None => writeln!(report, "\nThe program was not built: `cargo build --release` before.")?,
    }
    let yardsticks = Yardsticks::new();
    let mut long: Vec<(usize, f64)> = Vec::new();
    for (name, texts) in texts(quick) {
        let table =
            Table::measure(&texts, &yardsticks, if texts.len() == 1 && texts[0].len() > 5_000_000 { 3.min(rounds) } else { rounds });
        long.push((texts[0].len(), table.rate("whole record")));
        write!(report, "\n## {name}\n\n{}", table.print())?;
    }
    let rate = |size: usize| long.iter().min_by_key(|(bytes, _)| bytes.abs_diff(size)).map_or(0.0, |(_, rate)| *rate);
    if !quick {
        writeln!(report, "\n## Flat\n\nCost per byte at 10 MB to that at 10 KB: {:.2}", rate(10_000) / rate(10_000_000))?;
    }
    Ok(report)
}

/// What is read: our corpus as many documents, and generated documents as one each.
fn texts(quick: bool) -> Vec<(String, Vec<String>)> {
    let sizes: &[(usize, &str)] = if quick {
        &[(10_000, "10 KB")]
    } else {
        &[(1_000, "1 KB"), (10_000, "10 KB"), (100_000, "100 KB"), (1_000_000, "1 MB"), (10_000_000, "10 MB")]
    };
    let corpus = corpus();
    let name = format!("Our corpus: {} documents, {} KB", corpus.len(), corpus.iter().map(String::len).sum::<usize>() / 1_000);
    let generated = sizes.iter().map(|(size, name)| {
        // a short text that is read again and again would be known by heart
        let texts: Vec<String> = (0..(200_000 / size).max(1)).map(|seed| notice(*size, seed)).collect();
        (format!("Generated documents of {name}: {}", texts.len()), texts)
    });
    std::iter::once((name, corpus)).chain(generated).collect()
}

/// One thing measured: its name, and what is done with all texts.
type Work<'w> = (String, Box<dyn Fn() + 'w>);

/// What each measurement took at best.
struct Table {
    bytes: usize,
    best: Vec<(String, Duration)>,
}

impl Table {
    fn measure(texts: &[String], yardsticks: &Yardsticks, rounds: usize) -> Self {
        let read: Vec<Text> = texts.iter().map(|text| Text::read(text.clone())).collect();
        let parsed: Vec<Document> = read.iter().cloned().map(Document::parse).collect();
        let records: Vec<_> = texts.iter().filter_map(|text| gongwen::read(text, &Options::default()).ok()).collect();
        let works = works(texts, &read, &parsed, &records, yardsticks);
        let bytes: usize = texts.iter().map(String::len).sum();
        let mut best: Vec<(String, Duration)> = works.iter().map(|(name, _)| (name.clone(), Duration::MAX)).collect();
        for _ in 0..=rounds {
            for ((_, work), (_, best)) in works.iter().zip(&mut best) {
                let start = Instant::now();
                work();
                *best = (*best).min(start.elapsed());
            }
        }
        Self { bytes, best }
    }

    /// Megabytes a second.
    fn rate(&self, name: &str) -> f64 {
        let took = self.best.iter().find(|(known, _)| known == name).map_or(Duration::MAX, |(_, took)| *took);
        self.bytes as f64 / 1e6 / took.as_secs_f64()
    }

    fn print(&self) -> String {
        let mut table = "| | MB/s | × jieba | × regex | of the record |\n| --- | ---: | ---: | ---: | ---: |\n".to_owned();
        let whole = self.rate("whole record");
        for (name, _) in &self.best {
            let rate = self.rate(name);
            let (jieba, regex) = (rate / self.rate("jieba, cut(hmm)"), rate / self.rate("regex, one pass"));
            let _ = writeln!(table, "| {name} | {rate:.1} | {jieba:.2} | {regex:.3} | {:.0} % |", 100.0 * whole / rate);
        }
        table
    }
}

/// All that is measured, in the order of the table.
fn works<'w>(
    texts: &'w [String],
    read: &'w [Text],
    parsed: &'w [Document],
    records: &'w [gongwen::Record],
    yardsticks: &'w Yardsticks,
) -> Vec<Work<'w>> {
    fn work<'w, I, T>(name: &str, inputs: &'w [I], run: impl Fn(&'w I) -> T + 'w) -> Work<'w> {
        (name.to_owned(), Box::new(move || inputs.iter().for_each(|input| drop(black_box(run(input))))))
    }
    let only = |kinds: Vec<Kind>| Options { only: Some(kinds), ..Options::default() };
    let mut works = vec![
        work("decode", texts, |text| decode(text.as_bytes(), None)),
        work("repair", texts, |text| Text::read(text.clone())),
        work("structure", read, |text| Document::parse(text.clone())),
        work("mentions", parsed, Reading::new),
    ];
    let none = only(Vec::new());
    works.push(work("header and parts, with all above", texts, move |text| gongwen::read(text, &none)));
    for kind in Kind::ALL {
        let one = only(vec![kind]);
        let name = format!("{}, with all above", kind.key());
        works.push(work(&name, texts, move |text| gongwen::read(text, &one)));
    }
    works.push(work("whole record", texts, |text| gongwen::read(text, &Options::default())));
    works.push(work("writing JSON", records, json::pretty));
    works.push(work("jieba, cut(hmm)", texts, |text| yardsticks.jieba.cut(text, true)));
    works.push(work("regex, one pass", texts, |text| yardsticks.words.find_iter(text).count()));
    works.push(work("from_utf8", texts, |text| std::str::from_utf8(text.as_bytes()).is_ok()));
    works
}

/// `extract`, where it lies beside this program.
fn program() -> Option<PathBuf> {
    let path = env::current_exe().ok()?.with_file_name("extract");
    path.exists().then_some(path)
}

/// Start, many cores and size of the program.
fn command_line(program: &Path, rounds: usize, quick: bool) -> Result<String, Box<dyn Error>> {
    let place = env::temp_dir().join(format!("gongwen-bench-{}", std::process::id()));
    fs::create_dir_all(place.join("many"))?;
    let letter = place.join("letter.txt");
    fs::write(&letter, notice(10_000, 1))?;
    let run = |arguments: &[&str]| -> Result<Duration, Box<dyn Error>> {
        let start = Instant::now();
        let status = Command::new(program).args(arguments).current_dir(&place).stdout(Stdio::null()).stderr(Stdio::null()).status()?;
        if status.success() { Ok(start.elapsed()) } else { Err(format!("{arguments:?}: {status}").into()) }
    };
    run(&["letter.txt"])?;
    let memory = getrusage(UsageWho::RUSAGE_CHILDREN)?.max_rss() / 1024;
    let (mut version, mut read) = (Duration::MAX, Duration::MAX);
    for _ in 0..2 * rounds {
        version = version.min(run(&["--version"])?);
        read = read.min(run(&["letter.txt"])?);
    }
    for n in 0..if quick { 20 } else { 2_000 } {
        fs::write(place.join(format!("many/{n}.txt")), notice(4_000 + n % 97 * 100, n))?;
    }
    let (mut one, mut two) = (Duration::MAX, Duration::MAX);
    for _ in 0..rounds.min(5) {
        one = one.min(run(&["--jobs", "1", "--format", "jsonl", "--output", "out", "many"])?);
        two = two.min(run(&["--jobs", "2", "--format", "jsonl", "--output", "out", "many"])?);
    }
    let most = getrusage(UsageWho::RUSAGE_CHILDREN)?.max_rss() / 1024;
    fs::remove_dir_all(&place)?;
    let milliseconds = |time: Duration| time.as_secs_f64() * 1e3;
    Ok(format!(
        "\n## The program\n\n| | |\n| --- | ---: |\n| `extract --version` | {:.1} ms |\n| `extract` on one document of 10 KB | {:.1} ms, {memory} MiB |\n\
         | what reading it took | {:.1} ms |\n| many documents, two jobs to one | × {:.2} |\n| most memory | {most} MiB |\n| size | {:.2} MB |\n",
        milliseconds(version),
        milliseconds(read),
        milliseconds(read.saturating_sub(version)),
        one.as_secs_f64() / two.as_secs_f64(),
        fs::metadata(program)?.len() as f64 / 1e6
    ))
}
