//! Only the structure: the outline of a document, and what each of its lines is.
//!
//! ```sh
//! cargo run --example structure -- FILE
//! ```

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "an example shows what it found")]

use gongwen::{
    Document,
    source::{Text, decode},
    structure::Section,
};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let file = std::env::args().nth(1).ok_or("usage: structure FILE")?;
    let decoded = decode(&std::fs::read(file)?, None)?;
    let document = Document::parse(Text::read(decoded.text));
    let text = |span| document.text.slice(span);
    for part in &document.parts {
        println!("{:?} {}", part.kind, part.title.map_or("", text));
        part.sections.iter().for_each(|section| show(section, 1, &text));
    }
    for line in &document.lines {
        println!("{:<15} {}", format!("{:?}", line.role), text(line.span));
    }
    Ok(())
}

fn show<'t>(section: &Section, depth: usize, text: &impl Fn(gongwen::Span) -> &'t str) {
    let heading = section.heading.map_or("", text);
    println!("{:1$}{2} {heading}", "", 2 * depth, text(section.label));
    section.sections.iter().for_each(|inner| show(inner, depth + 1, text));
}
