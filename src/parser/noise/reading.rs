//! Readings that a conversion to traditional characters put behind those that have several: `發(fā)展`.

use super::Cut;
use super::glued::boilerplate;
use super::line::is_ideograph;
use crate::lexer::search::{after, before, last, position, prefix, skip};

/// Adds the readings in `text`, if there are so many that nobody wrote them.
pub(super) fn find(text: &str, cuts: &mut Vec<Cut>) {
    const FEWEST: usize = 3;
    let readings = || memchr::memchr_iter(b'(', text.as_bytes()).filter_map(|open| Some((open, end(text, open)?)));
    if readings().filter(|&(open, end)| !text[open..end].is_ascii()).take(FEWEST).count() == FEWEST {
        cuts.extend(readings().map(|(open, end)| boilerplate(open, end)));
    }
}

/// Where the reading in brackets ends that opens at `open`.
fn end(text: &str, open: usize) -> Option<usize> {
    /// The most bytes of a reading: `zhuāng`.
    const LONGEST: usize = 8;
    let inner = prefix(after(text, open + 1), LONGEST);
    let close = position(inner, |c| c == ')').filter(|&close| close > 0)?;
    let letters = skip(before(inner, close), |c| c.is_ascii_lowercase() || matches!(c, '\u{e0}'..='\u{1dc}'));
    (letters.is_empty() && is_ideograph(last(before(text, open)))).then_some(open + 1 + close + 1)
}
