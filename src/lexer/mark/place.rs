//! What stands around a candidate: where it stands, and whether its neighbours make it a reference.

use super::{Reading, read_nth};
use crate::MarkStyle;
use crate::lexer::chars::{ends_sentence, is_blank, is_closing, is_colon, is_comma, is_paren_close};
use crate::lexer::search::{any_of, begins_with_any, suffix};

/// Where a candidate stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// In the middle of a clause.
    Inside,
    /// After a comma.
    Clause,
    /// After the end of a sentence, a semicolon, a colon, or a wide blank.
    Sentence,
    /// First on its line.
    Line,
}

/// Where a mark stands that comes right after `before`.
pub(super) fn place_after(before: &str) -> Place {
    let near = before.trim_end_matches(is_blank);
    let mut chars = near.chars().rev();
    let Some(previous) = chars.next().filter(|&c| c != '\n') else { return Place::Line };
    if matches!(previous, '#' | '*' | '>') {
        // Markdown signs do not count, but behind a sentence they stand for the line that was lost
        let sign = before.trim_end_matches(|c: char| is_blank(c) || matches!(c, '#' | '*' | '>'));
        if before.len() - sign.len() < 12 {
            return if sign.ends_with(ends_sentence) { Place::Line } else { place_after(sign) };
        }
    }
    if ends_sentence(previous)
        || previous == '…'
        || is_colon(previous)
        || is_closing(previous) && chars.next().is_some_and(ends_sentence)
        || is_paren_close(previous) && ends_note(before)
        // paragraphs run together are often told apart by two wide blanks
        || before[near.len()..].chars().nth(1).is_some()
    {
        return Place::Sentence;
    }
    if is_comma(previous) { Place::Clause } else { Place::Inside }
}

/// Whether a text ends in a note in brackets behind a sentence: `……。（××部牵头）`.
fn ends_note(text: &str) -> bool {
    /// The longest note, in bytes.
    const NOTE: usize = 480;
    let near = suffix(text, NOTE);
    near.rfind(any_of("（(。")).is_some_and(|open| near[..open].ends_with('。'))
}

/// What stands right before the reference to an article: 《……条例》第八条, 依照第八条, 违反第八条.
const NAMING: &str = "》照据反见";
/// Words after 第八条 that make it a reference within a sentence.
const REFERRED: [&str; 13] = ["规定", "第", "的", "所", "至", "和", "或", "、", "，", "中", "以及", "与", "修改"];
/// Words after 第八条 that make it a reference even at the start of a line.
const REFERRED_ON_LINE: [&str; 6] = ["规定", "第", "的", "所", "至", "和"];
/// Words that only begin like those: an article on 中国, 所有 or 第三人.
const NOT_REFERRED: [&str; 13] =
    ["所有", "中国", "中华", "中央", "中小", "中等", "中介", "中外", "中心", "第一审", "第二审", "第三人", "第三方"];

fn is_referred(after: &str, words: &[&str]) -> bool {
    begins_with_any(after, words) && !begins_with_any(after, &NOT_REFERRED)
}

/// Whether what stands right before an article is the title of its chapter: 第二章一般规定|第十条.
pub(super) fn ends_in_chapter_title(before: &str) -> bool {
    let mut chars = before.char_indices().rev().take(30);
    let start = chars.find(|&(_, c)| ends_sentence(c) || c == '\n');
    let title = before.get(start.map_or(0, |(i, c)| i + c.len_utf8())..).unwrap_or_default();
    let title = title.trim_start_matches(|c: char| is_blank(c) || matches!(c, '#' | '*'));
    title.starts_with('第')
        && read_nth(title).is_some_and(|mark| matches!(mark.style, MarkStyle::Chapter | MarkStyle::Division))
}

/// Whether a mark's neighbours say that it is a reference or part of a word.
pub(super) fn refers(before: &str, after: &str, place: Place, reading: &Reading) -> bool {
    let next = after.chars().next();
    match reading.style {
        MarkStyle::Article if place == Place::Line => is_referred(after, &REFERRED_ON_LINE),
        MarkStyle::Volume | MarkStyle::Part | MarkStyle::Chapter | MarkStyle::Division | MarkStyle::Article => {
            place == Place::Inside && reading.ordinal > 1 && before.ends_with(any_of(NAMING))
                || is_referred(after, &REFERRED) && (place < Place::Sentence || place < Place::Line && !reading.firm)
        }
        MarkStyle::ParenHan | MarkStyle::ParenArabic => {
            place < Place::Line && (before.ends_with('第') || matches!(next, Some('项' | '款' | '、')))
        }
        MarkStyle::Arabic | MarkStyle::HalfParenArabic => next.is_some_and(is_paren_close),
        // 由1.1提高到1.2
        MarkStyle::Decimal => before.ends_with(any_of("由为到至达从约超近比了是于在增减降升")),
        // 其一、其二 only names them
        MarkStyle::OfThem if after.starts_with("、其") => true,
        MarkStyle::Is | MarkStyle::Must | MarkStyle::FirstNext | MarkStyle::OfThem | MarkStyle::Nth => {
            // after a word these are part of the sentence (这二是…), unless a title is glued to them
            place == Place::Inside && reading.ordinal != 1
        }
        _ => false,
    }
}
