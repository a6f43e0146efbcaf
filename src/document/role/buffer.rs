//! The stretches of text that roles are read from, without noise.

use super::title::Claim;
use crate::SectionKind;
use crate::document::{Document, ElementKind};
use crate::lexer::variant::without_variants;
use crate::tree::{Slot, SlotKind};

/// A stretch of clean text without variants of characters, and where its parts stand in the source.
#[derive(Default)]
pub(super) struct Buffer {
    text: String,
    /// Offset in the text, offset in the source.
    parts: Vec<(u32, u32)>,
}

/// The most bytes of a title that are read, and of a text's opening and announcement.
const TITLE_LEN: usize = 480;
const OPENING_WORDS_LEN: usize = 24 * "字".len();
const SENTENCE_LEN: usize = 40 * "字".len();
const OPENING_LEN: usize = 360;
/// The parts of a section in which its opening is looked for.
const PARTS: usize = 64;
/// The least of a paragraph that says what the section is for.
const PARAGRAPH_LEN: usize = 8 * "字".len();
const ANNOUNCEMENT_LEN: usize = 150;

impl Buffer {
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    fn clear(&mut self) {
        self.text.clear();
        self.parts.clear();
    }

    /// Where a stretch of the text stands in the source.
    pub(super) fn source(&self, start: u32, end: u32) -> (u32, u32) {
        let of = |at: u32| {
            let part = self.parts.partition_point(|p| p.0 <= at).checked_sub(1).and_then(|i| self.parts.get(i));
            part.map_or(at, |p| p.1 + (at - p.0))
        };
        let end = if end > start { of(end - 1) + 1 } else { of(end) };
        (of(start), end)
    }

    /// A claim of the text, where it stands in the source.
    pub(super) fn placed(&self, claim: Claim) -> Claim {
        let (start, end) = self.source(claim.start, claim.end);
        Claim { start, end, ..claim }
    }

    fn push(&mut self, document: &Document<'_>, start: u32, end: u32) {
        if let Some(text) = document.source().get(start as usize..end as usize) {
            self.parts.push((self.text.len() as u32, start));
            if document.variants {
                self.text.push_str(&without_variants(text));
            } else {
                self.text.push_str(text);
            }
        }
    }

    /// The title of a piece or section; whether it has one.
    pub(super) fn read_title(&mut self, document: &Document<'_>, at: u32) -> bool {
        self.read_first(document, at, |slot| slot.kind == SlotKind::Title)
    }

    /// The title of the collection that a piece is the first of; whether it is.
    pub(super) fn read_collection_title(&mut self, document: &Document<'_>, at: u32) -> bool {
        let is = |slot: &Slot| slot.kind == SlotKind::Element && slot.detail == ElementKind::CollectionTitle as u8;
        self.read_first(document, at, is)
    }

    /// The first such part of a piece or section before its sections; whether there is one.
    fn read_first(&mut self, document: &Document<'_>, at: u32, is: fn(&Slot) -> bool) -> bool {
        self.clear();
        let tree = document.tree();
        let before = |i: &u32| tree.slot(*i).kind != SlotKind::Section;
        let Some(title) = tree.children(at).take_while(before).find(|&i| is(&tree.slot(i))) else { return false };
        for slot in tree.descendants(title).map(|i| tree.slot(i)) {
            if self.text.len() >= TITLE_LEN {
                break;
            }
            if slot.kind == SlotKind::Text {
                let end = floor(document.source(), slot.start, slot.end, TITLE_LEN);
                // 【主要做法】
                let words = document.source().get(slot.start as usize..end as usize).unwrap_or_default();
                let bracket =
                    if words.starts_with('【') && words.ends_with('】') { '【'.len_utf8() as u32 } else { 0 };
                self.push(document, slot.start + bracket, end - bracket);
            }
        }
        true
    }

