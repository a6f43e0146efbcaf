//! Dates and document numbers, also with misread digits.

use super::matching::{any_of, bounded, char_at, eat, is_blank, rest, skip_blanks, width, words};
use crate::lexer::chars::{is_han, is_word, is_year};
use crate::lexer::decode::each_char;
use crate::lexer::search::{before, is_one_of};

/// A date in the text: `2018年12月13日`, `二〇〇四年三月`, `XXXX年XX月XX日`, `2024年 月 日`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Date {
    pub end: usize,
    /// Whether the day is named too.
    pub full: bool,
}

/// A digit as dates are written in, misread and masked ones too.
pub(crate) fn is_digit(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '〇' | '○' | '零')
        || matches!(c, 'o' | 'O' | 'l' | 'I' | 'X' | 'x' | 'Ｘ' | '×' | '*' | '＊')
}

/// The digits at `at`, at most `max`: how many, and where they end.
fn digits(text: &str, at: usize, max: usize) -> (usize, usize) {
    let (mut count, mut end) = (0, at);
    for (i, c) in each_char(rest(text, at)) {
        if is_digit(c) && count < max {
            count += 1;
            end = at + i + c.len_utf8();
        } else if !is_blank(c) || count == 0 || i > 24 {
            break;
        }
    }
    (count, end)
}

/// The date at `at`: at least a year and a month.
pub(crate) fn date(text: &str, at: usize) -> Option<Date> {
    if !char_at(text, at).is_some_and(is_digit) {
        return None;
    }
    let (count, year) = digits(text, at, 4);
    if !(count == 4 || count <= 2 && text.get(at..year).is_some_and(|y| y.contains(any_of("Xx×*")))) {
        return None;
    }
    let year = eat(text, skip_blanks(text, year), "年")?;
    let month_at = skip_blanks(text, year);
    let (count, month) = digits(text, month_at, 2);
    if count == 0 {
        // 2024年 月 日: to be filled in
        let blank = |at: usize, sign| eat(text, skip_blanks(text, at), sign).filter(|_| skip_blanks(text, at) > at);
        let end = blank(year, "月").and_then(|month| blank(month, "日"))?;
        return Some(Date { end, full: true });
    }
    let end = eat(text, skip_blanks(text, month), "月")?;
    let day_at = skip_blanks(text, end);
    let (count, day) = digits(text, day_at, 3);
    match eat(text, skip_blanks(text, day), "日") {
        Some(end) if count > 0 => Some(Date { end, full: true }),
        // 2024年6月　日: the day to be filled in
        Some(open) if day_at > end && !char_at(text, open).is_some_and(is_word) => Some(Date { end: open, full: true }),
        _ => Some(Date { end, full: false }),
    }
}

/// Where a day without a year ends: `5月7日`.
pub(crate) fn month_day(text: &str, at: usize) -> Option<usize> {
    let (count, month) = digits(text, at, 2);
    let (days, day) = digits(text, skip_blanks(text, eat(text, skip_blanks(text, month), "月")?), 3);
    eat(text, skip_blanks(text, day), "日").filter(|_| count > 0 && days > 0)
}

/// Where a day in figures alone ends: `2024.6.18`, `2024-06-18`, `2024/6/18`.
pub(crate) fn figures(text: &str, at: usize) -> Option<usize> {
    text.get(at..at + 4).filter(|year| is_year(year))?;
    let mut end = at + 4;
    let sign = char_at(text, end).filter(|&c| is_one_of(c, ".．-－/／"))?;
    for _ in 0..2 {
        let number = eat(text, end, sign.encode_utf8(&mut [0; 4]))?;
        let digits = bounded(text, number, 3).bytes().take_while(u8::is_ascii_digit).count();
        end = Some(number + digits).filter(|_| (1..=2).contains(&digits))?;
    }
    Some(end).filter(|_| char_at(text, end) != Some(sign))
}

/// Where a court's number of a case ends: `（2025）江0922民初1387号` at `at`.
pub(crate) fn case_number(text: &str, at: usize) -> Option<usize> {
    /// The most characters of the court, the kind of the case, and its number.
    const CODE: usize = 24;
    let (count, year) = digits(text, skip_blanks(text, eat(text, at, "（")?), 4);
    let code = eat(text, skip_blanks(text, year), "）").filter(|_| count == 4)?;
    let told = before(bounded(text, code, 3 * CODE), bounded(text, code, 3 * CODE).find('号')?);
    let plain = told.chars().all(|c| is_word(c) || is_blank(c));
    let numbered = told.starts_with(is_han) && told.ends_with(is_digit) && width(told) >= 3;
    let end = code + told.len() + '号'.len_utf8();
    (plain && numbered).then(|| words!("之一 之二 之三").at(text, end).unwrap_or(end))
}

/// Where the year bracket and number of a document number end: `〔2018〕41号` at `at`.
pub(crate) fn number_tail(text: &str, at: usize) -> Option<usize> {
    let open = char_at(text, at)?;
    if !matches!(open, '〔' | '[' | '［' | '【' | '（' | '(' | '﹝' | '〈') {
        return None;
    }
    let (count, end) = digits(text, skip_blanks(text, at + open.len_utf8()), 4);
    let end = skip_blanks(text, end);
    let close = char_at(text, end)?;
    // slips of the writer: 〔24〕5号, 〔2024〕号
    let certain = open == '〔';
    let year = count;
    if count > 0 && count != 4 && !(certain && count == 2)
        || !matches!(close, '〕' | ']' | '］' | '】' | '）' | ')' | '﹞' | '〉')
    {
        return None;
    }
    let end = skip_blanks(text, end + close.len_utf8());
    let end = skip_blanks(text, eat(text, end, "第").unwrap_or(end));
    let (count, mut end) = digits(text, end, 5);
    // 12-1号
    if let Some(part) = eat(text, end, "-") {
        end = digits(text, part, 2).1;
    }
    eat(text, skip_blanks(text, end), "号").filter(|_| count > 0 || certain && year == 4)
}

/// Where an order's number ends: `第682号` at `at`.
pub(crate) fn order_number(text: &str, at: usize) -> Option<usize> {
    let at = skip_blanks(text, eat(text, at, "第")?);
    let (count, end) = digits(text, at, 5);
    eat(text, skip_blanks(text, end), "号").filter(|_| count > 0)
}
