//! The foot of a document: 主题词, 抄送, 印发机关和印发日期.

use super::date::{date, is_digit};
use super::matching::*;
use super::{WINDOW, is_mask, is_organ, window};
use crate::lexer::chars::{is_han, is_word};

/// The line of 主题词 in the foot of older documents: `主题词：林业　防火　通知`.
pub(crate) fn subject_words(text: &str, at: usize) -> Option<usize> {
    let label = eat(text, at, "主题词")?;
    eat(text, skip_blanks(text, label), "：").map(|_| trim_end(text, at, line_end(text, at)))
}

/// 抄送; its organs may take several lines.
pub(crate) fn copy_to(text: &str, at: usize) -> Option<usize> {
    /// The most of them.
    const LINES: usize = 6;
    let label = words!("抄送 抄报 分送 报送 发送 报 送 发").at(text, at)?;
    eat(text, skip_blanks(text, label), "：")?;
    let mut from = at;
    for _ in 0..LINES {
        let line = window(text, from, 2 * WINDOW);
        if let Some(stop) = line.find('。') {
            // 抄送：市委，市政府。⏎县人大常委会，县政协。
            let end = from + stop + "。".len();
            let next = skip_space(text, end);
            let more = window(text, next, WINDOW).find('。').filter(|&more| names_offices(text, next, next + more));
            if more.is_none() || next <= line_end(text, end) {
                return Some(end);
            }
            from = next;
            continue;
        }
        let end = trim_end(text, at, from + line.len());
        let next = skip_space(text, end);
        let open = words!("， 、").ends(text, at, end);
        let closes = || window(text, next, WINDOW).find('。').is_some_and(|stop| is_office(text, next, next + stop));
        let other = || words!("抄送 抄报 分送 报送").at(text, next).is_some() || print_info(text, next).is_some();
        if !(open || closes()) || other() {
            return Some(end);
        }
        from = next;
    }
    Some(trim_end(text, at, from))
}

/// Whether a stretch names organs and nothing else.
fn names_offices(text: &str, at: usize, end: usize) -> bool {
    let mut from = at;
    // 发：各乡镇党委。
    if holds(text.get(at..end).unwrap_or_default(), "：") {
        return false;
    }
    for part in text.get(at..end).unwrap_or_default().split(any_of("，、")) {
        if !is_office(text, from, from + part.len()) {
            return false;
        }
        from += part.len() + "，".len();
    }
    true
}

fn is_office(text: &str, at: usize, end: usize) -> bool {
    is_organ(text, at, end) || words!("政协 人大").ends(text, at, end)
}

/// 印发机关和印发日期: `××办公厅　2021年4月16日印发`.
pub(crate) fn print_info(text: &str, at: usize) -> Option<usize> {
    let mut from = at;
    // the date may stand on the line below the organ
    let line = trim_end(text, at, line_end(text, at));
    let below = skip_space(text, line);
    if is_organ(text, at, line)
        && let Some(date) = date(text, below).filter(|d| d.full)
    {
        from = date.end;
    }
    for (i, c) in each_char(window(text, at, 200)) {
        if is_digit(c)
            && let Some(date) = date(text, at + i).filter(|d| d.full)
        {
            from = date.end;
            break;
        }
        if !(is_han(c) || is_word(c) || is_blank(c) || is_mask(c)) {
            return None;
        }
    }
    let printed = skip_blanks(text, from);
    let end = eat(text, printed, "印发").or_else(|| eat(text, printed, "印")).filter(|_| from > at)?;
    // 2012年3月5日印发的《……》同时废止。
    (!rest(text, skip_blanks(text, end)).starts_with(['的', '《', '，'])).then_some(end)
}
