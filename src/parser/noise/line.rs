//! The lines of the source: where they begin and end, and what the characters there can mean.
//! How long they are is measured where it is asked.

use crate::NoiseKind;
use crate::lexer::search::{
    after, before, chars, columns, count, ends_with_any, find, first, has, last, position, prefix, skip, skip_back,
};

/// One line of the source. There may be many: it is kept small.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Its first byte, blanks included.
    pub start: u32,
    /// The text without the blanks around it.
    pub text_start: u32,
    pub text_end: u32,
    /// What it was found to be, as a whole.
    pub noise: Option<NoiseKind>,
    pub begin: Begin,
    pub end: End,
    /// Whether it is as long as a wrapped text is wide.
    pub full: bool,
}

/// What may begin with the first character of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Begin {
    /// Nothing is there: a blank line.
    Blank,
    /// A number: `3`, `12、`.
    Number,
    /// A page number: `- 3 -`, `第3页`, `Page 3`.
    Page,
    /// The heading 目录.
    Contents,
    Other,
}

/// What the last character of a line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// A sentence or a line of its own ends.
    Sentence,
    /// The sentence may go on: a Chinese character, a comma.
    Ideograph,
    Comma,
    /// A tag or a comment ends.
    Angle,
    Other,
}

/// The bytes of the longest label of a line.
const LONGEST_LABEL: usize = "责任单位和完成时".len();

impl Line {
    pub(super) fn text<'s>(&self, source: &'s str) -> &'s str {
        source.get(self.text_start as usize..self.text_end as usize).unwrap_or_default()
    }

    pub(super) fn is_blank(&self) -> bool {
        self.begin == Begin::Blank
    }

    /// Whether it holds text of the document.
    pub(super) fn is_kept(&self) -> bool {
        self.noise.is_none() && !self.is_blank()
    }

    pub(super) fn is_indented(&self) -> bool {
        self.text_start > self.start
    }

    /// The bytes of its text.
    pub(super) fn len(&self) -> usize {
        (self.text_end - self.text_start) as usize
    }

    /// The byte after its last, without the line break.
    pub(super) fn end(&self, source: &str) -> u32 {
        let next = self.next(source) as usize;
        let rest = source.get(self.text_end as usize..next).unwrap_or_default();
        let rest = rest.strip_suffix('\n').unwrap_or(rest);
        self.text_end + rest.strip_suffix('\r').unwrap_or(rest).len() as u32
    }

    /// Where the next line starts.
    pub(super) fn next(&self, source: &str) -> u32 {
        let rest = source.as_bytes().get(self.text_end as usize..).unwrap_or_default();
        self.text_end + rest.iter().position(|b| *b == b'\n').map_or(rest.len(), |at| at + 1) as u32
    }

    /// Whether it may be one of a paragraph's lines, and not the cells of a row or a label and what it says
    /// (责任单位：县水利局), which stand by themselves however long they are and whatever they end in.
    pub(super) fn may_run_on(&self, source: &str) -> bool {
        let text = self.text(source);
        let opening = prefix(text, LONGEST_LABEL + "：".len());
        let label = position(opening, |c| matches!(c, '：' | ':')).is_some_and(|colon| {
            let word = before(opening, colon);
            let spoken = ends_with_any(word, &["们", "同志", "代表", "委员"]);
            word.len() >= 2 * "责".len() && !has(word, |c| !is_ideograph(c)) && !spoken
        });
        !label && !self.has_cells(source)
    }

    /// Whether a tab or two wide blanks stand between parts of it.
    pub(super) fn has_cells(&self, source: &str) -> bool {
        let text = self.text(source);
        // most lines have no blanks of half width
        let narrow = memchr::memchr2(b'\t', b' ', text.as_bytes()).is_some();
        let behind_gap = |text| {
            let gap = if narrow { find(text, "  ") } else { None };
            let at = find(text, "\u{3000}\u{3000}").into_iter().chain(gap).min()?;
            Some(skip(after(text, at), is_blank))
        };
        narrow && find(text, "\t").is_some() || behind_gap(text).and_then(behind_gap).is_some()
    }

    /// Its characters, with the blanks around its text.
    pub(super) fn chars(&self, source: &str) -> usize {
        chars(source.get(self.start as usize..self.end(source) as usize).unwrap_or_default())
    }

    /// The same without blanks, which may be stray.
    pub(super) fn visible(&self, source: &str) -> usize {
        self.chars(source)
            - count(source.get(self.start as usize..self.text_end as usize).unwrap_or_default(), |b| b == b' ')
    }

    /// The columns of its text on a screen.
    pub(super) fn columns(&self, source: &str) -> usize {
        columns(self.text(source))
    }

    /// The same in a text whose signs were as wide as its ideographs and are no longer: `,` for `，`.
    pub(super) fn columns_as_set(&self, source: &str) -> usize {
        let text = self.text(source);
        columns(text) + count(text, |b| matches!(b, b',' | b';' | b':' | b'!' | b'?' | b'(' | b')'))
    }
}

