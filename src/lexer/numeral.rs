//! Chinese numerals, in all the ways that ordinals are written in.

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
