//! Short word lists, each written as one string: what a text begins with, ends with or holds of them.

use crate::lexer::decode::{decode, decode_last, each_char};

/// Words parted by single blanks or line breaks. Of several that fit, the longest is the one meant.
///
/// They are compared byte for byte, unlike the parser's [`Words`](crate::lexer::words::Words), which are found through
/// stray blanks and with half-width signs.
#[derive(Clone, Copy)]
pub(super) struct ExactWords {
    list: &'static str,
    /// Most texts begin with none of the words, or end with none.
    firsts: Gate,
    lasts: Gate,
}

/// [`ExactWords`] made at compile time.
macro_rules! exact_words {
    ($list:expr $(,)?) => {
        const { $crate::document::words::ExactWords::new($list) }
    };
}

pub(super) use exact_words;

impl ExactWords {
    pub(super) const fn new(list: &'static str) -> Self {
        let bytes = list.as_bytes();
        let (mut firsts, mut lasts) = (Gate([0; 2]), Gate([0; 2]));
        let (mut at, mut opens) = (0, true);
        while at < bytes.len() {
            let ends = at + 1 == bytes.len() || bytes[at + 1].is_ascii_whitespace();
            if bytes[at].is_ascii_whitespace() {
                opens = true;
            } else {
                // the next byte begins another character
                if opens && (ends || bytes[at + 1] & 0xc0 != 0x80) {
                    firsts = firsts.with(bytes, at);
                    opens = false;
                }
                if ends {
                    lasts = lasts.with(bytes, at);
                }
            }
            at += 1;
        }
        Self { list, firsts, lasts }
    }

    /// Each of the words.
    pub(super) fn each(self) -> impl Iterator<Item = &'static str> {
        let mut rest = self.list;
        std::iter::from_fn(move || {
            // faster than to split it: one comparison a byte
            let end = rest.bytes().position(|byte| byte <= b' ').unwrap_or(rest.len());
            let word = rest.get(..end).filter(|word| !word.is_empty())?;
            rest = rest.get(end + 1..).unwrap_or_default();
            Some(word)
        })
    }

    /// The bytes of the longest word that `text` begins with.
    pub(super) fn begin(self, text: &str) -> Option<usize> {
        let c = decode(text, 0)?;
        if !self.firsts.lets(c) {
            return None;
        }
        let first = c.len_utf8();
        let byte = *text.as_bytes().get(first - 1)?;
        let list = self.list.as_bytes();
        let starts = memchr::memchr_iter(byte, list).filter_map(|at| (at + 1).checked_sub(first));
        let starts = starts.filter(|&at| at == 0 || is_blank(list, at - 1));
        starts.filter_map(|at| same_word(list.get(at..)?.iter(), text.bytes())).max()
    }

    /// The bytes of the longest word that `text` ends with.
    pub(super) fn end(self, text: &str) -> Option<usize> {
        if !self.lasts.lets(decode_last(text)?) {
            return None;
        }
        let byte = *text.as_bytes().last()?;
        let list = self.list.as_bytes();
        let ends = memchr::memchr_iter(byte, list).map(|at| at + 1);
        let ends = ends.filter(|&at| at == list.len() || is_blank(list, at));
        ends.filter_map(|at| same_word(list.get(..at)?.iter().rev(), text.bytes().rev())).max()
    }

    /// Whether `text` is one of the words.
    pub(super) fn have(self, text: &str) -> bool {
        let list = self.list.as_bytes();
        let is_word = |at: usize| {
            let Some(from) = (at + 1).checked_sub(text.len()) else { return false };
            list.get(from..at + 1) == Some(text.as_bytes())
                && (from == 0 || is_blank(list, from - 1))
                && (at + 1 == list.len() || is_blank(list, at + 1))
        };
        let mut chars = text.chars();
        let may_be =
            chars.next().is_some_and(|c| self.firsts.lets(c)) && chars.next_back().is_none_or(|c| self.lasts.lets(c));
        let last = text.as_bytes().last().filter(|_| may_be);
        last.is_some_and(|&byte| memchr::memchr_iter(byte, list).any(is_word))
    }

    /// Whether one of the words stands in `text`.
    pub(super) fn stand_in(self, text: &str) -> bool {
        self.first(text).is_some()
    }

    /// The first place in `text` where one of the words stands, and where it ends.
    pub(super) fn first(self, text: &str) -> Option<(usize, usize)> {
        self.all(text).next()
    }

    /// All places in `text` where one of the words stands, and where it ends.
    pub(super) fn all(self, text: &str) -> impl Iterator<Item = (usize, usize)> {
        each_char(text).filter(move |&(_, c)| self.firsts.lets(c)).filter_map(move |(at, _)| self.at(text, at))
    }

    /// The last place in `text` where one of the words begins, and where it ends.
    pub(super) fn last(self, text: &str) -> Option<(usize, usize)> {
        text.char_indices().rev().find_map(|(at, _)| self.at(text, at))
    }

    fn at(self, text: &str, at: usize) -> Option<(usize, usize)> {
        Some((at, at + self.begin(text.get(at..)?)?))
    }
}

