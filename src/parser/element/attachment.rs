//! 附件说明 and the labels of attachments.

use super::date::{date, is_digit};
use super::matching::*;
use super::{WINDOW, is_organ, officer, window};
use crate::lexer::search::{self, has_any, is_one_of, last};
use crate::word_list::word_list;

/// 附件说明: `附件：1.……`; ends with its line and the numbered lines after it.
pub(crate) fn attachment_note(text: &str, at: usize, issuer: &str) -> Option<usize> {
    let label = attachment_label(text, at)?;
    if let Some(end) = file_line(text, label) {
        return Some(end);
    }
    let below = |end: usize| skip_blanks(text, end) == line_end(text, end) && is_file(text, skip_space(text, end));
    let colon = match eat(text, skip_blanks(text, label), "：") {
        Some(colon) => colon,
        None if below(label) => label,
        // 附件1　巡查表⏎附件2　登记表
        None if apart(text, label) && apart_below(text, label) => label,
        // 附件1.……, its list without a colon
        None => {
            let bare = eat(text, at, "附件")?;
            words!(". ． 、")
                .at(text, label)
                .filter(|&dot| label > bare && skip_blanks(text, dot) < line_end(text, dot))?;
            bare
        }
    };
    let mut first = skip_blanks(text, colon);
    if char_at(text, first) == Some('\n') {
        // the label stands alone above its list
        first = skip_space(text, first);
        words!("1. 1． 1、").at(text, first).or_else(|| is_file(text, first).then_some(first))?;
    }
    if first >= text.len() {
        return None;
    }
    let mut end = attachment_line(text, first, issuer);
    // 附件一：……, 附件：附件1 ……
    let labelled = named_attachment(text, at) || named_attachment(text, first);
    for _ in 0..40 {
        let next = skip_space(text, end);
        let wide = rest(text, end).get(..next - end).is_some_and(|gap| search::chars(gap) >= 3);
        if labelled && next > line_end(text, end) && named_attachment(text, next) {
            end = attachment_line(text, next, issuer);
            continue;
        }
        // 任务分解表.xlsx, each on its line
        if is_file(text, first) && next > line_end(text, end) && is_file(text, next) {
            end = attachment_line(text, next, issuer);
            continue;
        }
        let numbered = is_numbered(text, next) && (next > line_end(text, end) || wide) && date(text, next).is_none();
        if !numbered {
            break;
        }
        let line = attachment_line(text, next, issuer);
        if width(text.get(next..line)?) > 80 {
            break;
        }
        end = line;
    }
    Some(end)
}

/// Whether the number of one in a list of attachments stands here: `2.`, `（2）`, `②`.
fn is_numbered(text: &str, at: usize) -> bool {
    let open = eat(text, at, "（");
    let number = skip_blanks(text, open.unwrap_or(at));
    match char_at(text, number) {
        Some('②'..='⑳') => true,
        Some('1'..='9' | '１'..='９') => {
            let mut near = rest(text, number).chars().take(4);
            if open.is_some() {
                near.any(|c| matches!(c, '）' | ')'))
            } else {
                near.any(|c| matches!(c, '.' | '．' | '、'))
            }
        }
        _ => false,
    }
}

/// Whether only a blank stands between the label of an attachment, with its number, and its name.
fn apart(text: &str, label: usize) -> bool {
    let name = skip_blanks(text, label);
    name > label
        && text.get(..label).is_some_and(|label| !label.ends_with(['件', '表', '录']))
        && (2..=40).contains(&width(text.get(name..line_end(text, name)).unwrap_or_default()))
}

/// Whether the next attachment's label and name stand in the same way on the next line.
fn apart_below(text: &str, label: usize) -> bool {
    let next = skip_space(text, line_end(text, label));
    eat(text, next, "附件").is_some() && attachment_label(text, next).is_some_and(|label| apart(text, label))
}

/// Where a line ends that offers a file behind the label: `附件【名单.docx】已下载12次`, `附件下载：名单.docx`.
fn file_line(text: &str, label: usize) -> Option<usize> {
    words!("【 [ 下载").at(text, label)?;
    let end = trim_end(text, label, line_end(text, label));
    has_any(text.get(label..end)?, &FILES).then_some(end)
}

/// What the names of files have before their ends.
const FILES: [&str; 7] = [".doc", ".xls", ".pdf", ".wps", ".ofd", ".zip", ".rar"];

/// Whether the line at `at` is the name of a file.
pub(crate) fn is_file(text: &str, at: usize) -> bool {
    let name = bounded(text, at, 80 * "字".len());
    let name = name.split('\n').next().unwrap_or_default().trim_end_matches(is_blank);
    ends_in_file(name) && !name.contains(any_of("，。；："))
}

fn ends_in_file(line: &str) -> bool {
    let name = line.strip_suffix('x').unwrap_or(line);
    FILES.iter().any(|file| name.ends_with(file))
}

