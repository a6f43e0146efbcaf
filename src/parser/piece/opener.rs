//! How the text begins that is glued to a title: 为……, 近年来……, 2024年，…….

use super::noun::NOUN;
use crate::lexer::chars::is_han;
use crate::lexer::search::is_one_of;
use crate::parser::element::{self, matching::*};
use crate::word_list::word_list;

/// What texts begin with.
pub(super) static OPENER: &Words = words!(word_list!("opener.txt"));

/// Whether a text opens with its year: `2024年，……`, `2024年全县……`, not 2024年版.
pub(super) fn year_opens(text: &str, at: usize) -> bool {
    let behind = rest(text, at).trim_start_matches(|c: char| c.is_ascii_digit());
    let year = text.len() - behind.len();
    let next = eat(text, year, "年").filter(|_| year == at + 4).and_then(|next| char_at(text, next));
    next.is_some_and(|c| matches!(c, '，' | ',') || is_han(c) && !is_one_of(c, "版度第级"))
        && rest(text, at).starts_with("20")
}

/// Whether the first sentence, glued to a title, takes up a name of it: `学习青石县经验材料|青石县用三年……`, or the organ that
/// it begins with: `县人民政府关于……的决定|县人民政府决定……`.
pub(super) fn takes_up(text: &str, at: usize, here: usize) -> bool {
    let Some(title) = text.get(at..here).filter(|t| !t.ends_with('\n') && width(t) >= 8) else { return false };
    let about = title.find("关于").map(|end| at + end).filter(|&end| end > at && element::is_organ(text, at, end));
    if about.is_some_and(|end| rest(text, here).starts_with(&text[at..end])) {
        return true;
    }
    let len: usize =
        rest(text, here).chars().take(3).filter(|&c| crate::lexer::chars::is_letter(c)).map(char::len_utf8).sum();
    let name = text.get(here..here + len).unwrap_or_default();
    name.chars().count() == 3 && name.ends_with(any_of("省市县区州镇乡村局校院厂")) && title.contains(name)
}

/// Whether a line goes on to the title's own noun: 关于2023年防汛工作方案|落实情况的报告.
pub(super) fn goes_on(text: &str, here: usize) -> bool {
    let end = trim_end(text, here, line_end(text, here));
    let line = text.get(here..end).unwrap_or_default();
    width(line) <= 20 && !line.contains(any_of("。，；：")) && NOUN.ends(text, here, end)
}
