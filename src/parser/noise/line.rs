//! The lines of the source, measured once for all kinds of noise.

use crate::NoiseKind;

/// One line of the source.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Its first byte, blanks included.
    pub start: usize,
    /// The byte after its last, without the line break.
    pub end: usize,
    /// Where the next line starts.
    pub next: usize,
    /// The text without the blanks around it.
    pub text_start: usize,
    pub text_end: usize,
    /// Characters from `start` to `end`.
    pub chars: usize,
    /// Columns on a screen from `text_start` to `text_end`: two for a wide character.
    pub width: usize,
    /// What it was found to be, as a whole.
    pub noise: Option<NoiseKind>,
}

impl Line {
    pub(super) fn text<'s>(&self, source: &'s str) -> &'s str {
        source.get(self.text_start..self.text_end).unwrap_or_default()
    }

    pub(super) fn is_blank(&self) -> bool {
        self.text_start >= self.text_end
    }

    /// Whether it holds text of the document.
    pub(super) fn is_kept(&self) -> bool {
        self.noise.is_none() && !self.is_blank()
    }
}

/// Measures every line of `source`.
pub(super) fn read(source: &str) -> Vec<Line> {
    let mut lines = Vec::with_capacity(source.len() / 64 + 1);
    let mut start = 0;
    while start < source.len() {
        let rest = source.get(start..).unwrap_or_default();
        let len = memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len());
        let next = (start + len + 1).min(source.len());
        let line = rest.get(..len).unwrap_or_default();
        let line = line.strip_suffix('\r').unwrap_or(line);
        let head = line.len() - line.trim_start_matches(is_blank).len();
        let text = line.trim_matches(is_blank);
        lines.push(Line {
            start,
            end: start + line.len(),
            next,
            text_start: start + head,
            text_end: start + head + text.len(),
            chars: line.chars().count(),
            width: text.chars().map(width).sum(),
            noise: None,
        });
        start = next;
    }
    lines
}

/// Blanks, among them the byte order mark and blanks without width.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

/// A Chinese character.
pub(super) fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}' | '〇' | '々')
}

/// Whether `text` ends where a sentence or a line of its own ends.
pub(super) fn ends_sentence(text: &str) -> bool {
    let text = text.trim_end_matches(is_blank);
    let inner = text.trim_end_matches(['”', '’', '"', '」', '』', '）', ')', '】', '》']);
    inner.ends_with(['。', '！', '？', '!', '?', '；', ';', '：', ':', '…'])
}

fn width(c: char) -> usize {
    match c {
        '\u{0}'..='\u{2ff}' => 1,
        _ => 2,
    }
}
