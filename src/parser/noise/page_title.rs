//! Lines of a title below a page's menus, told from what stands there for the page.

use super::line::{End, Line, is_blank, is_ideograph};
use super::site_line::is_next_of;
use crate::lexer::search::{
    after, any_of, before, chars, ends_with_any, find, first, has, is_one_of, position, skip, skip_back,
};
use crate::parser::piece::noun::NOUN;

/// The fewest and the most characters of a line that a hard break ends.
const WRAPPED: usize = 30;
const LONGEST: usize = 60;

/// Whether the line at `i` is a title's that a hard break cuts: as long as wrapped lines are, in mid-word, the
/// rest on the line below.
pub(super) fn breaks_off(source: &str, lines: &[Line], i: usize) -> bool {
    let (Some(line), Some(rest)) = (lines.get(i), lines.get(i + 1)) else { return false };
    line.end == End::Ideograph
        && line.len() >= rest.len()
        && !rest.is_blank()
        && (WRAPPED..=LONGEST).contains(&line.chars(source))
        && find(line.text(source), rest.text(source)).is_none()
}

/// Whether `line` is the title of the document that issues what `title` names: `关于印发……办法的通知`.
pub(super) fn encloses(line: &str, title: &str) -> bool {
    line.len() > title.len()
        && ends_with_any(line, &["的通知", "的公告", "的通告", "的函", "的决定"])
        && chars(title) >= 6
        && find(line, title).is_some()
}

/// Whether `name` ends with `title`, blanks in both aside.
pub(super) fn ends_spaced(name: &str, title: &str) -> bool {
    bare(name).ends_with(&bare(title))
}

/// `text` without its blanks, and the signs for a name left out: `X XX县`.
pub(super) fn bare(text: &str) -> String {
    text.chars().filter(|&c| !is_blank(c) && !matches!(c, 'X' | '×' | '*')).collect()
}

/// What the title of several texts says before it counts them: `……自查报告6篇`, `……自查报告（精选8篇）`.
pub(super) fn counted(name: &str) -> Option<&str> {
    let (bare, bracket) = name.split_once(any_of("（(")).unwrap_or((name, ""));
    let bare = skip_back(bare, is_blank);
    if find(bracket, "篇").is_some() {
        return Some(bare);
    }
    let number = bare.strip_suffix('篇')?;
    let series = skip_back(number, |c| c.is_ascii_digit() || is_one_of(c, "两二三四五六七八九十"));
    let word = ["范文", "精选", "通用", "优秀"].iter().find_map(|word| series.strip_suffix(word));
    (series.len() < number.len()).then_some(word.unwrap_or(series))
}

/// Whether the title `name` comes again in `lines` that break it: `××局⏎关于印发……⏎办法的通知`.
pub(super) fn is_broken<'l>(source: &str, lines: impl Iterator<Item = &'l Line> + Clone, name: &str) -> bool {
    /// The most lines of a title.
    const LINES: usize = 4;
    let name = bare(name);
    (0..LINES * 2).any(|skip| {
        let mut rest = name.as_str();
        let count = lines.clone().skip(skip).take(LINES).take_while(|line| {
            let text = line.text(source);
            let begins = !rest.is_empty() && first(text) == first(rest);
            let left = if begins { rest.strip_prefix(bare(text).as_str()) } else { None };
            rest = left.unwrap_or(rest);
            left.is_some()
        });
        // the last word may be lost: 关于印发……的
        count.count() > 1 && chars(rest) <= 2
    })
}

/// Whether a line is the name of a site for texts, with its address or without: `××范文网 www.××.com`.
pub(super) fn is_site_name(text: &str) -> bool {
    const ENDS: [&str; 13] = [
        "文学网",
        "文秘网",
        "范文网",
        "公文网",
        "文库网",
        "文档网",
        "写作网",
        "资料网",
        "总结网",
        "学习网",
        "范文之家",
        "文档之家",
        "文库",
    ];
    // 好文章天天见 — 某某文库◆欢迎收藏
    if let Some((name, _)) = text.split_once(any_of("◆★☆♥")) {
        let name = after(name, name.trim_end_matches(is_ideograph).len());
        return name.len() <= 8 * "字".len() && ends_with_any(name, &ENDS);
    }
    let (name, behind) = text.split_once(is_blank).unwrap_or((text, ""));
    name.len() <= 8 * "字".len()
        && ends_with_any(name, &ENDS)
        && (skip(behind, is_blank).is_empty()
            || skip(behind, is_blank).starts_with("www.") && chars(behind) <= 40
            // what it files the text under
            || chars(behind) <= 12 && skip(behind, |c| is_blank(c) || is_ideograph(c)).is_empty() && find(behind, "的").is_none())
}

