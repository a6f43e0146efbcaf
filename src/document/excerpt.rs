//! Stretches of a document: what the typed views are made of.

use super::Document;
use crate::Span;
use crate::lexer::chars::line_break;
use crate::lexer::decode::decode;
use crate::lexer::search::{before, has_space, prefix, trim_end, trim_start};
use crate::lexer::variant::without_variants;
use crate::tree::SlotKind;
use std::borrow::Cow;
use std::ops::Range;

/// A stretch of the document: its text without noise, and its place in the source.
///
/// A page mark in the middle of the words is not in the text; the place covers it. Nor are the elements of the document
/// (a date, a signature) that stand within, nor, of what is to be done, the marks of points (一是).
///
/// ```
/// let source = "二、下一步措施\n1、落实责任。全面推行片区\n- 2 -\n负责制。\n2、完善投入。管好用好专项资金。";
/// let document = gongwen::parse(source);
/// let piece = document.pieces().next().unwrap();
/// let countermeasures = piece.countermeasures().unwrap();
/// let measure = countermeasures.measures().next().unwrap();
/// let thesis = measure.thesis().unwrap();
/// assert_eq!(thesis.text(), "落实责任");
/// assert_eq!(&source[thesis.span().range()], "落实责任");
/// let action = &measure.actions()[0];
/// assert_eq!(action.text(), "全面推行片区负责制");
/// assert_eq!(&source[action.span().range()], "全面推行片区\n- 2 -\n负责制");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Excerpt<'d> {
    text: Cow<'d, str>,
    span: Span,
}

impl<'d> Excerpt<'d> {
    /// The text, without noise; paragraphs are separated by `\n`.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text, taken out of the excerpt; borrowed from the source where no noise lies inside.
    pub fn into_text(self) -> Cow<'d, str> {
        self.text
    }

    /// The place in the source, in bytes.
    pub fn span(&self) -> Span {
        self.span
    }
}

/// The text of some leaves of the tree, without noise, and the way back to the source.
#[derive(Clone, Debug)]
pub(super) struct Passage<'d> {
    document: &'d Document<'d>,
    text: Cow<'d, str>,
    /// A text with variants of characters without them, which takes as many bytes.
    plain: Option<String>,
    /// Where the text begins in the source.
    from: usize,
    /// Where each run after the first begins in the text, and in the source.
    runs: Vec<(usize, usize)>,
}

impl<'d> Passage<'d> {
    /// All that stands below slot `at`.
    pub(super) fn all_below(document: &'d Document<'d>, at: u32) -> Self {
        Self::below(document, at, &|_, _| false)
    }

    /// All that stands below slot `at`, but for what is below slots that `skip` names.
    pub(super) fn below(document: &'d Document<'d>, at: u32, skip: &dyn Fn(u32, SlotKind) -> bool) -> Self {
        let (tree, source) = (document.tree(), document.source());
        let mut passage = Self { document, text: Cow::Borrowed(""), plain: None, from: 0, runs: Vec::new() };
        // leaves side by side are added together
        let (mut from, mut to) = (0, 0);
        let (mut slot, end) = (at + 1, tree.slot(at).next);
        while slot < end {
            let this = tree.slot(slot);
            if skip(slot, this.kind) {
                slot = this.next;
                continue;
            }
            slot += 1;
            let (mut start, mut end) = (this.start as usize, this.end as usize);
            match this.kind {
                SlotKind::Text | SlotKind::Mark => {}
                SlotKind::Break => {
                    let begun = if from < to {
                        !before(source, to).ends_with('\n')
                    } else {
                        !passage.text.is_empty() && !passage.text.ends_with('\n')
                    };
                    let blanks = source.get(start..end).unwrap_or_default();
                    match line_break(blanks) {
                        _ if !begun || !has_space(blanks) => continue,
                        Some(line) if blanks[line..].starts_with('\n') => {
                            (start, end) = (start + line, start + line + 1);
                        }
                        other => {
                            passage.push(from, to);
                            // a cell of a table may end here: its tab stays, and those of empty cells
                            let tabs = blanks.bytes().filter(|blank| *blank == b'\t').count();
                            let cells = prefix("\t\t\t\t\t\t\t\t", tabs.max(1));
                            passage.push_apart(if other.is_some() { "\n" } else { cells }, start);
                            (from, to) = (start, start);
                            continue;
                        }
                    }
                }
                _ => continue,
            }
            if start != to {
                passage.push(from, to);
                from = start;
            }
            to = end;
        }
        passage.push(from, to);
        passage.plain = document.variants.then(|| without_variants(&passage.text));
        passage
    }

