//! Who wrote what stands below the title, and when, in the forms that take more than their own look to tell.

use super::head::Head;
use super::noun::NOUN;
use super::title::{author_and_date, author_and_opener};
use crate::ElementKind;
use crate::lexer::chars::is_han;
use crate::parser::element::date::date;
use crate::parser::element::{self, matching::*};

/// Who wrote what stands below, in brackets: an organ, with the day or without, or a person with their post:
/// `（民政部　一九九七年一月二十八日）`.
pub(super) fn bracketed_author(text: &str, at: usize) -> Option<usize> {
    let open = eat(text, at, "（")?;
    let inner = element::window(text, open, 100);
    let inner = inner.get(..inner.find(any_of("）)（(\n。：；"))?)?;
    let close = open + inner.len();
    let day = closing_day(text, open, close);
    if inner.contains('，') && day.is_none() {
        return None;
    }
    // who wrote a report stands in its dateline
    let person = || element::person(inner) && eat(text, open, "记者").is_none();
    // no part of a name: ××（集团）有限公司
    let whole = day.is_some() || width(inner) > 2;
    let name = before_day(text, open, day.unwrap_or(close));
    let organ = whole && element::is_organ(text, open, name);
    let named = organ || day.is_none() && person() || day.is_some() && element::bare_name(text, open, name);
    eat(text, close, "）").filter(|_| named)
}

/// Where the day begins that stands last in brackets.
fn closing_day(text: &str, open: usize, close: usize) -> Option<usize> {
    let ends = |day: &usize| date(text, *day).is_some_and(|d| trim_end(text, *day, close) == d.end);
    text.get(open..close)?.char_indices().skip(2).map(|(i, _)| open + i).find(ends)
}

/// Where a name ends that a blank or a comma parts from the day.
fn before_day(text: &str, open: usize, day: usize) -> usize {
    let end = trim_end(text, open, day);
    eat_back(text, open, end, "，").map_or(end, |end| trim_end(text, open, end))
}

/// Who wrote what stands below and when, in one pair of brackets.
pub(super) fn bracketed_day(text: &str, at: usize) -> Option<((usize, usize), (usize, usize))> {
    let open = eat(text, at, "（")?;
    let close = open + element::window(text, open, 100).find(any_of("）)"))?;
    let day = closing_day(text, open, close)?;
    Some(((open, before_day(text, open, day)), (day, trim_end(text, day, close))))
}

/// Who wrote what stands below, behind the day on one line or in brackets: `1964年2月10日，最高人民法院司法行政厅`,
/// `（2022年3月5日，张　三）`.
pub(super) fn dated_author(text: &str, at: usize) -> Option<((usize, usize), (usize, usize))> {
    let open = eat(text, at, "（");
    let start = open.unwrap_or(at);
    let day = date(text, start).filter(|day| day.full)?;
    let name = skip_blanks(text, eat(text, day.end, "，")?);
    let line = trim_end(text, name, line_end(text, name));
    let end = if open.is_some() { eat_back(text, name, line, "）")? } else { line };
    let told = |words: &str| element::bare_name(text, name, end) || element::person(words);
    let person = || open.is_some() && text.get(name..end).is_some_and(told);
    let named = element::is_organ(text, name, end) && width(text.get(name..end)?) <= 24;
    (named || person()).then_some(((name, end), (start, day.end)))
}

/// Whether a line under the title names its author: by its words or by what follows.
pub(super) fn is_author(text: &str, at: usize, end: usize, head: &Head) -> bool {
    if super::title::opens_section(text, at) || NOUN.ends(text, at, end) && !element::is_organ(text, at, end) {
        return false;
    }
    let line = text.get(at..end).unwrap_or_default();
    let next = skip_space(text, end);
    let followed = element::salutation(text, next).is_some() || element::head_date(text, next).is_some();
    let name = (2..=4).contains(&width(line)) && head.has(ElementKind::Date);
    let masked = line.contains(element::masks_name) && width(line) <= 20 && !NOUN.ends(text, at, end);
    followed
        || name
        || element::is_organ(text, at, end) && head.title.is_some() && width(line) <= 24
        || masked
        || element::is_staff(line) && head.title.is_some()
        || element::post_and_name(line)
        || head.title.is_some() && element::organ_and_name(text, at, end)
        || width(line) >= 5 && element::speaker(text, at, end)
        || element::names(text, at, end)
}

/// An author glued between title and date or salutation: `……报告××县调研组（2022年11月）`.
pub(super) fn glued_author(text: &str, at: usize) -> Option<usize> {
    if let Some(end) = author_and_opener(text, at).or_else(|| author_and_date(text, at)) {
        return Some(end);
    }
    let mut count = 0;
    for (i, c) in element::window(text, at, 120).char_indices() {
        let here = at + i;
        if names_itself(text, at, here) || !element::masks_name(c) && masked(text, at, here) {
            return Some(here);
        }
        if i > 0
            && (element::salutation(text, here).is_some()
                || matches!(fold(c), '（') && element::head_date(text, here).is_some())
        {
            let end = trim_end(text, at, here);
            return (count >= 2).then_some(end);
        }
        if !(crate::lexer::chars::is_word(c) || is_blank(c) || matches!(c, '×' | '╳' | '*' | '、' | '·')) {
            return None;
        }
        count += 1;
        if count > 28 {
            return None;
        }
    }
    None
}

/// Whether an organ's name ends at `here` that the text behind it takes up: `中共××区芳草街道工委|芳草街道地处……`.
fn names_itself(text: &str, at: usize, here: usize) -> bool {
    let name = text.get(at..here).unwrap_or_default();
    let key = bounded(text, here, 4 * "街".len());
    key.chars().count() == 4 && key.chars().all(is_han) && name.contains(key) && element::is_organ(text, at, here)
}

/// Whether a masked name ends at `here`, behind where the person works: `清风社区　刘××|我今年……`.
fn masked(text: &str, at: usize, here: usize) -> bool {
    let name = text.get(at..here).unwrap_or_default();
    name.ends_with(element::masks_name) && element::person(name)
}
