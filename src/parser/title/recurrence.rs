//! What a text says more than once: where its own words begin and end.
//!
//! A place within a word that recurs is hardly the end of a title, whatever the word; what the text opens sentences
//! with may open one here. So a document tells of words that no list has.

use crate::lexer::decode::each_char;

/// How often three characters stand together in a stretch of text.
#[derive(Default)]
pub(super) struct Triples {
    /// Of each triple that was met: how often, in the lower eight bits, and what tells it from others, in the upper ones.
    slots: Vec<u32>,
    /// How many of the slots are in use; a power of two.
    used: usize,
}

/// Stirs three characters into one number; its upper bits are the best stirred.
pub(super) fn hash([one, two, three]: [char; 3]) -> u64 {
    let all = u64::from(one) << 42 | u64::from(two) << 21 | u64::from(three);
    all.wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// Stands for the third character of what is counted in twos.
pub(super) const PAIR: char = '\0';

impl Triples {
    /// Forgets all triples and makes room for `chars` others.
    pub(super) fn clear(&mut self, chars: usize) {
        self.used = (chars * 2).next_power_of_two();
        self.slots.resize(self.slots.len().max(self.used), 0);
        self.slots.iter_mut().take(self.used).for_each(|slot| *slot = 0);
    }

    /// Counts the triples of the first `longest` visible characters of `text`, and in twos, too, with `pairs`; signs of
    /// half width as those of full.
    pub(super) fn count(&mut self, text: &str, mut longest: usize, pairs: bool) {
        let (mut one, mut two) = ('\0', '\0');
        for (_, three) in each_char(text) {
            let three = match three {
                '\0'..=' ' | '\u{3000}' | '\u{a0}' => continue,
                ',' => '，',
                ';' => '；',
                other => other,
            };
            if longest == 0 {
                break;
            }
            longest -= 1;
            self.add([one, two, three]);
            if pairs {
                self.add([two, three, PAIR]);
            }
            (one, two) = (two, three);
        }
    }

    fn add(&mut self, triple: [char; 3]) {
        let (slot, tag) = self.find(triple);
        if let Some(slot) = self.slots.get_mut(slot) {
            *slot = tag | ((*slot & 0xff) + u32::from(*slot & 0xff < 0xff));
        }
    }

    /// How often a triple was met, at most 255.
    pub(super) fn of(&self, triple: [char; 3]) -> u32 {
        let (slot, _) = self.find(triple);
        self.slots.get(slot).map_or(0, |slot| slot & 0xff)
    }

    /// The slot of a triple, or the empty one that it would take, and its tag.
    fn find(&self, triple: [char; 3]) -> (usize, u32) {
        let hash = hash(triple);
        // a tag is not empty
        let tag = (hash >> 12) as u32 & !0xff | 0x100;
        let mask = self.used.wrapping_sub(1);
        // where the table is full beyond expectation, another triple's count is as good as none
        for step in 0..16 {
            let slot = ((hash >> 44) as usize + step) & mask;
            let Some(&known) = self.slots.get(slot) else { break };
            if known == 0 || known & !0xff == tag {
                return (slot, tag);
            }
        }
        (usize::MAX, tag)
    }
}
