//! Reads documents in parallel and writes them in the order of their inputs.
//!
//! Only so many are under way, or wait for one before them, that memory does not grow with their number. A single document is
//! streamed: its output is never held whole in memory.

use std::{
    collections::{HashSet, VecDeque},
    io::{self, Write},
    panic::{self, AssertUnwindSafe},
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError, mpsc},
};

use gongwen::{Extraction, Severity, output::Settings};
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::{
    args::Args,
    input::Input,
    inputs::{self, Found, Inputs},
    problem::Problem,
    progress::{Progress, Summary},
    sink::{self, Sink},
};

/// Documents under way or waiting for one before them, for each thread: enough to even out long and short ones.
const AHEAD: usize = 16;

/// Carries every document through; false where one could not be read, or was to be checked and has an error.
pub(crate) fn run(args: &Args) -> Result<bool, Problem> {
    let Inputs { found, many } = inputs::find(args);
    if let Some(problem) = overwritten(args, &found) {
        return Err(problem);
    }
    let sink = Sink::new(args, many)?;
    let settings = sink.settings().clone();
    let (progress, summary) = (Progress::new(found.len()), Summary::new());
    let bar = progress.clone();
    let sink = sink::guard(sink, move || bar.finish());
    // `contained` tells what happened, in one line
    panic::set_hook(Box::new(|_| {}));
    let mut desk = Desk { sink, progress, summary, wrong: false };
    let whole = match <[Found; 1]>::try_from(found) {
        Ok([found]) => desk.settle(alone(found, args, &settings, &desk.sink)),
        Err(found) if args.jobs == 1 => found.into_iter().all(|found| desk.put(page(found, args, &settings))),
        Err(found) => side_by_side(found, args, &settings, &mut desk)?,
    };
    if !whole {
        return Ok(false);
    }
    let Desk { sink, progress, summary, wrong } = desk;
    progress.finish();
    lock(&sink).take().map_or(Ok(()), Sink::close)?;
    if args.summary {
        let _ = writeln!(io::stderr(), "extract: {summary}");
    }
    Ok(summary.failures == 0 && !(args.check && wrong))
}

/// Where documents leave, one after another.
struct Desk {
    sink: Arc<Mutex<Option<Sink>>>,
    progress: Progress,
    summary: Summary,
    /// Whether a document has an error.
    wrong: bool,
}

impl Desk {
    /// Writes a document down; false where no other can be.
    fn put(&mut self, page: Result<Page, Problem>) -> bool {
        let written = page.and_then(|page| {
            lock(&self.sink).as_mut().map_or(Ok(()), |sink| sink.document(&page.place, &page.text))?;
            Ok(page.facts)
        });
        self.settle(written)
    }

    /// Takes down what became of a document; false where no other can be written.
    fn settle(&mut self, written: Result<Facts, Problem>) -> bool {
        self.progress.advance();
        match written {
            Ok(facts) => {
                self.wrong |= facts.wrong;
                self.summary.documents += 1;
                self.summary.tasks += facts.tasks;
                self.summary.bytes += facts.bytes;
                true
            }
            Err(problem) => {
                self.progress.complain(&problem);
                self.summary.failures += 1;
                !problem.is_final()
            }
        }
    }
}

/// Reads documents on as many threads as are wanted, while this one writes; false where no more could be written.
fn side_by_side(found: Vec<Found>, args: &Args, settings: &Settings, desk: &mut Desk) -> Result<bool, Problem> {
    let pool = pool(args.jobs)?;
    let ahead = AHEAD * pool.current_num_threads();
    let mut found = found.into_iter();
    let mut under_way = VecDeque::with_capacity(ahead);
    Ok(pool.in_place_scope(|scope| {
        loop {
            for found in found.by_ref().take(ahead - under_way.len()) {
                let (done, waited_for) = mpsc::sync_channel(1);
                // nobody waits any more where nothing can be written
                scope.spawn(move |_| drop(done.send(page(found, args, settings))));
                under_way.push_back(waited_for);
            }
            match under_way.pop_front() {
                Some(next) if !desk.put(next.recv().expect("every page is sent")) => return false,
                Some(_) => {}
                None => return true,
            }
        }
    }))
}

