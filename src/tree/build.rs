//! From nodes and cuts to slots that tile the source.

use super::{Kept, SlotKind, Tree};
use crate::lexer::bold;
use crate::lexer::chars::is_bullet;
use crate::lexer::search;
use crate::parser::{Clean, floor_boundary};

/// A node or mark of the tree to be, in offsets of the clean text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    pub kind: SlotKind,
    pub detail: u8,
    pub ordinal: u16,
    pub start: u32,
    pub end: u32,
}

/// Lays nodes over the source as they come and fills all between them with text, break and noise leaves.
pub(crate) struct Builder<'a, 's> {
    clean: &'a Clean<'s>,
    slots: Vec<Kept>,
    open: Vec<Open>,
    /// How far the leaves reach in the clean text, in the source, and in the list of cuts.
    at: u32,
    source_at: u32,
    cut: usize,
    /// Where the `**` stands that closes what is in bold.
    bold_end: Option<usize>,
}

struct Open {
    slot: u32,
    end: u32,
}

/// How many slots there is room for at the least.
const FEWEST: usize = 256;

impl<'a, 's> Builder<'a, 's> {
    pub(crate) fn new(clean: &'a Clean<'s>) -> Self {
        let mut builder = Self {
            clean,
            slots: Vec::new(),
            open: Vec::with_capacity(16),
            at: 0,
            source_at: 0,
            cut: 0,
            bold_end: None,
        };
        let end = clean.text().len() as u32;
        builder.enter(Node { kind: SlotKind::Document, detail: 0, ordinal: 0, start: 0, end });
        builder
    }

    /// Adds a node; they come in preorder and nested.
    pub(crate) fn add(&mut self, node: Node) {
        // a pass that measured a full-width sign where a half-width one stands must not break the law
        let start = self.floor_boundary(node.start);
        let node = Node { start, end: self.floor_boundary(node.end).max(start), ..node };
        while self.open.len() > 1 && self.open.last().is_some_and(|o| o.end <= node.start) {
            self.leave();
        }
        self.fill(node.start);
        if node.kind.is_leaf() {
            self.leaf(node);
        } else {
            self.enter(node);
        }
    }

    /// The tree of `source`, once all nodes are there.
    pub(crate) fn finish(mut self, source: &str) -> Tree {
        while self.open.len() > 1 {
            self.leave();
        }
        self.fill(self.clean.text().len() as u32);
        self.noise_before(u32::MAX);
        self.slots[0].next = self.slots.len() as u32;
        Tree { slots: self.slots, end: source.len() as u32 }
    }

    /// The last place at or before `at` that is within no character of the source.
    fn floor_boundary(&self, at: u32) -> u32 {
        floor_boundary(self.clean.text(), at as usize) as u32
    }

    fn enter(&mut self, node: Node) {
        if node.kind != SlotKind::Document {
            // noise at the very start of a node stands before it
            self.noise_before(node.start + 1);
        }
        let slot = self.push(node.kind, node.detail, node.ordinal, self.source_at);
        let end = self.open.last().map_or(node.end, |o| node.end.min(o.end));
        self.open.push(Open { slot, end });
    }

    fn leave(&mut self) {
        let Some(end) = self.open.last().map(|o| o.end) else { return };
        self.fill(end);
        if let Some(open) = self.open.pop() {
            self.slots[open.slot as usize].next = self.slots.len() as u32;
        }
    }

    /// A leaf that the parser named (a mark). Noise inside cuts it into several of the same kind.
    fn leaf(&mut self, node: Node) {
        let mut first = true;
        while self.at < node.end {
            self.noise_before(self.at + 1);
            let end = self.next_cut().min(node.end);
            let ordinal = if first { node.ordinal } else { 0 };
            self.push_clean(node.kind, node.detail, ordinal, end);
            first = false;
        }
    }

    /// Text and break leaves up to `end` of the clean text.
    #[inline]
    fn fill(&mut self, end: u32) {
        if self.at < end {
            self.fill_some(end);
        }
    }

    #[inline(never)]
    fn fill_some(&mut self, end: u32) {
        while self.at < end {
            self.noise_before(self.at + 1);
            let stop = self.next_cut().min(end);
            let text = &self.clean.text()[self.at as usize..stop as usize];
            let (kind, len) = if let Some(len) = self.bold_len(text).or_else(|| self.bold_sign(text)) {
                (SlotKind::Break, len)
            } else if let Some(len) = break_len(text, self.at_line_start() || self.after_mark(), self.in_title()) {
                (SlotKind::Break, len)
            } else {
                (SlotKind::Text, self.text_len(text))
            };
            let end = self.at + len as u32;
            self.push_clean(kind, 0, 0, end);
        }
    }

    /// The length of `**` and blanks behind a mark that stands between such: `**第一条**　……`.
    fn bold_len(&self, text: &str) -> Option<usize> {
        let behind = text.strip_prefix("**").filter(|_| self.after_mark())?;
        let mark = self.slots.last().map_or(0, |mark| (mark.start + self.at - self.source_at) as usize);
        let opened = self.clean.text().get(..mark).is_some_and(|above| above.ends_with("**"));
        opened.then(|| text.len() - search::trim_start(behind).len())
    }