/// Whether a line may be the way to a page with dashes between its steps: `某某库 - 规范性文件 - 地方法规`.
pub(super) fn is_way(text: &str) -> bool {
    let steps = || text.split(" - ");
    steps().count() >= 3 && steps().all(|step| (2..=8).contains(&chars(step)) && skip(step, is_ideograph).is_empty())
}

/// Whether a line is the way to a page from the first of its site, of two steps or more: `首页 > 通知公告`,
/// `位置：首页/通知公告`.
pub(super) fn is_way_from_home(text: &str) -> bool {
    let way = text.strip_prefix("位置：").unwrap_or(text);
    let at = position(way, |c| matches!(c, '>' | '›' | '»' | '＞' | '/' | '→')).unwrap_or_default();
    let (home, steps) = (skip_back(before(way, at), is_blank), after(way, at));
    // 学校首页 > 校园新闻
    ends_with_any(home, &["首页", "主页"])
        && chars(home) <= 10
        && chars(steps) <= 40
        && !has(steps, |c| matches!(c, '，' | '。' | '；' | '：'))
}

/// Whether a line may be the name of a site, or of a thing: `某某网`.
pub(super) fn is_short_name(text: &str) -> bool {
    text.ends_with('网') && chars(text) <= 6
}

/// Whether the document's own title, glued to what stands below it, is the page's without the kind before its colon and
/// the brackets behind: `党建材料：小支部建在产业链上(精选)` above `小支部建在产业链上……`.
pub(super) fn is_glued(name: &str, below: &str) -> bool {
    let title = name.split_once(any_of("：:")).map_or(name, |(_, title)| title);
    let bare = title.split(any_of("（(")).next().unwrap_or_default();
    // the page may write commas for blanks
    let is_sign = |c: char| is_blank(c) || matches!(c, '、' | '，');
    let words = |text: &str| text.chars().filter(|&c| !is_sign(c)).take(60).collect::<String>();
    chars(bare) >= 6
        && bare.len() < name.len()
        // the first of several: ……体会1 below ……体会（通用3篇）
        && !is_next_of(below, bare)
        && (below.starts_with(bare) || words(below) == words(bare))
}

/// Whether a line ends in the name of a kind of document.
pub(super) fn ends_in_noun(text: &str) -> bool {
    NOUN.ends(text, 0, text.len())
}

/// Whether a line ends as the titles of documents do.
pub(super) fn ends_as_title(text: &str) -> bool {
    // ……办法（试行）
    let bare = match text.rsplit_once(any_of("（(")) {
        Some((title, note)) if note.ends_with(['）', ')']) => title,
        _ => text,
    };
    chars(text) >= 4 && ends_in_noun(bare.trim_end_matches(is_blank))
}

/// Whether a line names who wrote what stands below the title: `县水利局 张三`.
pub(super) fn is_author(text: &str) -> bool {
    const ORGANS: [&str; 16] =
        ["局", "委", "办", "院", "校", "部", "会", "村", "镇", "乡", "县", "政府", "中心", "公司", "记者", "作者"];
    let Some((organ, name)) = text.split_once(is_blank) else { return false };
    (2..=4).contains(&chars(name)) && skip(name, is_ideograph).is_empty() && ends_with_any(organ, &ORGANS)
}

/// Whether a line stands under the first of a title: a subtitle, its author, `2024年1月20日在……会议上`.
pub(super) fn is_under_title(text: &str) -> bool {
    let upon = || {
        let key: String = text.chars().filter(|&c| !is_blank(c)).collect();
        find(&key, "日在").is_some() && find(&key, "会议上").is_some()
    };
    matches!(first(text), '—' | '（' | '(' | '–' | '-')
        || text.starts_with("关于")
        || is_author(text)
        || chars(text) <= 16 && ends_with_any(text, &["党委", "委员会", "局", "厅", "政府", "中心"])
        || first(text).is_ascii_digit() && upon()
}

/// Whether a short document with its sections is glued to a site's words.
pub(super) fn is_document(key: &str) -> bool {
    let first = find(key, "一、").map(|at| after(key, at));
    first.is_some_and(|sections| has(sections, |c| c == '。') && find(sections, "二、").is_some())
}