    fn push(&mut self, from: usize, to: usize) {
        let source = self.document.source();
        let leaf = source.get(from..to).unwrap_or_default();
        if self.text.is_empty() {
            self.from = from;
            self.text = Cow::Borrowed(leaf);
            return;
        }
        let (start, at) = self.run(self.runs.len());
        match &mut self.text {
            Cow::Owned(text) if at + (text.len() - start) == from => text.push_str(leaf),
            _ if from < to => self.push_apart(leaf, from),
            _ => {}
        }
    }

    /// Adds what does not stand in the source right after the last leaf.
    fn push_apart(&mut self, words: &str, from: usize) {
        self.runs.push((self.text.len(), from));
        match &mut self.text {
            Cow::Borrowed(text) => {
                let mut owned = String::with_capacity(2 * (text.len() + words.len()));
                owned.push_str(text);
                owned.push_str(words);
                self.text = Cow::Owned(owned);
            }
            Cow::Owned(text) => text.push_str(words),
        }
    }

    /// Where the run of a number begins in the text, and in the source.
    fn run(&self, number: usize) -> (usize, usize) {
        number.checked_sub(1).and_then(|n| self.runs.get(n)).copied().unwrap_or((0, self.from))
    }

    /// The text to look for words in; what is found is cut out by [`Self::excerpt`].
    pub(super) fn text(&self) -> &str {
        self.plain.as_deref().unwrap_or(&self.text)
    }

    /// Brackets and the like, and where each stands in the text, in order.
    pub(super) fn signs(&self) -> impl Iterator<Item = (usize, char)> {
        let (start, source) = self.run(self.runs.len());
        let signs = self.document.signs(self.from..source + (self.text.len() - start));
        let mut run = 0;
        signs.iter().filter_map(move |sign| {
            let at = sign.at as usize;
            while self.runs.get(run).is_some_and(|next| next.1 <= at) {
                run += 1;
            }
            let (start, source) = self.run(run);
            let at = start + (at - source);
            (at < self.runs.get(run).map_or(self.text.len(), |next| next.0)).then_some((at, sign.c))
        })
    }

    /// A part of the text, without the blanks around it; `None` where nothing else is in it.
    pub(super) fn excerpt(&self, range: Range<usize>) -> Option<Excerpt<'d>> {
        let part = trim_start(self.text.get(range.clone())?);
        let (start, part) = (range.end - part.len(), trim_end(part));
        if part.is_empty() {
            return None;
        }
        let range = start..start + part.len();
        let span = self.span(range.clone());
        let text = match &self.text {
            Cow::Borrowed(text) => Cow::Borrowed(text.get(range)?),
            Cow::Owned(_) => match self.document.source().get(span.range()) {
                Some(same) if same == part => Cow::Borrowed(same),
                _ => Cow::Owned(part.to_owned()),
            },
        };
        Some(Excerpt { text, span })
    }

    /// Nothing, at the start of the text: what it could name is left out.
    pub(super) fn nothing(&self) -> Excerpt<'d> {
        let at = self.source_of(0);
        Excerpt { text: Cow::Borrowed(""), span: Span::new(at, at) }
    }

    /// The place in the source of a part of the text that is not empty.
    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.source_of(range.start), self.source_of(range.end.saturating_sub(1)) + 1)
    }

    /// Where the byte at `at` of the text stands in the source.
    fn source_of(&self, at: usize) -> usize {
        let (start, source) = self.run(self.runs.partition_point(|r| r.0 <= at));
        source + (at - start)
    }

    /// Where in the text the source's byte `at`, or the first after it, stands.
    pub(super) fn text_of(&self, at: usize) -> usize {
        let run = self.runs.partition_point(|r| r.1 <= at);
        let (start, source) = self.run(run);
        let end = self.runs.get(run).map_or(self.text.len(), |r| r.0);
        (start + at.saturating_sub(source)).min(end)
    }
}

