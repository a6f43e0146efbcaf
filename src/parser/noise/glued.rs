//! Noise glued to the text: menus, contents, a source note before a speech, page counts, an
//! examiner's remarks.

use super::Cut;
use super::line::{is_blank, is_ideograph};
use super::words::{BUTTON, NOTICE, PHRASE, SIZE, WORDS};
use crate::NoiseKind;
use crate::lexer::search::suffix;
use crate::lexer::search::{
    after, before, begins_with_any, chars, ends_with_any, find as find_word, first, has, is_one_of, last, number,
    position, prefix, skip, skip_back,
};
use memchr::memmem;

/// How far from the start, or from the end, a site's words are looked for, in bytes.
const NEAR: usize = 6000;

/// The most bytes of a site's one phrase behind the last sentence.
const LAST_WORDS: usize = 20 * "字".len();

/// Adds what is glued to the lines of `text`.
pub(super) fn find(text: &str, cuts: &mut Vec<Cut>) {
    let near = prefix(text, NEAR);
    head(near, cuts);
    cuts.extend(caption(prefix(near, NEAR / 4), cuts));
    cuts.extend(picture(near));
    contents(near, cuts);
    unnamed_contents(near, cuts);
    each(text, "出处", source_note, cuts);
    each(text, "原标题", title_note, cuts);
    each(text, "<!--", comment, cuts);
    each(text, "参考答案", remark, cuts);
    each(text, "分析", annotated_copy, cuts);
    each(text, "解析", annotated_copy, cuts);
    each(text, "页", page_count, cuts);
    each(text, "此处隐藏", hidden, cuts);
    tail(text, cuts);
}

fn boilerplate(start: usize, end: usize) -> Cut {
    Cut::new(start as u32, end as u32, NoiseKind::Boilerplate)
}

/// Looks at each place where `word` stands in `text`.
fn each(text: &str, word: &str, look: fn(&str, usize) -> Option<Cut>, cuts: &mut Vec<Cut>) {
    cuts.extend(memmem::find_iter(text.as_bytes(), word).filter_map(|at| look(text, at)));
}

/// `……此处隐藏3562个字……`, which a site puts where it leaves something out.
fn hidden(text: &str, at: usize) -> Option<Cut> {
    let counted = skip(after(text, at + "此处隐藏".len()), |c| c.is_ascii_digit());
    let behind = counted.strip_prefix("个字")?;
    let dots = |c| matches!(c, '…' | '.');
    Some(boilerplate(skip_back(before(text, at), dots).len(), text.len() - skip(behind, dots).len()))
}

/// The bytes that the first `count` characters of `text` take.
fn chars_len(text: &str, count: usize) -> usize {
    text.chars().take(count).map(char::len_utf8).sum()
}

/// A page's menus, or the facts of a file, glued to the front; then source and date.
fn head(near: &str, cuts: &mut Vec<Cut>) {
    let mut end = 0;
    if facts_of_a_file(prefix(near, 800)) >= 3
        && let Some(at) = find_word(near, "---")
    {
        end = near.len() - skip(after(near, at), |c| c == '-').len();
    }
    // ---key: value---
    if let Some(facts) = near.strip_prefix("---")
        && let Some(len) = find_word(facts, "---").filter(|&len| len < 300)
        && first(facts).is_ascii_alphabetic()
        && has(before(facts, len), |c| c == ':')
    {
        end = near.len() - skip(after(facts, len), |c| c == '-').len();
    }
    if find_word(near, "位置").is_some()
        && let Some(path) = find_word(near, "当前位置").or_else(|| find_word(near, "您的位置"))
    {
        let start = before(near, chars_len(near, 10));
        let again = find_word(after(near, path), start).map_or(0, |at| path + at);
        if chars(start) == 10 && !has(start, |c| c == '\n') && again > 0 && !has(before(near, again), |c| c == '。') {
            end = again;
        }
    }
    end = end.max(path(near)).max(page_title(near));
    let (menu, count) = buttons(after(near, end));
    if count >= 3 {
        end += menu;
    }
    if end > 0 {
        cuts.push(boilerplate(0, end));
    }
    facts(near, end, cuts);
}

