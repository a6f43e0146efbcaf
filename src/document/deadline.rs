//! By when a task is to be done: 2025年底前, 6月底前, 每季度, 长期坚持.

use super::date::{date_at, small_number, year_at};
use super::excerpt::Passage;
use super::words::{ExactWords, begin_of, exact_words};
use super::{CivilDate, Excerpt};
use crate::lexer::amount;
use crate::lexer::char_set::CharSet;
use crate::lexer::decode::{char_at, decode};
use crate::lexer::search::{first, is_one_of, last};
use crate::named::named;
use std::iter::successors;
use std::ops::Range;

/// By when a task is to be done.
///
/// The words are read literally: 6月底前 is by the last day of June, 6月前 by the last day of May.
/// A year that the words leave out is the document's (title, date or number), where it is known.
///
/// | in the text | [`due`](Self::due) |
/// |---|---|
/// | 2025年底前, 2025年内 | by 2025-12-31 |
/// | 2025年6月底前 | by 2025-06-30 |
/// | 6月底前, in a document of 2025 | by 2025-06-30 |
/// | 今年三季度前 | the same, by the quarter's last day |
/// | 每季度 | every quarter |
/// | 长期坚持, 持续推进 | ongoing |
/// | 30个工作日内 | within 30 工作日 |
/// | 2025年6月至9月, in a note or the title of a stage | by 2025-09-30 |
/// | 2025年11月至次年3月, there too | by 2026-03-31 |
/// | 立行立改, 春节前, after 完成时限： or in such a column | other |
///
/// ```
/// use gongwen::{Due, Interval};
///
/// let document = gongwen::parse("2025年书屋工作要点
/// 一、重点任务
/// 1.清点图书。（责任单位：县文化局；完成时限：6月底前）
/// 2.开展巡查。（责任单位：县文化局；完成时限：每季度）");
/// let piece = document.pieces().next().unwrap();
/// let deadlines: Vec<_> = piece.tasks().filter_map(|t| t.deadline()).collect();
/// assert_eq!(deadlines[0].raw().text(), "6月底前");
/// assert_eq!(deadlines[0].date().unwrap().to_string(), "2025-06-30");
/// assert_eq!(deadlines[1].due(), Due::Every(Interval::Quarter));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline<'d> {
    raw: Excerpt<'d>,
    due: Due,
}

impl<'d> Deadline<'d> {
    /// The words of the text.
    pub fn raw(&self) -> &Excerpt<'d> {
        &self.raw
    }

    /// What they mean.
    pub fn due(&self) -> Due {
        self.due
    }

    /// The last day; `None` where the task comes again and again, has no end, or the year is not known.
    pub fn date(&self) -> Option<CivilDate> {
        match self.due {
            Due::By(date) => Some(date),
            _ => None,
        }
    }
}

/// What a deadline means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Due {
    /// By a day: 2025年底前.
    By(CivilDate),
    /// By a day of a year that is not known: `12-31` of 年底前.
    ByDay {
        /// The month, from 1.
        month: u8,
        /// The day of the month, from 1.
        day: u8,
    },
    /// Again and again: 每季度.
    Every(Interval),
    /// For so many days: 30个工作日内.
    Within {
        /// How many.
        count: u32,
        /// Of what.
        unit: Interval,
    },
    /// Without an end: 长期坚持.
    Ongoing,
    /// Where a deadline is asked for and no such words stand: 立行立改, 春节前.
    Other,
}

named! {
    /// A unit of time.
    #[non_exhaustive]
    pub enum Interval {
        /// 日, 天
        Day = "day",
        /// 工作日
        Workday = "workday",
        /// 周
        Week = "week",
        /// 月
        Month = "month",
        /// 季度
        Quarter = "quarter",
        /// 半年
        HalfYear = "half_year",
        /// 年
        Year = "year",
    }
}

/// Where a deadline is looked for: what may be one there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// After 完成时限： or in such a cell: whatever stands there.
    Labelled,
    /// In a note: 2025年6月, 长期 and 每季度 alone say enough.
    Note,
    /// In running text, where 每季度 must be followed by what is done, and 2025年 says little.
    Prose,
}

