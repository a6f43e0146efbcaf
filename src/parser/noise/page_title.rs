//! Lines of a title below a page's menus, told from what stands there for the page.

use super::line::{End, Line, is_blank};
use super::site_line::is_next_of;
use crate::lexer::search::{any_of, chars, ends_with_any, find, first, skip};

/// The fewest and the most characters of a line that a hard break ends.
const WRAPPED: usize = 30;
const LONGEST: usize = 60;

/// Whether the line at `i` is a title's that a hard break cuts: as long as wrapped lines are, in mid-word, the
/// rest on the line below.
pub(super) fn breaks_off(source: &str, lines: &[Line], i: usize) -> bool {
    let Some(line) = lines.get(i) else { return false };
    line.end == End::Ideograph && (WRAPPED..=LONGEST).contains(&line.chars(source))
}

/// Whether `line` is the title of the document that issues what `title` names: `关于印发……办法的通知`.
pub(super) fn encloses(line: &str, title: &str) -> bool {
    ends_with_any(line, &["的通知", "的公告", "的通告", "的函", "的决定"]) && find(line, title).is_some()
}

/// Whether `name` ends with `title`, blanks in both aside.
pub(super) fn ends_spaced(name: &str, title: &str) -> bool {
    bare(name).ends_with(&bare(title))
}

/// `text` without its blanks.
pub(super) fn bare(text: &str) -> String {
    text.chars().filter(|&c| !is_blank(c)).collect()
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
            let begins = first(text) == first(rest);
            let left = if begins { rest.strip_prefix(bare(text).as_str()) } else { None };
            rest = left.unwrap_or(rest);
            left.is_some()
        });
        count.count() > 1
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
        return ends_with_any(name, &ENDS);
    }
    // behind it may stand what it files the text under
    let (name, behind) = text.split_once(is_blank).unwrap_or((text, ""));
    name.len() <= 8 * "字".len()
        && ends_with_any(name, &ENDS)
        && (chars(behind) <= 12 || skip(behind, is_blank).starts_with("www."))
}

/// Whether a line may be the way to a page with dashes between its steps: `某某库 - 规范性文件 - 地方法规`.
pub(super) fn is_way(text: &str) -> bool {
    let steps = || text.split(" - ");
    steps().count() >= 3 && steps().all(|step| chars(step) <= 8)
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
    chars(bare) >= 6
        && bare.len() < name.len()
        // the first of several: ……体会1 below ……体会（通用3篇）
        && !is_next_of(below, bare)
        && below.starts_with(bare)
}

/// Whether a line stands under the first of a title: a subtitle, its second line, its author, `2024年1月20日在……会议上`.
pub(super) fn is_under_title(text: &str) -> bool {
    matches!(first(text), '—' | '（' | '(' | '–' | '-')
        || text.starts_with("关于")
        || chars(text) <= 16 && ends_with_any(text, &["党委", "委员会", "局", "厅", "政府", "中心"])
        || first(text).is_ascii_digit() && find(&bare(text), "会议上").is_some()
}
