//! Titles that stand over several pieces, each with the name of its author below its own title.

use super::title::{opens_section, title};
use crate::parser::element;
use crate::parser::element::matching::*;

/// Whether the line at `at` is the title over several pieces: a title with its author stands below
/// it, and another such pair further down.
pub(super) fn shared_title(text: &str, at: usize) -> bool {
    const SHARED: [&str; 6] = ["发言材料", "交流材料", "典型材料", "经验材料", "汇报材料", "讲话材料"];
    let end = line_end(text, at);
    if !ends_in(text, at, end, &SHARED) || width(element::window(text, at, 240)) > 40 {
        return false;
    }
    let mut from = skip_space(text, end);
    if !is_signed_title(text, from) {
        return false;
    }
    // an empty line stands before every piece
    while let Some(gap) = memchr::memmem::find(rest(text, from).as_bytes(), b"\n\n") {
        from = skip_space(text, from + gap);
        if is_signed_title(text, from) {
            return true;
        }
    }
    false
}

/// Whether a title stands on the line at `at`, with the name of its author on the next.
fn is_signed_title(text: &str, at: usize) -> bool {
    let line = line_end(text, at);
    let short = (4..=40).contains(&width(text.get(at..line).unwrap_or_default()));
    short && title(text, at).is_some_and(|t| t.end <= line) && signed_below(text, line)
}

/// Whether an organ, a place, or a person with their post is named on the line after the one that
/// ends at `end`.
pub(super) fn signed_below(text: &str, end: usize) -> bool {
    const PLACE: [&str; 8] = ["镇", "乡", "村", "社区", "县", "区", "市", "州"];
    let from = skip_space(text, end);
    let Some(end) = element::author(text, from).filter(|_| !opens_section(text, from)) else { return false };
    let name = text.get(from..end).unwrap_or_default();
    let width = width(name);
    width <= 24
        && (element::is_organ(text, from, end)
            || element::post_and_name(name)
            || width <= 12 && ends_in(text, from, end, &PLACE))
        && !ends_in(text, from, end, &["做法", "办法"])
}