/// The length of a page's head whose title the document repeats below it:
/// `当前位置：首页>要闻2024年某县工作报告【字体：小中大】|工作报告……`, or `分享:某县工作报告首页>要闻>报告|某县工作报告……`.
fn page_title(near: &str) -> usize {
    let line = before(near, chars_len(near, 400));
    let line = before(line, position(line, |c| matches!(c, '。' | '\n')).unwrap_or(line.len()));
    let steps = skip_back(line, |c| !is_step(c));
    if steps.is_empty() {
        return 0;
    }
    let start = |text, count| before(text, chars_len(text, count));
    if let Some(size) = find_word(line, "【字").filter(|&size| size >= steps.len()) {
        let close = size + buttons(after(line, size)).0;
        let title = start(after(line, close), 6);
        let again = chars(title) == 6 && find_word(before(line, size), title).is_some();
        return if again { close } else { 0 };
    }
    let share = ["分享:", "分享：", "分享到:", "分享到："].iter().find_map(|button| line.strip_prefix(button));
    let title = start(share.unwrap_or(line), 8);
    let again = find_word(after(line, steps.len()), title).filter(|_| chars(title) == 8);
    again.map_or(0, |again| steps.len() + again)
}

/// How many times `- key: ` stands in `text`.
fn facts_of_a_file(text: &str) -> usize {
    let key = |at: usize| {
        let before = before(text, at);
        let list = skip_back(before, |c| c.is_ascii_alphanumeric() || c == '_');
        before.len() > list.len() + 1 && list.ends_with("- ")
    };
    memmem::find_iter(text.as_bytes(), ": ").filter(|&at| key(at)).count()
}

/// The length of the way to the page that `text` begins with, and of the editor's words behind it:
/// `当前位置：首页 > 范文 > 正文…………以下是小编整理的……，欢迎阅读。`
fn path(text: &str) -> usize {
    const PLACES: [&str; 5] = ["当前位置", "您的位置", "您现在的位置", "您当前的位置", "所在位置"];
    let line = before(text, memchr::memchr(b'\n', text.as_bytes()).unwrap_or(text.len()));
    let line = before(line, chars_len(line, 300));
    let named = begins_with_any(skip(line, is_blank), &PLACES);
    let head = before(line, chars_len(line, 40));
    if !named && (head.matches(is_step).count() < 2 || has(head, |c| matches!(c, '。' | '，' | '；'))) {
        return 0;
    }
    if let Some(editor) = find_word(line, "小编")
        && !has(before(line, editor), |c| matches!(c, '。' | '；'))
        && let Some(len) = position(after(line, editor), |c| matches!(c, '。' | '！' | '!'))
    {
        let end = editor + len;
        return end + first(after(line, end)).len_utf8();
    }
    // from the last step on
    let steps = skip_back(line, |c| !is_step(c));
    if steps.is_empty() {
        return 0;
    }
    let last = steps.len() - last(steps).len_utf8();
    if let Some(len) = find_word(after(line, last), "正文").filter(|&len| len < 8) {
        return last + len + "正文".len();
    }
    // 首页 > 通知公告|关于……, ××县政府 > 政策文件|××县政府办公室关于……
    let title = after(line, steps.len());
    let about = before(title, find_word(title, "关于").unwrap_or_default());
    let place = before(line, chars_len(line, 3));
    let organ = find_word(about, place).filter(|&at| at > 0);
    let bare = !ends_with_any(about, &["局", "办", "府", "会", "厅", "委", "室", "院", "部"]) && chars(about) <= 8;
    organ.or(bare.then_some(about.len())).filter(|&len| len > 0).map_or(0, |len| steps.len() + len)
}

/// What stands between the steps of the way to a page.
fn is_step(c: char) -> bool {
    matches!(c, '>' | '›' | '»' | '＞')
}

/// The words below a picture, glued between a speaker and a salutation:
/// `市长 王某|王某同志作政府工作报告。本报记者 李某摄|各位代表：`.
fn caption(near: &str, facts: &[Cut]) -> Option<Cut> {
    let at = find_word(near, "作政府工作报告")?;
    let end = find_word(after(near, at), "各位").filter(|&end| end < 160)?;
    let named = before(near, at);
    let named = named.strip_suffix("同志").unwrap_or(named);
    let starts = named.char_indices().rev().take(4).skip(1).map(|(at, _)| at);
    let twice = starts.filter(|&at| before(named, at).ends_with(after(named, at))).last();
    let start = twice.or_else(|| facts.iter().map(|cut| cut.end as usize).find(|&end| end <= at && at - end <= 36))?;
    Some(boilerplate(start, at + end))
}

