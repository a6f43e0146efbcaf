//! What a site puts around a document, line by line: menus, buttons, notices, boxes of facts, known by their words.

use super::line::{End, Line, ends_in_colon, ends_sentence, is_blank, is_ideograph, is_one_line};
use super::page_title::is_document;
use super::site_line::{
    fields, file_facts, is_count, is_counter, is_invitation, is_jammer, is_markup, is_menu, is_notice_label,
    is_numbered, is_related, is_reply, is_tab,
};
use super::words::{BUTTON, EDITOR, FACT, FILE, HEADING, LABEL, LINK, NOTICE, OWN, OWN_LABELS, PHRASE, START, WORDS};
use super::{page_foot, page_head};
use crate::NoiseKind;
use crate::lexer::char_set::CharSet;
use crate::lexer::chars::is_word;
use crate::lexer::search::{
    after, any_of, before, begins_with_any, chars, ends_with_any, find, first, has, has_any, is_one_of, last, position,
    skip, skip_back,
};

/// Longer lines are text, however they read.
const LONGEST: usize = 240;
/// A line with so many characters that 。 ends is a paragraph.
const SENTENCE: usize = 16;
/// The fewest lines that show whether blank ones stand between all.
const DOUBLE_SPACED: usize = 20;
/// The longest step of a path, in characters.
const STEP: usize = 14;

/// What a line looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// Only sites write this.
    Site,
    /// A button or a menu entry.
    Button,
    /// The way to the page: 首页 > 政务公开 > 正文.
    Path,
    /// A label whose value stands on the next line.
    Label,
    /// Labels with their values.
    Facts,
    /// A date, a dash, a single character: it belongs to what is around it.
    Filler,
    Text,
}

/// Marks the lines that are furniture.
pub(super) fn mark(source: &str, lines: &mut [Line]) {
    facts_of_a_file(source, lines);
    if is_one_line(source, lines) {
        return;
    }
    // where they stand between nearly all lines, blank ones say nothing
    let filled = lines.iter().filter(|line| !line.is_blank()).count();
    let adjacent = lines.windows(2).filter(|pair| !pair.iter().any(Line::is_blank)).count();
    if adjacent * 10 > filled || filled < DOUBLE_SPACED {
        mark_page(source, lines);
    } else {
        let mut dense = Vec::with_capacity(filled);
        dense.extend(lines.iter().copied().filter(|line| !line.is_blank()));
        mark_page(source, &mut dense);
        for (line, marked) in lines.iter_mut().filter(|line| !line.is_blank()).zip(dense) {
            line.noise = marked.noise;
        }
    }
    mark_markup(source, lines);
}

/// Marks what stands above and below the document.
fn mark_page(source: &str, lines: &mut [Line]) {
    let mut key = String::new();
    page_head::mark(source, lines, &mut key);
    page_foot::mark(source, lines, &mut key);
}

/// A block of `key: value` lines at the top, closed by `---`, and opened by it where there are few.
fn facts_of_a_file(source: &str, lines: &mut [Line]) {
    let (mut keys, mut last, mut others) = (0, None, 0);
    let opened = lines.iter().find(|l| !l.is_blank()).is_some_and(|l| l.text(source) == "---");
    let mut closed = false;
    for (i, line) in lines.iter().enumerate().take(80).filter(|(_, l)| !l.is_blank()) {
        let text = line.text(source);
        let bare = text.trim_start_matches(any_of("- "));
        let word = bare.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count();
        // not 14:00—18:00　报到
        let named = !first(bare).is_ascii_digit();
        if named && word > 1 && bare.as_bytes().get(word) == Some(&b':') {
            (keys, others) = (keys + 1, 0);
            last = Some(i);
        } else if text.starts_with("---") && keys > 0 {
            last = Some(i);
            closed = true;
            break;
        } else if keys > 0 {
            // a value may be wrapped
            others += 1;
            if others > 3 {
                break;
            }
        }
    }
    if let Some(last) = last.filter(|_| keys >= 3 || opened && closed) {
        take(lines, 0, last);
    }
}

