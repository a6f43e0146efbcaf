//! Findings with the source line under them.

use codespan_reporting::diagnostic::{Diagnostic as Report, Label, Severity};
use codespan_reporting::files::{Error, Files};
use codespan_reporting::term::{self, termcolor::Ansi};
use gongwen::{Diagnostic, Document, Language, LineIndex, Position, Span};
use std::io::{self, Write};
use std::ops::Range;

/// A document that has lost its line breaks is one line of 20 KB: what is shown of a line is this
/// many characters before and after the place meant.
const AROUND: usize = 18;

/// A place meant that is longer than this many characters is underlined at its beginning only.
const UNDERLINED: usize = 24;

/// Prints the findings of a document, in the order of the text.
pub fn print(out: &mut impl Write, name: &str, document: &Document<'_>, language: Language) -> io::Result<()> {
    let lines = LineIndex::new(document.source());
    let config = term::Config::default();
    if !document.diagnostics().is_empty() {
        writeln!(out)?;
    }
    for diagnostic in document.diagnostics() {
        let (windows, report) = report(name, document.source(), &lines, diagnostic, language);
        term::emit_to_write_style(&mut Ansi::new(&mut *out), &config, &windows, &report).map_err(
            |error| match error {
                Error::Io(error) => error,
                error => io::Error::other(error),
            },
        )?;
    }
    Ok(())
}

fn report<'a>(
    name: &'a str,
    source: &str,
    lines: &LineIndex<'_>,
    diagnostic: &Diagnostic,
    language: Language,
) -> (Windows<'a>, Report<usize>) {
    let severity = match diagnostic.severity() {
        gongwen::Severity::Warning => Severity::Warning,
        _ => Severity::Note,
    };
    let mut windows = Windows { name, shown: Vec::new() };
    let mut report = Report::new(severity)
        .with_code(diagnostic.code().name())
        .with_message(diagnostic.message(language))
        .with_notes(diagnostic.help(language).map(String::from).into_iter().collect());
    for (n, label) in diagnostic.labels().iter().enumerate() {
        let (text, underlined) = around(source, label.span());
        let label = if n == 0 { Label::primary(n, underlined) } else { Label::secondary(n, underlined) }
            .with_message(label.message(language));
        report.labels.push(label);
        windows.shown.push((text, lines.position(diagnostic.labels()[n].span().start)));
    }
    (windows, report)
}

/// What is shown of the source, for each label of a finding, and the true place of what it means.
struct Windows<'a> {
    name: &'a str,
    shown: Vec<(String, Position)>,
}

impl Windows<'_> {
    fn window(&self, n: usize) -> Result<&(String, Position), Error> {
        self.shown.get(n).ok_or(Error::FileMissing)
    }
}

impl<'f> Files<'f> for Windows<'_> {
    type FileId = usize;
    type Name = &'f str;
    type Source = &'f str;

    fn name(&'f self, _: usize) -> Result<&'f str, Error> {
        Ok(self.name)
    }

    fn source(&'f self, n: usize) -> Result<&'f str, Error> {
        Ok(&self.window(n)?.0)
    }

    fn line_index(&self, _: usize, _: usize) -> Result<usize, Error> {
        Ok(0)
    }

    fn line_number(&self, n: usize, _: usize) -> Result<usize, Error> {
        Ok(self.window(n)?.1.line)
    }

    fn column_number(&self, n: usize, _: usize, _: usize) -> Result<usize, Error> {
        Ok(self.window(n)?.1.column)
    }

    fn line_range(&self, n: usize, line: usize) -> Result<Range<usize>, Error> {
        let text = &self.window(n)?.0;
        if line == 0 { Ok(0..text.len()) } else { Err(Error::LineTooLarge { given: line, max: 0 }) }
    }
}

/// What to show of the line around a span, and where in that the span lies.
fn around(source: &str, span: Span) -> (String, Range<usize>) {
    let before = last_chars(&source[..span.start], AROUND);
    let before = &before[before.rfind(['\n', '\r']).map_or(0, |at| at + 1)..];
    let after = first_chars(&source[span.start..], UNDERLINED + AROUND + 1);
    let line = &after[..after.find(['\n', '\r']).unwrap_or(after.len())];
    let meant = first_chars(&line[..span.len().min(line.len())], UNDERLINED);
    let after = &line[meant.len()..];

    let mut text = String::new();
    let starts_line = source[..span.start - before.len()].chars().next_back().is_none_or(|c| c == '\n' || c == '\r');
    if !starts_line {
        text.push('…');
    }
    push_visible(&mut text, before);
    let start = text.len();
    push_visible(&mut text, meant);
    let end = text.len();
    push_visible(&mut text, first_chars(after, AROUND));
    if after.chars().count() > AROUND {
        text.push('…');
    }
    (text, start..end)
}

/// Control characters would act on the terminal.
fn push_visible(text: &mut String, shown: &str) {
    text.extend(shown.chars().map(|c| if c.is_control() { ' ' } else { c }));
}

fn first_chars(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(at, _)| &text[..at])
}

fn last_chars(text: &str, count: usize) -> &str {
    text.char_indices().rev().nth(count.saturating_sub(1)).map_or(text, |(at, _)| &text[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is shown for the first `meant` of `source`, the underlined part in ⟨⟩.
    fn shown(source: &str, meant: &str) -> String {
        let start = source.find(meant).unwrap();
        let (text, underlined) = around(source, Span::new(start, start + meant.len()));
        format!("{}⟨{}⟩{}", &text[..underlined.start], &text[underlined.clone()], &text[underlined.end..])
    }

    #[test]
    fn a_short_line_is_shown_whole_and_alone() {
        assert_eq!(shown("一、水源\n二、塘坝管护\n三、渠系", "二、"), "⟨二、⟩塘坝管护");
        assert_eq!(shown("一、水源\r\n二、塘坝管护\r\n三、渠系", "管护"), "二、塘坝⟨管护⟩");
        assert_eq!(shown("\u{1b}[31m二、塘坝", "二、"), " [31m⟨二、⟩塘坝");
    }

    #[test]
    fn of_a_long_line_a_stretch_is_shown() {
        let long = format!("{}二、塘坝{}", "前".repeat(40), "后".repeat(40));
        let want = format!("…{}⟨二、⟩塘坝{}…", "前".repeat(18), "后".repeat(16));
        assert_eq!(shown(&long, "二、"), want);
    }

    #[test]
    fn of_a_long_span_the_beginning_is_underlined() {
        let source = format!("甲{}\n乙", "塘".repeat(60));
        let want = format!("甲⟨{}⟩{}…", "塘".repeat(24), "塘".repeat(18));
        assert_eq!(shown(&source, &source["甲".len()..]), want);
        assert_eq!(shown("第一行\n第二行", "一行\n第二行"), "第⟨一行⟩");
        assert_eq!(shown("完", ""), "⟨⟩完");
    }
}
