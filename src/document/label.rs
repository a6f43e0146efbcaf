//! Labels of notes: what stands before a colon or at the head of a table's column, such as 责任单位 or 完成时限.

use super::responsibility::Part;
use super::words::{ExactWords, end_of, exact_words};
use crate::lexer::chars::is_colon;
use crate::lexer::search::{after, before, first, is_one_of, last, position, suffix, trim_end};

/// What a label says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    Part(Part),
    Deadline,
}

/// What stands before 单位, 部门 and the like, and makes a label of it.
const PARTS: [(ExactWords, Part); 3] = [
    (exact_words!("牵头 牵头责任 主办 主责"), Part::Lead),
    (exact_words!("责任 主要责任 主体责任 具体责任 监管责任 整改责任 落实责任 负责 承办 实施 落实 整改"), Part::Owner),
    (exact_words!("配合 配合责任 协办 会办 协同 协作 协助 参与 参加"), Part::Partner),
];

/// What such a label ends in.
const UNITS: ExactWords = exact_words!("单位 部门 科室 股室 处室 机构 主体");

/// Labels of units that are not so made.
const OTHERS: [(ExactWords, Part); 3] = [
    (exact_words!("牵头 主办"), Part::Lead),
    (exact_words!("分工 责任分工"), Part::Owner),
    (exact_words!("配合 协办 会办"), Part::Partner),
];

/// What stands before 领导, and before 人.
const LEADERS: ExactWords = exact_words!("责任 分管 牵头 包抓 包联 包保 包案 督办 督导 整改责任 第一责任");
const PERSONS: ExactWords = exact_words!("责任 第一责任 直接责任 主要责任 具体责任 牵头责任 整改责任 牵头");

/// Whose unit or leader it is, before the label or within it: 市直牵头单位, 责任县领导, 市级领导.
const LEVELS: ExactWords = exact_words!(
    "省 市 县 区 镇 乡 校 院 局 省级 市级 县级 区级 镇级 乡级 校级 院级 省直 市直 县直 区直 省委 市委 县委 区委",
);

const DEADLINES: ExactWords = exact_words!(
    "完成时限 完成时间 完成期限 办理时限 办结时限 整改时限 整改期限 工作时限 时限要求 时间要求 时间节点 时限",
);

/// What is read as a label of a deadline behind another label: 责任单位：县水利局 时间：6月底.
const TIMES: ExactWords = exact_words!("时间 期限");

/// No label has more bytes.
const LONGEST: usize = "市级牵头责任单位（部门）和完成时间要求".len();

/// What the label `word` says, blanks aside; `None` where it is no label.
pub(super) fn label(word: &str) -> Option<Says> {
    let word = word.trim();
    let (start, says) = if word.len() <= LONGEST { label_before(word)? } else { return None };
    (start == 0).then_some(says)
}

/// Whether a label may end with `c`.
pub(super) fn may_end(c: char) -> bool {
    is_one_of(c, "位门室构体头合办工导人限间点求）)")
}

/// The label that `text` ends with, and where it begins.
pub(super) fn label_before(text: &str) -> Option<(usize, Says)> {
    let text = trim_end(text);
    if !may_end(last(text)) {
        return None;
    }
    let (start, says) = single(text)?;
    // 责任单位及责任人, 责任单位和完成时限 say what the first of them does
    let first = before(text, start);
    let joined = exact_words!("以及 及 和 与 、 / ／").end(first);
    joined.and_then(|len| single(before(first, first.len() - len))).or(Some((start, says)))
}

/// The same of a label of one thing.
fn single(text: &str) -> Option<(usize, Says)> {
    let text = without_note(text);
    if let Some(len) = DEADLINES.end(text) {
        return Some((text.len() - len, Says::Deadline));
    }
    let strip = |text: &str, words: ExactWords| words.end(text).map(|len| text.len() - len);
    // 市直|牵头单位
    let leveled = |start: usize| strip(before(text, start), LEVELS).unwrap_or(start);
    if let Some(stem) = strip(text, UNITS)
        && let Some((part, len)) = end_of(&PARTS, before(text, stem))
    {
        return Some((leveled(stem - len), Says::Part(part)));
    }
    if let Some((part, len)) = end_of(&OTHERS, text) {
        return Some((text.len() - len, Says::Part(part)));
    }
    let person = Says::Part(Part::Person);
    if let Some(stem) = text.strip_suffix("领导") {
        let within = strip(stem, LEVELS).unwrap_or(stem.len());
        return match strip(before(stem, within), LEADERS) {
            Some(start) => Some((leveled(start), person)),
            None => stem.ends_with('级').then_some((within, person)),
        };
    }
    Some((leveled(strip(text.strip_suffix('人')?, PERSONS)?), person))
}

/// A label without a note in brackets at its end: 责任单位（部门）.
fn without_note(text: &str) -> &str {
    if !matches!(last(text), '）' | ')') {
        return text;
    }
    let note = suffix(text, "（主要责任单位）".len());
    note.rfind(['（', '(']).map_or(text, |open| trim_end(before(text, text.len() - note.len() + open)))
}

/// The same behind another label, where a word of time alone is one, too.
pub(super) fn label_behind(text: &str) -> Option<(usize, Says)> {
    let text = trim_end(text);
    let time = || {
        let start = text.len() - TIMES.end(text)?;
        let apart = |c: char| c == '\0' || c.is_whitespace() || is_one_of(c, "。；;，,、");
        apart(last(before(text, start))).then_some((start, Says::Deadline))
    };
    label_before(text).or_else(time)
}

/// The label that `content` begins with, and the place of its colon, or of the word for it: 责任单位为县水利局.
pub(super) fn label_start(content: &str) -> Option<(Says, usize)> {
    let colon = position(content, |c| is_colon(c) || c == '为')?;
    let word = before(content, colon);
    let says = label(word)?;
    (is_colon(first(after(content, colon))) || word.len() >= "责任单位".len()).then_some((says, colon))
}

/// Where the next label begins in what stands after one.
pub(super) fn next_label(value: &str) -> Option<usize> {
    let mut from = 0;
    while let Some(colon) = position(after(value, from), is_colon).map(|at| from + at) {
        if let Some((start, _)) = label_behind(before(value, colon)) {
            return Some(start);
        }
        from = colon + first(after(value, colon)).len_utf8();
    }
    None
}
