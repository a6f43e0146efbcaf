//! Signs without sense that a forum strews over a text, so that copies show where they are from: `……同志们：* d1 Y- j4 v/ H+ p`.

use super::Cut;
use super::glued::boilerplate;
use super::line::is_ideograph;
use crate::lexer::search::{before, last};

/// The fewest strings of signs in a text that has them.
const STREWN: usize = 3;
/// The fewest groups of signs in one string, and the most signs in a group.
const GROUPS: usize = 4;
const LONGEST: usize = 3;

/// Adds the strings of signs in `text`.
pub(super) fn find(text: &str, cuts: &mut Vec<Cut>) {
    let mut found = Vec::new();
    let bytes = text.as_bytes();
    let mut end = 0;
    for blank in memchr::memchr_iter(b' ', bytes) {
        if blank < end {
            continue;
        }
        let is_sign = |b: &&u8| (b' '..=b'~').contains(*b);
        let start = blank - bytes[end..blank].iter().rev().take_while(is_sign).count();
        end = blank + bytes[blank..].iter().take_while(is_sign).count();
        // the colon of a salutation is the text's own
        let own =
            is_ideograph(last(before(text, start))) && matches!(bytes[start], b':' | b';' | b',' | b'.' | b'!' | b'?');
        let start = start + usize::from(own);
        if text.get(start..end).is_some_and(is_senseless) {
            found.push(boilerplate(start, end));
        }
    }
    if found.len() >= STREWN {
        cuts.append(&mut found);
    }
}

/// Whether `text` is made of groups of a sign or two, small and capital letters and digits mixed with others.
fn is_senseless(text: &str) -> bool {
    let has = |class: fn(&u8) -> bool| text.bytes().any(|b| class(&b));
    let groups = || text.split(' ').filter(|group| !group.is_empty());
    let mixed = |group: &&str| {
        group.bytes().any(|b| b.is_ascii_alphanumeric()) && group.bytes().any(|b| b.is_ascii_punctuation())
    };
    groups().count() >= GROUPS
        && groups().all(|group| group.len() <= LONGEST)
        && groups().filter(mixed).count() >= 2
        && has(u8::is_ascii_digit)
        && has(u8::is_ascii_uppercase)
        && has(u8::is_ascii_lowercase)
}
