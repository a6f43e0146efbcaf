//! Noise glued to the text: menus, contents, a source note before a speech, page counts, an
//! examiner's remarks.

use super::Cut;
use super::line::{is_blank, is_ideograph};
use super::words::{BUTTONS, NOTICES, PHRASES};
use crate::{NoiseKind, Span};

/// How far from the start, or from the end, a site's words are looked for, in bytes.
const NEAR: usize = 6000;

/// Adds what is glued to the lines of `text`.
pub(super) fn find(text: &str, cuts: &mut Vec<Cut>) {
    head(text, cuts);
    caption(text, cuts);
    contents(text, cuts);
    unnamed_contents(text, cuts);
    source_notes(text, cuts);
    comments(text, cuts);
    remarks(text, cuts);
    page_counts(text, cuts);
    tail(text, cuts);
}

/// The first bytes of `text`, at most `len` of them.
fn prefix(text: &str, len: usize) -> &str {
    let mut end = len.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// The bytes that the first `count` characters of `text` take.
fn chars_len(text: &str, count: usize) -> usize {
    text.chars().take(count).map(char::len_utf8).sum()
}

/// A page's menus, or the facts of a file, glued to the front; then source and date.
fn head(text: &str, cuts: &mut Vec<Cut>) {
    let near = prefix(text, NEAR);
    let mut end = 0;
    let keys = prefix(text, 800)
        .match_indices(": ")
        .filter(|&(at, _)| {
            let key = near.get(..at).unwrap_or_default();
            let word = key.len() - key.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || c == '_').len();
            word > 1 && key.get(..at - word).is_some_and(|k| k.ends_with("- "))
        })
        .count();
    if keys >= 3
        && let Some(at) = near.find("---")
    {
        end = near.len() - near.get(at..).unwrap_or_default().trim_start_matches('-').len();
    }
    // ---key: value---
    if let Some(facts) = near.strip_prefix("---")
        && let Some(len) = facts.find("---").filter(|&len| len < 300)
        && facts.get(..len).is_some_and(|f| f.contains(':') && f.starts_with(|c: char| c.is_ascii_alphabetic()))
    {
        end = near.len() - facts.get(len..).unwrap_or_default().trim_start_matches('-').len();
    }
    let start = near.get(..chars_len(near, 10)).filter(|s| s.chars().count() == 10 && !s.contains('\n'));
    if let (Some(start), Some(path)) = (start, near.find("当前位置").or_else(|| near.find("您的位置"))) {
        let again = near.get(path..).and_then(|t| t.find(start)).map(|at| path + at);
        end = again.filter(|&at| near.get(..at).is_some_and(|t| !t.contains('。'))).unwrap_or(end);
    }
    end = end.max(path(near)).max(page_title(near));
    let menu = buttons(near.get(end..).unwrap_or_default());
    if menu.1 >= 3 {
        end += menu.0;
    }
    if end > 0 {
        cuts.push((Span::new(0, end), NoiseKind::Boilerplate));
    }
    facts(near, end, cuts);
}

/// The length of a page's head whose title the document repeats below it:
/// `当前位置：首页>要闻2024年某县工作报告【字体：小中大】|工作报告……`, or `分享:某县工作报告首页>要闻>报告|某县工作报告……`.
fn page_title(text: &str) -> usize {
    let first = text.get(..chars_len(text, 400)).unwrap_or_default();
    let first = first.get(..first.find(['。', '\n']).unwrap_or(first.len())).unwrap_or_default();
    let Some(step) = first.rfind(['>', '›', '»', '＞']) else { return 0 };
    let key = |text: &'_ str, count| prefix(text, chars_len(text, count)).to_owned();
    if let Some(size) = first.find("【字").filter(|&size| size > step) {
        let close = size + buttons(first.get(size..).unwrap_or_default()).0;
        let title = key(first.get(close..).unwrap_or_default(), 6);
        let again = title.chars().count() == 6 && first.get(..size).is_some_and(|head| head.contains(&title));
        return if again { close } else { 0 };
    }
    let start = ["分享:", "分享：", "分享到:", "分享到："].iter().find_map(|b| first.starts_with(b).then_some(b.len()));
    let title = key(first.get(start.unwrap_or(0)..).unwrap_or_default(), 8);
    let again = first.get(step..).and_then(|t| t.find(&title)).filter(|_| title.chars().count() == 8);
    again.map_or(0, |again| step + again)
}

