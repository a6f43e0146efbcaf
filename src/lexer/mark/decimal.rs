//! Dotted numbers: 1.1 1.1.1

use super::{Candidate, Place, Reading};
use crate::MarkStyle;
use crate::lexer::chars::{is_blank, is_han};
use crate::lexer::decode::char_at;
use crate::lexer::numeral::read_arabic;
use crate::lexer::search::{begins_with_any, first};

/// 1.1 1.1.1; the ordinal is the last number.
pub(super) fn read_decimal(rest: &str) -> Option<Reading> {
    let (mut at, mut depth, mut lead) = (0, 0u32, 0);
    let last = loop {
        let numeral = read_arabic(&rest[at..])?;
        if numeral.value == 0 || numeral.value > 99 || rest[at..].starts_with('0') || numeral.misread {
            return None;
        }
        at += numeral.len;
        depth += 1;
        match char_at(rest, at) {
            Some(d @ ('.' | '．'))
                if depth < 5 && rest[at + d.len_utf8()..].starts_with(|c: char| c.is_ascii_digit()) =>
            {
                at += d.len_utf8();
                lead = numeral.value;
            }
            _ => break numeral.value,
        }
    };
    let next = char_at(rest, at)?;
    // 1.5万, 2.3%, 3.2亿元: a quantity has a unit right behind it; a mark has a blank or a word, and 3.1.1 is none
    let word = is_han(next) && (depth > 2 || !is_unit(&rest[at..])) || matches!(next, 'Ⅰ'..='Ⅻ' | '“' | '《');
    let mark = is_blank(next) || word || matches!(next, '、' | '．' | '.');
    if !mark || depth < 2 {
        return None;
    }
    at += if is_blank(next) || word { 0 } else { next.len_utf8() };
    Some(Reading {
        len: at,
        style: MarkStyle::Decimal,
        ordinal: last,
        misread: false,
        firm: true,
        decimal: Some((depth as u8, lead)),
    })
}

/// Whether a text opens with a number that is no fraction, for what it counts: a year, or at the beginning of a sentence
/// somebody's age or a month.
pub(super) fn opens_with_whole(text: &str, place: impl Fn() -> Place) -> bool {
    const WHOLE: [&str; 8] = ["周岁", "岁以", "月底", "月初", "月上旬", "月中旬", "月下旬", "月份"];
    let behind = text.trim_start_matches(|c: char| c.is_ascii_alphanumeric());
    match text.len() - behind.len() {
        4 => matches!(first(text), '1' | '2') && behind.starts_with('年'),
        1..=3 => opens_with_day(text) || begins_with_any(behind, &WHOLE) && place() >= Place::Sentence,
        _ => false,
    }
}

/// Whether a text opens with a day, a time or a year: 10月1日至10月7日, 7:20前, 2024年底前.
pub(super) fn opens_with_day(text: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, behind) = text.split_at(digits(text));
    match behind.strip_prefix('月') {
        Some(day) => number.len() <= 2 && matches!(digits(day), 1 | 2) && day[digits(day)..].starts_with(['日', '号']),
        None if number.len() == 4 => behind.starts_with('年'),
        None => {
            let minutes = behind.strip_prefix([':', '：']).map_or(0, digits);
            matches!(number.len(), 1 | 2) && minutes == 2
        }
    }
}

/// A bare number (1 准备) is a mark only above its parts (1.1 …), as the next after one that is, or on a line of its
/// own right before the first that is.
pub(super) fn keep_parents(found: &mut Vec<Candidate>) {
    let mut part = None;
    let mut keep = vec![true; found.len()];
    for (candidate, keep) in found.iter().zip(&mut keep).rev() {
        match candidate.depth {
            1 => {
                *keep = part == Some(candidate.ordinal);
                part = None;
            }
            2 => part = Some(candidate.lead),
            _ => {}
        }
    }
    let mut last = None;
    for (candidate, keep) in found.iter().zip(&mut keep).filter(|(candidate, _)| candidate.depth == 1) {
        *keep |= last.is_some_and(|last: u16| candidate.ordinal == last + 1);
        if *keep {
            last = Some(candidate.ordinal);
        }
    }
    if let Some(first) = keep.iter().zip(found.iter()).position(|(&kept, c)| kept && c.depth == 1) {
        let mut ordinal = found[first].ordinal;
        for (candidate, keep) in found[..first].iter().zip(&mut keep).rev() {
            if candidate.depth == 1 && candidate.place == Place::Line && candidate.ordinal + 1 == ordinal {
                (*keep, ordinal) = (true, candidate.ordinal);
            }
        }
    }
    let mut kept = keep.iter();
    found.retain(|_| kept.next().copied().unwrap_or(true));
}

/// Whether a quantity's unit, or what else goes with a number, begins a text.
fn is_unit(text: &str) -> bool {
    const UNITS: [&str; 29] = [
        "万", "亿", "千", "百", "元", "角", "个", "倍", "吨", "米", "亩", "月", "日", "版", "级", "厘", "毫", "折",
        "秒", "公里", "公斤", "公顷", "平方", "立方", "小时", "分钟", "美元", "左右", "以",
    ];
    UNITS.iter().any(|unit| text.starts_with(unit)) || text.starts_with('年') && !text.starts_with("年度")
}
