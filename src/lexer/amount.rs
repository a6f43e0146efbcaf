//! Amounts and counts in running text: `1,800亿`, `90.5`, `七`, `一千二百亿`.

use super::char_set::CharSet;
use super::decode::{char_at, each_char};
use super::search::number;

/// The longest run of numeral characters that is read: nobody writes longer ones.
const REACH: usize = 16;

/// The number that `text` begins with, and the bytes it takes; `None` where there is none.
pub(crate) fn read(text: &str) -> Option<(f64, usize)> {
    let (number, len) = arabic(text).or_else(|| han(text))?;
    let (factor, unit) = factor(text.get(len..).unwrap_or_default());
    Some((number * factor, len + unit))
}

/// A whole number, as counts are written: `7`, `七`, `十二`.
pub(crate) fn read_count(text: &str) -> Option<(u32, usize)> {
    let (number, len) = read(text)?;
    (number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number)).then_some((number as u32, len))
}

/// What amounts begin with: [`digit`]s and 十.
pub(crate) static FIRST: CharSet = CharSet::new("〇○零两一二三四五六七八九十", &[('0', '9'), ('０', '９')]);

/// The digit that a character stands for: `3`, `３`, `三`, `〇`.
pub(crate) fn digit(c: char) -> Option<u32> {
    Some(match c {
        '0'..='9' => c as u32 - '0' as u32,
        '０'..='９' => c as u32 - '０' as u32,
        '〇' | '○' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn arabic(text: &str) -> Option<(f64, usize)> {
    // most are a few plain digits, with neither a point nor groups nor full-width digits (whose first byte is 0xef)
    if let Some((plain, rest)) = number(text, 9)
        && !matches!(rest.as_bytes().first(), Some(b'0'..=b'9' | b',' | b'.' | 0xef))
    {
        return Some((plain.into(), text.len() - rest.len()));
    }
    let (mut number, mut scale, mut len) = (0.0, 0.0, 0);
    let mut chars = each_char(text).take(REACH).peekable();
    while let Some((at, c)) = chars.next() {
        let next_is_digit = chars.peek().is_some_and(|&(_, c)| ascii_digit(c).is_some());
        if let Some(digit) = ascii_digit(c) {
            if scale > 0.0 {
                number += f64::from(digit) * scale;
                scale /= 10.0;
            } else {
                number = number * 10.0 + f64::from(digit);
            }
            len = at + c.len_utf8();
        } else if c == '.' && len > 0 && scale == 0.0 && next_is_digit && !is_year(text, at + 1) {
            scale = 0.1;
        } else if !(matches!(c, ',' | '，') && len > 0 && scale == 0.0 && three_digits(text, at + c.len_utf8())) {
            break;
        }
    }
    (len > 0).then_some((rounded(number), len))
}

/// Sums of tenths are not exact; ten places are more than any document writes.
fn rounded(number: f64) -> f64 {
    if number.fract() == 0.0 { number } else { (number * 1e10).round() / 1e10 }
}

/// Whether a group of exactly three digits follows, as after the comma of `1,800`.
fn three_digits(text: &str, at: usize) -> bool {
    let rest = text.get(at..).unwrap_or_default();
    rest.chars().take(4).take_while(|&c| ascii_digit(c).is_some()).count() == 3
}

/// Whether a year follows: 3.2025年 is the third item, not a number.
fn is_year(text: &str, at: usize) -> bool {
    let mut chars = text.get(at..).unwrap_or_default().chars();
    chars.by_ref().take(4).all(|c| ascii_digit(c).is_some()) && chars.next() == Some('年')
}

fn ascii_digit(c: char) -> Option<u32> {
    matches!(c, '0'..='9' | '０'..='９').then(|| digit(c)).flatten()
}

/// A numeral in Chinese characters, with its units up to 亿.
fn han(text: &str) -> Option<(f64, usize)> {
    let is_numeral =
        |c: &char| digit(*c).is_some() && ascii_digit(*c).is_none() || matches!(c, '十' | '百' | '千' | '万' | '亿');
    let numerals = each_char(text).take(REACH).take_while(|(_, c)| is_numeral(c));
    let len = numerals.last().map(|(at, c)| at + c.len_utf8())?;
    Some((value(text.get(..len)?)? as f64, len))
}

/// What a numeral counts: 一千二百, 三百五, 一亿零五百万. `None` where it is only digits (二〇二四) or no numeral.
fn value(numeral: &str) -> Option<u64> {
    // what is counted up to the last 万 or 亿, and what after it
    let (mut sum, mut group) = (0, 0);
    let (mut digit_before, mut last_unit, mut last_myriad, mut gap) = (None, u64::MAX, u64::MAX, false);
    for c in numeral.chars() {
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '万' => 10_000,
            '亿' => 100_000_000,
            _ if digit_before.is_some() => return None,
            _ => {
                match digit(c)? {
                    0 => gap = true,
                    digit => digit_before = Some(u64::from(digit)),
                }
                continue;
            }
        };
        if unit >= 10_000 {
            let counted = group + digit_before.take().unwrap_or(0);
            sum = match unit < last_myriad {
                true if counted > 0 => counted.checked_mul(unit)?.checked_add(sum)?,
                // 万亿
                false if unit > last_myriad => (sum + counted).checked_mul(unit)?,
                _ => return None,
            };
            (group, last_myriad) = (0, unit);
        } else if last_unit <= unit {
            return None;
        } else {
            // 十二 is one ten and two
            group += digit_before.take().or((unit == 10).then_some(1))? * unit;
        }
        last_unit = if unit >= 10_000 { u64::MAX } else { unit };
        gap = false;
    }
    // 三百五 is 350, 三百零五 is 305
    let above = if last_unit == u64::MAX { last_myriad } else { last_unit };
    let scale = if gap || above < 100 || above == u64::MAX { 1 } else { above / 10 };
    Some(sum + group + digit_before.unwrap_or(0) * scale)
}

/// 万 and 亿 after digits.
fn factor(text: &str) -> (f64, usize) {
    match char_at(text, 0) {
        Some('万') if text.chars().nth(1) == Some('亿') => (1e12, 6),
        Some('万') => (1e4, 3),
        Some('亿') => (1e8, 3),
        _ => (1.0, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_amounts() {
        for (text, number, len) in [
            ("1,800亿元", 1800e8, "1,800亿".len()),
            ("90.5%", 90.5, 4),
            ("七方面", 7.0, 3),
            ("一千二百亿元", 1200e8, "一千二百亿".len()),
            ("十二条", 12.0, 6),
            ("３个", 3.0, 3),
            ("1.5万户", 15000.0, 6),
            ("三百五", 350.0, 9),
            ("三百零五", 305.0, 12),
            ("两千五百万亩", 25e6, "两千五百万".len()),
            ("一亿二千万", 1.2e8, 15),
            ("一万亿", 1e12, 9),
            ("一亿十万", 100_100_000.0, 12),
            ("十", 10.0, 3),
            ("2，3", 2.0, 1),
            ("3.2025年", 3.0, 1),
            ("3.", 3.0, 1),
        ] {
            assert_eq!(read(text), Some((number, len)), "{text}");
        }
        for no_amount in ["几个", "二〇二四年", "百", "十百", "一十百千"] {
            assert_eq!(read(no_amount), None, "{no_amount}");
        }
        assert_eq!(read(""), None);
        assert_eq!(read("一亿一万亿一万亿一万亿"), None);
        assert_eq!(read_count("0.5"), None);
    }
}
