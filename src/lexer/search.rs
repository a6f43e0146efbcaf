//! Looking into a text: few functions, which many patterns share.
//!
//! What takes a `fn(char) -> bool` is compiled once; each method of `str` is compiled anew for each closure
//! and for each number of characters in an array.

use super::decode::{decode, decode_last, each_char};
use memchr::memmem;

/// Where `word` stands first in `text`.
#[inline(never)]
pub(crate) fn find(text: &str, word: &str) -> Option<usize> {
    /// The longest text that is read through sooner than a searcher is set up, in bytes.
    const SHORT: usize = 400;
    let (text, word) = (text.as_bytes(), word.as_bytes());
    if text.len() > SHORT {
        return memmem::find(text, word);
    }
    let Some((&last, _)) = word.split_last() else { return Some(0) };
    memchr::memchr_iter(last, text.get(word.len() - 1..)?)
        .find(|&at| text.get(at..).is_some_and(|rest| rest.starts_with(word)))
}

/// Whether one of `words` stands in `text`.
#[inline(never)]
pub(crate) fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|w| find(text, w).is_some())
}

/// Whether `text` begins with one of `words`.
#[inline(never)]
pub(crate) fn begins_with_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|w| text.as_bytes().starts_with(w.as_bytes()))
}

/// Whether `text` ends with one of `words`.
#[inline(never)]
pub(crate) fn ends_with_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|w| text.as_bytes().ends_with(w.as_bytes()))
}

/// `text` from byte `at` on.
#[inline(never)]
pub(crate) fn after(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

/// `text` up to byte `at`.
#[inline(never)]
pub(crate) fn before(text: &str, at: usize) -> &str {
    text.get(..at).unwrap_or_default()
}

/// The first bytes of `text`, at most `len` of them.
#[inline(never)]
pub(crate) fn prefix(text: &str, len: usize) -> &str {
    before(text, text.floor_char_boundary(len))
}

/// The last bytes of `text`, at most `len` of them.
#[inline(never)]
pub(crate) fn suffix(text: &str, len: usize) -> &str {
    after(text, text.ceil_char_boundary(text.len().saturating_sub(len)))
}

/// The first character; NUL where there is none.
#[inline(never)]
pub(crate) fn first(text: &str) -> char {
    decode(text, 0).unwrap_or_default()
}

/// The last character; NUL where there is none.
#[inline(never)]
pub(crate) fn last(text: &str) -> char {
    decode_last(text).unwrap_or_default()
}

/// A pattern for the methods of `str`: one of `signs`. All of them are of one type.
pub(crate) fn any_of(signs: &'static str) -> impl Fn(char) -> bool + Copy {
    // bits for the low six bits of each, and for the next six: nearly all other characters are ruled out by them
    let (low, high) = signs
        .chars()
        .fold((0, 0), |(low, high): (u64, u64), sign| (low | bit(sign as u32), high | bit(sign as u32 >> 6)));
    move |c| low & bit(c as u32) != 0 && high & bit(c as u32 >> 6) != 0 && is_one_of(c, signs)
}

/// The bit for the low six bits of a number.
fn bit(number: u32) -> u64 {
    1 << (number & 63)
}

/// Whether `c` is one of `signs`. (`str::contains` sets up a searcher for each character that is not ASCII.)
#[inline(never)]
pub(crate) fn is_one_of(c: char, signs: &str) -> bool {
    let mut bytes = [0; 4];
    let sign = c.encode_utf8(&mut bytes).as_bytes();
    let Some((&last, _)) = sign.split_last() else { return false };
    let signs = signs.as_bytes();
    memchr::memchr_iter(last, signs).any(|at| signs.get(..=at).is_some_and(|read| read.ends_with(sign)))
}

/// Where a character of a class stands first in `text`.
#[inline(never)]
pub(crate) fn position(text: &str, class: fn(char) -> bool) -> Option<usize> {
    each_char(text).find(|&(_, c)| class(c)).map(|(at, _)| at)
}

/// Whether a character of a class stands in `text`.
pub(crate) fn has(text: &str, class: fn(char) -> bool) -> bool {
    position(text, class).is_some()
}

/// The number of at most so many digits that `text` begins with, and what follows it.
#[inline(never)]
pub(crate) fn number(text: &str, most: usize) -> Option<(u32, &str)> {
    let digits = text.bytes().take(most).take_while(u8::is_ascii_digit);
    let (number, len) = digits.fold((0, 0), |(number, len), digit| (number * 10 + u32::from(digit - b'0'), len + 1));
    (len > 0).then(|| (number, after(text, len)))
}

/// `text` without the characters of a class at its start.
#[inline(never)]
pub(crate) fn skip(text: &str, class: fn(char) -> bool) -> &str {
    trimmed_start(text, class)
}

/// `text` without the characters of a class at its end.
#[inline(never)]
pub(crate) fn skip_back(text: &str, class: fn(char) -> bool) -> &str {
    trimmed_end(text, class)
}

#[inline(always)]
fn trimmed_start(text: &str, class: impl Fn(char) -> bool) -> &str {
    let first = each_char(text).find(|&(_, c)| !class(c));
    after(text, first.map_or(text.len(), |(at, _)| at))
}

#[inline(always)]
fn trimmed_end(text: &str, class: impl Fn(char) -> bool) -> &str {
    let mut kept = text;
    while let Some(c) = decode_last(kept).filter(|&c| class(c)) {
        kept = before(kept, kept.len() - c.len_utf8());
    }
    kept
}

/// What `text` begins with, as far as `other` begins so too.
#[inline(never)]
pub(crate) fn common_start<'t>(text: &'t str, other: &str) -> &'t str {
    let same = text.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    prefix(text, same)
}

