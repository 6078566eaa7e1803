//! `extract`: records from text dumps of official documents.

use std::{io::Write, path::PathBuf, process::ExitCode};

use clap::Parser;

/// Reads Chinese official documents (公文) and prints what they say as JSON.
#[derive(Parser)]
struct Args {
    /// The text dumps.
    files: Vec<PathBuf>,
    /// What to print.
    #[arg(long, default_value = "json")]
    format: String,
}

fn main() -> ExitCode {
    let args = Args::parse();
    let mut status = ExitCode::SUCCESS;
    for file in args.files {
        let options = gongwen::Options { name: Some(file.display().to_string()), ..Default::default() };
        let record =
            std::fs::read(&file).map_err(|e| e.to_string()).and_then(|b| gongwen::read_bytes(&b, &options).map_err(|e| e.to_string()));
        let mut out = std::io::stdout().lock();
        match record {
            Ok(record) => {
                let _ = out.write_all(gongwen::output::json::pretty(&record).as_bytes());
            }
            Err(_) => status = ExitCode::FAILURE,
        }
    }
    status
}
