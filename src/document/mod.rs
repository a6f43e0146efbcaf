//! What the document means: `Copy` views over the tree, their values computed when asked for.

mod action;
mod announced;
mod core_experience;
mod countermeasures;
mod date;
mod deadline;
mod duty;
mod element;
mod entry;
mod excerpt;
mod finding;
mod format;
mod genre;
mod indicator;
mod label;
mod mark;
mod measure;
mod noise;
mod note;
mod path;
mod period;
mod piece;
mod reference;
mod responsibility;
mod role;
mod section;
mod significance;
mod signs;
mod task;
mod task_card;
mod task_table;
mod unit_list;
mod value;
mod words;

pub use core_experience::{Announced, CoreExperience, Principle, Stage};
pub use countermeasures::{Countermeasures, Problem};
pub use date::CivilDate;
pub use deadline::{Deadline, Due, Interval};
pub use element::{Element, ElementKind};
pub use excerpt::Excerpt;
pub use genre::{Genre, GenreEvidence};
pub use indicator::{Bound, Indicator};
pub use mark::{Mark, MarkStyle};
pub use measure::Measure;
pub use noise::{Noise, NoiseKind};
pub use period::Period;
pub use piece::{Piece, Title};
pub use reference::{Reference, ReferenceKind};
pub use responsibility::{Part, Responsibility, Unit};
pub use role::{Lexicon, Role, RoleBasis, RoleEvidence};
pub use section::{Section, SectionKind};
pub use significance::{Reason, Significance};
pub use task::Task;
pub use value::{Attachment, DocNumber, ElementValue, SecrecyLevel, UrgencyLevel};

use crate::diagnostic::Diagnostic;
use crate::lexer::search;
use crate::lexer::variant::has_variants;
use crate::tree::{SlotKind, Tree};
use crate::{Options, Span};
use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

/// A text and its structure.
///
/// It borrows the source; the views ([`Piece`], [`Section`], [`Title`], [`Mark`], [`Element`], [`Noise`]) borrow the
/// document and are `Copy`. Two views are equal where they show the same place of the same `Document` value; the key of a
/// map is better a [`Span`] or a [`path`](Section::path). `Debug` shows where each stands and what it begins with, and
/// `Display` the whole tree.
///
/// It is `Send` and `Sync`, and covariant in `'s`: a crate such as `self_cell` keeps it beside a text of its own. To keep
/// no more than some values of it, take them out: `into_owned` of a text, a [`Span`], a [`path`](Section::path).
#[derive(Clone)]
pub struct Document<'s> {
    source: &'s str,
    /// Whether it has characters that stand for others: traditional ones, radicals.
    variants: bool,
    tree: Tree,
    /// Worked out when first asked for, as are the next ones.
    diagnostics: OnceLock<Vec<Diagnostic>>,
    /// The user's own wording of roles.
    lexicon: Option<Lexicon>,
    roles: OnceLock<role::Roles>,
    steps: OnceLock<path::Steps>,
    /// Whether the JSON is to have the typed views.
    #[cfg_attr(not(feature = "serde"), expect(dead_code, reason = "only the JSON asks"))]
    views: bool,
    /// What the typed views need to know of each piece, by its slot; read when first asked for.
    contexts: OnceLock<Vec<(u32, measure::Context)>>,
    notes: OnceLock<measure::OwnNotes>,
    /// Where brackets and the like stand in the source.
    signs: OnceLock<Vec<signs::Sign>>,
    slots: OnceLock<Slots>,
}

/// The slots of the kinds that are asked for all over a document, in the order of the text.
#[derive(Clone, Debug, Default)]
struct Slots {
    sections: Vec<u32>,
    elements: Vec<u32>,
    noise: Vec<u32>,
}

