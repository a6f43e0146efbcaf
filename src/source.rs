//! Places in the source: byte spans, and the way from bytes to lines, columns and UTF-16.

use crate::lexer::search::last;
use std::fmt;
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// A place in the source text, as two byte offsets: from `start` up to, not including, `end`.
///
/// Offsets are UTF-8 bytes of the text that was given to [`parse`](crate::parse) and always
/// fall on character boundaries, so `&source[span.range()]` is the text meant.
///
/// ```
/// let source = "一、加强领导\n二、落实责任";
/// let document = gongwen::parse(source);
/// let second = document.outline().nth(1).unwrap();
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
    pub const fn range(self) -> Range<usize> {
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

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.range()
    }
}

/// A line and a column, both counted from 1, as an editor shows them: `12:3`.
///
/// A column counts grapheme clusters: what a reader takes for one character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in grapheme clusters, from 1.
    pub column: usize,
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

/// Turns byte offsets into lines, columns and UTF-16 offsets, and back.
///
/// A line ends at `\n`, `\r\n` or a `\r` alone, as editors count (Language Server Protocol); the line break
/// belongs to the line that it ends. Building the index reads the text once; a look-up is a binary search and a
/// walk of at most a few hundred characters, also where a text has lost its line breaks.
///
/// ```
/// use gongwen::{LineIndex, Position};
///
/// let index = LineIndex::new("第一章\n总则😀完");
/// let after_emoji = "第一章\n总则😀".len();
/// assert_eq!(index.position(after_emoji), Position { line: 2, column: 4 });
/// assert_eq!(index.position(after_emoji).to_string(), "2:4");
/// assert_eq!(index.offset(Position { line: 2, column: 4 }), Some(after_emoji));
/// assert_eq!(index.utf16(after_emoji), 8);
/// assert_eq!(index.offset_of_utf16(8), Some(after_emoji));
/// ```
#[derive(Clone, Debug)]
pub struct LineIndex<'s> {
    source: &'s str,
    /// Ascending; never none.
    stops: Vec<Stop>,
}

/// A place whose line and column are known: the start of a line, and more of them within a long one.
#[derive(Clone, Copy, Debug)]
struct Stop {
    offset: usize,
    utf16: usize,
    line: usize,
    column: usize,
}

/// The bytes between two stops of a line.
const STRIDE: usize = 1024;

impl<'s> LineIndex<'s> {
    /// Reads `source` once and remembers where its lines begin.
    pub fn new(source: &'s str) -> Self {
        let mut stop = Stop { offset: 0, utf16: 0, line: 1, column: 1 };
        let mut stops = vec![stop];
        for line in lines(source) {
            let (start, end) = (stop.offset, stop.offset + line.len());
            if line.len() > STRIDE {
                for (column, (at, _)) in (1..).zip(line.grapheme_indices(true)) {
                    if start + at - stop.offset >= STRIDE {
                        stop = Stop { column, ..stop.on_to(start + at, source) };
                        stops.push(stop);
                    }
                }
            }
            stop = Stop { line: stop.line + 1, column: 1, ..stop.on_to(end, source) };
            if matches!(last(line), '\n' | '\r') {
                stops.push(stop);
            }
        }
        Self { source, stops }
    }

    /// The number of lines; a text without any line break has one.
    pub fn line_count(&self) -> usize {
        self.stops.last().map_or(1, |stop| stop.line)
    }

    /// The span of `line` (from 1) without its line break, or `None` past the last line.
    pub fn line_span(&self, line: usize) -> Option<Span> {
        let start = self.stops_of(line).first()?.offset;
        let end = self.stops_of(line + 1).first().map_or(self.source.len(), |next| next.offset);
        let text = self.source.get(start..end)?.trim_end_matches(['\n', '\r']);
        Some(Span::new(start, start + text.len()))
    }

    /// The line and column of a byte offset.
    ///
    /// An offset inside a character counts as the character's start, one past the end as the end.
    pub fn position(&self, offset: usize) -> Position {
        let offset = self.source.floor_char_boundary(offset);
        let stop = last_before(&self.stops, |stop| stop.offset <= offset);
        let before = self.source.get(stop.offset..offset).unwrap_or_default();
        Position { line: stop.line, column: stop.column + before.graphemes(true).count() }
    }

    /// The byte offset of a line and column, or `None` where the text has no such place.
    pub fn offset(&self, position: Position) -> Option<usize> {
        let line_end = self.line_span(position.line)?.end;
        let stop = last_before(self.stops_of(position.line), |stop| stop.column <= position.column);
        let rest = self.source.get(stop.offset..line_end)?;
        let mut starts = rest.grapheme_indices(true).map(|(at, _)| at).chain([rest.len()]);
        starts.nth(position.column.checked_sub(stop.column)?).map(|at| stop.offset + at)
    }

