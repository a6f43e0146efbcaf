//! Lines that only sites write, told by their form.

use super::line::{ends_in_colon, is_blank, is_ideograph};
use super::words::{LABEL, SALUTATION, WORDS};
use crate::lexer::chars::is_colon;
use crate::lexer::search::{
    after, any_of, before, begins_with_any, chars, ends_with_any, find, first, has, has_any, is_one_of, last, position,
    prefix, skip, skip_back,
};

/// Markdown links and pictures, comments, tags.
pub(super) fn is_markup(text: &str) -> bool {
    if text.ends_with("-->") && (text.starts_with("<!--") || text.len() < 40) {
        return true;
    }
    if find(text, "](").is_none() {
        return false;
    }
    let plain = skip(text, |c| matches!(c, '*' | '-' | '#' | '>' | ' ' | '_'));
    if begins_with_any(plain, &["![", "[!["]) {
        return true;
    }
    // how much of the line is outside of links
    let ideographs = |text: &str| text.chars().filter(|&c| is_ideograph(c)).count();
    let (mut outside, mut rest) = (0, plain);
    while let Some(open) = find(rest, "[") {
        let link = after(rest, open);
        let end = find(link, "](").and_then(|at| Some(at + find(after(link, at), ")")?));
        outside += ideographs(before(rest, open));
        let Some(end) = end else { break };
        rest = after(link, end + 1);
    }
    outside += ideographs(rest);
    outside < 14 && matches!(first(plain), '[' | '!' | '您' | '当' | '搜' | '_' | '|')
}

/// `【……】相关文章：`, above a site's other pages.
pub(super) fn is_related(key: &str) -> bool {
    const OTHERS: [&str; 3] = ["相关文章", "相关文档", "相关推荐"];
    let titled =
        || key.split_once(']').is_some_and(|(title, others)| chars(title) > 4 && begins_with_any(others, &OTHERS));
    key.len() < 200 && (key.starts_with('【') && has_any(key, &OTHERS) || key.starts_with('[') && titled())
}

/// `- 配套资源:`, a label of the notices below a shared file.
pub(super) fn is_notice_label(key: &str) -> bool {
    key.starts_with('-') && ends_in_colon(key) && (4..=10).contains(&chars(key))
}

/// The way to a page in a row of menus: `首页 | 讲话发言 | 工作总结`.
pub(super) fn is_menu(text: &str) -> bool {
    let mut entries = text.split(any_of("|｜")).map(|entry| entry.trim_matches(is_blank));
    matches!(entries.next(), Some("首页" | "网站首页"))
        && entries.clone().count() >= 2
        && entries.all(|entry| chars(entry) <= 8)
}

/// How many labels of a page's facts stand in `text`, each before its value, with signs for the colons:
/// `| 索引号 | 0153 | 发布机构 | ××局 |`, `[ 索引号 ] 0153 [ 发文字号 ] ……`, `文号 ×发〔2022〕3号 时效 有效`; or one alone behind
/// its bullet.
pub(super) fn fields(text: &str) -> usize {
    let is_sign = |c| is_one_of(c, "|｜[]【】•·");
    let mut cells = text.split(|c| is_blank(c) || is_sign(c)).filter(|cell| !cell.is_empty()).peekable();
    if !cells.peek().is_some_and(|cell| WORDS.has(cell, LABEL)) || find(text, "。").is_some() {
        return 0;
    }
    let (mut labels, mut values, mut of_page) = (0, 0, false);
    for cell in cells {
        let label = WORDS.has(cell, LABEL);
        labels += usize::from(label);
        values += usize::from(!label);
        of_page |= label && (cell == "文号" || cell.len() >= "索引号".len());
    }
    // the head of a table has labels side by side
    let signed = is_sign(first(text)) && values + labels <= 2;
    if of_page && (signed || labels >= 2 && values >= labels) { labels } else { 0 }
}

