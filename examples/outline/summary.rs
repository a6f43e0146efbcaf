//! A directory: one row of figures for each file.

use crate::input;
use gongwen::Document;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use unicode_width::UnicodeWidthStr;

/// What the row of a file says.
struct Row {
    name: String,
    pieces: usize,
    sections: usize,
    elements: usize,
    /// In percent.
    noise: f64,
    findings: usize,
}

/// Prints the rows of the `files` below a directory, and shows each document to `look`; gives whether all could be read.
pub fn print(
    out: &mut impl Write,
    directory: &Path,
    files: &[PathBuf],
    mut look: impl FnMut(&Document<'_>),
) -> io::Result<bool> {
    // drawn on standard error, and only where that is a terminal
    let bar = ProgressBar::new(files.len() as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} {wide_msg}") {
        bar.set_style(style);
    }
    let (mut rows, mut all_read) = (Vec::with_capacity(files.len()), true);
    for file in files {
        let name = file.strip_prefix(directory).unwrap_or(file).display().to_string();
        bar.set_message(name.clone());
        match input::read(file) {
            Ok(text) => {
                let document = gongwen::parse(&text);
                look(&document);
                rows.push(row(name, &document));
            }
            Err(error) => {
                bar.suspend(|| eprintln!("outline: {error}"));
                all_read = false;
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    table(out, &rows)?;
    Ok(all_read)
}

fn row(name: String, document: &Document<'_>) -> Row {
    Row {
        name,
        pieces: document.pieces().count(),
        sections: document.outline().count(),
        elements: document.pieces().map(|p| p.elements().count()).sum(),
        noise: crate::noise_share(document),
        findings: document.diagnostics().len(),
    }
}

fn table(out: &mut impl Write, rows: &[Row]) -> io::Result<()> {
    let width = rows.iter().map(|r| r.name.width()).max().unwrap_or(0).max("file".len());
    writeln!(out, "file{:1$}  pieces  sections  elements    noise  findings", "", width - "file".len())?;
    for Row { name, pieces, sections, elements, noise, findings } in rows {
        // Chinese characters take two columns: the padding is counted by hand
        let padding = width - name.width();
        writeln!(
            out,
            "{name}{:padding$}  {pieces:>6}  {sections:>8}  {elements:>8}  {noise:>5.1} %  {findings:>8}",
            ""
        )?;
    }
    Ok(())
}
