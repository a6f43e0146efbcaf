//! The datelines that a news agency's reports begin with: `新华社北京5月20日电`, `央视网消息（新闻联播）：`.

use crate::lexer::chars::{is_blank, is_colon, is_han};
use crate::lexer::search::{after, any_of, before, begins_with_any, first, is_one_of, prefix, suffix};
use crate::parser::element::date::is_digit;
use memchr::memmem;

/// Who sends reports out.
const AGENCIES: [&str; 9] = ["新华社", "新华网", "人民网", "本报", "本网", "中新社", "中新网", "央视网", "央广网"];

/// The longest name of a place in a dateline, in characters.
const PLACE: usize = 10;

/// The most lines of a title above a dateline, and the longest of them, in bytes.
const LINES: usize = 4;
const LINE: usize = 50 * "字".len();

/// The shortest title that is glued to a dateline, in bytes.
const TITLE: usize = 8 * "字".len();

/// The longest dateline up to the word it ends in, in bytes.
const DATELINE: usize = 90;

/// The fewest bytes before a dateline that need not end in a sentence.
const BEFORE: usize = 600;

/// Where in `text` reports begin that have a dateline, with a whole sentence before them.
pub(crate) fn find(text: &str) -> impl Iterator<Item = usize> {
    starts(text).filter_map(|at| title(text, at))
}

/// Where the lines without a sentence end that `at` begins with, right above a dateline: the title of a report.
pub(super) fn headline(text: &str, at: usize) -> Option<usize> {
    let near = prefix(after(text, at), LINES * LINE + DATELINE);
    let above = before(near, starts(near).min()?);
    let lines = above.split('\n').flat_map(|line| line.split("\u{3000}\u{3000}"));
    let fits = lines.filter(|line| !line.trim().is_empty()).count() <= LINES && !above.contains(any_of("。：:！"));
    let title = above.trim_end().len();
    let set_off = is_set_off(above) || !above.contains(any_of("，\n"));
    (fits && set_off && title >= TITLE).then_some(at + title)
}

/// Whether a dateline begins at `at`.
pub(super) fn begins(text: &str, at: usize) -> bool {
    starts(prefix(after(text, at), DATELINE)).any(|start| start == 0)
}

/// Where a dateline ends that `at` begins with, if nothing else stands on its line.
pub(super) fn alone(text: &str, at: usize) -> Option<usize> {
    let near = prefix(after(text, at), DATELINE);
    let end = near.find("日电").filter(|&day| start(near, day) == Some(0))? + "日电".len();
    let behind = after(near, end).trim_start_matches(' ');
    (behind.starts_with('\n') || behind.starts_with("\u{3000}\u{3000}")).then_some(at + end)
}

/// Where datelines begin.
fn starts(text: &str) -> impl Iterator<Item = usize> {
    let sent = memmem::find_iter(text.as_bytes(), "日电").filter_map(|end| start(text, end));
    let told = memmem::find_iter(text.as_bytes(), "消息").filter_map(|at| match before(text, at).strip_suffix('日') {
        Some(day) => start(text, day.len()),
        None => told(text, at),
    });
    sent.chain(told)
}

/// Where a dateline without a day begins whose 消息 stands at `at`: `央视网消息（新闻联播）：`.
fn told(text: &str, at: usize) -> Option<usize> {
    let above = before(text, at);
    let agency = AGENCIES.iter().find(|agency| above.ends_with(**agency))?;
    let above = before(above, above.len() - agency.len());
    let behind = after(text, at + "消息".len()).trim_start_matches(is_blank);
    let opens = is_colon(first(behind)) || begins_with_any(behind, &["（", "("]);
    (opens && (is_set_off(above) || above.ends_with(any_of("。！？”）")))).then_some(above.len())
}

/// Whether a paragraph begins behind `above`.
fn is_set_off(above: &str) -> bool {
    above.ends_with('\n') || above.ends_with("\u{3000}\u{3000}")
}

/// Where the title above a dateline at `start` begins; the dateline itself, where it has none.
fn title(text: &str, start: usize) -> Option<usize> {
    let mut at = start;
    // what stands above may be cut, or a photograph's caption
    let above = before(text, start);
    let apart = is_set_off(above) || above.ends_with('摄');
    let bare = || if start > BEFORE && apart { Some(start) } else { glued_title(above) };
    for _ in 0..=LINES {
        let above = before(text, at).trim_end_matches(|c| is_blank(c) || c == '\n');
        if above.ends_with(any_of("。！？”）!>")) {
            return Some(at);
        }
        if above.ends_with(['（', '(']) {
            return None;
        }
        let near = suffix(above, LINE);
        let line = [near.rfind('\n').map(|n| n + 1), near.rfind("\u{3000}\u{3000}")];
        let Some(line) = line.into_iter().flatten().max() else { return bare() };
        let line = after(near, line);
        if line.contains('。') || line.ends_with(['摄', '发']) {
            return bare();
        }
        at = above.len() - line.trim_start_matches(is_blank).len();
    }
    None
}

/// Where the title begins that is glued between a sentence and a dateline right behind `above`.
fn glued_title(above: &str) -> Option<usize> {
    let near = suffix(above, LINES * LINE / 2);
    let title = after(near, near.rfind(any_of("。！？"))?);
    let title = after(title, first(title).len_utf8()).trim_start_matches(|c| is_blank(c) || c == '”' || c == '）');
    let plain = title.chars().all(|c| is_han(c) || is_blank(c) || is_one_of(c, "“”《》、·"));
    (plain && title.len() >= TITLE).then_some(above.len() - title.len())
}

/// Where the dateline begins whose 日 stands at `end`.
fn start(text: &str, end: usize) -> Option<usize> {
    let number = |text: &str| {
        let bare = text.trim_end_matches(is_digit);
        (bare.len() < text.len()).then_some(bare.len())
    };
    let month = number(before(text, end))?;
    let month = before(text, month).strip_suffix('月')?;
    let named = before(text, number(month)?);
    let place = named.char_indices().rev().take(PLACE + "新华社".chars().count()).take_while(|&(_, c)| is_han(c));
    let mut starts = place.map(|(at, _)| at);
    starts.find(|&at| {
        let agency = AGENCIES.iter().find(|agency| named[at..].starts_with(**agency));
        agency.is_some_and(|agency| named.len() > at + agency.len())
    })
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn a_report_begins_behind_a_sentence() {
        let text = "会议开到此处。新华社北京5月20日电 全国会议今天开幕。这是新华社北京5月2日电讯稿。\n本报杭州5月9日电（记者甲）桥通了。";
        let starts: Vec<_> = find(text).map(|at| text[at..].chars().take(5).collect::<String>()).collect();
        assert_eq!(starts, ["新华社北京", "本报杭州5"]);
        assert_eq!(find("（新华社北京5月20日电）").count(), 0);
        let titled = "桥通了。\n修路会议在京举行\n新华社北京5月20日电 会议今天开幕。";
        assert_eq!(find(titled).map(|at| &titled[at..at + 6]).collect::<Vec<_>>(), ["修路"]);
        assert_eq!(find("修路会议在京举行\n新华社北京5月20日电 会议今天开幕。").count(), 0);
    }
}