pub(super) fn take(lines: &mut [Line], first: usize, last: usize) {
    for line in lines.iter_mut().take(last + 1).skip(first).filter(|l| !l.is_blank()) {
        line.noise = Some(NoiseKind::Boilerplate);
    }
}

/// Lines of markup anywhere in the text.
fn mark_markup(source: &str, lines: &mut [Line]) {
    let mut links = memchr::memmem::find_iter(source.as_bytes(), "](").map(|at| at as u32);
    let mut link = links.next().unwrap_or(u32::MAX);
    for line in lines {
        let linked = link < line.text_end;
        while link < line.text_end {
            link = links.next().unwrap_or(u32::MAX);
        }
        let markup = || (linked || line.end == End::Angle) && is_markup(line.text(source));
        if line.noise.is_none() && (markup() || line.end == End::Other && is_jammer(line.text(source))) {
            line.noise = Some(NoiseKind::Boilerplate);
        }
    }
}

/// `text` without the characters of a class, in `buffer` where there are such.
pub(super) fn squeeze<'k>(text: &'k str, buffer: &'k mut String, class: fn(char) -> bool) -> &'k str {
    buffer.clear();
    let mut rest = text;
    while let Some(at) = position(rest, class) {
        buffer.push_str(before(rest, at));
        rest = skip(after(rest, at), class);
    }
    if rest.len() == text.len() {
        return text;
    }
    buffer.push_str(rest);
    buffer
}

/// What the line at `i` of `lines` looks like: by itself, or as a step of a path whose steps and >
/// stand on lines of their own.
pub(super) fn look_at(source: &str, lines: &[Line], i: usize, length: usize, buffer: &mut String) -> Look {
    let Some(line) = lines.get(i) else { return Look::Text };
    let arrow = |l: &Line| l.len() <= 3 && matches!(l.text(source), ">" | "›" | "»" | "＞") && l.chars(source) == 1;
    let step = || lines.iter().take(i + 2).skip(i.saturating_sub(1)).any(arrow);
    let titled = || {
        static ARROWS: CharSet = CharSet::new(">›»＞", &[]);
        let text = line.text(source);
        // most lines have none
        ARROWS.find(text, 0)?;
        let (_, last) = text.rsplit_once(any_of(">›»＞"))?;
        let below = lines.iter().skip(i + 1).take(6).find(|l| !l.is_blank())?;
        Some(chars(last) >= 6 && below.text(source).starts_with(last.trim_matches(is_blank)))
    };
    match look(source, line, length, buffer) {
        Look::Text if length <= 80 && line.end == End::Ideograph && titled() == Some(true) => Look::Path,
        Look::Text if (2..=STEP).contains(&length) && step() => Look::Path,
        Look::Text if line.end == End::Sentence && length <= 45 && follows_editor(source, lines, i, buffer) => {
            Look::Site
        }
        look => look,
    }
}

/// Whether the line above the one at `i` has an editor's words, which a break cuts.
fn follows_editor(source: &str, lines: &[Line], i: usize, buffer: &mut String) -> bool {
    let Some(above) = i.checked_sub(1).and_then(|i| lines.get(i)) else { return false };
    above.end != End::Sentence
        && find(above.text(source), "小编").is_some()
        && look(source, above, above.chars(source), buffer) == Look::Site
}

