//! The head of a bulletin (简报) or of minutes (会议纪要): its name, its issue, and who made it up when. What it tells has a
//! title of its own below.

use super::head::Head;
use super::opener::OPENER;
use super::title::{Evidence, opens_section, title};
use crate::ElementKind;
use crate::lexer::chars::is_han;
use crate::lexer::search::{any_of, has_any};
use crate::parser::element::date::{date, is_digit, number_tail};
use crate::parser::element::matching::*;
use crate::parser::element::{self};

/// What their names end in.
static NAME: &Words = words!("简报 快报 专报 纪要 工作动态 工作信息 信息快递 情况反映 工作通讯");

/// Whether a bulletin begins at `at`, with its name and its issue.
pub(super) fn begins(text: &str, at: usize) -> bool {
    let line = line_end(text, at);
    NAME.ends(text, at, line) && issue(text, skip_space(text, line)).is_some()
}

/// Where an issue's number ends that has a line of its own, with the number since the first: `第12期（总第156期）`.
pub(super) fn issue(text: &str, at: usize) -> Option<usize> {
    issue_end(text, at).filter(|&end| skip_blanks(text, end) == line_end(text, end))
}

fn issue_end(text: &str, at: usize) -> Option<usize> {
    let numbered = |at: usize, word: &str| {
        let open = eat(text, at, "（");
        let start = skip_blanks(text, open.unwrap_or(at));
        // 〔2024〕第8期
        let year = eat(text, start, "〔").and_then(|year| eat(text, skip_digits(text, year), "〕"));
        let start = year.unwrap_or(start);
        let start = eat(text, skip_digits(text, start), "年").unwrap_or(start);
        let number = skip_blanks(text, eat(text, skip_blanks(text, start), word)?);
        let end = skip_digits(text, number);
        let end = words!("期 次").at(text, skip_blanks(text, end)).filter(|_| end > number)?;
        if open.is_some() { eat(text, skip_blanks(text, end), "）") } else { Some(end) }
    };
    let end = numbered(at, "第")?;
    Some(numbered(skip_space(text, end), "总第").unwrap_or(end))
}

/// Reads the head of a bulletin or of minutes whose line breaks are lost, and tells where the day and the editor's words
/// end: `××简报第17期××办公室编2024年6月28日【编者按】……`, `专题会议纪要〔2024〕17号`.
pub(super) fn glued(text: &str, at: usize, head: &mut Head) -> Option<usize> {
    /// The longest name, and the longest name of who made it up, in bytes.
    const NAMED: usize = 120;
    let near = bounded(text, at, NAMED);
    let near = near.split(any_of("。，：\n")).next().unwrap_or_default();
    let ends = near.char_indices().map(|(i, _)| at + i).skip(2);
    let numbered = |end: usize| {
        let start = skip_blanks(text, end);
        Some((start, issue_end(text, start).or_else(|| number_tail(text, start))?))
    };
    let (name, number) = ends.filter(|&end| NAME.ends(text, at, end)).find_map(|end| Some((end, numbered(end)?)))?;
    let mut end = number.1;
    // 按照会议纪要〔2024〕17号要求，……
    let cited =
        words!("精神 要求 规定 文件 议定 部署 安排 的 ， 、 。 ） 》").at(text, skip_blanks(text, end)).is_some();
    if cited || skip_blanks(text, end) == line_end(text, end) {
        return None;
    }
    head.elements.extend([(ElementKind::IssuingMark, at, name), (ElementKind::DocNumber, number.0, end)]);
    let from = skip_blanks(text, end);
    let near = bounded(text, from, NAMED);
    let near = near.split(any_of("。，：【")).next().unwrap_or_default();
    let day = near
        .char_indices()
        .map(|(i, _)| from + i)
        .find_map(|at| date(text, at).filter(|d| d.full).map(|d| (at, d.end)));
    if let Some((day, day_end)) = day {
        let organ = made_up_by(text, from, trim_end(text, from, day));
        if day > from && !element::is_organ(text, from, organ) {
            return Some(from);
        }
        if day > from {
            head.elements.push((ElementKind::Author, from, organ));
        }
        head.elements.push((ElementKind::Date, day, day_end));
        end = day_end;
    }
    let at = skip_blanks(text, end);
    Some(glued_editors_note(text, at).unwrap_or(at))
}

