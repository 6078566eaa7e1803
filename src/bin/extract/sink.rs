//! Where the output goes.

use std::io::{self, Write};

use gongwen::output::{Format, Settings};

use crate::problem::Problem;

/// Takes documents and puts before, between and behind them what the format wants there.
pub(crate) struct Sink<'a> {
    format: &'static dyn Format,
    settings: &'a Settings,
    /// Whether a document has been written.
    begun: bool,
}

impl<'a> Sink<'a> {
    pub(crate) fn new(format: &'static dyn Format, settings: &'a Settings) -> Self {
        Self { format, settings, begun: false }
    }

    /// Writes one document.
    pub(crate) fn document(&mut self, text: &str) -> Result<(), Problem> {
        if self.begun {
            self.write(self.format.between(self.settings))?;
        } else {
            self.write(&self.format.open(self.settings))?;
            self.begun = true;
        }
        self.write(text)
    }

    /// Writes what closes the output; nothing, where nothing was written.
    pub(crate) fn close(&mut self) -> Result<(), Problem> {
        if self.begun { self.write(&self.format.close(self.settings)) } else { Ok(()) }
    }

    fn write(&mut self, text: &str) -> Result<(), Problem> {
        quiet(io::stdout().write_all(text.as_bytes())).map_err(|e| Problem::of("standard output", &e))
    }
}

/// A reader that has seen enough (`extract … | head`) is no failure, but the end of the work.
pub(crate) fn quiet(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => std::process::exit(0),
        written => written,
    }
}
