//! The man page and the shells' completions, out of the same words as the help.

use clap::{CommandFactory, ValueEnum};
use clap_complete::Shell;

use crate::args::Args;

/// What can be generated.
#[derive(Clone, Copy, ValueEnum)]
pub(crate) enum Generate {
    /// The man page (roff)
    Man,
    /// Completions for bash
    Bash,
    /// Completions for zsh
    Zsh,
    /// Completions for fish
    Fish,
    /// Completions for PowerShell
    Powershell,
}

/// The text of it.
pub(crate) fn generate(what: Generate) -> String {
    let shell = match what {
        Generate::Man => return man(),
        Generate::Bash => Shell::Bash,
        Generate::Zsh => Shell::Zsh,
        Generate::Fish => Shell::Fish,
        Generate::Powershell => Shell::PowerShell,
    };
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "extract", &mut text);
    String::from_utf8_lossy(&text).into_owned()
}

fn man() -> String {
    let mut page = Vec::new();
    clap_mangen::Man::new(Args::command()).render(&mut page).expect("writing to memory does not fail");
    String::from_utf8_lossy(&page).into_owned()
}