/// What a site counts below a title, between dots or bars: `更新于2023-10-11 · 26418字 · 46页`,
/// `某某网 | 字数：2876 | 阅读 1.2万`, `楼主 | 发表于 2024-1-22 09:37 | 只看该作者`.
pub(super) fn is_count(text: &str) -> bool {
    const LABELS: [&str; 10] = ["更新于", "发表于", "上传于", "字数", "阅读", "浏览", "下载", "点击", "查看", "回复"];
    let fields = || text.split(any_of("|｜·•")).map(|field| field.trim_matches(is_blank));
    let is_number = |value: &str| {
        first(value).is_ascii_digit() && skip(value, |c| c.is_ascii_digit() || is_one_of(c, "-:./ 万千次")).is_empty()
    };
    let named = |field: &str| {
        let value = LABELS.iter().find_map(|label| field.strip_prefix(label));
        value.is_some_and(|value| is_number(skip(value, |c| is_blank(c) || matches!(c, '：' | ':'))))
    };
    let counted = |field: &str| {
        let value = skip_back(field, |c| is_one_of(c, "字页"));
        value.len() < field.len() && is_number(value)
    };
    let labels = fields().filter(|field| named(field)).count();
    // a row of a table has no labels
    labels >= 2 && labels == fields().count()
        || labels >= 1 && fields().any(is_of_thread)
        || fields().count() >= 3 && (labels >= 2 || labels == 1 && fields().any(counted))
}

