//! What reasons, principles and measures have in common: a number, a thesis and what follows it.

use super::excerpt::{Passage, sentences};
use super::{Document, Excerpt, Piece, Role, Section};
use crate::lexer::search::{self, is_one_of};
use crate::tree::SlotKind;

/// A section as one of a list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'d> {
    pub section: Section<'d>,
    /// Its place in the list, from 1; 0 where it is not known yet.
    pub place: u32,
}

impl<'d> Entry<'d> {
    pub(super) fn ordinal(self) -> u32 {
        let counted = || {
            let Section { document, at } = self.section;
            let siblings = document.sections_below(document.tree().slot(at).parent);
            siblings.take_while(|s| s.at < at).count() as u32 + 1
        };
        let place = || if self.place > 0 { self.place } else { counted() };
        self.section.mark().and_then(|m| m.ordinal()).unwrap_or_else(place)
    }

    pub(super) fn thesis(self) -> Option<Excerpt<'d>> {
        match self.section.title() {
            Some(title) => {
                let passage = Passage::all_below(self.section.document, title.at);
                passage.excerpt(0..trimmed(passage.text()))
            }
            None => self.split().0,
        }
    }

    /// What follows the thesis, to the section's end.
    pub(super) fn rest(self) -> Option<Excerpt<'d>> {
        self.split().1
    }

    fn split(self) -> (Option<Excerpt<'d>>, Option<Excerpt<'d>>) {
        let body = body(self.section);
        let text = body.text();
        let first = match self.section.title() {
            Some(_) => 0..0,
            None => sentences(text).find(|r| has_words(text.get(r.clone()))).unwrap_or(0..0),
        };
        let thesis = text.get(first.clone()).map_or(0, trimmed) + first.start;
        let rest = text.get(first.end..).unwrap_or_default();
        let skipped = rest.len() - search::skip(rest, is_closing).len();
        (body.excerpt(first.start..thesis), body.excerpt(first.end + skipped..text.len()))
    }
}

/// All that a section says but its own mark and title, sections under it and all.
pub(super) fn body<'d>(section: Section<'d>) -> Passage<'d> {
    let tree = section.document.tree();
    let at = section.at;
    Passage::below(section.document, at, &|slot, kind| {
        matches!(kind, SlotKind::Mark | SlotKind::Title) && tree.slot(slot).parent == at || kind == SlotKind::Element
    })
}

/// What a section says before the first section under it; all of it where none is.
pub(super) fn lead<'d>(section: Section<'d>) -> Passage<'d> {
    let tree = section.document.tree();
    let first = section.sections().next().map_or(u32::MAX, |s| s.at);
    let at = section.at;
    Passage::below(section.document, at, &|slot, kind| {
        slot >= first
            || matches!(kind, SlotKind::Mark | SlotKind::Title) && tree.slot(slot).parent == at
            || kind == SlotKind::Element
    })
}

/// The lead as an excerpt, where sections follow it.
pub(super) fn lead_excerpt<'d>(section: Section<'d>) -> Option<Excerpt<'d>> {
    section.sections().next()?;
    let lead = lead(section);
    let text = lead.text();
    let start = text.len() - search::skip(text, is_closing).len();
    lead.excerpt(start..text.len())
}

/// What stands in a piece under none of its sections or elements, nor in its title.
pub(super) fn piece_own<'d>(piece: Piece<'d>) -> Passage<'d> {
    Passage::below(piece.document, piece.at, &|_, kind| {
        matches!(kind, SlotKind::Element | SlotKind::Section | SlotKind::Title)
    })
}

/// The sections of a role that stand highest: what a typed view of a piece is made of.
pub(super) fn highest<'d>(piece: Piece<'d>, role: Role<'d>) -> Vec<Section<'d>> {
    let mut found: Vec<(usize, Section<'d>)> = piece.sections_by_role(role).map(|s| (s.depth(), s)).collect();
    let top = found.iter().map(|f| f.0).min().unwrap_or(0);
    found.retain(|f| f.0 == top);
    found.into_iter().map(|f| f.1).collect()
}

/// The sections under those given, or a section itself where none is under it; `other` leaves out
/// sections of a role that belongs to another view.
pub(super) fn entries<'d>(sections: &[Section<'d>], other: impl Fn(Role<'d>) -> bool) -> Vec<Entry<'d>> {
    let mut entries = Vec::new();
    for &section in sections {
        let before = entries.len();
        for below in section.sections().filter(|s| !s.role().is_some_and(&other)) {
            entries.push(Entry { section: below, place: (entries.len() - before) as u32 + 1 });
        }
        if entries.len() == before {
            entries.push(Entry { section, place: before as u32 + 1 });
        }
    }
    entries
}

/// The pieces of a document that have a certain view.
pub(super) fn of_pieces<'d, V>(
    document: &'d Document<'_>,
    view: impl Fn(Piece<'d>) -> Option<V> + Clone,
) -> impl Iterator<Item = V> + Clone {
    document.pieces().filter_map(view)
}

/// The length of a text without the marks that close it.
fn trimmed(text: &str) -> usize {
    search::skip_back(text, is_closing).len()
}

fn is_closing(c: char) -> bool {
    c.is_whitespace() || is_one_of(c, "。；;：:，,．.、！!")
}

fn has_words(text: Option<&str>) -> bool {
    text.is_some_and(|t| !search::skip(t, is_closing).is_empty())
}
