//! The tree as text: the golden format of the tests, readable for a person; and what `Debug` shows of a view.

use super::{Document, ElementKind, Section};
use std::borrow::Cow;
use std::fmt;

/// Writes one line a node, indented by depth: kind, mark, title, and the place as line:column.
///
/// A piece or section without a title shows the beginning of its text.
impl fmt::Display for Document<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for piece in self.pieces() {
            match piece.title() {
                Some(title) => writeln!(f, "piece | {}", title.text())?,
                None => writeln!(f, "piece")?,
            }
            for element in piece.elements() {
                let kind: ElementKind = element.kind();
                writeln!(f, "  @{} | {}", kind.name(), element.text())?;
            }
            for section in piece.sections() {
                write_section(f, section, 1)?;
            }
        }
        for noise in self.noise() {
            writeln!(f, "noise {} | {}", noise.kind().name(), noise.text().escape_debug())?;
        }
        for diagnostic in self.diagnostics() {
            let message = diagnostic.message(crate::Language::English);
            writeln!(f, "{} {} | {message}", diagnostic.severity().name(), diagnostic.code().name())?;
        }
        Ok(())
    }
}

impl fmt::Debug for Document<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Document").field(&self.pieces().collect::<Vec<_>>()).finish()
    }
}

impl Document<'_> {
    /// Writes the name of a view, where it stands and what it begins with.
    pub(super) fn debug(&self, view: &str, at: u32, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let range = self.span_of(at).range();
        let text = self.source.get(range.clone()).unwrap_or_default();
        write!(f, "{view}({range:?}, {:?})", beginning(text))
    }
}

fn write_section(f: &mut fmt::Formatter<'_>, section: Section<'_>, depth: usize) -> fmt::Result {
    let mark = section.mark().map(|m| m.text()).unwrap_or_default();
    write!(f, "{:1$}{2} | {mark}", "", depth * 2, section.kind().name())?;
    match section.title() {
        Some(title) => writeln!(f, "{}", title.text())?,
        None => writeln!(f, "{}", beginning(&section.text()))?,
    }
    for below in section.sections() {
        write_section(f, below, depth + 1)?;
    }
    Ok(())
}

/// The first twelve characters of a text's first line, and … where there are more.
fn beginning(text: &str) -> Cow<'_, str> {
    match text.char_indices().enumerate().find(|&(n, (_, c))| n == 12 || c == '\n') {
        Some((_, (at, _))) => Cow::Owned(format!("{}…", &text[..at])),
        None => Cow::Borrowed(text),
    }
}
