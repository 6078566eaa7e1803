//! Tasks to a calendar: one `.ics` of several documents, with a reminder three days before.
//!
//! ```sh
//! cargo run --example calendar -- FILE… > tasks.ics
//! ```

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "an example shows what it found")]

use gongwen::{
    Extraction, Options,
    output::{Format, Settings, ics::Calendar},
    source::decode,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let settings = Settings { alarms: vec!["3d".parse()?], ..Settings::default() };
    print!("{}", Calendar.open(&settings));
    for file in std::env::args().skip(1) {
        let decoded = decode(&std::fs::read(&file)?, None)?;
        let extraction = Extraction::of(decoded, &Options { name: Some(file), ..Options::default() });
        print!("{}", Calendar.document(extraction, &settings));
    }
    print!("{}", Calendar.close(&settings));
    Ok(())
}
