//! The head of a speech that a page keeps its title from: the day, the place or who speaks, above those who are spoken to.

use super::noun::NOUN;
use crate::ElementKind;
use crate::parser::element::date::date;
use crate::parser::element::{self, matching::*};

/// The parts of the form that such a text begins with at `at`:
/// `2018年11月22日在……会议上⏎市审计局局长　王××⏎主任、各位副主任：`.
pub(super) fn parts(text: &str, at: usize) -> Option<Vec<(ElementKind, usize, usize)>> {
    /// The longest of its lines, in characters.
    const LONGEST: usize = 60;
    let (mut from, mut parts) = (at, Vec::new());
    while !element::spoken_to(text, from) {
        let end = trim_end(text, from, line_end(text, from));
        let line = text.get(from..end).filter(|line| width(line) <= LONGEST)?;
        let has = |kind| parts.iter().any(|part: &(ElementKind, usize, usize)| part.0 == kind);
        let kind = if is_day(text, from, end) {
            ElementKind::Date
        } else if element::post_and_name(line)
            && (has(ElementKind::Date) || element::speaker(text, from, end))
            && !names_kind(text, from, end)
        {
            ElementKind::Author
        } else {
            return None;
        };
        if has(kind) {
            return None;
        }
        parts.push((kind, from, end));
        from = skip_space(text, end);
    }
    (!parts.is_empty()).then_some(parts)
}

/// Whether a line names a kind of document before a blank: `……会议上的发言　××镇镇长　王××`.
fn names_kind(text: &str, at: usize, end: usize) -> bool {
    let line = text.get(at..end).unwrap_or_default();
    line.char_indices().any(|(i, c)| is_blank(c) && NOUN.ends(text, at, at + i))
}

/// Whether a line tells only the day, or the day and the meeting.
fn is_day(text: &str, at: usize, end: usize) -> bool {
    let upon = |day: usize| {
        eat(text, skip_blanks(text, day), "在").is_some() && words!("会议上 大会上 会上").ends(text, at, end)
    };
    element::head_date(text, at) == Some(end)
        || date(text, at).is_some_and(|day| day.full && (day.end == end || upon(day.end)))
}
