//! From UTF-8 bytes to the UTF-16 units that JavaScript counts in.

/// How many bytes are looked at together, and share one entry of the index.
const WORD: usize = 8;
const EACH: u64 = u64::from_ne_bytes([1; WORD]);
/// Bytes that begin no character.
const BLANK: u64 = EACH << 7;

/// Turns byte offsets of one text into UTF-16 offsets, in any order, each in constant time.
pub(super) struct Utf16<'s> {
    source: &'s [u8],
    /// The units before each word.
    before: Vec<u32>,
}

impl<'s> Utf16<'s> {
    /// Reads `source` once.
    pub(super) fn new(source: &'s str) -> Self {
        let source = source.as_bytes();
        let mut total = 0;
        let mut before = Vec::with_capacity(source.len() / WORD + 1);
        let (words, _) = source.as_chunks::<WORD>();
        for word in words {
            before.push(total);
            total += units_in(u64::from_le_bytes(*word));
        }
        before.push(total);
        Self { source, before }
    }

    /// The UTF-16 offset of a byte offset; the end of the text for anything past it.
    pub(super) fn offset(&self, byte: usize) -> u32 {
        let byte = byte.min(self.source.len());
        let at = byte / WORD;
        let before = self.before.get(at).copied().unwrap_or_default();
        match self.source.get(at * WORD..).and_then(|rest| rest.first_chunk()) {
            Some(word) => {
                let past = u64::MAX << (byte % WORD * 8);
                before + units_in(u64::from_le_bytes(*word) & !past | BLANK & past)
            }
            None => before + self.source.get(at * WORD..byte).map_or(0, units),
        }
    }
}

/// The UTF-16 units of the characters that begin in `bytes`: two for those of four bytes, else one.
pub(super) fn units(bytes: &[u8]) -> u32 {
    let (words, rest) = bytes.as_chunks::<WORD>();
    let whole = words.iter().map(|word| units_in(u64::from_le_bytes(*word)));
    let rest = rest.iter().map(|&b| u32::from(b & 0xC0 != 0x80) + u32::from(b >= 0xF0));
    whole.sum::<u32>() + rest.sum::<u32>()
}

/// The highest bits of a byte say what it is: 10 one that continues, 1111 the first of four.
#[inline(always)]
fn units_in(word: u64) -> u32 {
    let first = !(word >> 7) | word >> 6;
    let of_four = word >> 7 & word >> 6 & word >> 5 & word >> 4;
    (first & EACH).count_ones() + (of_four & EACH).count_ones()
}

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
