//! Where the output goes: standard output, one file for all, or a directory with one file a document.
//!
//! A file is written beside its place and moved there when it is whole, so that nobody ever finds half of one;
//! where no document could be read, what stood there before is left alone. A document leaves in one piece: an
//! interrupt waits for the one that is being written ([`guard`]).

use std::{
    collections::HashSet,
    fs,
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use gongwen::output::{Format, Settings};
use tempfile::NamedTempFile;

use crate::{args::Args, input::Input, problem::Problem};

/// The files that a call will write.
pub(crate) fn targets<'i>(args: &Args, mut inputs: impl Iterator<Item = &'i Input>) -> Vec<PathBuf> {
    let Some(output) = &args.output else { return Vec::new() };
    if is_directory(output) {
        inputs.map(|input| beneath(output, &input.place(), args.format)).collect()
    } else {
        inputs.next().map(|_| output.clone()).into_iter().collect()
    }
}

/// The file of one document in a directory of outputs.
fn beneath(directory: &Path, relative: &Path, format: &dyn Format) -> PathBuf {
    directory.join(relative).with_extension(format.extension())
}

/// Takes documents and puts before, between and behind them what the format wants there.
pub(crate) struct Sink {
    format: &'static dyn Format,
    settings: Settings,
    target: Target,
    /// Whether what stands before the first document has been written, and whether a document has.
    opened: bool,
    begun: bool,
}

enum Target {
    Stdout,
    /// The file that is being written, and its place.
    File(NamedTempFile, PathBuf),
    /// A directory, and the files written there.
    Directory(PathBuf, HashSet<PathBuf>),
}

impl Sink {
    pub(crate) fn new(args: &Args, many: bool) -> Result<Self, Problem> {
        let target = match &args.output {
            None => Target::Stdout,
            Some(place) if is_directory(place) => {
                fs::create_dir_all(place).map_err(|e| Problem::of(&place.display().to_string(), &e))?;
                Target::Directory(place.clone(), HashSet::new())
            }
            Some(place) => Target::File(beside(place)?, place.clone()),
        };
        // one file a document: none of them is for many
        let many = many && !matches!(target, Target::Directory(..));
        Ok(Self { format: args.format, settings: args.settings(many), target, opened: false, begun: false })
    }

    /// What the format is told.
    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Writes one document; `relative` is its place in a directory of outputs.
    pub(crate) fn document(&mut self, relative: &Path, text: &[u8]) -> Result<(), Problem> {
        // a format may have nothing to say of a document
        self.stream(relative, !text.is_empty(), |out| out.write_all(text))
    }

    /// Writes one document as it is made; `says` tells whether the format has anything to say of it.
    pub(crate) fn stream(&mut self, relative: &Path, says: bool, document: impl FnOnce(Out<'_>) -> io::Result<()>) -> Result<(), Problem> {
        if let Target::Directory(directory, written) = &mut self.target {
            let place = beneath(directory, relative, self.format);
            // what stands there is replaced, as the output of an earlier call; but for a text, which may be somebody's
            // document (those of this call were looked at before anything was written)
            let name = || place.display().to_string();
            if self.format.extension() == "txt" && place.exists() {
                return Err(Problem::new(&name(), "there is a text of that name already", "write to another directory"));
            }
            if !written.insert(place.clone()) {
                return Err(Problem::new(&name(), "another document was already written there", "rename one of them"));
            }
            let (open, close) = (self.format.open(&self.settings), self.format.close(&self.settings));
            return put(&place, |out| {
                out.write_all(open.as_bytes())?;
                document(out)?;
                out.write_all(close.as_bytes())
            });
        }
        let open = if self.opened { String::new() } else { self.format.open(&self.settings) };
        let between = if self.begun && says { self.format.between(&self.settings) } else { "" };
        (self.opened, self.begun) = (true, self.begun || says);
        self.write(|out| {
            out.write_all(open.as_bytes())?;
            out.write_all(between.as_bytes())?;
            document(out)
        })
    }

    /// Writes what closes the output, and moves a file to its place; nothing, where nothing was written.
    pub(crate) fn close(mut self) -> Result<(), Problem> {
        if !self.opened {
            return Ok(());
        }
        let close = self.format.close(&self.settings);
        self.write(|out| out.write_all(close.as_bytes()))?;
        match self.target {
            Target::File(file, place) => persist(file, &place),
            Target::Stdout | Target::Directory(..) => Ok(()),
        }
    }

    fn write(&mut self, text: impl FnOnce(Out<'_>) -> io::Result<()>) -> Result<(), Problem> {
        let (name, written) = match &mut self.target {
            Target::File(file, place) => (place.display().to_string(), buffered(file, text)),
            _ => ("standard output".to_owned(), quiet(buffered(io::stdout().lock(), text))),
        };
        written.map_err(|e| Problem::of(&name, &e).last())
    }
}

/// Where a document is written to, piece by piece.
type Out<'o> = &'o mut dyn Write;

/// So many bytes are written at once.
const BUFFER: usize = 1 << 16;

fn buffered(out: impl Write, text: impl FnOnce(Out<'_>) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(BUFFER, out);
    text(&mut out)?;
    out.flush()
}

/// A directory is one that is there, or a name that ends like one.
fn is_directory(place: &Path) -> bool {
    place.is_dir() || place.as_os_str().as_encoded_bytes().ends_with(b"/")
}

fn put(place: &Path, text: impl FnOnce(Out<'_>) -> io::Result<()>) -> Result<(), Problem> {
    if let Some(parent) = place.parent() {
        fs::create_dir_all(parent).map_err(|e| Problem::of(&parent.display().to_string(), &e))?;
    }
    let mut file = beside(place)?;
    buffered(&mut file, text).map_err(|e| Problem::of(&place.display().to_string(), &e))?;
    persist(file, place)
}

/// A file in the same directory, from where it can be moved to `place` in one step.
fn beside(place: &Path) -> Result<NamedTempFile, Problem> {
    let directory = place.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".extract-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(directory).map_err(|e| Problem::of(&directory.display().to_string(), &e))
}

fn persist(file: NamedTempFile, place: &Path) -> Result<(), Problem> {
    file.persist(place).map(drop).map_err(|e| Problem::of(&place.display().to_string(), &e.error))
}

/// A reader that has seen enough (`extract … | head`) is no failure, but the end of the work.
pub(crate) fn quiet(written: io::Result<()>) -> io::Result<()> {
    match written {
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => std::process::exit(0),
        written => written,
    }
}

/// The sink behind a lock that an interrupt (Ctrl-C, or a request to end) takes for good: what is being written
/// is written to its end, half a file is taken away, and nothing follows but `farewell`.
pub(crate) fn guard(sink: Sink, farewell: impl Fn() + Send + 'static) -> Arc<Mutex<Option<Sink>>> {
    let guarded = Arc::new(Mutex::new(Some(sink)));
    let taken = Arc::clone(&guarded);
    // where no handler can be set, an interrupt does what it always does
    let _ = ctrlc::set_handler(move || {
        drop(taken.lock().unwrap_or_else(PoisonError::into_inner).take());
        farewell();
        std::process::exit(130);
    });
    guarded
}
