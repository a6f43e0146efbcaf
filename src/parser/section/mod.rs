//! Third pass: which marks are real, how the sections nest, and where they end.

mod choice;

use crate::lexer::mark::{self, Place};
use crate::{MarkStyle, SectionKind};

/// A section of a piece's body, in offsets of the clean text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub kind: SectionKind,
    /// `None` for unnumbered headings and leads.
    pub style: Option<MarkStyle>,
    pub ordinal: u16,
    pub place: Place,
    pub misread: bool,
    pub start: u32,
    /// The end of the mark; `start` where there is none.
    pub mark_end: u32,
    pub title_end: Option<u32>,
    pub end: u32,
    /// The index of the section it stands under.
    pub parent: Option<u32>,
}

/// The sections of `text[start..end]`, in order.
pub(crate) fn find(text: &str, start: u32, end: u32) -> Vec<Entry> {
    let body = text.get(start as usize..end as usize).unwrap_or_default();
    let candidates = mark::scan(body);
    let chosen = choice::choose(&candidates, body);
    let mut entries: Vec<Entry> = chosen
        .iter()
        .map(|c| {
            let mark = candidates[c.candidate as usize];
            Entry {
                kind: if is_point(mark.style) { SectionKind::Point } else { SectionKind::Item },
                style: Some(mark.style),
                ordinal: mark.ordinal,
                place: mark.place,
                misread: mark.misread,
                start: mark.start,
                mark_end: mark.end,
                title_end: None,
                end: body.len() as u32,
                parent: c.parent,
            }
        })
        .collect();
    close(&mut entries, body);
    super::title::find(body, &mut entries);
    for entry in &mut entries {
        entry.start += start;
        entry.mark_end += start;
        entry.end += start;
        entry.title_end = entry.title_end.map(|t| t + start);
    }
    entries
}

/// Marks that count points in running text.
pub(crate) fn is_point(style: MarkStyle) -> bool {
    style >= MarkStyle::Nth
}

/// Sets each entry's end: where the next one begins that is not below it; a run of points ends with its paragraph.
fn close(entries: &mut [Entry], body: &str) {
    let mut open: Vec<usize> = Vec::new();
    for i in 0..entries.len() {
        let (start, parent) = (entries[i].start, entries[i].parent.map(|p| p as usize));
        while open.last().copied() != parent {
            let Some(closed) = open.pop() else { break };
            entries[closed].end = start;
        }
        open.push(i);
    }
    for i in (0..entries.len()).rev() {
        let entry = entries[i];
        let inside = |e: &Entry| e.start < entry.end;
        let next_is_sibling = entries[i + 1..]
            .iter()
            .take(64)
            .find(|e| !inside(e))
            .is_some_and(|e| e.start == entry.end && e.style == entry.style && e.parent == entry.parent);
        if entry.kind == SectionKind::Point && !next_is_sibling {
            let last = entries[i + 1..].iter().take_while(|e| inside(e)).map(|e| e.end).last().unwrap_or(entry.start);
            let from = last.max(entry.mark_end) as usize;
            if let Some(line_end) = body.get(from..entry.end as usize).and_then(|rest| rest.find('\n')) {
                entries[i].end = (from + line_end) as u32;
            }
        }
    }
}
