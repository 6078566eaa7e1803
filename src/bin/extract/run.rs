//! All documents, one after another on paper, several at a time in fact.
//!
//! A batch is read in parallel and leaves in the order of its inputs before the next is begun: memory holds one
//! batch, however many documents there are.

use rayon::prelude::*;

use crate::{
    args::Args,
    complain,
    input::Input,
    inputs::{self, Found, Inputs},
    problem::Problem,
    sink::Sink,
};

/// Documents a batch for each thread: enough to even out long and short ones.
const BATCH: usize = 16;

/// Carries every document through; false where one could not be read.
pub(crate) fn run(args: &Args) -> Result<bool, Problem> {
    let Inputs { found, many } = inputs::find(args);
    let settings = args.settings(many);
    let mut sink = Sink::new(args.format, &settings);
    let mut all_read = true;
    let mut found = found.into_iter();
    loop {
        let batch: Vec<Found> = found.by_ref().take(BATCH * rayon::current_num_threads()).collect();
        if batch.is_empty() {
            break;
        }
        let texts: Vec<_> = batch.into_par_iter().map(|found| render(found, args, &settings)).collect();
        for text in texts {
            match text {
                Ok(text) => sink.document(&text)?,
                Err(problem) => {
                    complain(&problem);
                    all_read = false;
                }
            }
        }
    }
    sink.close()?;
    Ok(all_read)
}

fn render(found: Found, args: &Args, settings: &gongwen::output::Settings) -> Result<String, Problem> {
    let extraction = found.and_then(|input: Input| input.extract(args))?;
    Ok(args.format.document(extraction, settings))
}