/// Characters by the low twelve bits of their code: a bit for the lower six of each, one for the upper six.
#[derive(Clone, Copy)]
struct Gate([u64; 2]);

impl Gate {
    /// With the character whose UTF-8 ends at `last`.
    const fn with(self, bytes: &[u8], last: usize) -> Self {
        let upper = if bytes[last] < 0x80 { bytes[last] >> 6 } else { bytes[last - 1] };
        Self([self.0[0] | 1 << (bytes[last] & 63), self.0[1] | 1 << (upper & 63)])
    }

    fn lets(self, c: char) -> bool {
        let code = u32::from(c);
        self.0[0] >> (code & 63) & self.0[1] >> (code >> 6 & 63) & 1 != 0
    }
}

fn is_blank(list: &[u8], at: usize) -> bool {
    list.get(at).is_some_and(|&byte| byte <= b' ')
}

/// The length of the word that stands at the start of a list's bytes, if a text's are the same.
fn same_word<'l>(list: impl Iterator<Item = &'l u8>, mut text: impl Iterator<Item = u8>) -> Option<usize> {
    let mut len = 0;
    for &byte in list.take_while(|byte| **byte > b' ') {
        if text.next() != Some(byte) {
            return None;
        }
        len += 1;
    }
    Some(len)
}

/// A long list, in which a word is found by its first character.
pub(super) struct WordIndex {
    /// Sorted by [`WordIndex::bucket`].
    words: Vec<&'static str>,
    /// Where the words of each bucket begin.
    starts: [u16; BUCKETS + 1],
}

const BUCKETS: usize = 256;

impl WordIndex {
    pub(super) fn new(list: ExactWords) -> Self {
        let mut words: Vec<_> = list.each().collect();
        words.sort_unstable_by_key(|word| Self::bucket(word));
        let mut starts = [0; BUCKETS + 1];
        for word in &words {
            if let Some(count) = starts.get_mut(Self::bucket(word) + 1) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        Self { words, starts }
    }

    /// The first character as a small number.
    fn bucket(text: &str) -> usize {
        let c = decode(text, 0).map_or(0, u32::from);
        (c ^ c >> 8) as usize % BUCKETS
    }

    /// The bytes of the longest word that `text` begins with.
    pub(super) fn begin(&self, text: &str) -> Option<usize> {
        let bucket = Self::bucket(text);
        let (from, to) = (*self.starts.get(bucket)?, *self.starts.get(bucket + 1)?);
        let words = self.words.get(usize::from(from)..usize::from(to))?;
        words.iter().filter(|word| text.starts_with(**word)).map(|word| word.len()).max()
    }
}

/// What the longest word that `text` begins with stands for, and its bytes.
pub(super) fn begin_of<T: Copy>(table: &[(ExactWords, T)], text: &str) -> Option<(T, usize)> {
    table.iter().filter_map(|(words, means)| Some((*means, words.begin(text)?))).max_by_key(|found| found.1)
}

/// What the longest word that `text` ends with stands for, and its bytes.
pub(super) fn end_of<T: Copy>(table: &[(ExactWords, T)], text: &str) -> Option<(T, usize)> {
    table.iter().filter_map(|(words, means)| Some((*means, words.end(text)?))).max_by_key(|found| found.1)
}