/// The length of the way to the page that `text` begins with, and of the editor's words behind it:
/// `当前位置：首页 > 范文 > 正文…………以下是小编整理的……，欢迎阅读。`
fn path(text: &str) -> usize {
    const PLACE: [&str; 5] = ["当前位置", "您的位置", "您现在的位置", "您当前的位置", "所在位置"];
    let first = text.get(..chars_len(text, 300)).unwrap_or_default();
    let first = first.get(..first.find('\n').unwrap_or(first.len())).unwrap_or_default();
    if !PLACE.iter().any(|p| first.trim_start_matches(is_blank).starts_with(p)) {
        return 0;
    }
    let editor = first.find("小编").filter(|&at| first.get(..at).is_some_and(|t| !t.contains(['。', '；'])));
    let words = editor.and_then(|at| first.get(at..)?.find(['。', '！', '!']).map(|n| at + n));
    if let Some(end) = words {
        return end + chars_len(first.get(end..).unwrap_or_default(), 1);
    }
    let Some(last) = first.rfind(['>', '›', '»', '＞']) else { return 0 };
    let page = first.get(last..).unwrap_or_default();
    page.find("正文").filter(|&n| n < 8).map_or(0, |n| last + n + "正文".len())
}

/// The words below a picture, glued between a speaker and a salutation:
/// `市长 王某|王某同志作政府工作报告。本报记者 李某摄|各位代表：`.
fn caption(text: &str, cuts: &mut Vec<Cut>) {
    let near = prefix(text, NEAR / 4);
    let Some(at) = near.find("作政府工作报告") else { return };
    let named = near.get(..at).map_or("", |t| t.strip_suffix("同志").unwrap_or(t));
    let starts = named.char_indices().rev().take(4).skip(1).map(|(i, _)| i);
    let after_facts = cuts.iter().map(|(span, _)| span.end).find(|&end| end <= at && at - end <= 36);
    let Some(start) = starts
        .filter(|&i| named.get(..i).zip(named.get(i..)).is_some_and(|(before, name)| before.ends_with(name)))
        .last()
        .or(after_facts)
    else {
        return;
    };
    let after = near.get(at..).unwrap_or_default();
    let Some(end) = after.find("各位").filter(|&end| end < 160) else { return };
    cuts.push((Span::new(start, at + end), NoiseKind::Boilerplate));
}

/// The length of the run of buttons that `text` begins with, and how many there are.
fn buttons(text: &str) -> (usize, usize) {
    let (mut end, mut count) = (0, 0);
    loop {
        let rest = text.get(end..).unwrap_or_default();
        let skipped = rest.trim_start_matches([' ', '|', '】', '>', '-', ':']);
        let longest = BUTTONS
            .iter()
            .chain(["【字号：", "【字号:", "【字体：", "【字体:", "】"].iter())
            .filter(|b| skipped.starts_with(**b))
            .map(|b| b.len())
            .max();
        let Some(len) = longest else {
            return (if count > 0 { end + rest.len() - skipped.len() } else { end }, count);
        };
        end += rest.len() - skipped.len() + len;
        count += 1;
    }
}

/// `2022-11-16来源：……【字号：大中小】分享` or `来源：……时间：2022-11-16`, glued to the title.
fn facts(near: &str, from: usize, cuts: &mut Vec<Cut>) {
    let rest = near.get(from..).unwrap_or_default();
    let Some(at) = rest.find("来源:").or_else(|| rest.find("来源：")).filter(|&at| at > 0 && at < 600) else {
        return;
    };
    let before = rest.get(..at).unwrap_or_default();
    let date = before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | ':' | ' '));
    let start = if before.len() - date.len() >= 8 { date.len() } else { at };
    let label =
        |t: &str| ["发布时间", "发表时间", "时间", "日期"].iter().find_map(|l| t.ends_with(l).then_some(l.len()));
    let named = before.get(..start).and_then(|t| t.strip_suffix(['：', ':']));
    let start = named.and_then(|t| label(t).map(|len| t.len() - len)).unwrap_or(start);
    if before.contains(['。', '\n']) || before.ends_with('\n') {
        return;
    }
    let tail = rest.get(at..).unwrap_or_default();
    let tail = prefix(tail, 240);
    let mut end = None;
    for label in ["时间:", "时间："] {
        if let Some(time) = tail.find(label) {
            let value = tail.get(time + label.len()..).unwrap_or_default();
            let left = value.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | ':' | ' '));
            if value.len() - left.len() >= 8 {
                end = Some(at + time + label.len() + value.len() - left.len());
            }
        }
    }
    // the buttons to share it end the facts
    if let Some(share) = tail.find("分享").filter(|&share| share < 90 && end.is_none()) {
        end = Some(at + share + buttons(tail.get(share..).unwrap_or_default()).0);
    }
    if let Some(size) = tail.find("【字") {
        let close = size + buttons(tail.get(size..).unwrap_or_default()).0;
        end = end.max(Some(at + close));
    }
    if let Some(end) = end {
        cuts.push((Span::new(from + start, from + end), NoiseKind::Boilerplate));
    }
}