/// Whether an annex is named with its label here: `附件2 名单.xls`.
fn named_attachment(text: &str, at: usize) -> bool {
    eat(text, at, "附件").is_some()
        && attachment_label(text, at)
            .is_some_and(|end| end > at + "附件".len() && skip_blanks(text, end) < line_end(text, end))
}

/// Where a line of an annex note ends: at its break, or before the organ that signs.
fn attachment_line(text: &str, at: usize, issuer: &str) -> usize {
    let line = window(text, at, 2 * WINDOW);
    let mut end = line.len();
    // the organ stands last, followed by the date or the end
    let signs = |&n: &usize| {
        let after = skip_space(text, at + n + issuer.len());
        n > 0 && (date(text, after).is_some() || after >= text.len())
    };
    if !issuer.is_empty() {
        end = memchr::memmem::find_iter(line.as_bytes(), issuer).find(signs).unwrap_or(end);
    }
    if end == line.len()
        && let Some(organ) = glued_organ(text, at, line)
    {
        end = organ;
    }
    // glued, the annex itself follows: its label ends the note
    if let Some(n) = line.get(..end).and_then(|l| l.find("附件")).filter(|&n| n > 12)
        && !line.get(..n).is_some_and(|l| is_one_of(last(l), "《“（、及和") || ends_in_file(l))
    {
        end = n;
    }
    let gap = line.get(..end).and_then(|l| l.find("　　　").or_else(|| l.find("    "))).unwrap_or(end);
    trim_end(text, at, at + gap)
}

/// What the names of attachments end in.
static NAME: &Words = words!(word_list!("attachment.txt"));

/// Whether a line ends as the names of attachments do.
pub(crate) fn names_attachment(line: &str) -> bool {
    NAME.ends(line, 0, line.len())
}

/// Where, in a line at `at`, an organ begins that is glued between the last attachment's name and the date:
/// `1.水库名单|××县水利局2021年3月2日`.
fn glued_organ(text: &str, at: usize, line: &str) -> Option<usize> {
    let year = line.match_indices('年').filter_map(|(n, _)| {
        let before = line.get(..n)?;
        // of a masked name only the digits behind it: 荀××2022年
        let plain = before.trim_end_matches(|c: char| c.is_ascii_digit());
        Some(if plain.len() + 4 == n { plain.len() } else { search::skip_back(before, is_digit).len() })
    });
    let day = year.filter(|&n| n > 0).find(|n| date(text, at + n).is_some_and(|d| d.full))?;
    let whole = trim_end(text, at, at + day);
    let mut starts = line.get(..day)?.char_indices().map(|(n, _)| n).skip(2);
    starts.find(|&n| {
        let organ = text.get(at + n..whole).unwrap_or_default();
        // 情况|说明: a name that goes on
        NAME.at(text, at + n).is_none()
            && (NAME.ends(text, at, at + n) || line.get(..n).is_some_and(|name| is_one_of(last(name), "）)")))
            && (4..=40).contains(&width(organ))
            && !organ.contains(|c: char| c.is_ascii_digit() || is_one_of(c, ".．、"))
            && (is_organ(text, at + n, whole) || officer(text, at + n, whole))
    })
}

/// Where the label 附件, 附件1, 附表 ends.
pub(crate) fn attachment_label(text: &str, at: usize) -> Option<usize> {
    let end = words!("附件 附表 附录 附：").at(text, at)?;
    if eat(text, at, "附：").is_some() {
        return Some(at + "附".len());
    }
    let next = skip_blanks(text, end);
    let digits = |c: &char| c.is_ascii_digit() || is_one_of(*c, "一二三四五六七八九十");
    let number: usize = rest(text, next).chars().take(3).take_while(digits).map(char::len_utf8).sum();
    // 附件12023年度……: the number before a year
    let year = bounded(text, next, 8).trim_start_matches(|c: char| c.is_ascii_digit());
    let all = bounded(text, next, 8).len() - year.len();
    if matches!(all, 5 | 6) && year.starts_with('年') {
        return Some(next + all - 4);
    }
    // 附件2021年……: the number is a year
    if number == 0 || char_at(text, next + number).is_some_and(|c| c.is_ascii_digit()) {
        return Some(end);
    }
    // 附件1. on a line of its own
    let end = next + number;
    let dot = words!(". ． 、").at(text, end).filter(|&dot| skip_blanks(text, dot) == line_end(text, dot));
    Some(dot.unwrap_or(end))
}

/// The titles that an annex note lists.
pub(crate) fn attachment_names(text: &str, start: usize, end: usize) -> impl Iterator<Item = &str> {
    let note = text.get(start..end).unwrap_or_default();
    note.split(any_of("\n：:.．、")).map(str::trim).filter_map(|name| {
        let name = name.trim_end_matches(|c: char| c.is_ascii_digit() || is_blank(c));
        (width(name) >= 4).then_some(name)
    })
}