/// The words below a picture that stand above a report: `……发表讲话。××社记者××摄|××社某地5月20日电`.
fn picture(near: &str) -> Option<Cut> {
    let words = before(near, find_word(prefix(near, 400), "摄")?);
    let below = after(near, words.len() + "摄".len());
    let alone = begins_with_any(below, &["\n", "\u{3000}\u{3000}", "新华社", "新华网", "人民网", "本报"]);
    let reporter = find_word(words, "记者").filter(|&at| chars(after(words, at)) <= 10);
    (alone && reporter.is_some() && !has(words, |c| c == '\n')).then(|| boilerplate(0, words.len() + "摄".len()))
}

/// The length of the run of buttons that `text` begins with, and how many there are.
fn buttons(text: &str) -> (usize, usize) {
    let (mut rest, mut count) = (text, 0);
    loop {
        let skipped = skip(rest, |c| matches!(c, ' ' | '|' | '】' | '>' | '-' | ':'));
        let len = WORDS.longest_at(skipped, BUTTON | SIZE);
        if len == 0 {
            return (if count > 0 { text.len() - skipped.len() } else { 0 }, count);
        }
        rest = after(skipped, len);
        count += 1;
    }
}

/// `text` without a date and time at its start.
fn skip_date(text: &str) -> &str {
    skip(text, is_of_date)
}

fn is_of_date(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '-' | ':' | ' ')
}

/// `2022-11-16来源：……【字号：大中小】分享` or `来源：……时间：2022-11-16`, glued to the title.
fn facts(near: &str, from: usize, cuts: &mut Vec<Cut>) {
    if find_word(near, "来源").is_none() {
        return;
    }
    let rest = after(near, from);
    let Some(at) = find_word(rest, "来源:").or_else(|| find_word(rest, "来源：")).filter(|&at| at > 0 && at < 600)
    else {
        return;
    };
    let above = before(rest, at);
    let kind = ["信息", "文章", "稿件", "新闻", "内容"].iter().find_map(|kind| above.strip_suffix(kind));
    let (above, at) = kind.map_or((above, at), |above| (above, above.len()));
    if has(above, |c| matches!(c, '。' | '\n')) {
        return;
    }
    let date = skip_back(above, is_of_date);
    let start = if above.len() - date.len() >= 8 { date.len() } else { at };
    // 发布时间： before the date
    let named = skip_back(before(above, start), |c| matches!(c, '：' | ':'));
    let label = ["发布时间", "发表时间", "时间", "日期"].iter().find_map(|label| named.strip_suffix(label));
    let start = label.filter(|_| named.len() < start).map_or(start, str::len);
    let tail = prefix(after(rest, at), 240);
    let mut end = 0;
    for label in ["时间:", "时间："] {
        if let Some(time) = find_word(tail, label) {
            let value = after(tail, time + label.len());
            let left = skip_date(value);
            if value.len() - left.len() >= 8 {
                end = tail.len() - left.len();
            }
        }
    }
    // the buttons to share it end the facts
    if let Some(share) = find_word(tail, "分享").filter(|&share| share < 90 && end == 0) {
        end = share + buttons(after(tail, share)).0;
    }
    for label in ["【字", "浏览字号：", "字号：", "字体："] {
        if let Some(size) = find_word(tail, label) {
            end = end.max(size + buttons(after(tail, size)).0);
        }
    }
    if end > 0 {
        // the document's own title comes below, perhaps behind its number
        let title = skip(before(above, start), is_blank);
        let title = before(title, chars_len(title, 10));
        let below = prefix(after(rest, at + end), 120);
        let own = find_word(below, title).filter(|&own| chars(title) == 10 && !has(before(below, own), |c| c == '。'));
        let start = if own.is_some() { 0 } else { start };
        cuts.push(boilerplate(from + start, from + at + end));
    }
}