fn look(source: &str, line: &Line, length: usize, buffer: &mut String) -> Look {
    if line.noise.is_some() {
        return Look::Site;
    }
    if line.is_blank() {
        return Look::Filler;
    }
    let text = line.text(source);
    if is_markup(text) {
        return Look::Site;
    }
    if length > LONGEST {
        return Look::Text;
    }
    let key = squeeze(text, buffer, |c| is_blank(c) || matches!(c, '*' | '#'));
    let edge = |c| matches!(c, '|' | '·' | '•' | '-' | '—' | '_' | '>' | '〉' | '【' | '】' | '[' | ']' | '<' | '×');
    let bare = skip_back(skip(key, edge), edge);
    // 相关链接: and its like
    let named = skip_back(bare, |c| c == ':');
    if WORDS.has(bare, BUTTON) || key == "×" || named.starts_with("相关") && WORDS.has(named, BUTTON) {
        return Look::Button;
    }
    if WORDS.has(key, FACT) {
        return Look::Label;
    }
    if WORDS.longest_at(key, START) > 0 {
        if is_document(key) {
            return Look::Text;
        }
        return if find(key, "位置").is_some() { Look::Path } else { Look::Site };
    }
    let mut says = WORDS.lists_in(key, NOTICE | PHRASE | OWN | EDITOR | FILE | LINK);
    if key.len() < text.len() {
        says |= WORDS.lists_in(text, NOTICE | PHRASE);
    }
    // ……，作出更大贡献！扫一扫在手机打开当前页: the phrase is glued to a sentence
    let glued = || find(text, "！").is_some_and(|at| has(before(text, at), |c| c == '，') && !text.ends_with('！'));
    let sentence = || has(text, |c| c == '。') || length >= 40 && has(text, |c| c == '，') || glued();
    if says & (NOTICE | FILE) > 0 && !is_document(key)
        // 发文字号： is no button for the size of the type, an annex on a 小程序 no advertisement
        || says & PHRASE > 0 && !bare.starts_with("发文字号") && !is_numbered(key) && !sentence()
        || is_related(key)
        || is_invitation(key)
        || is_counter(key)
        || says & OWN > 0 && has_any(key, &["下载", "文档", "资源", "资料", "上传", "会员", "网友"])
        || says & EDITOR > 0 && has_any(key, &["以下是", "下面是", "下面就是", "整理", "收集", "分享", "带来", "推荐"])
    {
        return Look::Site;
    }
    // what other furniture than fillers has in it
    static SIGNS: CharSet = CharSet::new("｜· 　|._:：>›»＞", &[]);
    let odd = text.starts_with(any_of("【[•")) || SIGNS.find(text, 0).is_some();
    if odd && (is_file_name(key) || is_notice_label(key) || is_menu(text) || is_count(text) || is_reply(text)) {
        return Look::Site;
    }
    if odd && key.matches(any_of(">›»＞")).count() >= 2 && !ends_sentence(key) && !has(key, |c| c == '<') {
        return Look::Path;
    }
    if chars(bare) <= 1 && !is_ideograph(first(bare)) || is_date(key) || !has(key, is_word) || is_tab(text) {
        return Look::Filler;
    }
    if length <= 60
        && (key.starts_with("格式") || key.bytes().any(|b| b.is_ascii_digit()))
        && let Some(sure) = file_facts(text)
    {
        return if sure { Look::Site } else { Look::Filler };
    }
    // the kind of text that a site files it under, behind the day: 2024-11-06演讲稿
    let kind = skip(key, |c| c.is_ascii_digit() || c == '-');
    if key.len() - kind.len() == "2024-11-06".len() && chars(kind) <= 5 && skip(kind, is_ideograph).is_empty() {
        return Look::Filler;
    }
    if !odd {
        return Look::Text;
    }
    // 【我要咨询】【我要收藏】, 阅读：　次【打印】【关闭】
    let boxed = |c| length <= 60 && matches!(c, '【' | '】');
    let entries = || text.split(|c| boxed(c) || is_blank(c) || c == '|').filter(|w| WORDS.has(w, BUTTON));
    // 【打 印】【关 闭】
    let spaced = || key.split(boxed).filter(|w| WORDS.has(w, BUTTON));
    if text.ends_with('】') && (entries().count() >= 2 || spaced().count() >= 2) {
        return Look::Button;
    }
    if says & LINK > 0 && key.starts_with("本文") && length < 160 {
        return Look::Site;
    }
    match labels(key).max(fields(text)) {
        0 => {}
        1 if ends_in_colon(key) || WORDS.has(bare, LABEL) => return Look::Label,
        1 if length > 60 => {}
        _ => return Look::Facts,
    }
    if entries().count() >= 2 {
        return Look::Button;
    }
    if (text.starts_with("http") || says & LINK > 0) && length < 160 {
        return Look::Site;
    }
    Look::Text
}