/// Reads the only document, and writes it as it is made.
fn alone(found: Found, args: &Args, settings: &Settings, sink: &Mutex<Option<Sink>>) -> Result<Facts, Problem> {
    let input = found?;
    let extraction = contained(&input.name(), || input.extract(args))?;
    let facts = Facts::of(&extraction);
    let document = |out: &mut dyn Write| args.format.write(extraction, settings, out);
    let written = contained(&input.name(), || lock(sink).as_mut().map_or(Ok(()), |sink| sink.stream(&input.place(), true, document)));
    // half a document must not be taken for a whole one
    written.map_err(Problem::last)?;
    Ok(facts)
}

/// What is to be read would be written over: a slip of the hand that would cost it.
fn overwritten(args: &Args, found: &[Found]) -> Option<Problem> {
    let files = |path: PathBuf| path.canonicalize().ok().filter(|path| path.is_file());
    let targets: HashSet<PathBuf> = sink::targets(args, found.iter().flatten()).into_iter().filter_map(files).collect();
    if targets.is_empty() {
        return None;
    }
    let documents = found.iter().flatten().filter_map(Input::path);
    let path = documents.chain(inputs::lists(args)).find(|path| path.canonicalize().is_ok_and(|path| targets.contains(&path)))?;
    Some(Problem::new(&path.display().to_string(), "is both input and output", "give the output another name or directory"))
}

fn pool(jobs: usize) -> Result<ThreadPool, Problem> {
    ThreadPoolBuilder::new().num_threads(jobs).build().map_err(|e| Problem::new("--jobs", e.to_string(), "ask for fewer"))
}

/// A document on paper.
struct Page {
    text: Vec<u8>,
    /// Its place in a directory of outputs.
    place: PathBuf,
    facts: Facts,
}

/// What is counted of a document.
struct Facts {
    bytes: u64,
    tasks: usize,
    /// Whether a diagnostic is an error.
    wrong: bool,
}

impl Facts {
    fn of(extraction: &Extraction) -> Self {
        let record = &extraction.record;
        let wrong = record.diagnostics.iter().any(|it| it.severity == Severity::Error);
        Self { bytes: record.source.bytes, tasks: record.tasks.len(), wrong }
    }
}

fn page(found: Found, args: &Args, settings: &Settings) -> Result<Page, Problem> {
    let input = found?;
    contained(&input.name(), || {
        let extraction = input.extract(args)?;
        let facts = Facts::of(&extraction);
        let mut text = Vec::new();
        args.format.write(extraction, settings, &mut text).expect("memory takes what it is given");
        Ok(Page { text, place: input.place(), facts })
    })
}

/// A mistake of this program in one document must not cost the others; it is told like any other problem.
fn contained<T>(name: &str, work: impl FnOnce() -> Result<T, Problem>) -> Result<T, Problem> {
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|cause| {
        let words = cause.downcast_ref::<String>().map(String::as_str).or_else(|| cause.downcast_ref::<&str>().copied());
        let what = format!("this program made a mistake ({})", words.unwrap_or("unknown").lines().next().unwrap_or_default());
        Err(Problem::new(name, what, "please report it with the document"))
    })
}

fn lock(sink: &Mutex<Option<Sink>>) -> std::sync::MutexGuard<'_, Option<Sink>> {
    sink.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistake_is_told_in_one_line() {
        let problem = contained("a.txt", || -> Result<(), Problem> { panic!("no\nend") }).unwrap_err();
        assert_eq!(problem.to_string(), "a.txt: this program made a mistake (no); please report it with the document");
        assert!(contained("a.txt", || Ok(())).is_ok());
    }
}
