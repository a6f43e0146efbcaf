//! Marks that a speaker counts with: 首先 其次 最后, 其一, and what 第一 counts: 第一个问题：.

use super::{LAST, Reading};
use crate::MarkStyle;
use crate::lexer::chars::{is_blank, is_colon, is_han};
use crate::lexer::decode::char_at;
use crate::lexer::numeral::read_han;
use crate::lexer::search::{ends_with_any, has_any, is_one_of, prefix};

/// The bytes of 个问题， 个方面， 件事， 步， or 点， behind 第一.
pub(super) fn question_len(text: &str) -> Option<usize> {
    const NOUNS: [&str; 9] = ["个问题", "个方面", "个层面", "个维度", "个故事", "件事", "句话", "点", "步"];
    let end =
        NOUNS.iter().find(|word| text.starts_with(**word)).map(|word| word.len()).or_else(|| counted_len(text))?;
    let sign = char_at(text, end)?;
    // the blank before the title may be lost
    if text.starts_with("个问题") && is_han(sign) && !is_one_of(sign, "是就的我你他在，主讲说要也都和与及上中大已")
    {
        return Some(end);
    }
    (matches!(sign, '，' | ',') || sign == '、' && !text.starts_with('步') || is_colon(sign) || is_blank(sign))
        .then_some(end + sign.len_utf8())
}

/// The bytes of what a speech counts, before a colon: 个体会：, 点启示：, not 个孩子：
fn counted_len(text: &str) -> Option<usize> {
    /// The longest, in characters.
    const LONGEST: usize = 5;
    const MATTERS: [&str; 12] =
        ["体会", "启示", "经验", "感受", "感悟", "做法", "建议", "教训", "变化", "特点", "关键", "原因"];
    let (end, sign) = text.char_indices().take(LONGEST + 1).find(|&(_, c)| !is_han(c))?;
    (is_colon(sign) && ends_with_any(&text[..end], &MATTERS)).then_some(end)
}

/// Whether 第二是, 第二要 may count, or 第一是 which a sentence with 第二是 follows; 第一 alone says more often what comes
/// first, and 第一是……，第二是…… only names.
pub(super) fn may_count(ordinal: u32, rest: &str) -> bool {
    const NEAR: usize = 600;
    let goes_on = || has_any(prefix(rest, NEAR), &["。第二是", "；第二是"]);
    (2..=9).contains(&ordinal) || ordinal == 1 && rest.starts_with("第一是") && goes_on()
}

/// 首先 其次 再次 最后 (also 第一是)
pub(super) fn read_first_next(rest: &str) -> Option<Reading> {
    let (word, ordinal) = [("首先", 1), ("其次", 2), ("再次", 3), ("最后", u32::from(LAST))]
        .into_iter()
        .find(|(w, _)| rest.starts_with(w))?;
    let next = char_at(rest, word.len())?;
    if matches!(next, '的' | '一' | '再' | '两' | '三' | '期' | '关') && ordinal != 2 {
        return None; // 最后的, 最后一
    }
    // 首先要……；其次要……
    let goes_on = || prefix(rest, 400).split('。').next().is_some_and(|said| has_any(said, &["其次要", "第二要"]));
    let firm = match next {
        '，' | ',' | '、' | '：' | ':' | '是' => true,
        '要' => matches!(ordinal, 2 | 3) || ordinal == 1 && goes_on(),
        _ => false,
    };
    Some(Reading { len: word.len(), style: MarkStyle::FirstNext, ordinal, misread: false, firm, decimal: None })
}

/// 其一， 其二，
pub(super) fn read_of_them(rest: &str) -> Option<Reading> {
    let inner = rest.strip_prefix('其')?;
    let numeral = read_han(inner).filter(|n| n.value <= 20)?;
    let next = char_at(inner, numeral.len)?;
    let firm = matches!(next, '，' | ',' | '、' | '：' | ':' | '是');
    (firm || is_han(next)).then_some(Reading {
        len: 3 + numeral.len,
        style: MarkStyle::OfThem,
        ordinal: numeral.value,
        misread: false,
        firm,
        decimal: None,
    })
}
