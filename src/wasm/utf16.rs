//! From UTF-8 bytes to the UTF-16 units that JavaScript counts in.

/// How many bytes share one entry of the index.
const BLOCK: usize = 32;

/// Turns byte offsets of one text into UTF-16 offsets, in any order, each in constant time.
pub(super) struct Utf16<'s> {
    source: &'s [u8],
    /// The units before each block.
    before: Vec<u32>,
}

impl<'s> Utf16<'s> {
    /// Reads `source` once.
    pub(super) fn new(source: &'s str) -> Self {
        let source = source.as_bytes();
        let mut total = 0;
        let mut before = Vec::with_capacity(source.len() / BLOCK + 1);
        for block in source.chunks(BLOCK) {
            before.push(total);
            total += units(block);
        }
        before.push(total);
        Self { source, before }
    }

    /// The UTF-16 offset of a byte offset; the end of the text for anything past it.
    pub(super) fn offset(&self, byte: usize) -> u32 {
        let byte = byte.min(self.source.len());
        let block = byte / BLOCK;
        let before = self.before.get(block).copied().unwrap_or_default();
        before + self.source.get(block * BLOCK..byte).map_or(0, units)
    }
}

/// The UTF-16 units of the characters that begin in `bytes`: two for those of four bytes, else one.
pub(super) fn units(bytes: &[u8]) -> u32 {
    const EACH: u64 = u64::from_ne_bytes([1; WORD]);
    let (words, rest) = bytes.as_chunks::<WORD>();
    let whole = words.iter().map(|word| {
        // the highest bits of a byte say what it is: 10 one that continues, 1111 the first of four
        let word = u64::from_ne_bytes(*word);
        let first = !(word >> 7) | word >> 6;
        let of_four = word >> 7 & word >> 6 & word >> 5 & word >> 4;
        (first & EACH).count_ones() + (of_four & EACH).count_ones()
    });
    let rest = rest.iter().map(|&b| u32::from(b & 0xC0 != 0x80) + u32::from(b >= 0xF0));
    whole.sum::<u32>() + rest.sum::<u32>()
}

/// How many bytes are looked at together.
const WORD: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_std_at_every_character() {
        let source = "第一章 总则😀完\r\ne\u{301}𠀀".repeat(40);
        let index = Utf16::new(&source);
        for (at, _) in source.char_indices().chain([(source.len(), ' ')]) {
            assert_eq!(index.offset(at) as usize, source[..at].encode_utf16().count(), "at byte {at}");
        }
        assert_eq!(index.offset(source.len() + 9), index.offset(source.len()));
        assert_eq!(Utf16::new("").offset(0), 0);
    }
}
