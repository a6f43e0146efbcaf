//! What a text says more than once: where its own words begin and end.
//!
//! A place within a word that recurs is hardly the end of a title, whatever the word; what the text opens sentences
//! with may open one here. So a document tells of words that no list has.

/// How often three characters stand together in a stretch of text.
pub(super) struct Triples {
    /// Of each triple that was met: how often, in the lower eight bits, and what tells it from others, in the upper ones.
    slots: Vec<u32>,
}

impl Triples {
    /// An empty count with room for `chars` triples.
    pub(super) fn with_room_for(chars: usize) -> Self {
        Self { slots: vec![0; (chars * 2).next_power_of_two()] }
    }

    /// Forgets all triples.
    pub(super) fn clear(&mut self) {
        self.slots.fill(0);
    }

    /// Counts the triples of the first `longest` visible characters of `text`; signs of half width as those of full.
    pub(super) fn count(&mut self, text: &str, longest: usize) {
        let (mut one, mut two) = ('\0', '\0');
        for three in text.chars().filter(|c| !c.is_whitespace()).take(longest) {
            let three = match three {
                ',' => '，',
                ';' => '；',
                other => other,
            };
            let (slot, tag) = self.find([one, two, three]);
            if let Some(slot) = self.slots.get_mut(slot) {
                *slot = tag | ((*slot & 0xff) + u32::from(*slot & 0xff < 0xff));
            }
            (one, two) = (two, three);
        }
    }

    /// How often a triple was met, at most 255.
    pub(super) fn of(&self, triple: [char; 3]) -> u32 {
        let (slot, _) = self.find(triple);
        self.slots.get(slot).map_or(0, |slot| slot & 0xff)
    }

    /// The slot of a triple, or the empty one that it would take, and its tag.
    fn find(&self, triple: [char; 3]) -> (usize, u32) {
        let [one, two, three] = triple.map(u64::from);
        let hash = (one << 42 | two << 21 | three).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mask = self.slots.len() - 1;
        // a tag is not empty
        let tag = (hash >> 8) as u32 & !0xff | 0x100;
        let first = (hash >> 40) as usize;
        // where the table is full beyond expectation, another triple's count is as good as none
        let probe = |i: &usize| self.slots.get(*i).is_none_or(|&slot| slot == 0 || slot & !0xff == tag);
        let slot = (0..16).map(|step| (first + step) & mask).find(probe).unwrap_or(self.slots.len());
        (slot, tag)
    }
}
