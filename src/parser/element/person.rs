//! Who wrote, speaks or signs: names of persons with their posts, and of organs below a title.

use super::date::date;
use super::matching::*;
use super::{is_organ, window};
use crate::lexer::chars::is_word;
use crate::lexer::search::{self, has_any};
use crate::parser::row;
use crate::word_list::word_list;

static SURNAME: &Words = words!(word_list!("surname.txt"));

/// A sign that stands for a character of a name that is not told: `李××`, `王XX`.
pub(crate) fn masks_name(c: char) -> bool {
    matches!(c, '×' | 'X' | '╳')
}

/// Who wrote or speaks, told by a label: `提案者：××委员会`, `主讲人　王××`.
pub(crate) fn labelled_author(text: &str, at: usize) -> Option<usize> {
    static LABEL: &Words = words!(
        "作者 撰稿 撰稿人 执笔 执笔人 主讲 主讲人 宣讲人 发言人 发言单位 报告人 汇报人 汇报单位 述职人 演讲人 讲话人 讲课人 \
         提案者 提案人 提案单位 建议人 领衔代表 供稿 供稿单位 报送单位 主持人"
    );
    let end = trim_end(text, at, line_end(text, at));
    let name = eat(text, skip_blanks(text, LABEL.at(text, at)?), "：")?;
    let fits = (2..=40).contains(&width(text.get(name..end)?)) && !text.get(name..end)?.contains(any_of("。，；"));
    fits.then_some(end)
}

/// The next person's or organ's name under a title: `××镇党委`, `省长　×××`.
pub(crate) fn author(text: &str, at: usize) -> Option<usize> {
    let end = trim_end(text, at, line_end(text, at));
    let line = text.get(at..end)?;
    let count = width(line);
    if opens_body(text, at) || date(text, at).is_some_and(|day| day.end == end) {
        return None;
    }
    // the head of a table: 序号 → 问题 → 责任单位
    if line.split('\t').nth(2).is_some() || row::is_head(line) {
        return None;
    }
    // ××乡党委、政府; 党委副书记、镇长　王××
    let named = || count >= 5 && speaker(text, at, end);
    // 民政部、财政部、教育部
    let joint =
        || !line.contains('各') && line.split('、').all(|name| is_organ(name, 0, name.len()) && width(name) >= 3);
    let listed = || {
        count <= 16 && line.ends_with("政府") && is_organ(text, at, end) || post_and_name(line) || named() || joint()
    };
    if !(2..=30).contains(&count) || line.contains(any_of("。，：；！？《“（(,:1")) || line.contains('、') && !listed()
    {
        return None;
    }
    Some(end)
}

/// Whether a heading without a number that stands above the first section fills the line: `总　则`, `序言`.
pub(crate) fn opens_body(text: &str, at: usize) -> bool {
    let heading = words!("总则 总纲 序言 前言 引言 导言 序章 绪论 引子 摘要").at(text, at);
    heading.is_some_and(|end| skip_blanks(text, end) == line_end(text, end))
}

/// `省长　王××`: a post, a blank, and a name, which may have a blank in it.
pub(crate) fn post_and_name(line: &str) -> bool {
    let mut parts = line.rsplitn(2, is_blank);
    let (Some(mut name), Some(mut post)) = (parts.next(), parts.next()) else { return false };
    if width(name) == 1
        && let Some(at) = post.rfind(is_blank)
    {
        (post, name) = line.split_at(at);
    }
    (2..=4).contains(&width(name)) && post.trim_end().ends_with(POST_ENDS)
}

/// Whether a stretch is a name alone: `张建国`, `张　三`.
pub(crate) fn bare_name(text: &str, at: usize, end: usize) -> bool {
    let name = text.get(at..end).unwrap_or_default();
    SURNAME.at(text, at).is_some()
        && (2..=3).contains(&width(name))
        && name.chars().all(|c| is_blank(c) || crate::lexer::chars::is_han(c))
}

/// Where a name ends that the day stands behind or below: `县长　张三（2022年3月5日）`, `张建国⏎二〇二二年三月五日`.
pub(crate) fn name_and_day(text: &str, at: usize) -> Option<usize> {
    let end = trim_end(text, at, line_end(text, at));
    let below = skip_space(text, end);
    let whole = |day: usize, to: usize| date(text, day).is_some_and(|d| d.full && trim_end(text, day, to) == d.end);
    if bare_name(text, at, end) {
        // at the end of a text both sign it
        let goes_on = |end: usize| text.get(end..).is_some_and(|text| !text.trim().is_empty());
        let day_end = line_end(text, below);
        return (whole(below, day_end) && goes_on(day_end)).then_some(end);
    }
    let open = at + bounded(text, at, 60).find(any_of("（("))?;
    let name = trim_end(text, at, open);
    let day = eat(text, open, "（").zip(eat_back(text, at, end, "）")).is_some_and(|(day, close)| whole(day, close));
    let person = || text.get(at..name).is_some_and(person) || bare_name(text, at, name);
    (day && person()).then_some(name)
}

/// Where a name stands that has its post on the line above: `中共××县委书记⏎张　三`.
pub(crate) fn name_below_post(text: &str, at: usize) -> Option<usize> {
    let post = trim_end(text, at, line_end(text, at));
    let name = skip_space(text, post);
    let end = trim_end(text, name, line_end(text, name));
    let told = text.get(at..post).is_some_and(|post| (2..=20).contains(&width(post)) && post.ends_with(POST_ENDS));
    (told && bare_name(text, name, end)).then_some(end)
}