/// The first deadline within `range`; `year` is the document's.
pub(super) fn find<'d>(
    passage: &Passage<'d>,
    range: Range<usize>,
    place: Place,
    year: Option<u16>,
) -> Option<Deadline<'d>> {
    let text = passage.text().get(range.clone())?;
    let mut weak = None;
    let mut year = year;
    let mut skip_to = 0;
    while let Some(at) = opening(text, skip_to) {
        skip_to = at + first_len(text, at);
        let rest = text.get(at..)?;
        let found = |due, len: usize| {
            let raw = passage.excerpt(range.start + at..range.start + at + len)?;
            Some(Deadline { raw, due })
        };
        if let Some((due, len)) = standing(rest, place) {
            return found(due, len);
        }
        // 近年内, 三年内
        let counted = || text.get(..at).is_some_and(|b| b.trim_end().ends_with(is_counting));
        if rest.starts_with("年内") && counted() {
            continue;
        }
        if let Some((due, len, firm)) = by_date(rest, year) {
            let range = || range_end(rest, due, len, year);
            if place != Place::Prose {
                let (due, len) = range().unwrap_or((due, len));
                return found(due, len);
            }
            if firm {
                return found(due, len);
            }
            // the time of a stage stands in its title: 摸底阶段（2025年1月至3月）
            let bracketed = text.get(..at).is_some_and(|b| matches!(last(b), '（' | '(') && !b.contains(['。', '\n']));
            if let Some((due, len)) = range().filter(|_| bracketed) {
                return found(due, len);
            }
            // 动员部署（2025年3月）
            let month = || rest.get(..len).is_some_and(|time| time.contains('月') || time.contains("季度"));
            if bracketed && matches!(first(rest.get(len..)?), '）' | ')') && month() {
                return found(due, len);
            }
            // 到2025年， names the time of a target; it stands in only where nothing else does
            if text.get(..at).is_some_and(|b| b.ends_with('到')) && weak.is_none() {
                weak = found(due, len);
            }
            skip_to = at + len;
        }
        // a year named before is the year of 6月底前 after it
        if let Some((named, len)) = year_at(rest) {
            year = Some(named);
            skip_to = skip_to.max(at + len);
        } else if let Some((_, len)) = amount::read(rest) {
            skip_to = skip_to.max(at + len);
        }
    }
    let other = || {
        let words = passage.excerpt(range).filter(|raw| raw.text().contains(crate::lexer::chars::is_han));
        words.filter(|raw| raw.text() != "无").map(|raw| Deadline { raw, due: Due::Other })
    };
    weak.or_else(|| if place == Place::Labelled { other() } else { None })
}

/// The end of 2025年6月至9月, whose beginning means `from` and takes `len` bytes, and where it ends.
fn range_end(rest: &str, from: Due, len: usize, year: Option<u16>) -> Option<(Due, usize)> {
    let after = rest.get(len..)?;
    let to = exact_words!("至 到 — —— – - － ~ ～").begin(after)?;
    let end = after.get(to..)?;
    let year = year_at(rest).map(|named| named.0).or(year);
    let (mut due, end_len, _) = by_date(end, year)?;
    // 12月26日—1月10日 ends in the next year
    if let (Due::By(first), Due::By(last), None) = (from, due, year_at(end))
        && last < first
    {
        due = by_date(end, year.map(|year| year + 1))?.0;
    }
    Some((due, len + to + end_len))
}

/// Whether `words` hold what may be a deadline: no unit's name then.
pub(super) fn mentions(words: &str) -> bool {
    let mut rests = openings(words).filter_map(|at| words.get(at..));
    rests.any(|rest| standing(rest, Place::Note).is_some() || by_date(rest, None).is_some())
}

/// Whether `words` say by when something is to be done: 11月30日前, 每月通报.
pub(super) fn is_set(words: &str) -> bool {
    let mut rests = openings(words).filter_map(|at| words.get(at..));
    rests.any(|rest| standing(rest, Place::Prose).is_some() || by_date(rest, None).is_some_and(|date| date.2))
}

