//! All documents, one after another on paper, several at a time in fact.
//!
//! A batch is read in parallel and leaves in the order of its inputs before the next is begun: memory holds one
//! batch, however many documents there are.

use std::{
    io::{self, Write},
    panic::{self, AssertUnwindSafe},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use gongwen::{Severity, output::Settings};
use rayon::{ThreadPool, ThreadPoolBuilder, prelude::*};

use crate::{
    args::Args,
    input::Input,
    inputs::{self, Found, Inputs},
    problem::Problem,
    progress::{Progress, Summary},
    sink::{self, Sink},
};

/// Documents a batch for each thread: enough to even out long and short ones.
const BATCH: usize = 16;

/// Carries every document through; false where one could not be read, or was to be checked and has an error.
pub(crate) fn run(args: &Args) -> Result<bool, Problem> {
    let Inputs { found, many } = inputs::find(args);
    let sink = Sink::new(args, many)?;
    if let Some(problem) = args.output.as_deref().and_then(|output| overwritten(output, &found)) {
        return Err(problem);
    }
    let settings = sink.settings().clone();
    let (progress, mut summary) = (Progress::new(found.len()), Summary::new());
    let bar = progress.clone();
    let sink = sink::guard(sink, move || bar.finish());
    let pool = pool(args.jobs)?;
    // `contained` tells what happened, in one line
    panic::set_hook(Box::new(|_| {}));
    let (mut found, mut wrong) = (found.into_iter(), false);
    loop {
        let batch: Vec<Found> = found.by_ref().take(BATCH * pool.current_num_threads()).collect();
        if batch.is_empty() {
            break;
        }
        let pages: Vec<_> = pool.install(|| batch.into_par_iter().map(|found| page(found, args, &settings)).collect());
        for page in pages {
            progress.advance();
            wrong |= page.as_ref().is_ok_and(|page| page.wrong);
            if let Err(problem) = page.and_then(|page| write(&sink, &page, &mut summary)) {
                progress.complain(&problem);
                summary.failures += 1;
                if problem.is_final() {
                    return Ok(false);
                }
            }
        }
    }
    progress.finish();
    lock(&sink).take().map_or(Ok(()), Sink::close)?;
    if args.summary {
        let _ = writeln!(io::stderr(), "extract: {summary}");
    }
    Ok(summary.failures == 0 && !(args.check && wrong))
}

/// `-o` names a document that is to be read: a slip of the hand that would cost it.
fn overwritten(output: &Path, found: &[Found]) -> Option<Problem> {
    let output = output.canonicalize().ok().filter(|output| output.is_file())?;
    let same = |input: &Input| matches!(input, Input::File(path, _) if path.canonicalize().is_ok_and(|path| path == output));
    let input = found.iter().flatten().find(|input| same(input))?;
    Some(Problem::new(&input.name(), "is both input and output", "give the output another name"))
}

fn pool(jobs: usize) -> Result<ThreadPool, Problem> {
    ThreadPoolBuilder::new().num_threads(jobs).build().map_err(|e| Problem::new("--jobs", e.to_string(), "ask for fewer"))
}

/// A document on paper.
struct Page {
    text: String,
    /// Its place in a directory of outputs.
    place: PathBuf,
    bytes: u64,
    tasks: usize,
    /// Whether a diagnostic is an error.
    wrong: bool,
}

fn page(found: Found, args: &Args, settings: &Settings) -> Result<Page, Problem> {
    let input = found?;
    contained(&input.name(), || {
        let extraction = input.extract(args)?;
        let (bytes, tasks) = (extraction.record.source.bytes, extraction.record.tasks.len());
        let wrong = extraction.record.diagnostics.iter().any(|it| it.severity == Severity::Error);
        Ok(Page { text: args.format.document(extraction, settings), place: input.place(), bytes, tasks, wrong })
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

fn write(sink: &Mutex<Option<Sink>>, page: &Page, summary: &mut Summary) -> Result<(), Problem> {
    lock(sink).as_mut().map_or(Ok(()), |sink| sink.document(&page.place, &page.text))?;
    summary.documents += 1;
    summary.tasks += page.tasks;
    summary.bytes += page.bytes;
    Ok(())
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
