//! Findings with the source line under them.

use crate::place::Walk;
use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use gongwen::{Diagnostic, Document, Language, Severity, Span};
use std::io::{self, Write};
use std::ops::Range;

/// A document that has lost its line breaks is one line of 20 KB: what is shown of a line is this
/// many characters before and after the place meant.
const AROUND: usize = 18;

/// A place meant that is longer than this many characters is underlined at its beginning only.
const UNDERLINED: usize = 24;

/// Prints the findings of a document, in the order of the text.
pub fn print(out: &mut impl Write, name: &str, document: &Document<'_>, language: Language) -> io::Result<()> {
    let mut walk = Walk::new(document.source());
    let renderer = Renderer::styled();
    for diagnostic in document.diagnostics() {
        let group = group(name, document.source(), &mut walk, diagnostic, language);
        writeln!(out, "\n{}", renderer.render(&[group]))?;
    }
    Ok(())
}

fn group<'a>(
    name: &'a str,
    source: &'a str,
    walk: &mut Walk<'_>,
    diagnostic: &'a Diagnostic,
    language: Language,
) -> Group<'a> {
    let (level, help) = levels(diagnostic.severity(), language);
    let title = level.primary_title(diagnostic.message(language)).id(diagnostic.code().name());
    let mut group = Group::with_title(title);
    for (n, label) in diagnostic.labels().iter().enumerate() {
        let place = walk.position(label.span.start);
        let kind = if n == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
        let (text, underlined) = window(source, label.span);
        let annotation = kind.span(underlined).label(label.message(language));
        let snippet = Snippet::source(text).line_start(place.line).annotation(annotation);
        // the snippet is a piece of the line: its own columns would be wrong
        group = group.element(Origin::path(name).line(place.line).char_column(place.column)).element(snippet);
    }
    match diagnostic.help(language) {
        Some(text) => group.element(help.message(text)),
        None => group,
    }
}

fn levels(severity: Severity, language: Language) -> (Level<'static>, Level<'static>) {
    let level = if severity == Severity::Warning { Level::WARNING } else { Level::INFO };
    match language {
        Language::Chinese => {
            let name = if severity == Severity::Warning { "提醒" } else { "说明" };
            (level.with_name(name), Level::HELP.with_name("建议"))
        }
        _ => (level, Level::HELP),
    }
}

/// What to show of the line around a span, and where in that the span lies.
fn window(source: &str, span: Span) -> (String, Range<usize>) {
    let rest = &source[span.start..];
    let line_end = rest.find(['\n', '\r']).unwrap_or(rest.len());
    let meant = first_chars(&source[span.range()][..span.len().min(line_end)], UNDERLINED);
    let before = last_chars(&source[..span.start], AROUND);
    let after = &rest[meant.len()..line_end.max(meant.len())];
    let shown_after = first_chars(after, AROUND);

    let mut text = String::new();
    let line_start = before.rfind(['\n', '\r']).map(|at| at + 1);
    if line_start.is_none() && before.len() < span.start {
        text.push('…');
    }
    text.push_str(&before[line_start.unwrap_or(0)..]);
    let start = text.len();
    text.push_str(meant);
    let end = text.len();
    text.push_str(shown_after);
    if shown_after.len() < after.len() {
        text.push('…');
    }
    (text, start..end)
}

fn first_chars(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(at, _)| &text[..at])
}

fn last_chars(text: &str, count: usize) -> &str {
    text.char_indices().rev().nth(count.saturating_sub(1)).map_or(text, |(at, _)| &text[at..])
}
