//! Numerals that only a blank sets off from their titles: 一　履职情况

use super::{Candidate, Place};
use crate::MarkStyle;
use crate::lexer::breaks::Breaks;
use crate::lexer::chars::is_blank;
use crate::lexer::numeral::{is_han_numeral, read_han};
use crate::lexer::search::{any_of, chars, first};

/// The most characters of such a title.
const LONGEST: usize = 24;

/// Adds the numerals to `found` that count on from line to line of `text`, two at the least; a row of a table is none.
pub(crate) fn add(text: &str, breaks: Breaks<'_>, found: &mut Vec<Candidate>) {
    let before = found.len();
    let mut next = 1;
    for (start, end) in breaks.lines(text.len()) {
        let Some(line) = text.get(start..end).map(|line| line.trim_start_matches(is_blank)) else { continue };
        if !is_han_numeral(first(line)) {
            continue;
        }
        let Some(numeral) = read_han(line).filter(|n| n.value == next || n.value == 1) else { continue };
        let Some(title) = line.get(numeral.len..).filter(|t| t.starts_with(is_blank)).map(|t| t.trim_matches(is_blank))
        else {
            continue;
        };
        if (3..=LONGEST).contains(&chars(title)) && !title.contains(any_of("。；：:\u{3000}\t")) {
            let start = (end - line.len()) as u32;
            next = numeral.value + 1;
            found.push(Candidate {
                start,
                end: start + numeral.len as u32,
                style: MarkStyle::Han,
                ordinal: numeral.value as u16,
                place: Place::Line,
                misread: false,
                firm: true,
                depth: 0,
                lead: 0,
            });
        }
    }
    if found.len() < before + 2 {
        found.truncate(before);
        return;
    }
    // both are in order
    let added = found.split_off(before);
    let known = std::mem::replace(found, Vec::with_capacity(before + added.len()));
    let mut known = known.into_iter().peekable();
    for candidate in added {
        while let Some(first) = known.next_if(|first| first.start < candidate.start) {
            found.push(first);
        }
        found.push(candidate);
    }
    found.extend(known);
}
