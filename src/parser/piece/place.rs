//! The places where a piece or its tail can begin, and what stands ahead of them.

use crate::parser::element::date::is_digit;
use crate::parser::element::matching::*;
use crate::parser::element::{self, is_stop};

/// A place where something can begin: the start of a line, or behind the end of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub at: usize,
    /// What it begins with, in its full-width form.
    pub first: char,
    pub on_line: bool,
    /// Whether an empty line stands before it.
    pub below_blank: bool,
    /// Where the first comma or colon stands, or an opening title mark; no later than `stop`.
    clause: usize,
    /// Where the sign stands that the next place is behind.
    stop: usize,
    /// Whether a colon stands before it.
    has_colon: bool,
}

impl Place {
    /// Whether a colon stands before its sentence ends.
    pub(super) fn may_have_colon(self, text: &str) -> bool {
        self.has_colon || !matches!(char_at(text, self.stop), Some('。' | '；' | '？' | ';' | '?'))
    }

    /// Whether a date, or the name of who signs, may begin here: by a clause that fills its line or
    /// has a date, of which the first from here on is at `date`.
    pub(super) fn may_sign(self, text: &str, date: usize) -> bool {
        date < self.clause
            || self.clause >= self.at + LONGEST_NAME
            || match char_at(text, self.clause) {
                None | Some('\n' | '）' | ')' | '*') => true,
                Some('：') => element::officer_post(text, self.at).is_some(),
                _ => false,
            }
    }
}

/// The longest name that signs, in bytes.
const LONGEST_NAME: usize = 200;

/// The places of a text from a byte on.
pub(super) struct Places<'t> {
    text: &'t str,
    /// What the next place stands behind.
    from: usize,
}

impl<'t> Places<'t> {
    /// Those from byte `from` on, the first place among them.
    pub(super) fn new(text: &'t str, from: usize) -> Self {
        Self { text, from }
    }
}

impl Iterator for Places<'_> {
    type Item = Place;

    fn next(&mut self) -> Option<Place> {
        let text = self.text;
        let at = skip_space(text, self.from);
        let first = fold(char_at(text, at)?);
        let gap = text.as_bytes().get(self.from..at).unwrap_or_default();
        let breaks = gap.iter().filter(|&&byte| byte == b'\n').count();
        let on_line = breaks > 0 || at == 0;
        let mut place = Place { at, first, on_line, below_blank: breaks > 1, clause: usize::MAX, stop: at, has_colon: false };
        while let Some(&lead) = text.as_bytes().get(place.stop) {
            let sign = match lead {
                // an ideograph
                0xe4..=0xe9 => {
                    place.stop += 3;
                    continue;
                }
                _ => char_at(text, place.stop)?,
            };
            match sign {
                '\n' | '。' | '！' | '!' | '？' | '?' | '；' | ';' | '…' | '）' | ')' => break,
                // one that opens a note
                '*' if place.stop > at && eat(text, place.stop, "*这是").is_some() => break,
                '，' | '：' | '《' => place.clause = place.clause.min(place.stop),
                _ => {}
            }
            place.has_colon |= matches!(sign, '：' | ':');
            place.stop += sign.len_utf8();
        }
        place.clause = place.clause.min(place.stop);
        self.from = match text.as_bytes().get(place.stop) {
            None | Some(b'\n' | b'*') => place.stop,
            Some(0..0x80) => place.stop + 1,
            _ => place.stop + 3,
        };
        Some(place)
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
    /// The 月 of a date that names its year.
    pub(super) fn date(text: &'t str) -> Self {
        Self::new(text, ["月".as_bytes()[2]; 2], |text, i| {
            ends(text, i, "月") && {
                let before = text.get(..i + 1 - "月".len()).unwrap_or_default();
                before.trim_end_matches(|c| is_digit(c) || is_blank(c)).ends_with('年')
            }
        })
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