/// Where the title ends of what a bulletin or minutes tell, glued to the text: by the word 纪要, by what texts open with, or
/// where a name in it comes again: `……的实践与探索|望江街道辖区……`.
pub(super) fn glued_title(text: &str, at: usize) -> Option<usize> {
    /// The fewest characters of a title, and of a name.
    const TITLE: usize = 8;
    const NAME: usize = 4;
    let near = bounded(text, at, 300);
    let clause = near.split(any_of("，。：；\n")).next().unwrap_or_default();
    let minutes = clause.find("会议纪要").map(|found| at + found + "会议纪要".len());
    let starts = || clause.char_indices().skip(TITLE).map(|(i, _)| i);
    let opens = |&i: &usize| OPENER.at(text, at + i).is_some_and(|end| end >= at + i + 2 * "今".len());
    let again = |&i: &usize| {
        let name = clause.get(i..).unwrap_or_default();
        let end = name.char_indices().nth(NAME).map_or(name.len(), |(end, _)| end);
        let name = name.get(..end).filter(|name| name.chars().count() == NAME && name.chars().all(is_han));
        name.is_some_and(|name| clause.get(..i).is_some_and(|above| above.contains(name)))
    };
    minutes.or_else(|| starts().find(opens).or_else(|| starts().find(again)).map(|i| at + i))
}

/// Where the editor's words end that stand in one line with what they introduce: `【编者按】……现予刊发，供学习借鉴。`
fn glued_editors_note(text: &str, at: usize) -> Option<usize> {
    const NOTE: usize = 1500;
    let label = eat(text, at, "【").unwrap_or(at);
    eat(text, label, "编者按")?;
    let note = bounded(text, at, NOTE);
    let mut end = at;
    for sentence in note.split_inclusive('。') {
        end += sentence.len();
        if sentence.ends_with('。') && has_any(sentence, &["刊发", "转发", "印发", "借鉴", "参考", "参阅"])
        {
            return Some(end);
        }
    }
    None
}

fn skip_digits(text: &str, at: usize) -> usize {
    let near = bounded(text, at, 24);
    at + near.len() - near.trim_start_matches(is_digit).len()
}

/// Who made it up, on the line of the date: where the name ends, and where the date begins.
fn made_by(text: &str, at: usize) -> Option<(usize, usize)> {
    let line = bounded(text, at, 180.min(line_end(text, at) - at));
    let day = |c: char| is_blank(c) || c.is_ascii_digit();
    let gap = at + line.find(day).filter(|&gap| gap > 0)?;
    let day = skip_blanks(text, gap);
    let dated = date(text, day).is_some_and(|d| d.full && trim_end(text, at, at + line.len()) == d.end);
    let name = made_up_by(text, at, gap);
    (dated && element::is_organ(text, at, name)).then_some((gap, day))
}

/// Where the name of who made something up ends, before the word for it: `××县民政局|编`.
pub(super) fn made_up_by(text: &str, at: usize, end: usize) -> usize {
    ["编印", "编发", "编制", "编写", "主办", "编"].iter().find_map(|word| eat_back(text, at, end, word)).unwrap_or(end)
}

/// Reads on behind the name and the issue: who made it up, the day, and the title of what it tells, if it has one.
pub(super) fn complete(text: &str, head: &mut Head) {
    let Some((start, end)) = head.title.filter(|t| NAME.ends(text, t.0, t.1)) else { return };
    if !head.has(ElementKind::DocNumber) {
        return;
    }
    let at = skip_rule(text, head.end);
    let made_by = made_by(text, at);
    if let Some((name, day)) = made_by {
        let day_end = trim_end(text, day, line_end(text, day));
        head.elements.push((ElementKind::Author, at, name));
        head.elements.push((ElementKind::Date, day, day_end));
        head.end = day_end;
    }
    // a drawn line closes the head
    let closed = skip_rule(text, head.end) > skip_space(text, head.end);
    head.end = skip_rule(text, head.end);
    let minutes = eat_back(text, start, end, "纪要").is_some();
    let at = after_editors_note(text, head.end);
    let own = title(text, at).filter(|own| {
        let told =
            if minutes { NAME.ends(text, at, own.end) } else { (made_by.is_some() || closed) && !is_label(text, at) };
        // a subtitle has a line of its own
        told && (own.end <= line_end(text, at) || text.get(at..own.end).is_some_and(|t| t.contains("\n——")))
    });
    if let Some(own) = own.filter(|_| !opens_section(text, at)) {
        head.elements.insert(0, (ElementKind::IssuingMark, start, end));
        head.title = Some((at, own.end));
        head.evidence = Some(Evidence::Form);
        head.end = own.end;
    }
}

/// Past the paragraph in which the editor introduces what follows: `【编者按】……`.
fn after_editors_note(text: &str, at: usize) -> usize {
    let label = eat(text, at, "【").unwrap_or(at);
    if eat(text, label, "编者按").is_some() { skip_rule(text, line_end(text, at)) } else { at }
}

/// Whether a line only names what stands below it: `【本期导读】`.
fn is_label(text: &str, at: usize) -> bool {
    matches!(char_at(text, at), Some('【' | '[' | '◆' | '●')) || eat(text, at, "本期").is_some()
}
