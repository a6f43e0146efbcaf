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

pub(crate) fn parse<'s>(source: &'s str, _options: &Options) -> Parsed<'s> {
    let noise = noise::find(source);
    let clean = Clean::new(source, &noise);
    let nodes = nodes(&piece::find(clean.text()));
    Parsed { clean, nodes, diagnostics: Vec::new() }
}

/// The pieces with their titles and elements as nodes, in preorder.
fn nodes(pieces: &[piece::PieceSpan]) -> Vec<Node> {
    let mut nodes = Vec::new();
    for piece in pieces {
        let node = |kind, detail, start, end| Node { kind, detail, ordinal: 0, start, end };
        nodes.push(node(SlotKind::Piece, 0, piece.start, piece.end));
        let mut inner: Vec<Node> =
            piece.elements.iter().map(|&(kind, s, e)| node(SlotKind::Element, kind as u8, s, e)).collect();
        inner.extend(piece.title.map(|(s, e)| node(SlotKind::Title, 0, s, e)));
        inner.sort_by_key(|n| n.start);
        nodes.append(&mut inner);
    }
    nodes
}
