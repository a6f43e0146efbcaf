//! Where brackets and the like stand: found in one walk over the text for all that looks for them.

use super::Document;
use crate::lexer::char_set::CharSet;
use crate::lexer::chars::line_break;
use crate::lexer::decode::char_at;
use crate::lexer::search;
use crate::tree::SlotKind;
use std::ops::Range;

/// What quotations, references, notes and the cells of tables begin with or stand between.
static SIGNS: CharSet = CharSet::new("“”《》（()）〔〕【】［[：:牵牽第附\t|｜ \u{3000}", &[]);

/// A sign and where it stands in the source; blanks between two cells are a tab.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sign {
    pub at: u32,
    pub c: char,
}

impl Document<'_> {
    /// The signs in a stretch of the source, in order; none in noise.
    pub(super) fn signs(&self, range: Range<usize>) -> &[Sign] {
        let signs = self.signs.get_or_init(|| self.find_signs());
        let from = signs.partition_point(|sign| (sign.at as usize) < range.start);
        let signs = signs.get(from..).unwrap_or_default();
        signs.get(..signs.partition_point(|sign| (sign.at as usize) < range.end)).unwrap_or_default()
    }

    fn find_signs(&self) -> Vec<Sign> {
        let mut signs = Vec::new();
        for slot in self.tree.descendants(0).map(|i| self.tree.slot(i)) {
            let text = self.source.get(slot.start as usize..slot.end as usize).unwrap_or_default();
            match slot.kind {
                SlotKind::Text | SlotKind::Mark => read(text, slot.start, &mut signs),
                SlotKind::Break if line_break(text).is_none() && search::has_space(text) => {
                    signs.push(Sign { at: slot.start, c: '\t' });
                }
                _ => {}
            }
        }
        signs
    }
}

/// Adds the signs of a text that begins at `start` of the source.
fn read(text: &str, start: u32, signs: &mut Vec<Sign>) {
    let mut from = 0;
    while let Some(at) = SIGNS.find(text, from) {
        let c = char_at(text, at).map_or('\0', |c| if c == '牽' { '牵' } else { c });
        signs.push(Sign { at: start + at as u32, c });
        from = at + c.len_utf8();
    }
}
