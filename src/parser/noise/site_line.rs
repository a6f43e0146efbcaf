//! Lines that only sites write, told by their form.

use super::line::{ends_in_colon, is_blank, is_ideograph};
use super::words::{LABEL, SALUTATION, WORDS};
use crate::lexer::search::{
    after, any_of, before, begins_with_any, chars, find, first, has_any, is_one_of, last, skip, skip_back,
};

/// Markdown links and pictures, comments, tags.
pub(super) fn is_markup(text: &str) -> bool {
    if text.ends_with("-->") && text.len() < 40 {
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
    key.starts_with(any_of("【[")) && has_any(key, &OTHERS)
}

/// `- 配套资源:`, a label of the notices below a shared file.
pub(super) fn is_notice_label(key: &str) -> bool {
    key.starts_with('-') && ends_in_colon(key) && chars(key) <= 10
}

/// The way to a page in a row of menus: `首页 | 讲话发言 | 工作总结`.
pub(super) fn is_menu(text: &str) -> bool {
    let first = text.split(any_of("|｜")).next().unwrap_or_default();
    matches!(skip_back(first, is_blank), "首页" | "网站首页")
}

/// How many labels of a page's facts stand in `text`, each before its value, with signs for the colons:
/// `| 索引号 | 0153 | 发布机构 | ××局 |`, `[ 索引号 ] 0153 [ 发文字号 ] ……`, `文号 ×发〔2022〕3号 时效 有效`; or one alone behind
/// its bullet.
pub(super) fn fields(text: &str) -> usize {
    let is_sign = |c| is_one_of(c, "|｜[]【】•·");
    let mut cells = text.split(|c| is_blank(c) || is_sign(c)).filter(|cell| !cell.is_empty()).peekable();
    if !cells.peek().is_some_and(|cell| WORDS.has(cell, LABEL)) {
        return 0;
    }
    let (mut labels, mut values) = (0, 0);
    for cell in cells {
        let label = WORDS.has(cell, LABEL);
        labels += usize::from(label);
        values += usize::from(!label);
    }
    // the head of a table has labels side by side
    let signed = is_sign(first(text)) && values + labels <= 2;
    if signed || labels >= 2 && values >= labels { labels } else { 0 }
}

/// What a site counts below a title, between dots or bars: `更新于2023-10-11 · 26418字 · 46页`,
/// `某某网 | 字数：2876 | 阅读 1.2万`, `楼主 | 发表于 2024-1-22 09:37 | 只看该作者`.
pub(super) fn is_count(text: &str) -> bool {
    const LABELS: [&str; 10] = ["更新于", "发表于", "上传于", "字数", "阅读", "浏览", "下载", "点击", "查看", "回复"];
    let fields = || text.split(any_of("|｜·•")).map(|field| field.trim_matches(is_blank));
    let named = |field: &str| {
        let value = LABELS.iter().find_map(|label| field.strip_prefix(label));
        value.is_some_and(|value| first(skip(value, |c| is_blank(c) || matches!(c, '：' | ':'))).is_ascii_digit())
    };
    let labels = fields().filter(|field| named(field)).count();
    // a row of a table has no labels
    labels >= 2 || labels == 1 && (is_of_thread(text) || fields().any(|field| field.ends_with('页')))
}

/// Whether `text` is what a site tells of a file: `2024-04-01 999+ 14.62KB 5 页 海报`.
pub(super) fn is_file_facts(text: &str) -> bool {
    const SIZES: [&str; 6] = ["KB", "MB", "Kb", "kb", "K", "M"];
    const COUNTS: [&str; 8] = ["页", "千字", "万字", "字", "积分", "金币", "阅读", "下载"];
    const WORDS_OF_FILES: [&str; 16] = [
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
    let (mut rest, mut sure) = (text, false);
    loop {
        rest = skip(rest, |c| is_blank(c) || is_one_of(c, "|｜·•+-"));
        if rest.is_empty() {
            return sure;
        }
        let number = skip(rest, |c| c.is_ascii_digit() || is_one_of(c, "./:"));
        let unit = skip(number, is_blank);
        let strip = |words: &[&'static str], text: &str| words.iter().find(|word| text.starts_with(**word)).copied();
        rest = if number.len() == rest.len() {
            let Some(word) = strip(&WORDS_OF_FILES, rest) else { return false };
            sure |= word.starts_with("VIP");
            after(rest, word.len())
        } else if let Some(size) = strip(&SIZES, unit) {
            sure = true;
            after(unit, size.len())
        } else {
            // a day, a count, or a number by itself
            strip(&COUNTS, unit).map_or(number, |count| after(unit, count.len()))
        };
    }
}

/// Whether a site recommends what it has: `欢迎阅读……(精选4篇),内容由某某网整理,希望对大家有所帮助。`
pub(super) fn is_invitation(key: &str) -> bool {
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
    // most lines hope for nothing
    has_any(key, &["欢迎", "希望", "参考"]) && has_any(key, &HOPES) && has_any(key, &SITES)
}

/// The address of a site, by itself or with the day: `www.….com 2023-12-14`, `【www.….com--报告】`.
pub(super) fn is_address(text: &str) -> bool {
    skip(text, |c| is_one_of(c, "【[(（")).starts_with("www.")
}

/// Whether the line tells who began a thread.
pub(super) fn is_of_thread(text: &str) -> bool {
    has_any(text, &["只看该作者", "倒序浏览"])
}

/// Signs that a forum puts between paragraphs, so that copies show where they are from: `jG8xQ2 某某网 0wKz`.
pub(super) fn is_jammer(text: &str) -> bool {
    let mixed = |word: &str| {
        let has = |class: fn(&u8) -> bool| word.bytes().any(|b| class(&b));
        has(u8::is_ascii_digit) && has(u8::is_ascii_uppercase) && has(u8::is_ascii_lowercase)
    };
    let ends = text.split_once(is_blank).and_then(|(one, rest)| Some((one, rest.rsplit_once(is_blank)?.1)));
    text.len() <= 60 && ends.is_some_and(|(one, two)| mixed(one) && mixed(two))
}

/// `0/150`, how much of a remark is written.
pub(super) fn is_counter(key: &str) -> bool {
    key.strip_prefix("0/").is_some_and(|most| skip(most, |c| c.is_ascii_digit()).is_empty())
}

/// A rule, or the dots where a preview breaks off.
pub(super) fn is_rule(text: &str) -> bool {
    skip(text, |c| matches!(c, '-' | '—' | '=' | '_' | '*' | '.' | '…')).is_empty()
}

/// Whether the document's own title stands at the start of `below`, glued to its salutation or, with blanks, to its
/// text, and `name` is the page's.
pub(super) fn begins_with_title(below: &str, name: &str) -> bool {
    let Some(behind) = below.strip_prefix(name).filter(|_| chars(name) >= 8) else { return false };
    is_blank(first(behind)) && chars(skip(behind, is_blank)) >= 20 || WORDS.longest_at(behind, SALUTATION) > 0
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
    let bare = skip_back(text, |c| matches!(c, '）' | ')' | '。'));
    let reporter = |text: &str| find(text, "记者").is_some();
    last(bare) == '摄' && reporter(text)
        || bare.ends_with("供图")
        || text.len() < 120
            && find(bare, REPORT).map(|at| after(bare, at + REPORT.len())).is_some_and(|t| t.is_empty() || reporter(t))
}

/// `5.操作指引`
pub(super) fn is_numbered(key: &str) -> bool {
    let rest = skip(key, |c| c.is_ascii_digit());
    matches!(first(rest), '.' | '．' | '、')
}

/// Whether `text` tells after `title` only its place in a series: `……心得体会2`, `……心得体会 篇2`.
pub(super) fn is_next_of(text: &str, title: &str) -> bool {
    let behind = text.strip_prefix(title).map(|behind| skip(behind, |c| is_blank(c) || matches!(c, '篇' | '（' | '(')));
    behind.is_some_and(|place| skip(place, |c| c.is_ascii_digit()).is_empty())
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
        assert!(is_menu("首页 | 讲话发言 | 工作总结") && !is_menu("首页设计要求"));
    }
}
