//! Days that no calendar has (2月30日), and days of the week that are not those of their dates.

use super::{fill, finding};
use crate::Span;
use crate::diagnostic::{Diagnostic, DiagnosticCode};
use crate::document::measure::Context;
use crate::document::words::exact_words;
use crate::document::{CivilDate, Document};
use crate::lexer::amount;
use crate::lexer::decode::char_at;
use crate::lexer::search::{self, after, before, is_one_of};
use crate::tree::SlotKind;
use memchr::memmem;

/// Checks every day that the text names: 6月31日, 2025年3月5日（星期二）.
pub(super) fn check(document: &Document<'_>, found: &mut Vec<Diagnostic>) {
    let (tree, source) = (document.tree(), document.source());
    let mut pieces = document.pieces().peekable();
    let mut leaf = tree.slot(0);
    // the year named last in the same leaf
    let mut year = None;
    for at in memmem::find_iter(source.as_bytes(), "月") {
        let Some(day) = Day::around(source, at) else { continue };
        if at >= leaf.end as usize || !leaf.kind.is_leaf() {
            leaf = tree.slot(tree.leaf_at(at as u32));
            year = None;
        }
        let inside = leaf.start as usize <= day.span.start && day.span.end <= leaf.end as usize;
        if leaf.kind != SlotKind::Text || !inside {
            continue;
        }
        year = day.year.or(year);
        let named = &source[day.span.range()];
        // of a leap year, where no year is named
        if CivilDate::new(day.year.unwrap_or(2000), Some(day.month), Some(day.day)).is_none() {
            let message = ("there is no such day: {0}", "日期“{0}”不存在");
            found.push(finding(DiagnosticCode::ImpossibleDate, day.span, message, &[named]));
        } else if let Some((said, len)) = weekday_at(after(source, day.span.end)) {
            while pieces.next_if(|piece| piece.span().end <= at).is_some() {}
            // a notice of December speaks of the next January
            let years = match (day.year, year) {
                (Some(year), _) => year..=year,
                (None, Some(year)) => year..=year + 1,
                (None, None) => match pieces.peek().and_then(|&piece| Context::of(piece).year) {
                    Some(year) => year - 1..=year + 1,
                    None => continue,
                },
            };
            if years.clone().any(|year| weekday(year, day.month, day.day) == said) {
                continue;
            }
            let (Some(name), Some(right)) =
                (WEEKDAYS.get(said), WEEKDAYS.get(weekday(*years.start(), day.month, day.day)))
            else {
                continue;
            };
            let span = Span::new(day.span.start, day.span.end + len);
            let message = ("{0} is not a 星期{1}", "“{0}”不是星期{1}");
            let diagnostic = finding(DiagnosticCode::ImpossibleDate, span, message, &[named, name]);
            found.push(match day.year {
                Some(_) => diagnostic.with_help(&fill("it is a 星期{0}", &[right]), &fill("这一天是星期{0}", &[right])),
                None => diagnostic,
            });
        }
    }
}

/// A day as a text names it, which the calendar may not have.
struct Day {
    year: Option<u16>,
    month: u8,
    day: u8,
    span: Span,
}

impl Day {
    /// The day whose 月 stands at byte `at`.
    fn around(source: &str, at: usize) -> Option<Self> {
        let (month, start) = number_before(source, at)?;
        let rest = after(source, at + "月".len());
        let (day, len) = amount::read_count(rest).filter(|n| n.1 <= "二十九".len())?;
        let unit = exact_words!("日 号").begin(after(rest, len))?;
        let named = before(source, start).trim_end_matches(' ').strip_suffix('年');
        let year = named.and_then(|named| number_before(source, named.len())).filter(|n| (1000..3000).contains(&n.0));
        // the moon's second month has thirty days; 1.5月, 1-2月 are no dates, but 3月16日至4月31日 ends with one
        let arabic = source.as_bytes().get(start).is_some_and(u8::is_ascii_digit);
        let above = before(source, start);
        let first = search::skip_back(above, |c| is_one_of(c, ".-–—－、～~至到"));
        let joined = first.len() < above.len() && !first.ends_with(|c| is_one_of(c, "日号起"));
        if !arabic && year.is_none() || joined || above.ends_with(|c| is_one_of(c, "历号")) {
            return None;
        }
        let span = Span::new(year.map_or(start, |year| year.1), at + "月".len() + len + unit);
        Some(Self { year: year.map(|y| y.0 as u16), month: month.try_into().ok()?, day: day.try_into().ok()?, span })
    }
}

/// The number that ends at byte `at`, and where it begins; of 二〇二五 each character is a digit.
fn number_before(source: &str, at: usize) -> Option<(u32, usize)> {
    let text = before(source, at).trim_end_matches(' ');
    let digits = text.char_indices().rev().take_while(|&(_, c)| amount::digit(c).is_some() || c == '十').take(5);
    let start = digits.last()?.0;
    let number = after(text, start);
    if search::chars(number) == 4 {
        return Some((number.chars().try_fold(0, |year, c| Some(10 * year + amount::digit(c)?))?, start));
    }
    let (value, len) = amount::read_count(number)?;
    (len == number.len()).then_some((value, start))
}

const WEEKDAYS: [&str; 7] = ["日", "一", "二", "三", "四", "五", "六"];

/// The day of the week named at the start of a text, from Sunday, and the bytes: `（星期二`, but not `（周一至周五`.
fn weekday_at(text: &str) -> Option<(usize, usize)> {
    let inside = text.trim_start_matches(|c| is_one_of(c, "（( "));
    let name = after(inside, exact_words!("星期 周 礼拜").begin(inside)?);
    let day = char_at(name, 0)?;
    let weekday = if day == '天' { 0 } else { WEEKDAYS.iter().position(|w| w.starts_with(day))? };
    let end = text.len() - name.len() + day.len_utf8();
    let several = after(text, end).starts_with(|c| is_one_of(c, "至到-–—－～~、和及或"));
    (!several).then_some((weekday, end))
}

/// The day of the week of a date, from Sunday (Sakamoto).
fn weekday(year: u16, month: u8, day: u8) -> usize {
    const SHIFT: [usize; 12] = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4];
    let year = usize::from(year) - usize::from(month < 3);
    let shift = SHIFT.get(usize::from(month) - 1).copied().unwrap_or(0);
    (year + year / 4 - year / 100 + year / 400 + shift + usize::from(day)) % 7
}
