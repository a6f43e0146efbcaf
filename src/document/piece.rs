//! Pieces: the documents or speeches of a file, and the titles of pieces and sections.

use super::{Document, Element, ElementKind, Section};
use crate::Span;
use crate::lexer::search::has_space;
use std::borrow::Cow;

/// One document or speech of the file; a file with one document has one piece.
#[derive(Clone, Copy)]
pub struct Piece<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) at: u32,
}

impl<'d> Piece<'d> {
    /// Its title; `None` where the source has none.
    pub fn title(self) -> Option<Title<'d>> {
        self.document.title_below(self.at)
    }

    /// The place in the source, in bytes.
    pub fn span(self) -> Span {
        self.document.span_of(self.at)
    }

    /// Whether its JSON is to have the typed views.
    #[cfg(feature = "serde")]
    pub(crate) fn has_views(self) -> bool {
        self.document.views
    }

    /// The parts of its form, in the order of the text.
    pub fn elements(self) -> impl Iterator<Item = Element<'d>> + Clone + 'd {
        self.document.elements_below(self.at)
    }

    /// The first element of a kind; looks through the piece, as [`elements`](Self::elements) does.
    pub fn element(self, kind: ElementKind) -> Option<Element<'d>> {
        self.elements().find(|e| e.kind() == kind)
    }

    /// Its first level of sections.
    pub fn sections(self) -> impl Iterator<Item = Section<'d>> + Clone + 'd {
        self.document.sections_below(self.at)
    }

    /// All its sections, in the order of the text.
    pub fn descendants(self) -> impl Iterator<Item = Section<'d>> + Clone + 'd {
        self.document.all_sections_below(self.at)
    }

    /// The text that stands under none of its sections, elements or titles; paragraphs separated by `\n`.
    pub fn text(self) -> Cow<'d, str> {
        self.document.own_text(self.at)
    }
}

/// The kinds of documents that titles end in with blanks between: 通　　知.
const KINDS: [&str; 16] = [
    "通知", "通报", "通告", "公告", "公报", "报告", "请示", "批复", "决定", "决议", "意见", "纪要", "命令", "方案",
    "办法", "规定",
];

/// The title of a piece or section, without its mark.
#[derive(Clone, Copy)]
pub struct Title<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) at: u32,
}

impl<'d> Title<'d> {
    /// The title without noise, on one line; letter-spaced words are closed up (总　　则 is 总则, ……的通　　知 is ……的通知).
    pub fn text(self) -> Cow<'d, str> {
        let text = self.document.clean_text(self.at);
        if !has_space(&text) {
            return text;
        }
        let parts = || text.split(char::is_whitespace).filter(|part| !part.is_empty());
        let single = |part: &str| part.chars().nth(1).is_none();
        if parts().count() <= 4 && parts().all(single) {
            return Cow::Owned(parts().collect());
        }
        let spaced = KINDS.iter().find_map(|kind| {
            let (first, last) = kind.split_at('字'.len_utf8());
            let before = text.strip_suffix(last)?.trim_end();
            (before.len() + last.len() < text.len() && before.ends_with(first)).then(|| [before, last].concat())
        });
        spaced.or_else(|| letter_spaced(&text)).map_or(text, Cow::Owned)
    }

    /// The place in the source, in bytes.
    pub fn span(self) -> Span {
        self.document.span_of(self.at)
    }
}

/// A title whose last word, the name of a paper, stands with blanks between its characters, closed up: `……起 诉 书`.
fn letter_spaced(title: &str) -> Option<String> {
    let (mut rest, mut word) = (title, String::new());
    while let Some((before, last)) = rest.rsplit_once(char::is_whitespace)
        && last.chars().nth(1).is_none()
    {
        word.insert_str(0, last);
        rest = before.trim_end();
    }
    (word.chars().nth(1).is_some() && word.ends_with(['书', '令', '词', '函', '状', '表']))
        .then(|| [rest, &word].concat())
}
