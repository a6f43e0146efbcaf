//! A set of characters that a text is searched for at the pace of a few bytes a cycle.

/// How many words of 64 characters a set may have, the empty one included; a power of two.
const WORDS: usize = 64;

/// A set of characters below U+10000, made at compile time.
///
/// UTF-8 cuts a character of three bytes just as the table does: the first two bytes name a word of
/// 64 characters, the third a bit in it.
pub(crate) struct CharSet {
    /// For each 64 characters: which of `words` tells the members.
    index: [u8; 1024],
    words: [u64; WORDS],
    /// For each third byte of a character of three: the first bytes of members that end in it.
    leads: [u16; 64],
}

impl CharSet {
    /// The characters of `singles`, and those from the first to the second of each range.
    pub(crate) const fn new(singles: &str, ranges: &[(char, char)]) -> Self {
        let mut set = Self { index: [0; 1024], words: [0; WORDS], leads: [0; 64] };
        let mut used = 1;
        let bytes = singles.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let (code, len) = decode(bytes, at);
            used = set.insert(code, used);
            at += len;
        }
        let mut i = 0;
        while i < ranges.len() {
            let mut code = ranges[i].0 as usize;
            while code <= ranges[i].1 as usize {
                used = set.insert(code, used);
                code += 1;
            }
            i += 1;
        }
        set
    }

    /// Adds a character; `used` words are taken. A set that is too rich does not compile.
    const fn insert(&mut self, code: usize, used: usize) -> usize {
        let block = code >> 6;
        let mut used = used;
        if self.index[block] == 0 {
            self.index[block] = used as u8;
            used += 1;
        }
        self.words[self.index[block] as usize] |= 1 << (code & 63);
        if code >= 0x800 {
            self.leads[code & 63] |= 1 << (code >> 12);
        }
        used
    }

    #[inline(always)]
    fn has(&self, block: usize, bit: u8) -> bool {
        let word = self.index[block & 1023];
        self.words[usize::from(word) & (WORDS - 1)] >> (bit & 63) & 1 != 0
    }

    /// Whether these three bytes are a member.
    #[inline(always)]
    pub(crate) fn has_three(&self, [a, b, c]: [u8; 3]) -> bool {
        // no test of the lead alone: it would be right or wrong at random
        self.leads[usize::from(c & 63)] >> (a & 15) & 1 != 0
            && self.has(usize::from(a & 15) << 6 | usize::from(b & 63), c)
    }

    #[inline]
    pub(crate) fn contains(&self, c: char) -> bool {
        c < '\u{10000}' && self.has(c as usize >> 6, c as u8)
    }

    /// Where the first member at or after byte `from` of `text` stands.
    pub(crate) fn find(&self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut at = from;
        loop {
            // most characters are Chinese: three bytes each
            let (threes, _) = bytes.get(at..)?.as_chunks::<3>();
            for &[a, b, c] in threes {
                if a & 0xf0 != 0xe0 {
                    break;
                }
                if self.has_three([a, b, c]) {
                    return Some(at);
                }
                at += 3;
            }
            let &a = bytes.get(at)?;
            at += if a < 0x80 {
                if self.has(usize::from(a >> 6), a) {
                    return Some(at);
                }
                1
            } else if a < 0xe0 {
                if bytes.get(at + 1).is_some_and(|&b| self.has(usize::from(a & 31), b)) {
                    return Some(at);
                }
                2
            } else {
                4
            };
        }
    }
}

/// The character at `at` of UTF-8 `bytes` and its length, below U+10000.
const fn decode(bytes: &[u8], at: usize) -> (usize, usize) {
    let lead = bytes[at] as usize;
    if lead < 0x80 {
        (lead, 1)
    } else if lead < 0xe0 {
        ((lead & 31) << 6 | bytes[at + 1] as usize & 63, 2)
    } else {
        ((lead & 15) << 12 | (bytes[at + 1] as usize & 63) << 6 | bytes[at + 2] as usize & 63, 3)
    }
}

#[cfg(test)]
mod tests {
    use super::CharSet;

    static SET: CharSet = CharSet::new("。！é#", &[('0', '9'), ('①', '⑳')]);

    #[test]
    fn finds_what_it_holds() {
        for (text, found) in [
            ("修路。架桥", Some(6)),
            ("第3条", Some(3)),
            ("😀é", Some(4)),
            ("ab#", Some(2)),
            ("⑳", Some(0)),
            ("修路，架桥", None),
            ("", None),
            ("è😀中文", None),
        ] {
            assert_eq!(SET.find(text, 0), found, "{text}");
            assert_eq!(text.char_indices().find(|&(_, c)| SET.contains(c)).map(|f| f.0), found, "{text}");
        }
        assert_eq!(SET.find("。修。", 3), Some(6));
    }
}
