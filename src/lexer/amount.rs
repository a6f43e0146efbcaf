//! Amounts and counts in running text: `1,800亿`, `90.5`, `七`, `一千二百亿`.

use super::char_set::CharSet;
use super::search::{after, prefix};

/// The longest number that is read, in bytes: nobody writes longer ones.
const REACH: usize = 48;

/// The number that `text` begins with, and the bytes it takes; `None` where there is none.
pub(crate) fn read(text: &str) -> Option<(f64, usize)> {
    let near = prefix(text, REACH);
    let (number, len) = arabic(near).or_else(|| han(near))?;
    let units = [("万亿", 1e12), ("万", 1e4), ("亿", 1e8)];
    let unit = units.into_iter().find(|unit| after(text, len).starts_with(unit.0));
    let (unit, factor) = unit.unwrap_or(("", 1.0));
    Some((number * factor, len + unit.len()))
}

/// A whole number, as counts are written: `7`, `七`, `十二`.
pub(crate) fn read_count(text: &str) -> Option<(u32, usize)> {
    let (number, len) = read(text)?;
    (number.fract() == 0.0).then_some((number as u32, len))
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

/// 7, 1,800, 90.5.
fn arabic(text: &str) -> Option<(f64, usize)> {
    let (mut number, _, mut rest) = digits(text)?;
    let digits_behind = |sign: &str, rest| digits(str::strip_prefix(rest, sign)?);
    while let Some((group, 3, behind)) = digits_behind(",", rest).or_else(|| digits_behind("，", rest)) {
        (number, rest) = (number * 1000.0 + group, behind);
    }
    if let Some((part, places, behind)) = digits_behind(".", rest) {
        let scale = 10_f64.powi(places);
        (number, rest) = ((number * scale + part) / scale, behind);
    }
    Some((number, text.len() - rest.len()))
}

/// The number that the digits at the beginning of `text` make, how many they are, and what follows them.
fn digits(text: &str) -> Option<(f64, i32, &str)> {
    let digits = text.char_indices().map_while(|(at, c)| {
        let digit = digit(c).filter(|_| matches!(c, '0'..='9' | '０'..='９'))?;
        Some((digit, at + c.len_utf8()))
    });
    let (number, count, len) =
        digits.fold((0.0, 0, 0), |(number, count, _), (digit, len)| (number * 10.0 + f64::from(digit), count + 1, len));
    (count > 0).then(|| (number, count, after(text, len)))
}

/// A numeral in Chinese characters, with its units up to 亿.
fn han(text: &str) -> Option<(f64, usize)> {
    let is_numeral = |c: &char| digit(*c).is_some() || matches!(c, '十' | '百' | '千' | '万' | '亿');
    let len: usize = text.chars().take_while(is_numeral).map(char::len_utf8).sum();
    let numeral = text.get(..len).filter(|n| !n.is_empty())?;
    Some((value(numeral)?, len))
}

/// What a numeral counts: 一千二百, 一亿零五百万. `None` where it is only digits (二〇二四) or no numeral.
fn value(numeral: &str) -> Option<f64> {
    // what is counted up to the last 万 or 亿, and what after it
    let (mut sum, mut group, mut digit_before) = (0.0, 0.0, None);
    for c in numeral.chars() {
        let unit = match c {
            '十' => 10.0,
            '百' => 100.0,
            '千' => 1000.0,
            '万' => 1e4,
            '亿' => 1e8,
            _ if digit_before.is_some() => return None,
            _ => {
                digit_before = digit(c).filter(|digit| *digit > 0).map(f64::from);
                continue;
            }
        };
        if unit < 1e4 {
            // 十二 is one ten and two
            group += digit_before.take().or((unit == 10.0).then_some(1.0))? * unit;
            continue;
        }
        group += digit_before.take().unwrap_or(0.0);
        // 一亿二千万, but 一万亿
        sum = if unit < sum { sum + group * unit } else { (sum + group) * unit };
        group = 0.0;
    }
    Some(sum + group + digit_before.unwrap_or(0.0))
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
            ("三百零五", 305.0, 12),
            ("两千五百万亩", 25e6, "两千五百万".len()),
            ("一亿二千万", 1.2e8, 15),
            ("一万亿", 1e12, 9),
            ("一亿十万", 100_100_000.0, 12),
            ("十", 10.0, 3),
            ("2，3", 2.0, 1),
            ("3.", 3.0, 1),
        ] {
            assert_eq!(read(text), Some((number, len)), "{text}");
        }
        for no_amount in ["几个", "二〇二四年", "百", "十百", "一十百千"] {
            assert_eq!(read(no_amount), None, "{no_amount}");
        }
        assert_eq!(read(""), None);
        assert_eq!(read_count("0.5"), None);
    }
}