/// What views have in common: they are equal where they show the same slot of the same document, and `Debug` shows that
/// place, not the document.
macro_rules! views {
    ($($view:ident)*) => {
        $(impl fmt::Debug for $view<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.document.debug(stringify!($view), self.at, f)
            }
        }

        impl PartialEq for $view<'_> {
            fn eq(&self, other: &Self) -> bool {
                std::ptr::eq(self.document, other.document) && self.at == other.at
            }
        }

        impl Eq for $view<'_> {})*
    };
}

views!(Piece Section Title Mark Element Noise);

impl<'s> Document<'s> {
    pub(crate) fn parse(source: &'s str, options: &Options) -> Self {
        let variants = has_variants(source);
        let tree = crate::parser::parse(source, variants, options);
        let document = Self {
            source,
            variants,
            tree,
            diagnostics: if options.findings() { OnceLock::new() } else { Vec::new().into() },
            lexicon: options.lexicon().cloned(),
            roles: OnceLock::new(),
            steps: OnceLock::new(),
            views: options.views(),
            contexts: OnceLock::new(),
            notes: OnceLock::new(),
            signs: OnceLock::new(),
            slots: OnceLock::new(),
        };
        debug_assert_eq!(document.tree.check(source), Ok(()));
        document
    }

    /// The text as it was given.
    pub fn source(&self) -> &'s str {
        self.source
    }

    /// The documents or speeches of the file, in order.
    pub fn pieces(&self) -> impl Iterator<Item = Piece<'_>> + Clone + '_ {
        self.tree.children_of(0, SlotKind::Piece).map(|at| Piece { document: self, at })
    }

    /// All sections of all pieces, in the order of the text, each of which knows its depth (`section.depth()`).
    pub fn outline(&self) -> impl Iterator<Item = Section<'_>> + Clone + '_ {
        self.all_sections_below(0)
    }

    /// The noise, in the order of the text.
    pub fn noise(&self) -> impl Iterator<Item = Noise<'_>> + Clone + '_ {
        self.slots_below(0, |slots| &slots.noise).map(|at| Noise { document: self, at })
    }

    /// The findings, in the order of the text; worked out at the first call.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        self.diagnostics.get_or_init(|| finding::find(self))
    }

    /// The leaves: spans that, in order, are the source byte for byte, and whether each is noise.
    pub fn leaves(&self) -> impl Iterator<Item = (Span, Option<NoiseKind>)> + '_ {
        self.tree.descendants(0).map(|i| self.tree.slot(i)).filter(|slot| slot.kind.is_leaf()).map(|slot| {
            let noise = (slot.kind == SlotKind::Noise).then(|| NoiseKind::from_detail(slot.detail));
            (Span::new(slot.start as usize, slot.end as usize), noise)
        })
    }

    /// Checks the laws of the tree; says which is broken. For tests of this crate and of callers.
    #[doc(hidden)]
    pub fn check(&self) -> Result<(), String> {
        self.tree.check(self.source)
    }

    /// The bytes of memory that the tree takes beside the source.
    pub fn heap_size(&self) -> usize {
        self.tree.heap_size()
    }

    fn tree(&self) -> &Tree {
        &self.tree
    }

    fn span_of(&self, at: u32) -> Span {
        let slot = self.tree.slot(at);
        Span::new(slot.start as usize, slot.end as usize)
    }

    fn title_below(&self, at: u32) -> Option<Title<'_>> {
        let is_either = |i: &u32| matches!(self.tree.slot(*i).kind, SlotKind::Section | SlotKind::Title);
        let first = self.tree.children(at).find(is_either)?;
        (self.tree.slot(first).kind == SlotKind::Title).then_some(Title { document: self, at: first })
    }

    fn sections_below(&self, at: u32) -> impl Iterator<Item = Section<'_>> + Clone + '_ {
        self.tree.children_of(at, SlotKind::Section).map(|at| Section { document: self, at })
    }

    fn all_sections_below(&self, at: u32) -> impl Iterator<Item = Section<'_>> + Clone + '_ {
        self.slots_below(at, |slots| &slots.sections).map(|at| Section { document: self, at })
    }

    fn elements_below(&self, at: u32) -> impl Iterator<Item = Element<'_>> + Clone + '_ {
        self.slots_below(at, |slots| &slots.elements).map(|at| Element { document: self, at })
    }

    /// The slots of one kind below a slot; all are sorted by kind when first asked for.
    fn slots_below(&self, at: u32, of_kind: fn(&Slots) -> &[u32]) -> impl Iterator<Item = u32> + Clone + '_ {
        let slots = of_kind(self.slots.get_or_init(|| {
            let mut slots = Slots::default();
            for at in self.tree.descendants(0) {
                match self.tree.slot(at).kind {
                    SlotKind::Section => slots.sections.push(at),
                    SlotKind::Element => slots.elements.push(at),
                    SlotKind::Noise => slots.noise.push(at),
                    _ => {}
                }
            }
            slots
        }));
        let below = self.tree.descendants(at);
        let from = slots.partition_point(|&slot| slot < below.start);
        let to = slots.partition_point(|&slot| slot < below.end);
        slots.get(from..to).unwrap_or_default().iter().copied()
    }

    /// All text below a slot on one line, without noise.
    fn clean_text(&self, at: u32) -> Cow<'_, str> {
        self.join(&mut self.tree.descendants(at), "")
    }

    /// The text right below a slot, without noise; its paragraphs separated by `\n`.
    fn own_text(&self, at: u32) -> Cow<'_, str> {
        let own = |at: &u32| self.tree.slot(*at).kind != SlotKind::Mark;
        let text = self.join(&mut self.tree.children(at).filter(own), "\n");
        if self.title_below(at).is_none() && self.tree.slot(at).kind == SlotKind::Section {
            return text;
        }
        // what closes a run-in title (加强领导。各地……) or a salutation (同志们：) belongs to no paragraph
        let closing = |c: char| matches!(c, '。' | '：' | ':' | '；' | ';' | '，' | ',' | '.') || c.is_whitespace();
        match text {
            Cow::Borrowed(text) => Cow::Borrowed(text.trim_start_matches(closing)),
            Cow::Owned(text) => Cow::Owned(text.trim_start_matches(closing).to_owned()),
        }
    }

    /// The text of a stretch of the source, without the noise in it.
    fn clean_between(&self, span: Span) -> Cow<'_, str> {
        let mut text = Cow::Borrowed("");
        let from = self.tree.leaf_at(span.start as u32);
        for slot in (from..self.tree.len()).map(|i| self.tree.slot(i)) {
            if slot.start as usize >= span.end {
                break;
            }
            let (start, end) = (span.start.max(slot.start as usize), span.end.min(slot.end as usize));
            if let Some(part) =
                self.source.get(start..end).filter(|_| matches!(slot.kind, SlotKind::Text | SlotKind::Mark))
            {
                text += part;
            }
        }
        text
    }

    /// The text of leaves, with a separator where line breaks stood between them.
    fn join(&self, slots: &mut dyn Iterator<Item = u32>, separator: &str) -> Cow<'_, str> {
        let mut text = Cow::Borrowed("");
        let mut broken = false;
        for slot in slots.map(|i| self.tree.slot(i)) {
            match slot.kind {
                SlotKind::Text | SlotKind::Mark => {
                    let leaf = &self.source[slot.start as usize..slot.end as usize];
                    if text.is_empty() {
                        text = Cow::Borrowed(leaf);
                    } else {
                        let text = text.to_mut();
                        if broken {
                            text.push_str(separator);
                        }
                        text.push_str(leaf);
                    }
                    broken = false;
                }
                SlotKind::Break => {
                    let blanks = &self.source[slot.start as usize..slot.end as usize];
                    broken |= !text.is_empty() && search::has_space(blanks);
                }
                _ => {}
            }
        }
        text
    }
}
