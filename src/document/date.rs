//! Dates as official writing has them, also in Chinese characters and only in part.

use crate::lexer::amount;
use crate::lexer::decode::{char_at, each_char};
use crate::lexer::search::{after, any_of, before, is_one_of, is_space, skip};
use std::fmt;

/// A day, month or year, as a document names it: 二〇二三年六月五日, 2023年6月, 2023年.
///
/// Documents often name a month or a year alone, which the date types of calendar libraries
/// cannot hold; so this is a plain record of the parts that are there. Written out it is ISO 8601:
///
/// ```
/// use gongwen::CivilDate;
///
/// assert_eq!(CivilDate::read("二〇二三年六月五日").unwrap().to_string(), "2023-06-05");
/// assert_eq!(CivilDate::read("2025 年 12 月").unwrap().to_string(), "2025-12");
/// assert_eq!(CivilDate::read("2025年2月30日"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct CivilDate {
    year: u16,
    month: Option<u8>,
    day: Option<u8>,
}

impl CivilDate {
    /// A date of the parts given, or `None` where no calendar has it (a day without a month too).
    pub fn new(year: u16, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        let fits = match (month, day) {
            (None, Some(_)) => false,
            (Some(month), day) => {
                (1..=12).contains(&month) && day.is_none_or(|d| (1..=days_in(year, month)).contains(&d))
            }
            (None, None) => true,
        };
        (fits && (1..=9999).contains(&year)).then_some(Self { year, month, day })
    }

    /// The date that `text` begins with, brackets and dashes before it aside.
    pub fn read(text: &str) -> Option<Self> {
        let text = skip(text, |c| is_space(c) || is_one_of(c, "（(—－-〔["));
        date_at(text).map(|(date, _)| date)
    }

    /// The year.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, from 1, where the text names it.
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, from 1, where the text names it.
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// The date as its `Display` gives it.
    pub(crate) fn iso(self) -> String {
        let mut iso = digits(self.year.into(), 4);
        for part in [self.month, self.day].into_iter().flatten() {
            iso.push('-');
            iso += &digits(part.into(), 2);
        }
        iso
    }

    /// The last day of the stretch of time that it names: of 2025年2月 it is 2025-02-28.
    #[must_use]
    pub fn last_day(self) -> Self {
        let month = self.month.unwrap_or(12);
        let day = self.day.unwrap_or_else(|| days_in(self.year, month));
        Self { year: self.year, month: Some(month), day: Some(day) }
    }

    /// The day before the stretch of time that it names: of 2025年6月 it is 2025-05-31.
    #[must_use]
    pub(crate) fn day_before(self) -> Self {
        let month = self.month.unwrap_or(1);
        match (self.day.unwrap_or(1), month) {
            (1, 1) => Self { year: self.year.saturating_sub(1), month: Some(12), day: Some(31) },
            (1, _) => Self { year: self.year, month: Some(month - 1), day: None }.last_day(),
            (day, _) => Self { year: self.year, month: Some(month), day: Some(day - 1) },
        }
    }
}

/// ISO 8601, as far as the parts go: `2023-06-05`, `2023-06`, `2023`.
impl fmt::Display for CivilDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.iso())
    }
}

/// A number with zeros before it.
pub(super) fn digits(number: u32, width: usize) -> String {
    let digits = number.to_string();
    "0".repeat(width.saturating_sub(digits.len())) + &digits
}

fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

/// The date that `text` begins with and the bytes it takes: 2024年3月5日, 二〇二四年三月, 2024-03-05.
pub(super) fn date_at(text: &str) -> Option<(CivilDate, usize)> {
    let (year, at) = year_at(text)?;
    let month_at = at + blanks(text, at);
    let Some((month, end)) = small_number(text, month_at) else {
        return Some((CivilDate::new(year, None, None)?, at));
    };
    let Some(end) = unit(text, end, &['月', '-', '/', '.']) else {
        return Some((CivilDate::new(year, None, None)?, at));
    };
    let day_at = end + blanks(text, end);
    match small_number(text, day_at).and_then(|(day, at)| Some((day, day_end(text, at)?))) {
        Some((day, end)) => Some((CivilDate::new(year, Some(month), Some(day))?, end)),
        None => Some((CivilDate::new(year, Some(month), None)?, end)),
    }
}

/// The year at the start of `text`: four digits of any kind, then 年 (or a dash before a month).
pub(super) fn year_at(text: &str) -> Option<(u16, usize)> {
    let (mut year, mut count, mut at) = (0, 0, 0);
    for (_, c) in each_char(text).take(8) {
        match amount::digit(c) {
            Some(digit) if count < 4 => {
                year = year * 10 + digit;
                count += 1;
            }
            Some(_) => return None,
            None if c == ' ' => {}
            None => break,
        }
        at += c.len_utf8();
    }
    if count < 4 || !(1000..=2999).contains(&year) {
        return None;
    }
    Some((year as u16, unit(text, at, &['年', '-', '/', '.'])?))
}

fn day_end(text: &str, at: usize) -> Option<usize> {
    unit(text, at, &['日', '号']).or_else(|| {
        // 2024-03-05 has nothing after its day
        let before = text.get(..at)?;
        before.contains(any_of("-/.")).then_some(at)
    })
}

/// A number to 39, as months and days are written: 3, 12, 十二, 二十一.
pub(super) fn small_number(text: &str, at: usize) -> Option<(u8, usize)> {
    let rest = text.get(at..)?;
    // the 6 of 2025.6.30 is no 6.3
    let point =
        rest.find(|c: char| !c.is_ascii_digit()).filter(|&point| point > 0 && after(rest, point).starts_with('.'));
    let (number, len) = amount::read_count(before(rest, point.unwrap_or(rest.len())))?;
    Some((u8::try_from(number).ok().filter(|n| (1..=39).contains(n))?, at + len))
}

/// Where one of `units` ends at `at`, blanks before it aside.
fn unit(text: &str, at: usize, units: &[char]) -> Option<usize> {
    let at = at + blanks(text, at);
    let c = char_at(text, at)?;
    units.contains(&c).then(|| at + c.len_utf8())
}

fn blanks(text: &str, at: usize) -> usize {
    let rest = after(text, at);
    rest.len() - skip(rest, |c| c == ' ' || c == '\u{3000}').len()
}