/// 目录 with its entries in one line, up to where the first entry's title stands again.
fn contents(text: &str, cuts: &mut Vec<Cut>) {
    let near = prefix(text, NEAR);
    let Some((at, word)) =
        ["目录", "目 录", "目　录", "目　　录"].iter().filter_map(|w| near.find(w).map(|at| (at, w))).min()
    else {
        return;
    };
    let before = near.get(..at).and_then(|t| t.chars().next_back());
    let table = near.get(at + word.len()..).unwrap_or_default().trim_start_matches([' ', '\u{3000}', '：', ':']);
    // the number of an entry may be the table's own
    let number = table.len() - table.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = table.get(number..).unwrap_or_default();
    let number = if number > 0 && rest.starts_with(['.', '．', '、']) { number + chars_len(rest, 1) } else { 0 };
    let key_len = number + chars_len(table.get(number..).unwrap_or_default(), 6);
    let key = table.get(number..key_len).unwrap_or_default();
    // 产业目录 is a word: a table after one begins with a number
    let numbered = table.starts_with(|c: char| c.is_ascii_digit() || "第一（".contains(c));
    if before.is_some_and(is_ideograph) && !numbered
        || key.chars().count() < 6
        || key.contains(['\n', '》', '。', '（', '('])
    {
        return;
    }
    let again = table.get(key_len..).and_then(|t| t.find(key)).map(|i| i + key_len);
    let own = table.get(..number).unwrap_or_default();
    let again = again.map(|i| if table.get(..i).is_some_and(|t| t.ends_with(own)) { i - own.len() } else { i });
    if let Some(len) =
        again.filter(|&len| len >= 60 && table.get(..len).is_some_and(|t| !t.contains(['。', '；', '》', '\n'])))
    {
        let start = near.len() - table.len();
        cuts.push((Span::new(at, start + len), NoiseKind::Contents));
    }
}

/// A list of titles from 总则 on, without the word 目录, up to where 总则 stands again.
fn unnamed_contents(text: &str, cuts: &mut Vec<Cut>) {
    let near = prefix(text, NEAR);
    for key in ["1　总则", "1 总则", "1总则", "第一章　总则", "第一章 总则", "第一章总则"] {
        let mut places = near.match_indices(key).map(|(at, _)| at);
        let (Some(first), Some(again)) = (places.next(), places.next()) else { continue };
        let table = near.get(first..again).unwrap_or_default();
        let titles = table.len() >= 60 && !table.contains(['。', '；', '》', '\n', '，']);
        if titles && cuts.iter().all(|(span, _)| again <= span.start || span.end <= first) {
            cuts.push((Span::new(first, again), NoiseKind::Contents));
        }
        return;
    }
}

/// `出处：……出版社2006年8月第1版` before a speech.
fn source_notes(text: &str, cuts: &mut Vec<Cut>) {
    for start in memchr::memmem::find_iter(text.as_bytes(), "出处".as_bytes()) {
        let note = text.get(start..).unwrap_or_default();
        if !note.get("出处".len()..).is_some_and(|t| t.starts_with(['：', ':'])) {
            continue;
        }
        let (mut seen, mut end) = (['\0'; 2], None);
        for (at, c) in note.char_indices().take(80) {
            if c == '\n' || c == '\u{3000}' && seen == ['\u{3000}'; 2] {
                end = end.or(Some(at));
                break;
            }
            if c == '版' && seen.iter().any(char::is_ascii_digit) {
                end = Some(at + c.len_utf8());
                break;
            }
            seen = [seen[1], c];
        }
        let line_start = text
            .get(..start)
            .is_none_or(|t| t.trim_end_matches([' ', '\u{3000}', '\u{feff}']).is_empty() || t.ends_with('\n'));
        let Some(end) = end.filter(|&end| line_start || note.get(..end).is_some_and(|t| t.contains("出版社")))
        else {
            continue;
        };
        cuts.push((Span::new(start, start + end), NoiseKind::Boilerplate));
    }
}

/// `<!-- INFO END -->` within a line.
fn comments(text: &str, cuts: &mut Vec<Cut>) {
    for start in memchr::memmem::find_iter(text.as_bytes(), b"<!--") {
        let near = prefix(text.get(start..).unwrap_or_default(), 200);
        if let Some(end) = near.find("-->") {
            cuts.push((Span::new(start, start + end + 3), NoiseKind::Boilerplate));
        }
    }
}

