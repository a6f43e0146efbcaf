//! 附注 and the other notes at the end of a document.

use super::date::date;
use super::matching::*;
use super::{WINDOW, copy_to, print_info, window};
use crate::lexer::search::{before, suffix};
use crate::word_list::word_list;

static NOTE: &Words = words!(word_list!("note.txt"));

/// 附注: `（此件公开发布）`, `*这是……`, `公开方式：……`.
pub(crate) fn note(text: &str, at: usize) -> Option<usize> {
    let first = char_at(text, at)?;
    let inside = at + first.len_utf8();
    if matches!(first, '（' | '(' | '〔' | '［' | '[') {
        NOTE.at(text, skip_blanks(text, inside))?;
        let mut depth = 0;
        for (i, c) in each_char(window(text, at, WINDOW)) {
            match fold(c) {
                '（' | '〔' | '［' | '[' => depth += 1,
                '）' | '〕' | '］' | ']' => depth -= 1,
                _ => continue,
            }
            if depth == 0 {
                return Some(at + i + c.len_utf8());
            }
        }
        return None;
    }
    if matches!(first, '*' | '＊') {
        let line = eat(text, skip_blanks(text, inside), "这是")?;
        let stretch = window(text, line, WINDOW);
        return Some(stretch.find('。').map_or(line + stretch.len(), |n| line + n + "。".len()));
    }
    if let Some(label) = words!("公开方式 公开属性 信息公开选项").at(text, at) {
        eat(text, label, "：")?;
        let end = words!("主动公开 依申请公开 不予公开").at(text, skip_blanks(text, label + "：".len()));
        return Some(end.unwrap_or_else(|| trim_end(text, at, line_end(text, at))));
    }
    None
}

/// Whom to ask, on a line without brackets at the end of a document.
pub(crate) fn contact(text: &str, at: usize) -> Option<usize> {
    static LABEL: &Words = words!(
        "联系人及电话 联系人及联系电话 联系人和电话 联系人及联系方式 联系人 联系电话 联系方式 咨询电话 咨询热线 监督电话 举报电话"
    );
    let label = LABEL.at(text, at)?;
    // who signs stands below it, however long it is
    let line = bounded(text, at, WINDOW).split('\n').next()?;
    let end = trim_end(text, at, at + line.find("抄送").unwrap_or(line.len()));
    eat(text, label, "：").filter(|_| width(line) <= 80).map(|_| end)
}

/// Who was there, on the last lines of minutes: `出席：……⏎列席：……⏎记录：……`, above nothing but the foot.
pub(crate) fn attendance(text: &str, at: usize) -> Option<usize> {
    static LABEL: &Words = words!(
        "出席人员 列席人员 请假人员 缺席人员 参会人员 参加人员 出席 列席 请假 缺席 参加 主持人 主持 记录人 记录 整理"
    );
    words!("出席 列席 请假 缺席").at(text, at)?;
    // 时间：……⏎地点：……⏎出席：…… tells what a notice is about
    let above = suffix(before(text, trim_end(text, 0, at)), WINDOW);
    let label = above.rsplit('\n').next().and_then(|line| line.trim_start().find(any_of("：:")));
    if label.is_some_and(|label| label <= 5 * "字".len()) {
        return None;
    }
    /// The most lines of them.
    const LINES: usize = 12;
    let (mut from, mut end) = (at, None);
    for _ in 0..LINES {
        let label = LABEL.at(text, from).and_then(|label| eat(text, skip_blanks(text, label), "："));
        let Some(label) = label else { break };
        let line = trim_end(text, label, line_end(text, label));
        // 请假：须提前一天报批。
        if text.get(label..line)?.contains(any_of("须应由不要")) {
            return None;
        }
        end = Some(line);
        from = skip_space(text, line);
    }
    let foot = || from >= text.len() || copy_to(text, from).is_some() || print_info(text, from).is_some();
    end.filter(|_| foot() || date(text, from).is_some_and(|day| day.full))
}

/// Where the paragraph ends that tells what the figures are taken from: `资料来源：……`.
pub(crate) fn source(text: &str, at: usize) -> Option<usize> {
    let label = eat(text, at, "资料来源")?;
    eat(text, label, "：").map(|_| trim_end(text, at, line_end(text, at)))
}

/// The block of end notes: `注释〔1〕……`, `注：⏎1.……`; its paragraphs open with their numbers.
pub(crate) fn end_notes(text: &str, at: usize) -> Option<usize> {
    let label = words!("注释 注：").at(text, at)?;
    let named = eat(text, at, "注释").is_some();
    let colon = eat(text, label, "：");
    let next = skip_space(text, colon.unwrap_or(label));
    let counted = |at: usize| {
        let number = bounded(text, at, "12、".len()).trim_start_matches(|c: char| c.is_ascii_digit());
        char_at(text, at).is_some_and(|c| c.is_ascii_digit()) && number.starts_with(any_of(".．、"))
    };
    let numbered = |at: usize| {
        let sign = matches!(char_at(text, at), Some('〔' | '[' | '［' | '①'..='⑳' | '【' | '（' | '1'));
        (sign || counted(at)) && note(text, at).is_none()
    };
    if !(numbered(next) || named && colon.is_some()) {
        return None;
    }
    let mut from = next;
    while let Some(paragraph) = next_paragraph(text, from) {
        // ［1］一降三减：⏎火灾起数……
        let explains = text.get(from..paragraph).is_some_and(|term| term.trim_end().ends_with(any_of("：:")));
        if !(numbered(paragraph) || explains && numbered(from)) {
            return Some(trim_end(text, at, paragraph));
        }
        from = paragraph;
    }
    Some(trim_end(text, at, text.len()))
}

/// Where the paragraph after the one at `at` begins: behind a line break or an indentation after a sentence.
fn next_paragraph(text: &str, at: usize) -> Option<usize> {
    let rest = rest(text, at);
    for (i, c) in each_char(rest) {
        let indented = c == '\u{3000}' && rest.get(i + 3..).is_some_and(|r| r.starts_with('\u{3000}'));
        if c == '\n' || indented {
            let next = skip_space(text, at + i);
            return (next < text.len()).then_some(next);
        }
    }
    None
}
