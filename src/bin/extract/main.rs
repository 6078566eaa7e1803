//! `extract`: records from text dumps of official documents.
//!
//! The only place that reads files, prints and knows of threads. [`args`] says what can be asked for, [`inputs`]
//! finds the documents, [`input`] reads one, [`run`] carries them through, [`sink`] takes what comes out.

mod args;
mod convert;
mod generate;
mod input;
mod inputs;
mod problem;
mod progress;
mod run;
mod sink;

use std::{
    io::{self, Write},
    process::ExitCode,
};

use args::Args;
use problem::Problem;

/// Exit statuses, as `--help` says them: 0 all read, 1 something failed, 2 the call itself was wrong (by clap).
fn main() -> ExitCode {
    let args = Args::of_call();
    match act(&args) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            complain(&problem);
            ExitCode::FAILURE
        }
    }
}

/// Does what was asked for; false where a document could not be read.
fn act(args: &Args) -> Result<bool, Problem> {
    if args.schema {
        return print(gongwen::output::schema::record());
    }
    if let Some(what) = args.generate {
        return print(&generate::generate(what));
    }
    run::run(args)
}

fn print(text: &str) -> Result<bool, Problem> {
    sink::quiet(io::stdout().write_all(text.as_bytes())).map_err(|e| Problem::of("standard output", &e))?;
    Ok(true)
}

/// One line on stderr. Where even that cannot be written, nobody is left to tell.
fn complain(problem: &Problem) {
    let _ = writeln!(io::stderr(), "extract: {problem}");
}