/// 目录 with its entries in one line, up to where the first entry's title stands again.
fn contents(near: &str, cuts: &mut Vec<Cut>) {
    let heading = |at: usize| {
        let rest = after(near, at + "目".len());
        let word = skip(rest, |c| matches!(c, ' ' | '　'));
        let near = rest.len() - word.len() <= 2 * "　".len();
        (near && first(word) == '录').then(|| (at, after(word, "录".len())))
    };
    let Some((at, table)) = memmem::find_iter(near.as_bytes(), "目").find_map(heading) else { return };
    let table = skip(table, |c| matches!(c, ' ' | '　' | '：' | ':'));
    // the number of an entry may be the table's own
    let mut rest = skip(table, |c| c.is_ascii_digit());
    if rest.len() == table.len() || !matches!(first(rest), '.' | '．' | '、') {
        rest = table;
    } else {
        rest = after(rest, chars_len(rest, 1));
    }
    let (own, key) = (before(table, table.len() - rest.len()), before(rest, chars_len(rest, 6)));
    // 产业目录 is a word: a table after one begins with a number
    let numbered = matches!(first(table), '0'..='9' | '第' | '一' | '（');
    if is_ideograph(last(before(near, at))) && !numbered
        || chars(key) < 6
        || has(key, |c| matches!(c, '\n' | '》' | '。' | '（' | '('))
    {
        return;
    }
    // 1.××乡：把小田……: the title stands behind the name
    let named = || {
        let (organ, title) = before(rest, chars_len(rest, 20)).split_once('：')?;
        let title = before(title, chars_len(title, 6));
        let from = organ.len() + '：'.len_utf8() + title.len();
        let again = find_word(after(rest, from), title).filter(|_| chars(title) == 6)?;
        Some(from + again)
    };
    // T篇1 1 T篇2 5: the entries of a series begin alike
    let first_entry = before(rest, position(rest, is_blank).unwrap_or_default());
    let key = if first_entry.ends_with("篇1") || first_entry.ends_with("篇一") { first_entry } else { key };
    let again = find_word(after(rest, key.len()), key).map(|again| key.len() + again);
    let Some(again) = again.or_else(named) else { return };
    let entries = before(table, own.len() + again);
    let entries = entries.strip_suffix(own).unwrap_or(entries);
    if entries.len() >= 60 && !has(entries, |c| matches!(c, '。' | '；' | '》' | '\n')) {
        let end = near.len() - table.len() + entries.len();
        cuts.push(Cut::new(at as u32, end as u32, NoiseKind::Contents));
    }
}

/// A list of titles from 总则 on, without the word 目录, up to where 总则 stands again.
fn unnamed_contents(near: &str, cuts: &mut Vec<Cut>) {
    if find_word(near, "总则").is_none() {
        return;
    }
    for key in ["1　总则", "1 总则", "1总则", "第一章　总则", "第一章 总则", "第一章总则"] {
        let Some(first) = find_word(near, key) else { continue };
        let Some(again) = find_word(after(near, first + key.len()), key) else { continue };
        let (first, again) = (first as u32, (first + key.len() + again) as u32);
        let table = near.get(first as usize..again as usize).unwrap_or_default();
        let titles = table.len() >= 60 && !has(table, |c| matches!(c, '。' | '；' | '》' | '\n' | '，'));
        if titles && cuts.iter().all(|cut| again <= cut.start || cut.end <= first) {
            cuts.push(Cut::new(first, again, NoiseKind::Contents));
        }
        return;
    }
}

/// `出处：……出版社2006年8月第1版` before a speech.
fn source_note(text: &str, start: usize) -> Option<Cut> {
    let note = after(text, start);
    if !matches!(first(after(note, "出处".len())), '：' | ':') {
        return None;
    }
    let (mut seen, mut end) = (['\0'; 2], None);
    for (at, c) in note.char_indices().take(80) {
        if c == '\n' || c == '　' && seen == ['　'; 2] {
            end = Some(at);
            break;
        }
        if c == '版' && seen.iter().any(char::is_ascii_digit) {
            end = Some(at + c.len_utf8());
            break;
        }
        seen = [seen[1], c];
    }
    let end = end?;
    let above = before(text, start);
    let line_start = above.ends_with('\n') || skip_back(above, |c| matches!(c, ' ' | '　' | '\u{feff}')).is_empty();
    (line_start || find_word(before(note, end), "出版社").is_some()).then(|| boilerplate(start, start + end))
}

