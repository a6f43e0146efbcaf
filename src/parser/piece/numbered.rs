//! Pieces that a collection's title counts, with numbers before their titles: `发言材料（3篇）` above `1.T`, `2.T` and `3.T`.

use super::mark::number_or_sign;
use crate::lexer::decode::last_char;
use crate::lexer::numeral::{is_han_numeral, read_arabic, read_han};
use crate::parser::element::matching::*;

/// A line that may be the title of a piece, with its number.
struct Line {
    at: usize,
    /// Where its mark ends.
    mark: usize,
    number: u32,
}

/// Where the pieces begin, and their marks end, if as many titles as `collection` counts stand below it with a number on a
/// line of their own, from `at` on.
pub(super) fn titles(text: &str, at: usize, collection: &str) -> Vec<(usize, usize)> {
    /// What the headings of one document end in, of which there may be just as many.
    static HEADING: &Words = words!(
        "思想 目标 目的 要求 措施 情况 做法 问题 打算 意义 原则 任务 步骤 内容 建议 安排 保障 成效 原因 方向 思路 重点 \
         时间 地点 对象 范围 经验 启示 不足"
    );
    let Some(count) = counted(collection) else { return Vec::new() };
    let Some(written) = numbered(text, at).map(|(_, written, _)| written) else { return Vec::new() };
    let (mut lines, mut from) = (Vec::new(), at);
    while from < text.len() {
        let end = memchr::memchr(b'\n', rest(text, from).as_bytes()).map_or(text.len(), |n| from + n);
        if let Some((number, _, mark)) = numbered(text, from).filter(|n| n.1 == written)
            && is_title(bounded(text, mark, end - mark))
        {
            lines.push(Line { at: from, mark, number });
        }
        from = super::skip_markdown(text, skip_space(text, end));
    }
    let all = |lines: &[Line]| lines.len() == count && lines.iter().zip(1..).all(|(line, nth)| line.number == nth);
    // each piece may number its own parts from one in the same way: 一、T with 一、 and 二、 below it
    if !all(&lines) {
        let begins: Vec<_> = lines.iter().skip(1).map(|line| line.number == 1).collect();
        let mut begins = begins.into_iter();
        lines.retain(|_| begins.next() == Some(true));
    }
    let heading = |line: &Line| HEADING.ends(text, line.mark, trim_end(text, line.mark, line_end(text, line.mark)));
    if !all(&lines) || lines.iter().any(heading) {
        return Vec::new();
    }
    lines.iter().map(|line| (line.at, line.mark)).collect()
}

/// Where the mark of the title at `at` ends, if it is one of `titles`.
pub(super) fn mark(titles: &[(usize, usize)], at: usize) -> Option<usize> {
    let found = titles.binary_search_by_key(&at, |title| title.0).ok();
    titles.get(found?).map(|title| title.1)
}

/// How many pieces a title announces: `（3篇）`, 三则.
fn counted(title: &str) -> Option<usize> {
    let (end, _) = title.char_indices().rfind(|&(_, c)| matches!(c, '篇' | '则'))?;
    let before = title.get(..end)?.trim_end_matches(is_blank);
    let number = before.trim_end_matches(|c: char| c.is_ascii_digit() || is_han_numeral(c));
    let digits = before.get(number.len()..)?;
    let read = read_han(digits).or_else(|| read_arabic(digits))?;
    (read.value > 1 && last_char(number) != Some('第')).then_some(read.value as usize)
}

/// The number at the start of a line, how it is written, and where its mark ends.
fn numbered(text: &str, at: usize) -> Option<(u32, [char; 2], usize)> {
    let mark = number_or_sign(text, at)?;
    let from = eat(text, at, "（").unwrap_or(at);
    let digits = rest(text, from);
    let number = read_han(digits).or_else(|| read_arabic(digits))?;
    let kind = char_at(text, from).filter(|&c| is_han_numeral(c)).map_or('1', |_| '一');
    let decimal = char_at(text, mark).is_some_and(|c| c.is_ascii_digit());
    let sign = text.get(at..mark).and_then(last_char).map_or('、', fold);
    (!decimal).then_some((number.value, [kind, sign], mark))
}

/// Whether what stands behind a number is no sentence.
fn is_title(line: &str) -> bool {
    let line = line.trim_end_matches(is_blank);
    (4..=60).contains(&width(line)) && !line.contains(any_of("。；")) && !line.ends_with(any_of("：:，,？！"))
}