/// Whether `words` say nothing else: 2025年6月底前完成.
pub(super) fn is_all(words: &str) -> bool {
    let rest = by_date(words, None).and_then(|(_, len, firm)| words.get(len..).filter(|_| firm));
    begins(words) && rest.is_some_and(|rest| matches!(rest, "" | "完成" | "全部完成" | "办结" | "到位" | "落实到位"))
}

/// Whether `words` begin with a day or the like.
pub(super) fn begins(words: &str) -> bool {
    opening(words, 0) == Some(0) && by_date(words, None).is_some()
}

fn is_counting(c: char) -> bool {
    amount::digit(c).is_some() || is_one_of(c, "十百近多数几")
}

fn first_len(text: &str, at: usize) -> usize {
    decode(text, at).map_or(1, char::len_utf8)
}

/// Where a deadline or date may begin.
pub(super) fn openings(text: &str) -> impl Iterator<Item = usize> {
    successors(opening(text, 0), |&at| opening(text, at + first_len(text, at)))
}

/// The first place at or after `from` where a deadline or date may begin: its first two characters say so.
fn opening(text: &str, from: usize) -> Option<usize> {
    static FIRST: CharSet =
        CharSet::new("〇○零两一二三四五六七八九十年今当明本次翌每长持常适上下第“", &[('0', '9'), ('０', '９')]);
    static SECOND: CharSet = CharSet::new(
        "〇○零两一二三四五六七八九十百千万亿.,， \t\n\u{a0}\u{3000}年季月周日天度半底内初中个工期续态时",
        &[('0', '9'), ('０', '９')],
    );
    let mut at = FIRST.find(text, from)?;
    while !decode(text, at + first_len(text, at)).is_some_and(|c| SECOND.contains(c)) {
        at = FIRST.find(text, at + first_len(text, at))?;
    }
    Some(at)
}

/// Deadlines without a date: 长期坚持, 每季度, 30日内.
fn standing(rest: &str, place: Place) -> Option<(Due, usize)> {
    const ONGOING: ExactWords = exact_words!(
        "长期坚持 长期推进 长期实施 长期任务 长期 持续推进 持续实施 持续坚持 常态化推进 常态化实施 常态化 适时"
    );
    const EVERY: [(ExactWords, Interval); 6] = [
        (exact_words!("每半年"), Interval::HalfYear),
        (exact_words!("每季度 每季"), Interval::Quarter),
        (exact_words!("每个月 每月"), Interval::Month),
        (exact_words!("每周"), Interval::Week),
        (exact_words!("每年度 每年 年度"), Interval::Year),
        (exact_words!("每天 每日"), Interval::Day),
    ];
    const SPANS: [(ExactWords, Interval); 5] = [
        (exact_words!("个工作日内 工作日内"), Interval::Workday),
        (exact_words!("个月内"), Interval::Month),
        (exact_words!("日内 天内"), Interval::Day),
        (exact_words!("周内"), Interval::Week),
        (exact_words!("年内"), Interval::Year),
    ];
    const REPEATED: ExactWords = exact_words!("一次 1次 至少 通报 报告 调度 报送 检查 评估 开展");
    let in_note = place != Place::Prose;
    match char_at(rest, 0)? {
        '长' | '持' | '常' | '适' => {
            let len = ONGOING.begin(rest)?;
            // in running text only as the sentence's last word
            let last = char_at(rest, len).is_none_or(|c| is_one_of(c, "。；;）)\n"));
            (in_note || last).then_some((Due::Ongoing, len))
        }
        first @ ('每' | '年') => {
            let (interval, len) = begin_of(&EVERY, rest)?;
            let clause_end =
                rest.char_indices().find(|&(i, c)| is_one_of(c, "，,。；;\n") || i > 90).map_or(rest.len(), |e| e.0);
            let repeated = || first == '每' && REPEATED.stand_in(rest.get(..clause_end).unwrap_or_default());
            (in_note || repeated())
                .then(|| (Due::Every(interval), len + day_of_each(rest.get(len..).unwrap_or_default())))
        }
        _ => {
            // 2025年内 is a date
            let (count, len) = amount::read_count(rest).filter(|number| number.0 < 1000)?;
            let (unit, unit_len) = begin_of(&SPANS, rest.get(len..)?)?;
            // 两年内不得再次申报 is no deadline
            let bars = exact_words!("不 未 累计 有").begin(rest.get(len + unit_len..)?).is_some();
            (in_note || !bars).then_some((Due::Within { count, unit }, len + unit_len))
        }
    }
}

