//! One document: its bytes, and what they are.

use std::{
    fs,
    io::{self, Read},
    path::{Path, PathBuf},
};

use gongwen::Extraction;

use crate::{args::Args, convert, problem::Problem};

/// Where a document comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Input {
    /// Standard input.
    Stdin,
    /// A file, and the directory in whose search it was found.
    File(PathBuf, Option<PathBuf>),
}

impl Input {
    /// As the user named it, and as the record will.
    pub(crate) fn name(&self) -> String {
        match self {
            Self::Stdin => "<stdin>".to_owned(),
            Self::File(path, _) => path.display().to_string(),
        }
    }

    /// The file that it is.
    pub(crate) fn path(&self) -> Option<&Path> {
        match self {
            Self::Stdin => None,
            Self::File(path, _) => Some(path),
        }
    }

    /// Its place in a directory of outputs: its name, below the directory that was searched.
    pub(crate) fn place(&self) -> PathBuf {
        match self {
            Self::Stdin => PathBuf::from("stdin"),
            Self::File(path, Some(root)) => path.strip_prefix(root).unwrap_or(path).to_owned(),
            Self::File(path, None) => path.file_name().map_or_else(|| path.clone(), PathBuf::from),
        }
    }

    /// Reads the document.
    pub(crate) fn extract(&self, args: &Args) -> Result<Extraction, Problem> {
        let name = self.name();
        let bytes = self.bytes().map_err(|e| Problem::of(&name, &e))?;
        let decoded = convert::decoded(&name, &bytes, args.encoding.as_deref())?;
        drop(bytes);
        Ok(Extraction::of(decoded, &args.options(&name)))
    }

    fn bytes(&self) -> io::Result<Vec<u8>> {
        match self {
            Self::Stdin => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes)?;
                Ok(bytes)
            }
            Self::File(path, _) => fs::read(path),
        }
    }
}
