//! The one walk over a text: from sign to sign, and what is kept of it for all passes that come later.

use super::breaks::{Break, Breaks};
use super::decode::{char_at, decode};
use super::mark::stop::{IDEOGRAPHS, SIGNS, stops_at};

/// What the passes over a text stop at: its breaks, and where a mark or a quotation may begin or be told.
#[derive(Default)]
pub(crate) struct Stops {
    breaks: Vec<(u32, Break)>,
    marks: Vec<u32>,
}

impl Stops {
    /// The breaks of `text[start..end]`, by their places in it.
    pub(crate) fn breaks(&self, start: u32, end: u32) -> Breaks<'_> {
        let before = |at: u32| self.breaks.partition_point(|b| b.0 < at);
        Breaks::new(self.breaks.get(before(start)..before(end)).unwrap_or_default(), start)
    }

    /// Where the search for marks has to stop in `text[start..end]`, by the places in it.
    pub(crate) fn marks(&self, start: u32, end: u32) -> impl Iterator<Item = usize> {
        let from = self.marks.partition_point(|&at| at < start);
        let marks = self.marks.get(from..).unwrap_or_default().iter();
        marks.take_while(move |&&at| at < end).map(move |&at| (at - start) as usize)
    }
}

/// A walk over a text from some byte on, which is at the start of a line.
pub(crate) struct Walk<'t, 's> {
    text: &'t str,
    at: usize,
    stops: &'s mut Stops,
}

impl<'t, 's> Walk<'t, 's> {
    /// Walks from byte `from` on, and forgets the stops of an earlier walk.
    pub(crate) fn new(text: &'t str, from: usize, stops: &'s mut Stops) -> Self {
        stops.breaks.clear();
        stops.marks.clear();
        Self { text, at: past_blanks(text.as_bytes(), from), stops }
    }

    /// Where the walk has come to.
    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Goes back to the sign at byte `at`, which is no stop.
    pub(crate) fn back_to(&mut self, at: usize) {
        self.at = at;
    }

    /// The next character that is no ideograph; of letters and digits side by side the first.
    #[inline]
    pub(crate) fn next(&mut self) -> Option<(usize, char)> {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        let (threes, _) = bytes.get(at..)?.as_chunks::<3>();
        for three in threes {
            if !(0xe4..=0xe9).contains(&three[0]) {
                break;
            }
            if IDEOGRAPHS.has_three(*three) {
                self.keep(at);
            }
            at += 3;
        }
        self.at = at;
        let sign = decode(self.text, at)?;
        self.at += sign.len_utf8();
        let kind = match sign {
            '\n' => Break::Line,
            '。' | '！' | '!' | '？' | '?' => Break::Sentence,
            '；' | ';' => Break::Semicolon,
            '：' | ':' => Break::Colon,
            ' ' | '\u{3000}' if is_gap(bytes, at) => Break::Gap,
            _ => {
                if SIGNS.contains(sign) && stops_at(&bytes[..at], sign) {
                    self.stops.marks.push(at as u32);
                }
                if sign.is_ascii_alphanumeric() {
                    let word = bytes.get(self.at..).unwrap_or_default();
                    self.at += word.iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
                }
                return Some((at, sign));
            }
        };
        self.stops.breaks.push((at as u32, kind));
        if matches!(kind, Break::Line | Break::Gap) {
            // the blanks that open a line are its indent
            self.at = past_blanks(bytes, self.at);
        }
        Some((at, sign))
    }

    /// Keeps the place of an ideograph that may tell a mark.
    fn keep(&mut self, at: usize) {
        let (before, _) = self.text.as_bytes().split_at(at);
        if char_at(self.text, at).is_some_and(|c| stops_at(before, c)) {
            self.stops.marks.push(at as u32);
        }
    }
}

/// Whether the blanks at `at` are a wide gap: two of full width, one and two of half, or three of half.
fn is_gap(bytes: &[u8], at: usize) -> bool {
    matches!(
        bytes.get(at..).unwrap_or_default(),
        [0xe3, 0x80, 0x80, 0xe3 | b' ', 0x80 | b' ', ..] | [b' ', b' ', b' ', ..]
    )
}

/// The byte behind the blanks of full or half width at `at`.
fn past_blanks(bytes: &[u8], mut at: usize) -> usize {
    loop {
        at += match bytes.get(at..).unwrap_or_default() {
            [b' ', ..] => 1,
            [0xe3, 0x80, 0x80, ..] => 3,
            _ => return at,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::{Stops, Walk};
    use crate::lexer::breaks::Break;

    fn walk(text: &str) -> Stops {
        let mut stops = Stops::default();
        let mut walk = Walk::new(text, 0, &mut stops);
        while walk.next().is_some() {}
        stops
    }

    #[test]
    fn keeps_each_kind_of_break() {
        let text = "　　一、要求：修路；架桥。\n  (一) 路!　　桥 a;é?😀：\n";
        let stops = walk(text);
        let breaks = || stops.breaks(0, text.len() as u32).from(0);
        use Break::*;
        let kinds: Vec<Break> = breaks().map(|b| b.1).collect();
        assert_eq!(kinds, [Colon, Semicolon, Sentence, Line, Sentence, Gap, Semicolon, Sentence, Colon, Line]);
        for (at, kind) in breaks() {
            let sign = text[at as usize..].chars().next();
            assert_eq!(sign == Some('\n'), kind == Line);
            assert_eq!(sign == Some('\u{3000}'), kind == Gap);
        }
        assert_eq!(stops.breaks(9, 27).from(0).collect::<Vec<_>>(), [(9, Colon)]);
    }

    #[test]
    fn keeps_what_tells_a_mark() {
        let text = "一、修路，二是架桥，都要第12条。其中（一）3.";
        let stops = walk(text);
        let marks: String = stops.marks(0, text.len() as u32).map(|at| text[at..].chars().next().unwrap()).collect();
        assert_eq!(marks, "、是第1其（3");
        assert_eq!(stops.marks(3, 21).collect::<Vec<_>>(), [0, 15]);
    }
}