    /// The UTF-16 offset (as JavaScript counts) of a byte offset.
    pub fn utf16(&self, offset: usize) -> usize {
        let offset = self.source.floor_char_boundary(offset);
        last_before(&self.stops, |stop| stop.offset <= offset).on_to(offset, self.source).utf16
    }

    /// The byte offset of a UTF-16 offset, or `None` inside a surrogate pair or past the end.
    pub fn offset_of_utf16(&self, utf16: usize) -> Option<usize> {
        let stop = last_before(&self.stops, |stop| stop.utf16 <= utf16);
        let (mut at, mut units) = (stop.offset, stop.utf16);
        for c in self.source.get(at..)?.chars() {
            if units >= utf16 {
                break;
            }
            at += c.len_utf8();
            units += c.len_utf16();
        }
        (units == utf16).then_some(at)
    }

    /// The stops of `line`, its start the first; none of a line that the text has not.
    fn stops_of(&self, line: usize) -> &[Stop] {
        let from = self.stops.partition_point(|stop| stop.line < line);
        let to = self.stops.partition_point(|stop| stop.line <= line);
        self.stops.get(from..to).unwrap_or_default()
    }
}

impl Stop {
    /// The same with the offsets of a later place in `source`.
    fn on_to(self, offset: usize, source: &str) -> Self {
        let passed = source.get(self.offset..offset).unwrap_or_default();
        Self { offset, utf16: self.utf16 + passed.chars().map(char::len_utf16).sum::<usize>(), ..self }
    }
}

/// The lines of `source` with their line breaks; none after the last line break.
fn lines(source: &str) -> impl Iterator<Item = &str> {
    let mut rest = source;
    std::iter::from_fn(move || {
        let end = match memchr::memchr2(b'\n', b'\r', rest.as_bytes()) {
            Some(at) if rest[at..].starts_with("\r\n") => at + 2,
            Some(at) => at + 1,
            None => rest.len(),
        };
        let (line, behind) = rest.split_at(end);
        rest = behind;
        (!line.is_empty()).then_some(line)
    })
}

/// The last of `stops` that is `before` a place; the first where none is.
fn last_before(stops: &[Stop], before: impl Fn(&Stop) -> bool) -> Stop {
    let at = stops.partition_point(before).saturating_sub(1);
    stops.get(at).copied().unwrap_or(Stop { offset: 0, utf16: 0, line: 1, column: 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Line, column and UTF-16 offset of `offset`, counted from the start.
    fn counted(source: &str, offset: usize) -> (Position, usize) {
        let before = &source[..offset];
        let line_start = before.rfind('\n').map_or(0, |end| end + 1);
        let column = before[line_start..].graphemes(true).count() + 1;
        (Position { line: before.matches('\n').count() + 1, column }, before.encode_utf16().count())
    }

    #[test]
    fn long_lines_are_counted_like_short_ones() {
        let long = "一、水源保护👍🏽e\u{301}🇨🇳管护".repeat(3 * STRIDE / 40);
        for source in [long.clone(), format!("{long}\r\n短\n\n{long}\n"), format!("短\n{long}"), String::new()] {
            let index = LineIndex::new(&source);
            assert_eq!(index.line_count(), source.matches('\n').count() + 1);
            for (offset, _) in source.grapheme_indices(true).chain([(source.len(), "")]) {
                let (position, utf16) = counted(&source, offset);
                assert_eq!((index.position(offset), index.utf16(offset)), (position, utf16), "byte {offset}");
                assert_eq!(index.offset(position), Some(offset), "{position}");
                assert_eq!(index.offset_of_utf16(utf16), Some(offset));
            }
            assert_eq!(index.offset_of_utf16(counted(&source, source.len()).1 + 1), None);
        }
    }

    #[test]
    fn places_that_are_not_there_have_no_offset() {
        let index = LineIndex::new("一、水源\r\n二、塘坝\n");
        let offset = |line, column| index.offset(Position { line, column });
        assert_eq!([offset(1, 0), offset(0, 1), offset(1, 6), offset(4, 1)], [None; 4]);
        assert_eq!((offset(1, 5), offset(3, 1)), (Some("一、水源".len()), Some("一、水源\r\n二、塘坝\n".len())));
        assert_eq!(index.line_span(3), Some(Span::new(27, 27)));
        assert_eq!(index.line_span(4), None);
    }

    #[test]
    fn a_return_alone_ends_a_line() {
        let source = "一、水源\r\r二、塘坝\r\n三、渠系\r";
        let index = LineIndex::new(source);
        let lines: Vec<&str> = (1..=5).map(|line| &source[index.line_span(line).unwrap().range()]).collect();
        assert_eq!(lines, ["一、水源", "", "二、塘坝", "三、渠系", ""]);
        assert_eq!(index.line_count(), 5);
        assert_eq!(index.position(source.find('渠').unwrap()), Position { line: 4, column: 3 });
    }
}
