//! The head of a page glued to the front of a document: menus, the way to the page and its title; then source, day, counts
//! and buttons.

use super::Cut;
use super::glued::{boilerplate, chars_len};
use super::line::{is_blank, is_ideograph};
use super::page_title::bare;
use super::site_line::is_invitation;
use super::words::{BUTTON, LABEL, OWN_LABELS, PHRASE, SIZE, WORDS};
use crate::lexer::chars::is_colon;
use crate::lexer::search::{
    after, any_of, before, begins_with_any, chars, common_start, ends_with_any, find as find_word, first, has, has_any,
    last, position, prefix, skip, skip_back,
};
use memchr::memmem;

/// Adds a page's menus, or the facts of a file, glued to the front of `near`; then source and date.
pub(super) fn find(near: &str, cuts: &mut Vec<Cut>) {
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
    end = end.max(path(near)).max(page_title(near)).max(index_box(near)).max(file_number_or_slogan(near));
    end = end.max(notice(near));
    let again = title_again(after(near, end), end > 0);
    end += again;
    let (menu, count) = buttons(after(near, end));
    if count >= 3 {
        end += menu;
    }
    if end > 0 {
        cuts.push(boilerplate(0, end));
    }
    if let Some((start, behind)) = invitation(near, end) {
        cuts.push(boilerplate(start, behind));
        end = behind;
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
    let again = find_word(after(line, steps.len()), title).map(|at| steps.len() + at).filter(|_| chars(title) == 8);
    // the number of the document is its own: 分享到-次|×府办规〔2022〕13号××办公室关于……
    let own = |at| find_word(after(before(line, at), steps.len()), "〔").is_some();
    if let Some(again) = again.filter(|&at| !own(at)) {
        return again;
    }
    // 范文 > ……讲话|……讲话发布时间：……|……讲话同志们：
    let title = start(skip(after(line, steps.len()), is_blank), 8);
    if chars(title) < 8 || chars(steps) > 40 || has(steps, |c| matches!(c, '，' | '；')) {
        return 0;
    }
    let last = memmem::rfind(line.as_bytes(), title.as_bytes());
    last.filter(|&at| at > steps.len() + title.len() && !own(at)).unwrap_or_default()
}

/// Where the words begin and end in which an editor offers what stands below them, behind the title of all, which the
/// first text has again: `……心得(3篇)|以下是某某网整理的……，希望对大家有所帮助。|……心得 篇1`.
fn invitation(near: &str, from: usize) -> Option<(usize, usize)> {
    const NEAR: usize = 300 * "字".len();
    /// The fewest characters of a title.
    const TITLE: usize = 6;
    let head = prefix(after(near, from), NEAR);
    let head = before(head, memchr::memchr(b'\n', head.as_bytes()).unwrap_or(head.len()));
    let mut end = 0;
    let offers = |sentence: &str| {
        end += sentence.len();
        is_invitation(sentence) || find_word(sentence, "小编").is_some() && has_any(sentence, &["整理", "收集", "带来"])
    };
    if !head.split_inclusive(any_of("。！!")).take(4).any(offers) || end == head.len() && head.len() < near.len() - from
    {
        return None;
    }
    let below = after(near, from + end);
    // 第一篇：……
    let number = below.strip_prefix('第').and_then(|below| below.split_once('篇')).filter(|(n, _)| chars(n) == 1);
    let below = number.map_or(below, |(_, title)| skip(title, |c| is_colon(c) || is_blank(c)));
    let title = common_start(head, below).len();
    if chars(before(head, title)) < TITLE {
        let whole =
            from > 0 || begins_with_any(head, &["请欣赏", "以下是", "下面是", "欢迎阅读", "当前位置", "您的位置"]);
        return whole.then_some((from, from + end));
    }
    let many = after(head, title);
    let close = position(many, |c| matches!(c, '）' | ')')).filter(|_| many.starts_with(any_of("（(")));
    let many = close.map(|close| close + first(after(many, close)).len_utf8()).filter(|len| *len <= 36);
    Some((from + title + many.unwrap_or_default(), from + end))
}

/// The length of what a site says of its files before the first of them, or of its own program.
fn notice(near: &str) -> usize {
    const ENDS: [(&str, &str); 3] = [("举报或认领", "文档简介"), ("写作神器！", "立即了解"), ("写作神器!", "立即了解")];
    let line = prefix(near, 400);
    let ends = ENDS.iter().find_map(|&(word, button)| {
        let at = find_word(line, word).filter(|&at| !has(before(line, at), |c| c == '。'))?;
        let behind = skip(after(near, at + word.len()), is_blank);
        Some(near.len() - behind.strip_prefix(button).unwrap_or(behind).len())
    });
    ends.unwrap_or_default()
}

/// How far the title that `text` begins with stands before the same title again, with a day, the name of a file or of a
/// site between them: `……心得2024-08-21|……心得(精选7篇)`, `……心得.docx5页|……心得`; behind the way to the page, whatever
/// is between.
fn title_again(text: &str, known: bool) -> usize {
    /// The fewest characters of a title, and the most between two.
    const TITLE: usize = 8;
    const GAP: usize = 60;
    let title = before(text, chars_len(text, TITLE));
    let line = before(text, chars_len(text, 3 * GAP));
    let line = before(line, position(line, |c| matches!(c, '。' | '，' | '\n')).unwrap_or(line.len()));
    if chars(title) < TITLE || title.len() > line.len() {
        return 0;
    }
    let Some(at) = find_word(after(line, title.len()), title).map(|at| title.len() + at) else { return 0 };
    // what both titles have, and what is between
    let again = after(text, at);
    let whole = common_start(text, again).len();
    let gap = before(text, at);
    let gap = after(gap, whole.min(gap.len()));
    let dated = || gap.char_indices().take(GAP).any(|(at, _)| date_len(after(gap, at)).is_some());
    // ……文件×府发〔2024〕3号……, ……（通用3篇）……1
    let own = matches!(first(gap), '（' | '(') || find_word(gap, "〔").is_some() || gap.ends_with(is_colon);
    let furniture = known || dated() || begins_with_any(gap, &[".doc", ".pdf"]);
    if chars(gap) <= GAP && !own && !is_ideograph(first(gap)) && furniture { at } else { 0 }
}

/// The length of what a site puts before the text that is glued to it: the number by which it files the text, or its
/// slogan: `编号：330718264在……会议上的讲话`.
fn file_number_or_slogan(text: &str) -> usize {
    // 精选优质文档-----倾情为你奉上|……制度
    if text.starts_with("精选优质文档")
        && let Some(end) = find_word(prefix(text, 80), "倾情为你奉上")
    {
        return end + "倾情为你奉上".len();
    }
    let Some(number) = text.strip_prefix("编号").and_then(|text| text.strip_prefix(is_colon)) else { return 0 };
    let title = skip(number, |c| c.is_ascii_digit());
    let filed = number.len() - title.len() >= "10000000".len() && is_ideograph(first(title));
    if filed { text.len() - title.len() } else { 0 }
}

/// The length of the box that `text` begins with, by which an office files what it publishes:
/// `索 引 号：……发布机构：……公开范围：面向社会`.
fn index_box(text: &str) -> usize {
    /// The most bytes of a value, and of one before a label that stands elsewhere, too.
    const VALUE: usize = 60 * "字".len();
    const BRIEF: usize = 20 * "字".len();
    const VALUES: [&str; 7] = ["主动公开", "依申请公开", "面向全社会", "面向社会", "全社会", "现行有效", "有效"];
    let line = before(text, position(text, |c| matches!(c, '。' | '\n')).unwrap_or(text.len()));
    let index = before(line, position(line, is_colon).unwrap_or_default());
    // [ 索引号 ] 0153, • 发文字号• 索引号
    let own = skip(line, is_sign);
    let len = WORDS.longest_at(own, LABEL);
    let signs = len > 0
        && begins_with_any(own, &["索引号", "发文字号"])
        && after(own, len).starts_with(|c: char| is_sign(c) || c.is_ascii_digit());
    if bare(index) != "索引号" && !signs {
        return 0;
    }
    let ends_label = if signs { is_sign } else { is_colon };
    let label = if signs { line.len() - own.len() + len } else { index.len() };
    let sign = |text: &str| if text.starts_with(ends_label) { first(text).len_utf8() } else { 0 };
    let mut end = label + sign(after(line, label));
    let (mut count, mut closed) = (0, false);
    WORDS.each(line, LABEL, &mut |at, _, len, _| {
        let (label, behind) = (prefix(after(line, at), len), after(line, at + len));
        // the blanks may be lost
        let plain = signs && (len >= "发布机构".len() || matches!(label, "文号" | "时效"));
        if closed || at < end || !behind.starts_with(ends_label) && !plain {
            return;
        }
        let gap = if label.starts_with("发布") { BRIEF } else { VALUE };
        // the facts below the title
        closed = at > end + gap || begins_with_any(label, &["日期", "时间", "来源", "访问", "浏览", "点击", "字"]);
        if !closed {
            end = at + len + sign(behind);
            count += 1;
        }
    });
    if count < 2 {
        return 0;
    }
    let value = skip(after(line, end), is_blank);
    let known = VALUES.iter().find(|known| value.starts_with(**known)).map(|known| known.len());
    line.len() - value.len() + date_len(value).or(known).unwrap_or_default()
}

/// What stands between the facts of a page instead of colons.
fn is_sign(c: char) -> bool {
    is_blank(c) || matches!(c, '[' | ']' | '|' | '•')
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
    let step = skip(after(line, last), |c| is_blank(c) || is_step(c));
    let text = ["正文", "文章页", "详情"].iter().find(|text| step.starts_with(**text));
    if let Some(text) = text {
        return line.len() - step.len() + text.len();
    }
    // 首页>要闻要闻|……报告: the name of the list again
    let list = (2..=8).map(|count| before(step, chars_len(step, count)));
    if let Some(list) = list.filter(|list| !list.is_empty()).find(|list| after(step, list.len()).starts_with(*list)) {
        return line.len() - step.len() + 2 * list.len();
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

/// What stands between the steps of a way and the entries of a menu.
fn is_bar(c: char) -> bool {
    is_step(c) || c == '|'
}

/// The facts that a page gives of a text: `2022-11-16来源：……【字号：大中小】分享`, `来源：…… 时间：2022-11-16 点击：20次`; and
/// what stands above the title before them.
fn facts(near: &str, from: usize, cuts: &mut Vec<Cut>) {
    /// The most bytes between two facts that belong together: the second name of a source.
    const GAP: usize = 12 * "字".len();
    /// How far below the facts the title is looked for, in bytes, and the most characters of a step that it is glued to.
    const BELOW: usize = 120;
    const STEP: usize = 12;
    let head = before(near, position(near, |c| matches!(c, '。' | '\n')).unwrap_or(near.len()));
    let (mut above, mut run) = (from, None::<(usize, usize)>);
    WORDS.each(after(head, from), LABEL | SIZE, &mut |at, _, len, list| {
        let at = from + at;
        let end = run.map_or(from, |(_, end)| end);
        if at < end || list == LABEL && !after(head, at + len).starts_with(is_colon) {
            return;
        }
        // behind the facts the text has begun
        if run.is_some() && has(after(before(head, at), end), |c| matches!(c, '，' | '；')) {
            return;
        }
        let date = skip_back(before(head, at), is_of_date).len().max(end);
        let start = if at - date >= 8 { date } else { at };
        let len = facts_len(after(near, start));
        if len > 0 {
            let goes_on = run.filter(|&(_, end)| start - end <= GAP);
            above = if goes_on.is_some() { above } else { end };
            run = Some((goes_on.map_or(start, |(start, _)| start), start + len));
        }
    });
    let Some((start, end)) = run else { return };
    // the last step of a way or a menu ends before the title
    let steps = before(head, start);
    let last_step = skip_back(steps, |c| !is_bar(c));
    if last_step.len() > above && after(steps, above).matches(is_bar).count() >= 2 {
        let item = skip(after(steps, last_step.len()), is_blank);
        let button = if last_step.ends_with('|') { WORDS.longest_at(item, BUTTON | PHRASE) } else { 0 };
        above = steps.len() - item.len() + button;
    }
    let title = recurring(steps, above).unwrap_or(above);
    let below = bare(prefix(after(near, end), BELOW));
    let mut starts = after(steps, title).char_indices().take(STEP);
    // （转载）……
    let whole = |step| step == 0 || before(after(steps, title), step).ends_with(any_of("）)"));
    if starts.any(|(step, _)| comes_again(&bare(after(steps, title + step)), &below, whole(step))) {
        cuts.push(boilerplate(from, end));
    } else {
        cuts.push(boilerplate(from, title));
        cuts.push(boilerplate(start, end));
    }
}

/// Whether the document's own title is the page's `title`, blanks in both aside: right below it, or for the `whole` of it
/// perhaps behind its number.
fn comes_again(title: &str, below: &str, whole: bool) -> bool {
    let start = before(title, chars_len(title, 10));
    let own = find_word(below, start).filter(|_| chars(start) == 10);
    own.is_some_and(|own| {
        (whole || own == 0 && below.starts_with(title))
            && !has(before(below, own), |c| matches!(c, '。' | '，'))
            && !is_first(after(below, own), title)
    })
}

/// Whether `text` begins with the first of the pieces that `title` names: `……体会1` below `……体会（通用3篇）`.
fn is_first(text: &str, title: &str) -> bool {
    let bare = title.split(any_of("（(")).next().unwrap_or_default();
    let behind = text.strip_prefix(bare).map(|behind| skip(behind, |c| is_blank(c) || matches!(c, '篇' | '（' | '(')));
    behind.is_some_and(|number| matches!(first(number), '1' | '一'))
}

/// Where the longest end of `head` begins, behind byte `from`, that stands in it before: the title of the page.
fn recurring(head: &str, from: usize) -> Option<usize> {
    /// The fewest ideographs of a title.
    const TITLE: usize = 6;
    let again = |at: &usize| find_word(before(head, *at), after(head, *at)).is_some();
    let starts: Vec<usize> = after(head, from).char_indices().map(|(at, _)| from + at).collect();
    // what recurs does so without its first character, too
    let first = starts.partition_point(|at| !again(at));
    let title = |&at: &usize| after(head, at).chars().filter(|&c| is_ideograph(c)).count() >= TITLE;
    starts.get(first).copied().filter(title)
}

/// The length of the facts of a page that `text` begins with: two at the least, among them one that only pages give.
fn facts_len(text: &str) -> usize {
    let (mut rest, mut count, mut of_page, mut sized) = (text, 0, false, false);
    loop {
        let next = skip(rest, |c| is_blank(c) || matches!(c, '|' | '】' | '【' | '[' | ']' | '>' | '-' | '+'));
        // what is left of a comment, and no count: 0-->, 浏览次数：-次
        let number = skip(next, |c| c.is_ascii_digit());
        if number.starts_with("-->") {
            rest = number;
            continue;
        }
        if let Some(behind) = next.strip_prefix('次')
            && before(rest, rest.len() - next.len()).ends_with('-')
        {
            rest = behind;
            continue;
        }
        let label = WORDS.longest_at(next, LABEL);
        let button = WORDS.longest_at(next, BUTTON | SIZE);
        let named = after(next, label);
        let size = ["A-", "A+", "A "].iter().any(|size| next.starts_with(size));
        rest = if let Some(len) = date_len(next) {
            // 2026年2月3日在……会议上 is the document's
            if after(next, len).starts_with('在') {
                break;
            }
            after(next, len)
        } else if label > 0 && named.starts_with(is_colon) {
            let behind = after(named, first(named).len_utf8());
            let name = before(next, label);
            sized = name.starts_with('字') || name.ends_with("字号");
            // 浏览次数：, which the page fills in
            let text = skip(behind, |c| is_blank(c) || c == '-');
            let counts = begins_with_any(name, &["浏览", "点击", "阅读", "访问"]);
            let empty = counts && is_ideograph(first(text)) && !text.starts_with('次');
            let count = empty.then_some(behind.len() - text.len());
            let Some(len) = (if sized { Some(0) } else { value_len(behind).or(count) }) else { break };
            of_page |= !OWN_LABELS.contains(&name);
            after(behind, len)
        } else if size {
            after(next, "A".len())
        } else if button > "字".len() || button > 0 && sized {
            sized |= next.starts_with('【') || next.starts_with('字') || WORDS.longest_at(next, SIZE) > 0;
            of_page = true;
            after(next, button)
        } else {
            break;
        };
        count += 1;
    }
    let end = skip(rest, |c| matches!(c, '】' | ']' | ' ' | '+'));
    if count >= 2 && of_page { text.len() - end.strip_prefix("-->").unwrap_or(end).len() } else { 0 }
}

/// The length of what stands behind a label: a day, a count, or a name that a blank, the next label, a day or a button ends.
fn value_len(text: &str) -> Option<usize> {
    /// The longest name, in characters.
    const NAME: usize = 20;
    let value = skip(text, |c| is_blank(c) || matches!(c, '-' | '>'));
    let blanks = text.len() - value.len();
    if let Some(len) = date_len(value) {
        return Some(if after(value, len).starts_with('在') { 0 } else { blanks + len });
    }
    if first(value).is_ascii_digit() {
        let counted = skip(value, |c| c.is_ascii_alphanumeric() || c == '.');
        return Some(text.len() - counted.strip_prefix('次').unwrap_or(counted).len());
    }
    let name = before(value, chars_len(value, NAME + 1));
    let name = before(name, position(name, |c| matches!(c, '。' | '，' | '；' | '\n')).unwrap_or(name.len()));
    let is_label = |rest: &str| {
        let len = WORDS.longest_at(rest, LABEL);
        len > 0 && after(rest, len).starts_with(is_colon)
    };
    let ends = |at: usize| {
        let rest = after(value, at);
        first(rest) == '【' || rest.starts_with(is_blank) || date_len(rest).is_some() || is_label(rest)
    };
    let is_button = |at: usize| at > 0 && WORDS.longest_at(after(value, at), BUTTON) > "字".len();
    let mut places = name.char_indices().map(|(at, _)| at);
    let end = places.clone().find(|&at| ends(at)).or_else(|| places.find(|&at| is_button(at)))?;
    Some(blanks + end)
}

/// The length of the day, perhaps with the hour, that `text` begins with.
fn date_len(text: &str) -> Option<usize> {
    let rest = skip(text, |c| is_of_date(c) || c == '/');
    let date = before(text, text.len() - rest.len()).trim_end();
    // 2024-11-06|分享
    let date = date.strip_suffix('分').filter(|date| !last(date).is_ascii_digit()).unwrap_or(date);
    let year = date.bytes().take_while(u8::is_ascii_digit).count() == 4;
    (year && date.len() >= "2024-1-1".len()).then_some(date.len())
}

/// The length of the run of buttons that `text` begins with, and how many there are.
pub(super) fn buttons(text: &str) -> (usize, usize) {
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

fn is_of_date(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '-' | ':' | ' ' | '年' | '月' | '日' | '时' | '分' | '秒')
}

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, noise};

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
    fn menus_before_the_title() {
        assert_eq!(
            clean("下载打印全屏收藏【字号：加大还原减小】2021年工作报告各位代表：现在报告。"),
            "2021年工作报告各位代表：现在报告。"
        );
    }

    #[test]
    fn the_facts_of_a_page_behind_its_title() {
        let text = format!("各村：现将管水事项通知如下。{}", "要爱护水渠，不往渠里倒东西，看到漏水早报告。".repeat(6));
        for facts in [
            "2024-05-08 来源：区水利中心 分享：",
            "时间:2023-11-02 来源:文秘帮 作者:wm2023 点击:1248次",
            "发布日期： 2021-07-30来源： 县水利局 灌溉科浏览字号：大中小",
            "2024-03-22 09:15来源：网友投稿阅读：2086收藏打印A- A A+",
        ] {
            assert_eq!(clean(&format!("关于管水的通知{facts}{text}")), format!("关于管水的通知{text}"), "{facts}");
        }
        // nor of those that a text asks for
        let asks = "各乡镇，各单位，请按来源：县水利局 时间：2024-06-01 作者：某某报送稿件。";
        let page = format!("关于管水的通知2024-05-08 来源：区水利中心 分享：{asks}{text}");
        assert_eq!(clean(&page), format!("关于管水的通知{asks}{text}"));
        // facts that a document may have of its own
        assert_eq!(noise("会议纪要时间：2024-05-08 地点：县水利局 主持人：张某。"), []);
    }

    #[test]
    fn the_title_of_a_page_again_below() {
        let menu = "青石县水利局网站-青石县水渠管护条例首页政务公开当前位置：首页 > 政策法规 > 条例";
        let page = format!(
            "{menu}青石县水渠管护条例发布日期： 2021-07-30来源： 县水利局 （2021年通过）第一条为了管水，制定本条例。"
        );
        assert_eq!(clean(&page), "青石县水渠管护条例（2021年通过）第一条为了管水，制定本条例。");
        let series = "管水心得体会（通用3篇）时间:2023-11-02 来源:文秘帮 点击:12次管水心得体会1今年管水，收获不小。";
        assert_eq!(clean(series), "管水心得体会（通用3篇）管水心得体会1今年管水，收获不小。");
        let site =
            "某某范文网 首页 | 工作总结 | 会员中心在全县水利会上的发言2024-03-22 来源：网友 打印各位领导：我说三点。";
        assert_eq!(clean(site), "在全县水利会上的发言各位领导：我说三点。");
    }

    #[test]
    fn the_box_that_files_what_an_office_publishes() {
        let letter = "致全县用水户的一封信";
        let text = format!("各位用水户：{}", "又是一年春灌时，请爱护水渠，看到漏水早报告。".repeat(8));
        let fields = "索 引 号：11360000/2024-00217信息分类：公告公示 / 其他发布机构：青石县水利局公开范围：面向社会";
        let page = format!("{fields}{letter}日期：2024-01-29 09:12 访问量：3417{letter}{text}");
        assert_eq!(clean(&page), format!("{letter}{text}"));
        assert_eq!(noise(&format!("索引号：一栏要填写规范。{text}")), []);
    }
}
