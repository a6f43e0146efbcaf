//! What a site puts above and below a document: menus, buttons, notices, boxes of facts.
//!
//! Single lines are known by their words. Above the title and below the text, what stands between
//! known lines is furniture too, as long as it does not read like the document.

use super::line::{End, Line, ends_in_colon, ends_sentence, is_blank, is_ideograph, is_one_line};
use super::page_title::{
    breaks_off, encloses, ends_spaced, is_broken, is_document, is_glued, is_site_name, is_under_title,
};
use super::site_line::{
    begins_with_title, is_caption, is_count, is_counter, is_jammer, is_markup, is_menu, is_notice_label, is_numbered,
    is_of_thread, is_related, is_rule, unmarked,
};
use super::words::{BUTTON, EDITOR, FACT, FILE, HEADING, LABEL, LINK, NOTICE, OWN, PHRASE, SALUTATION, START, WORDS};
use crate::NoiseKind;
use crate::lexer::chars::is_word;
use crate::lexer::search::{
    after, any_of, before, chars, ends_with_any, find, first, has, has_any, position, skip, skip_back,
};

/// How many lines at each end of the text may be a site's.
const HEAD: usize = 250;
const TAIL: usize = 400;
/// Longer lines are text, however they read.
const LONGEST: usize = 240;
/// A line with so many characters that 。 ends is a paragraph.
const SENTENCE: usize = 16;
/// The longest step of a path, in characters.
const STEP: usize = 14;

