//! Sections: headings, items, points and leads, nested as the author meant them.

use super::{Document, Mark, Piece, Title};
use crate::Span;
use crate::named::named;
use crate::tree::SlotKind;
use std::borrow::Cow;

named! {
    /// What a section is.
    #[repr(u8)]
    #[non_exhaustive]
    pub enum SectionKind {
        /// A title that opens a section, numbered or not: 二、主要做法
        Heading = "heading",
        /// A numbered paragraph or article: 第一条 为了……
        Item = "item",
        /// A point of an enumeration in running text: 一是……；二是……
        Point = "point",
        /// The unnumbered title sentence or label of one of several parallel paragraphs: 组织保障：……
        Lead = "lead",
    }
}

impl SectionKind {
    pub(crate) fn from_detail(detail: u8) -> Self {
        Self::ALL.get(usize::from(detail)).copied().unwrap_or(SectionKind::Item)
    }
}

/// A section of a piece.
#[derive(Clone, Copy)]
pub struct Section<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) at: u32,
}

impl<'d> Section<'d> {
    /// What it is.
    pub fn kind(self) -> SectionKind {
        SectionKind::from_detail(self.document.tree().slot(self.at).detail)
    }

    /// The mark that opens it; `None` for unnumbered headings and leads.
    pub fn mark(self) -> Option<Mark<'d>> {
        let at = self.at + 1;
        let has_mark = at < self.slot_end() && self.document.tree().slot(at).kind == SlotKind::Mark;
        has_mark.then_some(Mark { document: self.document, at })
    }

    /// The place of its mark, or of its first byte where it has none.
    pub(super) fn span_of_mark(self) -> Span {
        let start = self.span().start;
        self.mark().map_or(Span::new(start, start), |m| m.span())
    }

    /// Its title; `None` where it is a paragraph without one.
    pub fn title(self) -> Option<Title<'d>> {
        self.document.title_below(self.at)
    }

    /// The place in the source, in bytes, from its mark to the end of all that is under it.
    pub fn span(self) -> Span {
        self.document.span_of(self.at)
    }

    /// Its own text, without noise: all but its mark, its title and the sections under it.
    ///
    /// Paragraphs are separated by `\n`.
    pub fn text(self) -> Cow<'d, str> {
        self.document.own_text(self.at)
    }

    /// The sections right under it.
    pub fn sections(self) -> impl Iterator<Item = Section<'d>> + Clone + 'd {
        self.document.sections_below(self.at)
    }

    /// All sections under it, in the order of the text.
    pub fn descendants(self) -> impl Iterator<Item = Section<'d>> + Clone + 'd {
        self.document.all_sections_below(self.at)
    }

    /// The section that it stands under; `None` right under the piece.
    pub fn parent(self) -> Option<Section<'d>> {
        let at = self.document.tree().slot(self.at).parent;
        (self.document.tree().slot(at).kind == SlotKind::Section).then_some(Section { document: self.document, at })
    }

    /// The piece that it belongs to.
    pub fn piece(self) -> Piece<'d> {
        let mut at = self.document.tree().slot(self.at).parent;
        while self.document.tree().slot(at).kind == SlotKind::Section {
            at = self.document.tree().slot(at).parent;
        }
        Piece { document: self.document, at }
    }

    /// How deep it lies: 0 right under the piece.
    pub fn depth(self) -> usize {
        std::iter::successors(self.parent(), |s| s.parent()).count()
    }

    /// The slot after its last descendant.
    fn slot_end(self) -> u32 {
        self.document.tree().slot(self.at).next
    }
}
