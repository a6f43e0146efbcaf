//! Places in the source: byte spans, and the way from bytes to lines, columns and UTF-16.

use unicode_segmentation::UnicodeSegmentation;

/// A place in the source text, as two byte offsets: from `start` up to, not including, `end`.
///
/// Offsets are UTF-8 bytes of the text that was given to [`parse`](crate::parse) and always
/// fall on character boundaries, so `&source[span.range()]` is the text meant.
///
/// ```
/// let source = "一、加强领导\n二、落实责任";
/// let document = gongwen::parse(source);
/// let second = document.sections().nth(1).unwrap();
/// assert_eq!(&source[second.span().range()], "二、落实责任");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to `end`, in bytes.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// The span as a range, to index the source with.
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start..self.end
    }

    /// The number of bytes.
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start)
    }

    /// Whether the span holds nothing.
    pub const fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// Whether the byte at `offset` lies inside.
    pub const fn contains(self, offset: usize) -> bool {
        self.start <= offset && offset < self.end
    }
}

/// A line and a column, both counted from 1, as an editor shows them.
///
/// A column counts grapheme clusters: what a reader takes for one character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in grapheme clusters, from 1.
    pub column: usize,
}

/// Turns byte offsets into lines, columns and UTF-16 offsets, and back.
///
/// A line ends at `\n`; the `\r` of `\r\n` belongs to the line that it ends. Building the index
/// reads the text once; a look-up is a binary search and a walk through one line.
///
/// ```
/// use gongwen::{LineIndex, Position};
///
/// let index = LineIndex::new("第一章\n总则😀完");
/// let after_emoji = "第一章\n总则😀".len();
/// assert_eq!(index.position(after_emoji), Position { line: 2, column: 4 });
/// assert_eq!(index.offset(Position { line: 2, column: 4 }), Some(after_emoji));
/// assert_eq!(index.utf16(after_emoji), 8);
/// assert_eq!(index.offset_of_utf16(8), Some(after_emoji));
/// ```
#[derive(Clone, Debug)]
pub struct LineIndex<'s> {
    source: &'s str,
    /// For each line, the offset of its first byte and the same in UTF-16 units.
    lines: Vec<(usize, usize)>,
    utf16_len: usize,
}

impl<'s> LineIndex<'s> {
    /// Reads `source` once and remembers where its lines begin.
    pub fn new(source: &'s str) -> Self {
        let (mut lines, mut utf16) = (vec![(0, 0)], 0);
        for (line_end, line) in source.split_inclusive('\n').scan(0, |at, line| {
            *at += line.len();
            Some((*at, line))
        }) {
            utf16 += utf16_len(line);
            if line.ends_with('\n') {
                lines.push((line_end, utf16));
            }
        }
        Self { source, lines, utf16_len: utf16 }
    }

    /// The number of lines; a text without any line break has one.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// The span of `line` (from 1) without its line break, or `None` past the last line.
    pub fn line_span(&self, line: usize) -> Option<Span> {
        let start = self.lines.get(line.checked_sub(1)?)?.0;
        let end = self.lines.get(line).map_or(self.source.len(), |next| next.0);
        let text = self.source.get(start..end)?.trim_end_matches('\n').trim_end_matches('\r');
        Some(Span::new(start, start + text.len()))
    }

    /// The line and column of a byte offset.
    ///
    /// An offset inside a character counts as the character's start, one past the end as the end.
    pub fn position(&self, offset: usize) -> Position {
        let offset = floor_boundary(self.source, offset);
        let line = self.lines.partition_point(|&(start, _)| start <= offset).max(1);
        let start = self.lines.get(line - 1).map_or(0, |l| l.0);
        let before = self.source.get(start..offset).unwrap_or_default();
        Position { line, column: before.graphemes(true).count() + 1 }
    }

    /// The byte offset of a line and column, or `None` where the text has no such place.
    pub fn offset(&self, position: Position) -> Option<usize> {
        let span = self.line_span(position.line)?;
        let line = self.source.get(span.range())?;
        let column = position.column.checked_sub(1)?;
        let mut starts = line.grapheme_indices(true).map(|(at, _)| at).chain([line.len()]);
        starts.nth(column).map(|at| span.start + at)
    }

    /// The UTF-16 offset (as JavaScript counts) of a byte offset.
    pub fn utf16(&self, offset: usize) -> usize {
        let offset = floor_boundary(self.source, offset);
        let line = self.lines.partition_point(|&(start, _)| start <= offset).max(1);
        let (start, utf16) = self.lines.get(line - 1).copied().unwrap_or_default();
        utf16 + utf16_len(self.source.get(start..offset).unwrap_or_default())
    }

    /// The byte offset of a UTF-16 offset, or `None` inside a surrogate pair or past the end.
    pub fn offset_of_utf16(&self, utf16: usize) -> Option<usize> {
        if utf16 > self.utf16_len {
            return None;
        }
        let line = self.lines.partition_point(|&(_, start)| start <= utf16).max(1);
        let (mut at, mut units) = self.lines.get(line - 1).copied()?;
        for c in self.source.get(at..)?.chars() {
            if units >= utf16 {
                break;
            }
            at += c.len_utf8();
            units += c.len_utf16();
        }
        (units == utf16).then_some(at)
    }
}

fn utf16_len(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// The last character boundary at or before `offset`.
fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