/// `text` without white space at its start.
#[inline(never)]
pub(crate) fn trim_start(text: &str) -> &str {
    trimmed_start(text, is_space)
}

/// `text` without white space at its end.
#[inline(never)]
pub(crate) fn trim_end(text: &str) -> &str {
    trimmed_end(text, is_space)
}

/// Whether white space stands in `text`.
#[inline(never)]
pub(crate) fn has_space(text: &str) -> bool {
    each_char(text).any(|(_, c)| is_space(c))
}

/// White space as Unicode has it, of which the last is U+3000.
#[inline]
pub(crate) fn is_space(c: char) -> bool {
    c <= '\u{3000}' && c.is_whitespace()
}

/// The characters in `text`, counted in its bytes: eight at once, which a compiler that builds for size does not do.
#[inline(never)]
pub(crate) fn chars(text: &str) -> usize {
    const EACH: u64 = u64::from_ne_bytes([1; 8]);
    // bytes that go on with a character are 10xxxxxx
    let going_on = |words: &[[u8; 8]]| {
        let marks = words.iter().map(|&word| u64::from_ne_bytes(word)).map(|word| word >> 7 & !(word >> 6) & EACH);
        (marks.sum::<u64>().wrapping_mul(EACH) >> 56) as usize
    };
    let (words, rest) = text.as_bytes().as_chunks();
    let rest = rest.iter().filter(|&&byte| byte as i8 >= -0x40).count();
    // the sum of 31 words of eight bytes fits into a byte
    words.len() * 8 - words.chunks(31).map(going_on).sum::<usize>() + rest
}

/// The columns of `text` on a screen: two for a wide character, that is one from U+0300 on.
pub(crate) fn columns(text: &str) -> usize {
    chars(text) + count(text, |byte| byte >= 0xcc)
}

/// How many bytes are so; a loop that becomes vector instructions where the compiler builds for speed.
pub(crate) fn count(text: &str, is: impl Fn(u8) -> bool) -> usize {
    // as many as a byte can count
    let sum = |part: &[u8]| part.iter().fold(0_u8, |sum, &byte| sum.wrapping_add(u8::from(is(byte))));
    text.as_bytes().chunks(224).map(|part| usize::from(sum(part))).sum()
}

#[cfg(test)]
mod tests {
    use super::chars;

    #[test]
    fn counts_characters() {
        for len in [0, 1, 2, 3, 7, 8, 81, 82, 83, 249, 500] {
            for word in ["中", "a", "é", "😀", "中a😀é"] {
                let text = word.repeat(len);
                assert_eq!(chars(&text), text.chars().count(), "{word} × {len}");
            }
        }
    }
}
