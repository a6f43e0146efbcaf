//! From text to decisions: what each stretch of it *is*.
//!
//! The passes run in this order, one file each. [`noise`] takes out what is not the document, so
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
use crate::tree::SlotKind;
use std::borrow::Cow;

/// A node or mark of the tree to be, in offsets of the clean text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Node {
    pub kind: SlotKind,
    pub detail: u8,
    pub ordinal: u16,
    pub start: u32,
    pub end: u32,
}

/// What the passes found.
pub(crate) struct Parsed<'s> {
    pub clean: Clean<'s>,
    /// In preorder.
    pub nodes: Vec<Node>,
}

pub(crate) fn parse<'s>(source: &'s str, options: &Options) -> Parsed<'s> {
    let noise = if options.noise() { noise::find(source) } else { Vec::new() };
    let clean = Clean::new(source, &noise);
    let mut nodes = nodes(&full_width(clean.text()), options);
    for node in &mut nodes {
        // a pass that measured a full-width sign where a half-width one stands must not break the law
        node.start = floor_boundary(clean.text(), node.start);
        node.end = floor_boundary(clean.text(), node.end).max(node.start);
    }
    Parsed { clean, nodes }
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

/// The last character boundary at or before `at`.
fn floor_boundary(text: &str, at: u32) -> u32 {
    let mut at = at.min(text.len() as u32);
    while !text.is_char_boundary(at as usize) {
        at -= 1;
    }
    at
}

/// The pieces, the parts of their form, and their sections as nodes, in preorder.
fn nodes(text: &str, options: &Options) -> Vec<Node> {
    let mut nodes = Vec::new();
    let node = |kind, start, end| Node { kind, detail: 0, ordinal: 0, start, end };
    for piece in piece::find(text) {
        nodes.push(node(SlotKind::Piece, piece.start, piece.end));
        let mut parts: Vec<Node> = piece
            .elements
            .iter()
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
        nodes.extend(parts.drain(..tail));
        for entry in section::find(text, piece.body.0, piece.body.1, options) {
            push_section(&mut nodes, text, &entry);
        }
        nodes.append(&mut parts);
    }
    nodes
}

fn push_section(nodes: &mut Vec<Node>, text: &str, entry: &section::Entry) {
    let node = |kind, start, end| Node { kind, detail: 0, ordinal: 0, start, end };
    nodes.push(Node { detail: entry.kind as u8, ..node(SlotKind::Section, entry.start, entry.end) });
    if let Some(style) = entry.style {
        let mark = node(SlotKind::Mark, entry.start, entry.mark_end);
        nodes.push(Node { detail: style as u8, ordinal: entry.ordinal, ..mark });
    }
    if let Some(title_end) = entry.title_end {
        let title = text.get(entry.mark_end as usize..title_end as usize).unwrap_or_default();
        let start = entry.mark_end + (title.len() - title.trim_start().len()) as u32;
        if start < title_end {
            nodes.push(node(SlotKind::Title, start, title_end));
        }
    }
}
