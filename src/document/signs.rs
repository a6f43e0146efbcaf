//! Where brackets and the like stand: found in one walk over the text for all that looks for them.

use super::Document;
use crate::lexer::char_set::CharSet;
use crate::tree::SlotKind;
use std::ops::Range;

/// What quotations, references, notes and the cells of tables begin with or stand between.
static SIGNS: CharSet = CharSet::new("“”《》（()）〔〕【】［：:牵第附\t|｜ \u{3000}", &[]);

impl Document<'_> {
    /// Where signs stand in a stretch of the source, in order; none in noise.
    pub(super) fn signs(&self, range: Range<usize>) -> &[u32] {
        let signs = self.signs.get_or_init(|| self.find_signs());
        let from = signs.partition_point(|&at| (at as usize) < range.start);
        let signs = signs.get(from..).unwrap_or_default();
        signs.get(..signs.partition_point(|&at| (at as usize) < range.end)).unwrap_or_default()
    }

    fn find_signs(&self) -> Vec<u32> {
        let mut signs = Vec::new();
        for slot in self.tree.descendants(0).map(|i| self.tree.slot(i)) {
            let text = self.source.get(slot.start as usize..slot.end as usize).unwrap_or_default();
            match slot.kind {
                SlotKind::Text | SlotKind::Mark => {
                    let mut from = 0;
                    while let Some(at) = SIGNS.find(text, from) {
                        signs.push(slot.start + at as u32);
                        from = at + 1;
                        while !text.is_char_boundary(from) {
                            from += 1;
                        }
                    }
                }
                // blanks between two cells
                SlotKind::Break if memchr::memchr(b'\n', text.as_bytes()).is_none() => signs.push(slot.start),
                _ => {}
            }
        }
        signs
    }
}
