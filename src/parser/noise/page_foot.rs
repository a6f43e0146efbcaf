//! The foot of a page: what stands below the document.
//!
//! What stands between known lines is furniture too, as long as it does not read like the document.

use super::boilerplate::{Look, is_body, is_sentence, look_at, take};
use super::inline_break::opens_with_mark;
use super::line::{End, Line, ends_in_colon, is_blank};
use super::page_head::opens_text;
use super::site_line::{is_annex_label, is_own_label, is_own_link, is_rule};
use super::words::{NOTICE, WORDS};
use crate::lexer::chars::is_colon;
use crate::lexer::search::{
    after, before, begins_with_any, chars, ends_with_any, first, has, has_any, is_one_of, position, prefix, skip,
    skip_back,
};
use crate::parser::element::date::date;
use crate::parser::element::{bare_name, is_file, is_organ};

/// How many lines the foot may have.
const TAIL: usize = 400;

/// How many lines apart the facts of a site stand at most.
const FACTS: usize = 4;

/// Marks the lines of the foot.
pub(super) fn mark(source: &str, lines: &mut [Line], key: &mut String) {
    let first = lines.len().saturating_sub(TAIL);
    let end = second_copy(source, lines, first, key).unwrap_or(lines.len());
    let (mut top, mut site, mut credits, mut own) = (None, None, None, first);
    let near = lines.get(first..).unwrap_or_default();
    let next = |top: Option<usize>, i: usize| {
        top.is_some_and(|top| lines.get(i + 1..top).is_some_and(|between| between.iter().all(Line::is_blank)))
    };
    // with a bar between at most: 收藏⏎|⏎分享到
    let above = |top: Option<usize>, i: usize| {
        top == Some(i + 1) || top == Some(i + 2) && near.get(i + 1 - first).is_some_and(|line| line.text(source) == "|")
    };
    // 【打印】【关闭】 above the files that the page offers
    let buttons_above = |i: usize, key: &mut String| {
        let above = near.iter().take(i - first).rposition(|line| !line.is_blank());
        above.is_some_and(|above| look_at(source, near, above, near[above].chars(source), key) == Look::Button)
    };
    for (i, line) in lines.iter().enumerate().take(end).skip(first).rev() {
        // the head of a short page
        if line.noise.is_some() {
            break;
        }
        let (text, length) = (line.text(source), line.chars(source));
        match look_at(source, near, i - first, length, key) {
            // the document's own, but where only a site's stand below
            Look::Site if is_own_label(text) && site.is_none_or(|site| site > i + FACTS) => {}
            Look::Site if is_own_link(text) || lists_file(source, lines, i) => {}
            Look::Site | Look::Path => (top, site) = (Some(i), Some(i)),
            Look::Button if has_any(text, &["提示"]) && !is_sites(source, near, i - first, key) => {}
            Look::Button if length > 2 || length == 2 && above(top, i) => top = Some(i),
            Look::Text | Look::Facts
                if are_credits(source, lines, i) || next(credits, i) && add_credits(text, &mut [0; 3]) =>
            {
                (top, credits) = (Some(i), Some(i));
            }
            Look::Text | Look::Facts if leads_foot(text) && next(top, i) => top = Some(i),
            // the title again, above a second bar of buttons
            Look::Text if top.is_some() && length >= 8 && is_again(source, lines, text, i.min(120)) => {}
            // the first words of the text, cut off
            Look::Text if i > 120 && is_excerpt(source, lines, text) => top = Some(i),
            Look::Text
                if is_body(text, length, 25) && (i < 12 || length <= 500 || !is_second_copy(source, lines, text)) =>
            {
                break;
            }
            // who is spoken to, who signs, and what the document names behind all that it says
            Look::Text
                if opens_text(text)
                    || is_signed(source, lines, i)
                    || top.is_none() && is_annex_label(text) && !buttons_above(i, key) =>
            {
                own = i + 1;
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
    let behind = lines.iter().rposition(|l| l.chars(source) >= 100).map_or(own, |last| own.max(last + 1));
    let notice = lines.iter().take(end).skip(behind).position(notice).map(|at| behind + at);
    // the first line of a site behind the last sentence, with other pages' titles below it: 责任编辑：, 相关链接>>
    let mut opens = |i: usize| {
        let text = lines.get(i).map_or("", |line| line.text(source));
        let length = lines.get(i).map_or(0, |line| line.chars(source));
        let link = |text: &str| begins_with_any(text, &["相关", "扫一扫", "责任编辑"]);
        length >= 4 && link(text) && !matches!(look_at(source, near, i - first, length, key), Look::Text | Look::Facts)
    };
    let ended = |line: &Line| line.end == End::Sentence && is_sentence(line.text(source), line.chars(source));
    let links = top.and_then(|top| {
        let last = lines.iter().take(top).rposition(ended).filter(|&last| last >= first)?;
        (own.max(last + 1)..top).find(|&i| opens(i))
    });
    let Some(mut top) = top.into_iter().chain(notice).chain(links).chain(summary(source, lines)).min() else { return };
    // a rule above them
    let above = lines.iter().take(top).rposition(|l| !l.is_blank());
    top = above.filter(|&i| lines.get(i).is_some_and(|l| is_rule(l.text(source)))).unwrap_or(top);
    if lines.iter().take(top).any(Line::is_kept) {
        take(lines, top, lines.len());
    }
}

/// Whether the line at `i` is a file's name among those below the document's label: `附件：⏎任务表.xlsx⏎报表.docx`.
fn lists_file(source: &str, lines: &[Line], i: usize) -> bool {
    const MOST: usize = 12;
    let file = |text: &&str| is_file(text, 0);
    let mut above =
        lines.iter().take(i + 1).rev().filter(|line| !line.is_blank()).map(|line| line.text(source)).take(MOST);
    above.next().as_ref().is_some_and(file) && above.find(|text| !file(text)).is_some_and(is_annex_label)
}

/// Whether the organ's name at `i` signs the document: its day stands below.
fn is_signed(source: &str, lines: &[Line], i: usize) -> bool {
    let text = lines.get(i).map_or("", |line| line.text(source));
    let below = || lines.iter().skip(i + 1).find(|line| !line.is_blank()).map_or("", |line| line.text(source));
    let day = |text: &str| date(text, 0).is_some_and(|day| day.full && day.end == text.len());
    text.len() <= 24 * "字".len() && is_organ(text, 0, text.len()) && !has(text, is_colon) && day(below())
}

/// What a page counts, and what says who of a paper had which part in the text.
const FACTS_OF_PAGE: [&str; 5] = ["解读", "阅读", "浏览", "访问", "点击"];
const PARTS: [&str; 15] = [
    "来源", "稿源", "编辑", "编审", "校对", "供稿", "撰稿", "文稿", "图文", "图片", "摄影", "责编", "美编", "排版",
    "监制",
];
/// Who checked it, which others write of what they check, too.
const CHECKS: [&str; 7] = ["审核", "初审", "复审", "终审", "一审", "二审", "三审"];

/// The label of who had a part in a text, and the name: `审核｜李××`, `来源：市政府办`.
fn credit(text: &str) -> Option<(&str, &str)> {
    let start = prefix(text, 9 * "字".len());
    let sign = position(start, |c| is_colon(c) || matches!(c, '｜' | '丨' | '|' | '/'))?;
    let label = skip_back(before(start, sign), is_blank);
    let name = skip(after(text, sign + first(after(text, sign)).len_utf8()), is_blank);
    (label.len() <= 8 * "字".len()).then_some((label, name))
}

/// Whether a line right above a foot is of it: `来源：市政府办`, `政策解读：……`, `编辑｜李××`.
fn leads_foot(text: &str) -> bool {
    let label = credit(text).map_or("", |(label, _)| label);
    ends_with_any(label, &FACTS_OF_PAGE) || ends_with_any(label, &PARTS)
}

/// Whether a line and those right above it are credits, two at least, that only a paper has: `供稿：……⏎编辑：……`,
/// `一审：小王　二审：李××`.
fn are_credits(source: &str, lines: &[Line], i: usize) -> bool {
    const MOST: usize = 8;
    let (mut found, mut line) = ([0; 3], i);
    while line + MOST > i && lines.get(line).is_some_and(|line| add_credits(line.text(source), &mut found)) && line > 0
    {
        line -= 1;
    }
    let [all, parts, persons] = found;
    // 三、人员分工⏎摄影：张明, 总负责：赵强⏎摄影：张明 are the document's own
    let above = lines.get(line).filter(|_| line < i).map_or("", |line| line.text(source));
    let own =
        opens_with_mark(above) || has(above, is_colon) && chars(above) <= 20 && !has(above, |c| is_one_of(c, "。，；"));
    all >= 2 && (parts > 0 || persons == all) && !own
}

/// Adds the credits that make up a line: how many, how many of them say what part one had, and how many name a person.
fn add_credits(text: &str, found: &mut [usize; 3]) -> bool {
    let before = *found;
    if text.split(is_blank).filter(|word| !word.is_empty()).all(|word| add_credit(word, found)) {
        return true;
    }
    *found = before;
    add_credit(text, found)
}

fn add_credit(text: &str, found: &mut [usize; 3]) -> bool {
    let Some((label, name)) = credit(text).filter(|(_, name)| (1..=16).contains(&chars(name))) else { return false };
    let part = PARTS.contains(&label) || label.ends_with("编辑");
    let nick = || matches!(first(name), '小' | '老') && chars(name) == 2;
    found[0] += 1;
    found[1] += usize::from(part);
    found[2] += usize::from(bare_name(name, 0, name.len()) || nick());
    (part || CHECKS.contains(&label)) && !has(name, |c| matches!(c, '。' | '，' | '；'))
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

/// Where the first words of the text come again below it in one line, and the label above them: `摘要：⏎……讲话同志们：……`.
fn summary(source: &str, lines: &[Line]) -> Option<usize> {
    /// How many lines at the top and at the foot are compared, and how many bytes of the second of two.
    const TOP: usize = 40;
    const FOOT: usize = 12;
    const SECOND: usize = 3 * "字".len();
    /// The fewest bytes behind the first of them.
    const MORE: usize = 40 * "字".len();
    let filled =
        || lines.iter().enumerate().filter(|(_, line)| !line.is_blank()).map(|(i, line)| (i, line.text(source)));
    let top: Vec<(usize, &str)> = filled().take(TOP).collect();
    let begins_with = |copy: &str, one: &str, two: &str| {
        one.len() >= 8 * "字".len()
            && two.len() >= SECOND
            // no running head: the text goes on
            && copy.strip_prefix(one).is_some_and(|rest| rest.len() >= MORE && rest.starts_with(prefix(two, SECOND)))
    };
    let is_copy = |&(at, copy): &(usize, &str)| {
        let above = || top.windows(2).take_while(|pair| pair[1].0 < at);
        at > FOOT && above().any(|pair| begins_with(copy, pair[0].1, pair[1].1))
    };
    let (copy, _) = filled().rev().take(FOOT).filter(is_copy).last()?;
    let label = |&(i, text): &(usize, &str)| i < copy && ends_in_colon(text) && text.len() <= 6 * "字".len();
    filled().rev().find(|&(i, _)| i < copy).filter(label).map_or(Some(copy), |(i, _)| Some(i))
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
            let mut above = (top..i).rev().filter(|&i| lines.get(i).is_some_and(|l| !l.is_blank()));
            // the nearest tells of most lines that they are text
            let menu = (0..6).all(|_| {
                above.next().is_some_and(|i| {
                    let length = lines.get(i).map_or(0, |l| l.chars(source));
                    length < 16 || look_at(source, near, i - first, length, key) != Look::Text
                })
            });
            if menu {
                return Some(i);
            }
        }
    }
    None
}
