//! The places where a piece or its tail can begin, and what stands ahead of them.

use crate::parser::element::is_stop;
use crate::parser::element::matching::*;

/// A place where something can begin: the start of a line, or behind the end of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub at: usize,
    pub on_line: bool,
}

impl Place {
    /// Whether an empty line stands before it.
    pub(super) fn is_below_blank(self, text: &str) -> bool {
        let before = text.get(..self.at).unwrap_or_default();
        let gap = trim_end(before, 0, before.len());
        self.on_line && memchr::memchr_iter(b'\n', rest(before, gap).as_bytes()).take(2).count() > 1
    }
}

/// The places of a text from a byte on.
pub(super) struct Places<'t> {
    text: &'t str,
    at: usize,
    fresh: bool,
    /// Where the next half-width stops stand.
    half: [usize; 2],
}

/// The half-width characters that part places; a star does where it opens a note.
const HALF: [[u8; 3]; 2] = [*b"\n!?", *b";)*"];

impl<'t> Places<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0, fresh: true, half: [0; 2] }
    }

    /// Goes on with byte `at` as the first place.
    pub(super) fn start(&mut self, at: usize) {
        if at < self.at {
            self.half = [0; 2];
        }
        (self.at, self.fresh) = (at, true);
    }

    /// Where the next stop at or after `from` stands, and its first byte.
    fn stop(&mut self, from: usize) -> Option<(usize, u8)> {
        let bytes = self.text.as_bytes();
        for (next, [a, b, c]) in self.half.iter_mut().zip(HALF) {
            if *next <= from {
                *next = memchr::memchr3(a, b, c, bytes.get(from..)?).map_or(bytes.len(), |i| from + i);
            }
        }
        let half = self.half[0].min(self.half[1]);
        let mut at = from;
        // the first bytes of punctuation, which ideographs do not have
        while let Some(i) = memchr::memchr3(0xe2, 0xe3, 0xef, bytes.get(at..half).unwrap_or_default()) {
            at += i;
            if matches!(rest(self.text, at).chars().next(), Some('。' | '！' | '？' | '；' | '…' | '）')) {
                return Some((at, bytes[at]));
            }
            at += 3;
        }
        bytes.get(half).map(|&byte| (half, byte))
    }
}

impl Iterator for Places<'_> {
    type Item = Place;

    fn next(&mut self) -> Option<Place> {
        let text = self.text;
        let mut from = self.at;
        if self.fresh {
            self.fresh = false;
        } else {
            loop {
                let (stop, byte) = self.stop(from)?;
                if byte != b'*' {
                    from = if byte == b'\n' { stop } else { stop + if byte < 0x80 { 1 } else { 3 } };
                    break;
                }
                if stop > self.at && eat(text, stop, "*这是").is_some() {
                    from = stop;
                    break;
                }
                from = stop + 1;
            }
        }
        let at = skip_space(text, from);
        let gap = text.get(from..at).unwrap_or_default();
        let on_line = at == 0 || !gap.is_empty() && gap.contains('\n');
        self.at = at;
        (at < text.len()).then_some(Place { at, on_line })
    }
}

/// Where the next of a rare sign stands ahead of places that mostly go forward, so that the text is
/// searched for it once.
pub(super) struct Ahead<'t> {
    text: &'t str,
    /// The last byte of the sign, in either of its forms.
    bytes: [u8; 2],
    /// Whether the sign stands where such a byte does.
    is_sign: fn(&str, usize) -> bool,
    from: usize,
    found: usize,
}

impl<'t> Ahead<'t> {
    /// A colon.
    pub(super) fn colon(text: &'t str) -> Self {
        Self::new(text, [b':', "：".as_bytes()[2]], |text, i| text.as_bytes()[i] == b':' || ends(text, i, "："))
    }

    /// The sign of a masked name.
    pub(super) fn mask(text: &'t str) -> Self {
        let bytes = ["×".as_bytes()[1], "某".as_bytes()[2]];
        Self::new(text, bytes, |text, i| ends(text, i, "×") || ends(text, i, "某"))
    }

    /// The pause mark of 一、 to 七、 behind the end of a sentence.
    pub(super) fn major(text: &'t str) -> Self {
        Self::new(text, ["、".as_bytes()[2]; 2], |text, i| {
            ends(text, i, "、") && {
                let mut before = text.get(..i + 1 - "、".len()).unwrap_or_default().chars().rev();
                before.next().is_some_and(is_major)
                    && before.next().is_none_or(|c| is_stop(c) || c.is_ascii_punctuation())
            }
        })
    }

    fn new(text: &'t str, bytes: [u8; 2], is_sign: fn(&str, usize) -> bool) -> Self {
        Self { text, bytes, is_sign, from: 0, found: 0 }
    }

    /// Where the first of them at or after byte `at` ends, before its last byte; the text's length for none.
    pub(super) fn next(&mut self, at: usize) -> usize {
        if at < self.from || at > self.found || self.from == self.found {
            let stretch = rest(self.text, at).as_bytes();
            let found = memchr::memchr2_iter(self.bytes[0], self.bytes[1], stretch).map(|i| at + i);
            self.from = at;
            self.found = found.into_iter().find(|&i| (self.is_sign)(self.text, i)).unwrap_or(self.text.len());
        }
        self.found
    }
}

/// Whether byte `i` is the last of `sign`.
fn ends(text: &str, i: usize, sign: &str) -> bool {
    text.as_bytes().get(..=i).is_some_and(|before| before.ends_with(sign.as_bytes()))
}

/// A numeral of the marks that open the parts of a speech.
pub(super) fn is_major(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七')
}
