//! The lossless flat tree: every byte of the source in one preorder `Vec` of slots.
//!
//! A slot is a node (it has slots below it) or a leaf. The leaves, in order, are the source, byte
//! for byte; what the parser took out of the way as noise is back in its place as noise leaves.

mod build;

pub(crate) use build::{Builder, Node};

/// What a slot is. Nodes come first, leaves after.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum SlotKind {
    /// The whole source.
    Document,
    /// One document or speech of the file.
    Piece,
    /// A part of the document form; `detail` is its [`ElementKind`](crate::ElementKind).
    Element,
    /// A heading, item, point or lead; `detail` is its [`SectionKind`](crate::SectionKind).
    Section,
    /// The title of a piece or section.
    Title,
    /// The mark of a section; `detail` is its [`MarkStyle`](crate::MarkStyle), `ordinal` its number.
    Mark,
    /// Running text.
    Text,
    /// Line breaks, indentation and blanks at the ends of lines; signs of Markdown that set off what stands behind them.
    Break,
    /// What is not the document; `detail` is its [`NoiseKind`](crate::NoiseKind).
    Noise,
}

impl SlotKind {
    /// Whether slots of this kind hold bytes themselves.
    pub(crate) fn is_leaf(self) -> bool {
        self >= SlotKind::Mark
    }
}

/// One node or leaf.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slot {
    pub kind: SlotKind,
    pub detail: u8,
    pub ordinal: u16,
    /// Source bytes.
    pub start: u32,
    pub end: u32,
    /// The slot after this one's last descendant.
    pub next: u32,
    pub parent: u32,
}

/// A slot as it is kept: it ends where the one after its last descendant starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Kept {
    kind: SlotKind,
    detail: u8,
    ordinal: u16,
    start: u32,
    next: u32,
    parent: u32,
}

/// The slots, in preorder; slot 0 is the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tree {
    slots: Vec<Kept>,
    /// Where the source ends.
    end: u32,
}

impl Tree {
    /// Gives back the memory that was not needed.
    pub(crate) fn shrink(&mut self) {
        self.slots.shrink_to_fit();
    }

    #[inline(always)]
    pub(crate) fn slot(&self, at: u32) -> Slot {
        let Kept { kind, detail, ordinal, start, next, parent } = self.slots[at as usize];
        let end = self.slots.get(next as usize).map_or(self.end, |after| after.start);
        Slot { kind, detail, ordinal, start, end, next, parent }
    }

    pub(crate) fn len(&self) -> u32 {
        self.slots.len() as u32
    }

    fn next(&self, at: u32) -> u32 {
        self.slots[at as usize].next
    }

    /// The direct children of `at`, in order.
    pub(crate) fn children(&self, at: u32) -> Children<'_> {
        Children { tree: self, at: at + 1, end: self.next(at) }
    }

    /// The direct children of `at` that are of one kind, in order.
    pub(crate) fn children_of(&self, at: u32, kind: SlotKind) -> OfKind<'_> {
        OfKind { tree: self, at: at + 1, end: self.next(at), kind }
    }

    /// What of one kind stands behind `at` beside it, in order.
    pub(crate) fn following(&self, at: u32, kind: SlotKind) -> OfKind<'_> {
        OfKind { tree: self, at: self.next(at), end: self.next(self.slot(at).parent), kind }
    }

    /// The leaf that holds the byte at `offset` of the source.
    pub(crate) fn leaf_at(&self, offset: u32) -> u32 {
        self.slots.partition_point(|s| s.start <= offset).saturating_sub(1) as u32
    }

    /// The deepest section that holds the byte at `offset` of the source.
    pub(crate) fn section_at(&self, offset: u32) -> Option<u32> {
        let mut at = self.leaf_at(offset);
        while at > 0 {
            let slot = self.slot(at);
            if slot.kind == SlotKind::Section && offset < slot.end {
                return Some(at);
            }
            at = slot.parent;
        }
        None
    }

    /// Everything below `at`, in preorder.
    pub(crate) fn descendants(&self, at: u32) -> std::ops::Range<u32> {
        at + 1..self.next(at)
    }

    /// The bytes that the slots and their spare room take.
    pub(crate) fn heap_size(&self) -> usize {
        self.slots.capacity() * size_of::<Kept>()
    }

    /// Breaks of the laws, in words; none where all is well.
    pub(crate) fn check(&self, source: &str) -> Result<(), String> {
        let mut at = 0;
        for (i, slot) in (0..self.len()).map(|at| self.slot(at)).enumerate() {
            let (start, end) = (slot.start as usize, slot.end as usize);
            if start > end || !source.is_char_boundary(start) || !source.is_char_boundary(end) {
                return Err(format!("slot {i} {slot:?} is not a span of the source"));
            }
            if slot.kind.is_leaf() {
                if start != at || start == end {
                    return Err(format!("leaf {i} {slot:?} does not follow byte {at}"));
                }
                at = end;
            }
            if i > 0 {
                let parent = self.slot(slot.parent);
                if (slot.parent as usize) >= i || slot.next > parent.next {
                    return Err(format!("slot {i} {slot:?} is not below {parent:?}"));
                }
                if slot.start < parent.start || slot.end > parent.end {
                    return Err(format!("slot {i} {slot:?} sticks out of {parent:?}"));
                }
            }
        }
        if at == source.len() { Ok(()) } else { Err(format!("the leaves end at {at} of {}", source.len())) }
    }
}

/// Slots side by side.
#[derive(Clone)]
pub(crate) struct Children<'t> {
    tree: &'t Tree,
    at: u32,
    end: u32,
}

impl Iterator for Children<'_> {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let at = self.at;
        (at < self.end).then(|| {
            self.at = self.tree.next(at);
            at
        })
    }
}

/// The slots of one kind among those side by side.
#[derive(Clone)]
pub(crate) struct OfKind<'t> {
    tree: &'t Tree,
    at: u32,
    end: u32,
    kind: SlotKind,
}

impl Iterator for OfKind<'_> {
    type Item = u32;

    #[inline]
    fn next(&mut self) -> Option<u32> {
        while self.at < self.end {
            let (at, slot) = (self.at, self.tree.slots[self.at as usize]);
            self.at = slot.next;
            if slot.kind == self.kind {
                return Some(at);
            }
        }
        None
    }
}
