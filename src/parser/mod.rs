//! From text to decisions: what each stretch of it *is*.
//!
//! The passes run in this order, one file each. [`noise`] takes out what is not the document, so
//! that all later passes read whole sentences; [`piece`] finds where documents begin and end;
//! [`section`] chooses the marks that make the whole consistent; [`title`] finds where a title
//! ends; [`element`] names the parts of the document form.

mod clean;
mod noise;
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
    let nodes = section::sketch(clean.text());
    Parsed { clean, nodes, diagnostics: Vec::new() }
}
