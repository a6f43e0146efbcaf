//! The text with its noise taken out, and the way back to the source.

use crate::{NoiseKind, Span};
use std::borrow::Cow;

/// A stretch of the source that is noise: it stood before byte `clean` of the clean text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Cut {
    pub clean: u32,
    /// Source bytes.
    pub start: u32,
    pub end: u32,
    pub kind: NoiseKind,
}

/// The text that the passes after the first read: whole sentences, nothing injected.
///
/// Without noise it is the source itself.
#[derive(Clone, Debug)]
pub(crate) struct Clean<'s> {
    text: Cow<'s, str>,
    cuts: Vec<Cut>,
}

impl<'s> Clean<'s> {
    /// Takes `noise` (ascending, not overlapping, on character boundaries) out of `source`.
    pub(crate) fn new(source: &'s str, noise: &[(Span, NoiseKind)]) -> Self {
        if noise.is_empty() {
            return Self { text: Cow::Borrowed(source), cuts: Vec::new() };
        }
        let mut text = String::with_capacity(source.len());
        let mut cuts = Vec::with_capacity(noise.len());
        let mut at = 0;
        for &(span, kind) in noise {
            debug_assert!(at <= span.start && span.start < span.end, "noise out of order at {span:?}");
            text.push_str(&source[at..span.start]);
            cuts.push(Cut { clean: text.len() as u32, start: span.start as u32, end: span.end as u32, kind });
            at = span.end;
        }
        text.push_str(&source[at..]);
        Self { text: Cow::Owned(text), cuts }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn cuts(&self) -> &[Cut] {
        &self.cuts
    }

    /// Where in the source the byte at clean offset `at` stands (past any noise before it).
    pub(crate) fn source_start(&self, at: u32) -> usize {
        match self.cuts.partition_point(|c| c.clean <= at) {
            0 => at as usize,
            n => (self.cuts[n - 1].end + (at - self.cuts[n - 1].clean)) as usize,
        }
    }

    /// Where in the source a stretch that ends at clean offset `at` ends (before any noise there).
    pub(crate) fn source_end(&self, at: u32) -> usize {
        match self.cuts.partition_point(|c| c.clean < at) {
            0 => at as usize,
            n => (self.cuts[n - 1].end + (at - self.cuts[n - 1].clean)) as usize,
        }
    }

    /// The source span of a stretch of the clean text.
    pub(crate) fn source_span(&self, start: u32, end: u32) -> Span {
        let start = self.source_start(start);
        Span::new(start, self.source_end(end).max(start))
    }
}
