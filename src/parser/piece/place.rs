//! The places where a piece or its tail can begin, and what stands ahead of them.

use crate::lexer::stops::{Stops, Walk};
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
    /// Whether a colon stands before its sentence ends.
    pub may_have_colon: bool,
    /// Where the first clause ends: at a comma or colon, an opening title mark, or before the next place.
    clause: usize,
    /// What it ends at.
    sign: char,
}

impl Place {
    /// Whether a date, or the name of who signs, may begin here: by a clause that fills its line or
    /// has a date, of which the first from here on is at `date`.
    pub(super) fn may_sign(self, text: &str, date: usize) -> bool {
        date < self.clause
            || self.clause >= self.at + LONGEST_NAME
            || self.sign == '\n'
            || matches!(self.sign, '）' | ')' | '*') && date < self.at + 2 * LONGEST_NAME
            || self.sign == '：' && element::officer_post(text, self.at).is_some()
    }
}

/// The longest name that signs, in bytes.
pub(super) const LONGEST_NAME: usize = 200;

/// The longest sentence, in bytes.
const LONGEST_SENTENCE: usize = 6000;

/// The places of a text from a byte on.
pub(super) struct Places<'t, 's> {
    text: &'t str,
    walk: Walk<'t, 's>,
    /// Whether the last place ended with its line.
    line_ended: bool,
}

impl<'t, 's> Places<'t, 's> {
    /// Those from byte `from` on, the first place among them; what the walk stops at is kept in `stops`.
    pub(super) fn new(text: &'t str, from: usize, stops: &'s mut Stops) -> Self {
        Self { text, walk: Walk::new(text, from, stops), line_ended: false }
    }

    /// Walks on to byte `end`.
    pub(super) fn walk_to(&mut self, end: usize) {
        while self.walk.at() < end && self.walk.next().is_some() {}
    }
}

impl Iterator for Places<'_, '_> {
    type Item = Place;

    #[inline(never)]
    fn next(&mut self) -> Option<Place> {
        let text = self.text;
        let mut breaks = u32::from(self.line_ended);
        let (at, first) = loop {
            let at = self.walk.at();
            let c = char_at(text, at)?;
            // kana are what a wrong character set made of a blank
            if c != '\n' && !is_blank(c) && !matches!(c, 'ぁ'..='ヿ') {
                break (at, fold(c));
            }
            breaks += u32::from(c == '\n');
            self.walk.next();
        };
        let (mut clause, mut has_colon) = (None, false);
        let (end, last) = loop {
            let (stop, sign) = self.walk.next().unwrap_or((text.len(), '\n'));
            match sign {
                '\n' | '。' | '！' | '!' | '？' | '?' | '；' | ';' | '…' | '）' | ')' => break (stop, sign),
                // one that opens a note
                '*' if stop > at && eat(text, stop, "*这是").is_some() => {
                    self.walk.back_to(stop);
                    break (stop, sign);
                }
                '，' | '《' => clause = clause.or(Some((stop, sign))),
                '：' => {
                    clause = clause.or(Some((stop, sign)));
                    has_colon = true;
                }
                ':' => has_colon = true,
                // no sentence is so long, and nobody may walk to the end of the text from each piece anew
                _ if stop > at + LONGEST_SENTENCE => break (stop, sign),
                _ => {}
            }
        };
        self.line_ended = last == '\n';
        let (clause, sign) = clause.unwrap_or((end, last));
        Some(Place {
            at,
            first,
            on_line: breaks > 0 || at == 0,
            below_blank: breaks > 1,
            may_have_colon: has_colon || !matches!(last, '。' | '；' | '？' | ';' | '?'),
            clause,
            sign,
        })
    }
}

/// Where the next of a rare sign stands ahead of places that mostly go forward, so that the text is
/// searched for it once.
pub(super) struct Ahead<'t> {
    text: &'t str,
    sign: &'static str,
    /// Whether the sign counts behind what stands before it.
    behind: fn(&str) -> bool,
    from: usize,
    found: usize,
}

impl<'t> Ahead<'t> {
    /// The 月 of a date that names its year.
    pub(super) fn date(text: &'t str) -> Self {
        Self::new(text, "月", |before| before.trim_end_matches(|c| is_digit(c) || is_blank(c)).ends_with('年'))
    }

    /// The pause mark of 一、 to 七、 behind the end of a sentence.
    pub(super) fn major(text: &'t str) -> Self {
        Self::new(text, "、", |before| {
            let mut before = before.chars().rev();
            before.next().is_some_and(is_major) && before.next().is_none_or(|c| is_stop(c) || c.is_ascii_punctuation())
        })
    }

    /// `sign`, wherever it stands.
    pub(super) fn sign(text: &'t str, sign: &'static str) -> Self {
        Self::new(text, sign, |_| true)
    }

    fn new(text: &'t str, sign: &'static str, behind: fn(&str) -> bool) -> Self {
        Self { text, sign, behind, from: 0, found: 0 }
    }

    /// Where the first of them at or after byte `at` stands; the text's length for none.
    #[inline]
    pub(super) fn next(&mut self, at: usize) -> usize {
        if at < self.from || at > self.found || self.from == self.found {
            self.look(at);
        }
        self.found
    }

    #[inline(never)]
    fn look(&mut self, at: usize) {
        let mut found = memchr::memmem::find_iter(rest(self.text, at).as_bytes(), self.sign).map(|i| at + i);
        let counts = |&i: &usize| self.text.get(..i).is_some_and(self.behind);
        self.from = at;
        self.found = found.find(counts).unwrap_or(self.text.len());
    }
}

/// A numeral of the marks that open the parts of a speech.
pub(super) fn is_major(c: char) -> bool {
    matches!(c, '一' | '二' | '三' | '四' | '五' | '六' | '七')
}
