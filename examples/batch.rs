//! A batch on all processors: who is named how often as the one who must act.
//!
//! ```sh
//! cargo run --release --example batch -- FILE…
//! ```

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "an example shows what it found")]

use std::collections::BTreeMap;

use gongwen::{Kind, Options, read_bytes};
use rayon::prelude::*;

fn main() {
    let options = Options { only: Some(vec![Kind::Tasks]), ..Options::default() };
    let files: Vec<String> = std::env::args().skip(1).collect();
    let actors: Vec<String> = files.par_iter().flat_map_iter(|file| actors(file, &options)).collect();
    let mut counted = BTreeMap::new();
    actors.into_iter().for_each(|actor| *counted.entry(actor).or_insert(0) += 1);
    let mut counted: Vec<_> = counted.into_iter().collect();
    counted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    for (actor, count) in counted {
        println!("{count:>5} {actor}");
    }
}

/// The actors of one document; none where it cannot be read, which is said.
fn actors(file: &str, options: &Options) -> Vec<String> {
    let record = std::fs::read(file).map_err(|e| e.to_string()).and_then(|bytes| read_bytes(&bytes, options).map_err(|e| e.to_string()));
    match record {
        Ok(record) => record.tasks.into_iter().flat_map(|task| task.actors).map(|actor| actor.quote.text.to_string()).collect(),
        Err(error) => {
            eprintln!("{file}: {error}");
            vec![]
        }
    }
}