/// `原标题：……` below a page's text, or above it.
fn title_note(text: &str, start: usize) -> Option<Cut> {
    const LONGEST: usize = 90;
    let note = after(text, start);
    if !matches!(first(after(note, "原标题".len())), '：' | ':') {
        return None;
    }
    let above = skip_back(before(text, start), is_blank);
    if !above.is_empty() && !matches!(last(above), '\n' | '。' | '！' | '？' | '”' | '）' | '>') {
        return None;
    }
    let note = before(note, chars_len(note, LONGEST));
    let ends = ["\n", "\u{3000}\u{3000}", "新华社", "新华网", "人民网", "本报"];
    let end = ends.iter().filter_map(|end| find_word(note, end)).min();
    let end = end.or_else(|| (note.len() == text.len() - start).then_some(note.len()))?;
    (!has(before(note, end), |c| matches!(c, '。' | '；'))).then(|| boilerplate(start, start + end))
}

/// `<!-- INFO END -->` within a line.
fn comment(text: &str, start: usize) -> Option<Cut> {
    let end = find_word(prefix(after(text, start), 200), "-->")?;
    Some(boilerplate(start, start + end + 3))
}

/// A site's words after the last sentence.
fn tail(text: &str, cuts: &mut Vec<Cut>) {
    let body = skip_back(text, is_blank);
    let near = suffix(body, NEAR / 2);
    let line = memchr::memrchr(b'\n', near.as_bytes()).map_or(0, |at| at + 1);
    let near = after(near, line);
    let rest = after(near, skip_back(near, |c| !matches!(c, '。' | '！')).len());
    let (mut words, mut number, mut start, mut button) = (0, None, usize::MAX, usize::MAX);
    WORDS.each(rest, PHRASE | NOTICE | BUTTON, &mut |at, word, len, list| {
        if list != BUTTON {
            words += usize::from(number != Some(word));
            (number, start) = (Some(word), start.min(at));
        } else if len >= 12 {
            button = button.min(at);
        }
    });
    if words < 2 {
        // ……的新篇章！扫一扫在手机打开当前页
        if near.len() > rest.len()
            && rest.len() <= LAST_WORDS
            && WORDS.longest_at(rest, PHRASE | BUTTON) >= "扫一扫".len()
        {
            cuts.push(boilerplate(body.len() - rest.len(), body.len()));
        }
        return;
    }
    // what names a site before the date that the document is signed with is its own: an annex on a 小程序
    if let Some(signed) = signed(rest).filter(|&signed| signed > start.min(button)) {
        let words = WORDS.lists_in(after(rest, signed), PHRASE | NOTICE | BUTTON);
        if words > 0 {
            (start, button) = (signed, signed);
        }
    }
    // ……2月19日|[打印] [关闭]
    let bar = |signed: usize| {
        let behind = skip(after(rest, signed), is_blank);
        matches!(first(behind), '[' | '【') && WORDS.longest_at(after(behind, first(behind).len_utf8()), BUTTON) > 0
    };
    if let Some(signed) = self::signed(rest).filter(|&signed| signed < start && bar(signed)) {
        start = signed;
    }
    if begins_with_any(rest, &["政策解读", "一图读懂", "相关"]) {
        start = 0;
    }
    start = start.min(button);
    // 【……】相关文章
    let above = before(rest, start);
    if above.ends_with('】') {
        start = above.rfind('【').unwrap_or(start);
    }
    cuts.push(boilerplate(body.len() - rest.len() + start, body.len()));
}

/// Where the last date ends that stands behind a name: `××中心2025年3月27日`, not `发布日期：2025年3月27日`.
fn signed(text: &str) -> Option<usize> {
    let year = |at: usize| {
        let digits = skip_back(before(text, at), |c| c.is_ascii_digit());
        let (month, rest) = number(after(text, at + "年".len()), 2)?;
        let (day, rest) = number(rest.strip_prefix('月')?, 2)?;
        let rest = rest.strip_prefix('日').filter(|_| month > 0 && day > 0)?;
        (at - digits.len() == 4 && is_ideograph(last(digits))).then_some(text.len() - rest.len())
    };
    memmem::rfind_iter(text.as_bytes(), "年").find_map(year)
}

