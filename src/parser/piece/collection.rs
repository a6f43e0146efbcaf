//! Titles that stand over several pieces, each with the name of its author below its own title.

use super::place::is_major;
use super::title::{opens_section, title};
use crate::lexer::chars::is_word;
use crate::parser::element;
use crate::parser::element::matching::*;

/// Whether the line at `at` is the title over several pieces: a title with its author stands below
/// it, and another such pair further down.
pub(super) fn shared_title(text: &str, at: usize) -> bool {
    static SHARED: &Words = words!("发言材料 交流材料 典型材料 经验材料 汇报材料 讲话材料");
    let end = line_end(text, at);
    if !SHARED.ends(text, at, end) || width(element::window(text, at, 240)) > 40 {
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
    static PLACE: &Words = words!("镇 乡 村 社区 县 区 市 州");
    let from = skip_space(text, end);
    let Some(end) = element::author(text, from).filter(|_| !opens_section(text, from)) else { return false };
    let name = text.get(from..end).unwrap_or_default();
    let width = width(name);
    width <= 24
        && (element::is_organ(text, from, end)
            || element::post_and_name(name)
            || width <= 12 && PLACE.ends(text, from, end))
        && !words!("做法 办法").ends(text, from, end)
}

/// The longest title that is glued to a speech, in bytes.
pub(super) const WINDOW: usize = 150;

/// What the first sentence of a speech begins with.
static BEGINS: &Words = words!(
    "近年来 近期 近几年 今年以来 去年以来 今年 去年 一年来 两年来 三年来 五年来 多年来 几年来 当前 目前 \
     按照会议 根据会议 按会议 按照大会 按照安排 \
     我是 我叫 我们 我在 我从 我来自 各位 尊敬的 大家好 同志们 \
     党的 习近平 通过学习 听了 作为 刚才 自20 20 为深入 围绕"
);

/// Whether a title is glued to the speech that begins with it, shown by numbering that begins anew:
/// since `from` it came to 二、, and after the title the next to come is 一、.
pub(super) fn restarts(text: &str, from: usize, at: usize) -> bool {
    let mut count = 0;
    let mut end = None;
    for (i, c) in element::window(text, at, 120).char_indices() {
        let here = at + i;
        if count >= 5 && BEGINS.at(text, here).is_some() {
            end = Some(here);
            break;
        }
        if count > 30 || matches!(fold(c), '。' | '；' | '：' | '！' | '？' | '（') {
            return false;
        }
        count += usize::from(!is_blank(c));
    }
    end.is_some_and(|end| numbered_anew(text, from, at, end))
}

/// Whether a title is glued to its author, an organ and a masked name, at `at`: `……写在大地上|县农业局李×`.
pub(super) fn signed_title(text: &str, at: usize) -> bool {
    static LEVEL: &Words = words!("省 市 县 区 州 旗 镇 乡 XX ×× 某 中共");
    let mut chars = 0;
    let mut organ = None;
    for (i, c) in element::window(text, at, WINDOW).char_indices() {
        let here = at + i;
        if chars >= 4 && organ.is_none() && LEVEL.at(text, here).is_some() {
            organ = Some(here);
        }
        if matches!(c, '×' | '某') && organ.is_some_and(|organ| here > organ + 12) {
            // the surname stands before the mask, the organ before it
            let name = text.get(at..here).and_then(|t| t.char_indices().next_back()).map_or(here, |(n, _)| at + n);
            return organ.is_some_and(|organ| element::is_organ(text, organ, name));
        }
        if chars > 40 || !(is_word(c) || matches!(c, '“' | '”' | '×') || is_blank(c)) {
            return false;
        }
        chars += usize::from(!is_blank(c));
    }
    false
}

/// How far numbering is looked for, in bytes.
pub(super) const REACH: usize = 9000;

/// Whether numbering that came to 二、 since `from` begins anew after `end`.
pub(super) fn numbered_anew(text: &str, from: usize, at: usize, end: usize) -> bool {
    let counted = text.get(from.max(at.saturating_sub(REACH))..at).or_else(|| text.get(from..at)).unwrap_or_default();
    let major = |stretch: &str| -> Option<char> {
        stretch.match_indices('、').find_map(|(i, _)| {
            let mut before = stretch.get(..i)?.chars().rev();
            let numeral = before.next().filter(|&c| is_major(c))?;
            before.next().is_none_or(|c| element::is_stop(c) || c.is_ascii_punctuation()).then_some(numeral)
        })
    };
    counted.contains("二、") && major(bounded(text, end, REACH)) == Some('一')
}