/// Signs that may end a part of a text, a bit for each; half width is as full width.
pub(super) mod stop {
    /// 。
    pub const FULL_STOP: u8 = 1;
    /// ；
    pub const SEMICOLON: u8 = 2;
    /// ！ and ？
    pub const EXCLAMATION: u8 = 4;
    /// ，
    pub const COMMA: u8 = 8;
    /// 、
    pub const PAUSE: u8 = 16;
    /// ／
    pub const SLASH: u8 = 32;
    /// A tab.
    pub const TAB: u8 = 64;
    /// A line break, which always ends a part.
    pub const LINE: u8 = 128;
    /// What ends a sentence.
    pub const SENTENCE: u8 = FULL_STOP | SEMICOLON | EXCLAMATION;

    pub(super) fn of(c: char) -> u8 {
        match c {
            '。' => FULL_STOP,
            '；' | ';' => SEMICOLON,
            '！' | '!' | '？' | '?' => EXCLAMATION,
            '，' | ',' => COMMA,
            '、' => PAUSE,
            '／' | '/' => SLASH,
            '\t' => TAB,
            '\n' => LINE,
            _ => 0,
        }
    }
}

/// The sentences of a text with their closing marks, and its lines; a quotation is not cut.
pub(super) fn sentences(text: &str) -> Parts<'_> {
    split(text, stop::SENTENCE)
}

/// The parts of `text` between `stops` that stand outside brackets and quotation marks, each with
/// the stop that ends it. A line break always ends a part.
pub(super) fn split(text: &str, stops: u8) -> Parts<'_> {
    Parts { text, at: 0, stops, ended_by: 0 }
}

/// See [`split`].
pub(super) struct Parts<'t> {
    text: &'t str,
    /// Where the next part begins.
    at: usize,
    stops: u8,
    /// What ended the last part; nothing at the end of the text.
    ended_by: u8,
}

impl Parts<'_> {
    /// Whether the part given last ends a sentence, and not only a clause.
    pub(super) fn ended_sentence(&self) -> bool {
        self.ended_by & (stop::SENTENCE | stop::LINE) != 0
    }
}

impl Iterator for Parts<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let start = self.at;
        let mut depth = Depth::default();
        self.ended_by = 0;
        while let Some(rest) = self.text.as_bytes().get(self.at..) {
            // most characters are ideographs, which matter only as a distance
            let (threes, _) = rest.as_chunks::<3>();
            let plain = threes.iter().take_while(|three| matches!(three[0], 0xe4..=0xe9)).count();
            self.at += 3 * plain;
            depth.go_on(plain as u32);
            let Some(c) = decode(self.text, self.at) else { break };
            self.at += c.len_utf8();
            if c.is_ascii_alphanumeric() {
                depth.go_on(1);
                continue;
            }
            let stop = stop::of(c);
            if stop == 0 {
                depth.step(c);
                continue;
            }
            depth.go_on(1);
            if stop == stop::LINE || stop & self.stops != 0 && depth.outside() {
                self.ended_by = stop;
                break;
            }
        }
        (start < self.at).then_some(start..self.at)
    }
}

/// How deep in brackets and quotation marks a reader is. Bounded: what is not closed within
/// two hundred characters was never open (damaged text has lone marks).
#[derive(Clone, Copy, Default)]
pub(super) struct Depth {
    depth: u32,
    since: u32,
}

impl Depth {
    const REACH: u32 = 200;

    pub(super) fn step(&mut self, c: char) {
        match c {
            '（' | '(' | '“' | '‘' | '《' | '【' | '〔' | '「' => {
                self.depth += 1;
                self.since = 0;
            }
            '）' | ')' | '”' | '’' | '》' | '】' | '〕' | '」' => self.depth = self.depth.saturating_sub(1),
            _ => self.since += 1,
        }
        self.close_what_is_far();
    }

    /// Past characters that neither open nor close.
    fn go_on(&mut self, count: u32) {
        self.since = self.since.saturating_add(count);
        self.close_what_is_far();
    }

    fn close_what_is_far(&mut self) {
        if self.since > Self::REACH {
            self.depth = 0;
        }
    }

    pub(super) fn outside(self) -> bool {
        self.depth == 0
    }
}
