//! The datelines that a news agency's reports begin with: `新华社北京5月20日电`.

use crate::lexer::chars::{is_blank, is_han};
use crate::lexer::search::{after, any_of, before, ends_with_any, suffix};
use crate::parser::element::date::is_digit;
use memchr::memmem;

/// Who sends reports out.
const AGENCIES: [&str; 9] = ["新华社", "新华网", "人民网", "本报", "本网", "中新社", "中新网", "央视网", "央广网"];

/// The longest name of a place in a dateline, in characters.
const PLACE: usize = 10;

/// The most lines of a title above a dateline, and the longest of them, in bytes.
const LINES: usize = 3;
const LINE: usize = 50 * "字".len();

/// Where in `text` reports begin that have a dateline, with a whole sentence before them.
pub(crate) fn find(text: &str) -> impl Iterator<Item = usize> {
    memmem::find_iter(text.as_bytes(), "日电").filter_map(|end| title(text, start(text, end)?))
}

/// Where the title above a dateline at `at` begins; the dateline itself, where it has none.
fn title(text: &str, mut at: usize) -> Option<usize> {
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
        let line = after(near, line.into_iter().flatten().max()?);
        if line.contains('。') || ends_with_any(line, &["摄", "发"]) {
            return None;
        }
        at = above.len() - line.trim_start_matches(is_blank).len();
    }
    None
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