/// Labels such as 来源： that stand in `key`, at its start or after something else.
pub(super) fn labels(key: &str) -> usize {
    // - 时间：……, - 地点：…… are a notice's own
    let listed = skip(key, |c| matches!(c, '•' | '-'));
    if listed.len() < key.len() && begins_with_any(listed, &OWN_LABELS) {
        return 0;
    }
    let key = skip(listed, |c| matches!(c, '【' | '[' | '(' | '（' | '|'));
    // 2021-03-02来源：…… names the source behind the date
    let undated = skip(key, |c| c.is_ascii_digit() || is_one_of(c, "-/:.年月日|｜"));
    let key = if key.len() >= undated.len() + 8 { undated } else { key };
    let (mut count, mut end) = (0, 0);
    while let Some(at) = position(after(key, end), |c| matches!(c, '：' | ':')) {
        let name = before(key, end + at);
        if end == 0 && !WORDS.has(name, LABEL) {
            return 0;
        }
        count += usize::from(WORDS.end(name, LABEL));
        end += at + first(after(key, end + at)).len_utf8();
    }
    count
}

fn is_file_name(key: &str) -> bool {
    // the annexes that a document names are its own
    let annex = || key.starts_with("附件") || first(key).is_ascii_digit() && key.as_bytes().get(1) == Some(&b'.');
    let page = || key.strip_suffix('页').map(|key| (key, skip_back(key, |c| c.is_ascii_digit())));
    ends_with_any(key.trim_end_matches("VIP"), &[".docx", ".doc", ".pdf", ".ppt", ".pptx", ".wps"]) && !annex()
        || page().is_some_and(|(key, name)| name.len() < key.len() && name.ends_with("_第"))
}

/// `2022-11-16`, `2022年11月16日 10时22分`, also misread: `2O22-11-l6`
pub(super) fn is_date(key: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit() || matches!(c, 'O' | 'l');
    key.len() >= 8
        && skip(key, |c| {
            c.is_ascii_digit()
                || matches!(c, 'O' | 'l' | '-' | '/' | '.' | ':' | '：' | '年' | '月' | '日' | '时' | '分' | '秒')
        })
        .is_empty()
        && key.bytes().filter(u8::is_ascii_digit).count() >= 4
        && key.chars().filter(|&c| digit(c)).count() >= 6
}

/// Whether a line of so many characters reads like a paragraph or a heading of the document.
pub(super) fn is_body(text: &str, length: usize, longest: usize) -> bool {
    length > longest && has(text, |c| matches!(c, '。' | '；' | '，')) || WORDS.longest_at(text, HEADING) > 0
}

/// Whether a line is a paragraph, if a short one.
pub(super) fn is_sentence(text: &str, length: usize) -> bool {
    // of a text whose signs are of half width, too
    let ends = || text.strip_suffix('.').is_some_and(|said| is_ideograph(last(said)));
    length >= SENTENCE && (text.ends_with('。') || ends())
}

#[cfg(test)]
mod tests {
    use super::super::tests::clean;

    const BODY: &str = "　　一、修路\n　　去年全县修了三条路，通到了最远的村，老人看病再也不用走半天的山路。\n　　二、架桥\n　　今年再架两座桥，把河两岸的学校连到一起，孩子上学不用再绕远。\n";

    #[test]
    fn a_government_page() {
        let text = format!(
            "修路架桥实施办法 - XX县人民政府门户网站\n登录\n无障碍\n首页\n走进XX\n政务公开\n魅力山水\n当前位置：首页 > 政务公开 > 交通\n\
             索 引 号：\nXX-2021-007\n修路架桥实施办法\n2021-03-02\n来源：\n县交通局\n【字号：\n大\n中\n小\n】\n{BODY}\
             扫一扫在手机打开当前页\n相关新闻\n主办单位：XX县人民政府办公室\n网站标识码：0000000000\n联系我们\n"
        );
        assert_eq!(clean(&text), format!("修路架桥实施办法\n{BODY}"));
    }

