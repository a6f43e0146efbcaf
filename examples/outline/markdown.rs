//! A document as Markdown: headings as #, items and points as lists, clean text.

use gongwen::{Document, Piece, Section, SectionKind};
use std::io::{self, Write};

/// Prints every piece, noise removed.
pub fn print(out: &mut impl Write, document: &Document<'_>) -> io::Result<()> {
    document.pieces().try_for_each(|piece| print_piece(out, piece))
}

fn print_piece(out: &mut impl Write, piece: Piece<'_>) -> io::Result<()> {
    if let Some(title) = piece.title() {
        writeln!(out, "# {}\n", escape(&title.text()))?;
    }
    // what stands before the first section goes before it, signature and date after the last
    let first = piece.sections().next().map_or(usize::MAX, |s| s.span().start);
    let element = |e: gongwen::Element<'_>| (e.span().start < first, e.text().into_owned());
    let (before, after): (Vec<_>, Vec<_>) = piece.elements().map(element).partition(|(before, _)| *before);
    before.iter().try_for_each(|(_, text)| paragraphs(out, text, ""))?;
    paragraphs(out, &piece.text(), "")?;
    piece.sections().try_for_each(|section| print_section(out, section, 2, ""))?;
    after.iter().try_for_each(|(_, text)| paragraphs(out, text, ""))
}

fn print_section(out: &mut impl Write, section: Section<'_>, level: usize, indent: &str) -> io::Result<()> {
    let mark = section.mark().map(|m| m.text()).unwrap_or_default();
    let title = section.title().map(|t| t.text());
    let title = title.as_deref().unwrap_or_default();
    let text = section.text();
    match section.kind() {
        SectionKind::Heading => {
            writeln!(out, "{} {}\n", "#".repeat(level.min(6)), escape(&format!("{mark}{title}")))?;
            // the stop that closed a run-in title
            paragraphs(out, text.trim_start_matches(['。', '：', ':', '；', ';', '.']), "")?;
            section.sections().try_for_each(|below| print_section(out, below, level + 1, ""))
        }
        SectionKind::Lead => {
            let end = text.find('\n').unwrap_or(text.len());
            writeln!(out, "{indent}**{}**{}\n", escape(title), escape(&text[..end]))?;
            paragraphs(out, &text[end..], indent)?;
            section.sections().try_for_each(|below| print_section(out, below, level + 1, indent))
        }
        _ => {
            let mut lines = text.lines();
            let first = lines.next().unwrap_or_default();
            writeln!(out, "{indent}- {}\n", escape(&format!("{mark}{title}{first}")))?;
            let below_indent = format!("{indent}  ");
            lines.try_for_each(|line| paragraphs(out, line, &below_indent))?;
            section.sections().try_for_each(|below| print_section(out, below, level + 1, &below_indent))
        }
    }
}

fn paragraphs(out: &mut impl Write, text: &str, indent: &str) -> io::Result<()> {
    let lines = text.lines().map(str::trim).filter(|l| !l.is_empty());
    lines.map(escape).try_for_each(|line| writeln!(out, "{indent}{line}\n"))
}

/// The text on one line, with a backslash before what Markdown would read as its own.
fn escape(text: &str) -> String {
    let text = text.trim();
    let mut escaped = String::with_capacity(text.len());
    let number = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        let special = match c {
            '\\' | '`' | '*' | '_' | '<' | '[' | ']' | '|' => true,
            '#' | '>' | '+' | '-' | '=' | '~' => at == 0,
            '.' | ')' => at == number && number > 0,
            _ => false,
        };
        if special {
            escaped.push('\\');
        }
        escaped.push(if c.is_control() { ' ' } else { c });
    }
    escaped
}