/// What a line looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Look {
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
    let mut key = String::new();
    mark_head(source, lines, &mut key);
    mark_tail(source, lines, &mut key);
    mark_markup(source, lines);
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
        if word > 1 && bare.as_bytes().get(word) == Some(&b':') {
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

fn take(lines: &mut [Line], first: usize, last: usize) {
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
fn squeeze<'k>(text: &'k str, buffer: &'k mut String, class: fn(char) -> bool) -> &'k str {
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
fn look_at(source: &str, lines: &[Line], i: usize, length: usize, buffer: &mut String) -> Look {
    let Some(line) = lines.get(i) else { return Look::Text };
    let arrow = |l: &Line| l.len() <= 3 && matches!(l.text(source), ">" | "›" | "»" | "＞") && l.chars(source) == 1;
    let step = || lines.iter().take(i + 2).skip(i.saturating_sub(1)).any(arrow);
    match look(source, line, length, buffer) {
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
    let edge = |c| matches!(c, '|' | '·' | '•' | '-' | '_' | '>' | '〉' | '【' | '】' | '[' | ']' | '<' | '×');
    let bare = skip_back(skip(key, edge), edge);
    if WORDS.has(bare, BUTTON) {
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
        || says & PHRASE > 0 && !key.starts_with("发文字号") && !is_numbered(key) && !sentence()
        || is_related(key)
        || is_counter(key)
        || says & OWN > 0 && has_any(key, &["下载", "文档", "资源", "资料", "上传", "会员", "网友"])
        || says & EDITOR > 0 && has_any(key, &["以下是", "下面是", "下面就是", "整理", "收集", "分享", "带来", "推荐"])
    {
        return Look::Site;
    }
    // what other furniture than fillers has in it
    let odd = text.starts_with('【') || text.contains(any_of("｜· 　|._:：>›»＞"));
    if odd && (is_file_name(key) || is_notice_label(key) || is_menu(text) || is_count(text)) {
        return Look::Site;
    }
    if odd && key.matches(any_of(">›»＞")).count() >= 2 && !ends_sentence(key) {
        return Look::Path;
    }
    if chars(bare) <= 1 && !is_ideograph(first(bare)) || is_date(key) || !has(key, is_word) {
        return Look::Filler;
    }
    if !odd {
        return Look::Text;
    }
    match labels(key) {
        0 => {}
        1 if ends_in_colon(key) => return Look::Label,
        1 if length > 60 => {}
        _ => return Look::Facts,
    }
    // 【我要咨询】【我要收藏】
    let boxed = |c| text.starts_with('【') && length <= 60 && matches!(c, '【' | '】');
    if text.split(|c| boxed(c) || is_blank(c) || c == '|').filter(|w| WORDS.has(w, BUTTON)).count() >= 2 {
        return Look::Button;
    }
    if (text.starts_with("http") || says & LINK > 0) && length < 160 {
        return Look::Site;
    }
    Look::Text
}

/// Labels such as 来源： that stand in `key`, at its start or after something else.
fn labels(key: &str) -> usize {
    let key = skip(key, |c| matches!(c, '【' | '[' | '(' | '（' | '|'));
    // 2021-03-02来源：…… names the source behind the date
    let undated = skip(key, |c| c.is_ascii_digit() || matches!(c, '-' | '/' | ':' | '.'));
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
    ends_with_any(key, &[".docx", ".doc", ".pdf", ".ppt", ".pptx", ".wps"]) && !annex()
        || page().is_some_and(|(key, name)| name.len() < key.len() && name.ends_with("_第"))
}

/// `2022-11-16`, `2022年11月16日 10时22分`, also misread: `2O22-11-l6`
fn is_date(key: &str) -> bool {
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
fn is_body(text: &str, length: usize, longest: usize) -> bool {
    length > longest && has(text, |c| matches!(c, '。' | '；' | '，')) || WORDS.longest_at(text, HEADING) > 0
}

/// Whether a line is a paragraph, if a short one.
fn is_sentence(text: &str, length: usize) -> bool {
    length >= SENTENCE && text.ends_with('。')
}

fn mark_head(source: &str, lines: &mut [Line], key: &mut String) {
    let mut looks = [Look::Text; HEAD];
    let (mut last, mut evidence, mut facts, mut sure) = (None, 0, 0, false);
    let near = lines.get(..HEAD).unwrap_or(lines);
    for (i, (line, place)) in near.iter().zip(&mut looks).enumerate() {
        let (text, length) = (line.text(source), line.chars(source));
        let name = i < 3 && is_site_name(text);
        let look = if name { Look::Site } else { look_at(source, near, i, length, key) };
        *place = look;
        match look {
            Look::Site | Look::Path => (last, evidence, sure) = (Some(i), evidence + 3, true),
            Look::Button => (last, evidence) = (Some(i), evidence + 1),
            Look::Facts | Look::Label => {
                facts += labels(squeeze(text, key, |c| is_blank(c) || c == '*'));
                last = Some(i);
            }
            Look::Filler => {}
            Look::Text if is_body(text, length, 45) || is_salutation(text) => break,
            // not the rest of a notice that a break cuts
            Look::Text if is_sentence(text, length) && last.is_none_or(|last| last + 1 < i) => break,
            Look::Text => {}
        }
    }
    let Some(mut last) = last else { return };
    // the value of the last of a service's facts
    let fact = near.get(last).is_some_and(|l| WORDS.has(l.text(source), FACT));
    if fact && looks.get(last + 1) == Some(&Look::Text) && near.get(last + 1).is_some_and(|l| !l.is_blank()) {
        last += 1;
    }
    if !(evidence >= 3 || facts >= 2) || !(sure || evidence + facts >= 3 || facts >= 2) {
        return;
    }
    let is_blank = |i: usize| lines.get(i).is_none_or(Line::is_blank);
    let text = |i: usize| lines.get(i).map_or("", |l| l.text(source));
    // a date, a dash or what is left of a button bar below
    while looks.get(last + 1) == Some(&Look::Filler) && !is_blank(last + 1) {
        last += 1;
    }
    let looks = looks.get(..=last).unwrap_or_default();
    // furniture by its look, or as the value of a label
    let mut known = [true; HEAD];
    for (i, (known, line)) in known.iter_mut().zip(lines.iter()).enumerate().take(last + 1) {
        let before = looks.iter().take(i).rev().take(3).find(|l| **l != Look::Filler);
        *known = looks.get(i) != Some(&Look::Text) || before == Some(&Look::Label) && line.chars(source) < 60;
    }
    let is_text = |i: &usize| known.get(*i) == Some(&false) && !is_blank(*i);
    let path = looks.iter().rposition(|l| *l == Look::Path);
    let title = (path.unwrap_or_default()..=last).rev().find(is_text);
    // the title's lines, and those that look like it but stand there for the page
    let (mut keep, mut page) = (last + 1..last + 1, 0..0);
    if let Some(title) = title {
        keep = title..title + 1;
        loop {
            let above = keep.start.checked_sub(1).filter(|i| is_text(i) && breaks_off(source, lines, *i));
            let above = above.or_else(|| {
                let under = is_under_title(text(keep.start));
                (0..keep.start).rev().find(|&i| !is_blank(i)).filter(|i| under && is_text(i))
            });
            let Some(above) = above else { break };
            keep.start = above;
        }
        let below = || lines.iter().skip(last + 1).filter(|l| !l.is_blank()).take(12);
        let titled = text(keep.start);
        let name = unmarked(titled);
        let whole: String = keep.clone().map(text).collect();
        let again = below().any(|l| matches!(l.text(source), text if text == name || text == titled))
            || is_broken(source, below(), &whole);
        // the document's own title, which the page's has with a year or a place before it
        let own = || {
            below().next().is_some_and(|l| {
                l.chars(source) >= 6 && ends_spaced(name, l.text(source))
                    || is_glued(name, l.text(source))
                    || begins_with_title(l.text(source), name)
            }) || below().take(6).any(|l| encloses(l.text(source), name))
        };
        // a preview's first page begins with the document's own title
        let paged = || below().next().is_some_and(|l| l.text(source).starts_with("1、") && l.chars(source) > 150);
        let other = || below().next().is_some_and(|l| l.end != End::Sentence && l.chars(source) <= 45);
        let thread = || (keep.end..=last).any(|i| is_of_thread(text(i)));
        if again
            || own()
            || paged()
            || thread() && other()
            || (keep.end..=last).any(|i| find(text(i), "小编").is_some()) && other()
        {
            page = std::mem::replace(&mut keep, last + 1..last + 1);
        }
    }
    let above = looks.get(..keep.start).unwrap_or_default();
    let menu = path.is_some() || above.iter().filter(|l| !matches!(l, Look::Text | Look::Filler)).count() >= 3;
    for (i, (line, known)) in lines.iter_mut().zip(known).enumerate().take(last + 1) {
        // a picture's caption or the page's title between the title and its facts stays
        let furniture = known || page.contains(&i) || menu && i < keep.start;
        if furniture && !keep.contains(&i) && !line.is_blank() {
            line.noise = Some(NoiseKind::Boilerplate);
        }
    }
    for line in lines.iter_mut().skip(last).filter(|l| !l.is_blank()).take(6) {
        if is_caption(line.text(source)) {
            line.noise = Some(NoiseKind::Boilerplate);
        }
    }
}

fn is_salutation(text: &str) -> bool {
    ends_in_colon(text) && WORDS.longest_at(text, SALUTATION) > 0
}

fn mark_tail(source: &str, lines: &mut [Line], key: &mut String) {
    let first = lines.len().saturating_sub(TAIL);
    let end = second_copy(source, lines, first, key).unwrap_or(lines.len());
    let mut top = None;
    let near = lines.get(first..).unwrap_or_default();
    for (i, line) in lines.iter().enumerate().take(end).skip(first).rev() {
        let (text, length) = (line.text(source), line.chars(source));
        match look_at(source, near, i - first, length, key) {
            Look::Site | Look::Path => top = Some(i),
            Look::Button if has_any(text, &["提示"]) && !is_sites(source, near, i - first, key) => {}
            Look::Button if length > 2 || length == 2 && top == Some(i + 1) => top = Some(i),
            // the title again, above a second bar of buttons
            Look::Text if top.is_some() && i > 120 && length >= 8 && is_again(source, lines, text, 120) => {}
            // the first words of the text, cut off
            Look::Text if i > 120 && is_excerpt(source, lines, text) => top = Some(i),
            Look::Text
                if is_body(text, length, 25) && (i < 12 || length <= 500 || !is_second_copy(source, lines, text)) =>
            {
                break;
            }
            Look::Text if is_sentence(text, length) => {
                let above = (i - first).checked_sub(1).map(|i| (i, near.get(i).map_or(0, |l| l.chars(source))));
                if above.is_none_or(|(i, length)| look_at(source, near, i, length, key) != Look::Site) {
                    break;
                }
            }
            _ => {}
        }
    }
    // a notice of the site alone on its line ends the text: 展开阅读全文
    let notice = |line: &Line| line.chars(source) <= 24 && WORDS.longest_at(line.text(source), NOTICE) > 0;
    let behind = lines.iter().rposition(|l| l.chars(source) >= 100).map_or(first, |last| first.max(last + 1));
    let notice = lines.iter().take(end).skip(behind).position(notice).map(|at| behind + at);
    let Some(mut top) = top.into_iter().chain(notice).min() else { return };
    // a rule above them
    let above = lines.iter().take(top).rposition(|l| !l.is_blank());
    top = above.filter(|&i| lines.get(i).is_some_and(|l| is_rule(l.text(source)))).unwrap_or(top);
    if lines.iter().take(top).any(Line::is_kept) {
        take(lines, top, lines.len());
    }
}

/// Whether what a label at `i` of `lines` stands above is a site's: 温馨提示 may be the document's own.
fn is_sites(source: &str, lines: &[Line], i: usize, key: &mut String) -> bool {
    let below = (i + 1..i + 4).find(|&i| lines.get(i).is_some_and(|line| !line.is_blank()));
    let length = |i: usize| lines.get(i).map_or(0, |line| line.chars(source));
    below.is_some_and(|i| look_at(source, lines, i, length(i), key) == Look::Site)
}

/// Whether `text` stands as a line among the first of the text too.
fn is_again(source: &str, lines: &[Line], text: &str, first: usize) -> bool {
    lines.iter().take(first).any(|l| l.len() == text.len() && l.text(source) == text)
}

/// Whether `text` is the beginning of one of the first lines, and ends in dots.
fn is_excerpt(source: &str, lines: &[Line], text: &str) -> bool {
    let Some(words) = text.strip_suffix("...").or_else(|| text.strip_suffix('…')) else { return false };
    words.len() >= 30 && lines.iter().take(120).any(|l| l.text(source).starts_with(words))
}

/// Whether `text` begins like one of the first lines: a second copy of all, in one line.
fn is_second_copy(source: &str, lines: &[Line], text: &str) -> bool {
    let start = before(text, text.chars().take(8).map(char::len_utf8).sum());
    lines.iter().take(12).any(|l| l.text(source).starts_with(start) && l.chars(source) >= 8)
}

const STARTS: usize = 4096;

/// A number for the first characters of `text`; nearly always another for others.
#[inline(never)]
fn start_of(text: &str) -> Option<usize> {
    let [a, b] = [0, 4].map(|at| text.as_bytes().get(at..).and_then(|t| t.first_chunk()).copied());
    let mixed = u64::from_le_bytes(a?) ^ u64::from_le_bytes(b?).rotate_left(20);
    Some((mixed.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 52) as usize % STARTS)
}

/// Where a hidden second copy of the text begins, or the first words of one: its title again, below a menu.
fn second_copy(source: &str, lines: &[Line], first: usize, key: &mut String) -> Option<usize> {
    const TOP: usize = 120;
    let near = lines.get(first..).unwrap_or_default();
    let words = lines.len().saturating_sub(4).max(first + 1).max(24);
    for (i, line) in lines.iter().enumerate().skip(words) {
        if is_again(source, lines, line.text(source), 12)
            && line.chars(source) >= 8
            && lines.iter().skip(i).map(|l| l.chars(source)).sum::<usize>() < 300
            && lines
                .get(i - 1)
                .is_some_and(|l| look_at(source, near, i - 1 - first, l.chars(source), key) != Look::Text)
        {
            return Some(i);
        }
    }
    // what the first lines begin with
    let mut seen = [false; STARTS];
    for start in lines.iter().take(TOP).filter_map(|l| start_of(l.text(source))) {
        seen[start] = true;
    }
    let top = first.max(TOP);
    let below = lines.iter().enumerate().skip(top).filter(|(_, l)| !l.is_blank());
    for (i, line) in below {
        let text = line.text(source);
        if start_of(text).is_some_and(|start| seen[start])
            && line.chars(source) >= 12
            && lines
                .iter()
                .take(TOP)
                .any(|l| l.len() >= 12 && text.starts_with(l.text(source)) && l.chars(source) >= 12)
        {
            let above = (top..i).rev().filter(|&i| lines.get(i).is_some_and(|l| !l.is_blank())).take(6);
            let menu = above
                .filter(|&i| {
                    let length = lines.get(i).map_or(0, |l| l.chars(source));
                    length < 16 || look_at(source, near, i - first, length, key) != Look::Text
                })
                .count();
            if menu == 6 {
                return Some(i);
            }
        }
    }
    None
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
