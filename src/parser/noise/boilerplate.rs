//! What a site puts above and below a document: menus, buttons, notices, boxes of facts.
//!
//! Single lines are known by their words. Above the title and below the text, what stands between
//! known lines is furniture too, as long as it does not read like the document.

use super::line::{Line, ends_sentence, is_blank, is_ideograph};
use super::words::{BUTTONS, LABELS, NOTICES, PHRASES, STARTS, Words};
use crate::NoiseKind;

/// How many lines at each end of the text may be a site's.
const HEAD: usize = 250;
const TAIL: usize = 400;
/// Longer lines are text, however they read.
const LONGEST: usize = 240;
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
    let mut key = String::new();
    let head = looks(source, lines.get(..HEAD.min(lines.len())).unwrap_or_default(), &mut key);
    mark_head(source, lines, &head);
    let first = lines.len().saturating_sub(TAIL);
    let tail = looks(source, lines.get(first..).unwrap_or_default(), &mut key);
    mark_tail(source, lines, &tail, first);
    for line in lines.iter_mut().filter(|l| l.noise.is_none() && !l.is_blank()) {
        if is_markup(line.text(source)) {
            line.noise = Some(NoiseKind::Boilerplate);
        }
    }
}

/// A block of `key: value` lines at the top, closed by `---`, and opened by it where there are few.
fn facts_of_a_file(source: &str, lines: &mut [Line]) {
    let (mut keys, mut last, mut others) = (0, None, 0);
    let opened = lines.iter().find(|l| !l.is_blank()).is_some_and(|l| l.text(source) == "---");
    let mut closed = false;
    for (i, line) in lines.iter().enumerate().take(80).filter(|(_, l)| !l.is_blank()) {
        let text = line.text(source);
        let bare = text.trim_start_matches(['-', ' ']);
        let key = bare.split_once(':').map(|(key, _)| key);
        if key.is_some_and(|k| k.len() > 1 && k.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_')) {
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

fn looks(source: &str, lines: &[Line], key: &mut String) -> Vec<Look> {
    let mut looks: Vec<Look> = lines
        .iter()
        .map(|line| if line.noise.is_some() { Look::Site } else { look(line.text(source), line.chars, key) })
        .collect();
    // an editor's words that a break cuts
    for i in 1..lines.len() {
        let (before, this) = (lines[i - 1].text(source), lines[i].text(source));
        let cut = before.contains("小编") && !ends_sentence(before) && looks[i - 1] == Look::Site;
        if cut && looks[i] == Look::Text && ends_sentence(this) && lines[i].chars <= 45 {
            looks[i] = Look::Site;
        }
    }
    // a path with its steps and its > on lines of their own
    for (i, line) in lines.iter().enumerate().filter(|(_, l)| matches!(l.text(source), ">" | "›" | "»" | "＞")) {
        for step in [i.checked_sub(1), Some(i + 1)].into_iter().flatten() {
            let short = lines.get(step).is_some_and(|l| (2..=STEP).contains(&l.chars)) && line.chars == 1;
            if let Some(look) = looks.get_mut(step).filter(|l| short && **l == Look::Text) {
                *look = Look::Path;
            }
        }
    }
    looks
}

fn look(text: &str, chars: usize, key: &mut String) -> Look {
    if text.is_empty() {
        return Look::Filler;
    }
    if is_markup(text) {
        return Look::Site;
    }
    if chars > LONGEST {
        return Look::Text;
    }
    key.clear();
    key.extend(text.chars().filter(|&c| !is_blank(c) && c != '*' && c != '#'));
    let bare = key.trim_matches(['|', '·', '•', '-', '_', '>', '〉', '【', '】', '[', ']', '<', '×']);
    if BUTTONS.binary_search(&bare).is_ok() {
        return Look::Button;
    }
    if STARTS.iter().any(|s| key.starts_with(s)) {
        return if key.contains("位置") { Look::Path } else { Look::Site };
    }
    let says = |words: &Words| words.stand_in(key) || key.len() < text.len() && words.stand_in(text);
    let sentence = text.contains('。') || chars >= 40 && text.contains('，');
    if is_file_name(key)
        || is_editor_intro(key)
        || is_notice_label(key)
        || is_related(key)
        || is_own_notice(key)
        || says(&NOTICES)
        // 发文字号： is no button for the size of the type
        || !sentence && !key.starts_with("发文字号") && says(&PHRASES)
    {
        return Look::Site;
    }
    if key.matches(['>', '›', '»', '＞']).count() >= 2 && !ends_sentence(key) {
        return Look::Path;
    }
    if bare.chars().count() <= 1 && !bare.contains(is_ideograph)
        || is_date(key)
        || key.chars().all(|c| !crate::lexer::chars::is_word(c))
    {
        return Look::Filler;
    }
    match labels(key) {
        0 => {}
        1 if key.ends_with(['：', ':']) => return Look::Label,
        1 if chars > 60 => {}
        _ => return Look::Facts,
    }
    if text.split([' ', '\u{3000}', '|']).filter(|w| BUTTONS.binary_search(w).is_ok()).count() >= 2 {
        return Look::Button;
    }
    if (text.starts_with("http") || key.contains("：http") || key.contains(":http")) && chars < 160 {
        return Look::Site;
    }
    Look::Text
}

/// Labels such as 来源： that stand in `key`, at its start or after something else.
fn labels(key: &str) -> usize {
    let key = key.trim_start_matches(['【', '[', '(', '（', '|']);
    // 2021-03-02来源：…… names the source behind the date
    let undated = key.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '/' | ':' | '.'));
    let key = if key.len() >= undated.len() + 8 { undated } else { key };
    let mut count = 0;
    for (i, at) in key.match_indices(['：', ':']).map(|(at, _)| at).enumerate() {
        let before = key.get(..at).unwrap_or_default();
        let known = LABELS.iter().any(|l| before.strip_suffix(l).is_some_and(|rest| i > 0 || rest.is_empty()));
        if i == 0 && !known {
            return 0;
        }
        count += usize::from(known);
    }
    count
}

fn is_file_name(key: &str) -> bool {
    // the annexes that a document names are its own
    let annex = key.starts_with("附件")
        || key.starts_with(|c: char| c.is_ascii_digit()) && key.get(1..2).is_some_and(|d| d == ".");
    let named = [".docx", ".doc", ".pdf", ".ppt", ".pptx", ".wps"].iter().any(|e| key.ends_with(e));
    let page = key.rsplit_once("_第").and_then(|(_, page)| page.strip_suffix('页'));
    named && !annex
        || key.contains(".docx_第")
        || key.contains(".doc_第")
        || page.is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

/// `【……】相关文章：`, above a site's other pages.
fn is_related(key: &str) -> bool {
    key.starts_with('【') && ["相关文章", "相关文档", "相关推荐"].iter().any(|w| key.contains(w)) && key.len() < 200
}

/// `- 配套资源:`, a label of the notices below a shared file.
fn is_notice_label(key: &str) -> bool {
    key.starts_with('-') && key.ends_with([':', '：']) && (4..=10).contains(&key.chars().count())
}

/// What a site says of itself: `本站的文档……`.
fn is_own_notice(key: &str) -> bool {
    ["本站", "本网站"].iter().any(|w| key.contains(w))
        && ["下载", "文档", "资源", "资料", "上传", "会员", "网友"].iter().any(|w| key.contains(w))
}

/// `以下是小编为大家整理的……`
fn is_editor_intro(key: &str) -> bool {
    key.contains("小编")
        && ["以下是", "下面是", "下面就是", "整理", "收集", "分享", "带来", "推荐"].iter().any(|w| key.contains(w))
}

/// `2022-11-16`, `2022年11月16日 10时22分`, also misread: `2O22-11-l6`
fn is_date(key: &str) -> bool {
    let digit = |c: char| c.is_ascii_digit() || matches!(c, 'O' | 'l');
    key.len() >= 8
        && key.bytes().filter(u8::is_ascii_digit).count() >= 4
        && key.chars().filter(|&c| digit(c)).count() >= 6
        && key
            .chars()
            .all(|c| digit(c) || matches!(c, '-' | '/' | '.' | ':' | '：' | '年' | '月' | '日' | '时' | '分' | '秒'))
}

/// Markdown links and pictures, comments, tags.
fn is_markup(text: &str) -> bool {
    if text.starts_with("<!--") && text.ends_with("-->") || text.ends_with("-->") && text.len() < 40 {
        return true;
    }
    if !text.contains("](") {
        return false;
    }
    let plain = text.trim_start_matches(['*', '-', '#', '>', ' ', '_']);
    if plain.starts_with("![") || plain.starts_with("[![") {
        return true;
    }
    // how much of the line is outside of links
    let (mut outside, mut rest) = (0, plain);
    while let Some(open) = rest.find('[') {
        outside += rest.get(..open).map_or(0, |t| t.chars().filter(|&c| is_ideograph(c)).count());
        let Some(target) = rest.get(open..).and_then(|t| t.find("](")) else { break };
        let Some(close) = rest.get(open + target..).and_then(|t| t.find(')')) else { break };
        rest = rest.get(open + target + close + 1..).unwrap_or_default();
    }
    outside += rest.chars().filter(|&c| is_ideograph(c)).count();
    outside < 14 && plain.starts_with(['[', '!', '您', '当', '搜', '_', '|'])
}

/// Whether a line reads like a paragraph or a heading of the document.
fn is_body(text: &str, chars: usize, longest: usize) -> bool {
    let marks = ["一、", "（一）", "(一)", "第一章", "第一条", "二、", "（二）", "第二条"];
    chars > longest && text.contains(['。', '；', '，']) || marks.iter().any(|m| text.starts_with(m))
}

fn mark_head(source: &str, lines: &mut [Line], looks: &[Look]) {
    let (mut last, mut evidence, mut facts, mut sure) = (None, 0, 0, false);
    for (i, (line, look)) in lines.iter().zip(looks).enumerate() {
        match look {
            Look::Site => (last, evidence, sure) = (Some(i), evidence + 3, true),
            Look::Path => (last, evidence, sure) = (Some(i), evidence + 3, true),
            Look::Button => (last, evidence) = (Some(i), evidence + 1),
            Look::Facts | Look::Label => {
                facts += labels_of(line.text(source));
                last = Some(i);
            }
            Look::Filler => {}
            Look::Text if is_body(line.text(source), line.chars, 45) || is_salutation(line.text(source)) => break,
            Look::Text => {}
        }
    }
    let Some(mut last) = last else { return };
    if !(evidence >= 3 || facts >= 2) || !(sure || evidence + facts >= 3 || facts >= 2) {
        return;
    }
    // a date, a dash or what is left of a button bar below
    while looks.get(last + 1) == Some(&Look::Filler) && lines.get(last + 1).is_some_and(|l| !l.is_blank()) {
        last += 1;
    }
    let mut known: Vec<bool> = looks.iter().take(last + 1).map(|l| *l != Look::Text).collect();
    for i in 1..known.len() {
        // the value of a label
        let after_label = (0..i).rev().take(3).find(|&j| looks.get(j) != Some(&Look::Filler));
        if after_label.is_some_and(|j| looks.get(j) == Some(&Look::Label))
            && lines.get(i).is_some_and(|l| l.chars < 60)
            && let Some(k) = known.get_mut(i)
        {
            *k = true;
        }
    }
    let title = (0..=last)
        .rev()
        .take_while(|&i| looks.get(i) != Some(&Look::Path))
        .find(|&i| known.get(i) == Some(&false) && lines.get(i).is_some_and(|l| !l.is_blank()));
    let mut keep = title.map(|last| {
        let mut first = last;
        while is_under_title(lines.get(first).map_or("", |l| l.text(source))) {
            let above = (0..first).rev().find(|&i| lines.get(i).is_some_and(|l| !l.is_blank()));
            let Some(above) = above.filter(|&i| known.get(i) == Some(&false)) else { break };
            first = above;
        }
        first..last + 1
    });
    let mut again_below = None;
    if let Some(range) = keep.clone() {
        let text = lines.get(range.start).map_or("", |l| l.text(source));
        let below = || lines.iter().skip(last + 1).filter(|l| !l.is_blank()).take(12);
        let again = below().any(|l| l.text(source) == text);
        let intro =
            looks.iter().zip(lines.iter()).take(last + 1).skip(range.end).any(|(_, l)| l.text(source).contains("小编"));
        let other = below().next().is_some_and(|l| l.chars <= 45 && !ends_sentence(l.text(source)));
        // the document's own title, which the page's has with a year or a place before it
        let own = below().next().is_some_and(|l| l.chars >= 6 && text.ends_with(l.text(source)))
            || below().take(6).any(|l| encloses(l.text(source), text));
        // a preview's first page begins with the document's own title
        let paged = below().next().is_some_and(|l| l.chars > 150 && l.text(source).starts_with("1、"));
        if again || own || paged || intro && other {
            again_below = keep.take();
        }
    }
    let menu = looks
        .iter()
        .take(keep.as_ref().map_or(last + 1, |k| k.start))
        .filter(|l| !matches!(l, Look::Text | Look::Filler))
        .count()
        >= 3
        || looks.iter().take(last + 1).any(|l| *l == Look::Path);
    for i in 0..=last {
        let is_known = known.get(i) == Some(&true);
        let before_title = keep.as_ref().map_or(menu, |k| i < k.start && menu);
        let kept = keep.as_ref().is_some_and(|k| k.contains(&i));
        // a picture's caption or the page's title between the title and its facts stays
        let page_title = again_below.as_ref().is_some_and(|range| range.contains(&i));
        if !kept && (is_known || before_title || page_title) {
            take(lines, i, i);
        }
    }
    for line in lines.iter_mut().skip(last).filter(|l| !l.is_blank()).take(6) {
        if is_caption(line.text(source)) {
            line.noise = Some(NoiseKind::Boilerplate);
        }
    }
}

/// `……作政府工作报告。本报记者 XXX摄`, the words below a picture.
fn is_caption(text: &str) -> bool {
    let bare = text.trim_end_matches(['）', ')', '。']);
    let shot = bare.ends_with('摄') && text.contains("记者") && text.len() < 300;
    let report = bare.find("作政府工作报告").map(|n| bare.get(n + "作政府工作报告".len()..).unwrap_or_default());
    shot || text.len() < 120 && report.is_some_and(|after| after.is_empty() || after.contains("记者"))
}

/// Whether `line` is the title of the document that issues what `title` names: `关于印发……办法的通知`.
fn encloses(line: &str, title: &str) -> bool {
    let issues = ["的通知", "的公告", "的通告", "的函", "的决定"].iter().any(|noun| line.ends_with(noun));
    issues && title.chars().count() >= 6 && line.len() > title.len() && line.contains(title)
}

fn labels_of(text: &str) -> usize {
    let key: String = text.chars().filter(|&c| !is_blank(c) && c != '*').collect();
    labels(&key)
}

fn is_salutation(text: &str) -> bool {
    text.ends_with(['：', ':'])
        && ["各位", "同志们", "尊敬的", "各省", "各市", "各县", "各区", "各镇", "各乡"]
            .iter()
            .any(|w| text.starts_with(w))
}

fn is_under_title(text: &str) -> bool {
    let upon = |t: &str| {
        let key: String = t.chars().filter(|&c| !is_blank(c)).collect();
        key.contains("日在") && key.contains("会议上")
    };
    text.starts_with(['—', '（', '(', '–', '-'])
        || text.starts_with("关于")
        || text.starts_with(|c: char| c.is_ascii_digit()) && upon(text)
}

fn mark_tail(source: &str, lines: &mut [Line], looks: &[Look], first: usize) {
    let end = second_copy(source, lines, looks, first).unwrap_or(lines.len());
    let titles = || lines.iter().take(12).filter(|l| l.chars >= 8).map(|l| l.text(source));
    let mut top = None;
    for (i, line) in lines.iter().enumerate().take(end).skip(first).rev() {
        let look = looks.get(i - first).copied().unwrap_or(Look::Text);
        match look {
            Look::Site | Look::Path => top = Some(i),
            Look::Button if line.chars > 2 => top = Some(i),
            // the title again, above a second bar of buttons
            Look::Text if top.is_some() && i > 120 && line.chars >= 8 && is_again(source, lines, line) => {}
            Look::Text if is_body(line.text(source), line.chars, 25) => {
                // a second copy of the text, in one line
                let start: String = line.text(source).chars().take(8).collect();
                if !(line.chars > 500 && titles().any(|t| t.starts_with(&start))) || i < 12 {
                    break;
                }
            }
            _ => {}
        }
    }
    let Some(top) = top else { return };
    if lines.iter().take(top).any(Line::is_kept) {
        take(lines, top, lines.len());
    }
}

/// Whether a line stands among the first of the text too.
fn is_again(source: &str, lines: &[Line], line: &Line) -> bool {
    lines.iter().take(120).any(|l| l.text(source) == line.text(source))
}

/// Where a hidden second copy of the text begins, or the first words of one: its title again, below a menu.
fn second_copy(source: &str, lines: &[Line], looks: &[Look], first: usize) -> Option<usize> {
    let words = lines.len().saturating_sub(4).max(first).max(24);
    if let Some(again) = (words..lines.len()).find(|&i| {
        let look = |i: usize| looks.get(i - first).copied().unwrap_or(Look::Text);
        lines.get(i).is_some_and(|l| l.chars >= 8 && lines.iter().take(12).any(|t| t.text(source) == l.text(source)))
            && lines.iter().skip(i).map(|l| l.chars).sum::<usize>() < 300
            && i > first
            && look(i - 1) != Look::Text
    }) {
        return Some(again);
    }
    let titles: Vec<&str> = lines.iter().take(120).filter(|l| l.chars >= 12).map(|l| l.text(source)).collect();
    let mut menu = 0;
    for (i, line) in lines.iter().enumerate().skip(first.max(120)).filter(|(_, l)| !l.is_blank()) {
        let look = looks.get(i - first).copied().unwrap_or(Look::Text);
        if menu >= 6 && line.chars >= 12 && titles.iter().any(|t| line.text(source).starts_with(t)) {
            return Some(i);
        }
        menu = if look != Look::Text || line.chars < 16 { menu + 1 } else { 0 };
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
