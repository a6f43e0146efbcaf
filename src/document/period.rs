//! Stretches of time that a text looks back on: 15年来, 2003年以来.

use super::Excerpt;
use super::date::year_at;
use super::excerpt::Passage;
use super::words::{ExactWords, exact_words};
use crate::lexer::amount;

/// A stretch of time that a text looks back on.
///
/// | in the text | [`years`](Self::years) | [`since`](Self::since) |
/// |---|---|---|
/// | 15年来, 十多年来, 近20年来 | 15, 10, 20 | |
/// | 2003年以来, 自2003年起 | | 2003 |
/// | 党的十八大以来, “十三五”时期 | | |
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period<'d> {
    raw: Excerpt<'d>,
    years: Option<u32>,
    since: Option<u16>,
}

impl<'d> Period<'d> {
    /// The words of the text.
    pub fn raw(&self) -> &Excerpt<'d> {
        &self.raw
    }

    /// How many years it lasted, where the text counts them.
    pub fn years(&self) -> Option<u32> {
        self.years
    }

    /// The year in which it began, where the text names one.
    pub fn since(&self) -> Option<u16> {
        self.since
    }
}

/// Periods without a year, as all readers know them.
const NAMED: ExactWords =
    exact_words!("改革开放以来 新中国成立以来 党的十八大以来 党的十九大以来 党的二十大以来 近年来");

/// The first period of a text that counts or names its years, or else the first named one.
pub(super) fn find<'d>(passage: &Passage<'d>) -> Option<Period<'d>> {
    let text = passage.text();
    let mut skip_to = 0;
    for (at, c) in text.char_indices() {
        if at < skip_to || amount::digit(c).is_none() && c != '十' {
            continue;
        }
        let rest = text.get(at..)?;
        if let Some((year, len)) = year_at(rest) {
            skip_to = at + len;
            if let Some(tail) = exact_words!("以来 至今 起").begin(rest.get(len..)?) {
                let start = text.get(..at).filter(|b| b.ends_with('自')).map_or(at, |b| b.len() - "自".len());
                let raw = passage.excerpt(start..at + len + tail)?;
                return Some(Period { raw, years: None, since: Some(year) });
            }
        } else if let Some((years, len)) = amount::read_count(rest) {
            skip_to = at + len;
            let after = rest.get(len..).unwrap_or_default();
            if let Some(tail) = exact_words!("年来 多年来 余年来 几年来 年以来 多年以来 年间 年多来").begin(after)
            {
                let raw = passage.excerpt(at..at + len + tail)?;
                return Some(Period { raw, years: Some(years), since: None });
            }
        }
    }
    NAMED
        .first(text)
        .map(|(start, end)| start..end)
        .or_else(|| plan_period(text))
        .and_then(|r| passage.excerpt(r))
        .map(|raw| Period { raw, years: None, since: None })
}

/// A five-year plan: “十三五”时期, “十四五”以来.
fn plan_period(text: &str) -> Option<std::ops::Range<usize>> {
    let end = text.find("五”")? + "五”".len();
    let start = text.get(..end)?.rfind('“').filter(|s| end - s <= 18)?;
    Some(start..end + exact_words!("时期 期间 以来").begin(text.get(end..)?)?)
}