    /// The length of `**` that opens or closes what is in bold; blanks may stand before the one that opens.
    fn bold_sign(&mut self, text: &str) -> Option<usize> {
        let blanks = text.len() - search::trim_start(text).len();
        let at = self.at as usize + blanks;
        let closes = self.bold_end == Some(at);
        let end = if closes { None } else { bold::close(self.clean.text(), at) };
        self.bold_end = end.or(self.bold_end);
        (blanks == 0 && (closes || end.is_some())).then_some("**".len())
    }

    /// The length of the text up to the next of them, or to the blanks before the next line break.
    fn text_len(&self, text: &str) -> usize {
        let mut from = 1;
        let line = loop {
            let Some(found) = text.as_bytes().get(from..).and_then(|rest| memchr::memchr2(b'\n', b'*', rest)) else {
                break text;
            };
            let at = from + found;
            if text.as_bytes()[at] == b'\n' {
                break &text[..at];
            }
            let sign = self.at as usize + at;
            if self.bold_end == Some(sign) || bold::close(self.clean.text(), sign).is_some() {
                return at;
            }
            from = at + 1;
        };
        match search::trim_end(line).len() {
            0 => line.len().max(1),
            len => len,
        }
    }

    fn at_line_start(&self) -> bool {
        self.at == 0 || self.clean.text().as_bytes()[self.at as usize - 1] == b'\n'
    }

    /// The gap between a mark and its text is no text.
    fn after_mark(&self) -> bool {
        self.slots.last().is_some_and(|slot| slot.kind == SlotKind::Mark)
    }

    /// The signs in a title are its own.
    fn in_title(&self) -> bool {
        self.open.last().is_some_and(|open| self.slots[open.slot as usize].kind == SlotKind::Title)
    }

    fn next_cut(&self) -> u32 {
        self.clean.cuts().get(self.cut).map_or(u32::MAX, |c| c.clean)
    }

    fn push_clean(&mut self, kind: SlotKind, detail: u8, ordinal: u16, end: u32) {
        self.push(kind, detail, ordinal, self.source_at);
        self.source_at += end - self.at;
        self.at = end;
    }

    /// Noise leaves for the cuts that stand before clean offset `limit`.
    #[inline]
    fn noise_before(&mut self, limit: u32) {
        while let Some(cut) = self.clean.cuts().get(self.cut).filter(|c| c.clean < limit && c.clean <= self.at) {
            debug_assert_eq!(cut.start, self.source_at, "noise out of its place");
            self.push(SlotKind::Noise, cut.kind as u8, 0, cut.start);
            self.source_at = cut.end;
            self.cut += 1;
        }
    }

    /// Makes room for as many slots as the whole text will have if it goes on like this: of a long text the slots
    /// are most of the memory, and to make room late means to have them twice.
    #[cold]
    fn grow(&mut self) {
        let (len, text) = (self.slots.len(), self.clean.text().len());
        let whole = len as u64 * text as u64 / u64::from(self.at.max(1));
        let room = (whole + whole / 16).clamp(len as u64 * 5 / 4, len as u64 * 4) as usize;
        self.slots.reserve_exact(room.max(len + FEWEST) - len);
    }

    fn push(&mut self, kind: SlotKind, detail: u8, ordinal: u16, start: u32) -> u32 {
        let at = self.slots.len() as u32;
        let parent = self.open.last().map_or(0, |o| o.slot);
        if self.slots.len() == self.slots.capacity() {
            self.grow();
        }
        self.slots.push(Kept { kind, detail, ordinal, start, next: at + 1, parent });
        at
    }
}

/// The length of the run of blanks and line breaks that `text` begins with, where it is one; with the signs of Markdown that
/// set off what stands behind it: `\n\n## `, `**` around a mark.
fn break_len(text: &str, line_start: bool, in_title: bool) -> Option<usize> {
    // an ideograph
    if matches!(text.as_bytes().first(), Some(0xe4..=0xe9)) {
        return None;
    }
    let blanks = text.len() - search::trim_start(text).len();
    let opens = line_start || text[..blanks].contains('\n');
    let signs = if !in_title && (opens || blanks == 0) { signs_len(&text[blanks..], opens) } else { 0 };
    let len = blanks + signs;
    (len > 0 && (line_start || signs > 0 || len == text.len() || text[..blanks].contains('\n'))).then_some(len)
}

/// The length of the signs of Markdown that `text` begins with: `#` and a blank where a line `opens`, or those alone on what
/// is left of a line. So too the sign before a heading: `▶主要做法`.
fn signs_len(text: &str, opens: bool) -> usize {
    let hashes = text.bytes().take_while(|b| *b == b'#').count();
    let stars = text.bytes().take_while(|b| *b == b'*').count();
    let behind = &text[hashes.max(stars)..];
    let blanks = behind.len() - behind.trim_start_matches([' ', '\t']).len();
    let alone = behind[blanks..].is_empty() || behind[blanks..].starts_with('\n');
    if let Some(behind) = text.strip_prefix(is_bullet)
        && opens
        && search::trim_start(behind).is_empty()
    {
        return text.len();
    }
    match (hashes, stars) {
        (1..=6, _) if alone || opens && blanks > 0 => hashes + blanks,
        (_, 1..=3) if alone => stars,
        _ => 0,
    }
}