    /// The first sentence of a section without a title, where it is short enough for one; else its first words.
    pub(super) fn read_sentence(&mut self, document: &Document<'_>, at: u32) -> bool {
        let tree = document.tree();
        let text =
            tree.children(at).map(|i| tree.slot(i)).find(|s| s.kind != SlotKind::Mark && s.kind != SlotKind::Break);
        let Some(slot) = text.filter(|s| s.kind == SlotKind::Text) else { return false };
        let end = floor(document.source(), slot.start, slot.end, SENTENCE_LEN);
        let text = document.source().get(slot.start as usize..end as usize).unwrap_or_default();
        let stop = text.find(['。', '；', '！']).or((end == slot.end).then_some(text.len()));
        let cut =
            stop.map_or(floor(document.source(), slot.start, end, OPENING_WORDS_LEN), |stop| slot.start + stop as u32);
        self.push(document, slot.start, cut);
        stop.is_some()
    }

    /// The opening of a section's own text, and the words before its first subsection.
    pub(super) fn read_text(&mut self, document: &Document<'_>, at: u32) {
        self.clear();
        let tree = document.tree();
        let (mut last, mut has_sections) = (None, false);
        let mut closed = false;
        for i in tree.children(at) {
            let slot = tree.slot(i);
            match slot.kind {
                // what a further paragraph turns to is another matter: 下一步，……
                SlotKind::Break => closed |= self.text.len() >= PARAGRAPH_LEN,
                SlotKind::Text if self.text.len() < OPENING_LEN && !closed => {
                    let end = floor(document.source(), slot.start, slot.end, OPENING_LEN - self.text.len());
                    self.push(document, slot.start, end);
                    last = Some((end, slot.end));
                }
                SlotKind::Text => last = Some((slot.start, slot.end)),
                SlotKind::Section => {
                    // points in a further paragraph are of that matter, too
                    has_sections = !closed || SectionKind::from_detail(slot.detail) != SectionKind::Point;
                    break;
                }
                _ => {}
            }
        }
        if let Some((start, end)) = last.filter(|l| has_sections && l.0 < l.1) {
            let start = ceil(document.source(), start, end, ANNOUNCEMENT_LEN);
            self.push(document, start, end);
        }
    }

    /// The opening of all text under a section, of sections in it as well, without titles.
    pub(super) fn read_below(&mut self, document: &Document<'_>, at: u32) {
        self.clear();
        let tree = document.tree();
        // titles and marks are short: so many parts hold the opening
        for slot in tree.descendants(at).take(PARTS).map(|i| tree.slot(i)) {
            if slot.kind == SlotKind::Text && tree.slot(slot.parent).kind == SlotKind::Section {
                let end = floor(document.source(), slot.start, slot.end, OPENING_LEN.saturating_sub(self.text.len()));
                self.push(document, slot.start, end);
            }
        }
    }

    /// The words right before the first section under a piece or section.
    pub(super) fn read_announcement(&mut self, document: &Document<'_>, at: u32) {
        self.clear();
        let tree = document.tree();
        let mut last = None;
        for i in tree.children(at) {
            let slot = tree.slot(i);
            match slot.kind {
                SlotKind::Text => last = Some((slot.start, slot.end)),
                SlotKind::Section => break,
                _ => {}
            }
        }
        if let Some((start, end)) = last {
            self.read_last_sentence(document, start, end);
        }
    }

    /// The last sentence of a stretch of text, or its end: only it announces.
    pub(super) fn read_last_sentence(&mut self, document: &Document<'_>, start: u32, end: u32) {
        self.clear();
        let from = ceil(document.source(), start, end, ANNOUNCEMENT_LEN);
        let text = document.source().get(from as usize..end as usize).unwrap_or_default();
        let body = text.trim_end_matches(['。', '：', ':', '！', '；', '.']);
        let cut = body.rfind(['。', '！', '？', '\n']).map_or(0, |i| i + '。'.len_utf8());
        let from = if text.is_char_boundary(cut) { from + cut as u32 } else { from };
        self.push(document, from, end);
    }
}

/// The end of at most `len` bytes from `start`, on a character boundary.
fn floor(source: &str, start: u32, end: u32, len: usize) -> u32 {
    source.floor_char_boundary((end as usize).min(start as usize + len)) as u32
}

/// The start of at most `len` bytes up to `end`, on a character boundary.
fn ceil(source: &str, start: u32, end: u32, len: usize) -> u32 {
    source.ceil_char_boundary((start as usize).max((end as usize).saturating_sub(len))) as u32
}