/// `参考答案说明：……` up to the next answer, and the line 参考答案一.
fn remark(text: &str, at: usize) -> Option<Cut> {
    let start = at + "参考答案".len();
    // 【第二题参考答案】
    let question = before(text, at).strip_suffix('题').and_then(|number| {
        let of = skip_back(number, |c| is_one_of(c, "一二三四五六七八九十") || c.is_ascii_digit());
        of.strip_suffix("【第").filter(|_| of.len() < number.len())
    });
    if let Some(above) = question {
        return after(text, start).starts_with('】').then(|| boilerplate(above.len(), start + "】".len()));
    }
    let rest = after(text, start);
    let line = before(rest, memchr::memchr(b'\n', rest.as_bytes()).unwrap_or(rest.len()));
    let mut len = line.len();
    if !begins_with_any(line, &["说明：", "说明:"]) {
        let rest = skip(line, |c| matches!(c, '一' | '二' | '三' | '四' | '五') || c.is_ascii_digit());
        len -= rest.len();
        if len > 6 || at > 0 && !skip(rest, char::is_whitespace).is_empty() {
            return None;
        }
    }
    Some(boilerplate(at, start + len))
}

/// `文章分析` and the text again, with an examiner's remarks in it.
fn annotated_copy(text: &str, at: usize) -> Option<Cut> {
    let begin = skip(text, char::is_whitespace);
    let begin = before(begin, chars_len(begin, 8));
    let title = before(begin, position(begin, |c| c == '\n').unwrap_or(begin.len()));
    let again = skip(after(text, at + "分析".len()), char::is_whitespace).strip_prefix(title)?;
    // a short title could stand there by chance: a remark follows it
    let remarked = skip(again, char::is_whitespace).starts_with('【');
    if chars(title) < if remarked { 4 } else { 8 } {
        return None;
    }
    let label = skip_back(before(text, at), is_ideograph);
    let start = if chars(after(before(text, at), label.len())) <= 6 { label.len() } else { at };
    Some(boilerplate(start, text.len()))
}

/// `第 1 页 共 9 页` within a line.
fn page_count(text: &str, at: usize) -> Option<Cut> {
    let tail = skip(after(text, at + 3), |c| matches!(c, ' ' | '/' | '，' | ',' | '　')).strip_prefix('共')?;
    let blank = |c| c == ' ';
    let (number, rest) = number(skip(tail, blank), 5)?;
    let rest = skip(rest, blank).strip_prefix('页').filter(|_| number > 0)?;
    let above = skip_back(before(text, at), blank);
    let head = skip_back(skip_back(above, |c| c.is_ascii_digit()), blank).strip_suffix('第')?;
    Some(Cut::new(head.len() as u32, (text.len() - rest.len()) as u32, NoiseKind::PageNumber))
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
    fn the_way_to_a_page_before_a_title() {
        let steps = "青石县人民政府 > 政务公开 > 政策文件青石县人民政府办公室关于管水的通报各村：现通报如下。";
        assert_eq!(clean(steps), "青石县人民政府办公室关于管水的通报各村：现通报如下。");
        let page =
            "当前位置：网站首页 >> 通知公告关于管水的通告为了管水，县水利局决定封闭水库。一、不准下水。二、不准垂钓。";
        assert_eq!(clean(page), "关于管水的通告为了管水，县水利局决定封闭水库。一、不准下水。二、不准垂钓。");
        assert_eq!(noise("水位a > b，水量c > d，关于管水。"), []);
    }

    #[test]
    fn buttons_behind_the_day_of_signing() {
        let tail = "请看三楼公示栏。青石县水利局2024年2月19日[打印] [关闭] [返回顶部]相关新闻·开渠了版权所有：青石县苏ICP备00号";
        assert_eq!(clean(&format!("关于管水的通告{tail}")), "关于管水的通告请看三楼公示栏。青石县水利局2024年2月19日");
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
