//! From text to decisions: what each stretch of it *is*.
//!
//! The passes run in this order, one file each. [`noise`] takes out what is not the document, so
//! that all later passes read whole sentences; [`piece`] finds where documents begin and end;
//! [`section`] chooses the marks that make the whole consistent; [`title`] finds where a title
//! ends; [`element`] names the parts of the document form.

mod clean;
mod noise;
mod section;
mod title;

pub(crate) use clean::Clean;

use crate::diagnostic::Diagnostic;
use crate::options::Options;
use crate::tree::SlotKind;

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
    pub diagnostics: Vec<Diagnostic>,
}

pub(crate) fn parse<'s>(source: &'s str, options: &Options) -> Parsed<'s> {
    let noise = if options.noise() { noise::find(source) } else { Vec::new() };
    let clean = Clean::new(source, &noise);
    let nodes = nodes(clean.text());
    Parsed { clean, nodes, diagnostics: Vec::new() }
}

fn nodes(text: &str) -> Vec<Node> {
    let mut nodes = Vec::new();
    let node = |kind, start, end| Node { kind, detail: 0, ordinal: 0, start, end };
    let end = text.len() as u32;
    let title_end = text.find('\n').unwrap_or(text.len()) as u32;
    nodes.push(node(SlotKind::Piece, 0, end));
    if title_end < 200 {
        nodes.push(node(SlotKind::Title, 0, title_end));
    }
    for entry in section::find(text, if title_end < 200 { title_end } else { 0 }, end) {
        nodes.push(Node { detail: entry.kind as u8, ..node(SlotKind::Section, entry.start, entry.end) });
        if let Some(style) = entry.style {
            nodes.push(Node {
                detail: style as u8,
                ordinal: entry.ordinal,
                ..node(SlotKind::Mark, entry.start, entry.mark_end)
            });
        }
        if let Some(title_end) = entry.title_end {
            nodes.push(node(SlotKind::Title, entry.mark_end, title_end));
        }
    }
    nodes
}
