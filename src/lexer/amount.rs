//! Amounts and counts in running text: `1,800亿`, `90.5`, `七`, `一千二百亿`.

use chinese_number::{ChineseCountMethod, ChineseToNumber};

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

/// The digit that a character stands for: `3`, `３`, `三`, `〇`.
pub(crate) fn digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => c.to_digit(10),
        '０'..='９' => Some(c as u32 - '０' as u32),
        '〇' | '○' | '零' => Some(0),
        '两' => Some(2),
        _ => "一二三四五六七八九".chars().position(|d| d == c).map(|n| n as u32 + 1),
    }
}

fn arabic(text: &str) -> Option<(f64, usize)> {
    let (mut number, mut scale, mut len) = (0.0, 0.0, 0);
    let mut chars = text.char_indices().take(REACH).peekable();
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
    let is_numeral = |c: &char| digit(*c).is_some() && ascii_digit(*c).is_none() || "十百千万亿".contains(*c);
    let len: usize = text.chars().take(REACH).take_while(is_numeral).map(char::len_utf8).sum();
    let numeral = text.get(..len).filter(|n| !n.is_empty())?;
    let number: u64 = numeral.to_number(ChineseCountMethod::TenThousand).ok()?;
    Some((number as f64, len))
}

/// 万 and 亿 after digits.
fn factor(text: &str) -> (f64, usize) {
    match text.chars().next() {
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
            ("2，3", 2.0, 1),
            ("3.2025年", 3.0, 1),
            ("3.", 3.0, 1),
        ] {
            assert_eq!(read(text), Some((number, len)), "{text}");
        }
        assert_eq!(read("几个"), None);
        assert_eq!(read(""), None);
        assert_eq!(read_count("0.5"), None);
    }
}
