//! The head of a bulletin (简报) or of minutes (会议纪要): its name, its issue, and who made it up when. What it tells has a
//! title of its own below.

use super::head::Head;
use super::title::{Evidence, opens_section, title};
use crate::ElementKind;
use crate::parser::element::date::{date, is_digit};
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
    let numbered = |at: usize, word: &str| {
        let open = eat(text, at, "（");
        let start = skip_blanks(text, open.unwrap_or(at));
        // 〔2024〕第8期
        let year = eat(text, start, "〔").and_then(|year| eat(text, skip_digits(text, year), "〕"));
        let start = year.unwrap_or(start);
        let start = eat(text, skip_digits(text, start), "年").unwrap_or(start);
        let number = skip_blanks(text, eat(text, skip_blanks(text, start), word)?);
        let end = skip_digits(text, number);
        let end = eat(text, skip_blanks(text, end), "期").filter(|_| end > number)?;
        if open.is_some() { eat(text, skip_blanks(text, end), "）") } else { Some(end) }
    };
    let end = numbered(at, "第")?;
    let end = numbered(skip_space(text, end), "总第").unwrap_or(end);
    (skip_blanks(text, end) == line_end(text, end)).then_some(end)
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
    let at = skip_space(text, head.end);
    let made_by = made_by(text, at);
    if let Some((name, day)) = made_by {
        let day_end = trim_end(text, day, line_end(text, day));
        head.elements.push((ElementKind::Author, at, name));
        head.elements.push((ElementKind::Date, day, day_end));
        head.end = day_end;
    }
    head.end = skip_rule(text, head.end);
    let minutes = eat_back(text, start, end, "纪要").is_some();
    let at = after_editors_note(text, head.end);
    let own = title(text, at).filter(|own| {
        let told = if minutes { NAME.ends(text, at, own.end) } else { made_by.is_some() && !is_label(text, at) };
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
