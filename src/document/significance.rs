//! Why a thing matters: the reasons that a section on the 重大意义 gives.

use super::entry::{self, Entry};
use super::{Document, Excerpt, Piece, Role, Section};
use crate::Span;

/// Why a thing matters (重大意义): a lead and the reasons, one by one.
///
/// It is read from the sections of [`Role::Significance`] that stand highest in a piece.
///
/// ```
/// let document = gongwen::parse("在书屋建设推进会上的发言
/// 一、办好书屋的重大意义
/// 书屋虽小，作用不小。
/// 1、办好书屋是丰富文化生活的迫切需要。村里老人孩子多，晚上没有去处。
/// 2、办好书屋是培育文明乡风的有效途径。多一间书屋，就少几桌牌局。");
/// let piece = document.pieces().next().unwrap();
/// let significance = piece.significance().unwrap();
/// assert_eq!(significance.lead().unwrap().text(), "书屋虽小，作用不小。");
/// let second = significance.reasons().nth(1).unwrap();
/// assert_eq!(second.ordinal(), 2);
/// assert_eq!(second.thesis().unwrap().text(), "办好书屋是培育文明乡风的有效途径");
/// assert_eq!(second.argument().unwrap().text(), "多一间书屋，就少几桌牌局。");
/// ```
#[derive(Clone, Debug)]
pub struct Significance<'d> {
    sections: Vec<Section<'d>>,
}

impl<'d> Significance<'d> {
    /// The sections that it is read from, in the order of the text; never none.
    pub fn sections(&self) -> impl Iterator<Item = Section<'d>> + Clone + use<'d> {
        self.sections.clone().into_iter()
    }

    /// What stands before the first reason; `None` where nothing does.
    pub fn lead(&self) -> Option<Excerpt<'d>> {
        self.sections.first().and_then(|s| entry::lead_excerpt(*s))
    }

    /// The reasons, in the order of the text; a section that is not divided is one reason.
    pub fn reasons(&self) -> impl Iterator<Item = Reason<'d>> + Clone + use<'d> {
        let other = |role| matches!(role, Role::CoreExperience | Role::Problems | Role::Countermeasures);
        entry::entries(&self.sections, other).into_iter().map(|entry| Reason { entry })
    }
}

/// One reason why a thing matters.
#[derive(Clone, Copy, Debug)]
pub struct Reason<'d> {
    entry: Entry<'d>,
}

impl<'d> Reason<'d> {
    /// The section that gives it.
    pub fn section(self) -> Section<'d> {
        self.entry.section
    }

    /// The number that its mark gives, or its place among the reasons, from 1.
    pub fn ordinal(self) -> u32 {
        self.entry.ordinal()
    }

    /// The reason in short: the section's title, or its first sentence.
    pub fn thesis(self) -> Option<Excerpt<'d>> {
        self.entry.thesis()
    }

    /// What the text says for it, to the end of the section.
    pub fn argument(self) -> Option<Excerpt<'d>> {
        self.entry.rest()
    }

    /// The place in the source, in bytes.
    pub fn span(self) -> Span {
        self.entry.section.span()
    }
}

impl<'d> Section<'d> {
    /// The section as a significance (重大意义); `None` where its role is another.
    pub fn significance(self) -> Option<Significance<'d>> {
        (self.role() == Some(Role::Significance)).then(|| Significance { sections: vec![self] })
    }
}

impl<'d> Piece<'d> {
    /// Why the thing that the piece is about matters (重大意义); `None` where no section says so.
    pub fn significance(self) -> Option<Significance<'d>> {
        let sections = entry::highest(self, Role::Significance);
        (!sections.is_empty()).then_some(Significance { sections })
    }
}

impl Document<'_> {
    /// The [`Significance`] of each piece that has one, in order.
    pub fn significances(&self) -> impl Iterator<Item = Significance<'_>> + Clone + '_ {
        entry::of_pieces(self, Piece::significance)
    }
}
