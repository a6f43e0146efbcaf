//! What is in the source but not in the document.

use super::Document;
use crate::Span;
use crate::named::named;

named! {
    /// What kind of noise it is.
    #[repr(u8)]
    #[non_exhaustive]
    pub enum NoiseKind {
        /// A page mark that a sharing site put into the text: `12、` at the start of a page's line.
        PageMark = "page_mark",
        /// A page number: `- 3 -`, `— 3 —`, `第3页 共9页`.
        PageNumber = "page_number",
        /// A line repeated at the head or foot of the pages.
        RunningHead = "running_head",
        /// What a site puts around a document and into it: notices, menus, keywords, links, readings (`發(fā)展`).
        Boilerplate = "boilerplate",
        /// A table of contents.
        Contents = "contents",
        /// A line break in the middle of a sentence.
        HardWrap = "hard_wrap",
        /// A blank between the characters of a word.
        StrayBlank = "stray_blank",
    }
}

impl NoiseKind {
    pub(crate) fn from_detail(detail: u8) -> Self {
        Self::ALL.get(usize::from(detail)).copied().unwrap_or(NoiseKind::Boilerplate)
    }
}

/// A stretch of the source that is not the document.
#[derive(Clone, Copy)]
pub struct Noise<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) at: u32,
}

impl<'d> Noise<'d> {
    /// What kind of noise it is.
    pub fn kind(self) -> NoiseKind {
        NoiseKind::from_detail(self.document.tree().slot(self.at).detail)
    }

    /// The place in the source, in bytes.
    pub fn span(self) -> Span {
        self.document.span_of(self.at)
    }

    /// The text as it stands in the source.
    pub fn text(self) -> &'d str {
        &self.document.source()[self.span().range()]
    }
}
