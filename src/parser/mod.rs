//! From text to decisions: what each stretch of it *is*.
//!
//! The passes run in this order, one folder each. [`noise`] takes out what is not the document, so
//! that all later passes read whole sentences; [`piece`] finds where documents begin and end;
//! [`section`] chooses the marks that make the whole consistent; [`title`] finds where a title
//! ends; [`element`] names the parts of the document form.

mod clean;
mod element;
mod noise;
mod piece;
mod section;
mod title;

pub(crate) use clean::Clean;

use crate::options::Options;
use crate::tree::{Builder, Node, SlotKind, Tree};
use std::borrow::Cow;

/// Finds the pieces of `source`, the parts of their form and their sections, and lays them over it.
pub(crate) fn parse(source: &str, options: &Options) -> Tree {
    let clean = if options.noise() { noise::take_out(source) } else { Clean::new(source, Vec::new()) };
    let mut tree = Builder::new(&clean);
    let text = full_width(clean.text());
    for piece in piece::find(&text, &breaks(source, &clean)) {
        add_piece(&mut tree, &text, &piece, options);
    }
    let mut tree = tree.finish(source);
    // the clean text first: both at a time are the most that a parse takes
    drop(text);
    drop(clean);
    tree.shrink();
    tree
}

/// Where in the clean text a note was taken out that tells the book a speech is from: a speech begins there.
fn breaks(source: &str, clean: &Clean<'_>) -> Vec<usize> {
    let cuts = clean.cuts().iter();
    cuts.filter(|cut| source.get(cut.start as usize..).is_some_and(|note| note.starts_with("出处")))
        .map(|cut| cut.clean as usize)
        .collect()
}

/// Half-width ideographic stops (一､ ……｡) in the form that the passes know; they take as many bytes.
fn full_width(text: &str) -> Cow<'_, str> {
    const FORMS: [(&str, &str); 2] = [("\u{ff64}", "、"), ("\u{ff61}", "。")];
    let mut text = Cow::Borrowed(text);
    for (half, full) in FORMS {
        if memchr::memmem::find(text.as_bytes(), half.as_bytes()).is_some() {
            text = Cow::Owned(text.replace(half, full));
        }
    }
    text
}

fn node(kind: SlotKind, start: u32, end: u32) -> Node {
    Node { kind, detail: 0, ordinal: 0, start, end }
}

/// Adds a piece with the parts of its form and its sections.
fn add_piece(tree: &mut Builder<'_, '_>, text: &str, piece: &piece::PieceSpan, options: &Options) {
    tree.add(node(SlotKind::Piece, piece.start, piece.end));
    let elements = piece.elements.iter();
    let mut parts: Vec<Node> = elements
        .map(|&(kind, start, end)| Node { detail: kind as u8, ..node(SlotKind::Element, start, end) })
        .collect();
    parts.extend(piece.title.map(|(start, end)| node(SlotKind::Title, start, end)));
    parts.sort_by_key(|part| (part.start, part.end));
    let mut reach = piece.start;
    parts.retain(|part| {
        let free = part.start >= reach && part.end > part.start;
        reach = if free { part.end } else { reach };
        free
    });
    let tail = parts.partition_point(|part| part.start < piece.body.1.max(piece.body.0 + 1));
    let (head, tail) = parts.split_at(tail);
    head.iter().for_each(|part| tree.add(*part));
    for entry in section::find(text, piece.body.0, piece.body.1, options) {
        add_section(tree, text, &entry);
    }
    tail.iter().for_each(|part| tree.add(*part));
}

fn add_section(tree: &mut Builder<'_, '_>, text: &str, entry: &section::Entry) {
    tree.add(Node { detail: entry.kind as u8, ..node(SlotKind::Section, entry.start, entry.end) });
    if let Some(style) = entry.style {
        let mark = node(SlotKind::Mark, entry.start, entry.mark_end);
        tree.add(Node { detail: style as u8, ordinal: entry.ordinal, ..mark });
    }
    if let Some(title_end) = entry.title_end {
        let title = text.get(entry.mark_end as usize..title_end as usize).unwrap_or_default();
        let start = entry.mark_end + (title.len() - title.trim_start().len()) as u32;
        if start < title_end {
            tree.add(node(SlotKind::Title, start, title_end));
        }
    }
}
