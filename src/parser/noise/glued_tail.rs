//! The foot of a page glued to the end of a document: buttons, notices, the site's other texts.

use super::Cut;
use super::glued::boilerplate;
use super::line::{is_blank, is_ideograph};
use super::words::{BUTTON, EDITOR, HEADING, NOTICE, OWN, PHRASE, START, WORDS};
use crate::lexer::chars::is_colon;
use crate::lexer::search::{
    after, any_of, before, begins_with_any, find as find_word, first, has, has_any, last, number, skip, skip_back,
    suffix,
};
use memchr::memmem;
use std::iter::successors;

/// How far from the end a site's words are looked for, and how long its sentences may be, in bytes.
const NEAR: usize = 3000;
const SENTENCE: usize = 500;

/// The most bytes of a site's one phrase behind the last sentence.
const LAST_WORDS: usize = 20 * "字".len();

/// A site's words after the last sentence.
pub(super) fn find(text: &str, cuts: &mut Vec<Cut>) {
    let body = skip_back(text, is_blank);
    let near = suffix(body, NEAR);
    let line = memchr::memrchr(b'\n', near.as_bytes()).map_or(0, |at| at + 1);
    let near = after(near, line);
    if let Some(above) = near.strip_suffix("专心---专注---专业").filter(|above| above.ends_with('。')) {
        cuts.push(boilerplate(body.len() - near.len() + above.len(), body.len()));
        return;
    }
    // ……（阅读全文，您需要先登录！）
    let bracketed = near.strip_suffix(any_of("）)")).and_then(|near| near.strip_suffix(any_of("！")));
    let rest = after(near, skip_back(bracketed.unwrap_or(near), |c| !matches!(c, '。' | '！')).len());
    let (mut words, mut number, mut start, mut button) = (0, None, usize::MAX, usize::MAX);
    let mut end = 0;
    WORDS.each(rest, PHRASE | NOTICE | BUTTON | START, &mut |at, word, len, list| {
        // not 附件：1.相关文件
        let listed = matches!(last(before(rest, at)), '.' | '．' | '、');
        let others = || !listed && begins_with_any(after(rest, at), &["相关", "推荐", "大家正在", "投稿"]);
        if list != BUTTON || len >= 12 && others() {
            words += usize::from(number != Some(word) && at >= end);
            (number, end, start) = (Some(word), at + len, start.min(at));
        } else if len >= 12 {
            button = button.min(at);
        }
    });
    // ……结束。|相关阅读：……
    let opens = WORDS.longest_at(rest, START);
    let linked = before(rest, opens).ends_with("http") || after(rest, opens).starts_with(is_colon);
    words += usize::from(words == 1 && opens > 0 && linked);
    // ……(阅读全文，您需要先登录), ……预览结束
    if words == 1 && rest.len() > start && WORDS.longest_at(after(rest, start), NOTICE) > 0 {
        let opened = opening(before(rest, start));
        words += usize::from(opened < start);
    }
    let is_bracket = |c: char| matches!(c, '【' | '[');
    // 【打印本页】 [关闭]
    let bracketed = rest.match_indices(is_bracket).find(|&(at, sign)| {
        let button = after(rest, at + sign.len());
        let len = WORDS.longest_at(button, BUTTON);
        len > 0 && after(button, len).starts_with(any_of("】]"))
    });
    let bracketed = bracketed.map(|(at, _)| at);
    let near_page = find_word(rest, "上一篇：").or_else(|| find_word(rest, "上一篇:"));
    // [……]相关文章：1.……
    let list = ["]相关文章", "】相关文章"].iter().any(|words| rest.contains(words)) && rest.starts_with(is_bracket);
    words += usize::from(bracketed.is_some()) + usize::from(near_page.is_some()) + 2 * usize::from(list);
    // a sentence that speaks of the site before it: 声明：本站……请联系删除。
    let of_site = |end: usize| {
        let above = before(body, end).strip_suffix(any_of("。！"))?;
        let line = suffix(above, SENTENCE);
        let sentence = after(line, skip_back(line, |c| !matches!(c, '。' | '！' | '\n')).len());
        let says = WORDS.lists_in(sentence, OWN | NOTICE | EDITOR);
        let whole = sentence.len() < line.len()
            && WORDS.longest_at(sentence, HEADING) == 0
            && says & OWN > 0
            && (says & (NOTICE | EDITOR) > 0 || has_any(sentence, &["文档", "资源", "会员"]));
        whole.then_some(above.len() - sentence.len())
    };
    let sentences = successors(of_site(body.len() - rest.len()), |&start| of_site(start)).last();
    // not what a document says of its own site above its signature
    let sentences = sentences.filter(|_| signed(rest).is_none());
    if words < 2 && sentences.is_some() {
        start = 0;
    } else if words < 2 {
        // ……的新篇章！扫一扫在手机打开当前页
        if near.len() > rest.len()
            && rest.len() <= LAST_WORDS
            && (WORDS.longest_at(rest, PHRASE) >= "扫一扫".len() || rest.len() > 6 && WORDS.has(rest, BUTTON))
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
    // 会议解读：……
    let linked = rest.split_once(any_of("：:")).is_some_and(|(name, _)| name.len() <= 24 && name.ends_with("解读"));
    if linked || begins_with_any(rest, &["政策解读", "一图读懂", "相关"]) {
        start = 0;
    }
    start = start.min(button).min(near_page.unwrap_or(start)).min(bracketed.unwrap_or(start));
    // the list of texts behind the title
    let above = before(rest, start);
    if above.ends_with(any_of("】]")) {
        start = above.rfind(is_bracket).unwrap_or(start);
    }
    start = opening(before(rest, start));
    let start = sentences.unwrap_or(body.len() - rest.len() + start);
    cuts.push(boilerplate(start, body.len()));
}

/// Where what belongs to a site's words behind `text` begins in it: a bracket, dots, a label with its value, `更多范文，请关注`.
fn opening(text: &str) -> usize {
    const NAME: usize = 12 * "字".len();
    let name = suffix(text, NAME + "来源：".len());
    let from = text.len() - name.len();
    let bracket = name.rfind(any_of("（(【")).filter(|&at| !has(after(name, at), |c| matches!(c, '）' | ')' | '】')));
    let label = ["来源", "稿源", "阅读", "浏览"].iter().find_map(|label| {
        let at = name.rfind(label)?;
        after(name, at + label.len()).starts_with(is_colon).then_some(at)
    });
    let more = name.rfind("更多").filter(|&at| find_word(after(name, at), "关注").is_some());
    match bracket.or(label).or(more) {
        Some(at) => from + at,
        None => skip_back(text, |c| matches!(c, '.' | '…') || is_blank(c)).len(),
    }
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

#[cfg(test)]
mod tests {
    use super::super::tests::{clean, noise};

    #[test]
    fn buttons_behind_the_day_of_signing() {
        let tail = "请看三楼公示栏。青石县水利局2024年2月19日[打印] [关闭] [返回顶部]相关新闻·开渠了版权所有：青石县苏ICP备00号";
        assert_eq!(clean(&format!("关于管水的通告{tail}")), "关于管水的通告请看三楼公示栏。青石县水利局2024年2月19日");
    }

    #[test]
    fn buttons_and_lists_behind_the_last_sentence() {
        let text = format!("关于管水的通告{}", "请大家爱护水渠，不往渠里倒东西，看到漏水早报告。".repeat(6));
        for tail in [
            "【打印本页】【关闭窗口】扫一扫在手机打开当前页主办：青石县水利局备案号：X公网安备",
            "[打印][关闭]上一篇：管渠办法下一篇：没有了",
            "[水利工作总结（通用3篇）]相关文章：1.水利工作计划2.水利工作汇报",
            "------声明：本站部分内容由网友上传，版权归原作者所有，如有侵权请联系删除。加入VIP，海量材料免费下载 >>",
        ] {
            assert_eq!(clean(&format!("{text}{tail}")), text);
        }
        assert_eq!(noise("本站是泵站的简称。大家爱护泵站，上一篇：说的是水渠。"), []);
        let own = "本站转载的稿件版权归原作者所有。青石县网信办2024年5月8日";
        assert_eq!(noise(&format!("{text}四、{own}")), []);
        assert_eq!(noise(&format!("{text}{own}")), []);
    }
}