/// A site's words after the last sentence.
fn tail(text: &str, cuts: &mut Vec<Cut>) {
    let body = text.trim_end_matches(is_blank);
    let mut from = body.len().saturating_sub(NEAR / 2);
    while !body.is_char_boundary(from) {
        from += 1;
    }
    let near = body.get(from..).unwrap_or_default();
    let line = near.rfind('\n').map_or(0, |at| at + 1);
    let last = near.rfind(['。', '！']).map_or(0, |at| at + 3).max(line);
    let rest = near.get(last..).unwrap_or_default();
    let (phrases, notices) = (PHRASES.all_in(rest), NOTICES.all_in(rest));
    if phrases.len() + notices.len() < 2 {
        return;
    }
    let Some(mut start) = phrases.into_iter().chain(notices).min() else { return };
    if ["政策解读", "一图读懂", "相关"].iter().any(|w| rest.starts_with(w)) {
        start = 0;
    } else {
        for button in BUTTONS.iter().filter(|b| b.len() >= 12) {
            start = start.min(rest.find(button).unwrap_or(start));
        }
    }
    // 【……】相关文章
    let before = rest.get(..start).unwrap_or_default();
    if before.ends_with('】') {
        start = before.rfind('【').unwrap_or(start);
    }
    cuts.push((Span::new(from + last + start, body.len()), NoiseKind::Boilerplate));
}

/// `参考答案说明：……` up to the next answer, and the line 参考答案一.
fn remarks(text: &str, cuts: &mut Vec<Cut>) {
    for at in memchr::memmem::find_iter(text.as_bytes(), "参考答案".as_bytes()) {
        let rest = text.get(at + "参考答案".len()..).unwrap_or_default();
        let line = rest.get(..memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len())).unwrap_or_default();
        let end = if line.starts_with("说明：") || line.starts_with("说明:") {
            line.len()
        } else {
            let number = line.trim_start_matches(|c: char| "一二三四五".contains(c) || c.is_ascii_digit());
            if line.len() - number.len() > 6 || !(number.trim().is_empty() || at == 0) {
                continue;
            }
            line.len() - number.len()
        };
        cuts.push((Span::new(at, at + "参考答案".len() + end), NoiseKind::Boilerplate));
    }
}

/// `第 1 页 共 9 页` within a line.
fn page_counts(text: &str, cuts: &mut Vec<Cut>) {
    for at in memchr::memmem::find_iter(text.as_bytes(), "页".as_bytes()) {
        let after = text.get(at + 3..).unwrap_or_default();
        let Some(tail) = after.trim_start_matches([' ', '/', '，', ',', '\u{3000}']).strip_prefix('共') else {
            continue;
        };
        let Some((number, rest)) = number(tail) else { continue };
        if number == 0 || !rest.starts_with('页') {
            continue;
        }
        let before = text.get(..at).unwrap_or_default().trim_end_matches(' ');
        let head = before.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches(' ');
        let Some(head) = head.strip_suffix('第').filter(|h| h.len() < before.len()) else { continue };
        let end = text.len() - rest.len() + 3;
        cuts.push((Span::new(head.len(), end), NoiseKind::PageNumber));
    }
}

fn number(text: &str) -> Option<(u32, &str)> {
    let text = text.trim_start_matches(' ');
    let digits = text.bytes().take(5).take_while(u8::is_ascii_digit).count();
    let number = text.get(..digits)?.parse().ok()?;
    Some((number, text.get(digits..)?.trim_start_matches(' ')))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, noise};

    #[test]
    fn a_source_note_before_a_speech() {
        let text = "出处：XX文集第二卷;;;;XX出版社2001年5月第1版　　今天开会，只讲三点。";
        assert_eq!(clean(text), "　　今天开会，只讲三点。");
        assert_eq!(clean("出处：XX文集第二卷;XX出版社2001年5月第1版今天开会。"), "今天开会。");
    }

    #[test]
    fn page_counts_after_the_last_sentence() {
        assert_eq!(clean("工作到此为止。第 1 页 共 9 页"), "工作到此为止。");
        assert_eq!(noise("这份报告第3页写得不对，共同修改。"), []);
    }

    #[test]
    fn an_examiners_remarks() {
        let text = "参考答案一\n倡议书\n大家一起动手。\n参考答案说明：本参考答案分两层。\n参考答案二\n倡议书\n";
        assert_eq!(clean(text), "\n倡议书\n大家一起动手。\n\n\n倡议书\n");
    }

    #[test]
    fn contents_in_one_line() {
        let entries = "让清水流进每一块田XX镇把老街修成新家XX村叫黄土变成绿洲XX林场";
        let text = format!("经验材料(3篇)目录{entries}让清水流进每一块田各位领导:先说水。");
        assert_eq!(clean(&text), "经验材料(3篇)让清水流进每一块田各位领导:先说水。");
    }

    #[test]
    fn menus_before_the_title() {
        assert_eq!(
            clean("下载打印全屏收藏【字号：加大还原减小】2021年工作报告各位代表：现在报告。"),
            "2021年工作报告各位代表：现在报告。"
        );
        assert_eq!(clean("第二条　本办法自公布之日起施行。<!-- END -->"), "第二条　本办法自公布之日起施行。");
    }
}
