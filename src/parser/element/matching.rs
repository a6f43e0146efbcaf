//! Matching that sees through stray blanks, half-width punctuation and full-width digits.

pub(crate) use crate::lexer::chars::is_blank;
pub(crate) use crate::lexer::decode::{char_at, decode, each_char};
pub(crate) use crate::lexer::search::any_of;
pub(crate) use crate::lexer::words::{Words, eat, eat_back, fold, words};

/// The text from byte `at` on.
pub(crate) fn rest(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

/// The byte after the blanks at `at`, staying on the line.
#[inline]
pub(crate) fn skip_blanks(text: &str, at: usize) -> usize {
    skip(text, at, is_blank)
}

/// The byte after the blanks and line breaks at `at`.
#[inline]
pub(crate) fn skip_space(text: &str, at: usize) -> usize {
    skip(text, at, |c| is_blank(c) || c == '\n')
}

#[inline]
fn skip(text: &str, at: usize, class: fn(char) -> bool) -> usize {
    // an ideograph stands there mostly
    if matches!(text.as_bytes().get(at), Some(0xe4..=0xe9)) { at } else { skip_all(text, at, class) }
}

#[inline(never)]
fn skip_all(text: &str, mut at: usize, class: fn(char) -> bool) -> usize {
    while let Some(c) = decode(text, at).filter(|&c| class(c)) {
        at += c.len_utf8();
    }
    at
}

/// Past the line break and the line that is drawn below a head or above the foot: `────────`, `———★———`, a star alone.
pub(crate) fn skip_rule(text: &str, at: usize) -> usize {
    let rule = any_of("─━═—―－-_＿=＝*★☆");
    let next = skip_space(text, at);
    if !char_at(text, next).is_some_and(rule) {
        return next;
    }
    let line = bounded(text, next, line_end(text, next) - next);
    let signs = line.chars().filter(|&c| rule(c)).count();
    let drawn = signs > 3 || line.trim_end_matches(is_blank) == "★";
    if drawn && line.chars().all(|c| rule(c) || is_blank(c)) { skip_space(text, next + line.len()) } else { next }
}

/// The longest stretch, in bytes, that is looked through for a line's end: what is longer is no line of a form.
const LONGEST_LINE: usize = 4096;

/// Where the line that `at` stands on ends, before its break; a place inside it where it is very long.
pub(crate) fn line_end(text: &str, at: usize) -> usize {
    let stretch = bounded(text, at, LONGEST_LINE);
    memchr::memchr(b'\n', stretch.as_bytes()).map_or(at + stretch.len(), |n| at + n)
}

/// At most `bytes` of the text from `at` on.
pub(crate) fn bounded(text: &str, at: usize, bytes: usize) -> &str {
    text.get(at..text.floor_char_boundary(at.saturating_add(bytes))).unwrap_or_default()
}

/// `end` drawn back over blanks and line breaks, not before `start`.
pub(crate) fn trim_end(text: &str, start: usize, end: usize) -> usize {
    let kept = text.get(start..end).unwrap_or_default();
    start + kept.trim_end_matches(|c: char| is_blank(c) || c == '\n').len()
}

/// Whether `pattern` stands somewhere in a short text.
pub(crate) fn holds(text: &str, pattern: &str) -> bool {
    each_char(text).any(|(i, _)| eat(text, i, pattern).is_some())
}

/// The number of characters, blanks aside, at most [`WIDEST`]: a line may be the whole text.
pub(crate) fn width(text: &str) -> usize {
    let counts = |c| matches!(c, '\u{3001}'..='\u{fefe}') || !is_blank(c) && c != '\n';
    each_char(text).filter(|&(_, c)| counts(c)).take(WIDEST).count()
}

/// More than any line of a form has.
const WIDEST: usize = 128;