/// The bytes of 25日前 after 每月, 12月底前 after 每年.
fn day_of_each(after: &str) -> usize {
    let number = small_number(after, 0).map_or(0, |n| n.1);
    let rest = after.get(number..).unwrap_or_default();
    let unit =
        if number > 0 { exact_words!("日 号 月 月底 月末") } else { exact_words!("底 末 年底 年末") }.begin(rest);
    unit.map_or(0, |unit| tail(after, number + unit).unwrap_or(number + unit))
}

/// A date and what makes it a deadline (底前, 前, 内); whether these words are there.
fn by_date(rest: &str, year: Option<u16>) -> Option<(Due, usize, bool)> {
    if let Some((end_year, len)) = plan_end(rest) {
        let date = CivilDate::new(end_year, Some(12), Some(31))?;
        let before = tail(rest, len).unwrap_or(len);
        return Some((Due::By(date), before, true));
    }
    // 2025.6.30, 2025/6/30
    if let Some((date, len)) = date_at(rest)
        .filter(|(date, len)| date.day().is_some() && rest.get(..*len).is_some_and(|day| day.contains(['.', '/', '-'])))
    {
        let end = tail(rest, len);
        return Some((Due::By(date), end.unwrap_or(len), end.is_some()));
    }
    let (named, at) = match (year_at(rest), relative_year(rest)) {
        (Some((year, len)), _) => (Some(year), len),
        (None, Some((offset, len))) => (year.map(|y| y + offset), len),
        (None, None) => (year, 0),
    };
    let after = rest.get(at..)?;
    // 年底前 alone says the year by itself
    let (month, day, len) = if let Some((month, day, len)) = part_of_year(after) {
        (month, day, len)
    } else if let (true, Some(len)) = (at == 0, exact_words!("年底 年内").begin(after)) {
        (12, Some(31), len)
    } else if let Some((month, len)) = small_number(after, 0).and_then(|(m, l)| {
        after.get(l..)?.trim_start().starts_with('月').then(|| (m, after.find('月').map_or(l, |i| i + "月".len())))
    }) {
        let (day, len) = day_of_month(after, len);
        (month, day, len)
    } else if at > 0 {
        // 2025年春节前
        if exact_words!("元旦 春节 清明 五一 端午 中秋 国庆 汛 “").begin(after).is_some() {
            return None;
        }
        (0, None, 0)
    } else {
        return None;
    };
    let (exact, mut len) = (day, at + len);
    let this_year = at == 0 && rest.starts_with("年内");
    let ended = this_year || rest.get(len..).is_some_and(|r| matches!(first(r), '底' | '末'));
    let whole = CivilDate::new(named.unwrap_or(2000), (month > 0).then_some(month), exact.filter(|d| *d > 0));
    let Some(whole) = whole else {
        // 2月30日前 sets a time, too
        let end = tail(rest, len);
        return (1..=12).contains(&month).then_some((Due::Other, end.unwrap_or(len), end.is_some()));
    };
    let mut date = whole.last_day();
    let mut firm = false;
    if ended && !this_year {
        len += "底".len();
    }
    if let Some(end) = tail(rest, len) {
        let before = rest.get(len..end)?;
        // 6月前 is before June begins, 6月底前 and 6月30日前 are not
        if !ended && before.ends_with('前') && exact.is_none() && !before.contains('内') {
            date = whole.day_before();
        }
        (len, firm) = (end, true);
    } else if ended {
        firm = true;
    }
    // a month or year alone, in running text, is only a time
    if at == 0 && !firm && month == 0 {
        return None;
    }
    let due = match named {
        Some(_) => Due::By(date),
        None => Due::ByDay { month: date.month()?, day: date.day()? },
    };
    Some((due, len, firm))
}

