//! A document as Markdown: headings as #, items and points as lists, clean text.

use crate::outline::mark;
use gongwen::{Document, Piece, Section, SectionKind};
use std::io::{self, Write};

/// Prints every piece, noise removed.
pub fn print(out: &mut impl Write, document: &Document<'_>) -> io::Result<()> {
    document.pieces().try_for_each(|piece| print_piece(out, document.source(), piece))
}

fn print_piece(out: &mut impl Write, source: &str, piece: Piece<'_>) -> io::Result<()> {
    let elements = |from: usize, to: usize| piece.elements().filter(move |e| (from..to).contains(&e.span().start));
    let title = piece.title().map_or(piece.span().start, |t| t.span().start);
    let first_section = piece.sections().next().map_or(piece.span().end, |s| s.span().start);

    elements(0, title).try_for_each(|e| paragraphs(out, &e.text(), ""))?;
    if let Some(title) = piece.title() {
        writeln!(out, "# {}\n", escape(&title.text()))?;
    }
    elements(title, first_section).try_for_each(|e| paragraphs(out, &e.text(), ""))?;
    paragraphs(out, &piece.text(), "")?;
    piece.sections().try_for_each(|section| print_section(out, source, section, 2, ""))?;
    elements(first_section, usize::MAX).try_for_each(|e| paragraphs(out, &e.text(), ""))
}

fn print_section(
    out: &mut impl Write,
    source: &str,
    section: Section<'_>,
    level: usize,
    indent: &str,
) -> io::Result<()> {
    let mark = mark(section);
    let title = section.title().map(|t| t.text());
    let title = title.as_deref().unwrap_or_default();
    let text = section.text();
    match section.kind() {
        SectionKind::Heading => {
            writeln!(out, "{} {}\n", "#".repeat(level.min(6)), escape(&format!("{mark}{title}")))?;
            // the stop that closed a run-in title
            paragraphs(out, text.trim_start_matches(['。', '：', ':', '；', ';', '.']), "")?;
            section.sections().try_for_each(|below| print_section(out, source, below, level + 1, ""))
        }
        SectionKind::Lead => {
            let end = text.find('\n').unwrap_or(text.len());
            let first = escape(&text[..end]);
            let gap = gap(source, section, &first);
            writeln!(out, "{indent}**{}**{gap}{first}\n", escape(title))?;
            paragraphs(out, &text[end..], indent)?;
            section.sections().try_for_each(|below| print_section(out, source, below, level + 1, indent))
        }
        _ => {
            let mut lines = text.lines();
            let first = lines.next().unwrap_or_default();
            let first = first.trim_start();
            let gap = gap(source, section, first);
            writeln!(out, "{indent}- {}\n", escape(&format!("{mark}{title}{gap}{first}")))?;
            let below_indent = format!("{indent}  ");
            lines.try_for_each(|line| paragraphs(out, line, &below_indent))?;
            section.sections().try_for_each(|below| print_section(out, source, below, level + 1, &below_indent))
        }
    }
}

/// What stands between the title of a section and the text that goes on behind it: the stop that
/// closes the title in the source, and belongs to neither; else a blank.
fn gap(source: &str, section: Section<'_>, text: &str) -> String {
    const STOPS: &str = "。：；，、:;,.";
    let Some(title) = section.title() else { return String::new() };
    let stop = source[title.span().end..].chars().next().filter(|&c| STOPS.contains(c));
    match text.chars().next() {
        Some(first) if STOPS.contains(first) => String::new(),
        Some(_) => stop.unwrap_or(' ').to_string(),
        None => stop.map(String::from).unwrap_or_default(),
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

#[cfg(test)]
mod tests {
    use super::*;

    fn markdown(text: &str) -> String {
        let mut out = Vec::new();
        print(&mut out, &gongwen::parse(text)).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn headings_go_by_depth_and_points_are_lists() {
        let text = "关于加强山塘管护的通知\n一、提高认识\n（一）看清形势\n塘坝老化。\n（二）扛起责任\n一是建账。二是建档。\n二、抓好落实\n每月一查。";
        let want = "# 关于加强山塘管护的通知\n\n## 一、提高认识\n\n### （一）看清形势\n\n塘坝老化。\n\n### （二）扛起责任\n\n\
                    - 一是建账。\n\n- 二是建档。\n\n## 二、抓好落实\n\n每月一查。\n\n";
        assert_eq!(markdown(text), want);
    }

    #[test]
    fn what_markdown_would_read_is_escaped() {
        assert_eq!(escape("1.一塘一长*"), "1\\.一塘一长\\*");
        assert_eq!(escape("1、一塘一长 - 3.5万方"), "1、一塘一长 - 3.5万方");
        assert_eq!(escape("#塘长<b>"), "\\#塘长\\<b>");
    }
}
