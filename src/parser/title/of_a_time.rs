//! Titles of reports that are known by their words: a time, and what is told of it.

use crate::lexer::chars::is_year_as_read;
use crate::lexer::search::{after, chars};
use crate::lexer::words::{Words, words};

/// What such titles are named for: “十四五”时期工作回顾, 2026年重点工作.
static NAMES: &Words =
    words!("工作回顾 发展回顾 主要工作 重点工作 工作安排 工作打算 主要目标任务 目标任务 主要目标 发展目标 总体要求");

/// The length of the title of this form that `text` begins with.
pub(in crate::parser) fn of_a_time(text: &str) -> Option<usize> {
    match time_len(text) {
        0 => None,
        time => NAMES.at(text, time),
    }
}

/// The length of the time that a text begins with: “十四五”时期, 2025年, 过去五年和2025年.
fn time_len(text: &str) -> usize {
    // 今年 and 去年 begin sentences rather
    const SPOKEN: [&str; 4] = ["过去五年", "过去一年", "今后五年", "未来五年"];
    let plan = |text: &str| {
        let (name, behind) = text.strip_prefix('“')?.split_once("五”")?;
        let named = name.starts_with('十') && chars(name) == 2 && behind.starts_with("时期");
        named.then(|| text.len() - behind.len() + "时期".len())
    };
    let year = |text: &str| {
        text.get(..4).filter(|y| is_year_as_read(y) && text[4..].starts_with('年')).map(|_| "2025年".len())
    };
    let spoken = |text: &str| SPOKEN.iter().find(|time| text.starts_with(**time)).map(|time| time.len());
    let one = |text: &str| plan(text).or_else(|| year(text)).or_else(|| spoken(text)).unwrap_or_default();
    let mut len = one(text);
    if len > 0
        && let Some(other) = after(text, len).strip_prefix('和').map(one).filter(|&other| other > 0)
    {
        len += "和".len() + other;
    }
    len + if len > 0 && after(text, len).starts_with('的') { "的".len() } else { 0 }
}