    #[test]
    fn a_sharing_site() {
        let text = format!(
            "修路总结(精选).docx\n文库 > 总结 > 修路总结.docx\n上传人:yi****er 文档编号:123 上传时间:2020-01-01 格式:DOC 页数:10\n\
             修路总结\n{BODY}还剩9页未读,继续阅读\n- 关 键 词:\n- 修路 总结\n1、本站资料由会员上传,仅供学习交流。\n"
        );
        assert_eq!(clean(&text), format!("修路总结\n{BODY}"));
    }

    #[test]
    fn a_misread_date_is_no_title() {
        let text = format!(
            "首页\n登录\n当前位置：首页 > 政务公开 > 交通\n修路架桥实施办法\n2O21-l1-02\n来源：\n县交通局\n【字号：\n大\n小\n】\n{BODY}"
        );
        assert_eq!(clean(&text), format!("修路架桥实施办法\n{BODY}"));
    }

    #[test]
    fn notices_of_any_site() {
        let text = format!(
            "{BODY}温馨提示\n1. 本站的资料不含图纸，如有需要，请另行索取。\n2. 本站不保证资料完整。\n- 配套素材:\n下载后可得到与本文配套的图片。\n"
        );
        assert_eq!(clean(&text), BODY);
    }

    #[test]
    fn a_source_behind_a_date() {
        let text = format!(
            "修路发言两篇\n2021-10-09 来源：某某网 作者：小某 阅读：126\n下面是小编为大家带来的修路发言两篇。\n篇一：路通了\n{BODY}"
        );
        assert_eq!(clean(&text), format!("篇一：路通了\n{BODY}"));
    }

    #[test]
    fn an_editors_words_and_the_pages_own_title() {
        let text = format!(
            "当前位置：首页 > 范文 > 正文\n修路发言稿（精选）\n来源：网络 时间：2020-01-01 点击： 次\n\
             以下是小编为大家整理的修路发言稿，欢迎阅读与收藏。\n一锹一镐修出来的日子\n{BODY}上一篇：造林发言稿\n下一篇：治水发言稿\n"
        );
        assert_eq!(clean(&text), format!("一锹一镐修出来的日子\n{BODY}"));
    }

    #[test]
    fn an_editors_words_that_a_break_cuts() {
        let text = format!(
            "当前位置：首页 > 范文 > 正文\n修路发言材料(通用3篇)\n时间：2023-06-08 来源：某某网 点击：568\n\
             以下是小编为大家整理的修路发言材料(通用3篇)，仅供参考，大\n家一起来看看吧。\n修路发言材料 篇1\n{BODY}"
        );
        assert_eq!(clean(&text), format!("修路发言材料 篇1\n{BODY}"));
    }

    #[test]
    fn a_file_with_facts_in_front() {
        let text = format!(
            "# 原文\n\n- doc_id: a-1\n- title: 修路总结\n- url: https://example.org/1\n\n---\n修路总结\n{BODY}"
        );
        assert_eq!(clean(&text), format!("\n修路总结\n{BODY}").trim_start_matches('\n').to_owned());
    }

    #[test]
    fn front_matter_of_one_fact() {
        let text = format!("---\nsidebar: auto\n---\n\n# 修路办法\n{BODY}");
        assert_eq!(clean(&text).trim_start(), format!("# 修路办法\n{BODY}"));
        let glued = format!("---sidebar: auto---# 修路办法{}", BODY.replace('\n', ""));
        assert!(clean(&glued).starts_with("# 修路办法"));
    }

    #[test]
    fn the_parts_of_a_real_document_are_no_furniture() {
        let text = format!(
            "关于修路的通知\n交发〔2021〕3号\n各乡镇人民政府：\n{BODY}　　附件：1.任务表.doc\nXX县交通局\n2021年3月2日\n群众可以通过微信公众号、小程序查询，也可以打电话联系我们。\n（联系人：王XX，联系电话：1234567）\n抄送：县委办公室。\n公开方式：主动公开\n"
        );
        assert_eq!(clean(&text), text);
    }
}