/// Who writes for a paper, without a name: 新华社记者, 本报评论员.
pub(crate) fn is_staff(line: &str) -> bool {
    let from = ["本报", "本刊", "本台", "本网", "新华社", "日报", "晚报", "新闻网"];
    let post = ["记者", "评论员", "通讯员", "特约撰稿人"];
    width(line) <= 12 && has_any(line, &from) && post.iter().any(|word| line.ends_with(word))
}

/// A post and a name, or where a person works and a name: `市直机关　李××`.
pub(crate) fn person(line: &str) -> bool {
    let place_and_name = || {
        let (place, name) = line.rsplit_once(is_blank)?;
        let masked = name.ends_with(masks_name);
        Some(width(place) >= 2 && (2..=3).contains(&width(name)) && (masked || SURNAME.at(name, 0).is_some()))
    };
    post_and_name(line) || place_and_name() == Some(true)
}

/// An organ, a blank, and a name: `××乡人民政府　方小禾`.
pub(crate) fn organ_and_name(text: &str, at: usize, end: usize) -> bool {
    let Some((organ, name)) = text.get(at..end).and_then(|line| line.rsplit_once(is_blank)) else { return false };
    (2..=4).contains(&width(name))
        && SURNAME.at(name, 0).is_some()
        && is_organ(text, at, trim_end(text, at, at + organ.len()))
}

/// Whether a stretch is a name, with or without a post before it: `张××`, `县委书记张××`.
pub(crate) fn speaker(text: &str, at: usize, end: usize) -> bool {
    let stretch = text.get(at..end).unwrap_or_default();
    let begins_name = |&(i, _): &(usize, char)| {
        let (post, name) = stretch.split_at(i);
        let post_ends = post.trim_end().ends_with(POST_ENDS);
        let masked = || post_ends && name.chars().all(masks_name);
        (2..=4).contains(&width(name))
            && (SURNAME.at(text, at + i).is_some() || masked())
            && (post.is_empty() || post_ends)
    };
    width(stretch) <= 24
        && stretch.chars().all(|c| is_word(c) || is_blank(c) || matches!(c, '×' | '、'))
        && stretch.char_indices().any(|c| begins_name(&c))
}

/// Whether a stretch behind a dash names who speaks: a person, an organ, a village: `——柳河县云盘社区`.
pub(crate) fn names_speaker(text: &str, at: usize, end: usize) -> bool {
    let place = || words!("镇 乡 村 社区").ends(text, at, end) && width(text.get(at..end).unwrap_or_default()) <= 12;
    // ——记××村护林员李××
    words!("记 访 致 写 给").at(text, at).is_none() && (speaker(text, at, end) || is_organ(text, at, end) || place())
}

/// Whether a stretch is the names of several persons, with blanks between: `霍启昌　邵小棠`.
pub(crate) fn names(text: &str, at: usize, end: usize) -> bool {
    let names = || text.get(at..end).unwrap_or_default().split(is_blank).filter(|name| !name.is_empty());
    names().count() >= 2 && names().all(|name| (2..=3).contains(&width(name)) && SURNAME.at(name, 0).is_some())
}

/// What posts end in.
const POST_ENDS: [char; 13] = ['长', '记', '任', '席', '理', '员', '授', '师', '官', '表', '人', '者', '事'];

/// Whether words end as the names of posts do: 分管教育副县长.
pub(crate) fn ends_in_post(words: &str) -> bool {
    words.ends_with(POST_ENDS)
}

/// Where the post of an officer who signs orders ends, or the label of who signs what he has said.
pub(crate) fn officer_post(text: &str, at: usize) -> Option<usize> {
    static POSTS: &Words = words!(
        "总理 主席 委员长 省长 自治区主席 市长 州长 县长 区长 部长 局长 署长 行长 主任 述职人 报告人 汇报人 承诺人 申请人 保证人 倡议人 倡议单位 发起单位 \
         审判长 审判员 代理审判员 人民陪审员 法官助理 代书记员 书记员 检察长 检察官助理 检察官 代理检察员 检察员 首席仲裁员 独任仲裁员 仲裁员"
    );
    POSTS.at(text, at)
}

/// Where the line ends of one who takes the record of a court, below the day: `书记员　郑某`.
pub(crate) fn clerk(text: &str, at: usize) -> Option<usize> {
    words!("法官助理 检察官助理 代书记员 书记员").at(text, at)?;
    let end = trim_end(text, at, line_end(text, at));
    officer(text, at, end).then_some(end)
}

/// Whether a name is that of the officer who signs an order: `总理　李××`, also glued.
pub(crate) fn officer(text: &str, at: usize, end: usize) -> bool {
    let Some(name) = officer_post(text, at).map(|post| skip_blanks(text, post)) else { return false };
    let name = skip_blanks(text, eat(text, name, "：").unwrap_or(name));
    SURNAME.at(text, name).is_some() && (2..=4).contains(&width(text.get(name..end).unwrap_or_default()))
}

/// Where a person's name ends that a blank parts from what is glued to it.
pub(crate) fn glued_name(text: &str, at: usize) -> Option<usize> {
    SURNAME.at(text, at)?;
    let name = window(text, at, 16).split(is_blank).next().unwrap_or_default();
    let end = at + name.len();
    let parted = char_at(text, end).is_some_and(is_blank);
    (parted && (2..=4).contains(&search::chars(name)) && name.chars().all(crate::lexer::chars::is_letter))
        .then_some(end)
}