/// Finds the lines of `source`.
pub(super) fn read(source: &str) -> Vec<Line> {
    let mut lines = Vec::with_capacity(source.len() / 128 + 16);
    let mut start = 0;
    let mut breaks = memchr::memchr_iter(b'\n', source.as_bytes());
    while start < source.len() {
        let end = breaks.next().unwrap_or(source.len());
        let line = source.get(start..end).unwrap_or_default();
        let line = line.strip_suffix('\r').unwrap_or(line);
        let text = if is_blank(first(line)) { skip(line, is_blank) } else { line };
        let text_start = start + line.len() - text.len();
        let text = if is_blank(last(text)) { skip_back(text, is_blank) } else { text };
        lines.push(Line {
            start: start as u32,
            text_start: text_start as u32,
            text_end: (text_start + text.len()) as u32,
            noise: None,
            begin: begin(text),
            end: end_of(text),
            full: false,
        });
        start = end + 1;
    }
    lines
}

fn begin(text: &str) -> Begin {
    match text.chars().next() {
        None => Begin::Blank,
        Some('0'..='9') => Begin::Number,
        Some('第' | '共' | '/' | '，' | ',' | '|' | '一' | 'P' | 'p') => Begin::Page,
        Some(c) if is_dash(c) => Begin::Page,
        Some('目' | '本' | '要' | '导' | '#' | '*' | '：' | ':' | '【' | '】' | '[' | ']') => Begin::Contents,
        Some(_) => Begin::Other,
    }
}

fn end_of(text: &str) -> End {
    if text.ends_with('。') || ends_sentence(text) {
        return End::Sentence;
    }
    match last(text) {
        '，' | '、' => End::Comma,
        '>' => End::Angle,
        c if is_ideograph(c) => End::Ideograph,
        _ => End::Other,
    }
}

/// Blanks, among them the byte order mark and blanks without width.
#[inline]
pub(super) fn is_blank(c: char) -> bool {
    // most characters need no second look
    !matches!(c, '!'..='~' | '\u{3001}'..='\u{fefe}') && is_blank_indeed(c)
}

#[inline(never)]
fn is_blank_indeed(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200d}' | '\u{2060}')
}

/// What stands on both sides of a page number.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '—' | '－' | '–' | '―' | '─' | '~' | '·' | '•' | '‐' | '‑' | '−' | '﹣' | '～' | '∼')
}

/// A Chinese character.
pub(super) fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3134f}' | '〇' | '々')
}

/// Whether `text` ends where a sentence or a line of its own ends.
pub(super) fn ends_sentence(text: &str) -> bool {
    let text = skip_back(text, is_blank);
    let inner = skip_back(text, |c| matches!(c, '”' | '’' | '"' | '」' | '』' | '）' | ')' | '】' | '》'));
    matches!(last(inner), '。' | '！' | '？' | '!' | '?' | '；' | ';' | '：' | ':' | '…')
}

/// Whether `text` ends with a colon.
pub(super) fn ends_in_colon(text: &str) -> bool {
    matches!(last(text), '：' | ':')
}

/// What follows in `text` after the characters of `start`, blanks in both aside.
pub(super) fn strip_spaced<'t>(text: &'t str, start: &str) -> Option<&'t str> {
    let (mut rest, mut start) = (text, skip(start, is_blank));
    while !start.is_empty() {
        rest = skip(rest, is_blank);
        let len = first(start).len_utf8();
        rest = rest.strip_prefix(before(start, len))?;
        start = skip(after(start, len), is_blank);
    }
    Some(rest)
}
/// Whether all is one line with a sentence in it: a document, whatever is glued to it.
pub(super) fn is_one_line(source: &str, lines: &[Line]) -> bool {
    let mut texts = lines.iter().filter(|l| !l.is_blank());
    let alone = texts.next().filter(|_| texts.next().is_none());
    alone.is_some_and(|line| find(line.text(source), "。").is_some())
}
