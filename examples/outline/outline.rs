//! The outline for a person: one line a node, its place and kind on the left.

use anstyle::{AnsiColor, Style};
use gongwen::{Document, Element, ElementKind, LineIndex, MarkStyle, NoiseKind, Piece, Section, SectionKind};
use std::io::{self, Write};

const PIECE: Style = AnsiColor::Magenta.on_default().bold();
const MARK: Style = AnsiColor::Cyan.on_default().bold();
const TITLE: Style = Style::new().bold();
const ELEMENT: Style = AnsiColor::Green.on_default();
const ROLE: Style = AnsiColor::Yellow.on_default();
const FAINT: Style = AnsiColor::BrightBlack.on_default();

/// How many characters of an untitled paragraph, an element or a noise are shown.
const SHOWN: usize = 24;

/// Prints the pieces of a document and what was set aside as noise.
pub fn print(out: &mut impl Write, name: &str, document: &Document<'_>) -> io::Result<()> {
    let counts = [
        counted(document.pieces().count(), "piece"),
        counted(document.outline().count(), "section"),
        format!("{:.1} % noise", crate::noise_share(document)),
        counted(document.diagnostics().len(), "finding"),
    ];
    writeln!(out, "{TITLE}{name}{TITLE:#}  {FAINT}{}{FAINT:#}", counts.join(" · "))?;
    let lines = LineIndex::new(document.source());
    for piece in document.pieces() {
        writeln!(out)?;
        print_piece(out, &lines, piece)?;
    }
    print_noise(out, document)
}

/// `1 piece`, `2 pieces`.
pub fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

fn print_piece(out: &mut impl Write, lines: &LineIndex<'_>, piece: Piece<'_>) -> io::Result<()> {
    // a compilation's own title stands above its first piece
    let (collection, elements): (Vec<_>, Vec<_>) =
        piece.elements().partition(|e| e.kind() == ElementKind::CollectionTitle);
    for title in collection {
        margin(out, lines, title.span().start, "")?;
        writeln!(out, "{ELEMENT}@collection_title{ELEMENT:#} {}", one_line(&title.text()))?;
    }
    let title = piece.title();
    margin(out, lines, title.map_or(piece.span(), |t| t.span()).start, "piece")?;
    match title {
        Some(title) => writeln!(out, "{PIECE}{}{PIECE:#}", one_line(&title.text()))?,
        None => writeln!(out, "{FAINT}(no title) {}{FAINT:#}", beginning(&piece.text()))?,
    }
    // then all by its place in the source: elements stand before, between and after sections
    let mut elements = elements.into_iter().peekable();
    for section in piece.descendants() {
        while let Some(element) = elements.next_if(|e| e.span().start < section.span().start) {
            print_element(out, lines, element)?;
        }
        print_section(out, lines, section)?;
    }
    elements.try_for_each(|element| print_element(out, lines, element))
}

fn print_element(out: &mut impl Write, lines: &LineIndex<'_>, element: Element<'_>) -> io::Result<()> {
    margin(out, lines, element.span().start, "")?;
    let (kind, text) = (element.kind().name(), beginning(&element.text()));
    writeln!(out, "  {ELEMENT}@{kind}{ELEMENT:#} {text}")
}

fn print_section(out: &mut impl Write, lines: &LineIndex<'_>, section: Section<'_>) -> io::Result<()> {
    margin(out, lines, section.span().start, section.kind().name())?;
    let indent = 2 * (section.depth() + 1);
    write!(out, "{:indent$}{MARK}{}{MARK:#}", "", mark(section))?;
    match section.title() {
        Some(title) if section.kind() == SectionKind::Heading => {
            write!(out, "{TITLE}{}{TITLE:#}", one_line(&title.text()))?;
        }
        Some(title) => write!(out, "{}", one_line(&title.text()))?,
        None => write!(out, "{FAINT}{}{FAINT:#}", beginning(&section.text()))?,
    }
    match section.role() {
        // what stands under a section mostly shares its role
        Some(role) if section.parent().and_then(Section::role) != Some(role) => {
            writeln!(out, "  {ROLE}[{}]{ROLE:#}", role.name())
        }
        _ => writeln!(out),
    }
}

/// The mark of a section, set off where it would run into the text: `第一条 为了……`.
pub fn mark(section: Section<'_>) -> String {
    let text = section.mark().map(|m| m.text()).unwrap_or_default();
    let named = section.mark().is_some_and(|m| m.style() <= MarkStyle::Article);
    let runs_in = text.ends_with(|c: char| c.is_ascii_digit() || c.is_alphabetic() && named);
    format!("{text}{}", if runs_in { " " } else { "" })
}

/// The place and kind at the left of each line.
fn margin(out: &mut impl Write, lines: &LineIndex<'_>, start: usize, kind: &str) -> io::Result<()> {
    let place = lines.position(start).to_string();
    write!(out, "{FAINT}{place:>9}  {kind:<8}{FAINT:#} ")
}

fn print_noise(out: &mut impl Write, document: &Document<'_>) -> io::Result<()> {
    let mut first = true;
    for &kind in NoiseKind::ALL {
        let mut all = document.noise().filter(|n| n.kind() == kind).peekable();
        let Some(example) = all.peek().map(|n| beginning(n.text())) else { continue };
        let (count, bytes) = all.fold((0, 0), |(count, bytes), n| (count + 1, bytes + n.span().len()));
        if first {
            writeln!(out)?;
        }
        first = false;
        let size = format!("{count} × {}, {bytes} bytes", kind.name());
        let example = if example.is_empty() { example } else { format!(": {example}") };
        writeln!(out, "{FAINT}{:>9}  {:<8} {size}{example}{FAINT:#}", "", "noise")?;
    }
    Ok(())
}

/// The first characters of a text, and … where there are more.
fn beginning(text: &str) -> String {
    let text = one_line(text);
    match text.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text,
    }
}

/// The text with its line breaks and control characters shown as blanks; they would break the outline.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>().trim().to_owned()
}
