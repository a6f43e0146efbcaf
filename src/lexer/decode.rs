//! Characters one by one.
//!
//! What is read in loops is put into them as a whole, by its attribute: in a build for size the compiler puts the
//! methods of `str` nowhere, and each character costs a call or two.

/// The character at byte `at`.
pub(crate) fn char_at(text: &str, at: usize) -> Option<char> {
    decode(text, at)
}

/// The last character of `text`.
pub(crate) fn last_char(text: &str) -> Option<char> {
    decode_last(text)
}

/// The character at byte `at`, for loops.
#[inline(always)]
pub(crate) fn decode(text: &str, at: usize) -> Option<char> {
    match *text.as_bytes().get(at..)? {
        [c @ 0..0x80, ..] => Some(c.into()),
        // nearly all others have three bytes
        [a @ 0xe0..=0xef, b, c, ..] => three_bytes(a, b, c),
        [] => None,
        _ => rare(text, at),
    }
}

/// The last character of `text`, for loops.
#[inline(always)]
pub(crate) fn decode_last(text: &str) -> Option<char> {
    match *text.as_bytes() {
        [.., c @ 0..0x80] => Some(c.into()),
        [.., a @ 0xe0..=0xef, b, c] => three_bytes(a, b, c),
        [] => None,
        _ => text.chars().next_back(),
    }
}

#[inline(always)]
fn three_bytes(a: u8, b: u8, c: u8) -> Option<char> {
    char::from_u32(u32::from(a & 15) << 12 | u32::from(b & 63) << 6 | u32::from(c & 63))
}

/// A character of two or four bytes.
#[cold]
fn rare(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at..)? {
        [a @ 0xc0..=0xdf, b, ..] => char::from_u32(u32::from(a & 31) << 6 | u32::from(b & 63)),
        _ => text.get(at..)?.chars().next(),
    }
}

/// The characters of `text` and where each stands, for loops.
#[inline(always)]
pub(crate) fn each_char(text: &str) -> EachChar<'_> {
    EachChar { text, at: 0 }
}

/// See [`each_char`].
pub(crate) struct EachChar<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for EachChar<'_> {
    type Item = (usize, char);

    #[inline(always)]
    fn next(&mut self) -> Option<(usize, char)> {
        let at = self.at;
        let c = decode(self.text, at)?;
        self.at += c.len_utf8();
        Some((at, c))
    }
}

#[cfg(test)]
mod tests {
    use super::{char_at, decode_last, each_char};

    #[test]
    fn reads_characters_of_each_length() {
        let text = "一a é。😀\u{3000}ÿ\u{800}";
        assert!(each_char(text).eq(text.char_indices()));
        for (at, c) in text.char_indices() {
            assert_eq!(char_at(text, at), Some(c));
            assert_eq!(decode_last(&text[..at + c.len_utf8()]), Some(c));
        }
        assert_eq!((char_at(text, text.len()), char_at("", 9), decode_last("")), (None, None, None));
    }
}