/// Where 前, 之前 or 内 ends after `len`.
fn tail(rest: &str, len: usize) -> Option<usize> {
    let after = rest.get(len..)?.trim_start_matches(' ');
    let word = ["前", "内", "之前", "以前", "以内"].iter().find(|word| after.starts_with(**word))?;
    Some(rest.len() - after.len() + word.len())
}

/// 今年, 明年, 本年度, 次年: the years after the document's or the one named before, and the bytes.
fn relative_year(rest: &str) -> Option<(u16, usize)> {
    const YEARS: [(ExactWords, u16); 2] = [(exact_words!("今年 本年度 本年 当年"), 0), (exact_words!("明年"), 1)];
    // 次年4月底前, but not 每次年检
    if let Some(after) = rest.strip_prefix("次年").or_else(|| rest.strip_prefix("翌年")) {
        let timed = amount::digit(first(after)).is_some() || is_one_of(first(after), "十底末上第");
        return timed.then_some((1, "次年".len()));
    }
    if !matches!(first(rest), '今' | '本' | '当' | '明') {
        return None;
    }
    begin_of(&YEARS, rest)
}

/// 底, 上半年, 三季度: month, day and the bytes.
fn part_of_year(after: &str) -> Option<(u8, Option<u8>, usize)> {
    const MONTHS: [(ExactWords, u8); 5] = [
        (exact_words!("年初"), 1),
        (exact_words!("第一季度 一季度"), 3),
        (exact_words!("第二季度 二季度 上半年 年中"), 6),
        (exact_words!("第三季度 三季度"), 9),
        (exact_words!("第四季度 四季度 下半年"), 12),
    ];
    if !matches!(first(after), '年' | '第' | '一' | '二' | '三' | '四' | '上' | '下') {
        return None;
    }
    let (month, len) = begin_of(&MONTHS, after)?;
    let last = CivilDate::new(2001, Some(month), None)?.last_day().day();
    Some((month, last, len))
}

/// The day after 6月: 30日, 上旬, 中旬; `None` and the same length where none is named.
fn day_of_month(after: &str, len: usize) -> (Option<u8>, usize) {
    let Some(rest) = after.get(len..) else { return (None, len) };
    for (word, day) in [("上旬", Some(10)), ("上中旬", Some(20)), ("中旬", Some(20)), ("中下旬", None), ("下旬", None)]
    {
        if rest.starts_with(word) {
            return (day, len + word.len());
        }
    }
    let blanks = rest.len() - rest.trim_start_matches(' ').len();
    match small_number(rest, blanks) {
        Some((day, end)) if rest.get(end..).is_some_and(|r| r.trim_start_matches(' ').starts_with(['日', '号'])) => {
            let mark = rest.get(end..).and_then(|r| r.find(['日', '号'])).unwrap_or(0);
            (Some(day), len + end + mark + "日".len())
        }
        _ => (None, len),
    }
}

/// “十四五”末, “十四五”期间: the plan's last year and the bytes.
fn plan_end(rest: &str) -> Option<(u16, usize)> {
    let plan = rest.strip_prefix("“十")?;
    let first: u16 = match char_at(plan, 0)? {
        '三' => 2016,
        '四' => 2021,
        '五' => 2026,
        '六' => 2031,
        _ => return None,
    };
    let after = plan.get("三".len()..)?.strip_prefix("五”")?;
    Some((first + 4, rest.len() - after.len() + exact_words!("期末 末期 末").begin(after)?))
}

/// The document's date after which a text's 到2025年 is meant, for indicators.
pub(super) fn target_date(text: &str) -> Option<(CivilDate, usize)> {
    if let Some((year, len)) = plan_end(text) {
        return CivilDate::new(year, Some(12), Some(31)).map(|d| (d, len));
    }
    let (date, len) = date_at(text)?;
    Some((date.last_day(), len + exact_words!("底 末 内").begin(text.get(len..)?).unwrap_or(0)))
}
