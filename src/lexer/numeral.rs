//! Chinese numerals, in all the ways that ordinals are written in.

use super::char_set::CharSet;

/// A numeral at the beginning of a text: its value and its length in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Numeral {
    pub value: u32,
    pub len: usize,
    /// Whether a letter had to be read as a digit: `2O`, `1l`.
    pub misread: bool,
}

/// More characters than any ordinal to 9999 has.
const LONGEST: usize = 9;

/// Reads a Chinese numeral: 十一, 一十一, 廿三, 一百二十, 二〇二三, with the kana ニ for 二. `None` where there is none.
pub(crate) fn read_han(text: &str) -> Option<Numeral> {
    let (mut total, mut digit, mut places, mut units, mut len, mut misread) =
        (0u32, None::<u32>, 0u32, false, 0, false);
    for (i, c) in text.chars().enumerate() {
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '廿' | '卅' => {
                if places > 0 {
                    return None;
                }
                total += if c == '廿' { 20 } else { 30 };
                units = true;
                len += c.len_utf8();
                continue;
            }
            _ => match han_digit(c) {
                Some(value) => {
                    // digits side by side give the places: 二〇二三
                    digit = Some(if digit.is_some() && !units { digit.unwrap_or(0) * 10 + value } else { value });
                    places += 1;
                    misread |= c == 'ニ';
                    len += c.len_utf8();
                    if i >= LONGEST {
                        return None;
                    }
                    continue;
                }
                None => break,
            },
        };
        if i >= LONGEST {
            return None;
        }
        // digits side by side may be many: 九九九九九九九九千
        total = total.saturating_add(digit.unwrap_or(1).max(u32::from(unit == 10)).saturating_mul(unit));
        (digit, units) = (None, true);
        len += c.len_utf8();
    }
    let value = total.saturating_add(digit.unwrap_or(0));
    (len > 0 && (1..=9999).contains(&value)).then_some(Numeral { value, len, misread })
}

/// Reads digits, half or full width; `O`, `o`, `l`, `I` and `|` after a digit are read as 0 and 1.
pub(crate) fn read_arabic(text: &str) -> Option<Numeral> {
    let (mut value, mut len, mut misread) = (0u32, 0, false);
    for (i, c) in text.chars().enumerate() {
        let digit = match c {
            '0'..='9' => c as u32 - '0' as u32,
            '０'..='９' => c as u32 - '０' as u32,
            'O' | 'o' if i > 0 => {
                misread = true;
                0
            }
            'l' | 'I' | '|' if i > 0 => {
                misread = true;
                1
            }
            _ => break,
        };
        if i >= 4 {
            return None;
        }
        value = value * 10 + digit;
        len += c.len_utf8();
    }
    (len > 0).then_some(Numeral { value, len, misread })
}

/// The value of one Chinese digit.
pub(crate) fn han_digit(c: char) -> Option<u32> {
    Some(match c {
        '〇' | '零' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '贰' | '两' | 'ニ' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// What Chinese numerals are written with.
static NUMERALS: CharSet = CharSet::new("〇零○一壹二ニ贰两三叁四肆五伍六陆七柒八捌九玖十百千廿卅", &[]);

/// Whether a character can be part of a Chinese numeral.
pub(crate) fn is_han_numeral(c: char) -> bool {
    NUMERALS.contains(c)
}

/// A number to 9999 in Chinese characters, as ordinals are written: 十二, 一百二十.
pub(crate) fn write_han(number: u32) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let mut text = String::new();
    let (mut rest, mut gap) = (number % 10_000, false);
    for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = rest / unit;
        rest %= unit;
        if digit == 0 {
            gap = gap || !text.is_empty();
            continue;
        }
        if gap {
            text.push_str(DIGITS[0]);
            gap = false;
        }
        if !(unit == 10 && digit == 1 && text.is_empty()) {
            text.push_str(DIGITS[digit as usize]);
        }
        text.push_str(name);
    }
    if text.is_empty() { DIGITS[0].into() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_common_writing() {
        for (text, value) in [
            ("一", 1),
            ("十", 10),
            ("十一", 11),
            ("一十一", 11),
            ("二十", 20),
            ("廿三", 23),
            ("卅", 30),
            ("一百二十", 120),
            ("一百零五", 105),
            ("九千九百九十九", 9999),
            ("二〇二三", 2023),
            ("一二三", 123),
        ] {
            assert_eq!(read_han(text), Some(Numeral { value, len: text.len(), misread: false }), "{text}");
        }
        assert_eq!(read_han("甲"), None);
        assert_eq!(read_han("零"), None);
        assert_eq!(read_han("九九九九九九九九千"), None);
    }

    #[test]
    fn writes_what_it_reads() {
        for value in 1..=9999 {
            assert_eq!(read_han(&write_han(value)).map(|n| n.value), Some(value), "{}", write_han(value));
        }
    }

    #[test]
    fn reads_misread_digits() {
        assert_eq!(read_arabic("1O."), Some(Numeral { value: 10, len: 2, misread: true }));
        assert_eq!(read_arabic("２３、"), Some(Numeral { value: 23, len: 6, misread: false }));
        assert_eq!(read_arabic("20235"), None);
        assert_eq!(read_arabic("O1"), None);
    }
}
