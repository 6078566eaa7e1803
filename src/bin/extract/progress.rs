//! What a person sees while many documents are read, and the line at the end.

use std::{
    fmt,
    io::{self, IsTerminal},
    time::{Duration, Instant},
};

use indicatif::{HumanBytes, HumanDuration, ProgressBar, ProgressStyle};

use crate::problem::Problem;

/// Fewer documents than this are done before a bar can be read.
const MANY: usize = 50;

/// A bar on a terminal; nothing anywhere else. Clones are the same bar.
#[derive(Clone)]
pub(crate) struct Progress(ProgressBar);

impl Progress {
    pub(crate) fn new(documents: usize) -> Self {
        if documents < MANY || !io::stderr().is_terminal() || io::stdout().is_terminal() {
            return Self(ProgressBar::hidden());
        }
        let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {per_sec} {eta}").expect("the template is well-formed");
        Self(ProgressBar::new(documents as u64).with_style(style))
    }

    pub(crate) fn advance(&self) {
        self.0.inc(1);
    }

    /// Says it above the bar.
    pub(crate) fn complain(&self, problem: &Problem) {
        self.0.suspend(|| crate::complain(problem));
    }

    /// Takes the bar away.
    pub(crate) fn finish(&self) {
        self.0.finish_and_clear();
    }
}

/// What was done.
pub(crate) struct Summary {
    pub(crate) documents: usize,
    pub(crate) tasks: usize,
    pub(crate) failures: usize,
    pub(crate) bytes: u64,
    began: Instant,
}

impl Summary {
    pub(crate) fn new() -> Self {
        Self { documents: 0, tasks: 0, failures: 0, bytes: 0, began: Instant::now() }
    }
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { documents, tasks, failures, bytes, began } = self;
        let time = began.elapsed().max(Duration::from_micros(1));
        let speed = *bytes as f64 / 1e6 / time.as_secs_f64();
        let time = if time.as_secs() < 60 { format!("{:.2} s", time.as_secs_f64()) } else { HumanDuration(time).to_string() };
        write!(f, "{documents} documents, {tasks} tasks, {failures} failures, {} in {time}, {speed:.1} MB/s", HumanBytes(*bytes))
    }
}
