//! Prints the structure of documents: `cargo run --release --example outline -- FILE…`
//!
//! Reading order: `input` turns a path into text, `outline` and `findings` draw it for a person,
//! `markdown` writes it as Markdown, `summary` gives one row per file of a directory.

mod findings;
mod input;
mod markdown;
mod outline;
mod summary;

use clap::{Parser, ValueEnum};
use gongwen::{Document, Language, Severity};
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Print the structure of Chinese official writing.
///
/// Reads UTF-8, UTF-16 with a byte order mark, and GB18030.
#[derive(Parser)]
#[command(name = "outline", version, after_help = "Without FILE, a sample document is shown.")]
struct Arguments {
    /// A text file, a directory (all .txt and .md files in it: as outline one summary row each), or - for standard input
    #[arg(value_name = "FILE")]
    paths: Vec<PathBuf>,

    /// How to print a document
    #[arg(long, value_enum, default_value_t = Format::Outline)]
    format: Format,

    /// The language of findings
    #[arg(long, value_enum, default_value_t = Lang::En)]
    lang: Lang,

    /// Fail, with exit code 1, where a document has a finding that is a warning
    #[arg(long)]
    deny_warnings: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Coloured, for reading: marks, titles, kinds, noise, findings under their source line
    Outline,
    /// One line for each node: the golden format of the tests
    Tree,
    /// The public schema, one line a document; spans are bytes of the text in UTF-8
    Json,
    /// Clean text: headings as #, items as lists, noise removed
    Markdown,
}

#[derive(Clone, Copy, ValueEnum)]
enum Lang {
    En,
    Zh,
}

const SAMPLE: &str = include_str!("../sample.txt");

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // the reader of the pipe has seen enough: `outline FILE | head`
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("outline: cannot write the result: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Prints every file; gives whether all could be read, and have no warnings where these are denied.
fn run(arguments: &Arguments) -> io::Result<bool> {
    let printer = Printer {
        format: arguments.format,
        language: match arguments.lang {
            Lang::En => Language::English,
            Lang::Zh => Language::Chinese,
        },
        deny_warnings: arguments.deny_warnings,
        several: arguments.paths.len() > 1 || arguments.paths.iter().any(|path| path.is_dir()),
    };
    let stdout = io::stdout().lock();
    let mut out: BufWriter<Box<dyn Write>> = BufWriter::new(match arguments.format {
        // drops the colours where NO_COLOR, a pipe or a dumb terminal says so
        Format::Outline => Box::new(anstream::AutoStream::auto(stdout)),
        // these have none, and must come out as they are
        _ => Box::new(stdout),
    });
    let mut fine = true;
    if arguments.paths.is_empty() {
        fine = printer.print(&mut out, "examples/sample.txt", SAMPLE)?;
    }
    for path in &arguments.paths {
        if !path.is_dir() {
            fine &= printer.print_file(&mut out, path)?;
            continue;
        }
        match input::files_in(path) {
            Ok(files) if arguments.format == Format::Outline => fine &= printer.print_rows(&mut out, path, &files)?,
            Ok(files) => {
                for file in &files {
                    fine &= printer.print_file(&mut out, file)?;
                }
            }
            Err(error) => fine = refuse(&mut out, &error)?,
        }
    }
    out.flush()?;
    Ok(fine)
}

struct Printer {
    deny_warnings: bool,
    format: Format,
    language: Language,
    several: bool,
}

impl Printer {
    /// Prints one file; gives whether it could be read and is fine.
    fn print_file(&self, out: &mut impl Write, path: &Path) -> io::Result<bool> {
        match input::read(path) {
            Ok(text) => self.print(out, &name(path), &text),
            Err(error) => refuse(out, &error),
        }
    }

    /// Prints one row for each file of a directory; gives whether all could be read and are fine.
    fn print_rows(&self, out: &mut impl Write, directory: &Path, files: &[PathBuf]) -> io::Result<bool> {
        let mut fine = true;
        let all_read = summary::print(out, directory, files, |document| fine &= self.allows(document))?;
        Ok(all_read && fine)
    }

    /// Whether the findings of a document are allowed.
    fn allows(&self, document: &Document<'_>) -> bool {
        !(self.deny_warnings && document.diagnostics().iter().any(|found| found.severity() == Severity::Warning))
    }

    /// Prints a document; gives whether it is fine.
    fn print(&self, out: &mut impl Write, name: &str, text: &str) -> io::Result<bool> {
        let document = gongwen::parse(text);
        match self.format {
            Format::Outline => {
                outline::print(out, name, &document)?;
                findings::print(out, name, &document, self.language)
            }
            Format::Json => {
                serde_json::to_writer(&mut *out, &document)?;
                writeln!(out)
            }
            Format::Tree => {
                self.header(out, name)?;
                write!(out, "{document}")
            }
            Format::Markdown => markdown::print(out, &document),
        }?;
        Ok(self.allows(&document))
    }

    fn header(&self, out: &mut impl Write, name: &str) -> io::Result<()> {
        if self.several { writeln!(out, "==> {name} <==") } else { Ok(()) }
    }
}

/// Says why a path gives no text, behind all that was printed before; gives that it could not be read.
fn refuse(out: &mut impl Write, error: &input::InputError) -> io::Result<bool> {
    out.flush()?;
    eprintln!("outline: {error}");
    Ok(false)
}

/// What a file is called in the output.
fn name(path: &Path) -> String {
    if path.as_os_str() == "-" { "<stdin>".into() } else { path.display().to_string() }
}

/// The share of a document that is noise, in percent of its bytes.
fn noise_share(document: &Document<'_>) -> f64 {
    let noise: usize = document.noise().map(|n| n.span().len()).sum();
    100.0 * noise as f64 / document.source().len().max(1) as f64
}
