//! The places where a piece or its tail can begin, and what stands ahead of them.

use crate::parser::element::matching::*;
use crate::parser::element::{self, is_stop};

/// A place where something can begin: the start of a line, or behind the end of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub at: usize,
    pub on_line: bool,
    /// Where the first comma or colon stands, or an opening title mark; no later than `stop`.
    clause: usize,
    /// Where the sign stands that the next place is behind.
    stop: usize,
}

impl Place {
    /// Whether an empty line stands before it.
    pub(super) fn is_below_blank(self, text: &str) -> bool {
        let before = text.get(..self.at).unwrap_or_default();
        let gap = trim_end(before, 0, before.len());
        self.on_line && memchr::memchr_iter(b'\n', rest(before, gap).as_bytes()).take(2).count() > 1
    }

    /// Whether a sentence ends before byte `at`.
    pub(super) fn ends_before(self, text: &str, at: usize) -> bool {
        self.stop < at && matches!(char_at(text, self.stop), Some('。' | '；' | '？' | ';' | '?'))
    }

    /// Whether a date, or the name of who signs, may begin here: by a clause that fills its line or
    /// has a date.
    pub(super) fn may_sign(self, text: &str) -> bool {
        let clause = text.as_bytes().get(self.at..self.clause).unwrap_or_default();
        let [.., last] = *"月".as_bytes() else { return true };
        clause.len() >= LONGEST_NAME
            || matches!(char_at(text, self.clause), None | Some('\n' | '）' | ')' | '*'))
            || memchr::memchr_iter(last, clause).any(|i| clause.get(..=i).is_some_and(|c| c.ends_with("月".as_bytes())))
            || char_at(text, self.clause) == Some('：') && element::officer_post(text, self.at).is_some()
    }
}

/// The longest name that signs, in bytes.
const LONGEST_NAME: usize = 200;

/// The places of a text from a byte on.
pub(super) struct Places<'t> {
    text: &'t str,
    /// What the next place stands behind.
    from: usize,
    /// Where the next half-width stops stand.
    half: [usize; 2],
}

/// The half-width characters that part places; a star does where it opens a note.
const HALF: [[u8; 3]; 2] = [*b"\n!?", *b";)*"];

impl<'t> Places<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, from: 0, half: [0; 2] }
    }

    /// Goes on with byte `at` as the first place.
    pub(super) fn start(&mut self, at: usize) {
        if at < self.from {
            self.half = [0; 2];
        }
        self.from = at;
    }

    /// Where the first clause and the stretch from `at` to the next stop end.
    fn look(&mut self, at: usize) -> (usize, usize) {
        let bytes = self.text.as_bytes();
        let mut clause = bytes.len();
        let mut from = at;
        loop {
            for (next, [a, b, c]) in self.half.iter_mut().zip(HALF) {
                if *next <= from {
                    let stretch = bytes.get(from..).unwrap_or_default();
                    *next = memchr::memchr3(a, b, c, stretch).map_or(bytes.len(), |i| from + i);
                }
            }
            let half = self.half[0].min(self.half[1]);
            // the first bytes of punctuation, which ideographs do not have
            while let Some(i) = memchr::memchr3(0xe2, 0xe3, 0xef, bytes.get(from..half).unwrap_or_default()) {
                from += i;
                match char_at(self.text, from) {
                    Some('。' | '！' | '？' | '；' | '…' | '）') => return (clause.min(from), from),
                    Some('，' | '：' | '《') => clause = clause.min(from),
                    _ => {}
                }
                from += 3;
            }
            let is_note = half > at && eat(self.text, half, "*这是").is_some();
            if bytes.get(half) != Some(&b'*') || is_note {
                return (clause.min(half), half);
            }
            from = half + 1;
        }
    }
}

impl Iterator for Places<'_> {
    type Item = Place;

    fn next(&mut self) -> Option<Place> {
        let text = self.text;
        let at = skip_space(text, self.from);
        if at >= text.len() {
            return None;
        }
        let gap = text.get(self.from..at).unwrap_or_default();
        let on_line = at == 0 || !gap.is_empty() && gap.contains('\n');
        let (clause, stop) = self.look(at);
        self.from = match text.as_bytes().get(stop) {
            None | Some(b'\n' | b'*') => stop,
            Some(0..0x80) => stop + 1,
            _ => stop + 3,
        };
        Some(Place { at, on_line, clause, stop })
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