/// Whether `text` is what a site tells of a file, and whether only sites tell it: `2024-04-01 999+ 14.62KB 5 页 海报`,
/// `约 2.16千字`, `2025-08-27 发布于山西`.
pub(super) fn file_facts(text: &str) -> Option<bool> {
    const SIZES: [&str; 6] = ["KB", "MB", "Kb", "kb", "K", "M"];
    const COUNTS: [&str; 8] = ["页", "千字", "万字", "字", "积分", "金币", "阅读", "下载"];
    const WORDS_OF_FILES: [&str; 19] = [
        "页数",
        "大小",
        "格式",
        "VIP专免",
        "VIP免费",
        "VIP专享",
        "VIP",
        "海报",
        "侵权投诉",
        "举报",
        "约",
        "发布",
        "上传",
        "DOCX",
        "DOC",
        "PDF",
        "docx",
        "doc",
        "pdf",
    ];
    let (mut rest, mut sure, mut counts) = (text.strip_prefix("价格").unwrap_or(text), false, 0_usize);
    loop {
        rest = skip(rest, |c| is_blank(c) || is_one_of(c, "|｜·•+-"));
        if rest.is_empty() {
            return (sure || counts > 0).then_some(sure || counts >= 2);
        }
        let number = skip(rest, |c| c.is_ascii_digit() || is_one_of(c, "./:"));
        let unit = skip(number, is_blank);
        let strip = |words: &[&'static str], text: &str| words.iter().find(|word| text.starts_with(**word)).copied();
        rest = if number.len() == rest.len() {
            let word = strip(&WORDS_OF_FILES, rest)?;
            sure |= word.starts_with("VIP");
            counts += usize::from(matches!(word, "发布" | "上传" | "格式"));
            let behind = after(rest, word.len());
            // 发布于山西
            behind.strip_prefix('于').map_or(behind, |place| skip(place, is_ideograph))
        } else if let Some(size) = strip(&SIZES, unit) {
            sure = true;
            after(unit, size.len())
        } else if unit.starts_with('元') && text.starts_with("价格") {
            sure = true;
            after(unit, "元".len())
        } else if let Some(count) = strip(&COUNTS, unit) {
            counts += 1;
            after(unit, count.len())
        } else {
            // a day, or a number by itself
            number
        };
    }
}

/// Whether a site recommends what it has: `欢迎阅读……(精选4篇),内容由某某网整理,希望对大家有所帮助。`, `更多范文,请关注……`
pub(super) fn is_invitation(key: &str) -> bool {
    const GIVES: [&str; 8] = ["整理", "收集", "搜集", "准备", "带来", "分享", "提供", "编辑"];
    // 网络安全 is no site
    const SITES: [&str; 9] = ["小编", "文库", "篇)", "篇）", "网整理", "网为", "网今天", "网收集", "网提供"];
    const HOPES: [&str; 17] = [
        "欢迎阅读",
        "欢迎大家阅读",
        "欢迎参考",
        "欢迎借鉴",
        "希望对大家",
        "希望对您",
        "希望对你",
        "希望能对",
        "供大家参考",
        "供您参考",
        "仅供参考",
        "希望能帮",
        "希望能够给",
        "希望能够帮",
        "希望可以帮",
        "希望对需要",
        "供参考借鉴",
    ];
    // 更多关注一线职工 is a title
    let follow = || {
        key.starts_with("更多")
            && chars(key) <= 40
            && has_any(key, &["请关注", "请访问", "请点击", "请查看", "点击查看"])
    };
    let models = || find(key, "范文").is_some() && has_any(key, &["下面是", "以下是"]);
    // most lines hope for nothing
    let hopes = has_any(key, &["欢迎", "希望", "参考"]) && has_any(key, &HOPES);
    hopes && has_any(key, &GIVES) && (has_any(key, &SITES) || models()) || follow()
}

/// The address of a site, by itself or with the day: `www.….com 2023-12-14`, `【www.….com--报告】`.
pub(super) fn is_address(text: &str) -> bool {
    skip(text, |c| is_one_of(c, "【[(（")).starts_with("www.") && chars(text) <= 60 && !has_any(text, &["。", "，"])
}

/// A tab of a menu between bars: `| 报告 |`.
pub(super) fn is_tab(text: &str) -> bool {
    let inner = text.strip_prefix('|').and_then(|text| text.strip_suffix('|'));
    inner.is_some_and(|inner| chars(inner) <= 8 && find(inner, "|").is_none())
}

/// Whether the line tells who began a thread.
pub(super) fn is_of_thread(text: &str) -> bool {
    has_any(text, &["只看该作者", "倒序浏览", "显示全部楼层", "阅读模式"])
}

/// What a forum writes above each reply: `1楼 ×× 2022-03-16 21:30:02`.
pub(super) fn is_reply(text: &str) -> bool {
    let floor = skip(text, |c| c.is_ascii_digit());
    // not 2楼 会议室 2024-05-01 09:00
    let hour = last(text).is_ascii_digit() && floor.bytes().filter(|&b| b == b':').count() == 2;
    let who = floor.strip_prefix('楼').filter(|who| floor.len() < text.len() && is_blank(first(who)));
    who.is_some_and(|who| chars(who) <= 40 && (hour || skip(who, is_blank) == "楼主"))
}

/// Signs that a forum puts between paragraphs, so that copies show where they are from: `jG8xQ2 某某网 0wKz`.
pub(super) fn is_jammer(text: &str) -> bool {
    if text.len() > 60 || !first(text).is_ascii_alphanumeric() || !last(text).is_ascii_alphanumeric() {
        return false;
    }
    let mixed = |word: &str| {
        let has = |class: fn(&u8) -> bool| word.bytes().any(|b| class(&b));
        (4..=10).contains(&word.len())
            && word.is_ascii()
            && has(u8::is_ascii_digit)
            && has(u8::is_ascii_uppercase)
            && has(u8::is_ascii_lowercase)
    };
    let words = || text.split(is_blank).filter(|word| !word.is_empty());
    words().count() >= 3
        && words().next().is_some_and(mixed)
        && words().next_back().is_some_and(mixed)
        && words().skip(1).any(|word| word.chars().all(is_ideograph))
}

/// `0/150`, how much of a remark is written, or of how many pages the preview shows which: `全文共12页,当前为第3页。`
pub(super) fn is_counter(key: &str) -> bool {
    let pages = |all: &str| skip(all, |c| c.is_ascii_digit()).starts_with("页") && find(all, "当前").is_some();
    key.strip_prefix("0/").is_some_and(|most| most.len() >= 2 && skip(most, |c| c.is_ascii_digit()).is_empty())
        || key.strip_prefix("全文共").is_some_and(pages) && chars(key) <= 24
}

/// A rule, or the dots where a preview breaks off.
pub(super) fn is_rule(text: &str) -> bool {
    chars(text) >= 5 && skip(text, |c| matches!(c, '-' | '—' | '=' | '_' | '*' | '.' | '…')).is_empty()
}

/// Whether the document's own title stands at the start of `below`, glued to its number, its salutation or, with blanks,
/// to its text, and `name` is the page's.
pub(super) fn begins_with_title(below: &str, name: &str) -> bool {
    let Some(behind) = below.strip_prefix(name).filter(|_| chars(name) >= 8) else { return false };
    let near = before(behind, behind.char_indices().nth(16).map_or(behind.len(), |(at, _)| at));
    let number = || find(near, "〔20").or_else(|| find(near, "[20")).is_some();
    is_blank(first(behind)) && chars(skip(behind, is_blank)) >= 20
        || WORDS.longest_at(behind, SALUTATION) > 0
        || number() && !has_any(near, &["，", "。", "（"])
}

/// The title of a thread or a copied page without its mark: `（转载）……`, `[民主生活会] ……`.
pub(super) fn unmarked(name: &str) -> &str {
    let close = match first(name) {
        '（' if name.starts_with("（转载）") => '）',
        '[' => ']',
        '【' => '】',
        _ => return name,
    };
    let Some((mark, title)) = name.split_once(close) else { return name };
    let title = skip(title, is_blank);
    let inner = title.strip_prefix('《').and_then(|title| title.strip_suffix('》'));
    if chars(mark) <= 12 { inner.unwrap_or(title) } else { name }
}

/// `……作政府工作报告。本报记者 XXX摄`, the words below a picture.
pub(super) fn is_caption(text: &str) -> bool {
    const REPORT: &str = "作政府工作报告";
    if text.len() >= 300 {
        return false;
    }
    let bare = skip_back(text, |c| matches!(c, '）' | ')' | '。'));
    let reporter = |text: &str| find(text, "记者").is_some();
    last(bare) == '摄' && reporter(text)
        || bare.len() < text.len() && bare.ends_with("供图") && text.len() < 120
        || text.len() < 120
            && find(bare, REPORT).map(|at| after(bare, at + REPORT.len())).is_some_and(|t| t.is_empty() || reporter(t))
}

/// `5.操作指引`, `二、承办单位：……`, `（一）……`
pub(super) fn is_numbered(key: &str) -> bool {
    let number = skip(key, |c| matches!(c, '（' | '('));
    let rest = skip(number, |c| c.is_ascii_digit() || is_one_of(c, "一二三四五六七八九十"));
    rest.len() < number.len() && matches!(first(rest), '.' | '．' | '、' | '）' | ')')
}

/// Where a document sends its reader, with its address: `举报网站：http://……`.
pub(super) fn is_own_link(text: &str) -> bool {
    const LABELS: [&str; 6] = ["举报网站", "监督网站", "报名网站", "报名网址", "查询网站", "查询网址"];
    has_label(text, &LABELS)
}

/// `附件：1.……`, `附件2：……`, `附件` alone
pub(super) fn is_annex_label(text: &str) -> bool {
    let behind = text.strip_prefix("附件").map(|behind| skip(behind, |c| c.is_ascii_digit()));
    behind.is_some_and(|behind| is_colon(first(behind)) || behind.is_empty())
}

/// A label that a document may give itself, too, with its value: `承办单位：××局`, `微信公众号：……`.
pub(super) fn is_own_label(text: &str) -> bool {
    const LABELS: [&str; 7] = ["主办单位", "承办单位", "协办单位", "微信公众号", "官方微信", "小程序", "技术支持"];
    has_label(text, &LABELS) && !has(text, is_blank)
}

/// Whether a line opens with a label that ends so.
fn has_label(text: &str, labels: &[&str]) -> bool {
    let colon = position(prefix(text, 9 * "字".len()), is_colon);
    colon.is_some_and(|colon| ends_with_any(before(text, colon), labels))
}

/// Whether `text` tells after `title` only its place in a series: `……心得体会2`, `……心得体会 篇一`.
pub(super) fn is_next_of(text: &str, title: &str) -> bool {
    let behind = text.strip_prefix(title).map(|behind| skip(behind, |c| is_blank(c) || matches!(c, '篇' | '（' | '(')));
    let number = |c: char| c.is_ascii_digit() || is_one_of(c, "一二三四五六七八九十）)");
    behind.is_some_and(|place| !place.is_empty() && skip(place, number).is_empty())
}

#[cfg(test)]
mod tests {
    use super::{is_count, is_jammer, is_menu};

    #[test]
    fn lines_of_sites_by_their_form() {
        assert!(is_count("某某库 · 更新于2023-10-11 · 26418字 · 46页"));
        assert!(is_count("2024-01-08 星期一 | 某某园 | 字数：2876 | 阅读 1.2万 | VIP专享"));
        assert!(is_count("楼主 | 发表于 2024-1-22 09:37:15 | 只看该作者 | 倒序浏览"));
        assert!(!is_count("修路 | 架桥 | 通水"));
        assert!(!is_count("张村 · 32人 · 修路") && !is_count("修路办法 | 3000字 | 10页 | 2023-01-02"));
        assert!(is_jammer("jG8xQ2 某某网 0wKz") && !is_jammer("5G 基站 4G") && !is_jammer("PM2 指标 1990"));
        assert!(is_menu("首页 | 讲话发言 | 工作总结") && !is_menu("首页 | 县长说，各村要把路修好，不能再等"));
    }
}
